// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Moves through the rows of a worklist by keyboard. Without it every row is a link, and Tab does the same.
(function () {
    "use strict";

    var doc = document;
    var rows = Array.prototype.slice.call(doc.querySelectorAll("[data-rows] [data-row]"));
    var help = doc.querySelector("[data-keys]");

    if (help)
        help.hidden = false;

    // One box for all of the page, which only a script can give.
    var every = doc.querySelector("[data-all]");
    if (every) {
        every.hidden = false;
        every.addEventListener("change", function () {
            Array.prototype.forEach.call(every.form.querySelectorAll("input[name=chon]"), function (box) {
                box.checked = every.checked;
            });
        });
    }

    function at() {
        var row = doc.activeElement && doc.activeElement.closest("tr");
        for (var i = 0; i < rows.length; i++)
            if (row && row.contains(rows[i]))
                return i;
        return -1;
    }

    function go(i) {
        if (i >= 0 && i < rows.length)
            rows[i].focus();
    }

    function mark() {
        var i = at();
        var box = i >= 0 && rows[i].closest("tr").querySelector("input[type=checkbox]");
        if (box)
            box.click();
        return box;
    }

    // What types is left alone; a checkbox does not type.
    function types(element) {
        return /^(TEXTAREA|SELECT)$/.test(element.tagName) ||
            (element.tagName === "INPUT" && element.type !== "checkbox");
    }

    doc.addEventListener("keydown", function (event) {
        if (event.ctrlKey || event.altKey || event.metaKey || types(event.target))
            return;
        var i = at();
        if (event.key === "ArrowDown" && rows.length)
            go(i + 1);
        else if (event.key === "ArrowUp" && rows.length)
            go(i < 0 ? 0 : i - 1);
        else if (event.key === "Home" && i >= 0)
            go(0);
        else if (event.key === "End" && i >= 0)
            go(rows.length - 1);
        else if (event.key === " " && i >= 0 && event.target === rows[i] && mark())
            i = -1;
        else
            return;
        event.preventDefault();
    });
})();
