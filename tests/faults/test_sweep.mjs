#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The N-th database call, allocation or write of a request fails, for every N until the request no longer
// gets that far: each time the answer is the usual one or an honest 503, and the next request is answered as
// if nothing had been. A website of its own beside the instance's, with the instance's database.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, get, test, until } from '../lib/tap.mjs';
import { ask } from '../lib/fastcgi.mjs';

const { MOTCUA_BUILD: build, MOTCUA_STATE: state, MOTCUA_TMP: tmp } = process.env;
const order = path.join(tmp, 'fault');
const fault = (text) => fs.writeFileSync(order, text);
fault('');

const environment = Object.fromEntries(fs.readFileSync(path.join(state, 'run/public.env'), 'utf8').trim().split('\n')
  .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
const socket = path.join(tmp, 'sweep.sock');
const logFile = path.join(tmp, 'sweep.log');
const child = spawn(path.join(build, 'motcua-public'), [], {
  stdio: ['ignore', 'ignore', fs.openSync(logFile, 'w')], // a file, so that a line is there before the answer
  env: {
    ...environment, MOTCUA_SOCKET: socket, MOTCUA_WORKERS: '1', MOTCUA_WATCH: '0', MOTCUA_FAULT_FILE: order,
    ASAN_OPTIONS: `${process.env.ASAN_OPTIONS}:handle_abort=0`, UBSAN_OPTIONS: process.env.UBSAN_OPTIONS, LSAN_OPTIONS: process.env.LSAN_OPTIONS,
  },
});
const log = () => fs.readFileSync(logFile, 'utf8');
let ended = false;
child.on('close', () => { ended = true; });
process.on('exit', () => child.kill('SIGKILL'));
await until(() => ended || /workers answer on/.test(log()), 'the start');

const { items } = await (await get('/api/v1/procedures?limit=1')).json();
const code = '1111222233334440'; // of the sample's receipt
const form = { method: 'POST', body: `ma=${code}`, type: 'application/x-www-form-urlencoded' };
// The worker keeps pages of the catalogue: with a query that nobody has asked with they are made anew each time.
let turn = 0;
const anew = (query = '') => ({ params: () => ({ QUERY_STRING: `${query}lan=${turn++}` }) });
const pages = [
  ['/', anew()], ['/en', anew()], ['/thu-tuc', anew('q=khai+sinh&')], [`/thu-tuc/${items[0].code}`, anew()], ['/co-quan', anew()],
  ['/tra-cuu', form], [`/t/${code}`, {}], [`/api/v1/dossiers/${code}`, {}], ['/nothing-here', {}],
];
const request = ([uri, { params, ...options }]) => ask(socket, uri, { ...options, params: typeof params === 'function' ? params() : params });
const cookie = /^Set-Cookie: ([^;]+)/m.exec((await ask(socket, '/tra-cuu', form)).head)[1];
pages.push(['/tra-cuu/ho-so', { params: { HTTP_COOKIE: cookie } }], ['/co-quan', {}]); // the last one is kept

// What pages say without a fault; the marks of a request are taken out.
const plain = (answer) => `${answer.status} ${answer.body.replace(/[0-9a-f]{32}/g, '').replace(/(\?|&amp;)lan=\d+/g, '').replace(/\d\d:\d\d(:\d\d)?/g, '')}`;
const usual = new Map();
for (const page of pages) usual.set(page, plain(await request(page)));

const seen = (kind) => log().split('\n').filter((line) => line.includes(`fault: ${kind} number`)).length;

// Sweeps N until the fault no longer happens in this request; how many did.
async function sweep(kind, suffix, most, page, judge) {
  for (let n = 1; n <= most; n++) {
    const before = seen(kind);
    fault(`${kind}:${n}${suffix}\n`);
    const answer = await request(page);
    fault('');
    await judge(answer, n);
    assert.equal(plain(await request(page)), usual.get(page), `${page[0]} after ${kind}:${n}`);
    if (seen(kind) === before) return n - 1;
  }
  return most;
}

fault('crash:1');
const faults = (await request(pages[0])).status === 0;
fault('');
if (!faults) {
  console.log('ok 1 - # SKIP this build has no fault points');
  console.log('1..1');
  process.exit(0);
}
await until(async () => (await request(pages[0])).status === 200, 'the worker after the crash');

await test('a database call that fails once is not seen by anybody', async () => {
  let total = 0;
  for (const page of pages) {
    total += await sweep('db', '', 40, page, (answer, n) => assert.equal(plain(answer), usual.get(page), `${page[0]} with db:${n}`));
  }
  assert.ok(total >= 4, `${total} calls failed`);
});

await test('without the database a page says so, or needs it not', async () => {
  for (const page of pages) {
    await sweep('db', '+', 3, page, (answer, n) => {
      if (answer.status !== 503) return assert.equal(plain(answer), usual.get(page), `${page[0]} with db:${n}+`);
      assert.match(answer.head, /^Retry-After: \d+$/m);
      if (page[1].method === 'POST') assert.ok(answer.body.includes(code), 'what was typed is kept');
      return assert.ok(!/select|insert|motcua-public|socket/i.test(answer.body), answer.body);
    });
  }
});

await test('memory that cannot be had ends one worker and one request', async () => {
  let total = 0;
  for (const page of [pages[2], pages[3], pages[5], pages[7]]) {
    total += await sweep('alloc', '', 60, page, (answer, n) => assert.ok(answer.status === 0 || plain(answer) === usual.get(page), `${page[0]} with alloc:${n}`));
  }
  assert.ok(total >= 8, `${total} allocations failed`);
});

await test('an answer that cannot be sent costs nothing more', async () => {
  for (const page of pages) {
    const n = await sweep('write', '', 3, page, (answer, i) => assert.ok(i > 1 || answer.status === 0));
    assert.equal(n, 1);
  }
});

await test('nothing personal came into the log', async () => {
  assert.ok(!log().includes(code), 'a look-up code');
  assert.ok(!/khai.sinh/.test(log()), 'a query');
});

child.kill('SIGTERM');
await until(() => ended, 'the end');
done();
