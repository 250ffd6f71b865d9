// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Reception at the counter with few keys. The page is complete without it: what the procedure asks, costs and promises
// then comes by a button. Nothing is kept outside the form; what the server says is taken over part by part.
(function () {
    "use strict";

    var doc = document;
    var form = doc.querySelector("form[data-reception]");
    var LOOK_WAIT_MS = 250;
    var FIND_WAIT_MS = 150;
    var LOOK_AT = { thutuc: 1, donvi: 1, mien: 1, giam: 1, sodinhdanh: 1, sinh: 1, gioi: 1, doituong: 1 };
    var STOPS = ["quet", "sodinhdanh", "ten", "sinh", "diachi", "dienthoai", "thutuc"];
    var timer = 0;
    var pending = null; // the question under way, as a promise
    var asking = null; // what can end it
    var asked = ""; // the facts of the last question

    function first(selector) {
        return (form || doc).querySelector(selector);
    }

    function field(name) {
        return form.elements["f-" + name] || first("#f-" + name);
    }

    // ---- what was typed ------------------------------------------------------------------------------------------

    // 05031990 is shown as 05/03/1990
    function showDate(input) {
        var d = /^(\d\d)(\d\d)(\d{4})$/.exec(input.value.trim());
        if (d)
            input.value = d[1] + "/" + d[2] + "/" + d[3];
    }

    // number|old number|name|ddmmyyyy|sex|address|ddmmyyyy
    function takeScan(line) {
        var parts = line.normalize("NFC").split("|");
        if (parts.length < 6 || !/^\d{12}$/.test(parts[0].trim()))
            return;
        field("sodinhdanh").value = parts[0].trim();
        field("ten").value = parts[2].trim();
        field("sinh").value = parts[3].trim();
        field("gioi").value = /^Na/.test(parts[4]) ? "nam" : parts[4] ? "nu" : "";
        field("diachi").value = parts[5].trim();
        field("ngaycap").value = /^\d{8}$/.test(parts[6] || "") ? parts[6] : "";
        field("doituong").value = "canhan";
        field("quet").value = "";
        showDate(field("sinh"));
        showDate(field("ngaycap"));
    }

    function readFirst() {
        var line = field("quet").value.trim();
        if (/^\d{9,13}$/.test(line)) {
            field("sodinhdanh").value = line;
            field("quet").value = "";
        } else {
            takeScan(line);
        }
    }

    // ---- what the server says ------------------------------------------------------------------------------------

    // Ticks and counts belong to the clerk while the procedure stays the same.
    function takeOver(page) {
        var was = first("#thu-tuc");
        var now = page.querySelector("#thu-tuc");
        var same = was && now && was.dataset.found && was.dataset.found === now.dataset.found;
        Array.prototype.forEach.call(form.querySelectorAll("[data-part]"), function (part) {
            var fresh = page.getElementById(part.id);
            if (!fresh || (same && part === was) || part.innerHTML === fresh.innerHTML)
                return;
            var held = part.contains(doc.activeElement) ? doc.activeElement.id : "";
            part.replaceWith(doc.importNode(fresh, true));
            if (held && doc.getElementById(held))
                doc.getElementById(held).focus();
        });
    }

    function facts() {
        return Object.keys(LOOK_AT).map(function (name) {
            var input = field(name);
            return input ? input.value : "";
        }).concat(Array.prototype.map.call(form.querySelectorAll("[data-look]"), function (input) {
            return input.checked + input.value;
        })).join("\n");
    }

    function look() {
        var now = facts();
        clearTimeout(timer);
        if (now === asked)
            return pending || Promise.resolve();
        if (asking)
            asking.abort();
        asked = now;
        asking = new AbortController();
        var mine = asking;
        pending = fetch(form.dataset.reception, {
            method: "POST",
            body: new URLSearchParams(new FormData(form)),
            signal: asking.signal
        }).then(function (answer) {
            if (answer.redirected || !/html/.test(answer.headers.get("Content-Type") || ""))
                throw new Error("no answer");
            return answer.text();
        }).then(function (text) {
            takeOver(new DOMParser().parseFromString(text, "text/html"));
        }).catch(function () {
            if (mine === asking)
                asked = ""; // the next change asks again; the button saves as without a script
        }).finally(function () {
            if (mine === asking)
                pending = asking = null;
        });
        return pending;
    }

    function lookSoon() {
        clearTimeout(timer);
        timer = setTimeout(look, LOOK_WAIT_MS);
    }

    // ---- finding a procedure ---------------------------------------------------------------------------------------

    function suggest(input) {
        var list = doc.getElementById(input.getAttribute("list"));
        var wait = 0;
        var last = "";
        input.addEventListener("input", function () {
            var typed = input.value.trim();
            clearTimeout(wait);
            if (typed.length < 2 || typed === last)
                return;
            wait = setTimeout(function () {
                last = typed;
                fetch(input.dataset.find + "?q=" + encodeURIComponent(typed)).then(function (answer) {
                    return answer.ok ? answer.json() : { items: [] };
                }).then(function (answer) {
                    if (input.value.trim() !== typed)
                        return;
                    list.textContent = "";
                    answer.items.forEach(function (item) {
                        var option = doc.createElement("option");
                        option.value = item.code;
                        option.label = item.name;
                        list.appendChild(option);
                    });
                }).catch(function () { /* the list stays empty; the code still works */ });
            }, FIND_WAIT_MS);
        });
    }

    // ---- keys ------------------------------------------------------------------------------------------------------

    function save() {
        clearTimeout(timer);
        look().then(function () {
            if (form.dataset.sent)
                return;
            form.requestSubmit(first("[data-save]"));
        });
    }

    // Enter goes to the next field that is still empty and usually filled; the others are reached by Tab.
    function next(from) {
        var at = STOPS.indexOf(from.name);
        var stop = STOPS.slice(at + 1).find(function (name) {
            return at >= 0 && !field(name).value;
        });
        if (from.name === "thutuc" || at < 0)
            (first("[data-papers] input[type=checkbox]") || first("[data-save]")).focus();
        else
            field(stop || "thutuc").focus();
    }

    function enter(event, target) {
        event.preventDefault();
        if (target.name === "quet") {
            readFirst();
            next(target);
            lookSoon();
        } else if (target.name === "thutuc") {
            look().then(function () {
                next(target);
            });
        } else if (target.closest("[data-papers]")) {
            first("[data-save]").focus();
        } else {
            next(target);
        }
    }

    function toggle(event, target) {
        var box = first('[data-papers] [data-digit="' + event.key + '"]');
        if (!box || !target.matches("input[type=checkbox], button, select") || !target.closest("#thu-tuc, .mc-reception__save"))
            return;
        event.preventDefault();
        box.checked = !box.checked;
        box.focus();
    }

    function key(event) {
        var target = event.target;
        if (event.isComposing || event.altKey || event.metaKey)
            return;
        if (event.key === "Enter" && event.ctrlKey) {
            event.preventDefault();
            save();
        } else if (event.key === "Enter" && target.matches("input, select") && !event.shiftKey && !event.ctrlKey) {
            enter(event, target);
        } else if (/^[1-9]$/.test(event.key) && !event.ctrlKey) {
            toggle(event, target);
        }
    }

    function begin() {
        var wrong = doc.querySelector(".govuk-error-summary");
        first(".mc-reception__check").hidden = true;
        form.addEventListener("keydown", key);
        form.addEventListener("change", function (event) {
            var input = event.target;
            if (input.name === "sinh" || input.name === "ngaycap")
                showDate(input);
            if (input.name === "quet")
                readFirst();
            if (LOOK_AT[input.name] || input.matches("[data-look]") || input.name === "quet")
                lookSoon();
        });
        form.addEventListener("click", function (event) {
            var pick = event.target.closest("button[name=chon]");
            if (!pick)
                return;
            event.preventDefault();
            field("thutuc").value = pick.value;
            look().then(function () {
                next(field("thutuc"));
            });
        });
        form.addEventListener("submit", function (event) {
            if (event.submitter && event.submitter.matches("[data-save]") && timer && facts() !== asked) {
                event.preventDefault();
                save();
            }
        });
        suggest(field("thutuc"));
        asked = facts();
        if (!wrong)
            field("quet").focus();
    }

    if (form)
        begin();
    else if (first("[data-first]"))
        first("[data-first]").focus();
}());
