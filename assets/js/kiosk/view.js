// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// How this visitor wants to read: larger (l), more contrast (c), everything low enough for a wheelchair (t), spoken (n).
// Kept in a cookie of letters, which the server reads so that the next page comes as this one looks, until the visit ends.
// A dispenser has names of its own for how it looks, and is dressed by this script alone.
//
//   startView()      the buttons of the bar get to work
//   isOn(letter)
//   isChanged()      something is on
//   forgetView()     as it was for nobody; the next page shows it
//   endView()        the same, on this page
//   document "kiosk-view"   an event after each change; detail: { letter, on }
const CLASSES = { l: "larger", c: "contrast", t: "low" };
const NAME = location.protocol === "https:" ? "__Host-kieu-xem" : "kieu-xem";
const root = document.documentElement;
const PREFIX = root.classList.contains("mc-kiosk") ? "mc-kiosk--" : "mc-root--kiosk-";

function chosen() {
    const found = document.cookie.split("; ").find((part) => part.startsWith(`${NAME}=`));
    return found ? found.slice(NAME.length + 1) : "";
}

function keep(letters) {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `${NAME}=${letters}; Path=/; SameSite=Strict${letters ? "" : "; Max-Age=0"}${secure}`;
}

export function isOn(letter) {
    return chosen().includes(letter);
}

export function isChanged() {
    return chosen() !== "";
}

export function forgetView() {
    keep("");
}

function show() {
    Object.entries(CLASSES).forEach(([letter, name]) => root.classList.toggle(PREFIX + name, isOn(letter)));
    document.querySelectorAll("[data-view]").forEach((key) => key.setAttribute("aria-pressed", String(isOn(key.dataset.view))));
}

export function endView() {
    forgetView();
    show();
}

function turn(key) {
    const letter = key.dataset.view;
    const on = !isOn(letter);
    const said = document.querySelector("[data-view-said]");
    keep(on ? chosen() + letter : chosen().replace(letter, ""));
    show();
    said.textContent = `${key.lastElementChild.textContent}: ${on ? said.dataset.on : said.dataset.off}`;
    document.dispatchEvent(new CustomEvent("kiosk-view", { detail: { letter, on } }));
}

export function startView() {
    show(); // a page that the browser has kept was made for somebody else
    document.querySelectorAll("[data-view]").forEach((key) => {
        key.hidden = false;
        key.addEventListener("click", () => turn(key));
    });
    document.querySelectorAll("dialog [data-close]").forEach((key) => key.addEventListener("click", () => key.closest("dialog").close()));
}
