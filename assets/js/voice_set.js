// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A set of clips (docs/voice.md) as it is fetched and kept, and the buffers of a sentence. Second part of voice.js.
(function () {
    "use strict";

    var CALL = /^(?:invite|to-counter|digit-\d|letter-[A-Z]|counter-\d+)$/;
    var PATIENCE_MS = 20000;

    function ask(address, cache) {
        return fetch(address, { cache: cache, signal: AbortSignal.timeout(PATIENCE_MS) }).then(function (answer) {
            if (answer.status !== 200)
                throw new Error(address + " is not there");
            return answer;
        });
    }

    // The first address that has a manifest; rejects when there is none.
    function findManifest(addresses) {
        return addresses.reduce(function (before, address) {
            return before.catch(function () {
                return ask(address, "no-cache").then(function (answer) {
                    return answer.json().then(function (manifest) {
                        if (manifest.format !== 1)
                            throw new Error(address + " is no manifest");
                        return { manifest: manifest, base: answer.url };
                    });
                });
            });
        }, Promise.reject());
    }

    // What is to be loaded: { key, file }, the key being "vi digit-5" or " chime".
    function wantedClips(manifest, all) {
        var list = manifest.chime ? [{ key: " chime", file: manifest.chime }] : [];
        manifest.languages.forEach(function (one) {
            Object.keys(one.clips).forEach(function (id) {
                if (all || CALL.test(id))
                    list.push({ key: one.language + " " + id, file: one.clips[id].file });
            });
        });
        return list;
    }

    // all: also the clips that tell where a dossier is, not only those of calls.
    function ClipSet(context, addresses, all) {
        this.context = context;
        this.addresses = addresses;
        this.all = all;
        this.clips = {};
        this.languages = []; // in the order they are spoken in
        this.placeholder = false;
        this.base = "";
    }

    // Resolves to "" when all is there, to "clips_missing" or "no_set" when not; may be called again and then fetches
    // what is still missing. One clip after the other: a server counts what is asked of it at the same time.
    ClipSet.prototype.load = function () {
        var set = this;
        return findManifest(this.addresses).then(function (found) {
            if (set.base !== found.base)
                set.clips = {};
            set.base = found.base;
            set.placeholder = Boolean(found.manifest.is_placeholder);
            set.languages = found.manifest.languages.map(function (one) {
                return one.language;
            });
            return wantedClips(found.manifest, set.all).reduce(function (before, wanted) {
                return before.then(function (trouble) {
                    return set.loadClip(wanted, trouble);
                });
            }, Promise.resolve(""));
        }).catch(function () {
            return "no_set";
        });
    };

    ClipSet.prototype.loadClip = function (wanted, trouble) {
        var set = this;
        if (set.clips[wanted.key])
            return trouble;
        return ask(new URL(wanted.file, set.base), "default").then(function (answer) {
            return answer.arrayBuffer();
        }).then(function (bytes) {
            return set.context.decodeAudioData(bytes);
        }).then(function (buffer) {
            set.clips[wanted.key] = buffer;
            return trouble;
        }, function () {
            return "clips_missing";
        });
    };

    ClipSet.prototype.chime = function () {
        return this.clips[" chime"] || null;
    };

    // ids: a list, or a function of has(id) that gives one. null when a clip of it is not there: what is spoken is whole.
    ClipSet.prototype.buffers = function (language, ids) {
        var clips = this.clips;
        function clip(id) {
            return clips[language + " " + id];
        }
        var buffers = (typeof ids === "function" ? ids(clip) : ids).map(clip);
        return buffers.every(Boolean) ? buffers : null;
    };

    window.motcuaVoice.ClipSet = ClipSet;
})();
