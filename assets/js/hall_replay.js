// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The slider of a replayed day: shows the time while it moves and goes there when it is let go.
(function () {
    "use strict";

    var box = document.querySelector("[data-replay]");
    if (!box)
        return;
    var slider = box.querySelector("input");
    var told = box.querySelector("output");

    function time() {
        var minute = Number(slider.value);
        return String(Math.floor(minute / 60)).padStart(2, "0") + ":" + String(minute % 60).padStart(2, "0");
    }

    function tell() {
        told.textContent = time();
        slider.setAttribute("aria-valuetext", time());
    }

    slider.addEventListener("input", tell);
    slider.addEventListener("change", function () {
        document.getElementById("f-luc").value = time();
        document.getElementById("f-luc").form.submit();
    });
    tell();
    box.hidden = false;
})();
