// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The voice of hall boards and kiosks: speaks the sentences of voice_sentence.js with the clips of voice_set.js, one
// after the other and gapless. It shows nothing: a page shows what is called by itself, and asks state() for the rest.
// The three files are one, voice.js, when they are built.
(function () {
    "use strict";

    var OWN = window.motcuaVoice;
    var START_S = 0.05; // from the order to speak to the first sample
    var BETWEEN_READINGS_S = 0.6;
    var BETWEEN_SENTENCES_S = 0.8;
    var FADE_S = 0.02;
    var BLOCKED_AFTER_MS = 1000; // a browser that allows sound starts within a blink
    var AGAIN_MS = [5000, 15000, 60000];

    // When each clip starts: where the former ended, after its own pause. In whole frames, so that none begins between
    // two samples. steps: { length: frames, pause: seconds before it }; begin and the answer in seconds.
    function layOut(steps, begin, rate) {
        var at = Math.ceil(begin * rate);
        var starts = steps.map(function (step) {
            var start = at + Math.round((step.pause || 0) * rate);
            at = start + step.length;
            return start / rate;
        });
        return { starts: starts, end: at / rate };
    }

    // options:
    //   manifests  addresses of sets of clips; the first that is there speaks
    //   all        also load what tells where a dossier is, not only calls
    //   repeats    how often a call is read (2)
    //   most       how many sentences may wait (12); then the oldest gives way: its text has been shown for longest
    //   oldest     seconds after which a sentence that still waits is no longer spoken (120)
    //   context    an AudioContext (one of its own)
    //   output     where to (the context's destination)
    //   onchange   is called with state() whenever it may have changed
    // .ready settles after the first try to load, whatever came of it.
    function Voice(options) {
        var voice = this;
        this.options = options;
        this.context = options.context || new AudioContext();
        this.set = new OWN.ClipSet(this.context, options.manifests, options.all);
        this.volume = this.context.createGain();
        this.loaded = false;
        this.trouble = "";
        this.tries = 0;
        this.waiting = []; // { key, ids, language, chime, repeats, since }
        this.current = null; // { sources, fader }
        this.freeAt = 0; // when the last sentence has ended, by the context's clock
        this.dropped = 0;
        this.settled = false;
        this.closed = false;

        this.volume.connect(options.output || this.context.destination);
        this.context.addEventListener("statechange", function () {
            voice.next();
        });
        this.context.resume().catch(function () {});
        setTimeout(function () {
            voice.settled = true;
            voice.changed();
        }, BLOCKED_AFTER_MS);
        this.ready = this.load();
    }

    // ready: there are clips. blocked: the browser wants a touch first; the page offers one and calls unlock() from it.
    // trouble: "", "no_set" when no set can be loaded, "clips_missing" when some calls are no more than a chime.
    // dropped: sentences that were not spoken, because they had waited too long or too many waited.
    Voice.prototype.state = function () {
        return {
            ready: this.loaded,
            blocked: this.settled && this.context.state !== "running",
            speaking: Boolean(this.current),
            waiting: this.waiting.length,
            dropped: this.dropped,
            trouble: this.trouble,
            placeholder: this.set.placeholder,
        };
    };

    Voice.prototype.changed = function () {
        if (this.options.onchange && !this.closed)
            this.options.onchange(this.state());
    };

    Voice.prototype.load = function () {
        var voice = this;
        return this.set.load().then(function (trouble) {
            voice.trouble = trouble;
            voice.loaded = voice.loaded || trouble !== "no_set";
            if (trouble && !voice.closed)
                setTimeout(function () {
                    voice.load();
                }, AGAIN_MS[Math.min(voice.tries++, AGAIN_MS.length - 1)]);
            voice.next();
        });
    };

    // ---- what waits ------------------------------------------------------------------------------------------------

    // A ticket to a counter. False when this is no call, or the same one waits already; one that is just being spoken
    // may be called again.
    Voice.prototype.call = function (ticket, counter) {
        return OWN.sentenceCall(ticket, counter) !== null && this.add({
            key: ticket + " " + counter,
            ids: function (has) {
                return OWN.sentenceCall(ticket, counter, has);
            },
            chime: true,
            repeats: this.options.repeats || 2,
        });
    };

    // A list of clips, once, without a chime, in one language (vi). False when there is nothing to say.
    Voice.prototype.say = function (ids, language) {
        return Boolean(ids && ids.length) &&
            this.add({ key: ids.join(" "), ids: ids, language: language || "vi", repeats: 1 });
    };

    Voice.prototype.add = function (sentence) {
        var twice = this.waiting.some(function (one) {
            return one.key === sentence.key;
        });
        if (twice)
            return false;
        sentence.since = performance.now();
        this.waiting.push(sentence);
        if (this.waiting.length > (this.options.most || 12)) {
            this.waiting.shift();
            this.dropped++;
        }
        this.next();
        return true;
    };

    Voice.prototype.dropOld = function () {
        var limit = performance.now() - 1000 * (this.options.oldest || 120);
        var before = this.waiting.length;
        this.waiting = this.waiting.filter(function (sentence) {
            return sentence.since >= limit;
        });
        this.dropped += before - this.waiting.length;
    };

    // ---- speaking --------------------------------------------------------------------------------------------------

    // Chime, then every language, as often as it is to be read. A call that lacks a clip is a chime alone: people look
    // up and read the board; a number without one of its digits would send somebody to the wrong counter.
    Voice.prototype.steps = function (sentence) {
        var set = this.set;
        var chime = sentence.chime && set.chime();
        var steps = chime ? [{ buffer: chime, length: chime.length, pause: 0 }] : [];
        var once = (sentence.language ? [sentence.language] : set.languages).map(function (language) {
            return set.buffers(language, sentence.ids);
        }).filter(Boolean);
        if (!once.length)
            this.trouble = this.trouble || "clips_missing";
        for (var i = 0; i < sentence.repeats * once.length; i++)
            once[i % once.length].forEach(function (buffer, n) {
                steps.push({ buffer: buffer, length: buffer.length, pause: i && !n ? BETWEEN_READINGS_S : 0 });
            });
        return steps;
    };

    Voice.prototype.play = function (steps) {
        var voice = this, context = this.context;
        var begin = Math.max(context.currentTime + START_S, this.freeAt + BETWEEN_SENTENCES_S);
        var plan = layOut(steps, begin, context.sampleRate);
        var fader = context.createGain();
        var mine = { fader: fader };
        fader.connect(this.volume);
        mine.sources = steps.map(function (step, i) {
            var source = context.createBufferSource();
            source.buffer = step.buffer;
            source.connect(fader);
            source.start(plan.starts[i]);
            return source;
        });
        mine.sources[steps.length - 1].onended = function () {
            fader.disconnect();
            if (voice.current === mine) {
                voice.current = null;
                voice.next();
            }
        };
        this.freeAt = plan.end;
        this.current = mine;
    };

    // One sentence at a time, and only while it can be heard: what a silenced browser is given to play, it plays later.
    Voice.prototype.next = function () {
        this.dropOld();
        while (!this.current && this.loaded && !this.closed && this.waiting.length && this.context.state === "running") {
            var steps = this.steps(this.waiting.shift());
            if (steps.length)
                this.play(steps);
            else
                this.dropped++;
        }
        this.changed();
    };

    // Ends what is spoken, softly, and forgets what waits.
    Voice.prototype.stop = function () {
        var ending = this.current;
        var now = this.context.currentTime;
        this.waiting = [];
        this.current = null;
        if (ending) {
            ending.fader.gain.setValueAtTime(1, now);
            ending.fader.gain.linearRampToValueAtTime(0, now + FADE_S);
            ending.sources.forEach(function (source) {
                source.stop(now + FADE_S);
            });
            this.freeAt = now + FADE_S;
        }
        this.changed();
    };

    // 0 to 1
    Voice.prototype.setVolume = function (share) {
        this.volume.gain.setValueAtTime(Math.min(1, Math.max(0, share)), this.context.currentTime);
    };

    // From a touch or a key.
    Voice.prototype.unlock = function () {
        return this.context.resume();
    };

    Voice.prototype.close = function () {
        this.stop();
        this.closed = true;
        return this.context.close();
    };

    OWN.layOut = layOut;
    OWN.open = function (options) {
        return new Voice(options);
    };
})();
