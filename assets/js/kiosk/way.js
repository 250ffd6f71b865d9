// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// From page to page in one place of the history, so that going back leads to nothing of anybody's. A form that asks is
// sent in the background: its answer is the next page, or the same one with what is wrong.
//
//   startWay(again)   again() is called when the main part of the page is another one
//   go(address)       the next page
import { ringScan } from "./scan.js";

const ANSWER_MS = 8000;
let underWay = null;

export function go(address) {
    location.replace(address);
}

function isPlain(event) {
    return event.button === 0 && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}

function follow(event) {
    const link = event.target.closest("a[href]");
    if (!link || !isPlain(event) || link.origin !== location.origin || link.getAttribute("href").startsWith("#"))
        return;
    event.preventDefault();
    go(link.href);
}

function showAway(form) {
    const away = document.querySelector("[data-kiosk-away]");
    if (away)
        away.hidden = false;
    else if (navigator.serviceWorker?.controller) // the page that asks for it, or the one that is kept for then
        go(document.body.dataset.kioskLookup);
    delete form.dataset.sent;
}

async function swap(answer, again) {
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const main = page.querySelector("main");
    document.querySelector("main").replaceWith(main);
    document.title = page.title;
    again();
    (main.querySelector("[data-keyboard]") || main).focus({ preventScroll: true });
}

// One question at a time: the answer to an earlier one, perhaps of somebody else, is not waited for any more.
async function send(form, again) {
    underWay?.abort();
    const question = new AbortController();
    underWay = question;
    const late = setTimeout(() => question.abort(), ANSWER_MS);
    try {
        const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), cache: "no-store", signal: question.signal });
        if (answer.redirected)
            go(answer.url);
        else if (answer.status >= 500)
            showAway(form);
        else
            await swap(answer, again);
    } catch (error) {
        console.warn(String(error));
        if (question === underWay)
            showAway(form);
    } finally {
        clearTimeout(late);
    }
}

function submit(event, again) {
    const form = event.target.closest("[data-kiosk-form]");
    if (!form || event.defaultPrevented)
        return;
    event.preventDefault();
    if (form.method === "get")
        go(`${form.action}?${new URLSearchParams(new FormData(form))}`);
    else
        send(form, again);
}

export function startWay(again) {
    document.addEventListener("click", follow);
    document.addEventListener("submit", (event) => submit(event, again));
    ringScan((form) => send(form, again));
}
