// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The tablet at a counter: wakes when something may be rated there, sends a vote without leaving the page while the
// server is away, and goes back to sleep. Every page of it is whole without the script; what is missing then is only the waking.
(function () {
    "use strict";

    var doc = document;
    var page = doc.querySelector("[data-rating]");
    var state = page.dataset.rating;
    var service = page.dataset.service;
    var THANKS_MS = 3000;
    var IDLE_MS = 60000;
    var RETRY_MS = 1500;
    var idle;
    var leaving = false;

    // The next page, once the server has it: a tablet has no button to come back from an error of the browser.
    function go(address) {
        if (leaving === address)
            return;
        leaving = address;
        fetch(address, { cache: "no-store", credentials: "same-origin" }).then(function (answer) {
            if (leaving !== address)
                return;
            if (answer.status >= 500)
                throw new Error(answer.status);
            location.replace(answer.url);
        }).catch(function () {
            leaving = false;
            setTimeout(go, RETRY_MS, address);
        });
    }

    // Nobody touches it any more: what could be rated is left, and does not wake the tablet again.
    function leave() {
        go(state === "open" ? page.dataset.home + "?qua=" + service : page.dataset.home);
    }

    function stay() {
        clearTimeout(idle);
        if (state === "open" || state === "more")
            idle = setTimeout(leave, IDLE_MS);
    }

    function send(form, button) {
        var fields = new URLSearchParams(new FormData(form));
        if (button && button.name)
            fields.set(button.name, button.value);
        fetch(form.action, { method: "POST", body: fields, credentials: "same-origin" }).then(function (answer) {
            if (answer.status >= 500)
                throw new Error(answer.status);
            location.replace(answer.redirected || answer.ok ? answer.url : page.dataset.home);
        }).catch(function () {
            setTimeout(send, RETRY_MS, form, button);
        });
    }

    doc.addEventListener("submit", function (event) {
        var form = event.target;
        if (!form.matches("[data-vote]"))
            return;
        event.preventDefault();
        if (form.dataset.under)
            return;
        form.dataset.under = "1";
        clearTimeout(idle);
        if (event.submitter)
            event.submitter.setAttribute("aria-disabled", "true");
        send(form, event.submitter);
    }, true);

    // Somebody who writes reasons is not interrupted by the next service; whoever looks at faces of the last one is.
    function look(now) {
        if (now.service === service || state === "more" || state === "thanks" || doc.querySelector("[data-under]"))
            return;
        if (state === "asleep" && !now.service)
            return;
        go(page.dataset.home);
    }

    ["pointerdown", "keydown", "input"].forEach(function (name) {
        doc.addEventListener(name, stay, { passive: true });
    });
    stay();
    if (state === "thanks")
        setTimeout(go, THANKS_MS, page.dataset.home);
    if (page.dataset.events)
        window.MotcuaLive.follow({
            events: page.dataset.events,
            snapshot: page.dataset.state,
            everyS: 5,
            settleMs: 0,
            onSnapshot: look,
            onRefused: function () {
                go("/kiosk");
            }
        });
}());
