#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Clips of the voice: `motcua voice check` names whatever an ear in the hall would stumble over, and nginx serves the
// built-in set for ever and the centre's own one anew each time.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync, spawnSync } from 'node:child_process';
import { assert, done, get, test } from '../lib/tap.mjs';

const { MOTCUA_BUILD: build, MOTCUA_STATE: state, MOTCUA_TMP: tmp, MOTCUA_TOP: top } = process.env;
const built_in = path.join(top, 'static/voice');
const RATE = 16000;
process.umask(0o022); // as an administrator's, who copies for the web server to read

function check(folder) {
  const { status, stdout, stderr } = spawnSync(path.join(build, 'motcua'), ['voice', 'check', ...[].concat(folder)], { encoding: 'utf8' });
  return { status, lines: stdout.split('\n').filter(Boolean), stderr };
}

let folders = 0;

// A copy of the built-in set, changed.
function set(change) {
  const folder = path.join(tmp, `set${++folders}`);
  fs.cpSync(built_in, folder, { recursive: true });
  fs.readdirSync(folder).forEach((name) => fs.chmodSync(path.join(folder, name), 0o644)); // whatever the tree was unpacked with
  const file = path.join(folder, 'manifest.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  change?.({ folder, manifest, clip: (name, bytes) => fs.writeFileSync(path.join(folder, name), bytes), clips: manifest.languages[0].clips });
  if (change) fs.writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

// 16 bits, or what the header is told to say.
function wav(samples, { rate = RATE, channels = 1, bits = 16, coding = 1, claims } = {}) {
  const bytes = Buffer.alloc(44 + 2 * samples.length);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  [coding, channels].forEach((value, i) => bytes.writeUInt16LE(value, 20 + 2 * i));
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  [2, bits].forEach((value, i) => bytes.writeUInt16LE(value, 32 + 2 * i));
  bytes.write('data', 36);
  bytes.writeUInt32LE(claims ?? 2 * samples.length, 40);
  samples.forEach((sample, i) => bytes.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32767), 44 + 2 * i));
  return bytes;
}

// Something like a word: a tone that swells and fades, with quiet around.
function word({ seconds = 0.4, peak = 0.28, lead = 0.02, tail = 0.03, rate = RATE } = {}) {
  const n = Math.round(seconds * rate);
  const [a, b] = [Math.round(lead * rate), Math.round(tail * rate)];
  return Array.from({ length: n }, (_, i) => (i < a || i >= n - b ? 0 : peak * Math.min(1, (i - a) / 300, (n - b - i) / 300) * Math.sin((2 * Math.PI * 220 * (i - a)) / rate)));
}
let seed = 1;
const noise = (seconds, share) => Array.from({ length: seconds * RATE }, () => share * (((seed = (seed * 48271) % 2147483647) / 2147483647) * 2 - 1));

// ---- the check --------------------------------------------------------------------------------------------------------

await test('the built-in set is complete, says that it is a placeholder, and how much it is', () => {
  const { status, lines } = check(set());
  assert.equal(status, 0, lines.join('\n'));
  assert.match(lines[0], /^Placeholder, spoken by espeak-ng [\d.]+, a program: \d+ clips in 1 language, [\d.]+ s, \d+ KB\.$/);
  assert.match(lines[1], /placeholders, not for a hall/);
  assert.equal(lines[2], 'Nothing is missing.');
  const bytes = fs.readdirSync(built_in).reduce((sum, name) => sum + fs.statSync(path.join(built_in, name)).size, 0);
  assert.ok(bytes < 1.5e6, `${bytes} bytes`);
});

await test('plain samples of 16 bits, WAVs of other programs and a further language are as good', () => {
  const folder = set(({ manifest, clip, clips }) => {
    const extensible = wav(word());
    const head = Buffer.concat([extensible.subarray(0, 36), Buffer.alloc(24), Buffer.from('LIST\x05\0\0\0abcde\0', 'latin1'), extensible.subarray(36)]);
    head.writeUInt32LE(40, 16);
    head.writeUInt16LE(0xfffe, 20);
    head.writeUInt16LE(1, 44);
    clip('vi-digit-1.wav', head);
    clip('vi-digit-2.wav', wav(word()));
    clip('vi-counter-7.wav', wav(word({ seconds: 2 })));
    clips['counter-7'] = { file: 'vi-counter-7.wav', text: 'đến quầy trả kết quả' };
    manifest.is_placeholder = false;
    manifest.languages.push({ language: 'en', clips: Object.fromEntries(Object.entries(clips).filter(([id]) => /^(invite|to-counter|digit-|letter-)/.test(id))) });
  });
  const { status, lines } = check(folder);
  assert.equal(status, 0, lines.join('\n'));
  assert.match(lines[0], /in 2 languages/);
  assert.equal(lines.length, 2, 'nothing of a placeholder');
});

for (const [name, change, ...expected] of [
  ['a clip that is missing', ({ folder }) => fs.rmSync(path.join(folder, 'vi-digit-5.wav')), /^vi digit-5: vi-digit-5\.wav is not there\.$/],
  ['an empty file', ({ clip }) => clip('vi-digit-5.wav', ''), /^vi digit-5: vi-digit-5\.wav is empty\.$/],
  ['a file without sound', ({ clip }) => clip('vi-digit-5.wav', wav([])), /vi-digit-5\.wav holds no sound\./],
  ['bytes that are no WAV', ({ clip }) => clip('vi-digit-5.wav', Buffer.from(noise(0.1, 1).map((x) => 127 * x))), /vi-digit-5\.wav is no WAV file\./],
  ['an MP3', ({ clip }) => clip('vi-digit-5.wav', Buffer.concat([Buffer.from('ID3\x04'), Buffer.alloc(4000)])), /vi-digit-5\.wav is no WAV file\./],
  ['a WAV that was copied by half', ({ clip }) => clip('vi-digit-5.wav', wav(word()).subarray(0, 5000)), /vi-digit-5\.wav is cut off/],
  ['a WAV whose size was never filled in', ({ clip }) => clip('vi-digit-5.wav', wav(word(), { claims: 0xffffffff })), /vi-digit-5\.wav is cut off/],
  ['stereo', ({ clip }) => clip('vi-digit-5.wav', wav(word(), { channels: 2 })), /vi-digit-5\.wav has more than one channel; save it as mono\./],
  ['24 bits', ({ clip }) => clip('vi-digit-5.wav', wav(word(), { bits: 24 })), /vi-digit-5\.wav is neither PCM of 16 bits nor µ-law\./],
  ['a rate of its own', ({ clip }) => clip('vi-digit-5.wav', wav(word({ rate: 44100 }), { rate: 44100 })), /vi-digit-5\.wav has 44100 samples a second, the manifest says 16000\./],
  ['silence', ({ clip }) => clip('vi-digit-5.wav', wav(noise(0.4, 0.002))), /^vi digit-5: vi-digit-5\.wav is silent\.$/],
  ['noise', ({ clip }) => clip('vi-digit-5.wav', wav(noise(0.4, 0.3))), /^vi digit-5: vi-digit-5\.wav is nowhere quiet: it is noise, or cut into the word\.$/],
  ['a word cut off in the middle', ({ clip }) => clip('vi-digit-5.wav', wav(word().slice(1500, 4500))), /is nowhere quiet/],
  ['a word that is too long', ({ clip }) => clip('vi-digit-5.wav', wav(word({ seconds: 2 }))), /vi-digit-5\.wav is too long: 2\.00 s, at most 1\.5 s\./],
  ['a click in place of a word', ({ clip }) => clip('vi-digit-5.wav', wav(word({ seconds: 0.07, lead: 0.01, tail: 0.01 }))), /vi-digit-5\.wav is too short: 0\.07 s\./],
  ['a word that is overdriven', ({ clip }) => clip('vi-digit-5.wav', wav(word({ peak: 3 }))), /vi-digit-5\.wav is too loud: its peak is -?0\.0 dB, at most -1 dB\./, /vi-digit-5\.wav is \d+ dB louder than most of the set\./],
  ['a word from far away', ({ clip }) => clip('vi-digit-5.wav', wav(word({ peak: 0.06 }))), /vi-digit-5\.wav is \d+ dB quieter than most of the set\./],
  ['silence before a word', ({ clip }) => clip('vi-digit-5.wav', wav(word({ lead: 0.15 }))), /vi-digit-5\.wav begins with 1[56]0 ms of silence, at most 40 ms\./],
  ['silence behind a word', ({ clip }) => clip('vi-digit-5.wav', wav(word({ tail: 0.2 }))), /vi-digit-5\.wav ends with 2[01]0 ms of silence, at most 80 ms\./],
  ['a file for its owner alone', ({ folder }) => fs.chmodSync(path.join(folder, 'vi-digit-5.wav'), 0o600), /vi-digit-5\.wav cannot be read by the web server; chmod a\+r helps\./],
  ['a folder in place of a file', ({ folder, clips }) => { fs.mkdirSync(path.join(folder, 'x.wav')); clips['digit-5'].file = 'x.wav'; }, /^vi digit-5: x\.wav cannot be read\.$/],
  ['an id that was forgotten', ({ clips }) => { delete clips['letter-Q']; delete clips.april; }, /^vi letter-Q: it is missing in the manifest\.$/, /^vi april: it is missing in the manifest\.$/],
  ['an id that nothing speaks', ({ clips }) => { clips['digit-10'] = clips['digit-1']; clips['counter-0'] = clips['digit-1']; }, /^vi digit-10: no sentence has such a clip; mend its name or leave it out\.$/, /^vi counter-0: no sentence/],
  ['a file somewhere else', ({ clips }) => { clips['digit-5'].file = '../vi-digit-5.wav'; }, /^vi digit-5: "\.\.\/vi-digit-5\.wav" is no name for its file/],
  ['no file', ({ clips }) => { delete clips['digit-5'].file; }, /^vi digit-5: no file is named\.$/],
  ['no chime', ({ manifest }) => { delete manifest.chime; }, /^chime: no file is named\.$/],
  ['no licence, no announcer', ({ manifest }) => { delete manifest.licence; manifest.announcer = ''; }, /"announcer" is missing or no text\./, /"licence" is missing or no text\./],
  ['whether it is a placeholder is left open', ({ manifest }) => { manifest.is_placeholder = 'no'; }, /"is_placeholder" is neither true nor false\./],
  ['a rate of a telephone', ({ manifest }) => { manifest.sample_rate = 8000; }, /"sample_rate" is no number from 16000 to 48000\./],
  ['a language without its call', ({ manifest }) => manifest.languages.push({ language: 'en', clips: { invite: { file: 'vi-invite.wav' }, hour: { file: 'vi-hour.wav' } } }), /^en letter-Z: it is missing/, /^en digit-0: it is missing/, /^en hour: no sentence has such a clip/],
  ['a language without a name', ({ manifest }) => { manifest.languages[0].language = 'Vietnamese'; }, /language 1 is not named by two small letters/],
])
  await test(`found: ${name}`, () => {
    const { status, lines, stderr } = check(set(change));
    assert.equal(status, 1, lines.join('\n') + stderr);
    expected.forEach((pattern) => assert.ok(lines.some((line) => pattern.test(line)), `${pattern}\n${lines.join('\n')}`));
    if (!/^a language/.test(name)) assert.equal(lines.at(-1), `${expected.length} finding${expected.length === 1 ? '' : 's'}.`, lines.join('\n'));
  });

await test('a folder without a set, a manifest that cannot be read, wrong arguments', () => {
  const empty = path.join(tmp, 'empty');
  fs.mkdirSync(empty);
  assert.deepEqual(check(empty).lines, ['the set: manifest.json is not there.']);
  for (const [text, sentence] of [['{', /manifest\.json: this is no JSON: .+, line \d+\./], ['{"format": 2}', /"format" is not 1\./], ['[]', /"format" is not 1\./], ['{"format": 1, "format": 1}', /no JSON: duplicate/]]) {
    fs.writeFileSync(path.join(empty, 'manifest.json'), text);
    const { status, lines } = check(empty);
    assert.equal(status, 1);
    assert.match(lines[0], sentence);
  }
  fs.writeFileSync(path.join(empty, 'manifest.json'), '{"format": 1, "languages": [3, {"language": "vi", "clips": {"invite": 7}}], "chime": []}');
  assert.equal(check(empty).status, 1);
  assert.equal(check([]).status, 2);
  assert.equal(check([built_in, built_in]).status, 2);
});

// ---- served -----------------------------------------------------------------------------------------------------------

await test('the built-in set is served for ever under a name of its content', async () => {
  const address = /^Asset\.voice_set = (\S+)$/m.exec(fs.readFileSync(path.join(state, 'static/assets.hdf'), 'utf8'))[1];
  assert.match(address, /^\/static\/voice-[0-9a-f]{8}\/manifest\.json$/);
  const manifest = await get(address);
  assert.equal(manifest.status, 200);
  assert.equal(manifest.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  const { languages } = await manifest.json();
  const clip = await get(address.replace('manifest.json', languages[0].clips['digit-5'].file));
  assert.deepEqual([clip.status, clip.headers.get('content-type')], [200, 'audio/wav']);
  assert.deepEqual(Buffer.from(await clip.arrayBuffer()), fs.readFileSync(path.join(built_in, languages[0].clips['digit-5'].file)));
});

await test('the set of before stays for pages that are open, and a changed one has another name', () => {
  const [source, staged] = [path.join(tmp, 'static'), path.join(tmp, 'staged')];
  fs.cpSync(path.join(top, 'static'), source, { recursive: true });
  const stage = () => {
    execFileSync(path.join(top, 'assets/stage'), [source, staged]);
    return /voice-[0-9a-f]{8}/.exec(fs.readFileSync(path.join(staged, 'assets.hdf'), 'utf8').split('Asset.voice_set')[1])[0];
  };
  const first = stage();
  assert.equal(stage(), first);
  fs.copyFileSync(path.join(source, 'voice/vi-digit-1.wav'), path.join(source, 'voice/vi-digit-5.wav'));
  const second = stage();
  assert.notEqual(second, first);
  assert.deepEqual(fs.readdirSync(staged).filter((name) => /^voice-[0-9a-f]{8}$/.test(name)).sort(), [first, second].sort());
});

await test("without a set of the centre's own: no content, and no error", async () => {
  const answer = await get('/kiosk/giong-noi/manifest.json');
  assert.deepEqual([answer.status, answer.headers.get('cache-control')], [204, 'no-cache']);
  assert.match(answer.headers.get('content-security-policy'), /default-src 'none'/);
  assert.equal((await get('/kiosk/giong-noi/vi-digit-5.wav')).status, 404);
});

await test("the centre's own set is served as soon as it is there, and asked for anew each time", async () => {
  const own = path.join(state, 'voice');
  try {
    fs.cpSync(built_in, own, { recursive: true });
    const manifest = await get('/kiosk/giong-noi/manifest.json');
    assert.deepEqual([manifest.status, manifest.headers.get('cache-control')], [200, 'no-cache']);
    assert.equal((await manifest.json()).format, 1);
    const clip = await get('/kiosk/giong-noi/vi-digit-5.wav');
    assert.deepEqual([clip.status, clip.headers.get('content-type'), clip.headers.get('cache-control')], [200, 'audio/wav', 'no-cache']);
    assert.equal((await get('/kiosk/giong-noi/vi-digit-5.wav', { headers: { 'If-None-Match': clip.headers.get('etag') } })).status, 304);
    assert.equal((await get('/kiosk/giong-noi/')).status, 404);
  } finally {
    fs.rmSync(own, { recursive: true, force: true });
  }
});

done();
