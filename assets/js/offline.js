// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Service worker of the ticket dispenser: the page and its parts come from the cache when the server is away. The page
// itself puts them there. Nothing else passes through here.
import { pageOr, part, takeOver } from "./worker/kept.js";

const CACHE = "motcua-lay-so";
const ANSWER_MS = 3000;

takeOver();

addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== self.location.origin)
        return;
    if (request.mode === "navigate" && /^(?:\/en)?\/kiosk\/lay-so$/.test(pathname))
        event.respondWith(pageOr(request, ANSWER_MS, pathname, CACHE));
    else if (pathname.startsWith("/static/"))
        event.respondWith(part(request, CACHE));
});
