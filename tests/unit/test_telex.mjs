#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Vietnamese typed by Telex, VNI and the keys of its own letters: every syllable the language allows, in the orders people
// type it, in both styles; and what must stay as it was typed.
import { BREVE, HAT, HORN, split } from '../../assets/js/typing/letters.js';
import { compose, open, settle, type } from '../../assets/js/typing/telex.js';
import { assert, done, test } from '../lib/tap.mjs';
import { common, syllables } from './syllables.mjs';

const all = syllables();
const words = [...new Set(common)];
const LETTERS = {
  telex: { ă: 'aw', â: 'aa', đ: 'dd', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw' },
  vni: { ă: 'a8', â: 'a6', đ: 'd9', ê: 'e6', ô: 'o6', ơ: 'o7', ư: 'u7' },
};
const TONES = {
  telex: { '': '', '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' },
  vni: { '': '', '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5' },
};

function typed(keys, how, word = open('')) {
  return [...keys].reduce((now, key) => type(now, key, how), word);
}

const keysOf = (letters, way) => [...letters].map((char) => LETTERS[way][char] || char);

// Each order: the keys of a syllable.
const ORDERS = {
  'marks with their letters, the tone at the end': (s, way) => keysOf(s.letters, way).join('') + TONES[way][s.tone],
  'the tone right after its vowel': (s, way) => keysOf(s.letters, way).map((key, i) => key + (i === s.at ? TONES[way][s.tone] : '')).join(''),
  'ươ by one key': (s, way) => keysOf(s.letters.replace('ươ', 'uơ'), way).join('') + TONES[way][s.tone],
  'marks after all letters, the tone last': (s, way) => {
    const keys = keysOf(s.letters.replace('ươ', 'uơ'), way);
    return keys.map((key) => key[0]).join('') + keys.map((key) => key.slice(1)).join('') + TONES[way][s.tone];
  },
  'the tone after all letters, marks last': (s, way) => {
    const keys = keysOf(s.letters.replace('ươ', 'uơ'), way);
    return keys.map((key) => key[0]).join('') + TONES[way][s.tone] + keys.map((key) => key.slice(1)).join('');
  },
};

await test('the rules of sound and spelling give at least 6,500 syllables, the common ones among them', () => {
  assert.ok(all.length >= 6500, `${all.length}`);
  assert.ok(words.length >= 150, `${words.length}`);
  const forms = new Set(all.map((s) => s.old));
  assert.deepEqual(words.filter((word) => !forms.has(word)), []);
});

for (const way of ['telex', 'vni']) {
  for (const style of ['old', 'new']) {
    for (const [order, keys] of Object.entries(ORDERS)) {
      await test(`${way}, ${style} style: ${order}`, () => {
        const wrong = all.filter((s) => compose(keys(s, way), { way, style }) !== s[style]);
        const right = (100 * (all.length - wrong.length)) / all.length;
        const some = wrong.slice(0, 12).map((s) => `${keys(s, way)} is ${compose(keys(s, way), { way, style })}, not ${s[style]}`);
        console.log(`# ${all.length - wrong.length} of ${all.length}, ${right.toFixed(2)} %`);
        assert.ok(right >= 99.5, some.join('; '));
        assert.deepEqual(wrong.map((s) => s.old).filter((word) => words.includes(word)), [], 'common words');
      });
    }
  }
}

await test('keys of the letters themselves and of tones, in every way of typing', () => {
  for (const way of ['direct', 'telex', 'vni']) {
    const how = { way, style: 'old' };
    const wrong = all.filter((s) => {
      const inside = s.letters.slice(0, s.at + 1) + s.tone + s.letters.slice(s.at + 1);
      return compose(s.letters + s.tone, how) !== s.old || compose(inside, how) !== s.old;
    });
    assert.deepEqual(wrong.slice(0, 10).map((s) => s.old), [], way);
  }
});

await test('capitals: of the first letter, of all letters', () => {
  for (const way of ['telex', 'vni']) {
    for (const s of all.filter((_, i) => i % 7 === 0)) {
      const keys = ORDERS['ươ by one key'](s, way);
      const title = s.old[0].toUpperCase() + s.old.slice(1);
      assert.equal(compose(keys[0].toUpperCase() + keys.slice(1), { way }), title);
      assert.equal(compose(keys.toUpperCase(), { way }), s.old.toUpperCase());
    }
  }
});

await test('what is written is NFC', () => {
  for (const s of all) {
    const { text } = typed(ORDERS['ươ by one key'](s, 'telex'), { way: 'telex' });
    assert.equal(text, text.normalize('NFC'));
    assert.equal([...text].length, [...s.letters].length);
  }
});

const expect = (way, pairs, style = 'old') => {
  for (const [keys, text] of Object.entries(pairs)) assert.equal(typed(keys, { way, style }).text, text, `${way}: ${keys}`);
};

await test('a key typed twice takes back what it did and stands for itself', () => {
  expect('telex', { aa: 'â', aaa: 'aa', aaaa: 'aaa', eee: 'ee', ooo: 'oo', dd: 'đ', ddd: 'dd', as: 'á', ass: 'as', asss: 'ass', aff: 'af', axx: 'ax', arr: 'ar', ajj: 'aj', aw: 'ă', aww: 'aw', ww: 'w', www: 'ww', uow: 'ươ', uoww: 'uow', dinhdd: 'dinhd', chaoss: 'chaos', nguyenee: 'nguyene', booong: 'boong', xooong: 'xoong', xooongs: 'xoóng', vieeetj: 'vieetj' });
  expect('vni', { a6: 'â', a66: 'a6', d9: 'đ', d99: 'd9', a1: 'á', a11: 'a1', o7: 'ơ', o77: 'o7', uo7: 'ươ', uo77: 'uo7', a8: 'ă', a88: 'a8' });
});

await test('a tone can be changed and taken off', () => {
  expect('telex', { asf: 'à', asz: 'a', tieengsf: 'tiềng', tieengsz: 'tiêng', az: 'az' });
  expect('vni', { a12: 'à', a10: 'a', a0: 'a0' });
});

await test('a mark can be changed', () => {
  expect('telex', { aaw: 'ă', awa: 'â', oow: 'ơ', owo: 'ô', uwowo: 'uô', uowoi: 'uôi', huoow: 'huơ', chuoongw: 'chương' });
  expect('vni', { a68: 'ă', a86: 'â', o67: 'ơ', o76: 'ô', uo76: 'uô' });
});

await test('w alone is ư, uow is ươ, d at a distance is đ', () => {
  expect('telex', { w: 'ư', W: 'Ư', tw: 'tư', nhw: 'như', thws: 'thứ', giw: 'giư', giwowngf: 'giường', tuowng: 'tương', uwow: 'ươ', thuowr: 'thuở', thuowngr: 'thưởng', huow: 'huơ', huowng: 'hương', huowu: 'hươu', muaw: 'mưa', luuw: 'lưu', dinhd: 'đinh', dangdw: 'đăng', Dungdx: 'Đũng' });
});

await test('qu and gi belong to the beginning of the syllable', () => {
  expect('telex', { quas: 'quá', quys: 'quý', quaan: 'quân', quoocs: 'quốc', quow: 'quơ', quawn: 'quăn', giaf: 'già', gif: 'gì', gins: 'gín', gieengs: 'giếng', giuwx: 'giữ', gioir: 'giỏi', quyeenr: 'quyển' });
});

await test('both styles are understood: hoà goes on as hòa', () => {
  for (const [text, keys, result] of [['hoà', 'n', 'hoàn'], ['hòa', 'n', 'hoàn'], ['thuỷ', 'r', 'thuyr'], ['hoà', 's', 'hóa'], ['quý', 'f', 'quỳ'], ['ho\u0300a', 'n', 'hoàn']]) {
    assert.equal(typed(keys, { way: 'telex' }, open(text)).text, result);
  }
  expect('telex', { hoaf: 'hoà', khoer: 'khoẻ', thuyr: 'thuỷ', hoafn: 'hoàn', toas: 'toá' }, 'new');
});

await test('abbreviations with Đ, and names of places with letters of their own', () => {
  expect('telex', { QDD: 'QĐ', HDDND: 'HĐND', DDKKD: 'ĐKKD', hddnd: 'hđnd', NDDD: 'NDD', ddt: 'đt', DDawks: 'Đắk', Lawks: 'Lắk', Kroong: 'Krông', Kanj: 'Kạn', Ddaaps: 'Đấp' });
  expect('vni', { QD9: 'QĐ', HD9ND: 'HĐND' });
});

await test('words that cannot be Vietnamese stay as they were typed', () => {
  for (const way of ['telex', 'vni']) {
    for (const word of ['google', 'facebook', 'gmail', 'email', 'windows', 'web', 'website', 'wifi', 'zalo', 'vneid', 'class', 'style', 'center', 'gets', 'cccd', 'sms', 'pdf', 'docx', 'xml', 'fax', 'Street', 'UBND', 'H09', '0001', '261123', '1234567890123456', 'vnpt', 'online', 'software', 'motcua', 'kiosk', 'Excel', 'john', 'jazz', 'wwf', 'dangky', 'khaisinhs', 'ngi', 'ces']) {
      if (way === 'vni' || !['wwf'].includes(word)) assert.equal(typed(word, { way }).text, word, way);
    }
  }
});

await test('at the end of a word a doubled letter that made no Vietnamese word is two letters again', () => {
  const settled = (keys, way = 'telex') => settle(typed(keys, { way }), { way });
  for (const word of ['data', 'papa', 'meet', 'root']) assert.equal(settled(word), word);
  for (const [keys, text] of [['datas', 'dất'], ['ddaats', 'đất'], ['DDawk', 'Đăk'], ['nuowc', 'nươc'], ['ddat', 'đat'], ['hoaf', 'hòa'], ['naa', 'nâ']]) assert.equal(settled(keys), text);
  assert.equal(settled('mat6', 'vni'), 'mât');
});

await test('a word that is gone on with after its last letter was taken away comes out the same', () => {
  for (const way of ['telex', 'vni', 'direct']) {
    for (const s of all) {
      const chars = [...s.old];
      const last = split(chars.pop());
      if (last.tone) continue;
      const mark = { [HAT]: 6, [HORN]: 7, [BREVE]: 8 }[last.mark];
      const key = way === 'direct' || !mark ? [...s.letters].pop() : keysOf([...s.letters].pop(), way)[0];
      assert.equal(typed(key, { way }, open(chars.join(''))).text, s.old, `${way}: ${chars.join('')} + ${key}`);
    }
  }
});

await test('key by key or all keys at once: the same text', () => {
  for (const s of all.filter((_, i) => i % 11 === 0)) {
    const keys = ORDERS['the tone right after its vowel'](s, 'telex');
    assert.equal(typed(keys, { way: 'telex' }).text, compose(keys, { way: 'telex' }));
  }
});

await test('words are values: the same word can be gone on with twice', () => {
  const word = typed('ddan', { way: 'telex' });
  const before = JSON.stringify(word);
  assert.equal(type(word, 'w', { way: 'telex' }).text, 'đăn');
  assert.equal(type(word, 's', { way: 'telex' }).text, 'đán');
  assert.equal(JSON.stringify(word), before);
});

await test('any keys in any number give a text and no failure', () => {
  const keys = [...'aăâbcdđeêghiklmnoôơpqrstuưvxyzwfj0123456789ASDFW\u0301\u0300\u0309\u0303\u0323éñü中ﬁ\u0302'];
  let seed = 7;
  const next = (n) => { seed = (seed * 1103515245 + 12345) % 2147483648; return seed % n; };
  for (let round = 0; round < 3000; round++) {
    const how = { way: ['telex', 'vni', 'direct'][next(3)], style: ['old', 'new'][next(2)] };
    let word = open(next(2) ? '' : ['việt', 'hoà', 'Đ', 'pas', 'aa'][next(5)]);
    for (let n = next(30); n > 0; n--) word = type(word, keys[next(keys.length)], how);
    assert.equal(word.text, word.text.normalize('NFC'));
    assert.equal(settle(word, how), settle(word, how).normalize('NFC'));
  }
});

done();
