// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Vietnamese letters taken apart and put together: a base letter (a–z), a mark that makes another letter of it (â, ơ, đ)
// and a tone. Marks and tones are combining characters of Unicode; no tone and no mark are "". All that is written is NFC.

export const HAT = "\u0302"; // â ê ô
export const BREVE = "\u0306"; // ă
export const HORN = "\u031B"; // ơ ư
export const BAR = "\u0335"; // đ: a letter of its own in Unicode, a marked one here

export const SAC = "\u0301";
export const HUYEN = "\u0300";
export const HOI = "\u0309";
export const NGA = "\u0303";
export const NANG = "\u0323";

const MARKED = { a: HAT + BREVE, e: HAT, o: HAT + HORN, u: HORN, d: BAR };
const TONES = SAC + HUYEN + HOI + NGA + NANG;

export function isTone(key) {
    return key.length === 1 && TONES.includes(key);
}

export function isVowel(base) {
    return base !== "" && "aeiouy".includes(base);
}

// May this base letter carry this mark?
export function takes(base, mark) {
    return (MARKED[base] || "").includes(mark);
}

// One character as { base, mark, tone, upper }. What is no letter of Vietnamese comes back as its own base.
export function split(char) {
    const small = char.toLowerCase();
    const upper = small !== char;
    if (small === "đ")
        return { base: "d", mark: BAR, tone: "", upper };
    const [base, ...marks] = small.normalize("NFD");
    const mark = marks.find((m) => takes(base, m)) || "";
    const tone = marks.find((m) => isTone(m)) || "";
    if (marks.length > (mark ? 1 : 0) + (tone ? 1 : 0) || (tone && !isVowel(base)))
        return { base: small, mark: "", tone: "", upper };
    return { base, mark, tone, upper };
}

// The character of a letter with a tone or without.
export function join(letter, tone = "") {
    const small = letter.mark === BAR ? "đ" : (letter.base + letter.mark + tone).normalize("NFC");
    return letter.upper ? small.toUpperCase() : small;
}
