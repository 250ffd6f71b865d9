#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A line of text typed key by key: words and what stands between them, the caret, what is taken away, how much fits.
import { NANG, SAC } from '../../assets/js/typing/letters.js';
import { CLEAR, ERASE, begin, finish, press, shows } from '../../assets/js/typing/line.js';
import { assert, done, test } from '../lib/tap.mjs';

const telex = { way: 'telex' };
const vni = { way: 'vni' };
const direct = { way: 'direct' };
const typed = (keys, how, line = begin('')) => [...keys].reduce((now, key) => press(now, key, how), line);
const erased = (line, times, how) => Array.from({ length: times }).reduce((now) => press(now, ERASE, how), line);

await test('sentences, in each way of typing', () => {
  for (const [keys, how, text] of [
    ['ddawng kys khai sinh', telex, 'đăng ký khai sinh'],
    ['d9a8ng ky1 khai sinh', vni, 'đăng ký khai sinh'],
    [`đăng ky${SAC} khai sinh`, direct, 'đăng ký khai sinh'],
    ['Nguyeenx Thij Ngocj Aanr', telex, 'Nguyễn Thị Ngọc Ẩn'],
    ['DDOOCJ LAAPJ - TUWJ DO - HANHJ PHUCS', telex, 'ĐỘC LẬP - TỰ DO - HẠNH PHÚC'],
    ['quyeets ddinhj soos 12/QDD-UBND', telex, 'quyết định số 12/QĐ-UBND'],
    ['so61 12, d9u7o7ng2 Le6 Lo7i5', vni, 'số 12, đường Lê Lợi'],
  ]) assert.equal(typed(keys, how).text, text);
});

await test('lines: a new one ends the word, the line above stays as it is', () => {
  const two = begin('chờ lâu\n');
  assert.equal(typed('khoong bieets', telex, two).text, 'chờ lâu\nkhông biết');
  assert.equal(typed('s', telex, two).text, 'chờ lâu\ns', 'no tone jumps over the end of a line');
  assert.equal(press(two, ERASE, telex).text, 'chờ lâu');
  assert.equal(typed('f', telex, begin('cho\nlau', 3)).text, 'chò\nlau');
  assert.equal(typed('1', vni, begin('cho\n')).text, 'cho\n1');
});

await test('codes and addresses pass through every way of typing as they are', () => {
  for (const code of ['1234567890123456', '1111 2222 3333 4440', 'H09.12-261123-0001', '000.00.01.H09-260320-0001', 'https://motcua.tinh.gov.vn/t/1234567890123456', 'HTTPS://MOTCUA.TINH.GOV.VN/T/1111222233334440']) {
    for (const how of [telex, vni, direct]) assert.equal(typed(code, how).text, code, how.way);
  }
});

await test('taking away the last letter leaves the rest to go on with', () => {
  for (const [first, times, then, text, how] of [
    ['vieetj', 1, 'n', 'viện', telex],
    ['vieetj', 2, 'ts', 'vít', telex],
    ['ddawng kys', 1, 'ys', 'đăng ký', telex],
    ['ddawng kys', 3, ' ky', 'đăng ky', telex],
    ['ddawng ', 1, 's', 'đắng', telex],
    ['toans', 1, 'is', 'toais', telex],
    ['toans', 1, 'i', 'toái', telex],
    ['d9a8ng', 2, 'm', 'đăm', vni],
    ['windows', 6, 's', 'ws', telex],
    ['passs', 1, 's', 'pass', telex],
    [`kha${SAC}c`, 1, 'ch', 'khách', direct],
  ]) assert.equal(typed(then, how, erased(typed(first, how), times, how)).text, text, `${first} -${times} ${then}`);
  assert.equal(erased(typed('ddawng', telex), 9, telex).text, '');
});

await test('the caret in the middle: the word before it is gone on with, what follows stays', () => {
  assert.deepEqual({ ...typed('f', telex, begin('khai sinh', 4)), word: null }, { text: 'khài sinh', start: 4, end: 4, word: null });
  assert.equal(typed('i', telex, begin('kha sinh', 3)).text, 'khai sinh');
  assert.equal(press(begin('khai sinh', 5), ERASE, telex).text, 'khaisinh');
  assert.equal(press(begin('sinh', 0), ERASE, telex).text, 'sinh');
  assert.equal(press(begin('hoc', 3), NANG, direct).text, 'học');
  assert.equal(press(begin('hoà', 3), 'n', telex).text, 'hoàn');
  assert.equal(press(begin('ho\u0300a', 4), 'n', telex).text, 'hoàn', 'marks apart from their letters');
});

await test('another way of typing goes on with the word as it stands', () => {
  assert.equal(press(typed('ddang', telex), '2', vni).text, 'đàng');
  assert.equal(press(typed('d9ang', vni), 'f', telex).text, 'đàng');
  assert.equal(press(typed('ddawng', telex), NANG, direct).text, 'đặng');
});

await test('what is selected is replaced', () => {
  assert.equal(press(begin('khai sinh', 5, 9), 't', telex).text, 'khai t');
  assert.equal(press(begin('khai sinh', 0, 9), ERASE, telex).text, '');
  assert.equal(press(begin('khai sinh', 0, 4), ' ', telex).text, '  sinh');
});

await test('no key makes a text longer than the field allows; others still act', () => {
  const how = { ...telex, most: 4 };
  assert.equal(typed('sinhh', how).text, 'sinh');
  assert.equal(typed('sinhs', how).text, 'sính');
  assert.equal(press(typed('sinh', how), ERASE, how).text, 'sin');
  assert.equal(typed('abcdef', { ...telex, most: -1 }).text, 'abcdef');
});

await test('all is emptied at once', () => {
  assert.equal(press(typed('ddawng kys', telex), CLEAR, telex).text, '');
});

await test('the last word is settled by a space, a sign and the end', () => {
  assert.equal(typed('data ', telex).text, 'data ');
  assert.equal(typed('data,', telex).text, 'data,');
  assert.equal(finish(typed('data', telex), telex).text, 'data');
  assert.equal(finish(typed('khai sinh', telex), telex).text, 'khai sinh');
});

await test('a line that somebody else changed is not shown any more', () => {
  const line = typed('ddawng', telex);
  assert.ok(shows(line, 'đăng', 4, 4));
  assert.ok(!shows(line, 'đăn', 3, 3));
  assert.ok(!shows(line, 'đăng', 2, 2));
});

done();
