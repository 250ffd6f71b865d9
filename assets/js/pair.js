// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A device without a keyboard pairs by itself: it asks for a code, asks for another when that has ended, and goes on
// when it is approved. Without it the page has a button and a link that do the same.
(function () {
    "use strict";

    var doc = document;
    var page = doc.querySelector("[data-pair]");
    var lost = doc.querySelector("[data-pair-lost]");
    var again = doc.querySelector("[data-pair-again]");
    var form = doc.querySelector("[data-pair-ask]");
    var POLL_MS = 2500;
    var RETRY_MS = 60000;

    function go() {
        location.replace(location.pathname);
    }

    function mark(isLost) {
        if (lost)
            lost.hidden = !isLost;
    }

    function poll() {
        fetch(page.dataset.pairState, { cache: "no-store", credentials: "same-origin" })
            .then(function (answer) {
                return answer.ok ? answer.json() : Promise.reject(answer.status);
            })
            .then(function (answer) {
                mark(false);
                if (answer.state !== page.dataset.pair)
                    go();
                else
                    setTimeout(poll, POLL_MS);
            })
            .catch(function () {
                mark(true);
                setTimeout(poll, POLL_MS);
            });
    }

    if (page.dataset.pair === "asking")
        poll();
    else if (page.dataset.pair === "unknown" || page.dataset.pair === "ended")
        form.requestSubmit();
    else if (page.dataset.pair === "revoked")
        setTimeout(function () {
            form.requestSubmit();
        }, RETRY_MS);
    else if (again)
        setTimeout(go, RETRY_MS);
}());
