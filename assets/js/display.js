// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The small screen over a counter: the number before it, or that it is free, on hold, closed.
(function () {
    "use strict";

    var doc = document;
    var display = doc.querySelector("[data-display]");

    function part(name) {
        return doc.querySelector("[data-" + name + "]");
    }

    function put(element, text) {
        if (element.textContent !== text)
            element.textContent = text;
    }

    // state: called, serving, open, paused, closed
    function show(state, label) {
        display.className = "mcb-face mcb-face--" + state;
        put(part("word"), part("word").dataset[state]);
        put(part("number"), label || "");
        put(part("text"), part("text").dataset[state] || "");
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
            if (event.k === "called" || event.k === "recalled")
                show("called", event.t);
        },
        onSnapshot: function (counter) {
            put(part("counter-name"), counter.name);
            show(counter.label ? counter.ticket : counter.state, counter.label);
            showOfficer(counter.officer);
        }
    });
})();
