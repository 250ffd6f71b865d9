// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What the service workers of dispensers and kiosks have in common: a page of the server, or one that is kept when there is
// no answer in time or the server says that it is in trouble; and the parts of pages, kept ones first.
//
//   takeOver()                              a new worker does not wait for the old one
//   pageOr(request, ms, kept, cacheName)    kept: address of the page that stands for it
//   part(request, cacheName)
export function takeOver() {
    addEventListener("install", () => self.skipWaiting());
    addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
}

export async function pageOr(request, ms, kept, cacheName) {
    try {
        const answer = await fetch(request, { signal: AbortSignal.timeout(ms) });
        if (answer.status < 500)
            return answer;
    } catch {
        // away: what is kept goes on
    }
    return await caches.match(kept, { cacheName }) || Response.error();
}

export async function part(request, cacheName) {
    return await caches.match(request, { cacheName, ignoreVary: true }) || fetch(request);
}
