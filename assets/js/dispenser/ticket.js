// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A ticket on the screen: printed at once, printed again on request, gone after a while.
const LEAVE_S = 12;
const KEEP_S = 60;

// After the letters have their shape. A printer that fails leaves the number where it is: on the screen.
export function printSlip() {
    const settled = document.fonts ? document.fonts.ready : Promise.resolve();
    return settled.then(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))).then(() => {
        try {
            print();
        } catch (error) {
            console.warn(error);
        }
    });
}

// section: with the ticket inside. again(): prints it again; leave(): back to the start. Answers how to stop.
export function attend(section, { again, leave, leavingText, keptText }) {
    const line = section.querySelector("[data-leaving]");
    const keep = section.querySelector("[data-keep]");
    let left = LEAVE_S;
    let kept = false;
    const show = () => {
        line.textContent = kept && left > LEAVE_S ? keptText : leavingText.replace("{n}", left);
    };
    const beat = setInterval(() => {
        left--;
        show();
        if (left <= 0)
            leave();
    }, 1000);
    keep.hidden = false;
    keep.addEventListener("click", () => {
        kept = true;
        left = KEEP_S;
        show();
    });
    section.querySelector("[data-leave]").addEventListener("click", (event) => {
        event.preventDefault();
        leave();
    });
    section.querySelector("[data-again]").addEventListener("click", (event) => {
        event.preventDefault();
        left = Math.max(left, LEAVE_S);
        again();
    });
    show();
    return () => clearInterval(beat);
}
