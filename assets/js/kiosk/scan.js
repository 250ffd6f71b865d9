// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A receipt before the scanner is looked up from every page, whatever stands there; but a page that asks for codes itself,
// as that of the tickets does (data-scan-form, data-scan), has them.
//
//   ringScan(send)   send(form) asks for what was scanned
const UNREAD = "-"; // no code of ours: the answer says what to hold before the scanner

// Where the page has no box for it: a form as the page of the look-up has one.
function formFor(code) {
    const form = document.createElement("form");
    const field = document.createElement("input");
    form.method = "post";
    form.action = document.body.dataset.kioskLookup;
    field.name = "ma";
    field.value = code;
    form.append(field);
    return form;
}

export function ringScan(send) {
    document.addEventListener("motcua:scan", async (event) => {
        const taken = event.defaultPrevented || document.querySelector("[data-scan-form], input[data-scan]");
        const { code } = event.detail;
        if (taken || !document.body.dataset.kioskLookup)
            return;
        event.preventDefault();
        await send(formFor(code || UNREAD));
        const field = document.querySelector("main input[name=ma]");
        if (code || !field || field.value !== UNREAD)
            return;
        field.value = "";
        field.dispatchEvent(new Event("input", { bubbles: true }));
    });
}
