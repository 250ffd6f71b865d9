// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Keys for a dossier and the forms of what is done to it: Ctrl+Enter does the next thing or saves, Esc goes back. Phrases
// are put into the field they are for. The pages are complete without it.
(function () {
    "use strict";

    var doc = document;

    function first(selector) {
        return doc.querySelector(selector);
    }

    // A field that holds something is not left by a slip of the finger.
    function typed(form) {
        return Array.prototype.some.call(form.querySelectorAll("textarea, input[type=text]"), function (field) {
            return field.value !== field.defaultValue;
        });
    }

    doc.addEventListener("keydown", function (event) {
        var form = first("form[data-act]");
        var target = first(form ? "[data-save]" : "[data-primary]");
        var back = first("[data-back]");
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && target) {
            event.preventDefault();
            target.click();
        } else if (event.key === "Escape" && form && back && !typed(form)) {
            event.preventDefault();
            back.click();
        }
    });

    Array.prototype.forEach.call(doc.querySelectorAll("[data-phrases]"), function (list) {
        var field = doc.getElementById(list.dataset.phrases);
        list.hidden = !field;
        list.addEventListener("click", function (event) {
            var button = event.target.closest("button");
            if (!button)
                return;
            field.value = (field.value.trim() ? field.value.trim() + "\n" : "") + button.textContent;
            field.focus();
        });
    });

    // The first field to fill in has the focus; after a mistake the list of errors has it.
    var field = first("[data-act] .mc-act__fields select, [data-act] .mc-act__fields textarea, " +
        "[data-act] .mc-act__fields input:not([type=hidden])");
    if (field && !first(".govuk-error-summary") && !first("[role=alert]"))
        field.focus({ preventScroll: true });
})();
