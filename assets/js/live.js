// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Follows what happens in a hall, for every live screen: boards, displays, tablets, counters, phones. An event says that
// something changed, the snapshot says how things are. A screen never shows old numbers without saying so.
//
//   var feed = MotcuaLive.follow({
//       events: "/kiosk/tin/hall-trung-tam",   server-sent events; without it the snapshot is asked for again and again
//       snapshot: "/kiosk/bang/trang-thai",    JSON; the server's time in its header Motcua-Time or its member "at",
//                                              "YYYY-MM-DD HH:MM:SS"; an ETag saves what has not changed
//       everyS: 15,       asked for at least so often; 5 where handlers that died must be noticed within ten seconds
//       settleMs: 0,      so long after an event at the earliest, and up to half as long again by chance: phones of a
//                         whole hall need not all ask after each call of somebody else
//       kept: true,       nginx keeps the snapshot for all who ask in the same second: the number of the last event goes
//                         along (?sau=71), so that nobody is given one from before it
//       band: element,    [data-live-band] of the page, unless another one is meant; see below
//       onEvent: function (event) {},           each event once, at once: {e, t, c, k, g, z} of
//                                               model/hall_news.h; without e it is about no ticket
//       onSnapshot: function (snapshot) {},     whenever it is not the same as before
//       onState: function (state) {},           "starting", "live", "polling", "lost"
//       onRefused: function (status) {}         401, 403 or 404 instead of a snapshot, at each try
//   });
//   feed.state      "live": every change arrives within a second. "polling": within seconds. "lost": what is shown was
//                   true at knownAt() and may not be true any more
//   feed.knownAt()  the server's time until which what is shown was certainly true; null: nothing has arrived yet
//   feed.now()      the server's time now; null before the first snapshot. Both are civil time in the UTC fields of a Date
//   feed.refresh()  fetches the snapshot now
//   feed.stop()
//   MotcuaLive.timeText(date)   "09:41:12"
//
// The band is shown while the state is "lost", with the time of knownAt():
//   <div data-live-band data-since="… {time}" data-never="…" role="status" hidden><span data-live-text></span></div>
// <html data-live="STATE"> is for style sheets and tests.
//
// Lost at most 10 s after the last sign of life (nginx sends one every 4 s), back at most 5 s after the server is.
(function () {
    "use strict";

    var LOST_MS = 9000; // without a sign of life
    var OPEN_MS = 4000; // a connection that takes longer is tried anew
    var FETCH_MS = 3000;
    var AGAIN_LEAST_MS = 500;
    var AGAIN_MOST_MS = 3000;
    var POLL_MS = 4000; // while no events come
    var FAILED_MS = 2000; // after a snapshot that did not come
    var SPREAD_MS = 300; // not all screens of a hall ask in the same instant
    var KEPT_MS = 2100; // what nginx keeps for a second may be two seconds old
    var TICK_MS = 500;
    var SLEPT_MS = 4000; // wall clock and page disagree: the machine slept, or its clock was set
    var SEEN_MOST = 500;

    function mono() {
        return performance.now();
    }

    // "2026-02-12 09:41:12" in ms; NaN for anything else.
    function civil(text) {
        var part = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)/.exec(text || "");
        return part ? Date.parse(part[1] + "T" + part[2] + "Z") : NaN;
    }

    function timeText(date) {
        return date.toISOString().slice(11, 19);
    }

    // Times are of mono() unless they say otherwise.
    function Feed(options) {
        this.options = options;
        this.band = options.band || document.querySelector("[data-live-band]");
        this.everyMs = 1000 * (options.everyS || 15);
        this.settleMs = options.settleMs || 0;
        this.state = "starting";
        this.begun = mono();
        this.known = null; // until then what is shown was certainly true
        this.good = null; // the last snapshot that came was asked for then
        this.clockAt = NaN; // the server's time less mono()
        this.skew = Date.now() - mono();
        this.doubt = false; // the machine slept since then

        this.source = null;
        this.isOpen = false;
        this.openedAt = 0; // while it is not open: when it was asked for
        this.heardAt = 0;
        this.tries = 0;
        this.againAt = 0;
        this.seen = [];
        this.last = 0; // the greatest number of an event

        this.asking = null; // the fetch under way
        this.askAt = 0;
        this.neededAt = 0; // one that is asked for before then does not know the last event
        this.synced = false; // the last snapshot was asked for after the events began, and came
        this.etag = "";
        this.body = "";

        this.onWake = this.wake.bind(this);
        this.beat = setInterval(this.tick.bind(this), TICK_MS);
        document.addEventListener("visibilitychange", this.onWake);
        addEventListener("online", this.onWake);
        addEventListener("pageshow", this.onWake);
        this.show();
        this.tick();
    }

    // A mistake of the page's own must not end the feed.
    Feed.prototype.call = function (name, value) {
        try {
            if (this.options[name])
                this.options[name](value);
        } catch (error) {
            setTimeout(function () {
                throw error;
            });
        }
    };

    // ---- what is known, and until when

    Feed.prototype.knownAt = function () {
        return this.known === null || isNaN(this.clockAt) ? null : new Date(this.clockAt + this.known);
    };

    Feed.prototype.now = function () {
        return isNaN(this.clockAt) ? null : new Date(this.clockAt + mono());
    };

    Feed.prototype.judge = function () {
        var age = mono() - (this.known === null ? this.begun : this.known);
        var state = age > LOST_MS || this.doubt ? "lost" : this.known === null ? "starting" : this.synced ? "live" : "polling";
        if (state === this.state)
            return;
        this.state = state;
        this.show();
        this.call("onState", state);
    };

    Feed.prototype.show = function () {
        var at = this.knownAt();
        document.documentElement.setAttribute("data-live", this.state);
        if (!this.band)
            return;
        this.band.hidden = this.state !== "lost";
        this.band.querySelector("[data-live-text]").textContent = this.state !== "lost" ? ""
            : at ? this.band.dataset.since.replace("{time}", timeText(at)) : this.band.dataset.never;
    };

    // ---- the snapshot

    Feed.prototype.address = function () {
        return this.options.snapshot + (this.options.kept && this.last ? "?sau=" + this.last : "");
    };

    Feed.prototype.ask = function () {
        var feed = this;
        var own = new AbortController();
        var asked = mono();
        var headers = { Accept: "application/json" };
        var timer = setTimeout(function () {
            own.abort();
        }, FETCH_MS);
        if (this.etag)
            headers["If-None-Match"] = this.etag;
        this.asking = own;
        this.askAt = asked + (this.isOpen ? this.everyMs : Math.min(this.everyMs, POLL_MS));
        if (this.neededAt > asked)
            this.askAt = Math.min(this.askAt, this.neededAt);
        fetch(this.address(), { headers: headers, cache: "no-store", signal: own.signal }).then(function (answer) {
            if (answer.status !== 200 && answer.status !== 304)
                throw answer.status;
            return answer.text().then(function (text) {
                if (feed.asking === own)
                    feed.took(answer, text, asked);
            });
        }).catch(function (error) {
            if (feed.asking === own)
                feed.failed(error);
        }).finally(function () {
            clearTimeout(timer);
            if (feed.asking !== own)
                return;
            feed.asking = null;
            feed.judge();
        });
    };

    Feed.prototype.took = function (answer, text, asked) {
        var value = answer.status === 200 && text !== this.body ? JSON.parse(text) : null;
        var time = civil(answer.headers.get("Motcua-Time") || (value && value.at));
        if (value)
            this.body = text;
        this.etag = answer.headers.get("ETag") || "";
        if (!isNaN(time))
            this.clockAt = time - mono();
        this.synced = this.isOpen && asked >= this.openedAt;
        this.doubt = false;
        this.good = asked;
        this.known = Math.max(this.known === null ? asked : this.known, asked);
        if (value)
            this.call("onSnapshot", value);
    };

    // Signs of life may go on while those who make the events are dead: what they vouched for since the last snapshot is
    // taken back, but for the time one more try takes.
    Feed.prototype.failed = function (status) {
        this.synced = false;
        this.askAt = Math.min(this.askAt, mono() + FAILED_MS);
        if (this.isOpen && this.good !== null)
            this.known = Math.min(this.known, Math.max(this.good, mono() - LOST_MS + FAILED_MS + TICK_MS));
        if (status === 401 || status === 403 || status === 404)
            this.call("onRefused", status);
    };

    Feed.prototype.refresh = function () {
        this.askAt = 0;
        this.tick();
    };

    // ---- the events

    Feed.prototype.disconnect = function () {
        if (this.source)
            this.source.close();
        this.source = null;
        this.isOpen = false;
        this.synced = false;
    };

    Feed.prototype.reconnect = function () {
        var wait = Math.min(AGAIN_MOST_MS, AGAIN_LEAST_MS * Math.pow(2, this.tries));
        this.disconnect();
        this.tries = Math.min(this.tries + 1, 8);
        this.againAt = mono() + wait * (0.75 + 0.25 * Math.random());
        this.askAt = Math.min(this.askAt, mono() + FAILED_MS);
    };

    Feed.prototype.connect = function () {
        var feed = this;
        var source = new EventSource(this.options.events);
        var own = function (act) {
            return function (event) {
                if (feed.source === source)
                    act.call(feed, event);
            };
        };
        this.source = source;
        this.openedAt = mono();
        source.onopen = own(this.opened);
        source.onmessage = own(this.message);
        source.addEventListener("beat", own(this.heard));
        source.onerror = own(this.reconnect);
    };

    // A snapshot that is under way may have been made before the events began.
    Feed.prototype.opened = function () {
        this.isOpen = true;
        this.tries = 0;
        this.openedAt = mono();
        this.heard();
        if (this.asking)
            this.asking.abort();
        this.asking = null;
        this.refresh();
    };

    Feed.prototype.heard = function () {
        this.heardAt = mono();
        if (this.synced)
            this.known = this.heardAt;
    };

    Feed.prototype.message = function (event) {
        var value;
        this.heard();
        try {
            value = JSON.parse(event.data);
        } catch (error) {
            return;
        }
        if (!value)
            return;
        if (value.e && this.seen.indexOf(value.e) >= 0)
            return;
        if (value.e && this.seen.push(value.e) > SEEN_MOST)
            this.seen.shift();
        this.last = Math.max(this.last, value.e || 0);
        this.settle(value);
        this.call("onEvent", value);
    };

    // Asks anew, soon.
    Feed.prototype.settle = function (event) {
        var kept = this.options.kept && !event.e ? KEPT_MS : 0;
        var wait = Math.max(this.settleMs, kept);
        var own = this;
        wait += (SPREAD_MS + wait / 2) * Math.random();
        this.neededAt = mono() + kept;
        this.askAt = Math.min(this.askAt, mono() + wait);
        if (wait < TICK_MS)
            setTimeout(function () {
                own.tick();
            }, wait + 1);
    };

    // ---- the beat

    Feed.prototype.tick = function () {
        var at = mono();
        var skew = Date.now() - at;
        if (Math.abs(skew - this.skew) > SLEPT_MS)
            this.slept();
        this.skew = skew;
        if (this.source && at - (this.isOpen ? this.heardAt : this.openedAt) > (this.isOpen ? LOST_MS : OPEN_MS))
            this.reconnect();
        else if (!this.source && this.options.events && at >= this.againAt)
            this.connect();
        if (!this.asking && at >= this.askAt)
            this.ask();
        this.judge();
    };

    // Nothing is certain any more, and a connection may only look alive.
    Feed.prototype.slept = function () {
        this.doubt = this.known !== null;
        if (this.asking)
            this.asking.abort();
        this.asking = null;
        this.disconnect();
        this.tries = 0;
        this.againAt = 0;
        this.askAt = 0;
    };

    // The network or the person is back: no waiting for the next try.
    Feed.prototype.wake = function () {
        if (document.visibilityState === "hidden")
            return;
        this.againAt = 0;
        if (this.state !== "live")
            this.askAt = 0;
        this.tick();
    };

    Feed.prototype.stop = function () {
        clearInterval(this.beat);
        this.disconnect();
        if (this.asking)
            this.asking.abort();
        this.asking = null;
        document.removeEventListener("visibilitychange", this.onWake);
        removeEventListener("online", this.onWake);
        removeEventListener("pageshow", this.onWake);
    };

    window.MotcuaLive = {
        follow: function (options) {
            return new Feed(options);
        },
        timeText: timeText
    };
})();
