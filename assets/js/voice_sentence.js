// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What the voice says, as lists of clips (docs/voice.md): a ticket that is called, and where a dossier is. Pure: nothing
// is played or asked for here. First part of voice.js.
(function () {
    "use strict";

    var TICKET = /^([A-Z])(\d{3})$/;
    var MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?/;

    function digits(text) {
        return text.split("").map(function (digit) {
            return "digit-" + digit;
        });
    }

    // Digits one by one, also of a counter: 12 is "một hai". Read as numbers, 12 and 20, 13 and 30 … are the same two
    // syllables in another order, mười and mươi differ by a tone alone, and 1, 4 and 5 change their sound behind a ten;
    // in a noisy hall people would go to the wrong counter. The ear has just been set to single digits by the ticket,
    // and digits are what the sign above the counter shows.
    // A set may have a clip for a whole counter ("đến quầy trả kết quả"): counter-7.
    function counterClips(counter, has) {
        var own = "counter-" + counter;
        return has && has(own) ? [own] : ["to-counter"].concat(digits(String(counter)));
    }

    // ticket: a letter and three digits; counter: 1 to 99; has(id), when given, says which clips there are.
    // null when it is no such call: nothing half right may be spoken.
    function sentenceCall(ticket, counter, has) {
        var parts = TICKET.exec(ticket);
        var number = Number(counter);
        if (!parts || !(number >= 1 && number <= 99) || number % 1)
            return null;
        return ["invite", "letter-" + parts[1]].concat(digits(parts[2]), counterClips(number, has));
    }

    // 0 to 99 as people say them: mười lăm, hai mươi, hai mươi mốt.
    function numberClips(n) {
        var tens = Math.floor(n / 10);
        var ones = n % 10;
        if (!tens)
            return ["digit-" + ones];
        return (tens === 1 ? ["ten"] : ["digit-" + tens, "tens"]).concat(
            !ones ? [] : ones === 5 ? "five-after-ten" : ones === 1 && tens > 1 ? "one-after-tens" : "digit-" + ones);
    }

    // 2010 to 2099: hai nghìn không trăm hai mươi sáu.
    function yearClips(year) {
        return ["digit-2", "thousand", "digit-0", "hundred"].concat(numberClips(year - 2000));
    }

    // "2026-12-03T16:30", seconds and zone not looked at, or the day alone; [] when it is no such moment.
    function momentClips(text) {
        var parts = MOMENT.exec(text || "");
        if (!parts)
            return [];
        var year = Number(parts[1]), month = Number(parts[2]), day = Number(parts[3]);
        var hour = Number(parts[4] || 0), minute = Number(parts[5] || 0);
        var date = new Date(Date.UTC(year, month - 1, day));
        if (year < 2010 || year > 2099 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day ||
            hour > 23 || minute > 59)
            return [];
        return [].concat(
            parts[4] ? ["at"].concat(numberClips(hour), "hour") : [],
            minute ? numberClips(minute).concat("minute") : [],
            "weekday-" + (date.getUTCDay() || 7),
            "day", numberClips(day),
            "month", month === 4 ? "april" : numberClips(month),
            "year", yearClips(year));
    }

    // status: state, as on the page of a dossier (T.state); due, when its result is promised, "" for none; late, that
    // moment has passed; paused, the term stands still, and nothing is promised meanwhile; more, the screen says more.
    // null without a state. Nothing of it names a person: it is heard by whoever stands there.
    function sentenceStatus(status) {
        if (!/^[a-z_]+$/.test(status.state || ""))
            return null;
        var moment = status.paused ? [] : momentClips(status.due);
        return ["dossier", "state-" + status.state].concat(
            status.paused ? "paused" : [],
            moment.length ? ["due"].concat(moment) : [],
            status.late && moment.length ? "late" : [],
            status.more ? "more" : []);
    }

    window.motcuaVoice = {
        sentenceCall: sentenceCall,
        sentenceStatus: sentenceStatus,
    };
})();
