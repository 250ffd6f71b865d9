// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The line in the head of staff pages: F9 acts at the counter without leaving the page, so that nothing typed is lost; the panic
// button by two presses within two seconds; alarms and calls for help appear by themselves, and are heard. Without it every
// part is a link or a form.
import { ring } from "./bar/ring.js";

(function () {
    "use strict";

    var doc = document;
    var LOOK_MS = 15000; // the line is looked at again so often
    var ARM_MS = 2000; // the second press of the panic button
    var bar = doc.querySelector("[data-bar]");
    var look = bar && bar.dataset.bar;

    // On the counter's own page there is no line, but the buttons themselves.
    var desk = doc.querySelector("[data-desk]");

    function said(text) {
        var place = bar.querySelector("[data-bar-said]");
        if (place)
            place.textContent = text;
    }

    function page(text) {
        return new DOMParser().parseFromString(text, "text/html");
    }

    // What is to be heard when it appears: "alarm-7", "help-8".
    function rings() {
        return Array.prototype.map.call(bar.querySelectorAll("[data-ring]"), function (band) {
            return band.dataset.ring;
        });
    }

    // The line as it is now; what has the focus keeps it.
    function renew(text) {
        var fresh = page(text).querySelector("[data-bar]");
        var was = doc.activeElement && bar.contains(doc.activeElement) && doc.activeElement.matches("[data-bar-main]");
        if (!fresh || fresh.innerHTML === bar.innerHTML)
            return;
        var known = rings();
        bar.innerHTML = fresh.innerHTML;
        ring(rings().filter(function (one) {
            return known.indexOf(one) < 0;
        }));
        if (was && bar.querySelector("[data-bar-main]"))
            bar.querySelector("[data-bar-main]").focus();
    }

    function refresh() {
        return fetch(look, { cache: "no-store", credentials: "same-origin" }).then(function (answer) {
            if (!answer.ok || answer.redirected)
                throw answer.status;
            return answer.text();
        }).then(renew).catch(function () { /* the next look may come through */ });
    }

    // A form of the line is sent beside the page. What could not be done is said in the line.
    function send(form) {
        var fields = new URLSearchParams(new FormData(form));
        fields.set("tiep", look.replace(/^\/en/, ""));
        if (form.dataset.sent)
            return;
        form.dataset.sent = "1";
        fetch(form.action, { method: "POST", body: fields, credentials: "same-origin" }).then(function (answer) {
            return answer.text().then(function (text) {
                var notice = page(text).querySelector("[data-notice]");
                if (answer.ok) {
                    renew(text);
                    return null;
                }
                return refresh().then(function () {
                    said(notice ? notice.textContent.trim() : String(answer.status));
                });
            });
        }).catch(function () {
            delete form.dataset.sent;
            form.submit();
        });
    }

    doc.addEventListener("submit", function (event) {
        if (event.target.matches("[data-bar-form]")) {
            event.preventDefault();
            event.stopImmediatePropagation();
            send(event.target);
        }
    }, true);

    // F9: to the button first, so that nobody acts by mistake while something is being typed, then the act itself.
    function key9() {
        var main = desk ? doc.querySelector("[data-main]") : bar && bar.querySelector("[data-bar-main]");
        var menu = doc.querySelector(".mc-menu a[href$='/can-bo/quay']");
        if (main && (desk || doc.activeElement === main))
            main.form.requestSubmit(main);
        else if (main || menu)
            (main || menu).focus();
    }

    // ---- the panic button

    var armed = 0;

    function panic(link) {
        var at = Date.now();
        var text = link.querySelector("[data-panic-text]");
        if (at - armed <= ARM_MS && armed) {
            armed = 0;
            alarm(link);
            return;
        }
        armed = at;
        if (!text.dataset.idle)
            text.dataset.idle = text.textContent;
        text.textContent = link.dataset.panic;
        setTimeout(function () {
            if (armed === at)
                armed = 0;
            text.textContent = text.dataset.idle;
        }, ARM_MS);
    }

    // The form is on the page the link leads to; its answer is the line as it is then.
    function alarm(link) {
        fetch(link.href, { cache: "no-store", credentials: "same-origin" }).then(function (answer) {
            return answer.text();
        }).then(function (text) {
            var form = page(text).querySelector("main form[method=post]");
            var fields = new URLSearchParams(new FormData(form));
            fields.set("tiep", look.replace(/^\/en/, ""));
            return fetch(form.getAttribute("action"), { method: "POST", body: fields, credentials: "same-origin" });
        }).then(function (answer) {
            if (!answer.ok)
                throw answer.status;
            if (desk)
                location.assign(desk.dataset.page);
            else
                refresh();
        }).catch(function () {
            location.assign(link.href);
        });
    }

    doc.addEventListener("click", function (event) {
        var link = event.target.closest && event.target.closest("[data-panic]");
        if (link) {
            event.preventDefault();
            panic(link);
        }
    });

    doc.addEventListener("keydown", function (event) {
        if (event.key !== "F9" || event.altKey || event.metaKey || event.shiftKey)
            return;
        var link = doc.querySelector("[data-panic]");
        event.preventDefault();
        if (event.repeat)
            return;
        if (!event.ctrlKey)
            key9();
        else if (link)
            panic(link);
    });

    // ---- looking again

    var source = null;

    // One line to the server for each page in sight: browsers allow few.
    function listen() {
        if (doc.hidden) {
            if (source)
                source.close();
            source = null;
        } else if (!source && bar.dataset.alarms) {
            source = new EventSource(bar.dataset.alarms);
            source.onmessage = refresh;
        }
    }

    if (bar && (bar.dataset.alarms || bar.querySelector("[data-bar-main]"))) {
        doc.addEventListener("visibilitychange", function () {
            listen();
            if (!doc.hidden)
                refresh();
        });
        listen();
        setInterval(function () {
            if (!doc.hidden)
                refresh();
        }, LOOK_MS);
    }
}());
