// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The self-test of a device: prints, plays tones, lets the corners be touched, measures the clock, and sends what it
// measured with the form of that part. What people see and hear they say themselves by its buttons.
(function () {
    "use strict";

    var doc = document;
    var page = doc.querySelector("[data-self-test]");
    var TONES_HZ = [523.25, 659.25, 783.99];
    var TONE_S = 0.35;
    var SIDE_PAUSE_S = 0.5;
    var NEAR_PX = 48; // a touch further from the point did not mean it
    var GOOD_PX = 32;
    var DRIFT_MOST_MS = 30000;
    var LEFT_ALONE_MS = 300000;

    function form(part) {
        return doc.querySelector("[data-test-form='" + part + "']");
    }

    function send(part, finding, measured) {
        var to = form(part);
        var ket = to.querySelector("input[name=ket]");
        if (!ket) {
            ket = doc.createElement("input");
            ket.type = "hidden";
            ket.name = "ket";
            to.appendChild(ket);
        }
        ket.value = finding;
        to.elements["so-do"].value = measured;
        to.requestSubmit();
    }

    function button(name, work) {
        var node = doc.querySelector("[data-test='" + name + "']");
        if (!node)
            return;
        node.hidden = false;
        node.addEventListener("click", function () {
            work(node);
        });
    }

    // ---- loudspeaker: left, then right

    function play(node) {
        var context = new AudioContext();
        var at = context.currentTime + 0.1;
        [-1, 1].forEach(function (side) {
            TONES_HZ.forEach(function (hz) {
                var tone = context.createOscillator();
                var volume = context.createGain();
                var where = context.createStereoPanner();
                tone.frequency.value = hz;
                where.pan.value = side;
                volume.gain.setValueAtTime(0, at);
                volume.gain.linearRampToValueAtTime(0.5, at + 0.02);
                volume.gain.setValueAtTime(0.5, at + TONE_S - 0.05);
                volume.gain.linearRampToValueAtTime(0, at + TONE_S);
                tone.connect(volume).connect(where).connect(context.destination);
                tone.start(at);
                tone.stop(at + TONE_S);
                at += TONE_S;
            });
            at += SIDE_PAUSE_S;
        });
        node.disabled = true;
        setTimeout(function () {
            node.disabled = false;
            context.close();
        }, 1000 * (at - context.currentTime));
    }

    // ---- touch screen

    function touch() {
        var cover = doc.querySelector("[data-touch]");
        var point = doc.querySelector("[data-touch-point]");
        var half = point.offsetWidth / 2;
        var places, worst = 0, step = 0;

        function put() {
            point.style.left = places[step][0] - half + "px";
            point.style.top = places[step][1] - half + "px";
            point.textContent = step + 1;
            point.focus();
        }

        function end() {
            cover.hidden = true;
            cover.removeEventListener("pointerdown", down);
            point.removeEventListener("click", pressed);
        }

        function took(px) {
            worst = Math.max(worst, px);
            step++;
            if (step < places.length) {
                put();
                return;
            }
            end();
            send("cam-ung", worst <= GOOD_PX ? "tot" : "loi", "≤ " + Math.round(worst) + " px");
        }

        function down(event) {
            var px = Math.hypot(event.clientX - places[step][0], event.clientY - places[step][1]);
            if (event.target.closest("[data-touch-stop]"))
                return;
            event.preventDefault();
            if (px <= NEAR_PX)
                took(px);
            else
                worst = Math.max(worst, Math.min(px, 999));
        }

        // By keyboard: no pointer, no distance.
        function pressed(event) {
            if (event.detail === 0)
                took(0);
        }

        cover.hidden = false;
        half = point.offsetWidth / 2;
        places = [[half, half], [innerWidth - half, half], [innerWidth / 2, innerHeight / 2],
            [half, innerHeight - half], [innerWidth - half, innerHeight - half]];
        cover.addEventListener("pointerdown", down);
        point.addEventListener("click", pressed);
        doc.querySelector("[data-touch-stop]").onclick = end;
        put();
    }

    // ---- clock

    function time(date) {
        return date.toLocaleTimeString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", hour12: false });
    }

    function clockShow() {
        var line = doc.querySelector("[data-test-clock]");
        if (!line || !window.MotcuaHealth || MotcuaHealth.driftMs === null)
            return;
        line.hidden = false;
        line.querySelector("[data-test-server]").textContent = time(MotcuaHealth.now());
        line.querySelector("[data-test-own]").textContent = time(new Date());
    }

    function clock(node) {
        node.disabled = true;
        doc.addEventListener("motcua-beat", function () {
            var ms = MotcuaHealth.driftMs;
            send("dong-ho", Math.abs(ms) <= DRIFT_MOST_MS ? "tot" : "loi", (ms < 0 ? "−" : "+") + (Math.abs(ms) / 1000).toFixed(1) + " s");
        }, { once: true });
        doc.addEventListener("motcua-health", function () {
            node.disabled = false;
        }, { once: true });
        MotcuaHealth.report();
    }

    // Forgotten on a public screen it goes back by itself.
    function leave() {
        var timer = 0;
        function again() {
            clearTimeout(timer);
            timer = setTimeout(function () {
                location.assign(doc.body.dataset.healthStart);
            }, LEFT_ALONE_MS);
        }
        addEventListener("pointerdown", again, true);
        addEventListener("keydown", again, true);
        again();
    }

    button("print", function () {
        print();
    });
    button("sound", play);
    button("touch", touch);
    button("clock", clock);
    setInterval(clockShow, 1000);
    leave();
    // Where the last result is, not at the top again
    if (location.hash === "" && page && doc.referrer.indexOf(location.origin + location.pathname) === 0)
        try {
            scrollTo(0, Number(sessionStorage.getItem("self-test") || 0));
        } catch (error) { /* storage may be refused */ }
    addEventListener("pagehide", function () {
        try {
            sessionStorage.setItem("self-test", String(scrollY));
        } catch (error) { /* as above */ }
    });
}());
