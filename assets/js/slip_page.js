// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A ticket, or what a code has led to, as a page of its own: somebody touched, or the scanner read, before the script of the
// dispenser was there. Printed and left as there, so that no screen stays with what was somebody's.
import { attend, printSlip } from "./dispenser/ticket.js";
import { endView, startView } from "./kiosk/view.js";

const IDLE_MS = 60000;

const ticket = document.querySelector("[data-dispenser-ticket]");
const page = ticket || document.querySelector("[data-dispenser-found]");
const alone = !document.body.dataset.kiosk; // on a kiosk its own script ends the visit
let touchedAt = performance.now();

function leave() {
    if (alone)
        endView();
    location.replace(page.dataset.home);
}

function showTicket() {
    const form = page.querySelector("[data-again-form]");
    let asked = false;
    const again = () => {
        if (!asked)
            form.submit();
        asked = true;
    };
    attend(page, { again, leave, leavingText: page.dataset.leavingText, keptText: page.dataset.keptText });
    // Loaded anew or gone back to, it has been printed.
    const [came] = performance.getEntriesByType("navigation");
    if (!came || came.type === "navigate")
        printSlip(page);
}

function showFound() {
    page.querySelector("[data-leave]").addEventListener("click", (event) => {
        event.preventDefault();
        leave();
    });
    ["pointerdown", "keydown"].forEach((name) => addEventListener(name, () => {
        touchedAt = performance.now();
    }, true));
    setInterval(() => {
        if (alone && performance.now() - touchedAt > IDLE_MS)
            leave();
    }, 1000);
}

if (alone)
    startView();
if (ticket)
    showTicket();
else
    showFound();
