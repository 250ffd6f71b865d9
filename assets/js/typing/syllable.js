// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What a Vietnamese syllable can be, and on which of its letters the tone is written. Letters are those of letters.js; a
// syllable is a list of them. Nothing is kept between calls.
import { BAR, NANG, SAC, isVowel, split } from "./letters.js";

const ONSETS = " b c ch d đ g gh gi h k kh kr l m n ng ngh nh p ph q r s t th tr v x".split(" ");

// Each rime without a tone, by its vowels. Names of places (Đắk Lắk) and the rare (xoong, huơ) belong to them.
const RIMES = (
    "a ac ach ai am an ang anh ao ap at au ay " +
    "ăc ăk ăm ăn ăng ăp ăt " +
    "âc âm ân âng âp ât âu ây " +
    "e ec em en eng eo ep et " +
    "ê êch êm ên êng ênh êp êt êu " +
    "i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu " +
    "o oc oi om on ong ooc oong op ot " +
    "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet " +
    "ô ôc ôi ôm ôn ông ôp ôt " +
    "ơ ơc ơi ơm ơn ơng ơp ơt " +
    "u uc ui um un ung up ut ua uâc uân uâng uât uây uê uêch uên uênh uêt uêu uơ uôc uôi uôm uôn uông uôp uôt " +
    "uy uya uych uyn uynh uyp uyt uyu uyên uyêt " +
    "ư ưa ưc ưi ưm ưn ưng ưp ưt ưu ươc ươi ươm ươn ương ươp ươt ươu " +
    "y ych ym yn ynh yt yêm yên yêng yêt yêu").split(" ");

const FRONT = "eiy"; // before them c is written k, g is gh, ng is ngh
const STOPS = ["c", "ch", "k", "p", "t"];

function text(letters) {
    return letters.map((l) => l.base + l.mark).join("");
}

// Every beginning of a rime, with and without each of its marks: what may still become that rime.
function beginnings(rimes) {
    const all = new Set();
    for (const rime of rimes) {
        let open = [""];
        for (const char of rime) {
            const { base, mark } = split(char);
            open = open.flatMap((s) => (mark ? [s + base, s + base + mark] : [s + base]));
            open.forEach((s) => all.add(s));
        }
    }
    return all.add("");
}

const BEGINNINGS = beginnings(RIMES);
const ONSET_KEYS = new Set(ONSETS.map((o) => text([...o].map(split))));
const ONSET_BEGINNINGS = new Set([...ONSET_KEYS].flatMap((o) => [...o, ""].map((_, i) => o.slice(0, i))).concat([...ONSET_KEYS]));

// How many letters stand before the rime. The u of "qu" and the i of "gi" before a vowel belong to the onset.
export function onsetLength(letters) {
    let n = letters.findIndex((l) => isVowel(l.base));
    if (n < 0)
        return letters.length;
    const [first, second, third] = letters;
    if (n === 1 && first.base === "q" && second.base === "u" && !second.mark)
        n = 2;
    else if (n === 1 && first.base === "g" && second.base === "i" && third && isVowel(third.base))
        n = 2;
    return n;
}

export function hasVowel(letters) {
    return letters.some((l) => isVowel(l.base));
}

// The consonants at the end, without marks: "" for an open syllable.
export function coda(letters) {
    let n = letters.length;
    while (n > 0 && !isVowel(letters[n - 1].base))
        n--;
    return hasVowel(letters) ? letters.slice(n).map((l) => l.base).join("") : "";
}

// A syllable that ends in a stop.
export function stopped(letters) {
    return STOPS.includes(coda(letters));
}

function fits(onset, first) {
    if (!ONSET_KEYS.has(onset) || onset === "q")
        return false;
    if (["c", "g", "ng"].includes(onset) && FRONT.includes(first))
        return onset === "g" && first === "i";
    return !["gh", "ngh"].includes(onset) || FRONT.includes(first);
}

// May these letters with this tone become a Vietnamese syllable, now or with more letters and marks?
export function possible(letters, tone) {
    const n = onsetLength(letters);
    const onset = text(letters.slice(0, n));
    const rime = text(letters.slice(n));
    if (rime === "")
        return !tone && (onset === "qu" || ONSET_BEGINNINGS.has(onset));
    if (tone && tone !== SAC && tone !== NANG && stopped(letters))
        return false;
    if (onset === "qu")
        return rime[0] !== "u" && (BEGINNINGS.has(rime) || BEGINNINGS.has("u" + rime));
    return fits(onset, rime[0]) && (BEGINNINGS.has(rime) || (onset === "gi" && BEGINNINGS.has("i" + rime)));
}

// Index of the letter that carries the tone, -1 without a vowel. style: "old" writes hòa, thúy; "new" hoà, thuý.
export function toneAt(letters, style) {
    const from = onsetLength(letters);
    const end = letters.length - coda(letters).length;
    if (!hasVowel(letters))
        return -1;
    for (let i = end - 1; i >= from; i--)
        if (letters[i].mark && letters[i].mark !== BAR)
            return i;
    if (end < letters.length)
        return end - 1;
    if (end - from >= 3)
        return end - 2;
    const pair = text(letters.slice(from, end));
    return style === "new" && ["oa", "oe", "uy"].includes(pair) ? from + 1 : from;
}
