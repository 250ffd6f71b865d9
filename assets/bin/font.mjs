// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Cuts Noto Sans (variable weight 400-700) down to what Vietnamese and English pages need, in two files,
// so that a browser without Vietnamese text on its page fetches one only.
// usage: node bin/font.mjs OUT-FOLDER

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";

const source = "node_modules/@fontsource-variable/noto-sans/files/noto-sans-";

const parts = {
    vietnamese: [
        [0x0102, 0x0103], [0x0110, 0x0111], [0x0128, 0x0129], [0x0168, 0x0169], [0x01a0, 0x01a1],
        [0x01af, 0x01b0], [0x0300, 0x0301], [0x0303, 0x0303], [0x0309, 0x0309], [0x0323, 0x0323],
        [0x1ea0, 0x1ef9], [0x20ab, 0x20ab],
    ],
    latin: [
        [0x0020, 0x007e], [0x00a0, 0x00ff], [0x2013, 0x2014], [0x2018, 0x201a], [0x201c, 0x201e],
        [0x2022, 0x2022], [0x2026, 0x2026], [0x2032, 0x2033], [0x2039, 0x203a], [0x2044, 0x2044],
        [0x2212, 0x2212],
    ],
};

function characters(ranges) {
    const out = [];
    for (const [first, last] of ranges)
        for (let c = first; c <= last; c++)
            out.push(String.fromCodePoint(c));
    return out.join("");
}

for (const [name, ranges] of Object.entries(parts)) {
    const font = await readFile(`${source}${name}-wght-normal.woff2`);
    const cut = await subsetFont(font, characters(ranges), {
        targetFormat: "woff2",
        variationAxes: { wght: { min: 400, max: 700, default: 400 } },
    });
    await writeFile(join(process.argv[2], `noto-sans-${name}.woff2`), cut);
}
