// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The ticket dispenser. Its page works by links and forms alone; the script asks the server in the background, prints,
// goes back to the start, and gives out lent numbers while the server is away:
//
//   a form is sent with three seconds to answer. No answer, or a server in trouble: the key of the form is written down
//   (the report cancels whatever came of it), the next lent number is written down, then printed.
import * as clock from "./dispenser/clock.js";
import { report } from "./dispenser/report.js";
import { fillSlip } from "./dispenser/slip.js";
import * as store from "./dispenser/store.js";
import { attend, offerMissing, printSlip } from "./dispenser/ticket.js";
import { startHelp } from "./kiosk/help.js";
import { endView, startView } from "./kiosk/view.js";

const ANSWER_MS = 3000;
const POLL_MS = 8000;
const POLL_AWAY_MS = 3000;
const READ_MS = 8000; // words that answer a touch stay at least that long
const IDLE_MS = 60000;
const CLASSES = ["ordinary", "elderly", "pregnant", "disabled", "small_child", "merit"];

const root = document.querySelector("[data-dispenser]");
const words = root.dataset;
const alone = !document.body.dataset.kiosk; // on a kiosk its own script does what stands around the page
const band = root.querySelector("[data-band]");
const busyScreen = root.querySelector("[data-busy]");
const ticketScreen = root.querySelector("[data-ticket]");

let state = null; // the last one heard, also from before the page was loaded
let take = null; // token of the next form; used once
let away = false;
let busy = false;
let owes = false; // it gave out what the server has not heard of
let stopTicket = null;
let touchedAt = performance.now();
let readUntil = 0;
let timer = 0;

const atStart = () => !ticketScreen.childElementCount && !document.querySelector(".mc-step:target") && !document.querySelector("[data-found]");

// What is heard meanwhile does not take away the words that answer somebody's touch.
function say(text, stays = 0) {
    if (!stays && performance.now() < readUntil)
        return;
    readUntil = stays ? performance.now() + stays : 0;
    band.hidden = !text;
    band.querySelector("span").textContent = text || "";
}

function goToStart() {
    if (location.hash && location.hash !== "#chon")
        location.replace("#chon");
    scrollTo(0, 0);
}

// ---- how the queues stand

function showGroups() {
    (state?.groups || []).forEach((group) => {
        document.querySelectorAll(`[data-group="${group.id}"]`).forEach((node) => {
            node.querySelector("[data-wait]").textContent = away && !group.shut ? "" : group.text;
            if (node.tagName !== "A")
                return;
            node.classList.toggle("mc-group--shut", group.shut);
            if (group.shut) {
                node.removeAttribute("href");
                node.setAttribute("aria-disabled", "true");
            } else {
                node.setAttribute("href", `#nhom-${group.id}`);
                node.removeAttribute("aria-disabled");
            }
        });
    });
}

async function heard(answer) {
    state = answer;
    take = answer.take;
    if (away)
        readUntil = 0; // it has a number for everybody again
    away = false;
    await store.setFact("state", { groups: answer.groups, day: answer.now.slice(0, 10), offset: clock.setClock(answer.now) });
    if (answer.page !== words.page && atStart() && !busy) {
        location.reload();
        return;
    }
    say("");
    showGroups();
    const day = answer.now.slice(0, 10);
    while (await report(words.report, answer.report, { today: day, lent: answer.lent }, answer.groups))
        answer.report = null; // its token is spent; what is left waits for the next state
    owes = (await store.tickets()).length > 0;
}

async function gone() {
    take = null;
    away = true;
    owes = (await store.tickets()).length > 0;
    showGroups();
    say(await freeNumbers() ? words.awayText : words.usedText);
}

async function freeNumbers() {
    if (!clock.isSet())
        return 0;
    const day = clock.isoDay(clock.now());
    return (await store.blocks()).filter((b) => b.day === day).reduce((free, b) => free + b.last - b.next + 1, 0);
}

async function poll() {
    clearTimeout(timer);
    try {
        const answer = await fetch(words.state, { cache: "no-store", signal: AbortSignal.timeout(ANSWER_MS) });
        if (answer.redirected) // this device is not approved any more
            location.assign("/kiosk");
        if (!answer.ok)
            throw new Error(`state: ${answer.status}`);
        await heard(await answer.json());
    } catch (error) {
        if (!(error instanceof Error) || error.name !== "TypeError")
            console.warn(String(error));
        await gone();
    }
    timer = setTimeout(poll, away ? POLL_AWAY_MS : POLL_MS);
}

// ---- a ticket

function leave() {
    stopTicket?.();
    stopTicket = null;
    ticketScreen.hidden = true;
    ticketScreen.textContent = "";
    root.classList.remove("mc-disp--ticket");
    document.querySelectorAll("form[data-take]").forEach((form) => form.reset());
    goToStart();
    poll();
}

// The ticket is what people came for: whoever is next reads as everybody does.
function finish() {
    if (alone)
        endView();
    leave();
}

function show(again) {
    root.classList.add("mc-disp--ticket");
    ticketScreen.hidden = false;
    scrollTo(0, 0);
    stopTicket?.();
    stopTicket = attend(ticketScreen, { again, leave: finish, leavingText: words.leavingText, keptText: words.keptText });
    printSlip(ticketScreen);
}

async function send(form, fields) {
    return fetch(form.action, { method: "POST", body: fields, signal: AbortSignal.timeout(ANSWER_MS) });
}

const parse = async (answer) => new DOMParser().parseFromString(await answer.text(), "text/html");

// The page of the ticket is not gone to: its part is taken over, so that it stays when the server goes.
function showPage(page) {
    ticketScreen.replaceChildren(...page.querySelector("[data-ticket]").childNodes);
    const form = ticketScreen.querySelector("[data-again-form]");
    let asked = false;
    show(async () => {
        if (asked)
            return;
        asked = true;
        try {
            const answer = await send(form, new URLSearchParams(new FormData(form)));
            if (!answer.ok)
                throw new Error(`again: ${answer.status}`);
            showPage(await parse(answer));
        } catch (error) {
            console.warn(String(error));
            printSlip(ticketScreen); // unmarked is better than not at all
        }
    });
}

const servicesOf = (form) => [...form.querySelectorAll("input[name=viec]")].filter((i) => i.type === "hidden" || i.checked);

// Without the server, from the numbers lent. False: there are none for this group.
async function issueHere(form, button) {
    const group = Number(form.elements.nhom.value);
    if (!clock.isSet())
        return false;
    const at = clock.now();
    const hours = state?.groups?.find((g) => g.id === group);
    const minute = clock.minuteOfDay(at);
    if (!hours || minute < hours.from || minute >= hours.to)
        return false;
    const services = servicesOf(form);
    const taken = await store.takeNumber(group, clock.isoDay(at), {
        services: services.map((i) => i.value), class: Math.max(0, CLASSES.indexOf(button.value)), at: Date.now(),
    });
    if (!taken)
        return false;
    const ticket = {
        ...taken,
        label: taken.letter + String(taken.number).padStart(3, "0"),
        group: form.closest("section").querySelector("[data-name]")?.textContent || "",
        services: services.map((i) => i.dataset.name).join("; "),
        class: button.value === "ordinary" ? "" : button.dataset.name,
        hall: words.hall, day: clock.dayText(at), time: clock.timeText(at), note: words.unknownText,
    };
    let copies = 0;
    ticketScreen.replaceChildren(root.querySelector("[data-blank]").content.cloneNode(true));
    fillSlip(ticketScreen, ticket);
    show(() => {
        fillSlip(ticketScreen, { ...ticket, again: words.againText.replace("{n}", ++copies) });
        offerMissing(ticketScreen, true);
        printSlip(ticketScreen);
    });
    return true;
}

// What the server says in words: nothing was given out, and why.
async function refused(answer) {
    const page = await parse(answer);
    say(page.querySelector("[data-problem] span")?.textContent || words.troubleText, READ_MS);
    goToStart();
    take = null;
    clearTimeout(timer);
    timer = setTimeout(poll, POLL_AWAY_MS);
}

// "ticket", "refused" or "away"
async function issueThere(form, button) {
    if (!take && !away)
        await poll();
    if (away || !take)
        return "away";
    const fields = new URLSearchParams(new FormData(form, button));
    const key = take.split(".")[0];
    fields.set("token", take);
    take = null;
    clearTimeout(timer);
    try {
        const answer = await send(form, fields);
        if (answer.ok && /\/kiosk\/ve\/\d+$/.test(new URL(answer.url).pathname)) {
            showPage(await parse(answer));
            return "ticket";
        }
        if (answer.status < 500) {
            await refused(answer);
            return "refused";
        }
    } catch (error) {
        console.warn(String(error));
    }
    await store.addKey(key); // before anybody is given another number
    return "away";
}

async function took(form, button) {
    busy = true;
    readUntil = 0;
    busyScreen.hidden = false;
    try {
        const done = await issueThere(form, button);
        if (done !== "away")
            return;
        await gone();
        if (!await issueHere(form, button)) {
            say(words.usedText, READ_MS);
            goToStart();
        }
        clearTimeout(timer); // one poll at a time
        timer = setTimeout(poll, POLL_AWAY_MS);
    } finally {
        busy = false;
        busyScreen.hidden = true;
    }
}

addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("form[data-take]"))
        return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const missing = form.querySelector("[data-missing]");
    const none = servicesOf(form).length === 0;
    if (missing)
        missing.hidden = !none;
    if (none)
        missing.scrollIntoView({ block: "center" });
    if (!none && !busy)
        took(form, event.submitter || form.querySelector(".mc-take"));
}, true);

addEventListener("change", (event) => {
    const missing = event.target.closest?.("[data-services]")?.querySelector("[data-missing]");
    if (missing)
        missing.hidden = true;
});

// From step to step in one place of the history, so that going back leads to nothing of anybody's.
addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (!link || event.defaultPrevented)
        return;
    event.preventDefault();
    location.replace(link.getAttribute("href"));
});

// ---- a code that is scanned

async function scanned(code) {
    const form = root.querySelector("[data-scan-form]");
    if (busy || !form)
        return;
    busy = true;
    busyScreen.hidden = false;
    try {
        const answer = await send(form, new URLSearchParams({ ma: code }));
        const page = await parse(answer);
        const found = page.querySelector("[data-found]");
        if (!found)
            throw new Error(`scan: ${answer.status}`);
        stopTicket?.();
        ticketScreen.replaceChildren(found);
        root.classList.add("mc-disp--ticket");
        ticketScreen.hidden = false;
        found.querySelector("[data-leave]").addEventListener("click", (event) => {
            event.preventDefault();
            leave();
        });
    } catch (error) {
        console.warn(String(error));
        await gone();
    } finally {
        busy = false;
        busyScreen.hidden = true;
    }
}

document.addEventListener("motcua:scan", (event) => {
    event.preventDefault();
    scanned(event.detail.code);
});
root.querySelector("[data-scan-form]")?.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    scanned(event.target.elements.ma.value);
    event.target.reset();
});

// ---- a screen somebody walked away from

["pointerdown", "keydown"].forEach((name) => addEventListener(name, () => {
    touchedAt = performance.now();
}, true));
setInterval(() => {
    if (stopTicket || performance.now() - touchedAt < IDLE_MS)
        return;
    if (alone)
        endView();
    if (!atStart() && !busy)
        leave();
}, 5000);

// ---- what is needed to begin without the server

async function keepShell() {
    if (!("serviceWorker" in navigator) || !words.worker)
        return;
    await Promise.all(["/kiosk/lay-so", "/en/kiosk/lay-so"].map((scope) => navigator.serviceWorker.register(words.worker, { scope })));
    const cache = await caches.open("motcua-lay-so");
    const wanted = performance.getEntriesByType("resource").map((entry) => entry.name)
        .filter((name) => new URL(name).pathname.startsWith("/static/")).map((name) => name.split("#")[0]);
    const kept = (await cache.keys()).map((one) => one.url);
    await Promise.all([...new Set(wanted)].filter((name) => !kept.includes(name)).map((name) => cache.add(name)));
    for (const page of ["/kiosk/lay-so", "/en/kiosk/lay-so"]) {
        const answer = await fetch(page, { cache: "no-store" });
        if (answer.ok && !answer.redirected)
            await cache.put(page, answer);
    }
}

if (alone) {
    startView();
    startHelp();
}
root.classList.add("mc-disp--scans");
window.MotcuaHealth?.hold(() => busy || owes || !atStart());
(async () => {
    await navigator.storage?.persist?.();
    const before = await store.fact("state");
    if (before) {
        state = before;
        clock.keepOffset(before.offset);
    }
    await poll();
    if (!away)
        await keepShell();
})();
