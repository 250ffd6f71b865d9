// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The counter's page: keeps itself up to date, takes the keys of a keypad, counts down until nobody came. Without it every
// button is a form and every question a page.
(function () {
    "use strict";

    var doc = document;
    var desk = doc.querySelector("[data-desk]");
    var choose = doc.querySelector("[data-desk-choose]");
    var AGE_MS = 60000; // waits are shown in minutes
    var KEYPAD = "motcua-keypad";
    var CODES = { NumpadMultiply: "*", NumpadSubtract: "-", NumpadDivide: "/" };

    function one(selector, inside) {
        return (inside || doc).querySelector(selector);
    }

    function all(selector, each) {
        Array.prototype.forEach.call(doc.querySelectorAll(selector), each);
    }

    function press(button) {
        if (button && button.form)
            button.form.requestSubmit(button);
        else if (button)
            button.click();
    }

    function types(element) {
        return /^(TEXTAREA|SELECT)$/.test(element.tagName) ||
            (element.tagName === "INPUT" && !/^(checkbox|radio)$/.test(element.type));
    }

    // ---- what has the focus when the page is there: what went wrong, else the question, else the button

    function begin() {
        var place = one("[data-notice]") ||
            one("[data-panel-in] .govuk-input, [data-panel-in] select, [data-panel-in] input:checked, [data-panel-in] input[type=radio], [data-panel-in] input[type=checkbox], [data-panel-in] [data-choice]") ||
            one("[data-main]");
        if (place && !one(".govuk-error-summary"))
            place.focus({ preventScroll: true });
    }

    // ---- the keypad

    var typed = "";

    function show() {
        var place = one("[data-typed]");
        if (place)
            place.textContent = typed;
    }

    function keypad_on() {
        try {
            return localStorage.getItem(KEYPAD) !== "off";
        } catch (error) {
            return true;
        }
    }

    function enter() {
        var number = typed;
        var choice = one("[data-panel-in]");
        typed = "";
        show();
        if (choose && number)
            press(one("[data-counter='" + Number(number) + "']"));
        else if (choice && number && number.length === 1)
            pick(choice, Number(number));
        else if (choice && one("button[type=submit]", choice) && !one("[data-choice]", choice))
            press(one("button[type=submit]", choice));
        else if (desk && number)
            location.assign(desk.dataset.find + "?so=" + number);
        else if (desk)
            press(one("[data-main]"));
    }

    // The n-th answer of a question.
    function pick(choice, n) {
        var answers = choice.querySelectorAll("[data-choice], input[type=radio]");
        var answer = answers[n - 1];
        if (!answer)
            return;
        if (answer.type === "radio") {
            answer.checked = true;
            answer.focus();
        } else {
            press(answer);
        }
    }

    function keypad(event) {
        var digit = /^Numpad(\d)$/.exec(event.code);
        if (!/^Numpad/.test(event.code) || event.ctrlKey || event.altKey || event.metaKey || types(event.target) || !keypad_on())
            return;
        event.preventDefault();
        event.stopImmediatePropagation();
        if (event.repeat)
            return;
        if (digit) {
            typed = (typed + digit[1]).slice(-3);
            show();
        } else if (event.code === "NumpadEnter") {
            enter();
        } else if (event.code === "NumpadAdd") {
            var main = one("[data-main]");
            if (main && !main.classList.contains("mc-desk__main--arrive"))
                press(main);
        } else if (event.code === "NumpadDecimal") {
            typed = "";
            show();
        } else if (CODES[event.code]) {
            press(one("[data-key='" + CODES[event.code] + "']"));
        }
    }

    function keypad_switch() {
        all("[data-keys]", function (line) {
            line.hidden = false;
        });
        var button = one("[data-keypad]");
        if (!button)
            return;
        function mark() {
            button.setAttribute("aria-pressed", String(keypad_on()));
            button.textContent = keypad_on() ? button.dataset.on : button.dataset.off;
        }
        button.addEventListener("click", function () {
            try {
                localStorage.setItem(KEYPAD, keypad_on() ? "off" : "on");
            } catch (error) { /* it stays on */ }
            mark();
        });
        mark();
    }

    // ---- seconds until nobody came

    var miss_at = 0;

    function count() {
        var place = one("[data-miss]");
        if (!place || place.hidden)
            return;
        if (!place.dataset.until)
            place.dataset.until = Date.now() + 1000 * Number(place.dataset.miss);
        miss_at = Math.ceil((Number(place.dataset.until) - Date.now()) / 1000);
        if (miss_at > 0)
            place.textContent = place.dataset.missText.replace("{n}", miss_at);
        else
            place.hidden = true;
    }

    // ---- the page as it is now, without what somebody is typing

    var parts = ["top", "now", "queues", "next", "aside"];
    var renewed = Date.now();

    function renew(text) {
        var fresh = new DOMParser().parseFromString(text, "text/html");
        var focused = doc.activeElement;
        if (!one("[data-desk]", fresh)) {
            location.assign(desk.dataset.page);
            return;
        }
        renewed = Date.now();
        parts.forEach(function (name) {
            var mine = one("[data-part=" + name + "]");
            var its = one("[data-part=" + name + "]", fresh);
            var asks = name === "now" && desk.dataset.panel;
            if (!mine || !its || asks || mine.innerHTML === its.innerHTML)
                return;
            var had = mine.contains(focused);
            var was_main = had && focused.matches("[data-main]");
            if (had && !was_main && types(focused))
                return;
            mine.className = its.className;
            mine.innerHTML = its.innerHTML;
            if (was_main)
                one("[data-main]", mine).focus({ preventScroll: true });
        });
        count();
    }

    function look() {
        fetch(desk.dataset.page, { cache: "no-store", credentials: "same-origin" }).then(function (answer) {
            if (!answer.ok || answer.redirected)
                throw answer.status;
            return answer.text();
        }).then(renew).catch(function () { /* the band says so when it lasts */ });
    }

    if (desk || choose) {
        doc.addEventListener("keydown", keypad, true);
        keypad_switch();
    }
    if (!desk)
        return;
    begin();
    count();
    setInterval(function () {
        count();
        if (Date.now() - renewed > AGE_MS)
            look();
    }, 1000);
    if (window.MotcuaLive) {
        var first = true;
        window.MotcuaLive.follow({
            events: desk.dataset.events,
            snapshot: desk.dataset.mark,
            everyS: 10,
            settleMs: 0,
            onSnapshot: function () {
                if (!first)
                    look();
                first = false;
            }
        });
    }
}());
