// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Draws the hero's ornament: the rings, saw teeth and tangent circles of a bronze drum around an open lotus.
// usage: node bin/pattern.mjs OUT-FILE

import { writeFile } from "node:fs/promises";

const round = (n) => Number(n.toFixed(1));

function around(count, draw) {
    const out = [];
    for (let i = 0; i < count; i++)
        out.push(draw((2 * Math.PI * i) / count, (2 * Math.PI) / count));
    return out.join("");
}

function point(radius, angle) {
    return `${round(radius * Math.sin(angle))} ${round(-radius * Math.cos(angle))}`;
}

function ring(radius) {
    return `M${radius} 0A${radius} ${radius} 0 1 1 -${radius} 0A${radius} ${radius} 0 1 1 ${radius} 0`;
}

function petals(count, inner, outer, turn) {
    return around(count, (a, step) => {
        const mid = a + turn * step;
        const waist = inner + (outer - inner) * 0.45;
        return `M${point(inner, mid - step / 2)}Q${point(waist, mid - step * 0.62)} ${point(outer, mid)}`
            + `Q${point(waist, mid + step * 0.62)} ${point(inner, mid + step / 2)}`;
    });
}

function teeth(count, inner, outer) {
    return around(count, (a, step) =>
        `${a === 0 ? `M${point(inner, a)}` : ""}L${point(outer, a + step / 2)}L${point(inner, a + step)}`);
}

function dots(count, radius, size) {
    return around(count, (a) => {
        const x = radius * Math.sin(a);
        const y = -radius * Math.cos(a);
        return `M${round(x + size)} ${round(y)}a${size} ${size} 0 1 1 -${2 * size} 0a${size} ${size} 0 1 1 ${2 * size} 0`;
    });
}

const path = [
    ring(14), petals(8, 16, 62, 0), petals(8, 30, 88, 0.5), petals(16, 62, 118, 0),
    ring(124), ring(130), dots(36, 141, 7), ring(152), ring(158),
    teeth(48, 164, 182), ring(186), petals(32, 190, 232, 0.5), ring(238), ring(243),
    dots(64, 255, 8), ring(267), teeth(80, 273, 292), ring(297),
].join("");

await writeFile(process.argv[2],
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-300 -300 600 600">'
    + `<path d="${path}" fill="none" stroke="#f2b600" stroke-opacity=".26" stroke-width="1.4"/></svg>\n`);
