// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The text and the caret of a field as values. Fields without a caret of their own (dates, numbers, lists) have start and
// end null.

// { value, start, end }, the positions in UTF-16 units.
export function snapshot(field) {
    let start = null;
    let end = null;
    try {
        start = field.selectionStart;
        end = field.selectionEnd;
    } catch (error) { /* a field that has no caret */ }
    return { value: field.value, start: start === undefined ? null : start, end: end === undefined ? null : end };
}

// Puts text and caret into the field. One "input" event tells of it if the text is another than before.
export function put(field, value, start, end) {
    const changed = field.value !== value;
    if (changed)
        field.value = value;
    if (start !== null)
        field.setSelectionRange(start, end);
    if (changed)
        field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertReplacementText" }));
}

export function restore(field, was) {
    put(field, was.value, was.start, was.end);
}
