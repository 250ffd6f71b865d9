#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Processes die while people read: no reader notices, and what cannot be
// answered says so. Kills by pid only what the instance of the tests started.
import fs from 'node:fs';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { assert, done, get, test, until } from '../lib/tap.mjs';

const state = process.env.MOTCUA_STATE;
const dev = (...args) => promisify(execFile)(`${process.env.MOTCUA_TOP}/dev`, args, { timeout: 60000 });
const uncached = { headers: { Cookie: 'test=1' } };
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Every live process of a service holds its lock as descriptor 9.
function pids(service) {
  const found = [];
  for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (fs.readlinkSync(`/proc/${pid}/fd/9`) === `${state}/run/${service}.lock`) found.push(Number(pid));
    } catch {
      // gone meanwhile, or without such a descriptor
    }
  }
  return found;
}
const main = (service) => Number(fs.readFileSync(`${state}/run/${service}.pid`, 'utf8'));
const workers = (service) => pids(service).filter((pid) => pid !== main(service));
const kill = (pid, signal = 'SIGKILL') => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
};

const { items } = await (await get('/api/v1/procedures?limit=20')).json();
const paths = [
  '/', '/en/', '/thu-tuc?q=khai+sinh', '/thu-tuc?q=so+do', '/co-quan', '/linh-vuc', '/tra-cuu', '/can-bo', '/kiosk',
  '/api/v1/dossiers/1111222233334440',
  ...items.map((item) => `/thu-tuc/${encodeURIComponent(item.code)}`),
];

// Readers that ask on and on until stopped; what was not answered is in `failures`.
function readers(count) {
  const load = { asked: 0, failures: [], longest: 0, stop: false };
  const reader = async (n) => {
    for (let i = n; !load.stop; i += count) {
      const path = paths[i % paths.length];
      const begin = Date.now();
      load.asked++;
      try {
        const answer = await get(path, i % 2 ? uncached : {});
        await answer.arrayBuffer();
        if (answer.status >= 500) load.failures.push(`${answer.status} ${path}`);
      } catch (error) {
        load.failures.push(`${error.cause?.code || error.message} ${path}`);
      }
      load.longest = Math.max(load.longest, Date.now() - begin);
    }
  };
  const all = Array.from({ length: count }, (_, n) => reader(n));
  return {
    load,
    async end() {
      load.stop = true;
      await Promise.all(all);
      return load;
    },
  };
}

await test('no GET fails while 60 workers are killed one after the other', async () => {
  const { end } = readers(6);
  const before = new Set(workers('public'));
  // Nothing may be killed twice, so that a kill waits for what the last one delayed.
  const begin = Date.now();
  for (let i = 0; i < 10; i++) await (await get('/linh-vuc', uncached)).arrayBuffer();
  const step = Math.max(50, (4 * (Date.now() - begin)) / 10);
  for (let i = 0; i < 60; i++) {
    const alive = workers('public');
    if (alive.length > 1) kill(alive[i % alive.length]);
    await pause(step);
  }
  const load = await end();
  assert.deepEqual(load.failures, []);
  assert.ok(load.asked > 300, `only ${load.asked} requests`);
  await until(() => workers('public').length >= before.size, 'all workers to be back');
  assert.ok(workers('public').some((pid) => !before.has(pid)));
});

await test('no GET fails while every program is told to replace its workers, three times', async () => {
  const { end } = readers(6);
  for (let i = 0; i < 3; i++) {
    for (const service of ['public', 'staff', 'kiosk']) {
      const before = workers(service);
      kill(main(service), 'SIGHUP');
      await until(() => !workers(service).some((pid) => before.includes(pid)), `new workers of ${service}`);
    }
  }
  const load = await end();
  assert.deepEqual(load.failures, []);
});

await test('no GET fails while the database is killed and comes back', async () => {
  const { end } = readers(6);
  kill(main('db'));
  await until(() => pids('db').length === 0, 'the database to be gone');
  await dev('up');
  await pause(300);
  const load = await end();
  assert.deepEqual(load.failures, []);
  assert.ok(load.longest < 10000, `${load.longest} ms`);
});

await test('without a database the catalogue answers and the look-up says what is wrong', async () => {
  kill(main('db'), 'SIGTERM');
  await until(() => pids('db').length === 0, 'the database to be gone', 30000);
  try {
    for (const path of ['/', '/en/', '/thu-tuc?q=khai+sinh', `/thu-tuc/${encodeURIComponent(items[0].code)}`, '/tra-cuu']) {
      assert.equal((await get(path, uncached)).status, 200, path);
    }
    const begin = Date.now();
    const json = await get('/api/v1/dossiers/1111222233334440');
    assert.equal(json.status, 503);
    assert.match(json.headers.get('content-type'), /^application\/problem\+json/);
    const page = await get('/tra-cuu', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'ma=1111222233334440',
    });
    assert.ok(Date.now() - begin < 20000, `${Date.now() - begin} ms`);
    assert.equal(page.status, 503);
    assert.ok(Number(page.headers.get('retry-after')) > 0);
    assert.match(await page.text(), /<html lang="vi"/);
  } finally {
    await dev('up');
  }
  await until(async () => (await get('/api/v1/dossiers/1111222233334440')).status < 500, 'the look-up to work again');
});

await test('without the program kept pages are served, the others say 503 in their language', async () => {
  const kept = `/thu-tuc/${encodeURIComponent(items[1].code)}`;
  assert.equal((await get(kept)).status, 200);
  kill(main('public'));
  await until(() => pids('public').length === 0, 'the program to be gone');
  try {
    const stale = await until(async () => {
      const answer = await get(kept);
      return answer.status === 200 && ['STALE', 'UPDATING'].includes(answer.headers.get('x-cache')) && answer;
    }, 'a stale page', 15000);
    assert.match(await stale.text(), /<html lang="vi"/);
    for (const [path, mark] of [[`${kept}/chuan-bi?khong-ai-hoi=1`, /<html lang="vi"/], ['/en/lien-he?nobody-asked=1', /<html lang="en"/]]) {
      const answer = await get(path);
      assert.equal(answer.status, 503, path);
      assert.equal(answer.headers.get('retry-after'), '5');
      assert.match(await answer.text(), mark);
    }
    const json = await get('/api/v1/procedures?q=khong+ai+hoi');
    assert.equal(json.status, 503);
    assert.equal((await json.json()).status, 503);
  } finally {
    await dev('up');
  }
  assert.equal((await get('/', uncached)).status, 200);
});

await test('after kill -9 of everything the next start has it all', async () => {
  const count = async () => (await (await get('/api/v1/procedures?limit=1', uncached)).json()).total;
  const before = await count();
  for (const service of ['nginx', 'public', 'staff', 'kiosk', 'jobs', 'db']) pids(service).forEach((pid) => kill(pid));
  const begin = Date.now();
  await dev('up');
  assert.ok(Date.now() - begin < 5000, `${Date.now() - begin} ms`);
  assert.equal(await count(), before);
  assert.ok(before > 0);
});
done();
