// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Service worker of kiosks: when the server is away, pages give way to one that says so and finds procedures in the kept
// list. Both are fetched when the first page says that there are newer ones, and once a day. The ticket dispenser has a
// worker of its own, whose scope is narrower. Nothing a visitor asked for is ever kept.
import { pageOr, part, takeOver } from "./worker/kept.js";

const ANSWER_MS = 5000;
const DAY_MS = 86400000;
const scope = new URL(self.registration.scope).pathname;
const CACHE = `motcua-kiosk ${scope}`; // one for each language
const PAGE = `${scope}ngoai-tuyen`;
const LIST = `${scope}danh-sach`;
const STATE = `${scope}-da-giu`; // no address of the server: what was kept, of which release, when

takeOver();

async function kept() {
    const state = await caches.match(STATE, { cacheName: CACHE });
    return state ? state.json() : {};
}

// The page with all files it names.
async function keepPage(cache) {
    const answer = await fetch(PAGE, { cache: "no-store" });
    if (!answer.ok || answer.redirected)
        throw new Error(`page: ${answer.status}`);
    const text = await answer.clone().text();
    const files = new Set([...text.matchAll(/(?:href|src)="(\/static\/[^"#]+|\/kiosk\/co-chu\/\d+)/g)].map((match) => match[1]));
    await Promise.all([...files].map((file) => cache.add(file)));
    const old = (await cache.keys()).filter(({ url }) => /^\/static\//.test(new URL(url).pathname) && !files.has(new URL(url).pathname));
    await Promise.all(old.map((request) => cache.delete(request)));
    await cache.put(PAGE, answer);
}

async function keepList(cache, etag) {
    const answer = await fetch(LIST, { cache: "no-store", headers: etag ? { "If-None-Match": etag } : {} });
    if (answer.status === 304)
        return etag;
    if (!answer.ok || answer.redirected)
        throw new Error(`list: ${answer.status}`);
    await cache.put(LIST, answer.clone());
    return answer.headers.get("ETag");
}

async function refresh({ version, edition }) {
    const cache = await caches.open(CACHE);
    const was = await kept();
    if (was.version === version && was.edition === edition && Date.now() - was.at < DAY_MS)
        return;
    const etag = await keepList(cache, was.etag);
    await keepPage(cache);
    await cache.put(STATE, new Response(JSON.stringify({ version, edition, etag, at: Date.now() })));
}

addEventListener("message", (event) => {
    event.waitUntil(refresh(event.data).catch((error) => console.warn(String(error))));
});

async function list(request) {
    return await caches.match(request.url, { cacheName: CACHE }) || fetch(request);
}

addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== self.location.origin)
        return;
    if (request.mode === "navigate")
        event.respondWith(pageOr(request, ANSWER_MS, PAGE, CACHE));
    else if (pathname === LIST)
        event.respondWith(list(request));
    else if (pathname.startsWith("/static/") || pathname.startsWith("/kiosk/co-chu/"))
        event.respondWith(part(request, CACHE));
});
