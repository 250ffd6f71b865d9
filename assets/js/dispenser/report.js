// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Tells the server what was given out without it, and fetches numbers to go on with. A report is written down before it
// is sent and sent again word for word until it is answered, so that it has one effect.
import * as store from "./store.js";

const LOW = 10; // free numbers of a group
const MOST = 100; // tickets in one report
const AGAIN_MS = 60000; // where the server had no more to lend
const TIMEOUT_MS = 8000;

let lentAt = -Infinity;

async function isLow(day, groups) {
    const blocks = (await store.blocks()).filter((block) => block.day === day);
    return groups.some((group) => blocks.filter((b) => b.group === group.id)
        .reduce((free, b) => free + b.last - b.next + 1, 0) < LOW);
}

// The one that was not answered, or a new one; null when there is nothing to tell.
async function compose(token, days, groups) {
    const waiting = await store.fact("report");
    if (waiting)
        return waiting;
    const tickets = (await store.tickets()).slice(0, MOST);
    const keys = (await store.keys()).slice(0, MOST);
    const asks = performance.now() - lentAt > AGAIN_MS && await isLow(days.lent, groups);
    if (!token || (!tickets.length && !keys.length && !asks))
        return null;
    const report = { token, tickets, keys, held: (await store.blocks()).map((block) => block.id) };
    await store.setFact("report", report);
    return report;
}

function body(report) {
    const form = new URLSearchParams({ token: report.token });
    report.held.forEach((id) => form.append("giu", id));
    report.tickets.forEach(({ value: t }) => form.append("ve",
        [t.block, t.number, t.class, Math.max(0, Math.round(Date.now() - t.at)), t.services.join("_")].join(".")));
    report.keys.forEach((key) => form.append("bo", key));
    return form;
}

// days.today, and days.lent: the day numbers are lent for now. True: something was told, and there may be more.
export async function report(address, token, days, groups) {
    const one = await compose(token, days, groups);
    if (!one)
        return false;
    const answer = await fetch(address, { method: "POST", body: body(one), signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (answer.status === 403) { // its token is too old: what it says is told anew with another one
        await store.dropFact("report");
        return false;
    }
    if (!answer.ok)
        throw new Error(`report: ${answer.status}`);
    await store.addBlocks((await answer.json()).blocks);
    await store.reported(one.tickets.map(({ key }) => key), one.keys);
    await store.forgetOldBlocks(days.today);
    lentAt = performance.now();
    return one.tickets.length === MOST || one.keys.length === MOST;
}
