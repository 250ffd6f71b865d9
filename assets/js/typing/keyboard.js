// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The keyboard on the screen of a kiosk. templates/kiosk/keyboard.cs writes its keys and its words; here they get to work.
//
//   startKeyboard()   once a page; without a keyboard on the page it does nothing
//
// It types into every <input data-keyboard> (of type text or search) and every <textarea data-keyboard> of the page, the one
// that had the focus last or else the first; data-keyboard="digits" asks for digits alone, a textarea has a comma besides.
// Lines of a textarea break where they are full; a keyboard that is plugged in begins new ones with Enter. What it does comes as "input" events of the field, a "change"
// event when the field is left. A keyboard that is plugged in types through the same engine (telex.js) in the way that was
// chosen. The choice stays for the tab ("keyboard-way" in sessionStorage), nothing else is kept: who empties a field from
// a script sets its value and sends an "input" event.
//
// Keys of the template:  data-type  a character     data-tone  sac huyen hoi nga nang
//                        data-do    erase clear shift          data-way   direct telex vni
import { put, snapshot } from "./field.js";
import { drawCaret } from "./caret.js";
import { HOI, HUYEN, NANG, NGA, SAC } from "./letters.js";
import { CLEAR, ERASE, begin, finish, press, shows } from "./line.js";

const TONES = { sac: SAC, huyen: HUYEN, hoi: HOI, nga: NGA, nang: NANG };
const WAYS = ["direct", "telex", "vni"];
const WAY_KEY = "keyboard-way";
const SLIP = 24; // CSS pixels a finger may slide off a key and still press it
const SAY_MS = 1200; // after the last key the text is said as a whole

function rememberedWay() {
    try {
        return sessionStorage.getItem(WAY_KEY);
    } catch (error) {
        return null; // storage may be refused; the first way still works
    }
}

function rememberWay(way) {
    try {
        sessionStorage.setItem(WAY_KEY, way);
    } catch (error) { /* as above */ }
}

function near(key, event) {
    const box = key.getBoundingClientRect();
    return event.clientX >= box.left - SLIP && event.clientX <= box.right + SLIP &&
        event.clientY >= box.top - SLIP && event.clientY <= box.bottom + SLIP;
}

// ---- a field that is typed into ------------------------------------------------------------------------------------

// Keeps the line of the field and writes it there.
class TypedField {
    constructor(input) {
        this.input = input;
        this.line = begin(input.value);
        this.entered = input.value;
        this.changed = false;
        if (document.activeElement !== input)
            put(input, input.value, input.value.length, input.value.length);
        this.caret = drawCaret(input);
    }

    get digits() {
        return this.input.dataset.keyboard === "digits";
    }

    get prose() {
        return this.input.localName === "textarea";
    }

    edit(change) {
        const now = snapshot(this.input);
        if (!shows(this.line, now.value, now.start, now.end))
            this.line = begin(now.value, now.start, now.end);
        this.line = change(this.line);
        if (this.line.text !== now.value)
            this.changed = true;
        put(this.input, this.line.text, this.line.start, this.line.end);
        this.caret.draw();
    }

    enter() {
        this.entered = this.input.value;
        this.changed = false;
    }

    leave() {
        if (this.changed && this.input.value !== this.entered)
            this.input.dispatchEvent(new Event("change", { bubbles: true }));
    }
}

// ---- the keys ------------------------------------------------------------------------------------------------------

class Keyboard {
    constructor(panel, inputs) {
        this.panel = panel;
        this.fields = inputs.map((input) => new TypedField(input));
        this.field = this.fields.find((f) => f.input === document.activeElement) || this.fields[0];
        this.status = panel.querySelector("[role=status]");
        this.shift = false;
        this.timer = 0;
        this.choose(rememberedWay());
    }

    keys(selector) {
        return [...this.panel.querySelectorAll(selector)];
    }

    how() {
        return { way: this.field.digits ? "direct" : this.way, style: this.panel.dataset.style, most: this.field.input.maxLength };
    }

    choose(way) {
        this.way = WAYS.includes(way) ? way : WAYS[0];
        this.keys("[data-way]").forEach((key) => key.setAttribute("aria-pressed", String(key.dataset.way === this.way)));
    }

    raise(on) {
        this.shift = on;
        this.panel.classList.toggle("mc-keyboard--shift", on);
        this.keys("[data-do=shift]").forEach((key) => key.setAttribute("aria-pressed", String(on)));
    }

    turnTo(field) {
        this.field = field;
        this.fields.forEach((f) => f.caret.turn(f === field));
        this.panel.classList.toggle("mc-keyboard--digits", field.digits);
        this.keys("[data-letters]").forEach((part) => { part.hidden = field.digits; });
        this.keys("[data-prose]").forEach((key) => { key.hidden = !field.prose; });
    }

    type(key) {
        this.field.edit((line) => press(line, key, this.how()));
    }

    end() {
        this.field.edit((line) => finish(line, this.how()));
    }

    // Said once a pause, not at each key.
    sayLater() {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => {
            this.status.textContent = this.field.input.value || this.status.dataset.empty;
        }, SAY_MS);
    }

    act(key) {
        const { type, tone, way } = key.dataset;
        const what = key.dataset.do;
        if (way) {
            this.choose(way);
            rememberWay(this.way);
            return;
        }
        if (what === "shift") {
            this.raise(!this.shift);
            return;
        }
        this.type(what === "erase" ? ERASE : what === "clear" ? CLEAR : tone ? TONES[tone] : this.shift ? type.toUpperCase() : type);
        if (type)
            this.raise(false);
        this.sayLater();
    }
}

// ---- fingers and keys ----------------------------------------------------------------------------------------------

// A finger presses its key when it is lifted, or when the next one comes down before that, so that two hands type in the
// order they touch. A finger that slides away presses nothing. Then no click is needed, and with two fingers none comes.
function listenToFingers(keyboard) {
    const { panel } = keyboard;
    const down = new Map(); // pointer → key

    function strike(pointer) {
        const key = down.get(pointer);
        down.delete(pointer);
        if (!panel.contains(document.activeElement))
            keyboard.field.input.focus({ preventScroll: true });
        keyboard.act(key);
    }
    panel.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
    panel.addEventListener("contextmenu", (event) => event.preventDefault());
    panel.addEventListener("pointerdown", (event) => {
        const key = event.target.closest("button");
        if (!key || event.button !== 0)
            return;
        [...down.keys()].forEach(strike);
        down.set(event.pointerId, key);
    });
    addEventListener("pointercancel", (event) => down.delete(event.pointerId));
    addEventListener("pointerup", (event) => {
        if (!down.has(event.pointerId))
            return;
        if (near(down.get(event.pointerId), event))
            strike(event.pointerId);
        else
            down.delete(event.pointerId);
    });
    panel.addEventListener("click", (event) => {
        const key = event.target.closest("button");
        if (key && event.detail === 0) // by a keyboard or assistive technology
            keyboard.act(key);
    });
}

function listenToField(keyboard, field) {
    const { input } = field;
    input.addEventListener("focus", () => {
        field.enter();
        keyboard.turnTo(field);
    });
    input.addEventListener("blur", () => field.leave());
    input.addEventListener("input", () => {
        if (!input.value)
            keyboard.status.textContent = ""; // what was emptied is nowhere any more
    });
    input.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented)
            return;
        if (event.key === "Enter")
            keyboard.end();
        const key = event.key === "Backspace" ? ERASE : event.key;
        if (field.digits || (key.length !== 1 && key !== ERASE))
            return;
        event.preventDefault();
        keyboard.type(key);
    });
    if (input.form)
        input.form.addEventListener("submit", () => field.edit((line) => finish(line, keyboard.how())));
}

export function startKeyboard() {
    const panel = document.querySelector("[data-keyboard-panel]");
    const inputs = [...document.querySelectorAll("input[data-keyboard], textarea[data-keyboard]")];
    if (!panel || inputs.length === 0)
        return;
    const keyboard = new Keyboard(panel, inputs);
    panel.hidden = false;
    keyboard.turnTo(keyboard.field);
    keyboard.fields.forEach((field) => listenToField(keyboard, field));
    listenToFingers(keyboard);
}
