#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Everything goes wrong at once while people read: workers are killed, replaced, crash and hang, the database is
// killed and comes back. Pages of the catalogue never fail; a look-up may say 503 only while the database
// is really away. Every answer is compared with the one before the trouble.
//
// usage: tests/http/test_chaos.mjs [SECONDS [SEED]]     in ./dev test: 20 s
import { randomInt } from 'node:crypto';
import { assert, done, get, test, until } from '../lib/tap.mjs';
import { dev, end, fault, kill, log, main, workers } from '../lib/instance.mjs';

const seconds = Number(process.argv[2] || 20);
const seed = Number(process.argv[3] || randomInt(2 ** 31));
console.log(`# seed ${seed}`);
let dice = seed;
const random = (n) => Math.floor(((dice = (dice * 1103515245 + 12345) % 2 ** 31) / 2 ** 31) * n);
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const code = '1111222233334440'; // of the sample's receipt
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const cookie = (await get(`/t/${code}`)).headers.get('set-cookie').split(';')[0];
const { items } = await (await get('/api/v1/procedures?limit=12')).json();

// path, options, and whether the page needs the database to be there
const pages = [
  ['/', {}], ['/en/', {}], [`/thu-tuc/${items[0].code}`, {}], // through the cache
  ...items.map((item) => [`/thu-tuc/${item.code}`, { headers: { Cookie: 'past=the-cache' } }]),
  ['/thu-tuc?q=khai+sinh', { headers: { Cookie: 'past=the-cache' } }], ['/goi-y?q=ket+hon', { headers: { Cookie: 'past=the-cache' } }],
  ['/co-quan', { headers: { Cookie: 'past=the-cache' } }], ['/api/v1/procedures?q=dat+dai', { headers: { Cookie: 'past=the-cache' } }],
  ['/tra-cuu', {}],
  ['/tra-cuu/ho-so', { headers: { Cookie: cookie } }, true], [`/api/v1/dossiers/${code}`, {}, true],
];
// What differs from one answer to the next: request numbers and the time of day.
const plain = (text) => text.replace(/[0-9a-f]{32}/g, '').replace(/\d\d:\d\d(:\d\d)?/g, '');
const ask = async ([path, options]) => {
  const answer = await get(path, options);
  return { status: answer.status, text: plain(await answer.text()), retry: answer.headers.get('retry-after') };
};
const usual = new Map();
for (const page of pages) usual.set(page, await ask(page));
for (const [page, answer] of usual) assert.equal(answer.status, 200, page[0]);

// Readers that ask on and on until stopped.
function readers(count) {
  const load = { asked: 0, honest: 0, failures: [], longest: 0, away: false, stop: false };
  const reader = async (n) => {
    for (let i = n; !load.stop; i += 1 + random(3)) {
      const page = pages[i % pages.length], begin = Date.now(), away = load.away;
      load.asked++;
      try {
        const answer = await ask(page);
        if (answer.status === 503 && page[2] && answer.retry && (away || load.away)) load.honest++;
        else if (answer.status !== 200) load.failures.push(`${answer.status} ${page[0]}`);
        else if (answer.text !== usual.get(page).text) load.failures.push(`other content ${page[0]}`);
      } catch (error) {
        load.failures.push(`${error.cause?.code || error.message} ${page[0]}`);
      }
      load.longest = Math.max(load.longest, Date.now() - begin);
    }
  };
  const all = Array.from({ length: count }, (_, n) => reader(n * 5));
  return { load, ended: async () => { load.stop = true; await Promise.all(all); } };
}

async function worker_killed() {
  const alive = workers('public');
  if (alive.length > 1) kill(alive[random(alive.length)]);
  await pause(100 + random(200));
}
const replaced = async () => {
  kill(main(['public', 'staff', 'kiosk'][random(3)]), 'SIGHUP');
  await pause(random(300));
};
async function database_killed(load) {
  load.away = true;
  await end('db');
  await pause(random(1500));
  await dev('up');
  await until(async () => (await get(`/api/v1/dossiers/${code}`)).status === 200, 'the look-up');
  load.away = false;
}

await test(`${seconds} s of killed workers, replaced workers and a killed database: no reader is failed`, async () => {
  const { load, ended } = readers(6);
  const over = Date.now() + seconds * 1000;
  let kills = 0, databases = 0;
  try {
    for (let turn = 1; Date.now() < over; turn++) {
      if (turn % 25 === 12) {
        await database_killed(load);
        databases++;
      } else if (turn % 8 === 5) {
        await replaced();
      } else {
        await worker_killed();
        kills++;
      }
    }
  } finally {
    await ended();
    await dev('up');
  }
  console.log(`# ${load.asked} requests, ${kills} workers and ${databases} databases killed, ${load.honest} honest 503, longest ${load.longest} ms`);
  assert.deepEqual(load.failures.slice(0, 10), []);
  assert.ok(load.asked > seconds * 10, `only ${load.asked} requests`);
  assert.ok(kills >= seconds / 2 && databases >= 1);
  assert.ok(load.longest < 10000, `${load.longest} ms`);
  await until(() => workers('public').length === 4, 'all workers');
});

await test('with the database stopped cached and catalogue pages answer, the look-up says 503 at once and keeps what was typed', async () => {
  const sought = () => get('/tra-cuu', { method: 'POST', headers: form, body: `ma=${code}` });
  await end('db', 'SIGTERM');
  try {
    for (const page of pages.filter((p) => !p[2])) {
      const answer = await ask(page);
      assert.equal(answer.status, 200, page[0]);
      assert.equal(answer.text, usual.get(page).text, page[0]);
    }
    // A restart of the database is waited for, three seconds in each worker; from then on nobody waits.
    await until(async () => {
      const begin = Date.now();
      const all = await Promise.all(Array.from({ length: 8 }, sought));
      return all.every((answer) => answer.status === 503) && Date.now() - begin < 800;
    }, 'workers that know of the trouble', 30000);
    const times = [];
    for (let i = 0; i < 20; i++) {
      const begin = performance.now();
      const answer = await sought();
      const html = await answer.text();
      times.push(performance.now() - begin);
      assert.equal(answer.status, 503);
      assert.ok(Number(answer.headers.get('retry-after')) > 0);
      assert.match(html, /<html lang="vi"/);
      assert.ok(html.includes(code), 'the page keeps the code that was typed');
    }
    times.sort((a, b) => a - b);
    console.log(`# 503 after ${times[10].toFixed(1)} ms (median), ${times[19].toFixed(1)} ms (longest)`);
    assert.ok(times[10] <= 50, `median ${times[10]} ms`);
    assert.equal((await get('/tra-cuu/ho-so', { headers: { Cookie: cookie } })).status, 503);
    const json = await get(`/api/v1/dossiers/${code}`);
    assert.equal(json.status, 503);
    assert.match(json.headers.get('content-type'), /^application\/problem\+json/);
  } finally {
    const before = workers('public').sort();
    await dev('up');
    await until(async () => (await sought()).status === 303, 'the look-up');
    assert.deepEqual(workers('public').sort(), before, 'no worker had to be replaced');
  }
  for (const page of pages) assert.deepEqual(await ask(page), usual.get(page), page[0]);
});

// ---- fault points, where they are built in; sixteen workers that may hang for three seconds ------------------

const restart = async (environment) => {
  await end('public', 'SIGTERM');
  await dev('up', environment);
};
const every = (n) => until(() => workers('public').length === n, `${n} workers`);
await restart({ MOTCUA_WORKERS: '16', MOTCUA_HANG_S: '3' });
fault('crash:1');
const crashed = (await get('/co-quan?probe=1')).status === 503;
fault('');
const faulty = crashed ? test : (name) => console.log(`ok 0 - ${name} # SKIP this build has no fault points`);
await until(async () => (await get('/co-quan?probe=2')).status === 200, 'the program after a crash');

await faulty('1,000 crashing requests in a row: kept pages are served all the time, the site is back within 0.3 s', async () => {
  const ended = () => (log('public').match(/ended by signal 6/g) || []).length;
  const before = ended();
  let next = 0, kept = 0, asking = true;
  assert.equal((await get('/')).status, 200);
  fault('crash:1');
  const reading = (async () => {
    while (asking) {
      assert.equal((await get('/')).status, 200, 'the kept home page');
      kept++;
      await pause(20);
    }
  })();
  try {
    // Each is asked of two workers, so that 1,000 of them die.
    await Promise.all(Array.from({ length: 8 }, async () => {
      while (next++ < 500) assert.equal((await get(`/co-quan?crash=${next}`)).status, 503);
    }));
  } finally {
    fault('');
    asking = false;
  }
  const start = performance.now();
  await until(async () => (await get(`/co-quan?after=${Math.random()}`)).status === 200, 'a good answer');
  const back = performance.now() - start;
  await reading;
  console.log(`# ${ended() - before} workers died, back after ${back.toFixed(0)} ms, the home page was read ${kept} times meanwhile`);
  assert.ok(ended() - before >= 900, `${ended() - before} workers died`);
  assert.ok(back <= 300, `${back} ms`);
  for (const page of pages) assert.equal((await ask(page)).status, 200, page[0]);
});

await faulty('one hung worker: the others answer, and it is ended after its time', async () => {
  await every(16);
  fault('hang:1');
  const begin = Date.now();
  const hung = get('/linh-vuc?hang=1');
  try {
    await until(() => log('public').includes('fault: hang'), 'the hang');
  } finally {
    fault('');
  }
  const times = [];
  for (let i = 0; i < 40; i++) {
    const start = Date.now();
    assert.equal((await get('/thu-tuc?q=khai+sinh', { headers: { Cookie: 'past=the-cache' } })).status, 200);
    times.push(Date.now() - start);
  }
  assert.ok(Math.max(...times) < 2000, `${Math.max(...times)} ms`);
  // The GET of the hung worker is asked once more of another and succeeds.
  assert.equal((await hung).status, 200);
  assert.ok(Date.now() - begin >= 2900 && Date.now() - begin < 10000, `${Date.now() - begin} ms`);
  assert.match(log('public'), /hangs in a request/);
  await every(16);
});

await restart({});
await test('the instance is well again', async () => {
  await every(4);
  for (const page of pages) assert.deepEqual(await ask(page), usual.get(page), page[0]);
});
done();
