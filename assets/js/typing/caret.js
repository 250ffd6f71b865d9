// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A caret that is seen from a step away, also while a key of the screen has the focus: the browser's own is a hair's breadth
// and only there while its field has the focus.
//
//   drawCaret(field)   once a field, an <input> with a text on one line from its left. It is put into a span, which the
//                      style makes as large as the field. Answers { draw, turn }: draw() draws anew, turn(on) shows or
//                      hides the caret: only one field of a page has it.
const NAMESPACE = "http://www.w3.org/2000/svg";
const WIDTH = 4; // CSS pixels
const HEIGHT = 1.25; // of the font size
const MARGIN = 12; // CSS pixels between the caret and the edge of the field when the text moves

function part(name) {
    return document.createElementNS(NAMESPACE, name);
}

function wrap(field) {
    const focused = document.activeElement === field;
    const frame = document.createElement("span");
    const layer = part("svg");
    const bar = part("rect");
    frame.className = "mc-caret";
    layer.setAttribute("class", "mc-caret__layer");
    layer.setAttribute("aria-hidden", "true");
    layer.setAttribute("focusable", "false");
    bar.setAttribute("width", WIDTH);
    layer.append(bar);
    field.replaceWith(frame);
    frame.append(field, layer);
    if (focused)
        field.focus();
    return { frame, layer, bar };
}

// Width of a text in the field's font, in CSS pixels.
function measure(context, style, text) {
    context.font = style.font;
    context.letterSpacing = style.letterSpacing === "normal" ? "0px" : style.letterSpacing;
    return context.measureText(text).width;
}

// Moves the text so that the place at x, counted from its beginning, is in sight.
function reveal(field, x, width) {
    if (x - field.scrollLeft > width - MARGIN)
        field.scrollLeft = x - width + MARGIN;
    else if (x < field.scrollLeft)
        field.scrollLeft = Math.max(0, x - MARGIN);
}

export function drawCaret(field) {
    const { frame, layer, bar } = wrap(field);
    const context = document.createElement("canvas").getContext("2d");

    function draw() {
        const style = getComputedStyle(field);
        const left = parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth);
        const width = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        const x = measure(context, style, field.value.slice(0, field.selectionEnd));
        const height = HEIGHT * parseFloat(style.fontSize);
        if (field.selectionStart === field.selectionEnd)
            reveal(field, x, width);
        bar.setAttribute("x", Math.round(left + x - field.scrollLeft));
        bar.setAttribute("y", Math.round((field.offsetHeight - height) / 2));
        bar.setAttribute("height", Math.round(height));
        layer.classList.toggle("mc-caret__layer--range", field.selectionStart !== field.selectionEnd);
    }

    ["input", "focus", "blur", "scroll", "click"].forEach((name) => field.addEventListener(name, draw));
    document.addEventListener("selectionchange", () => {
        if (document.activeElement === field)
            draw();
    });
    addEventListener("resize", draw);
    document.fonts.ready.then(draw);
    draw();
    return { draw, turn: (on) => frame.classList.toggle("mc-caret--on", on) };
}
