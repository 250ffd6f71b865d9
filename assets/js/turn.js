// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// One's ticket on the telephone, kept up to date by live.js: at once when the own number is called, else every few
// seconds. Vibrates and sounds when it is called, once it was touched (browsers ask for that).
(function () {
    "use strict";

    var SETTLE_MS = 6000; // a thousand phones need not ask after every call of somebody else
    var ticket = document.querySelector("[data-turn]");
    var key, sound, feed;
    if (!ticket)
        return;
    key = ticket.dataset.key;

    function set(name, value) {
        document.querySelectorAll("[data-turn-" + name + "]").forEach(function (node) {
            node.textContent = value;
        });
    }

    function hide(name, hidden) {
        document.querySelectorAll("[data-turn-" + name + "]").forEach(function (node) {
            node.hidden = hidden;
        });
    }

    // A short chord, made here: nothing to load when the moment comes.
    function ring() {
        var at = sound.currentTime;
        [660, 880].forEach(function (pitch, i) {
            var tone = sound.createOscillator();
            var gain = sound.createGain();
            tone.frequency.value = pitch;
            gain.gain.setValueAtTime(0.0001, at + i * 0.35);
            gain.gain.exponentialRampToValueAtTime(0.4, at + i * 0.35 + 0.05);
            gain.gain.exponentialRampToValueAtTime(0.0001, at + i * 0.35 + 0.6);
            tone.connect(gain).connect(sound.destination);
            tone.start(at + i * 0.35);
            tone.stop(at + i * 0.35 + 0.7);
        });
    }

    function alarm(pattern) {
        if (navigator.vibrate)
            navigator.vibrate(pattern);
        if (sound)
            ring();
    }

    function show(turn) {
        ticket.className = ticket.className.replace(/mc-phone__ticket--\w+/, "mc-phone__ticket--" + turn.key);
        document.title = document.title.replace(/^[^–]*/, turn.label + " · " + turn.title + " ");
        set("title", turn.title);
        set("text", turn.text);
        set("number", turn.counter);
        set("group", turn.group);
        set("ahead", turn.ahead);
        set("ahead-words", turn.ahead_words);
        set("wait", turn.wait);
        set("fresh", turn.fresh);
        hide("text", !turn.text);
        hide("counter", !turn.counter || turn.over);
        hide("waits", !turn.waits);
        hide("cancel", !turn.waits);
        hide("open", turn.over);
        hide("rate", !turn.rate);
        if (turn.rate)
            document.querySelector("[data-turn-rate] a").href = turn.rate;
        if (turn.key !== key && turn.key === "called")
            alarm([600, 200, 600, 200, 600]);
        else if (turn.key !== key && turn.key === "next")
            alarm([200, 100, 200]);
        if (turn.over)
            feed.stop();
        key = turn.key;
    }

    feed = window.MotcuaLive.follow({
        events: ticket.dataset.events,
        snapshot: ticket.dataset.state,
        everyS: 15,
        settleMs: SETTLE_MS,
        onEvent: function (event) {
            if (event.t !== ticket.dataset.label)
                return;
            if (event.k === "recalled")
                alarm([600, 200, 600, 200, 600]);
            feed.refresh();
        },
        onSnapshot: show,
        // Its day is over: the page says so itself, and nothing is asked for any more.
        onRefused: function (status) {
            if (status !== 404)
                return;
            feed.stop();
            location.reload();
        }
    });

    document.querySelectorAll("[data-turn-sound]").forEach(function (button) {
        button.hidden = !navigator.vibrate && !window.AudioContext;
        button.addEventListener("click", function () {
            sound = sound || (window.AudioContext && new AudioContext());
            alarm([200]);
            button.replaceWith(button.dataset.on);
        });
    });
}());
