// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Every page of a device says every few seconds that it lives, and learns what the server wants of it: a page of another
// release, or other settings of the device, mean that it is loaded anew, as soon as nobody uses it. Where people read
// the page now, nothing is taken from under their hands.
//
//   MotcuaHealth.state          "starting", "well", "lost": two reports in a row did not arrive
//   MotcuaHealth.now()          the server's time, a Date; by the device's own clock before the first answer
//   MotcuaHealth.driftMs        the device's clock less the server's; null before the first answer
//   MotcuaHealth.printer(word)  the printer as somebody at the device says: "none" "ok" "paper_low" "no_paper" "trouble";
//                               told once, with the next report that arrives, and from then on staff have the word
//   MotcuaHealth.hold(busy)     busy() true: somebody is in the middle of something, whatever was touched when
//   MotcuaHealth.report()       now, not at the next beat
//   MotcuaHealth.restart()      to the first page of the device, once nobody uses it
//   document "motcua-health"    an event whenever the state changes; detail: {state}
//   document "motcua-beat"      an event after each answer; detail: the answer
//
// <html data-health-state="STATE"> is for style sheets and tests.
import { guard } from "./device/guard.js";

(function () {
    "use strict";

    var doc = document;
    var body = doc.body;
    var FAILED_MS = 4000; // after a report that did not arrive
    var ANSWER_MS = 4000; // an answer that takes longer is none
    var LOST_AFTER = 2;
    var IDLE_MS = 20000; // nobody has touched anything for so long
    var TICK_MS = 1000;
    var FAILED_PAGE_MS = 15000; // an error page goes back to the beginning by itself
    var NIGHT_FROM = 2; // hour, by the server's clock: then the page is loaded anew once
    var NIGHT_TO = 4;

    var failures = 0;
    var offset = 0; // server less device
    var touched = -IDLE_MS;
    var begun = performance.now();
    var wants = false;
    var checks = false;
    var printer = "";
    var holds = [];
    var timer = 0;
    var local = "";

    var health = {
        state: "starting",
        driftMs: null,
        now: function () {
            return new Date(Date.now() + offset);
        },
        printer: function (word) {
            printer = word;
            health.report();
        },
        hold: function (busy) {
            holds.push(busy);
        },
        report: function () {
            clearTimeout(timer);
            beat();
        },
        restart: function () {
            wants = true;
        }
    };

    // Another one in each browser: a copied cookie comes without it. Who wipes a kiosk leaves it where it is. Where nothing can be stored there is none.
    var browser = (function () {
        try {
            var mark = localStorage.getItem("motcua-browser");
            if (!/^[0-9a-f]{16}$/.test(mark)) {
                mark = Array.prototype.map.call(crypto.getRandomValues(new Uint8Array(8)), function (byte) {
                    return ("0" + byte.toString(16)).slice(-2);
                }).join("");
                localStorage.setItem("motcua-browser", mark);
            }
            return mark;
        } catch (error) {
            return "";
        }
    }());

    function tell(name, detail) {
        doc.dispatchEvent(new CustomEvent(name, { detail: detail }));
    }

    function become(state) {
        doc.documentElement.dataset.healthState = state;
        if (state === health.state)
            return;
        health.state = state;
        tell("motcua-health", { state: state });
    }

    function start() {
        location.replace(body.dataset.healthStart);
    }

    // Midnight work of a machine that runs for weeks: once in the night, not before it has run for three hours.
    function isNight() {
        var hour = Number(local.slice(11, 13));
        return local !== "" && hour >= NIGHT_FROM && hour < NIGHT_TO && performance.now() - begun > 3 * 3600000;
    }

    function heard(answer, sent, told) {
        failures = 0;
        if (printer === told)
            printer = "";
        offset = answer.now - (sent + Date.now()) / 2;
        health.driftMs = -Math.round(offset);
        local = answer.local;
        if (answer.version !== body.dataset.healthVersion || answer.settings !== body.dataset.healthSettings || isNight() || answer.want === "reload")
            wants = true;
        if (answer.want === "check")
            checks = true;
        become("well");
        tell("motcua-beat", answer);
        return 1000 * answer.beat;
    }

    function missed() {
        failures++;
        if (failures >= LOST_AFTER)
            become("lost");
        return FAILED_MS;
    }

    function beat() {
        var sent = Date.now();
        var told = printer;
        var stop = new AbortController();
        var late = setTimeout(function () {
            stop.abort();
        }, ANSWER_MS);
        var form = new URLSearchParams({
            ban: body.dataset.healthVersion,
            trang: location.pathname,
            "dong-ho": String(sent)
        });
        if (told)
            form.set("may-in", told);
        if (browser)
            form.set("may", browser);
        fetch(body.dataset.health, {
            method: "POST", body: form, cache: "no-store", credentials: "same-origin", signal: stop.signal
        }).then(function (answer) {
            // Shut out meanwhile: its first page says so.
            if (answer.redirected || answer.status === 403)
                start();
            return answer.ok && !answer.redirected ? answer.json() : Promise.reject(answer.status);
        }).then(function (answer) {
            return heard(answer, sent, told);
        }).catch(missed).then(function (waitMs) {
            clearTimeout(late);
            clearTimeout(timer);
            // Not all devices of a hall in the same instant
            timer = setTimeout(beat, waitMs * (0.9 + 0.2 * Math.random()));
        });
    }

    function isBusy() {
        return performance.now() - touched < IDLE_MS || holds.some(function (busy) {
            return busy();
        });
    }

    function touch() {
        touched = performance.now();
    }

    function tick() {
        var hasFailed = "healthFailed" in body.dataset && performance.now() - begun > FAILED_PAGE_MS;
        // A page that cannot be fetched would leave an empty screen: only while the server answers.
        if (!(wants || checks || hasFailed) || health.state !== "well" || failures > 0 || isBusy())
            return;
        if (checks && location.pathname !== body.dataset.healthCheck)
            location.assign(body.dataset.healthCheck);
        else
            start();
    }

    window.MotcuaHealth = health;
    if (!body.dataset.health)
        return;
    become("starting");
    guard();
    ["pointerdown", "keydown", "touchstart", "wheel"].forEach(function (name) {
        addEventListener(name, touch, { capture: true, passive: true });
    });
    addEventListener("online", health.report);
    setInterval(tick, TICK_MS);
    beat();
}());
