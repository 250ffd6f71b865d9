// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The browser of a device is there for our pages alone. People have no keyboard, but a scanner presses Ctrl with a letter
// for a control character in a code, and a finger that stays opens a menu: nothing of that prints, opens another window,
// leaves the page, or keeps what one visitor typed for the next.
//
//   guard()
const KEYS = /^(?:F\d+|ContextMenu|Help|Print|PrintScreen|Open|Save|New|Close|Find|Browser\w+|Launch\w+|Mail\w+|Zoom\w+)$/;

function stop(event) {
    event.preventDefault();
}

// AltGr is how some keyboards type a letter.
function isCommand(event) {
    return KEYS.test(event.key) || ((event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState("AltGraph"));
}

export function guard() {
    addEventListener("keydown", (event) => {
        if (isCommand(event))
            stop(event);
    }, true);
    addEventListener("wheel", (event) => {
        if (event.ctrlKey)
            stop(event);
    }, { capture: true, passive: false });
    ["contextmenu", "dragstart", "dragover", "drop", "auxclick", "copy", "cut"].forEach((name) => addEventListener(name, stop, true));
}
