#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Makes the placeholder of the voice: a chime of two tones, and every text of voice/clips.json spoken by espeak-ng, cut
// to the sound, at one loudness, as WAV files beside a manifest (docs/voice.md). The same espeak-ng gives the same bytes.
// usage: bin/voice.mjs [OUT-FOLDER]        (default: static/voice; needs espeak-ng 1.51)

import { execFileSync } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "../../static/voice");
const RATE = 16000;
const PEAK = 10 ** (-3 / 20); // at most; as loud as the others comes first
const LOUDNESS = 10 ** (-19 / 20); // of what is not quiet
const WORDS_A_MINUTE = 145; // slower than talk: a hall echoes
const LEAD_S = 0.015; // quiet kept before the sound, and behind it: the rhythm of a row of digits
const TAIL_S = 0.06;
const QUIET = 10 ** (-40 / 10); // of the power of the loudest frame: below that is no sound
const LOUD = 10 ** (-20 / 10); // above that is what loudness is measured by
const FRAME = RATE / 100;

// ---- sound as numbers from -1 to 1 ----------------------------------------------------------------------------------

// The samples of espeak-ng's WAV, whose sizes are not filled in when it writes to a pipe.
function spoken(language, text) {
    const wav = execFileSync("espeak-ng", ["-v", language, "-s", String(WORDS_A_MINUTE), "--stdout", "--", text]);
    const at = wav.indexOf("data", 12, "latin1") + 8;
    const samples = new Float64Array((wav.length - at) >> 1);
    for (let i = 0; i < samples.length; i++)
        samples[i] = wav.readInt16LE(at + 2 * i) / 32768;
    return resampled(samples, wav.readUInt32LE(24));
}

// Another rate by a windowed sinc, 32 zero crossings to each side; what a lower rate cannot hold is taken out.
function resampled(samples, rate) {
    const cut = (0.45 * Math.min(rate, RATE)) / rate; // in cycles a sample
    const half = Math.ceil(16 / cut);
    const result = new Float64Array(Math.floor((samples.length * RATE) / rate));
    for (let i = 0; i < result.length; i++) {
        const middle = (i * rate) / RATE;
        let sum = 0;
        for (let j = Math.max(0, Math.ceil(middle - half)); j <= Math.min(samples.length - 1, middle + half); j++) {
            const x = j - middle;
            const sinc = x === 0 ? 2 * cut : Math.sin(2 * Math.PI * cut * x) / (Math.PI * x);
            sum += samples[j] * sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / half));
        }
        result[i] = sum;
    }
    return result;
}

const peakOf = (samples) => samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);

// Of each 10 ms.
function powersOf(samples) {
    const powers = [];
    for (let i = 0; i + FRAME <= samples.length; i += FRAME)
        powers.push(samples.subarray(i, i + FRAME).reduce((sum, sample) => sum + sample * sample, 0) / FRAME);
    return powers;
}

// From a little before the first sound to a little after the last, faded at both ends so that nothing clicks.
function trimmed(samples) {
    const powers = powersOf(samples);
    const sounds = (power) => power > Math.max(...powers) * QUIET;
    const lead = Math.round(LEAD_S * RATE);
    const begin = powers.findIndex(sounds) * FRAME - lead;
    const end = (powers.findLastIndex(sounds) + 1) * FRAME + Math.round(TAIL_S * RATE);
    const result = new Float64Array(end - begin);
    for (let i = 0; i < result.length; i++) {
        const fade = Math.min(1, i / lead, (result.length - 1 - i) / lead);
        result[i] = (samples[begin + i] ?? 0) * fade;
    }
    return result;
}

// All clips at the same loudness, unless the peak forbids.
function levelled(samples) {
    const powers = powersOf(samples);
    const loud = powers.filter((power) => power > Math.max(...powers) * LOUD);
    const loudness = Math.sqrt(loud.reduce((sum, power) => sum + power, 0) / loud.length);
    const gain = Math.min(LOUDNESS / loudness, PEAK / peakOf(samples));
    return samples.map((sample) => sample * gain);
}

// Two falling tones with their overtones, as a bell.
function chime() {
    const tones = [[659.26, 0], [523.25, 0.42]];
    const result = new Float64Array(Math.round(1.5 * RATE));
    for (const [pitch, begin] of tones)
        for (let i = Math.round(begin * RATE); i < result.length; i++) {
            const t = i / RATE - begin;
            const rise = Math.min(1, t / 0.006);
            for (const [overtone, share, lasting] of [[1, 1, 0.32], [2, 0.4, 0.2], [3, 0.15, 0.12]])
                result[i] += rise * share * Math.exp(-t / lasting) * Math.sin(2 * Math.PI * pitch * overtone * t);
        }
    return result;
}

// ---- files ----------------------------------------------------------------------------------------------------------

// G.711: a sign, three bits for the octave, four for the step in it, all inverted. Half the size of plain samples, and
// the noise it adds is 38 dB below the voice.
function muLaw(sample) {
    const value = Math.round(sample * 32767);
    const level = Math.min(32635, Math.abs(value)) + 132;
    const octave = Math.floor(Math.log2(level)) - 7;
    return ~((value < 0 ? 0x80 : 0) | (octave << 4) | ((level >> (octave + 3)) & 0x0f)) & 0xff;
}

function wavOf(samples) {
    const wav = Buffer.alloc(58 + samples.length + (samples.length & 1));
    wav.write("RIFF", 0);
    wav.writeUInt32LE(wav.length - 8, 4);
    wav.write("WAVEfmt ", 8);
    wav.writeUInt32LE(18, 16);
    wav.writeUInt16LE(7, 20); // µ-law
    wav.writeUInt16LE(1, 22); // mono
    wav.writeUInt32LE(RATE, 24);
    wav.writeUInt32LE(RATE, 28);
    wav.writeUInt16LE(1, 32);
    wav.writeUInt16LE(8, 34);
    wav.write("fact", 38);
    wav.writeUInt32LE(4, 42);
    wav.writeUInt32LE(samples.length, 46);
    wav.write("data", 50);
    wav.writeUInt32LE(samples.length, 54);
    samples.forEach((sample, i) => wav.writeUInt8(muLaw(sample), 58 + i));
    return wav;
}

async function place(name, samples) {
    await writeFile(join(out, name), wavOf(levelled(trimmed(samples))));
    return name;
}

const version = /\d+\.\d+/.exec(execFileSync("espeak-ng", ["--version"], { encoding: "utf8" }))[0];
if (version !== "1.51")
    console.error(`voice.mjs: this is espeak-ng ${version}; the committed clips were made by 1.51`);
const texts = JSON.parse(await readFile(join(here, "../voice/clips.json"), "utf8"));
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });

const manifest = {
    format: 1,
    name: "Placeholder",
    announcer: `espeak-ng ${version}, a program`,
    licence: "Apache-2.0",
    is_placeholder: true,
    sample_rate: RATE,
    chime: await place("chime.wav", chime()),
    languages: [],
};
for (const [language, clips] of Object.entries(texts)) {
    const made = {};
    for (const [id, text] of Object.entries(clips))
        made[id] = { file: await place(`${language}-${id.toLowerCase()}.wav`, spoken(language, text)), text };
    manifest.languages.push({ language, clips: made });
}
await writeFile(join(out, "manifest.json"), `${JSON.stringify(manifest, null, 1)}\n`);
