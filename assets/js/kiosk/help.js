// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Calls somebody of the hall to this device, and says how that stands: in the question, and in a line that stays when the
// question is closed and when the visit has ended. The reports of the device tell whether a call is open (health.js); while
// one is, it is asked every few seconds. Without an answer people are told whom to go to.
//
//   startHelp()
const ANSWER_MS = 4000;
const LOOK_MS = 3000;
const OPEN = ["called", "late", "coming", "nobody"]; // what stands in the line

export function startHelp() {
    const box = document.querySelector("[data-help-box]");
    const line = document.querySelector("[data-help-line]");
    const key = document.querySelector("[data-help]");
    let state = "none";
    let sending = false;
    let timer = 0;

    function show(word) {
        const was = OPEN.includes(state) || !line.hidden;
        state = word;
        box.querySelectorAll("[data-help-when]").forEach((part) => { part.hidden = !part.dataset.helpWhen.split(" ").includes(word); });
        line.hidden = !(OPEN.includes(word) || word === "away" && was);
        const text = line.hidden ? "" : line.dataset[word];
        if (line.textContent !== text)
            line.textContent = text;
        line.dataset.state = word;
    }

    // The state and the token of the form. An answer that is a page is of a device that was shut out.
    async function ask(options) {
        const answer = await fetch(box.dataset.helpBox, { cache: "no-store", signal: AbortSignal.timeout(ANSWER_MS), ...options });
        if (!answer.ok && answer.status !== 409)
            throw new Error(`help: ${answer.status}`);
        return answer.json();
    }

    async function tell(what) {
        if (sending)
            return;
        sending = true;
        clearTimeout(timer);
        if (what === "goi")
            show("sending");
        try {
            const { token } = await ask();
            show((await ask({ method: "POST", body: new URLSearchParams({ token, viec: what }) })).state);
        } catch (error) {
            console.warn(String(error));
            show("away");
        }
        sending = false;
        if (what === "thoi" && state === "none")
            box.close();
        else if (box.open)
            box.querySelector("[data-close]").focus();
        later();
    }

    async function look() {
        try {
            const { state: word } = await ask();
            if (!sending)
                show(word);
        } catch (error) {
            if (!sending)
                show("away");
        }
        later();
    }

    function later() {
        clearTimeout(timer);
        if (!line.hidden)
            timer = setTimeout(look, LOOK_MS);
    }

    if (!box || !line || !key)
        return;
    show("none");
    key.hidden = false;
    key.addEventListener("click", () => {
        if (["often", "away", "nobody"].includes(state) && line.hidden)
            show("none");
        box.showModal();
    });
    box.querySelector("[data-close]").addEventListener("click", () => box.close());
    box.querySelectorAll("[data-help-do]").forEach((button) => button.addEventListener("click", () => tell(button.dataset.helpDo)));
    document.addEventListener("motcua-beat", ({ detail }) => {
        if (sending || detail.help === state || state === "often" && detail.help === "none")
            return;
        show(detail.help);
        later();
    });
}
