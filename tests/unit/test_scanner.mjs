#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What a scanner types is told from what a person types, and arrives intact whatever the keyboard and the way of typing make
// of its keys.
import { GAP_MS, hear, linkedCode, newBurst } from '../../assets/js/typing/scan.js';
import { begin, press } from '../../assets/js/typing/line.js';
import { assert, done, test } from '../lib/tap.mjs';

const SHIFTED = { '!': '1', '@': '2', '#': '3', $: '4', '%': '5', '^': '6', '&': '7', '*': '8', '(': '9', ')': '0', _: '-', '>': '.', '?': '/', ':': ';' };
const NAMES = { '-': 'Minus', '.': 'Period', '/': 'Slash', ';': 'Semicolon', ' ': 'Space' };

// The key of a keyboard with American letters that gives a character.
function place(char) {
  const key = SHIFTED[char] || char;
  if (/\d/.test(key)) return `Digit${key}`;
  if (/[a-z]/i.test(key)) return `Key${key.toUpperCase()}`;
  return NAMES[key] || '';
}

const strokes = (text, { gap = 8, end = 'Enter', key = (char) => char, code = place } = {}) =>
  [...[...text].map((char) => ({ key: key(char), code: code(char) })), { key: end, code: end }].map((stroke, i) => ({ ...stroke, at: 1000 + i * gap }));

function heard(list, typing = true) {
  let burst = newBurst();
  const found = [];
  for (const stroke of list) {
    const now = hear(burst, stroke, typing);
    burst = now.burst;
    if (now.found) found.push(now.found);
  }
  return found;
}

const CODES = [
  ['1111222233334440', '1111222233334440', 'lookup'],
  ['H09.12-261123-0001', 'H09.12-261123-0001', 'dossier'],
  ['000.00.01.H09-260320-0001', '000.00.01.H09-260320-0001', 'dossier'],
  ['https://motcua.tinh.gov.vn/t/1111222233334440', '1111222233334440', 'lookup'],
  ['https://saas.vn/en/t/1111222233334440', '1111222233334440', 'lookup'],
];

await test('a scan typed through each way of typing arrives intact', () => {
  for (const [text, code, kind] of CODES) {
    for (const way of ['direct', 'telex', 'vni']) {
      for (const end of ['Enter', 'Tab']) {
        let line = begin('đăng ký');
        const list = strokes(text, { end });
        for (const { key } of list.slice(0, -1)) line = press(line, key, { way });
        assert.deepEqual(heard(list), [{ code, kind }], `${text} ${way} ${end}`);
      }
    }
  }
});

await test('Caps Lock and Shift do not change a code', () => {
  const swap = (char) => (char === char.toUpperCase() ? char.toLowerCase() : char.toUpperCase());
  const shift = Object.fromEntries(Object.entries(SHIFTED).map(([a, b]) => [b, a]));
  for (const [text, code, kind] of CODES) {
    assert.deepEqual(heard(strokes(text, { key: swap })), [{ code, kind }], `Caps Lock: ${text}`);
    assert.deepEqual(heard(strokes(text, { key: (char) => shift[char] || swap(char) })), [{ code, kind }], `Shift: ${text}`);
  }
});

await test('keys of Shift between the characters count for the time and for nothing else', () => {
  const list = [];
  for (const char of 'H09.12-261123-0001') {
    if (char === 'H') list.push({ key: 'Shift', code: 'ShiftLeft' });
    list.push({ key: char, code: place(char) });
  }
  list.push({ key: 'Enter', code: 'Enter' });
  assert.deepEqual(heard(list.map((s, i) => ({ ...s, at: i * 30 }))), [{ code: 'H09.12-261123-0001', kind: 'dossier' }]);
});

await test('a Vietnamese layout, where the digits are letters and dead keys, gives the digits of their places', () => {
  const row = { 1: 'ă', 2: 'â', 3: 'ê', 4: 'ô', 5: 'Dead', 6: 'Dead', 7: '\u0303', 8: '\u0301', 9: '\u0323', 0: 'đ' };
  for (const text of ['1234567890123452', 'H09.12-261123-0001']) {
    assert.equal(heard(strokes(text, { key: (char) => row[char] || char }))[0]?.code, text);
  }
  assert.equal(heard(strokes('1234567890123452', { key: () => 'Process' }))[0]?.code, '1234567890123452', 'an input method of the system');
});

await test('a scanner that does not say the places of its keys', () => {
  for (const [text, code, kind] of CODES) assert.deepEqual(heard(strokes(text, { code: () => '' })), [{ code, kind }]);
});

await test('the gap between two keys decides', () => {
  const code = '1111222233334440';
  assert.equal(heard(strokes(code, { gap: GAP_MS })).length, 1);
  assert.equal(heard(strokes(code, { gap: GAP_MS + 1 })).length, 0);
  const slow = strokes(code);
  slow.slice(9).forEach((stroke) => { stroke.at += 40; });
  assert.equal(heard(slow).length, 0, 'one pause is enough');
});

await test('what a person types is no scan', () => {
  for (const text of ['0912345678', '1111222233334440', 'H09.12-261123-0001']) {
    assert.deepEqual(heard(strokes(text, { gap: 60 })), [], `${text}, ten times as fast as most`);
  }
  for (const text of ['khai sinh', 'dang ky khai sinh', 'Nguyen Van An', '1234567', '--------', '........', 'HHHHHHHHHH', '12 Le Loi', '02/09/1945']) {
    assert.deepEqual(heard(strokes(text)), [], `${text}, as fast as a scanner`);
  }
  assert.deepEqual(heard(strokes('11112222333', { end: ' ' })), [], 'no Enter, no Tab');
});

await test('what was typed before a scan is no part of it, and a scan after a scan is heard', () => {
  const first = strokes('khai', { gap: 90 }).slice(0, -1);
  const scan = strokes('1111222233334440').map((s) => ({ ...s, at: s.at + 5000 }));
  const again = strokes('H09.12-261123-0001').map((s) => ({ ...s, at: s.at + 9000 }));
  assert.deepEqual(heard([...first, ...scan, ...again]).map((f) => f.code), ['1111222233334440', 'H09.12-261123-0001']);
  const keys = [...strokes('11112222').slice(0, -1), { key: 'ArrowLeft', code: 'ArrowLeft', at: 1070 }, { key: 'Enter', code: 'Enter', at: 1080 }];
  assert.deepEqual(heard(keys), [], 'other keys end a burst');
});

await test('where nobody types, any code is taken; a field takes only what cannot be a word', () => {
  for (const text of ['lt-0001/2026', 'G22.99.01-260320-0001', '1111 2222 3333 4440']) {
    assert.deepEqual(heard(strokes(text), false), [{ code: text.toUpperCase(), kind: 'dossier' }]);
    assert.deepEqual(heard(strokes(text), true), []);
  }
});

await test('the QR code of an identity card is known and nothing of it is told', () => {
  const card = '074190100123|280123456|Nguyễn Thị Ngọc Ẩn|05031990|Nữ|Số 12, Yersin, Phú Cường, Bình Dương|25072021';
  for (const typing of [true, false]) assert.deepEqual(heard(strokes(card), typing), [{ code: '', kind: 'card' }]);
});

await test('the code in an address of ours', () => {
  assert.equal(linkedCode('https://motcua.tinh.gov.vn/t/1111222233334440'), '1111222233334440');
  for (const text of ['', 'https://motcua.tinh.gov.vn/t/111122223333444', '/t/11112222333344401', '/tt/1111222233334440', '1111222233334440']) assert.equal(linkedCode(text), '');
});

done();
