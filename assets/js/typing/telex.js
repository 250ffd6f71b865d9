// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Vietnamese typed by Telex, VNI or keys of its own letters. A word is made anew from all its keys at each key, so keys may
// come in any order: "ddawng", "dangdw" and "dawngd" are all đăng. Pure functions: a word is never changed, a new one comes
// back; the caller keeps it. No DOM.
//
//   compose(keys, how)     the text of a word that was typed with these keys
//   open(text)             a word that already stands somewhere, to go on with; open("") is a new one
//   type(word, key, how)   the word with one more key
//   settle(word, how)      its text once the word is over (a space, the end)
//
//   word   { text, base, keys }: text is what to show, NFC; base and keys are for this module
//   key    one character: a letter, a digit, one of ă â đ ê ô ơ ư, or a tone of letters.js; the last two act in every way
//   how    { way: "telex" | "vni" | "direct", style: "old" (hòa; default) | "new" (hoà) }
//
// A word that cannot be Vietnamese shows its keys as they were typed. A key typed twice takes back what it did and stands
// for itself (aaa is aa, ss is s). Words of 20 letters and more are never Vietnamese. No call fails.
import { BAR, BREVE, HAT, HOI, HORN, HUYEN, NANG, NGA, SAC, isTone, isVowel, join, split } from "./letters.js";
import { hasVowel, onsetLength, possible, stopped, toneAt } from "./syllable.js";

const LONGEST = 20;

// What a key means besides itself: { tone }, or { marks } as pairs of a base letter and its mark, the likelier first.
const HORNS = ["uo", HORN];
const KEYS = {
    direct: {},
    telex: {
        s: { tone: SAC }, f: { tone: HUYEN }, r: { tone: HOI }, x: { tone: NGA }, j: { tone: NANG }, z: { tone: "" },
        a: { marks: [["a", HAT]] }, e: { marks: [["e", HAT]] }, o: { marks: [["o", HAT]] }, d: { marks: [["d", BAR]] },
        w: { marks: [HORNS, ["a", BREVE]], alone: true }
    },
    vni: {
        1: { tone: SAC }, 2: { tone: HUYEN }, 3: { tone: HOI }, 4: { tone: NGA }, 5: { tone: NANG }, 0: { tone: "" },
        6: { marks: [["aeo", HAT]] }, 7: { marks: [HORNS] }, 8: { marks: [["a", BREVE]] }, 9: { marks: [["d", BAR]] }
    }
};

// ---- a word while it is made ---------------------------------------------------------------------------------------
//
// typed     what each key shows when the word is not Vietnamese; a key that was taken back shows nothing
// letters   those of letters.js, each with .by: which key set its mark
// tone, by  the tone, and which key set it
// literal   keys that were typed twice: they stand for themselves from then on
//
// A by is { at, was, key }: taking back what key did makes typed[at] what it was without it.

function addLetter(made, letter, at) {
    made.letters.push({ ...letter, by: letter.mark ? { at, was: join({ ...letter, mark: "" }) } : null });
}

function fresh(base) {
    const made = { typed: [...base], letters: [], tone: "", by: null, literal: "" };
    made.typed.forEach((char, at) => {
        const letter = split(char);
        if (letter.tone) {
            made.tone = letter.tone;
            made.by = { at, was: join(letter) };
        }
        addLetter(made, letter, at);
    });
    return made;
}

function alive(made) {
    return made.letters.length < LONGEST && possible(made.letters, made.tone);
}

function append(made, key) {
    addLetter(made, split(key), made.typed.push(key) - 1);
}

function takeBack(made, by) {
    made.typed[by.at] = by.was;
}

// The second of two equal keys.
function standForItself(made, key) {
    made.literal += key.toLowerCase();
    append(made, key);
}

// ---- tones ---------------------------------------------------------------------------------------------------------

// A tone key of Telex or VNI. False: it is a letter.
function typeTone(made, key, tone) {
    const live = alive(made);
    if (live && made.tone && made.tone === tone) {
        takeBack(made, made.by);
        made.tone = "";
        standForItself(made, key);
        return true;
    }
    if (!live || !possible(made.letters, tone) || (!tone && !made.tone))
        return false;
    if (tone && !hasVowel(made.letters.slice(onsetLength(made.letters))))
        return false;
    made.tone = tone;
    made.by = { at: made.typed.push(key) - 1, was: "" };
    return true;
}

function lastVowel(typed) {
    let at = typed.length - 1;
    while (at >= 0 && !isVowel(split(typed[at] || " ").base))
        at--;
    return at;
}

// A key that is nothing but a tone: any vowel takes it, also in words that are not Vietnamese. The same again takes it off.
function putTone(made, tone) {
    const same = made.tone === tone;
    if (made.tone)
        takeBack(made, made.by);
    made.tone = "";
    const at = lastVowel(made.typed);
    if (same || at < 0)
        return;
    made.tone = tone;
    made.by = { at, was: made.typed[at] };
    made.typed[at] = join(split(made.typed[at]), tone);
}

// ---- marks ---------------------------------------------------------------------------------------------------------

// uo takes the horn on both letters, and gives both up for ô: { place: mark }.
function pairs(letters, mark) {
    const found = [];
    for (let i = letters.length - 1; i > onsetLength(letters); i--) {
        const [u, o] = [letters[i - 1], letters[i]];
        if (u.base !== "u" || o.base !== "o")
            continue;
        if (mark === HORN && !u.mark && !o.mark)
            found.push({ [i - 1]: HORN, [i]: HORN });
        else if (mark === HORN && o.mark === HAT)
            found.push({ [i - 1]: HORN, [i]: HORN });
        else if (mark === HAT && u.mark)
            found.push({ [i - 1]: "", [i]: HAT });
    }
    return found;
}

// All ways to set the marks a key stands for, the likelier first: the last letter before the ones in front of it.
function choices(letters, marks) {
    const found = marks.flatMap(([bases, mark]) => (bases.includes("o") ? pairs(letters, mark) : []));
    for (let i = letters.length - 1; i >= 0; i--)
        for (const [bases, mark] of marks)
            if (bases.includes(letters[i].base) && letters[i].mark !== mark)
                found.push({ [i]: mark });
    return found;
}

function remarked(letters, choice, by) {
    const both = Object.keys(choice).length > 1;
    return letters.map((letter, i) => {
        if (!(i in choice))
            return letter;
        return { ...letter, mark: choice[i], by: choice[i] ? by : null, soft: both && !letter.mark };
    });
}

// In abbreviations (HĐND, QĐ) a second d stands right after the first, as there is no vowel to judge by.
function abbreviates(letters, choice) {
    return choice[letters.length - 1] === BAR && letters.every((l) => /^[a-z]$/.test(l.base) && !isVowel(l.base));
}

// The last letter that has its mark from such a key, or -1.
function markedBy(letters, marks) {
    const is = (letter) => marks.some(([bases, mark]) => bases.includes(letter.base) && letter.mark === mark);
    return letters.reduce((last, letter, i) => (letter.by && is(letter) ? i : last), -1);
}

function unmark(made, by, key) {
    takeBack(made, by);
    made.letters = made.letters.filter((l) => !(l.alone && l.by === by))
        .map((l) => (l.by === by ? { ...l, mark: "", by: null } : l));
    standForItself(made, key);
}

// Telex writes ư with w alone where no letter is there to take its mark.
function typeAlone(made, key, by) {
    const letter = { ...split(key), base: "u", mark: HORN, by, alone: true };
    if (!possible([...made.letters, letter], made.tone))
        return false;
    made.letters.push(letter);
    made.typed.push(key);
    return true;
}

// A key that sets marks. False: it is a letter.
function typeMark(made, key, { marks, alone }) {
    const by = { at: made.typed.length, was: "", key };
    const live = alive(made);
    for (const choice of choices(made.letters, marks)) {
        const letters = remarked(made.letters, choice, by);
        if ((live && possible(letters, made.tone)) || abbreviates(made.letters, choice)) {
            made.letters = letters;
            made.typed.push(key);
            return true;
        }
    }
    const last = markedBy(made.letters, marks);
    if (last >= 0 && (live || last === made.letters.length - 1)) {
        unmark(made, made.letters[last].by, key);
        return true;
    }
    return Boolean(alone && live && typeAlone(made, key, by));
}

// ---- keys and text -------------------------------------------------------------------------------------------------

function take(made, key, how) {
    const small = key.toLowerCase();
    const meaning = made.literal.includes(small) ? null : KEYS[how.way][small];
    if (isTone(key))
        putTone(made, key);
    else if (!meaning || !("tone" in meaning ? typeTone(made, key, meaning.tone) : typeMark(made, key, meaning)))
        append(made, key);
}

// ưo and uơ become ươ as soon as a letter follows; thuở, huơ and khuơ keep their u when one key marked both.
function finished(letters) {
    const from = onsetLength(letters);
    const onset = letters.slice(0, from).map((l) => l.base).join("");
    return letters.map((letter, i) => {
        const before = letters[i - 1];
        const after = letters[i + 1];
        const follows = i + 2 < letters.length;
        if (letter.base === "o" && !letter.mark && before && i > from && before.base === "u" && before.mark && after)
            return { ...letter, mark: HORN };
        if (letter.base !== "u" || i !== from || !after || after.base !== "o" || after.mark !== HORN)
            return letter;
        if (follows)
            return { ...letter, mark: HORN };
        return letter.soft && ["h", "kh", "th"].includes(onset) ? { ...letter, mark: "" } : letter;
    });
}

function show(made, style) {
    const letters = finished(made.letters);
    if (hasVowel(letters) && !alive(made))
        return made.typed.join("").normalize("NFC");
    const at = made.tone ? toneAt(letters, style) : -1;
    return letters.map((letter, i) => join(letter, i === at ? made.tone : "")).join("");
}

function make(base, keys, how) {
    const made = fresh(base);
    for (const key of keys)
        take(made, key, how);
    return made;
}

export function compose(keys, how) {
    return show(make("", keys, how), how.style);
}

export function open(text) {
    const base = text.normalize("NFC");
    return { text: base, base, keys: "" };
}

export function type(word, key, how) {
    const keys = word.keys + key;
    const made = make(word.base, keys, how);
    return { text: show(made, how.style), base: word.base, keys };
}

// A doubled letter that made no Vietnamese word after all is two letters: "data", not "dât". No syllable that ends in a stop
// is without a tone.
export function settle(word, how) {
    const made = make(word.base, word.keys, how);
    const doubled = made.letters.some((l) => l.mark === HAT && l.by && /^[aeo]$/i.test(l.by.key || ""));
    const unfinished = doubled && !made.tone && alive(made) && stopped(made.letters);
    return unfinished ? made.typed.join("").normalize("NFC") : word.text;
}
