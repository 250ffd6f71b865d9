// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Codes that a scanner types. It is a keyboard that is faster than a person and ends with Enter or Tab; which keys it
// presses says the code, whatever the focus, the layout (a digit is also its place on the keyboard), Shift, Caps Lock or
// the way of typing Vietnamese make of them.
//
//   watchScans(everywhere, otherwise)
//       once a page. A scan comes as the event "motcua:scan" on the document, its detail { code, kind }:
//         lookup   the 16 digits of a look-up code, also out of the address in a receipt's QR code
//         booking  the 12 digits of an appointment, out of the address in its QR code
//         dossier  another code: the number of a dossier, in capitals
//         card     the QR code of an identity card; code is "" and nothing of the person is kept
//         unread   everywhere alone, where nobody types: a code that is none of these; code is ""
//       A listener that has dealt with it calls preventDefault(); else otherwise(detail) is called.
//       everywhere: also while a field has the focus. The field is then as before, which an "input" event tells; keys that
//       came before a scan was known did reach it. Not everywhere: whoever scans into a field types into it.
//   newBurst(), hear(burst, stroke, typing)
//       the same as pure functions
//   linkedCode(text)
//       the look-up code in an address of ours, or ""
import { restore, snapshot } from "./field.js";

export const GAP_MS = 35; // between two keys, at most
const SHORTEST = 8; // characters
const LONGEST = 400;
const UNKNOWN = "\uFFFD"; // a key that says no character

const LINK = /\/t\/(\d{16})(?!\d)/i;
const BOOKED = /\/lich\/(\d{12})(?!\d)/i;
const CARD = /^\d{12}\|/;
const NUMBER = /^(?=.*\d)[\dH.\-]{8,40}$/; // what may be a scan where somebody might be typing
const CODE = /^(?=.*\d)[\dA-Z][\dA-Z .\-\/]{7,39}$/; // where nobody types

// Keys by their place on the keyboard, with or without Shift.
const PLACES = {
    Minus: "-", NumpadSubtract: "-", Period: ".", NumpadDecimal: ".", Slash: "/", NumpadDivide: "/", Semicolon: ":", Space: " "
};

function placed(code) {
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(code);
    const letter = /^Key([A-Z])$/.exec(code);
    return digit ? digit[1] : letter ? letter[1] : PLACES[code] || UNKNOWN;
}

function goesOn(burst, at) {
    return at - burst.last <= GAP_MS;
}

export function newBurst() {
    return { typed: "", places: "", last: -Infinity };
}

export function linkedCode(text) {
    const link = LINK.exec(text);
    return link ? link[1] : "";
}

function read(text, typing) {
    const linked = linkedCode(text);
    const booked = BOOKED.exec(text);
    const code = text.toUpperCase();
    if (linked)
        return { code: linked, kind: "lookup" };
    if (booked)
        return { code: booked[1], kind: "booking" };
    if (CARD.test(text))
        return { code: "", kind: "card" };
    if ((typing ? NUMBER : CODE).test(code))
        return { code, kind: /^\d{16}$/.test(code) ? "lookup" : "dossier" };
    return null;
}

// One key of a burst. stroke: { key, code, at } as in a keydown event, at in ms; typing: a field has the focus.
// Answers { burst, found }: the burst to go on with, and what was scanned or null.
export function hear(burst, stroke, typing) {
    const now = goesOn(burst, stroke.at) ? burst : newBurst();
    if (stroke.key === "Enter" || stroke.key === "Tab") {
        const found = now.typed.length < SHORTEST && now.places.length < SHORTEST ? null :
            read(now.typed, typing) || read(now.places, typing);
        return { burst: newBurst(), found };
    }
    if (/^(?:Shift|CapsLock|AltGraph|NumLock)$/.test(stroke.key))
        return { burst: { ...now, last: stroke.at }, found: null };
    const char = stroke.key.length === 1 ? stroke.key : /^(?:Dead|Process|Unidentified)$/.test(stroke.key) ? UNKNOWN : "";
    if (!char || now.typed.length >= LONGEST)
        return { burst: newBurst(), found: null };
    return { burst: { typed: now.typed + char, places: now.places + placed(stroke.code), last: stroke.at }, found: null };
}

// What takes letters: in a box to tick nobody types, and Enter there would send its form.
function isField(node) {
    return /^(?:TEXTAREA|SELECT)$/.test(node.tagName) || (node.tagName === "INPUT" && !/^(?:checkbox|radio|button|submit|reset|image|file)$/.test(node.type));
}

export function watchScans(everywhere, otherwise) {
    let burst = newBurst();
    let before = new Map(); // the fields the burst typed into, as they were

    function tell(found) {
        before.forEach((was, field) => restore(field, was));
        before = new Map();
        const scan = new CustomEvent("motcua:scan", { detail: found, cancelable: true });
        if (document.dispatchEvent(scan))
            otherwise(found);
    }

    addEventListener("keydown", (event) => {
        const field = event.target;
        const typing = isField(field);
        if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || (typing && !everywhere)) {
            burst = newBurst();
            return;
        }
        const stroke = { key: event.key, code: event.code, at: event.timeStamp };
        if (!goesOn(burst, stroke.at))
            before = new Map();
        if (typing && !before.has(field))
            before.set(field, snapshot(field));
        const heard = hear(burst, stroke, typing);
        const alone = everywhere && !typing && goesOn(burst, stroke.at);
        const unread = alone && burst.typed.length >= SHORTEST && /^(?:Enter|Tab)$/.test(stroke.key);
        burst = heard.burst;
        if (!heard.found && !unread) {
            if (alone && stroke.key === " ") // it would press the button that has the focus
                event.preventDefault();
            return;
        }
        event.preventDefault();
        event.stopImmediatePropagation();
        tell(heard.found || { code: "", kind: "unread" });
    }, true);
}
