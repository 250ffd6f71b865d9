// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// While the server is away: procedures of the kept list, found by a part of their name or code, whatever marks are typed.
// When the server is back and nobody uses the screen, the first page is there again.
//
//   startOffline()   on the page that the browser keeps; elsewhere it does nothing
//   fold(text)       small letters without marks
//   find(items, typed, most)
import { showFound } from "./found.js";

const MOST = 3;

export function fold(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d").replace(/\s+/g, " ").trim();
}

// Names that begin with it first, then those that hold it, then those that hold all its words.
export function find(items, typed, most) {
    const wanted = fold(typed);
    const words = wanted.split(" ");
    const ranked = items.map((item) => {
        const name = item.folded ??= fold(item[1]);
        const rank = name.startsWith(wanted) ? 0 : name.includes(wanted) || item[0].startsWith(wanted) ? 1 :
            words.every((word) => name.includes(word)) ? 2 : 3;
        return { item, rank };
    });
    return ranked.filter(({ rank }) => rank < 3).sort((a, b) => a.rank - b.rank).slice(0, most).map(({ item }) => item);
}

function text(name, value) {
    document.querySelector(`[data-kept-${name}]`).textContent = value;
}

function show(root, [, name, agency, time, fee, papers]) {
    const box = document.querySelector("[data-kept]");
    text("name", name);
    text("agency", agency);
    text("fee", fee || root.dataset.noFee);
    text("time", time || root.dataset.noFee);
    document.querySelector("[data-kept-papers]").replaceChildren(...papers.map((paper) => {
        const line = document.createElement("li");
        line.textContent = paper;
        return line;
    }));
    root.classList.add("mc-find--kept");
    box.hidden = false;
    document.querySelector("[data-kept-name]").focus();
    scrollTo(0, 0);
}

export async function startOffline() {
    const root = document.querySelector("[data-offline-list]");
    if (!root)
        return;
    const field = document.querySelector("#f-q");
    document.querySelector("[data-kept-close]").addEventListener("click", () => {
        document.querySelector("[data-kept]").hidden = true;
        root.classList.remove("mc-find--kept");
        field.focus();
    });
    document.addEventListener("motcua-health", (event) => {
        if (event.detail.state === "well" && !field.value)
            location.replace(document.body.dataset.kiosk);
    });
    if (await caches.match("/kiosk/lay-so"))
        document.querySelector("[data-offline-ticket]").hidden = false;
    const { items } = await (await fetch(root.dataset.offlineList)).json();
    field.addEventListener("input", () => {
        const typed = field.value.trim();
        const found = typed.length < 2 ? [] : find(items, typed, MOST);
        showFound(found.map((item) => ({ text: item[1], note: item[2], act: () => show(root, item) })), typed);
    });
    root.dataset.ready = "";
}
