// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What fits while somebody types, between the field and the keyboard.
//
//   startFound()          once a main part; the field says where it asks (data-found-of)
//   showFound(items)      items: { text, note, href } or { text, note, act }
const WAIT_MS = 180;
const LEAST = 2; // characters

function part(tag, name, text) {
    const node = document.createElement(tag);
    node.className = name;
    node.textContent = text;
    return node;
}

function row(item) {
    const line = document.createElement("li");
    const link = document.createElement(item.href ? "a" : "button");
    link.className = "mc-hits__link";
    if (item.href) {
        link.href = item.href;
    } else {
        link.type = "button";
        link.addEventListener("click", item.act);
    }
    link.append(part("strong", "mc-hits__name", item.text), part("span", "mc-hits__note", item.note));
    line.append(link);
    return line;
}

export function showFound(items, typed) {
    const list = document.querySelector("[data-found]");
    const said = document.querySelector("[data-found-said]");
    const often = document.querySelector("[data-popular]");
    if (!list) // wiped meanwhile
        return;
    list.replaceChildren(...items.map(row));
    list.hidden = items.length === 0;
    if (often)
        often.hidden = items.length > 0;
    const shown = [...list.children].filter((line) => line.offsetParent).length; // a low screen has room for fewer
    said.textContent = !typed ? "" : shown === 0 ? said.dataset.none :
        shown === 1 ? said.dataset.one : said.dataset.many.replace("{n}", shown);
}

export function startFound() {
    const field = document.querySelector("[data-found-of]");
    let timer = 0;
    let request = null;

    async function ask() {
        const typed = field.value.trim();
        request?.abort();
        request = new AbortController();
        if (typed.length < LEAST) {
            showFound([], "");
            return;
        }
        try {
            const answer = await fetch(`${field.dataset.foundOf}?q=${encodeURIComponent(typed)}`, { signal: request.signal });
            const { items } = await answer.json();
            if (typed === field.value.trim())
                showFound(items, typed);
        } catch (error) { /* the button still searches */ }
    }
    if (!field)
        return;
    field.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(ask, WAIT_MS);
    });
    if (field.value)
        ask();
}
