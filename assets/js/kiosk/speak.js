// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Reads aloud where a dossier is, once "listen" is on: from recorded phrases, and nothing that names anybody. Everything
// spoken is on the screen.
//
//   startSpeaking()
import { isOn } from "./view.js";

function sentence({ sayState, sayDue, sayLate, sayPaused, sayMore }) {
    return window.motcuaVoice.sentenceStatus({
        state: sayState, due: sayDue, late: sayLate !== undefined, paused: sayPaused !== undefined, more: sayMore !== undefined
    });
}

export function startSpeaking() {
    const page = document.querySelector("[data-say-state]");
    const again = document.querySelector("[data-speak]");
    let voice = null;

    function speak() {
        const { voiceOwn, voiceSet } = page.dataset;
        voice ||= window.motcuaVoice.open({
            manifests: [voiceOwn, voiceSet], all: true,
            onchange: (state) => { document.documentElement.dataset.voice = state.blocked ? "blocked" : state.speaking ? "speaking" : state.ready ? "ready" : "loading"; }
        });
        voice.unlock();
        voice.stop();
        voice.say(sentence(page.dataset), "vi");
        again.hidden = false;
    }
    document.addEventListener("kiosk-view", ({ detail: { letter, on } }) => {
        if (letter !== "n")
            return;
        if (page && on)
            speak();
        else if (on)
            document.querySelector("[data-listen-box]").showModal();
        else
            voice?.stop();
    });
    if (!page)
        return;
    again.addEventListener("click", speak);
    if (isOn("n"))
        speak();
}
