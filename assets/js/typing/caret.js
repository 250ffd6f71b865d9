// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A caret that is seen from a step away, also while a key of the screen has the focus: the browser's own is a hair's breadth
// and only there while its field has the focus.
//
//   drawCaret(field)   once a field: an <input> with a text on one line from its left, or a <textarea>. It is put into a
//                      span, which the style makes as large as the field. Answers { draw, turn }: draw() draws anew, turn(on) shows or
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

// Where the caret of an <input> stands, in CSS pixels from the corner of the field.
function placeInLine(field, style, context) {
    const left = parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth);
    const width = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    const x = measure(context, style, field.value.slice(0, field.selectionEnd));
    const height = HEIGHT * parseFloat(style.fontSize);
    if (field.selectionStart === field.selectionEnd)
        reveal(field, x, width);
    return { x: left + x - field.scrollLeft, y: (field.offsetHeight - height) / 2, height };
}

// What makes lines break where they break in the field.
const LIKE = ["font", "letterSpacing", "lineHeight", "padding", "border", "tabSize", "textAlign", "direction"];

// The same for a <textarea>: its text is laid out once more, unseen, and the end of what stands before the caret is looked up.
function placeInLines(field, style) {
    const copy = document.createElement("div");
    const mark = document.createElement("span");
    LIKE.forEach((name) => { copy.style[name] = style[name]; });
    Object.assign(copy.style, {
        boxSizing: "border-box", height: "0", left: "0", overflow: "hidden", overflowWrap: "break-word", position: "absolute", top: "0",
        visibility: "hidden", whiteSpace: "pre-wrap", width: `${field.clientWidth + 2 * parseFloat(style.borderLeftWidth)}px`
    });
    mark.textContent = "\u200b";
    copy.append(field.value.slice(0, field.selectionEnd), mark, field.value.slice(field.selectionEnd));
    document.body.append(copy);
    const [place, box] = [mark.getBoundingClientRect(), copy.getBoundingClientRect()];
    copy.remove();
    const edge = { top: parseFloat(style.borderTopWidth), line: parseFloat(style.lineHeight) || place.height };
    const y = place.top - box.top + (place.height - edge.line) / 2;
    if (field.selectionStart === field.selectionEnd)
        revealLine(field, y - edge.top, edge.line);
    const height = Math.min(edge.line, HEIGHT * parseFloat(style.fontSize));
    return { x: place.left - box.left, y: y - field.scrollTop + (edge.line - height) / 2, height };
}

// Scrolls so that the line at y, counted from the beginning of the text, is in sight.
function revealLine(field, y, line) {
    if (y + line > field.scrollTop + field.clientHeight)
        field.scrollTop = y + line - field.clientHeight;
    else if (y < field.scrollTop)
        field.scrollTop = y;
}

export function drawCaret(field) {
    const { frame, layer, bar } = wrap(field);
    const context = document.createElement("canvas").getContext("2d");

    function draw() {
        const style = getComputedStyle(field);
        const place = field.localName === "textarea" ? placeInLines(field, style) : placeInLine(field, style, context);
        bar.setAttribute("x", Math.round(place.x));
        bar.setAttribute("y", Math.round(place.y));
        bar.setAttribute("height", Math.round(place.height));
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
