// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The browser keeps what a kiosk needs without its server (assets/js/kiosk_worker.js); the first page tells it to look
// whether there is something newer.
//
//   startWorker()
export async function startWorker() {
    const { kioskWorker, healthVersion } = document.body.dataset;
    const start = document.querySelector("[data-kiosk-start]");
    if (!("serviceWorker" in navigator) || !kioskWorker || !start)
        return;
    try {
        const all = await Promise.all(["/kiosk/", "/en/kiosk/"].map((scope) => navigator.serviceWorker.register(kioskWorker, { scope })));
        await Promise.all(all.map(async (registration) => {
            const worker = registration.active || registration.waiting || registration.installing;
            worker.postMessage({ version: healthVersion, edition: start.dataset.edition, scope: new URL(registration.scope).pathname });
        }));
    } catch (error) {
        console.warn(String(error)); // without it everything goes on while the server is there
    }
}
