#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The voice without a browser: which clips a sentence has, that they follow each other without a gap or an overlap,
// and what happens when there are too many, too old, doubled or missing ones. Sound and clock are played by the test.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { assert, done, test } from '../lib/tap.mjs';

const top = process.env.MOTCUA_TOP;
const read = (name) => fs.readFileSync(path.join(top, name), 'utf8');
const manifest = JSON.parse(read('static/voice/manifest.json'));
const spoken = manifest.languages[0].clips;
const plain = (value) => JSON.parse(JSON.stringify(value)); // of this realm

// The scripts as a page has them, with a world of our own around.
function scripts(world = {}) {
  const page = vm.createContext({ URL, AbortSignal: { timeout: () => undefined }, setTimeout: () => 0, performance: { now: () => 0 }, ...world });
  page.window = page;
  for (const name of ['voice_sentence', 'voice_set', 'voice']) vm.runInContext(read(`assets/js/${name}.js`), page, { filename: `${name}.js` });
  return page.motcuaVoice;
}
const { sentenceCall, sentenceStatus, layOut } = scripts();
const said = (ids) => ids && [...ids].map((id) => spoken[id]?.text ?? `<${id}>`).join(' ');

// ---- sentences --------------------------------------------------------------------------------------------------------

for (const [ticket, counter, text] of [
  ['A015', 3, 'Mời quý vị có số thứ tự a không một năm đến quầy số ba'],
  ['B100', 12, 'Mời quý vị có số thứ tự bê một không không đến quầy số một hai'],
  ['C021', 1, 'Mời quý vị có số thứ tự xê không hai một đến quầy số một'],
  ['D555', 15, 'Mời quý vị có số thứ tự đê năm năm năm đến quầy số một năm'],
  ['K999', 99, 'Mời quý vị có số thứ tự ca chín chín chín đến quầy số chín chín'],
  ['Z004', 40, 'Mời quý vị có số thứ tự dét không không bốn đến quầy số bốn không'],
  ['W678', '7', 'Mời quý vị có số thứ tự vê kép sáu bảy tám đến quầy số bảy'],
])
  await test(`${ticket} to ${counter}: ${text}`, () => assert.equal(said(sentenceCall(ticket, counter)), text));

await test('what is no ticket or no counter is not spoken at all', () => {
  for (const [ticket, counter] of [['a015', 3], ['A15', 3], ['A0155', 3], ['Đ015', 3], ['015', 3], ['', 3], [undefined, 3], ['A015', 0], ['A015', 100], ['A015', 1.5], ['A015', -1], ['A015', 'x'], ['A015', undefined], ['A015\n', 3]])
    assert.equal(sentenceCall(ticket, counter), null, `${ticket} ${counter}`);
});

await test('a set may have a clip for a whole counter, and then that one is spoken', () => {
  assert.deepEqual(plain(sentenceCall('A015', 7, (id) => id === 'counter-7')), ['invite', 'letter-A', 'digit-0', 'digit-1', 'digit-5', 'counter-7']);
  assert.deepEqual(plain(sentenceCall('A015', 8, (id) => id === 'counter-7')).slice(5), ['to-counter', 'digit-8']);
});

for (const [status, text] of [
  [{ state: 'received' }, 'Hồ sơ của quý vị đã được tiếp nhận'],
  [{ state: 'ready', more: true }, 'Hồ sơ của quý vị đã có kết quả, mời quý vị đến nhận Mời quý vị xem thêm trên màn hình'],
  [{ state: 'processing', due: '2026-03-23T16:30:00+07:00' }, 'Hồ sơ của quý vị đang được giải quyết hẹn trả kết quả lúc mười sáu giờ ba mươi phút thứ hai ngày hai mươi ba tháng ba năm hai nghìn không trăm hai mươi sáu'],
  [{ state: 'processing', due: '2026-04-05T08:00' }, 'Hồ sơ của quý vị đang được giải quyết hẹn trả kết quả lúc tám giờ chủ nhật ngày năm tháng tư năm hai nghìn không trăm hai mươi sáu'],
  [{ state: 'received', due: '2031-12-31T11:05' }, 'Hồ sơ của quý vị đã được tiếp nhận hẹn trả kết quả lúc mười một giờ năm phút thứ tư ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm ba mươi mốt'],
  [{ state: 'received', due: '2035-10-15T21:45' }, 'Hồ sơ của quý vị đã được tiếp nhận hẹn trả kết quả lúc hai mươi mốt giờ bốn mươi lăm phút thứ hai ngày mười lăm tháng mười năm hai nghìn không trăm ba mươi lăm'],
  [{ state: 'received', due: '2020-02-29' }, 'Hồ sơ của quý vị đã được tiếp nhận hẹn trả kết quả thứ bảy ngày hai mươi chín tháng hai năm hai nghìn không trăm hai mươi'],
  [{ state: 'processing', due: '2026-01-01T00:55', late: true }, 'Hồ sơ của quý vị đang được giải quyết hẹn trả kết quả lúc không giờ năm mươi lăm phút thứ năm ngày một tháng một năm hai nghìn không trăm hai mươi sáu đã trễ hẹn, chúng tôi xin lỗi quý vị'],
  [{ state: 'waiting_citizen', due: '2026-01-01T08:00', paused: true, late: true }, 'Hồ sơ của quý vị đang chờ quý vị bổ sung Thời hạn đang tạm dừng'],
  [{ state: 'returned', due: '' }, 'Hồ sơ của quý vị đã trả kết quả'],
  [{ state: 'processing', due: '2026-02-30T08:00' }, 'Hồ sơ của quý vị đang được giải quyết'],
  [{ state: 'processing', due: '1998-02-20T08:00' }, 'Hồ sơ của quý vị đang được giải quyết'],
  [{ state: 'processing', due: '2026-02-20T24:00' }, 'Hồ sơ của quý vị đang được giải quyết'],
])
  await test(`${JSON.stringify(status)}: ${text}`, () => assert.equal(said(sentenceStatus(status)), text));

await test('without a state nothing is said', () => {
  for (const state of [undefined, '', 'Đã nhận', 'x y']) assert.equal(sentenceStatus({ state }), null);
});

// The keys below T.state of the words in Vietnamese.
function states() {
  const found = [];
  for (const name of fs.readdirSync(path.join(top, 'templates/lang/vi'))) {
    const place = [];
    for (const line of read(`templates/lang/vi/${name}`).split('\n').map((l) => l.trim())) {
      const opens = /^([\w.]+)\s*\{$/.exec(line);
      if (opens) place.push(opens[1]);
      else if (line === '}') place.pop();
      else if (place.join('.') === 'T.state' && /^\w+\s*=/.test(line)) found.push(/^\w+/.exec(line)[0]);
    }
  }
  return found;
}

await test('the set has a clip for everything a sentence can say, and no other', () => {
  const needed = new Set();
  const add = (ids) => ids.forEach((id) => needed.add(id));
  for (let i = 0; i < 26; i++) for (let n = 0; n < 1000; n += 37) add(sentenceCall(`${String.fromCharCode(65 + i)}${String(n).padStart(3, '0')}`, 1));
  for (let n = 1; n < 100; n++) add(sentenceCall('A000', n));
  const two = (n) => String(n).padStart(2, '0');
  for (let n = 0; n < 1440; n++) add(sentenceStatus({ state: 'ready', due: `2026-01-01T${two(Math.floor(n / 60))}:${two(n % 60)}` }));
  for (let day = Date.UTC(2010, 0, 1); day < Date.UTC(2100, 0, 1); day += 86400000) add(sentenceStatus({ state: 'ready', due: new Date(day).toISOString() }));
  const names = states();
  assert.ok(names.length >= 14, `states that citizens are shown: ${names}`);
  for (const state of names) for (const more of [false, true]) for (const paused of [false, true]) add(sentenceStatus({ state, more, paused, late: true, due: '2026-01-01T08:00' }));
  assert.deepEqual(Object.keys(spoken).sort(), [...needed].sort());
});

// ---- schedule ---------------------------------------------------------------------------------------------------------

await test('each clip starts in the frame in which the former ends, after its own pause', () => {
  let seed = 7;
  const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
  for (const rate of [16000, 44100, 48000])
    for (let round = 0; round < 50; round++) {
      const steps = Array.from({ length: 1 + random(20) }, () => ({ length: 1 + random(2 * rate), pause: random(4) ? 0 : random(1000) / 1000 }));
      const begin = random(1e9) / 1e6;
      const plan = layOut(steps, begin, rate);
      const frames = plan.starts.map((start) => start * rate);
      frames.forEach((frame) => assert.ok(Math.abs(frame - Math.round(frame)) < 1e-3, `${frame} is a whole frame`));
      assert.ok(plan.starts[0] - (steps[0].pause ? steps[0].pause : 0) >= begin - 1 / rate && plan.starts[0] <= begin + steps[0].pause + 2 / rate);
      steps.forEach((step, i) => {
        const next = i + 1 < steps.length ? frames[i + 1] - Math.round(steps[i + 1].pause * rate) : plan.end * rate;
        assert.equal(Math.round(next), Math.round(frames[i]) + step.length);
      });
    }
});

// ---- the player -------------------------------------------------------------------------------------------------------

const RATE = 48000;

class Sound extends EventTarget {
  constructor(state = 'running') {
    super();
    Object.assign(this, { state, currentTime: 0, sampleRate: RATE, destination: { name: 'out' }, played: [] });
  }

  createGain() {
    const gain = { value: 1, set: [], setValueAtTime: (v, t) => { gain.value = v; gain.set.push([v, t]); }, linearRampToValueAtTime: (v, t) => gain.set.push([v, t]) };
    return { gain, connect(to) { this.to = to; }, disconnect() { this.to = null; } };
  }

  createBufferSource() {
    const sound = this;
    return {
      connect(to) { this.to = to; },
      start(at) {
        assert.equal(sound.state, 'running', 'nothing is started that cannot be heard');
        assert.ok(at >= sound.currentTime, 'nothing is started in the past');
        sound.played.push(Object.assign(this, { at, end: at + this.buffer.length / RATE }));
      },
      stop(at) { this.end = Math.min(this.end, at); },
    };
  }

  decodeAudioData(bytes) {
    return Promise.resolve({ length: 4800 + bytes.byteLength * 10, name: new TextDecoder().decode(bytes), sampleRate: RATE });
  }

  resume() {
    return this.state === 'running' ? Promise.resolve() : new Promise(() => {});
  }

  turn(state) {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }

  // Lets time pass; what ends in it says so.
  pass(seconds) {
    const until = this.currentTime + seconds;
    for (;;) {
      const [first] = this.played.filter((one) => !one.ended && one.end <= until).sort((a, b) => a.end - b.end);
      if (!first) break;
      this.currentTime = Math.max(this.currentTime, first.end);
      first.ended = true;
      first.onended?.();
    }
    this.currentTime = until;
  }

  names() {
    return this.played.map((one) => one.buffer.name);
  }
}

const set = (languages, more = {}) => ({ format: 1, is_placeholder: true, chime: 'chime.wav', languages: Object.entries(languages).map(([language, ids]) => ({ language, clips: Object.fromEntries(ids.map((id) => [id, { file: `${language}-${id}.wav` }])) })), ...more });
const calls = Object.keys(spoken).filter((id) => /^(invite|to-counter|digit-|letter-)/.test(id));

// A page with a voice. files: what its server has, by address; a number is a status.
async function page({ files, options = {}, sound = new Sound() }) {
  const asked = [];
  const timers = [];
  const changes = [];
  const clock = { ms: 0 };
  const fetch = (address) => {
    const name = String(address);
    asked.push(name);
    const held = files[name] ?? (/\.wav$/.test(name) && files['*.wav'] !== undefined ? files['*.wav'] : 404);
    if (held === 'away') return Promise.reject(new TypeError('no network'));
    const status = typeof held === 'number' ? held : 200;
    return Promise.resolve({ status, url: name, json: async () => plain(held), arrayBuffer: async () => new TextEncoder().encode(name.replace(/.*\//, '').replace('.wav', '')).buffer });
  };
  const own = scripts({ fetch, setTimeout: (fn, ms) => timers.push({ fn, ms }), performance: { now: () => clock.ms } });
  const voice = own.open({ manifests: ['http://hall/own/manifest.json', 'http://hall/built-in/manifest.json'], context: sound, onchange: (state) => changes.push({ ...state }), ...options });
  await voice.ready;
  return { voice, sound, asked, timers, changes, clock, files, state: () => ({ ...voice.state() }) };
}
const full = () => ({ 'http://hall/own/manifest.json': 204, 'http://hall/built-in/manifest.json': set({ vi: Object.keys(spoken) }), '*.wav': 200 });
const call_of = (letter, numbers, counter) => ['vi-invite', `vi-letter-${letter}`, ...[...numbers].map((d) => `vi-digit-${d}`), 'vi-to-counter', ...[...counter].map((d) => `vi-digit-${d}`)];

function assert_gapless(played, from, to) {
  for (let i = from + 1; i < to; i++) assert.equal(Math.round(played[i].at * RATE), Math.round(played[i - 1].end * RATE), `${played[i].buffer.name} follows ${played[i - 1].buffer.name}`);
}

await test('a call is chime and sentence, and the sentence again; each gapless', async () => {
  const { voice, sound, state } = await page({ files: full() });
  assert.equal(voice.call('A015', 3), true);
  const reading = call_of('A', '015', '3');
  assert.deepEqual(sound.names(), ['chime', ...reading, ...reading]);
  assert_gapless(sound.played, 0, 1 + reading.length);
  assert_gapless(sound.played, 1 + reading.length, 1 + 2 * reading.length);
  const pause = sound.played[1 + reading.length].at - sound.played[reading.length].end;
  assert.ok(pause > 0.4 && pause < 1, `a pause of ${pause} s between the readings`);
  assert.equal(state().speaking, true);
  sound.pass(60);
  assert.deepEqual([state().speaking, state().waiting, state().dropped], [false, 0, 0]);
});

await test('calls never overlap and keep their order, however they come', async () => {
  const { voice, sound } = await page({ files: full() });
  const tickets = ['A001', 'B002', 'C003', 'D004', 'E005'];
  tickets.forEach((ticket, i) => {
    voice.call(ticket, i + 1);
    sound.pass(i * 0.7);
  });
  sound.pass(120);
  const heard = [...sound.played].sort((a, b) => a.at - b.at);
  heard.slice(1).forEach((one, i) => assert.ok(one.at >= heard[i].end - 1e-6, `${one.buffer.name} begins at ${one.at}, ${heard[i].buffer.name} ends at ${heard[i].end}`));
  assert.deepEqual(heard.map((one) => one.buffer.name).filter((name) => /letter/.test(name)), tickets.flatMap((ticket) => Array(2).fill(`vi-letter-${ticket[0]}`)));
});

await test('the same call that waits is not taken twice; called again while it is spoken, it is', async () => {
  const { voice, state } = await page({ files: full() });
  assert.equal(voice.call('A015', 3), true);
  assert.equal(voice.call('A016', 4), true);
  assert.equal(voice.call('A016', 4), false);
  assert.equal(voice.call('A016', 5), true);
  assert.equal(voice.call('A015', 3), true);
  assert.equal(voice.call('A15', 3), false);
  assert.equal(state().waiting, 3);
});

await test('when too many wait the oldest gives way, and what waited too long is not spoken', async () => {
  const { voice, sound, clock, state } = await page({ files: full(), options: { most: 3, oldest: 60 } });
  for (const [i, ticket] of ['A001', 'B002', 'C003', 'D004', 'E005'].entries()) voice.call(ticket, i + 1);
  assert.deepEqual([state().waiting, state().dropped], [3, 1]); // A001 is spoken, B002 is gone
  clock.ms = 61000;
  voice.call('F006', 6);
  sound.pass(60);
  assert.deepEqual([...new Set(sound.names().filter((name) => /letter/.test(name)))], ['vi-letter-A', 'vi-letter-F']);
  assert.equal(state().dropped, 4);
});

await test('stop ends it softly, forgets the rest, and the next call comes after it', async () => {
  const { voice, sound, state } = await page({ files: full() });
  voice.call('A001', 1);
  voice.call('B002', 2);
  sound.pass(0.5);
  voice.stop();
  assert.ok(sound.played.every((one) => one.end <= sound.currentTime + 0.021 || one.end <= 0.5));
  const fader = sound.played[0].to.gain;
  assert.deepEqual(fader.set, [[1, 0.5], [0, 0.52]]);
  assert.deepEqual([state().speaking, state().waiting], [false, 0]);
  const before = sound.played.length;
  voice.call('C003', 3);
  sound.pass(30);
  assert.ok(sound.played[before].at > 0.52);
  assert.ok(!sound.names().includes('vi-letter-B'));
});

await test('a browser without leave to sound: the page is told, nothing is lost that is still true', async () => {
  const sound = new Sound('suspended');
  const { voice, timers, changes, clock, state } = await page({ files: full(), sound });
  assert.equal(state().blocked, false, 'not known at once');
  timers.filter((timer) => timer.ms === 1000).forEach((timer) => timer.fn());
  assert.equal(changes.at(-1).blocked, true);
  voice.call('A001', 1);
  clock.ms = 100000;
  voice.call('B002', 2);
  assert.deepEqual([sound.played.length, state().waiting], [0, 2]);
  clock.ms = 130000;
  sound.turn('running');
  assert.equal(changes.at(-1).blocked, false);
  assert.deepEqual(sound.names().filter((name) => /letter/.test(name)), ['vi-letter-B', 'vi-letter-B'], 'a call of two minutes ago is over');
  sound.turn('suspended');
  assert.equal(state().blocked, true);
});

await test('without the clip of a digit a call is its chime alone, and the page is told; others are spoken', async () => {
  const files = { ...full(), 'http://hall/built-in/vi-digit-5.wav': 404 };
  const { voice, sound, state, timers } = await page({ files });
  assert.deepEqual([state().ready, state().trouble], [true, 'clips_missing']);
  voice.call('A015', 3);
  assert.deepEqual(sound.names(), ['chime']);
  sound.pass(10);
  voice.call('A014', 3);
  assert.equal(sound.names().length, 1 + 15);
  sound.pass(30);
  files['http://hall/built-in/vi-digit-5.wav'] = 200;
  await timers.find((timer) => timer.ms === 5000).fn();
  await new Promise((settled) => setImmediate(settled));
  assert.equal(state().trouble, '');
  voice.call('A015', 3);
  assert.ok(sound.names().includes('vi-digit-5'));
});

await test("the centre's own set comes first; without one, or with a bad one, the built-in speaks", async () => {
  const own = { ...full(), 'http://hall/own/manifest.json': set({ vi: calls }, { is_placeholder: false }) };
  for (const [files, from, placeholder] of [[own, 'own', false], [full(), 'built-in', true], [{ ...own, 'http://hall/own/manifest.json': { format: 2 } }, 'built-in', true], [{ ...own, 'http://hall/own/manifest.json': 'away' }, 'built-in', true]]) {
    const { asked, state } = await page({ files });
    assert.deepEqual([state().ready, state().trouble, state().placeholder], [true, '', placeholder]);
    assert.deepEqual([...new Set(asked.filter((name) => /wav$/.test(name)).map((name) => name.split('/')[3]))], [from]);
  }
});

await test('a server that is away: trouble, later tries, and calls of meanwhile that are not too old', async () => {
  const files = { 'http://hall/own/manifest.json': 'away', 'http://hall/built-in/manifest.json': 'away' };
  const { voice, sound, state, timers } = await page({ files });
  voice.call('A001', 1);
  assert.deepEqual([state().ready, state().trouble, state().waiting], [false, 'no_set', 1]);
  const again = async (ms) => {
    await timers.splice(timers.findIndex((timer) => timer.ms === ms), 1)[0].fn();
    await new Promise((settled) => setImmediate(settled));
  };
  await again(5000);
  await again(15000);
  await again(60000);
  Object.assign(files, full());
  await again(60000);
  assert.deepEqual([state().ready, state().trouble, state().speaking], [true, '', true]);
  assert.equal(sound.names()[0], 'chime');
});

await test('a board loads only what calls need, a kiosk all', async () => {
  const board = await page({ files: full() });
  assert.equal(board.asked.filter((name) => /wav$/.test(name)).length, calls.length + 1);
  const kiosk = await page({ files: full(), options: { all: true } });
  assert.equal(kiosk.asked.filter((name) => /wav$/.test(name)).length, Object.keys(spoken).length + 1);
  const ids = sentenceStatus({ state: 'ready' });
  assert.equal(kiosk.voice.say(ids), true);
  assert.deepEqual(kiosk.sound.names(), ['vi-dossier', 'vi-state-ready'], 'once, without a chime');
  assert.equal(kiosk.voice.say(null), false);
});

await test('a set in two languages calls in both, in its order, twice', async () => {
  const files = { ...full(), 'http://hall/built-in/manifest.json': set({ vi: Object.keys(spoken), en: calls }) };
  const { voice, sound } = await page({ files });
  voice.call('A015', 3);
  assert.deepEqual(sound.names().filter((name) => /invite/.test(name)), ['vi-invite', 'en-invite', 'vi-invite', 'en-invite']);
  assert.equal(sound.names().length, 1 + 4 * 7);
});

await test('the volume stays between nothing and all', async () => {
  const { voice, sound } = await page({ files: full() });
  voice.call('A015', 3);
  const { gain } = sound.played[0].to.to;
  for (const [share, value] of [[0.4, 0.4], [7, 1], [-1, 0]]) {
    voice.setVolume(share);
    assert.equal(gain.value, value);
  }
});

done();
