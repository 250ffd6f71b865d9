// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The small screen over a counter: the number before it, or that it is free, on hold, closed.
(function () {
    "use strict";

    var doc = document;
    var display = doc.querySelector("[data-display]");
    var AGAIN_MS = 2000; // called again it leaves the gold for so long and comes back to it
    var againUntil = 0;

    function part(name) {
        return doc.querySelector("[data-" + name + "]");
    }

    function put(element, text) {
        if (element.textContent !== text)
            element.textContent = text;
    }

    // state: called, serving, open, paused, closed
    function show(state, label) {
        var again = state === "called" && performance.now() < againUntil;
        display.className = "mcb-face mcb-face--" + state + (again ? " mcb-face--again" : "");
        put(part("word"), part("word").dataset[state]);
        put(part("number"), label || "");
        put(part("text"), part("text").dataset[state] || "");
    }

    function showAgain(label) {
        againUntil = performance.now() + AGAIN_MS;
        show("called", label);
        setTimeout(function () {
            if (performance.now() >= againUntil)
                display.classList.remove("mcb-face--again");
        }, AGAIN_MS + 20);
    }

    function showOfficer(officer) {
        part("officer").hidden = !officer;
        put(part("officer-title"), officer ? officer.title : "");
        put(part("officer-name"), officer ? officer.name : "");
    }

    window.MotcuaLive.follow({
        events: display.dataset.events,
        snapshot: display.dataset.snapshot,
        everyS: 5,
        onEvent: function (event) {
            if (event.k === "called")
                show("called", event.t);
            else if (event.k === "recalled")
                showAgain(event.t);
        },
        onSnapshot: function (counter) {
            put(part("counter-name"), counter.name);
            show(counter.label ? counter.ticket : counter.state, counter.label);
            showOfficer(counter.officer);
        }
    });
})();
