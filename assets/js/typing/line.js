// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A line of text that is edited key by key through telex.js: words, what stands between them, the caret. Pure functions: a
// line is never changed, a new one comes back; the caller keeps it. No DOM.
//
//   begin(text, start, end)  a line as it stands in a field; start and end of what is selected, in UTF-16 units as in the DOM
//   press(line, key, how)    the line after a key: one character, a tone, ERASE or CLEAR
//   finish(line, how)        the line when typing is over: its last word is settled
//
//   line   { text, start, end, word }; word is for this module. A line that was changed by somebody else (a click, a scan)
//          is begun anew from the field: the word before the caret can be gone on with at any time.
//   how    what telex.js asks for, and most: the longest text in UTF-16 units, or absent. A key that would make the text
//          longer changes nothing.
import { isTone } from "./letters.js";
import { open, settle, type } from "./telex.js";

export const ERASE = "erase";
export const CLEAR = "clear";

const WORD_END = /[\p{L}\p{M}\p{N}]*$/u;
const LETTER_END = /(?:\P{M}\p{M}*|\p{M}+)$/u;

export function begin(text, start = text.length, end = start) {
    return { text, start, end, word: null };
}

// Is this what the field still shows? If not, the line is begun anew.
export function shows(line, text, start, end) {
    return line.text === text && line.start === start && line.end === end;
}

// The word that ends at the caret, as it is being typed or as it stands there, and its length in the text. Its keys mean
// something in the way they were typed in only.
function wordAt(line, how) {
    const before = line.text.slice(0, line.start);
    if (line.word && line.word.text && line.word.way === how.way && before.endsWith(line.word.text))
        return { word: line.word, length: line.word.text.length };
    const [text] = WORD_END.exec(before);
    return { word: open(text), length: text.length };
}

// The line with the given length before the caret replaced.
function replace(line, length, text, word) {
    const from = line.start - length;
    return {
        text: line.text.slice(0, from) + text + line.text.slice(line.end),
        start: from + text.length,
        end: from + text.length,
        word
    };
}

function withoutSelection(line) {
    return line.start === line.end ? line : replace(line, 0, "", null);
}

function erase(line) {
    if (line.start !== line.end)
        return withoutSelection(line);
    const last = LETTER_END.exec(line.text.slice(0, line.start));
    return replace(line, last ? last[0].length : 0, "", null);
}

function typeWord(line, key, how) {
    const { word, length } = wordAt(line, how);
    const next = type(word, key, how);
    return replace(line, length, next.text, { ...next, way: how.way });
}

export function finish(line, how) {
    const { word, length } = wordAt(line, how);
    const text = settle(word, how);
    return text === word.text ? line : replace(line, length, text, null);
}

export function press(line, key, how) {
    if (key === CLEAR)
        return begin("");
    if (key === ERASE)
        return erase(line);
    const clean = withoutSelection(line);
    const word = isTone(key) || /^[\p{L}\p{N}]$/u.test(key);
    const next = word ? typeWord(clean, key, how) : replace(finish(clean, how), 0, key, null);
    return how.most >= 0 && next.text.length > how.most && next.text.length > line.text.length ? line : next;
}
