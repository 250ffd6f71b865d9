// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The page of a hall as it is now: when something happens its parts are taken anew from the server, as the page has them.
(function () {
    "use strict";

    var page = document.querySelector("[data-hall-live]");
    if (!page || !window.MotcuaLive)
        return;

    var turn = 0;

    // Only what differs, so that nothing is read out twice and the place of the keyboard is kept.
    function swap(fresh) {
        page.querySelectorAll("[data-swap]").forEach(function (old) {
            var part = fresh.getElementById(old.id);
            if (part && part.innerHTML !== old.innerHTML)
                old.innerHTML = part.innerHTML;
        });
    }

    function renew() {
        var own = ++turn;
        fetch(location.href, { cache: "no-store" }).then(function (answer) {
            if (!answer.ok || answer.redirected)
                throw answer.status;
            return answer.text();
        }).then(function (text) {
            if (own === turn)
                swap(new DOMParser().parseFromString(text, "text/html"));
        }).catch(function () {
            feed.refresh(); // which says so when the server is away
        });
    }

    var first = true;
    var feed = window.MotcuaLive.follow({
        events: page.dataset.events,
        snapshot: page.dataset.state,
        settleMs: 200,
        onSnapshot: function () {
            if (!first)
                renew();
            first = false;
        },
        onRefused: function (status) {
            if (status === 401 || status === 403)
                location.reload();
        }
    });

    page.querySelector("[data-refresh]").hidden = true;
})();
