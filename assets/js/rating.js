// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The tablet at a counter: wakes when something may be rated there, sends a vote without leaving the page while the
// server is away, and goes back to sleep. Every page of it is whole without the script; what is missing then is only the waking
// and the keyboard for words.
//
// A vote is sent until it is answered: the server counts it once, however often it comes. Once the first try failed the screen
// says that the vote is kept, and no longer which one it was, since the next person may see it.
import { startKeyboard } from "./typing/keyboard.js";

const page = document.querySelector("[data-rating]");
const { rating: state, service, home, thanks, events } = page.dataset;
const THANKS_MS = 3000;
const IDLE_MS = 60000;
const RETRY_MS = 1500;
const ANSWER_MS = 5000;
let idle = 0;
let leaving = "";
let sending = false;

// A server that hangs is as good as none.
async function ask(address, options) {
    const answer = await fetch(address, { cache: "no-store", credentials: "same-origin", signal: AbortSignal.timeout(ANSWER_MS), ...options });
    if (answer.status >= 500)
        throw new Error(answer.status);
    return answer;
}

// The next page, once the server has it: a tablet has no button to come back from an error of the browser.
function go(address) {
    if (leaving === address)
        return;
    leaving = address;
    ask(address).then((answer) => {
        if (leaving === address)
            location.replace(answer.url);
    }).catch(() => {
        if (leaving === address)
            leaving = "";
        setTimeout(go, RETRY_MS, address);
    });
}

// Nobody touches it any more: what could be rated is left, and does not wake the tablet again.
function leave() {
    go(state === "open" ? `${home}?qua=${service}` : home);
}

function stay() {
    clearTimeout(idle);
    if (!sending && (state === "open" || state === "more"))
        idle = setTimeout(leave, IDLE_MS);
}

// ---- a vote, and what follows it

function keep() {
    const words = page.querySelector("[data-kept]");
    if (!words)
        return;
    const said = words.content.cloneNode(true);
    page.querySelectorAll(":scope > :not([data-live-band])").forEach((part) => part.remove());
    page.append(said);
}

function send(address, fields) {
    ask(address, { method: "POST", body: fields }).then((answer) => {
        location.replace(answer.redirected || answer.ok ? answer.url : home);
    }).catch(() => {
        keep();
        setTimeout(send, RETRY_MS, address, fields);
    });
}

document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-vote]"))
        return;
    event.preventDefault();
    if (sending || leaving)
        return;
    sending = true;
    stay();
    const fields = new URLSearchParams(new FormData(event.target, event.submitter));
    event.submitter?.setAttribute("aria-disabled", "true");
    send(event.target.action, fields);
});

// ---- words: the keyboard takes the place of the reasons

const form = page.querySelector("[data-writes]");

function write(on) {
    form.classList.toggle("mc-rate__more--writing", on);
    form.querySelector("[data-reasons]").hidden = !on;
    form.querySelector("[data-skip]").hidden = on;
}

if (form) {
    form.querySelector("textarea").addEventListener("focus", () => write(true));
    form.querySelector("[data-reasons]").addEventListener("click", () => {
        write(false);
        form.querySelector("[type=checkbox]").focus();
    });
    form.querySelector("[data-skip]").addEventListener("click", (event) => {
        event.preventDefault();
        go(thanks);
    });
    startKeyboard();
}

// ---- what happens at the counter

// Somebody who writes reasons is not interrupted by the next service; whoever looks at faces of the last one is.
function look(now) {
    if (now.service === service || state === "more" || state === "thanks" || sending)
        return;
    if (state === "asleep" && !now.service)
        return;
    go(home);
}

["pointerdown", "keydown", "input"].forEach((name) => document.addEventListener(name, stay, { passive: true }));
stay();
if (state === "thanks")
    setTimeout(go, THANKS_MS, home);
if (events)
    window.MotcuaLive.follow({ events, snapshot: page.dataset.state, everyS: 5, settleMs: 0, onSnapshot: look, onRefused: () => go("/kiosk") });
