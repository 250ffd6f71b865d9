// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Service worker of the ticket dispenser: the page and its parts come from the cache when the server is away. The page
// itself puts them there. Nothing else passes through here.
const CACHE = "motcua-lay-so";
const ANSWER_MS = 3000;

addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function page(request, path) {
    try {
        const answer = await fetch(request, { signal: AbortSignal.timeout(ANSWER_MS) });
        if (answer.status < 500)
            return answer;
    } catch {
        // away: what is kept goes on
    }
    return await caches.match(path, { cacheName: CACHE }) || Response.error();
}

async function part(request) {
    return await caches.match(request, { cacheName: CACHE, ignoreVary: true }) || fetch(request);
}

addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== self.location.origin)
        return;
    if (request.mode === "navigate" && /^(?:\/en)?\/kiosk\/lay-so$/.test(pathname))
        event.respondWith(page(request, pathname));
    else if (pathname.startsWith("/static/"))
        event.respondWith(part(request));
});
