#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Live news of a hall: only its own approved devices hear them, nothing is played back to somebody else, nobody tells
// any from outside; many at once hear all of them; after nginx was away all are back.
import { assert, done, test, until } from '../lib/tap.mjs';
import { Device } from '../lib/device.mjs';
import { dev, end, kill, pids } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';
import { HallDay, ask, listen, tell } from '../lib/hall_now.mjs';

const day = new HallDay();
const cookieOf = (device) => `${device.cookie}=${device.secret}`;
const line = `/kiosk/tin/${day.channel}`;
const board = await Device.of('board');
const display = await Device.of('display');
let number = 1000;
const news = (more) => ({ e: ++number, t: 'A015', c: '3', k: 'called', ...more });

await test('every approved device of the hall hears it, and a display its counter', async () => {
  const [[counter]] = sql("select c.number from device d join counter c on c.id = d.counter_id where d.kind = 'display' and d.state = 'approved' order by d.id limit 1");
  const lines = [listen(line, cookieOf(board)), listen(line, cookieOf(display)), listen(`/kiosk/tin/counter-${day.code}-${counter}`, cookieOf(display))];
  for (const one of lines) assert.equal((await one.opened).status, 200);
  const told = news();
  await tell(day.channel, told);
  await tell(`counter-${day.code}-${counter}`, told);
  for (const one of lines) {
    await one.heard(`data: ${JSON.stringify(told)}`);
    assert.match(one.headers['content-type'], /^text\/event-stream/);
    one.end();
  }
});

await test('who is not approved, was shut out, is of another hall or of the staff hears nothing at all', async () => {
  const [[other]] = sql(`select code from hall where id <> ${day.id} order by id limit 1`);
  const [, name, value] = /^Cookie: ([^=]+)=(\S+)/m.exec((await dev(['cli', 'device', 'add', 'board', '--hall', other])).stdout);
  const revoked = await Device.of('board', 910);
  sql("update device set state = 'revoked' where name like '%-910'");
  const asking = await Device.asking();
  const clerk = (await dev(['as', 'clerk'])).stdout.trim().replace(/^Cookie: /, '');
  const jars = { stranger: '', forged: `${board.cookie}=${'0'.repeat(64)}`, asking: cookieOf(asking), revoked: cookieOf(revoked), 'another hall': `${name}=${value}`, staff: clerk };
  await tell(day.channel, news({ t: 'A777' })); // is kept for half a minute, for those who may
  for (const [who, jar] of Object.entries(jars)) {
    for (const where of [line, `/kiosk/tin/counter-${day.code}-1`]) {
      const one = await listen(where, jar).opened;
      assert.ok([403, 404].includes(one.status), `${who}, ${where}: ${one.status}`);
      assert.doesNotMatch(one.text, /A777/);
      one.end();
    }
    // The last event's number lets a browser ask for what it missed.
    const since = await ask({ path: line, headers: { Accept: 'text/event-stream', 'Last-Event-ID': '0:0', ...(jar && { Cookie: jar }) } });
    assert.ok([403, 404].includes(since.status), `${who} asks for what was`);
    assert.doesNotMatch(since.body, /A777|data:/);
  }
  sql(`update device set state = 'revoked' where kind = 'board' and hall_id <> ${day.id}`);
});

await test('nobody tells news from outside, whatever the method and whoever it is', async () => {
  const heard = listen(line, cookieOf(board));
  await heard.opened;
  const jars = ['', cookieOf(board), (await dev(['as', 'admin'])).stdout.trim().replace(/^Cookie: /, '')];
  const places = [line, `/ve/tin/${day.channel}`, `/can-bo/tin/${day.channel}`, `/${day.channel}`, `/live/${day.channel}`, `/en${line}`];
  for (const where of places) {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      for (const jar of jars) {
        const answer = await ask({ path: where, method, headers: { 'Content-Type': 'application/json', ...(jar && { Cookie: jar }) } }, '{"e":1,"t":"Z666","k":"called","c":"1"}');
        assert.ok(answer.status >= 400, `${method} ${where}: ${answer.status}`);
        assert.doesNotMatch(answer.body, /subscribers|queued messages/, `${method} ${where}`);
      }
    }
  }
  // The address of the publisher is behind a socket; its name as a host reaches nothing.
  for (const host of ['live', 'live.sock', '127.0.0.1:live']) {
    const answer = await ask({ path: `/${day.channel}`, headers: { Host: host } });
    assert.ok(answer.status >= 400, host);
    assert.doesNotMatch(answer.body, /subscribers/);
  }
  await tell(day.channel, news({ t: 'A002' }));
  await heard.heard('A002');
  assert.doesNotMatch(heard.text, /Z666/);
  heard.end();
});

await test('pages of other sites are told nothing', async () => {
  for (const where of [line, `/ve/tin/${day.channel}`]) {
    const one = await listen(where, cookieOf(board), { Origin: 'https://elsewhere.example' }).opened;
    assert.equal(one.status, 403);
    assert.equal(one.headers['access-control-allow-credentials'], undefined);
    assert.doesNotMatch(one.text, /data:/);
    one.end();
  }
});

await test('a browser that was away a moment is told what it missed, and nothing twice', async () => {
  const first = listen(line, cookieOf(board));
  await first.opened;
  await tell(day.channel, news({ t: 'A101' }));
  await first.heard('A101');
  const id = [...first.text.matchAll(/^id: (\S+)/gm)].at(-1)[1];
  first.end();
  await tell(day.channel, news({ t: 'A102' }));
  const second = listen(line, cookieOf(board), { 'Last-Event-ID': id });
  await second.heard('A102');
  assert.doesNotMatch(second.text, /A101/);
  second.end();
});

// Fifty of them, boards and phones: each hears each call once, in order.
async function crowd(n) {
  const lines = Array.from({ length: n }, (_, i) => (i % 5 ? listen(`/ve/tin/${day.channel}`) : listen(line, cookieOf(board))));
  await Promise.all(lines.map((one) => one.opened));
  return lines;
}
async function all_hear(lines, labels) {
  for (const t of labels) await tell(day.channel, news({ t }));
  await Promise.all(lines.map((one) => one.heard(labels.at(-1))));
  for (const one of lines) assert.deepEqual([...one.text.matchAll(/"t":"(\w+)"/g)].map((m) => m[1]).slice(-labels.length), labels);
}
await test('fifty screens hear twenty calls, each once and in order', async () => {
  const lines = await crowd(50);
  const labels = Array.from({ length: 20 }, (_, i) => `B${String(i + 1).padStart(3, '0')}`);
  await all_hear(lines, labels);
  for (const one of lines) assert.equal(one.text.split('"B007"').length, 2);
  lines.forEach((one) => one.end());
});

for (const signal of ['SIGQUIT', 'SIGKILL']) {
  await test(`nginx ends (${signal}) and comes back: every line is closed, none looks alive, all may listen again`, async () => {
    const lines = await crowd(20);
    if (signal === 'SIGKILL') pids('nginx').forEach((pid) => kill(pid));
    await end('nginx', signal);
    await until(() => lines.every((one) => one.closed), 'the end of every line', 25000);
    await dev(['up']);
    const again = await crowd(20);
    await all_hear(again, ['C001', 'C002']);
    again.forEach((one) => one.end());
  });
}
done();
