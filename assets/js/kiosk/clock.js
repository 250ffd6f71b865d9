// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The clock of the header goes by the server's time, whatever the device's own clock says; and the first page is made
// anew when the hall opens or closes.
//
//   startClock()
const TICK_MS = 1000;

const stamp = (text) => Date.parse(`${text.replace(" ", "T").slice(0, 19)}Z`);

export function startClock() {
    const face = document.querySelector("[data-kiosk-clock]");
    const start = document.querySelector("[data-kiosk-start]");
    const turns = start && start.dataset.turns ? stamp(start.dataset.turns) : Infinity;
    let offset = stamp(document.body.dataset.kioskNow || "") - performance.now();
    let well = true;

    function tick() {
        const now = offset + performance.now();
        if (Number.isNaN(now))
            return;
        face.textContent = new Date(now).toISOString().slice(11, 16);
        if (now >= turns && well)
            location.reload();
    }
    if (!face)
        return;
    if (document.querySelector("[data-offline-list]")) { // kept at another time: no clock is better than a wrong one
        offset = NaN;
        face.textContent = "";
    }
    document.addEventListener("motcua-beat", (event) => {
        offset = stamp(event.detail.local) - performance.now();
        well = true;
        tick();
    });
    document.addEventListener("motcua-health", (event) => { well = event.detail.state === "well"; });
    setInterval(tick, TICK_MS);
}
