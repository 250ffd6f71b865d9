// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A ticket made on this side, from the empty one of the page.

// The modules of a QR code, eight to a byte, as a path; one unit a module, moved by the quiet zone of four.
export function codePath(size, base64) {
    const bytes = atob(base64);
    const dark = (i) => bytes.charCodeAt(i >> 3) >> (7 - (i & 7)) & 1;
    let path = "";
    for (let y = 0; y < size; y++)
        for (let x = 0; x < size; x++) {
            let end = x;
            while (end < size && dark(y * size + end))
                end++;
            if (end > x)
                path += `M${x + 4} ${y + 4}h${end - x}v1h-${end - x}z`;
            x = end;
        }
    return path;
}

export function fillSlip(section, ticket) {
    const slots = (name, each) => section.querySelectorAll(`[data-slot=${name}]`).forEach(each);
    const texts = {
        number: ticket.label, group: ticket.group, services: ticket.services, class: ticket.class, hall: ticket.hall,
        day: ticket.day, time: ticket.time, note: ticket.note, again: ticket.again || "",
    };
    Object.keys(texts).forEach((name) => slots(name, (node) => {
        node.textContent = texts[name];
    }));
    if (!ticket.code)
        return;
    slots("qr", (node) => {
        node.setAttribute("viewBox", `0 0 ${ticket.size + 8} ${ticket.size + 8}`);
        node.querySelector("path").setAttribute("d", codePath(ticket.size, ticket.code));
    });
}
