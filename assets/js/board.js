// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The board of a hall or of one of its zones: shows a call the moment its event arrives, everything else from the
// snapshot (live.js). Numbers and counters only; nobody's name ever comes here.
(function () {
    "use strict";

    var NEW_MS = 12000; // so long a call stands on gold
    var ROWS = 6; // calls before the newest
    var PAGE_COUNTERS = 20;
    var PAGE_MS = 10000;

    var doc = document;
    var board = doc.querySelector("[data-board]");
    var snapshot = { calls: [], counters: [], groups: [] };
    var early = []; // calls the snapshot does not know yet, newest first
    var seenAt = {}; // number of a call → since when it is on this board
    var page = 0;
    var speaker = null;

    function part(name, within) {
        return (within || doc).querySelector("[data-" + name + "]");
    }

    function put(element, text) {
        if (element.textContent !== text)
            element.textContent = text;
    }

    function mine(zone) {
        return !board.dataset.zone || board.dataset.zone === zone;
    }

    // Brings a list to `n` copies of its template and answers them.
    function rows(list, template, n) {
        while (list.children.length > n)
            list.lastElementChild.remove();
        while (list.children.length < n)
            list.appendChild(template.content.cloneNode(true));
        return Array.prototype.slice.call(list.children);
    }

    // ---- calls

    // The last call of each ticket, newest first.
    function calls() {
        var known = {};
        return early.concat(snapshot.calls).filter(function (call) {
            var first = mine(call.z) && !known[call.t];
            known[call.t] = true;
            return first;
        });
    }

    // A call that was old when it came is not new.
    function isNew(call) {
        var now = feed.now();
        var age = call.at && now ? now - Date.parse(call.at.replace(" ", "T") + "Z") : 0;
        if (seenAt[call.e] === undefined)
            seenAt[call.e] = performance.now() - Math.max(0, age);
        return performance.now() - seenAt[call.e] < NEW_MS;
    }

    function showNow(call) {
        var now = part("now");
        part("now-call").hidden = part("now-label").hidden = !call;
        part("now-none").hidden = Boolean(call);
        now.classList.toggle("mcb-now--new", Boolean(call && isNew(call)));
        if (!call)
            return;
        put(part("number", now), call.t);
        put(part("counter-number", now), String(call.c));
        put(part("counter-name", now), nameOf(call.c));
    }

    function showCalls() {
        var all = calls();
        showNow(all[0]);
        all = all.slice(1, 1 + ROWS);
        rows(part("calls"), part("row-call"), all.length).forEach(function (row, i) {
            row.classList.toggle("mcb-call--new", isNew(all[i]));
            put(part("number", row), all[i].t);
            put(part("counter-number", row), String(all[i].c));
        });
    }

    // ---- counters and groups

    function nameOf(number) {
        var found = snapshot.counters.filter(function (counter) {
            return counter.c === number;
        })[0];
        return found ? found.name : "";
    }

    function wordOf(counter) {
        return counter.state === "open" ? board.dataset.idle : counter.state === "paused" ? board.dataset.paused
            : board.dataset.closed;
    }

    function showCounters() {
        var all = snapshot.counters.filter(function (counter) {
            return mine(counter.z);
        });
        var pages = Math.max(1, Math.ceil(all.length / PAGE_COUNTERS));
        var shown = all.slice(page % pages * PAGE_COUNTERS, (page % pages + 1) * PAGE_COUNTERS);
        var list = part("counters");
        var size = all.length <= 4 ? "few" : all.length <= 6 ? "some" : all.length <= 12 ? "" : "many";
        list.parentElement.className = "mcb-counters" + (size && " mcb-counters--" + size);
        rows(list, part("row-counter"), shown.length).forEach(function (row, i) {
            var counter = shown[i];
            row.className = "mcb-counter mcb-counter--" + (counter.t ? counter.ticket : "word mcb-counter--" + counter.state);
            put(part("counter-number", row), String(counter.c));
            put(part("number", row), counter.t || wordOf(counter));
        });
    }

    function showGroups() {
        var english = doc.documentElement.lang === "en";
        var letters = snapshot.counters.filter(function (counter) {
            return mine(counter.z);
        }).map(function (counter) {
            return counter.letters;
        }).join("");
        var all = snapshot.groups.filter(function (group) {
            return !board.dataset.zone || letters.indexOf(group.letter) >= 0;
        });
        part("waiting-part").hidden = !all.length;
        rows(part("groups"), part("row-group"), all.length).forEach(function (row, i) {
            put(part("letter", row), all[i].letter);
            put(part("name", row), english && all[i].name_en || all[i].name);
            put(part("waiting", row), String(all[i].waiting));
        });
    }

    // ---- what arrives

    function onEvent(event) {
        var call = { e: event.e, t: event.t, c: Number(event.c), z: event.z || "" };
        if (event.k !== "called" && event.k !== "recalled" || !mine(call.z))
            return;
        early.unshift(call);
        snapshot.counters.forEach(function (counter) {
            if (counter.c === call.c) {
                counter.t = call.t;
                counter.ticket = "called";
            }
        });
        showCalls();
        showCounters();
        if (speaker)
            speaker.hear(call);
    }

    function catchUp() {
        var now = feed.now();
        speaker.catchUp(snapshot.calls.filter(function (call) {
            return mine(call.z);
        }).map(function (call) {
            return { e: call.e, t: call.t, c: call.c,
                age: now ? (now - Date.parse(call.at.replace(" ", "T") + "Z")) / 1000 : Infinity };
        }).reverse());
    }

    function onSnapshot(fresh) {
        snapshot = fresh;
        early = early.filter(function (call) {
            return call.e > fresh.event;
        });
        showCalls();
        showCounters();
        showGroups();
        if (speaker)
            catchUp();
    }

    // ---- the clock

    function showClock() {
        var now = feed.now();
        var date = part("date");
        if (!now)
            return;
        put(part("clock"), window.MotcuaLive.timeText(now).slice(0, 5));
        put(date, date.dataset.date
            .replace("{weekday}", date.dataset.weekdays.split("|")[(now.getUTCDay() + 6) % 7])
            .replace("{d}", String(now.getUTCDate()))
            .replace("{month}", date.dataset.months.split("|")[now.getUTCMonth()])
            .replace("{yyyy}", String(now.getUTCFullYear())));
    }

    if (board.hasAttribute("data-speaks") && window.motcuaVoice)
        speaker = new window.MotcuaSpeaker(board, part("unlock"), part("voice-trouble"));
    var feed = window.MotcuaLive.follow({
        events: board.dataset.events,
        snapshot: board.dataset.snapshot,
        everyS: 5,
        kept: true,
        onEvent: onEvent,
        onSnapshot: onSnapshot
    });
    setInterval(function () {
        showClock();
        showCalls();
    }, 500);
    setInterval(function () {
        page++;
        showCounters();
    }, PAGE_MS);
})();
