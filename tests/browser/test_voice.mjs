#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The voice as a hall hears it: built script and built-in clips in a real Chromium, behind the real headers, and what
// goes to the loudspeaker is measured, every sample of it.
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, test } from '../lib/tap.mjs';
import { close, open, visit } from './browser.mjs';

const assets = fs.readFileSync(path.join(process.env.MOTCUA_STATE, 'static/assets.hdf'), 'utf8');
const address = (key) => new RegExp(`^Asset\\.${key} = (\\S+)$`, 'm').exec(assets)[1];
const FRAME_S = 0.01;

// A page with the voice on it, opened by the page itself: what a test runs in a page counts as a touch. What the voice
// plays is measured on its way: heard.levels is the loudness in dB of each 10 ms.
async function board(visitor, options = {}) {
  const { page } = visitor;
  await page.addInitScript(({ script, manifest, more }) => {
    window.states = [];
    addEventListener('DOMContentLoaded', () => {
      const tag = document.createElement('script');
      tag.src = script;
      tag.onload = () => {
        const context = new AudioContext();
        const ears = context.createScriptProcessor(4096, 1, 1);
        const frame = Math.round(context.sampleRate / 100);
        const heard = { levels: [], power: 1e-10, n: 0 };
        ears.onaudioprocess = (event) => event.inputBuffer.getChannelData(0).forEach((sample) => {
          heard.power += sample * sample;
          if (++heard.n % frame) return;
          heard.levels.push(10 * Math.log10(heard.power / frame));
          heard.power = 1e-10;
        });
        ears.connect(context.destination);
        window.heard = heard;
        window.voice = window.motcuaVoice.open({ manifests: ['/kiosk/giong-noi/manifest.json', manifest], context, output: ears, onchange: (state) => window.states.push(state), ...more });
      };
      document.body.append(tag);
    });
  }, { script: address('voice'), manifest: address('voice_set'), more: options });
  await page.goto('/kiosk');
  await page.waitForFunction(() => window.voice && window.voice.state().ready);
  return page;
}

const state = (page) => page.evaluate(() => window.voice.state());
const silent = (page) => page.waitForFunction(() => !window.voice.state().speaking && !window.voice.state().waiting, null, { timeout: 60000 });

const levels = (page) => page.evaluate(() => window.heard.levels);

// Stretches of sound, in seconds; quiet up to `gap` belongs to them.
function stretches(levels_, gap) {
  const found = [];
  levels_.forEach((level, i) => {
    if (level < -50) return;
    const at = i * FRAME_S;
    const last = found.at(-1);
    if (last && at - last.end <= gap + 1e-9) last.end = at + FRAME_S;
    else found.push({ begin: at, end: at + FRAME_S });
  });
  return found;
}

await open(['--autoplay-policy=no-user-gesture-required']);

await test('a call is heard without a touch: chime and sentence, pause, sentence; no gap above 120 ms inside', async () => {
  const visitor = await visit();
  try {
    const page = await board(visitor);
    assert.deepEqual(await page.evaluate(() => [window.voice.call('A015', 3), window.voice.call('A015', 3)]), [true, true]);
    await silent(page);
    const heard = await levels(page);
    const calls = stretches(heard, 0.12);
    assert.equal(calls.length, 4, `two calls of two readings: ${JSON.stringify(calls)}`);
    const [first, second, third, fourth] = calls.map(({ begin, end }) => end - begin);
    const gaps = stretches(heard.slice(0, Math.round(calls[0].end / FRAME_S)), 0).map((one, i, all) => (i ? one.begin - all[i - 1].end : 0));
    console.log(`# longest gap inside ${Math.round(1000 * Math.max(...gaps))} ms, chime and sentence ${first.toFixed(2)} s, sentence ${second.toFixed(2)} s, pauses ${calls.slice(1).map((one, i) => (one.begin - calls[i].end).toFixed(2)).join(' ')} s, loudest ${Math.max(...heard).toFixed(1)} dB`);
    assert.ok(second > 4 && second < 8 && first > second + 1, 'the chime is there once');
    assert.ok(Math.abs(first - third) < 0.03 && Math.abs(second - fourth) < 0.03, 'the second call is as whole as the first');
    assert.ok(calls.slice(1).every((one, i) => one.begin - calls[i].end > 0.4), 'and begins after it');
    assert.ok(Math.max(...heard) > -25 && Math.max(...heard) < -3, 'neither silent nor overdriven');
    assert.deepEqual(visitor.problems, []);
  } finally {
    await visitor.end();
  }
});

await test('the built set reads where a dossier is, and volume and stop are heard', async () => {
  const visitor = await visit();
  try {
    const page = await board(visitor, { all: true });
    const ids = await page.evaluate(() => window.motcuaVoice.sentenceStatus({ state: 'processing', due: '2026-03-23' }));
    await page.evaluate((sentence) => window.voice.say(sentence), ids);
    await silent(page);
    const whole = stretches(await levels(page), 0.4);
    assert.equal(whole.length, 1, JSON.stringify(whole));
    console.log(`# where a dossier is: ${ids.length} clips, ${(whole[0].end - whole[0].begin).toFixed(2)} s`);
    const loud = Math.max(...(await levels(page)));
    await page.evaluate((sentence) => {
      window.heard.levels.length = 0;
      window.voice.setVolume(0.1);
      window.voice.say(sentence);
    }, ids);
    await page.waitForFunction(() => window.heard.levels.some((level) => level > -50));
    await page.evaluate(() => window.voice.stop());
    await page.waitForFunction(() => window.heard.levels.slice(-20).every((level) => level < -80));
    const soft = await levels(page);
    assert.ok(Math.max(...soft) < loud - 15, `${Math.max(...soft)} dB after ${loud} dB`);
    assert.ok(stretches(soft, 0.4).at(-1).end < whole[0].end - whole[0].begin, 'it was ended before its end');
    assert.equal((await state(page)).speaking, false);
    assert.deepEqual(visitor.problems, []);
  } finally {
    await visitor.end();
  }
});

await close();
await open(['--autoplay-policy=document-user-activation-required']);

await test('where a browser wants a touch first, the page is told, and the touch lets the call be heard', async () => {
  const visitor = await visit();
  try {
    const page = await board(visitor, { repeats: 1 });
    await page.waitForFunction(() => window.states.some((one) => one.blocked));
    await page.evaluate(() => window.voice.call('B100', 12));
    assert.deepEqual([(await state(page)).speaking, (await state(page)).waiting], [false, 1]);
    await page.evaluate(() => document.body.addEventListener('click', () => window.voice.unlock(), { once: true }));
    await page.mouse.click(5, 5);
    await page.waitForFunction(() => window.voice.state().speaking);
    assert.equal((await state(page)).blocked, false);
    await silent(page);
    assert.equal(stretches(await levels(page), 0.12).length, 1);
    assert.deepEqual(visitor.problems.filter((text) => !/AudioContext was not allowed to start/.test(text)), []);
  } finally {
    await visitor.end();
  }
});

await close();
done();
