#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What happens to the others when a worker crashes, hangs, is replaced or is told to leave. The program is
// tests/faults/probe: the real frame with pages that misbehave on request.
import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, test, until } from '../lib/tap.mjs';
import { ask, begin, encode, record, send, silent } from '../lib/fastcgi.mjs';

const { MOTCUA_BUILD: build, MOTCUA_STATE: state, MOTCUA_TOP: top, MOTCUA_TMP: tmp } = process.env;
const probe = path.join(build, 'tests/faults/probe');
execFileSync('make', ['-s', '-C', build, 'tests/faults/probe'], { stdio: 'inherit' });

const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
let instances = 0;

async function start(environment = {}, socket = path.join(tmp, `probe-${++instances}.sock`)) {
  const child = spawn(probe, [], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      PATH: process.env.PATH, ASAN_OPTIONS: `${process.env.ASAN_OPTIONS}:handle_segv=0:handle_abort=0`, UBSAN_OPTIONS: process.env.UBSAN_OPTIONS,
      MOTCUA_SOCKET: socket, MOTCUA_WORKERS: '4', MOTCUA_SITE: 'http://127.0.0.1', MOTCUA_TEMPLATES: path.join(top, 'templates'),
      MOTCUA_ASSETS: path.join(state, 'static/assets.hdf'), MOTCUA_KEYS: path.join(state, 'secrets/keys'),
      MOTCUA_DB: `unix:${tmp}/no-database.sock`, ...environment,
    },
  });
  running.add(child);
  const handler = { child, socket, log: '', status: null, signal: null };
  child.stderr.on('data', (chunk) => { handler.log += chunk; });
  child.on('close', (status, signal) => {
    running.delete(child);
    Object.assign(handler, { status, signal, ended: true });
  });
  await until(() => handler.ended || /workers answer on/.test(handler.log), 'the start');
  return handler;
}

async function stop(handler) {
  handler.child.kill('SIGTERM');
  await until(() => handler.ended, 'the end of the program', 25000);
}

const pid = async (handler) => {
  const answer = await ask(handler.socket, '/pid');
  assert.equal(answer.status, 200);
  return Number(answer.body);
};

// The workers of a handler, from the kernel.
function workers(handler) {
  const file = `/proc/${handler.child.pid}/task/${handler.child.pid}/children`;
  return fs.readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

async function many(count, width, act) {
  let next = 0;
  await Promise.all(Array.from({ length: width }, async () => {
    while (next < count) await act(next++);
  }));
}

await test('1,000 crashing requests: the site is never given up, and is back within 0.3 s', async () => {
  const handler = await start({ MOTCUA_WORKERS: '16' });
  await many(1000, 24, async (i) => {
    const answer = await ask(handler.socket, i % 5 === 4 ? '/leave' : '/crash');
    assert.equal(answer.status, 0);
  });
  const before = Date.now();
  await pid(handler);
  assert.ok(Date.now() - before < 300, `the next good answer took ${Date.now() - before} ms`);
  assert.equal((handler.log.match(/ended by (?:signal|status)/g) || []).length >= 900, true);
  await stop(handler);
  assert.equal(handler.status, 0);
});

await test('crashes among good requests cost the good ones nothing', async () => {
  const handler = await start();
  let failed = 0;
  const before = Date.now();
  await many(400, 4, async (i) => {
    const answer = await ask(handler.socket, i % 8 === 0 ? '/crash' : '/pid');
    if (i % 8 !== 0 && answer.status !== 200) failed++;
  });
  assert.equal(failed, 0);
  assert.ok(Date.now() - before < 10000, `${Date.now() - before} ms`);
  await stop(handler);
});

await test('memory without end: the worker goes, the program stays', async () => {
  const handler = await start();
  assert.equal((await ask(handler.socket, '/exhaust')).status, 0);
  await pid(handler);
  await stop(handler);
});

await test('a hung worker is ended, the others answer meanwhile', async () => {
  const handler = await start({ MOTCUA_WORKERS: '2', MOTCUA_HANG_S: '1' });
  const before = Date.now();
  const hung = ask(handler.socket, '/hang');
  await pid(handler);
  assert.ok(Date.now() - before < 500);
  assert.equal((await hung).status, 0);
  assert.ok(Date.now() - before < 4000);
  assert.match(handler.log, /hangs in a request/);
  await pid(handler);
  await until(() => workers(handler).length === 2, 'the replacement');
  await stop(handler);
});

await test('HUP replaces every worker and refuses nobody', async () => {
  const handler = await start();
  let failed = 0, asked = 0, rolling = true;
  const seen = new Set();
  const load = Promise.all(Array.from({ length: 6 }, async () => {
    while (rolling) {
      asked++;
      const answer = await ask(handler.socket, asked % 50 === 0 ? '/slow' : '/pid').catch(() => ({ status: -1 }));
      if (answer.status === 200) seen.add(answer.body); else failed++;
    }
  }));
  for (let round = 1; round <= 5; round++) {
    const old = workers(handler);
    handler.child.kill('SIGHUP');
    await until(() => (handler.log.match(/all workers are replaced/g) || []).length === round, `round ${round}`);
    const now = workers(handler);
    assert.equal(now.length, 4);
    assert.equal(now.filter((worker) => old.includes(worker)).length, 0);
  }
  rolling = false;
  await load;
  assert.equal(failed, 0, `${failed} of ${asked}`);
  assert.ok(asked > 200 && seen.size >= 20, `${asked} requests, ${seen.size} workers`);
  await stop(handler);
});

await test('TERM lets the running request finish', async () => {
  const handler = await start();
  const slow = ask(handler.socket, '/slow');
  await pid(handler); // connections are taken in turn: the slow one is under way
  await stop(handler);
  const answer = await slow;
  assert.equal(answer.status, 200);
  assert.ok(answer.ended);
  assert.equal(handler.status, 0);
  assert.ok(!fs.existsSync(handler.socket));
  assert.ok(!/ended by/.test(handler.log), handler.log);
});

await test('two programs never fight over one socket', async () => {
  const handler = await start();
  const second = await start({}, handler.socket);
  await until(() => second.ended, 'the end of the second');
  assert.equal(second.status, 1);
  assert.match(second.log, /^motcua-probe: another motcua-probe answers on .* already\.$/m);
  await pid(handler);
  await stop(handler);
});

await test('after kill -9 of the parent a new one answers at once and the old workers go', async () => {
  const handler = await start();
  const old = workers(handler);
  handler.child.kill('SIGKILL');
  await until(() => handler.ended, 'the end of the parent');
  const next = await start({}, handler.socket);
  await pid(next);
  const gone = (worker) => {
    try {
      return /^State:\s+Z/m.test(fs.readFileSync(`/proc/${worker}/status`, 'utf8'));
    } catch {
      return true;
    }
  };
  await until(() => old.every(gone), 'the end of the old workers');
  await stop(next);
});

await test('peers that say nothing hold a worker for two seconds at most', async () => {
  const handler = await start();
  const idle = [];
  for (let i = 0; i < 4; i++) idle.push(await silent(handler.socket, i % 2 ? begin() : ''));
  const before = Date.now();
  await pid(handler);
  assert.ok(Date.now() - before < 4000, `${Date.now() - before} ms`);
  idle.forEach((socket) => socket.destroy());
  await stop(handler);
});

await test('records that no server sends do no harm', async () => {
  const handler = await start();
  const good = encode({ REQUEST_METHOD: 'GET', DOCUMENT_URI: '/pid' });
  const odd = [
    Buffer.from('GET / HTTP/1.0\r\n\r\n'),
    Buffer.alloc(64, 255),
    Buffer.alloc(64, 0),
    good.subarray(0, 5),
    good.subarray(0, good.length - 20),
    Buffer.concat([begin(), record(4, Buffer.from([255, 255, 255, 255, 1, 65]))]),
    Buffer.concat([begin(), record(4, Buffer.alloc(2000, 127)), record(4), record(5)]),
    encode({ REQUEST_METHOD: 'GET', DOCUMENT_URI: '/pid' }, '', 2),
    encode({ REQUEST_METHOD: 'GET', DOCUMENT_URI: '/pid' }, '', 3),
    encode({}),
    encode({ REQUEST_METHOD: 'GET' }),
    encode({ DOCUMENT_URI: '/pid' }),
    encode({ REQUEST_METHOD: 'POST', DOCUMENT_URI: '/echo', CONTENT_LENGTH: '10', CONTENT_TYPE: 'application/x-www-form-urlencoded' }, 'a=1'),
  ];
  for (const bytes of odd) {
    const answer = await send(handler.socket, bytes, { timeout: 3000 });
    assert.ok(answer.status < 500 && answer.status !== 200, `${answer.status}: ${bytes.toString('latin1').slice(0, 60)}`);
  }
  let seed = 20261123;
  const random = (n) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n;
  await many(300, 8, async () => {
    const bytes = Buffer.from(good);
    for (let i = 0; i < 4; i++) bytes[random(bytes.length)] = random(256);
    await send(handler.socket, bytes, { timeout: 200 });
  });
  await pid(handler);
  assert.ok(!/ended by/.test(handler.log), handler.log);
  await stop(handler);
});

await test('large bodies go both ways', async () => {
  const handler = await start();
  const large = await ask(handler.socket, '/large');
  assert.equal(large.body.length, 3 * 1024 * 1024);
  const text = 'khai sinh '.repeat(15000).trim();
  const answer = await ask(handler.socket, '/echo', { method: 'POST', body: `a=${encodeURIComponent(text)}`, type: 'application/x-www-form-urlencoded' });
  assert.equal(answer.status, 200);
  assert.equal(answer.body, text);
  const head = await ask(handler.socket, '/large', { method: 'HEAD' });
  assert.match(head.head, /Content-Length: 3145728/);
  assert.equal(head.body, '');
  await stop(handler);
});

await test('a visitor who leaves before the answer costs nothing', async () => {
  const handler = await start({ MOTCUA_WORKERS: '1' });
  const socket = await silent(handler.socket, encode({ REQUEST_METHOD: 'GET', DOCUMENT_URI: '/slow' }));
  socket.destroy();
  const large = await silent(handler.socket, encode({ REQUEST_METHOD: 'GET', DOCUMENT_URI: '/large' }));
  large.destroy();
  await pid(handler);
  await until(() => /the visitor was gone/.test(handler.log), 'the log line');
  assert.ok(!/ended by/.test(handler.log), handler.log);
  await stop(handler);
});

await test('one line a request, with nothing of the address in it', async () => {
  const handler = await start();
  await ask(handler.socket, '/secret-code-1234567890123456', { params: { QUERY_STRING: 'q=my+name', REQUEST_ID: 'abcdef0123456789' } });
  await until(() => /abcdef0123456789 GET - 404 \d+ ms 0 statements/.test(handler.log), 'the log line');
  await ask(handler.socket, '/pid', { params: { REQUEST_ID: 'fedcba9876543210' } });
  await until(() => /fedcba9876543210 GET \/pid 200 \d+ ms 0 statements/.test(handler.log), 'the log line');
  assert.ok(!/secret|1234567890123456|my.name/.test(handler.log), handler.log);
  await stop(handler);
});

const sentences = [
  [{ MOTCUA_WORKERS: '0' }, /MOTCUA_WORKERS must be a number from 1 to 64; it is "0"\./],
  [{ MOTCUA_WORKERS: 'four' }, /MOTCUA_WORKERS must be/],
  [{ MOTCUA_SITE: '' }, /MOTCUA_SITE is not set/],
  [{ MOTCUA_SITE: 'ftp://x' }, /MOTCUA_SITE must be an address/],
  [{ MOTCUA_SITE: 'https://x/path' }, /MOTCUA_SITE must be an address/],
  [{ MOTCUA_DB: 'localhost' }, /MOTCUA_DB must be/],
  [{ MOTCUA_TEMPLATES: '/nowhere' }, /no such folder of templates: \/nowhere/],
  [{ MOTCUA_ASSETS: '/nowhere/assets.hdf' }, /\/nowhere\/assets\.hdf/],
  [{ MOTCUA_KEYS: '/nowhere' }, /\/nowhere\/lookup\.key/],
  [{ MOTCUA_SOCKET: '/nowhere/probe.sock' }, /cannot make \/nowhere\/probe\.sock\.lock/],
  [{ MOTCUA_SOCKET: '' }, /is no listening socket/],
];
await test('wrong settings: one sentence, status 1', async () => {
  for (const [environment, sentence] of sentences) {
    const handler = await start(environment);
    await until(() => handler.ended, JSON.stringify(environment));
    assert.equal(handler.status, 1, JSON.stringify(environment));
    assert.match(handler.log, sentence);
  }
});

done();
