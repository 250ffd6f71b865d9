// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A ticket on the screen: printed at once, printed again on request, gone after a while.
const LEAVE_S = 12;
const COPY_S = 30; // while the printer is out of order: to write the number down
const KEEP_S = 60;

// The printer as it was last said: by the server, or by who stands here while it is away. A browser that prints without
// asking does not learn whether paper came out.
let printer = "";

document.addEventListener("motcua-beat", (event) => {
    printer = event.detail.printer;
});

const isOut = () => printer === "no_paper" || printer === "trouble";

function showPrinter(section) {
    const line = section.querySelector("[data-printing]");
    if (!isOut())
        return;
    line.classList.add("mc-turn__print--bad");
    line.textContent = printer === "trouble" ? line.dataset.bad : line.dataset.empty;
}

function printerFailed(section) {
    printer = "trouble";
    window.MotcuaHealth?.printer(printer);
    showPrinter(section);
}

// Once it was printed again: "it still does not come out", in the place of the button for that.
export function offerMissing(section, printedAgain) {
    section.querySelector("[data-missing-slip]").hidden = !printedAgain;
    const again = section.querySelector("[data-again]");
    (again.closest("form") || again).hidden = printedAgain;
}

// After the letters have their shape. A printer that fails leaves the number where it is: on the screen.
export function printSlip(section) {
    const settled = document.fonts ? document.fonts.ready : Promise.resolve();
    return settled.then(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))).then(() => {
        try {
            print();
        } catch (error) {
            console.warn(error);
            printerFailed(section);
        }
    });
}

// section: with the ticket inside. again(): prints it again; leave(): back to the start. Answers how to stop.
export function attend(section, { again, leave, leavingText, keptText }) {
    const line = section.querySelector("[data-leaving]");
    const keep = section.querySelector("[data-keep]");
    let left = isOut() ? COPY_S : LEAVE_S;
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
    // Only after it was printed again in vain: one wrong touch is no fault of the printer.
    const missing = section.querySelector("[data-missing-slip]");
    offerMissing(section, section.querySelector(".mc-slip__again").textContent !== "");
    missing.addEventListener("click", () => {
        offerMissing(section, false);
        printerFailed(section);
        left = KEEP_S;
        kept = true;
        show();
    });
    showPrinter(section);
    section.querySelector("[data-again]").addEventListener("click", (event) => {
        event.preventDefault();
        left = Math.max(left, LEAVE_S);
        again();
    });
    show();
    return () => clearInterval(beat);
}
