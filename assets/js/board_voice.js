// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What a board speaks and what it does not: each call once, none that is old by now. First part of board.js; voice.js
// does the speaking.
(function () {
    "use strict";

    var OLD_S = 60; // a call that came in while the line was down is still spoken
    var FIRST_S = 10; // of what a page finds when it begins only the newest
    var KEPT = 200;

    // board: the element with data-voices, data-volume. button: offered when the browser wants a touch before it makes a
    // sound. trouble: where it is said that clips are missing.
    function Speaker(board, button, trouble) {
        var speaker = this;
        this.done = [];
        this.begun = false;
        this.button = button;
        this.trouble = trouble;
        this.voice = window.motcuaVoice.open({
            manifests: board.dataset.voices.trim().split(/\s+/),
            onchange: function (state) {
                speaker.show(state);
            }
        });
        this.voice.setVolume(Number(board.dataset.volume) / 100);
        button.addEventListener("click", function () {
            speaker.voice.unlock();
        });
    }

    Speaker.prototype.show = function (state) {
        document.documentElement.setAttribute("data-voice", state.blocked ? "blocked" : state.speaking ? "speaking" : "quiet");
        this.button.hidden = !state.blocked;
        this.trouble.hidden = !state.trouble || state.blocked;
        this.trouble.textContent = state.trouble === "no_set" ? this.trouble.dataset.set : this.trouble.dataset.clips;
    };

    // False: this very call has been dealt with.
    Speaker.prototype.isNew = function (id) {
        if (this.done.indexOf(id) >= 0)
            return false;
        if (this.done.push(id) > KEPT)
            this.done.shift();
        return true;
    };

    // An event: spoken whatever any clock says.
    Speaker.prototype.hear = function (call) {
        if (this.isNew(call.e))
            this.voice.call(call.t, call.c);
    };

    // Calls of a snapshot, oldest first, with their age in seconds: what the events left out.
    Speaker.prototype.catchUp = function (calls) {
        var most = this.begun ? OLD_S : FIRST_S;
        var speaker = this;
        this.begun = true;
        calls.forEach(function (call) {
            if (speaker.isNew(call.e) && call.age <= most)
                speaker.voice.call(call.t, call.c);
        });
    };

    window.MotcuaSpeaker = Speaker;
})();
