// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Nobody has touched anything for 45 seconds: is somebody there? 15 seconds later everything is wiped: what is on the
// screen, in the fields and the tab, how it was to look; and the first page takes the place of this one. The body says
// after how many seconds (data-kiosk-warn, data-kiosk-wipe).
//
//   startIdle()
import { forgetView, isChanged } from "./view.js";

const TICK_MS = 500;
const body = document.body;

// First what can be seen: the next page may take a while, or never come.
function wipe() {
    document.querySelectorAll("input, textarea").forEach((field) => {
        field.value = "";
        field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    document.querySelector("main").textContent = "";
    forgetView();
    try {
        sessionStorage.clear();
    } catch (error) { /* nothing was kept either */ }
    location.replace(body.dataset.kiosk);
}

// The first page as everybody finds it, or the one that stands for it without the server, has nothing to be wiped.
function isUntouched() {
    const away = document.querySelector("[data-offline-list]");
    const isStart = document.querySelector("[data-kiosk-start]") ||
        (away && !away.querySelector("input").value && !away.classList.contains("mc-find--kept"));
    return isStart && location.pathname === body.dataset.kiosk && !isChanged();
}

export function startIdle() {
    const box = document.querySelector("[data-idle-box]");
    const left = document.querySelector("[data-idle-left]");
    const [warn, end] = [1000 * body.dataset.kioskWarn, 1000 * body.dataset.kioskWipe];
    let touched = performance.now();
    let ended = false;

    function touch() {
        if (!box.open)
            touched = performance.now();
    }
    function stay() {
        box.close();
        touched = performance.now();
    }
    function finish() {
        ended = true;
        wipe();
    }
    function tick() {
        const idle = performance.now() - touched;
        if (ended || isUntouched())
            return;
        if (idle >= end) {
            finish();
            return;
        }
        if (idle >= warn) {
            left.textContent = String(Math.ceil((end - idle) / 1000));
            if (!box.open) {
                document.querySelectorAll("dialog[open]").forEach((other) => other.close());
                box.showModal();
            }
        }
    }
    if (!box || !end || document.querySelector("[data-self-test]")) // staff stand before that, and wait for paper
        return;
    ["pointerdown", "keydown", "wheel", "input"].forEach((name) => addEventListener(name, touch, { capture: true, passive: true }));
    document.addEventListener("motcua:scan", () => { if (box.open) stay(); });
    box.querySelector("[data-idle-stay]").addEventListener("click", stay);
    box.addEventListener("cancel", (event) => { event.preventDefault(); stay(); });
    document.addEventListener("click", (event) => { if (event.target.closest("[data-idle-end]")) finish(); });
    document.querySelectorAll("main [data-idle-end]").forEach((key) => { key.hidden = false; });
    // A page that the browser took out of its memory is one that somebody left.
    addEventListener("pageshow", (event) => { if (event.persisted) finish(); });
    if (window.MotcuaHealth)
        window.MotcuaHealth.hold(() => !isUntouched() && performance.now() - touched < end);
    setInterval(tick, TICK_MS);
}
