#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What boards and displays are given: the truth of the tables, nobody's name, the state of their own hall alone, made
// once a second however many ask, and never an old one for a new one.
import { assert, done, test } from '../lib/tap.mjs';
import { Device } from '../lib/device.mjs';
import { dev } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';
import { HallDay, listen } from '../lib/hall_now.mjs';

const STATE = '/kiosk/bang/trang-thai';
const DISPLAY = '/kiosk/quay/trang-thai';
const day = new HallDay();
await day.begin();
const board = await Device.of('board');
const display = await Device.of('display');
const [[own]] = sql(`select c.number from device d join counter c on c.id = d.counter_id where d.kind = 'display' and d.state = 'approved' order by d.id limit 1`).map(([n]) => [Number(n)]);
let last = 0;
// The state after everything told so far.
const state = async (device = board) => JSON.parse((await device.ask(`${STATE}${last ? `?sau=${last}` : ''}`)).body);
const shown = async () => JSON.parse((await display.ask(DISPLAY)).body);
const people = () => [...sql('select name from user'), ...sql("select name from party where name <> '' limit 2000")].map(([name]) => name).filter((name) => name.length > 5);

await test('an empty morning: every counter is closed, nobody waits, nothing was called', async () => {
  const now = await state();
  assert.equal(now.hall, day.code);
  assert.equal(now.day, day.day);
  assert.deepEqual(now.calls, []);
  assert.deepEqual(now.counters.map((c) => c.c), Object.keys(day.counters).map(Number).sort((a, b) => a - b));
  assert.ok(now.counters.every((c) => c.state === 'closed' && c.t === ''));
  assert.ok(now.groups.every((g) => g.waiting === 0));
});

await test('calls stand newest first, counters with their numbers, groups with how many wait', async () => {
  day.sit(1, 'clerk');
  day.sit(2, 'handler');
  day.sit(3, 'head', 'paused');
  for (const label of ['A001', 'A002', 'A003', 'A004', 'B001']) day.wait(label);
  await day.call('A001', 1, '09:00:01');
  day.act('A001', 'arrived', 'serving', 1, '09:00:05');
  last = await day.call('A002', 2, '09:00:07');
  const now = await state();
  assert.deepEqual(now.calls.map((c) => [c.t, c.c, c.state]), [['A002', 2, 'called'], ['A001', 1, 'serving']]);
  assert.equal(now.event, last);
  const counter = (n) => now.counters.find((c) => c.c === n);
  assert.deepEqual([counter(1).t, counter(1).ticket, counter(2).t, counter(2).ticket], ['A001', 'serving', 'A002', 'called']);
  assert.deepEqual([counter(1).state, counter(3).state, counter(4).state], ['open', 'paused', 'closed']);
  assert.deepEqual([now.groups.find((g) => g.letter === 'A').waiting, now.groups.find((g) => g.letter === 'B').waiting], [2, 1]);
});

await test('who is called again stands first again, once', async () => {
  for (const at of ['09:01:00', '09:01:10']) last = day.act('A001', 'recalled', 'called', 1, at);
  const now = await state();
  assert.deepEqual(now.calls.map((c) => c.t), ['A001', 'A002']);
  assert.equal(now.calls[0].e, last);
  assert.equal(now.calls[0].at, `${day.day} 09:01:10`);
});

await test('nobody is named: not on the pages, not in the state, not in the news', async () => {
  const line = listen(`/kiosk/tin/${day.channel}`, `${board.cookie}=${board.secret}`);
  await line.opened;
  const texts = [(await board.ask('/kiosk/bang')).body, (await board.ask('/en/kiosk/bang')).body, (await display.ask('/kiosk/quay')).body, (await board.ask(STATE)).body, (await display.ask(DISPLAY)).body];
  last = await day.call('A003', 5, '09:02:00');
  await line.heard('A003');
  line.end();
  texts.push(line.text);
  assert.ok(people().length > 10);
  for (const text of texts) for (const name of people()) assert.ok(!text.includes(name), name);
});

await test('nobody but approved devices sees the state, and each the state of its own hall', async () => {
  const other = Number(sql(`select max(id) from hall where id <> ${day.id}`)[0][0]);
  const [[code]] = sql(`select code from hall where id = ${other}`);
  const [, name, value] = /^Cookie: ([^=]+)=(\S+)/m.exec((await dev(['cli', 'device', 'add', 'board', '--hall', code])).stdout);
  const stranger = new Device();
  const elsewhere = new Device();
  elsewhere.jar[name] = value;
  for (let i = 0; i < 3; i++) {
    assert.equal((await state()).hall, day.code);
    assert.equal((await state(elsewhere)).hall, code, 'what is kept of one hall is not given to another');
  }
  for (const where of [STATE, `${STATE}?sau=${last}`, DISPLAY, '/kiosk/duoc-xem', `/kiosk/duoc-nghe/${day.channel}`]) {
    const answer = await stranger.ask(where);
    assert.ok([303, 403, 404].includes(answer.status), `${where}: ${answer.status}`);
    assert.doesNotMatch(answer.body, /A00[123]/);
  }
  assert.equal((await board.ask('/kiosk/duoc-xem')).status, 404, 'only nginx asks that');
  sql(`update device set state = 'revoked' where hall_id = ${other} and kind = 'board'`);
  assert.equal((await elsewhere.ask(STATE)).status, 404, 'shut out, although nginx keeps it');
});

const madeOf = (answers) => {
  assert.ok(answers.every((a) => a.status === 200));
  return answers.filter((a) => a.headers['x-cache'] !== 'HIT').length;
};
await test('however many ask, the state is made once after each event, else once a second; the same is not sent again', async () => {
  last = day.act('A003', 'recalled', 'called', 5, '09:02:30');
  assert.equal(madeOf(await Promise.all(Array.from({ length: 100 }, () => board.ask(`${STATE}?sau=${last}`)))), 1);
  const answers = [];
  const begun = Date.now();
  for (let i = 0; i < 100; i++) answers.push(await board.ask(STATE));
  assert.ok(madeOf(answers) <= 2 + (Date.now() - begun) / 1000, `${madeOf(answers)} of 100`);
  const { headers } = answers.at(-1);
  assert.match(headers['motcua-time'], /^\d{4}-\d\d-\d\d 09:0\d:\d\d$/);
  const again = await board.ask(STATE, { headers: { 'If-None-Match': headers.etag } });
  assert.equal(again.status, 304);
  assert.equal(again.body, '');
  assert.match(again.headers['motcua-time'], /^\d{4}-\d\d-\d\d 09:0\d:\d\d$/, 'the time is new all the same');
});

await test('who heard an event is never given a state from before it', async () => {
  for (let i = 0; i < 5; i++) {
    await board.ask(STATE); // now it is kept
    last = day.act('A003', 'recalled', 'called', 5, `09:03:0${i}`);
    const now = await state();
    assert.equal(now.event, last);
    assert.equal(now.calls[0].e, last);
  }
});

await test('a display says what its counter does, and names nobody unless the centre wants it', async () => {
  await day.begin();
  assert.deepEqual(Object.keys(await shown()).sort(), ['name', 'state']);
  assert.equal((await shown()).state, 'closed');
  day.sit(own, 'clerk', 'paused');
  assert.equal((await shown()).state, 'paused');
  sql("update counter_session set state = 'open', pause_reason = null where state = 'paused'");
  assert.equal((await shown()).state, 'open');
  day.wait('A010');
  day.act('A010', 'called', 'called', own);
  assert.deepEqual([(await shown()).label, (await shown()).ticket], ['A010', 'called']);
  day.act('A010', 'arrived', 'serving', own);
  assert.equal((await shown()).ticket, 'serving');
  assert.equal((await shown()).officer, undefined);
  sql("update device set shows_officer = true where kind = 'display'");
  const [[name, title]] = sql("select name, title from user where login = 'clerk'");
  assert.deepEqual((await shown()).officer, { name, title });
  day.leave();
  assert.equal((await shown()).officer, undefined, 'nobody sits there');
  sql("update device set shows_officer = false where kind = 'display'");
});

await test('yesterday is over: a session and a ticket of an earlier day are not shown', async () => {
  await day.begin();
  day.sit(own, 'clerk');
  day.wait('A020');
  last = day.act('A020', 'called', 'called', own);
  assert.equal((await state()).calls.length, 1);
  const [[next]] = sql(`select date_add('${day.day}', interval 1 day)`);
  await dev(['clock', `${next} 08:00:00`]);
  last += 1; // nginx keeps the other
  const now = await state();
  assert.deepEqual(now.calls, []);
  assert.equal(now.counters.find((c) => c.c === own).state, 'closed');
  assert.deepEqual(Object.keys(await shown()).sort(), ['name', 'state']);
  assert.equal((await shown()).state, 'closed');
});

await test('one board speaks: the first of the whole hall, else the first of each zone, unless staff say otherwise', async () => {
  const boards = [board];
  for (const n of [801, 802, 803]) boards.push(await Device.of('board', n));
  const order = sql(`select id, name from device where kind = 'board' and state = 'approved' and hall_id = ${day.id} order by id`).map(([id]) => Number(id));
  const before = sql(`select id, zone, ifnull(speaks, 'null') from device where kind = 'board'`);
  const speaks = async () => {
    const out = [];
    for (const b of boards) out.push(/ data-speaks/.test((await b.ask('/kiosk/bang')).body));
    return out.filter(Boolean).length;
  };
  const set = (zones, speak) => order.forEach((id, i) => sql(`update device set zone = '${zones[i] ?? 'X'}', speaks = ${speak[i] ?? 'null'} where id = ${id}`));
  const n = order.length;
  assert.equal(n, boards.length, 'the boards of this test are all there are');
  set(['', '', '', ''], []);
  assert.equal(await speaks(), 1);
  set(['A', 'A', 'B', 'B'], []);
  assert.equal(await speaks(), 2);
  set(['A', '', 'B', ''], []);
  assert.equal(await speaks(), 1, 'a board of the whole hall speaks for the zones');
  set(['', '', '', ''], [0, 0, 'null', 'null']);
  assert.equal(await speaks(), 1);
  set(['', '', '', ''], [0, 0, 0, 0]);
  assert.equal(await speaks(), 0);
  set(['A', 'B', '', 'A'], ['null', 'null', 0, 'null']);
  assert.equal(await speaks(), 2, 'the one of the whole hall is silent, so the zones speak');
  for (const [id, zone, speak] of before) sql(`update device set zone = '${zone}', speaks = ${speak} where id = ${id}`);
  sql(`update device set state = 'revoked' where id in (${order.slice(1).join(', ')})`);
});

await test('a board is loaded anew when it is to speak instead of another one', async () => {
  const settings = async () => /data-health-settings="([^"]+)"/.exec((await board.ask('/kiosk/bang')).body)[1];
  const before = await settings();
  sql(`update device set volume = 60 where kind = 'board'`);
  assert.notEqual(await settings(), before);
  sql(`update device set volume = 100 where kind = 'board'`);
  assert.equal(await settings(), before);
});

day.leave();
await dev(['clock', 'real']);
done();
