#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The script all live screens follow a hall with, in simulated time: a server that goes away, comes back, sends twice,
// answers from a cache, answers nothing. Every second that passes here is counted, none is waited for.
import fs from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { assert, done, test } from '../lib/tap.mjs';

const script = fs.readFileSync(path.join(process.env.MOTCUA_TOP, 'assets/js/live.js'), 'utf8');
const MORNING = Date.parse('2026-02-12T09:00:00Z');

// A page with one feed, and the server it follows.
class World {
  constructor(options = {}) {
    this.ms = 0;
    this.wall = 5_000_000;
    this.timers = [];
    this.server = { up: true, handlers: true, silent: false, status: 200, snapshot: { last: 1 }, asked: 0, hangs: false };
    this.sources = [];
    this.calls = { onEvent: [], onSnapshot: [], onState: [], onRefused: [] };
    this.band = { hidden: true, dataset: { since: 'từ {time}', never: 'chưa có' }, text: { textContent: '' }, querySelector: () => this.band.text };
    this.html = {};
    const context = vm.createContext(this.globals());
    context.window = context;
    vm.runInContext(script, context);
    const heard = Object.fromEntries(Object.keys(this.calls).map((name) => [name, (value) => this.calls[name].push(value)]));
    this.feed = context.MotcuaLive.follow({ events: '/tin', snapshot: '/anh', ...heard, ...options });
  }

  globals() {
    const world = this;
    return {
      performance: { now: () => world.ms },
      Date: class extends Date { static now() { return world.ms + world.wall; } },
      Math: Object.assign(Object.create(Math), { random: () => 1, max: Math.max, min: Math.min, pow: Math.pow, abs: Math.abs }),
      document: { querySelector: () => world.band, documentElement: { setAttribute: (n, v) => { world.html[n] = v; } }, addEventListener() {}, removeEventListener() {}, visibilityState: 'visible' },
      addEventListener() {}, removeEventListener() {},
      setInterval: (act, every) => world.timer(act, every, every), clearInterval: (id) => world.clear(id),
      setTimeout: (act, wait) => world.timer(act, wait || 0), clearTimeout: (id) => world.clear(id),
      AbortController, EventSource: this.sourceClass(), fetch: (address, init) => world.fetch(address, init), JSON, console,
    };
  }

  timer(act, wait, every) {
    this.timers.push({ id: this.timers.length, at: this.ms + wait, act, every });
    return this.timers.length - 1;
  }
  clear(id) {
    if (this.timers[id]) this.timers[id].at = Infinity;
  }

  sourceClass() {
    const world = this;
    return class {
      constructor() {
        this.on = {};
        world.sources.push(this);
        world.timer(() => {
          if (this.closed) return;
          if (world.server.up && !world.server.hangs) this.onopen({});
          else if (!world.server.up) this.onerror({});
        }, 20);
        this.pings = world.timer(() => {
          if (!this.closed && world.server.up && !world.server.silent) this.on.beat?.({ data: '' });
        }, 4000, 4000);
      }
      addEventListener(name, act) { this.on[name] = act; }
      close() { this.closed = true; world.clear(this.pings); }
    };
  }

  fetch(address, { headers, signal }) {
    const server = this.server;
    const world = this;
    server.asked++;
    server.address = address;
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
      world.timer(() => {
        if (!server.up) return reject(new TypeError('failed'));
        if (server.hangs) return undefined;
        const text = JSON.stringify(server.snapshot);
        const time = new Date(MORNING + world.ms).toISOString().slice(0, 19).replace('T', ' ');
        const status = !server.handlers ? 502 : server.status !== 200 ? server.status : headers['If-None-Match'] === text ? 304 : 200;
        return resolve({ status, headers: { get: (name) => ({ 'Motcua-Time': time, ETag: text })[name] }, text: async () => (status === 200 ? text : '') });
      }, 20);
    });
  }

  // An event on the open connection.
  say(event) {
    const source = this.sources.at(-1);
    if (this.server.up && !source.closed) source.onmessage({ data: typeof event === 'string' ? event : JSON.stringify(event) });
  }

  stop(restart) {
    this.server.up = Boolean(restart);
    const source = this.sources.at(-1);
    if (!source.closed) source.onerror({});
  }

  // Time passes, in steps in which every promise settles; ends early once `until()` is true. Answers how long it took.
  async pass(ms, until = () => false) {
    const begin = this.ms;
    for (const end = this.ms + ms; this.ms < end; ) {
      this.ms += 10;
      for (const timer of this.timers.filter((t) => t.at <= this.ms)) {
        timer.at = timer.every ? this.ms + timer.every : Infinity;
        timer.act();
      }
      for (let i = 0; i < 8; i++) await null;
      await new Promise((r) => setImmediate(r));
      if (until()) break;
    }
    return this.ms - begin;
  }
}

const lost = (w) => () => w.feed.state === 'lost';
const live = (w) => () => w.feed.state === 'live';

await test('a page is live at once, and stays so with a snapshot each 15 s', async () => {
  const w = new World();
  assert.ok((await w.pass(1000, live(w))) < 1000);
  assert.equal(w.html['data-live'], 'live');
  const asked = w.server.asked;
  await w.pass(60000);
  assert.deepEqual(w.calls.onState, ['live']);
  assert.ok(w.server.asked - asked >= 3 && w.server.asked - asked <= 5, `${w.server.asked - asked} snapshots in a minute`);
  assert.equal(w.calls.onSnapshot.length, 1, 'the same snapshot is handed on once');
  assert.ok(w.band.hidden);
});

await test('an event arrives once however often it is sent; the snapshot follows, once for a burst', async () => {
  const w = new World({ kept: true });
  await w.pass(1000);
  assert.equal(w.server.address, '/anh');
  const asked = w.server.asked;
  for (const e of [7, 8, 7, 9, 8]) w.say({ e, t: `A00${e}` });
  w.say('not JSON');
  assert.deepEqual(w.calls.onEvent.map((v) => v.e), [7, 8, 9]);
  w.server.snapshot = { last: 9 };
  await w.pass(1000);
  assert.equal(w.server.asked, asked + 1);
  assert.equal(w.server.address, '/anh?sau=9', 'not what nginx has kept since before');
  assert.deepEqual(w.calls.onSnapshot.at(-1), { last: 9 });
});

await test('news without a number, of a counter, are not thrown away; the snapshot follows when the kept one is gone', async () => {
  const w = new World({ kept: true });
  await w.pass(1000);
  for (let i = 0; i < 2; i++) w.say({ e: 0, k: 'counter', c: '3' });
  assert.equal(w.calls.onEvent.length, 2);
  const asked = w.server.asked;
  await w.pass(2000);
  assert.equal(w.server.asked, asked);
  await w.pass(3000);
  assert.equal(w.server.asked, asked + 1);
});

await test('phones ask late and not all at once', async () => {
  const w = new World({ settleMs: 6000 });
  await w.pass(1000);
  const asked = w.server.asked;
  w.say({ e: 1 });
  await w.pass(1000);
  w.say({ e: 2 });
  await w.pass(5000);
  assert.equal(w.server.asked, asked);
  await w.pass(6000);
  assert.equal(w.server.asked, asked + 1);
});

await test('an event while a snapshot is under way is followed by another one', async () => {
  const w = new World();
  await w.pass(14000);
  const asked = w.server.asked;
  w.feed.refresh();
  w.say({ e: 5 });
  w.server.snapshot = { last: 5 };
  await w.pass(2000);
  assert.equal(w.server.asked, asked + 2);
  assert.deepEqual(w.calls.onSnapshot.at(-1), { last: 5 });
});

await test('the server ends: the band within 10 s with the time of what is shown; back within 5 s with the newest', async () => {
  for (const after of [500, 7000, 14000]) {
    const w = new World();
    await w.pass(after);
    w.stop();
    const took = await w.pass(20000, lost(w));
    assert.ok(took <= 10000, `${took} ms`);
    assert.equal(w.band.hidden, false);
    const shown = /^từ (\d\d:\d\d:\d\d)$/.exec(w.band.text.textContent);
    const said = Date.parse(`2026-02-12T${shown[1]}Z`) - MORNING;
    assert.ok(said <= after && said >= after - 5000, `${shown[1]} after ${after} ms`);
    await w.pass(60000);
    assert.equal(w.band.text.textContent, shown[0], 'the time stands still');
    w.server.up = true;
    w.server.snapshot = { last: 77 };
    const back = await w.pass(20000, live(w));
    assert.ok(back <= 5000, `back after ${back} ms`);
    assert.deepEqual(w.calls.onSnapshot.at(-1), { last: 77 });
    assert.ok(w.band.hidden);
  }
});

await test('a restart shorter than the band needs nobody to know, and nothing is missed', async () => {
  const w = new World();
  await w.pass(5000);
  w.stop();
  await w.pass(1500);
  w.server.up = true;
  w.server.snapshot = { last: 12 };
  await w.pass(5000, live(w));
  assert.deepEqual(w.calls.onSnapshot.at(-1), { last: 12 });
  assert.ok(!w.calls.onState.includes('lost'));
});

await test('a connection that stays open and says nothing is lost within 10 s, and tried anew', async () => {
  const w = new World();
  await w.pass(6000);
  w.server.silent = true;
  w.server.hangs = true;
  const took = await w.pass(20000, lost(w));
  assert.ok(took <= 10000, `${took} ms`);
  const tries = w.sources.length;
  await w.pass(20000);
  assert.ok(w.sources.length > tries + 1);
  w.server.hangs = w.server.silent = false;
  assert.ok((await w.pass(20000, live(w))) <= 5000);
});

await test('handlers are dead and nginx is not: boards say so within 10 s, phones within 20', async () => {
  for (const [everyS, most] of [[5, 10000], [15, 20000]]) {
    for (const after of [3000, 6300, 9900, 14000]) {
      const w = new World({ everyS });
      await w.pass(after);
      w.server.handlers = false;
      const took = await w.pass(30000, lost(w));
      assert.ok(took <= most, `${took} ms, asked each ${everyS} s`);
      w.server.handlers = true;
      assert.ok((await w.pass(20000, live(w))) <= 5000);
    }
  }
});

await test('one snapshot that fails is no reason for a band', async () => {
  const w = new World();
  await w.pass(14500);
  w.server.handlers = false;
  await w.pass(1000, () => !w.feed.synced);
  w.server.handlers = true;
  await w.pass(10000);
  assert.ok(!w.calls.onState.includes('lost'));
  assert.equal(w.feed.state, 'live');
});

await test('without events a page polls, and calls it so', async () => {
  const w = new World({ events: undefined });
  await w.pass(1000);
  assert.equal(w.feed.state, 'polling');
  w.server.snapshot = { last: 3 };
  const took = await w.pass(10000, () => w.calls.onSnapshot.length === 2);
  assert.ok(took <= 5000, `${took} ms`);
  w.server.up = false;
  assert.ok((await w.pass(20000, lost(w))) <= 10000);
});

await test('a page that never got anything says so, and tells no time', async () => {
  const w = new World();
  w.server.up = false;
  await w.pass(11000);
  assert.equal(w.feed.state, 'lost');
  assert.equal(w.band.text.textContent, 'chưa có');
  assert.equal(w.feed.now(), null);
  w.server.up = true;
  assert.ok((await w.pass(20000, live(w))) <= 5000);
});

await test('a machine that slept knows nothing until it has asked', async () => {
  const w = new World();
  await w.pass(5000);
  w.server.hangs = true;
  w.wall += 3_600_000;
  await w.pass(1000);
  assert.equal(w.feed.state, 'lost');
  w.server.hangs = false;
  assert.ok((await w.pass(20000, live(w))) <= 5000);
});

await test('a device that is not let in any more is told, each time', async () => {
  const w = new World();
  await w.pass(1000);
  w.server.status = 403;
  await w.pass(30000);
  assert.ok(w.calls.onRefused.length >= 3);
  assert.ok(w.calls.onRefused.every((status) => status === 403));
  assert.equal(w.feed.state, 'lost');
});

await test('the clock is the server\'s, and a mistake of the page does not end the feed', async () => {
  const w = new World({ onSnapshot: () => { throw new Error('of the page'); } });
  const thrown = [];
  try {
    await w.pass(3000);
  } catch (error) {
    thrown.push(error.message);
  }
  await w.pass(20000);
  assert.deepEqual(thrown, ['of the page'], 'it is still seen in the console');
  assert.equal(w.feed.state, 'live');
  assert.ok(Math.abs(w.feed.now() - (MORNING + w.ms)) <= 1000);
});

await test('a feed that was stopped does nothing more', async () => {
  const w = new World();
  await w.pass(2000);
  w.feed.stop();
  const asked = w.server.asked;
  const states = w.calls.onState.length;
  await w.pass(40000);
  assert.equal(w.server.asked, asked);
  assert.equal(w.calls.onState.length, states);
  assert.ok(w.sources.every((source) => source.closed));
});

done();
