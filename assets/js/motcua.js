// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Improves pages that are complete without it. No dependency, no inline handler, nothing stored outside this tab.
// Words come from data- attributes written by the templates.
import { linkedCode, watchScans } from "./typing/scan.js";

(function () {
    "use strict";

    var doc = document;
    var SUGGEST_WAIT_MS = 150;

    function all(selector, each) {
        Array.prototype.forEach.call(doc.querySelectorAll(selector), each);
    }

    // After a failed form the list of errors speaks first.
    function focusErrors() {
        var summary = doc.querySelector(".govuk-error-summary");
        if (summary)
            summary.focus();
    }

    // A second press of the same button must not send the form twice; a page brought back from history may.
    function blockSecondSubmit() {
        doc.addEventListener("submit", function (event) {
            var form = event.target;
            if (form.method !== "post" || event.defaultPrevented)
                return;
            if (form.dataset.sent) {
                event.preventDefault();
                return;
            }
            form.dataset.sent = "1";
            var button = event.submitter;
            if (button && button.dataset.busy) {
                button.setAttribute("aria-disabled", "true");
                button.dataset.idle = button.textContent;
                button.textContent = button.dataset.busy;
            }
        });
        addEventListener("pageshow", function () {
            all("form[data-sent]", function (form) {
                delete form.dataset.sent;
            });
            all("[data-idle]", function (button) {
                button.textContent = button.dataset.idle;
                button.removeAttribute("aria-disabled");
                delete button.dataset.idle;
            });
        });
    }

    function showPrintButtons() {
        all("[data-print]", function (button) {
            button.hidden = false;
            button.addEventListener("click", function () {
                print();
            });
        });
    }

    // Folded parts belong on paper too; they fold again afterwards.
    function unfoldForPrint() {
        addEventListener("beforeprint", function () {
            all("main details:not([open])", function (part) {
                part.dataset.folded = "1";
                part.open = true;
            });
        });
        addEventListener("afterprint", function () {
            all("details[data-folded]", function (part) {
                part.open = false;
                delete part.dataset.folded;
            });
        });
    }

    // On a wide window some parts are in sight whether folded or not (by style): they are open to assistive
    // technology too, and their titles are no stops for the Tab key.
    function openWide() {
        if (matchMedia("(min-width: 56em)").matches && CSS.supports("selector(::details-content)"))
            all(".mc-filters, .mc-fold", function (part) {
                part.open = true;
                part.firstElementChild.tabIndex = -1;
            });
    }

    function watchNetwork() {
        var band = doc.querySelector("[data-offline]");
        function update() {
            band.hidden = navigator.onLine;
        }
        if (!band)
            return;
        addEventListener("online", update);
        addEventListener("offline", update);
        update();
    }

    // A checklist keeps its ticks while the tab is open and says how many are done.
    function keepTicks() {
        all("[data-checklist]", function (list) {
            var key = "checklist:" + location.pathname;
            var boxes = list.querySelectorAll("input[type=checkbox]");
            var progress = list.querySelector("[data-progress]");
            function count() {
                var done = list.querySelectorAll("input:checked").length;
                if (progress) {
                    progress.hidden = false;
                    progress.textContent = progress.dataset.progress
                        .replace("{n}", done).replace("{all}", boxes.length);
                }
            }
            try {
                (sessionStorage.getItem(key) || "").split(",").forEach(function (i) {
                    if (i !== "" && boxes[i])
                        boxes[i].checked = true;
                });
            } catch (error) { /* storage may be refused; ticking still works */ }
            list.addEventListener("change", function () {
                var ticked = [];
                boxes.forEach(function (box, i) {
                    if (box.checked)
                        ticked.push(i);
                });
                try {
                    sessionStorage.setItem(key, ticked.join(","));
                } catch (error) { /* as above */ }
                count();
            });
            count();
        });
    }

    // What a scanner types goes to the look-up box, on a kiosk also while a field has the focus. A page may take it first.
    function catchScans() {
        var box = doc.querySelector("input[data-scan]");
        var everywhere = doc.body.hasAttribute("data-scan-everywhere");
        if (box)
            box.form.addEventListener("submit", function () {
                box.value = linkedCode(box.value) || box.value;
            });
        if (box || everywhere)
            watchScans(everywhere, function (scan) {
                if (!box || !scan.code)
                    return;
                box.value = scan.code;
                box.form.requestSubmit();
            });
    }

    // "/" goes to the box that finds dossiers.
    function slashFinds() {
        var box = doc.querySelector("input[data-find]");
        if (!box)
            return;
        doc.addEventListener("keydown", function (event) {
            if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey ||
                    /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName))
                return;
            event.preventDefault();
            box.focus();
            box.select();
        });
    }

    // Search suggestions: the combobox pattern with a listbox. Focus stays in the box; Enter without a
    // choice sends the form as if there were no script.
    function suggest(input) {
        var form = input.form;
        var list = doc.createElement("ul");
        var status = doc.createElement("p");
        var items = [];
        var active = -1;
        var timer = 0;
        var asked = "";
        var request = null;

        list.className = "mc-suggest";
        list.id = input.id + "-list";
        list.hidden = true;
        list.setAttribute("role", "listbox");
        list.setAttribute("aria-label", input.dataset.list);
        status.className = "govuk-visually-hidden";
        status.setAttribute("role", "status");
        input.parentNode.appendChild(list);
        input.parentNode.appendChild(status);
        input.setAttribute("role", "combobox");
        input.setAttribute("aria-autocomplete", "list");
        input.setAttribute("aria-controls", list.id);
        input.setAttribute("aria-expanded", "false");
        input.autocomplete = "off";

        function close() {
            list.hidden = true;
            active = -1;
            input.setAttribute("aria-expanded", "false");
            input.removeAttribute("aria-activedescendant");
        }

        function choose(i) {
            var options = list.children;
            if (active >= 0)
                options[active].setAttribute("aria-selected", "false");
            active = i;
            if (i < 0) {
                input.removeAttribute("aria-activedescendant");
                return;
            }
            options[i].setAttribute("aria-selected", "true");
            options[i].scrollIntoView({ block: "nearest" });
            input.setAttribute("aria-activedescendant", options[i].id);
        }

        function span(className, text) {
            var node = doc.createElement("span");
            node.className = className;
            node.textContent = text;
            return node;
        }

        function show(found) {
            items = found.slice(0, 8);
            list.textContent = "";
            active = -1;
            items.forEach(function (item, i) {
                var option = doc.createElement("li");
                option.id = list.id + "-" + i;
                option.className = "mc-suggest__item";
                option.setAttribute("role", "option");
                option.setAttribute("aria-selected", "false");
                option.appendChild(span("mc-suggest__text", item.text));
                if (item.label)
                    option.appendChild(span("mc-suggest__kind", item.label));
                list.appendChild(option);
            });
            list.hidden = items.length === 0;
            input.setAttribute("aria-expanded", String(!list.hidden));
            input.removeAttribute("aria-activedescendant");
            status.textContent = items.length ? input.dataset.count.replace("{n}", items.length) : "";
        }

        function ask() {
            var q = input.value.trim();
            if (q === asked)
                return;
            asked = q;
            if (request)
                request.abort();
            if (q.length < 2 || /^[\d .\-\/]*$/.test(q)) {
                show([]);
                return;
            }
            request = new AbortController();
            fetch(input.dataset.suggest + "?q=" + encodeURIComponent(q), { signal: request.signal })
                .then(function (answer) {
                    return answer.ok ? answer.json() : { items: [] };
                })
                .then(function (answer) {
                    if (q === asked && doc.activeElement === input)
                        show(answer.items || []);
                })
                .catch(function () { /* no suggestions; the form still works */ });
        }

        function go(i) {
            var item = items[i];
            if (item.href && /^\/(?!\/)/.test(item.href)) {
                location.assign(item.href);
                return;
            }
            input.value = item.text;
            close();
            form.requestSubmit();
        }

        input.addEventListener("input", function () {
            clearTimeout(timer);
            timer = setTimeout(ask, SUGGEST_WAIT_MS);
        });
        input.addEventListener("keydown", function (event) {
            var n = items.length;
            if (event.isComposing)
                return;
            if (event.key === "Escape" && !list.hidden) {
                event.preventDefault();
                close();
            } else if (event.key === "Enter" && !list.hidden && active >= 0) {
                event.preventDefault();
                go(active);
            } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && n) {
                event.preventDefault();
                if (list.hidden)
                    show(items);
                // One place past either end stands for the typed text itself.
                choose((active + 1 + (event.key === "ArrowDown" ? 1 : n)) % (n + 1) - 1);
            }
        });
        input.addEventListener("blur", close);
        list.addEventListener("mousedown", function (event) {
            event.preventDefault(); // keeps the focus in the box until the click is done
        });
        list.addEventListener("click", function (event) {
            var option = event.target.closest("[role=option]");
            if (option)
                go(Array.prototype.indexOf.call(list.children, option));
        });
        form.addEventListener("submit", function () {
            clearTimeout(timer);
            asked = input.value.trim();
            if (request)
                request.abort();
            close();
        });
    }

    focusErrors();
    blockSecondSubmit();
    showPrintButtons();
    unfoldForPrint();
    openWide();
    watchNetwork();
    keepTicks();
    catchScans();
    slashFinds();
    all("input[data-suggest]", suggest);
}());
