#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// How a device of the hall comes in: its code, what copies and forgeries of its cookie are worth, and that nobody can
// fill the table by asking.
import { assert, done, test } from '../lib/tap.mjs';
import { Device, hall } from '../lib/device.mjs';
import { dev, end } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';

const asking = () => Number(sql("select count(*) from device where state = 'asking'")[0][0]);
const clear = () => sql("delete from device where state = 'asking'");
hall();
clear();

await test('a device asks, shows its code, and asks only once', async () => {
  const device = await Device.asking();
  assert.equal(device.asked.status, 303);
  assert.equal(device.asked.to, '/kiosk?ghep=1');
  assert.match(device.asked.headers['set-cookie'][0], /^thietbi=[\w-]{43}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Strict$/);
  assert.match(await device.code(), /^\d{6}$/);
  assert.equal(await device.state(), 'asking');
  const [[code, from, kind]] = sql("select pairing_code, asked_from, ifnull(kind, '-') from device where state = 'asking'");
  assert.deepEqual([code, from, kind], [await device.code(), '127.0.0.1', '-']);
  assert.equal(sql(`select count(*) from device where secret_hash like '%${device.secret}%'`)[0][0], '0', 'the secret itself is not stored');
});
await test('a browser that keeps no cookie is told so, and asks no second time', async () => {
  clear();
  const page = (await new Device().ask('/kiosk?ghep=1')).body;
  assert.match(page, /data-pair="cookies"/);
  assert.doesNotMatch(page, /data-pair-ask/);
});
await test('looking at the page or its state asks for nothing', async () => {
  clear();
  for (let i = 0; i < 20; i++) {
    await new Device().ask('/kiosk');
    assert.equal(await new Device().state(), 'unknown');
  }
  assert.equal(asking(), 0);
});
await test('after 15 minutes the code has ended; the same device gets another one', async () => {
  clear();
  const device = await Device.asking();
  const code = await device.code();
  sql("update device set asked_at = asked_at - interval 15 minute where state = 'asking'");
  assert.equal(await device.state(), 'ended');
  assert.equal(await device.code(), '');
  const again = await device.send('/kiosk', {}, '/kiosk/ghep');
  assert.equal(again.status, 303);
  assert.equal(again.headers['set-cookie'], undefined, 'it keeps its secret');
  assert.match(await device.code(), /^\d{6}$/);
  assert.notEqual(await device.code(), code);
  assert.equal(asking(), 1);
});
await test('a form of one device is nothing in the hands of another', async () => {
  clear();
  const [one, two] = [await Device.asking(), await Device.asking()];
  sql("update device set asked_at = asked_at - interval 15 minute where state = 'asking'");
  const token = await one.token('/kiosk', '/kiosk/ghep');
  const post = (device) => device.ask('/kiosk/ghep', { method: 'POST', form: { token } });
  assert.equal((await post(two)).status, 403, 'swapped');
  assert.equal((await post(new Device())).status, 403, 'without a cookie');
  assert.equal(await two.code(), '');
  assert.equal((await post(one)).status, 303);
});
await test('a form from another site is refused', async () => {
  const device = new Device();
  const token = await device.token('/kiosk', '/kiosk/ghep');
  for (const headers of [{ Origin: 'https://vi-du.example' }, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site', Origin: 'https://a.vi-du.example' }]) {
    assert.equal((await device.ask('/kiosk/ghep', { method: 'POST', form: { token }, headers })).status, 403);
  }
});
await test('a thousand askers of one network take 20 places, those of all networks 200, and no approved device notices', async () => {
  clear();
  const kiosk = await Device.of('kiosk');
  const ask = async (from) => (await Device.asking(from)).asked.status;
  const many = async (n, from) => {
    const answers = [];
    for (let i = 0; i < n; i += 8) answers.push(...await Promise.all(Array.from({ length: Math.min(8, n - i) }, () => ask(from))));
    return answers;
  };
  const one = await many(1000);
  assert.ok(one.includes(429) && one.every((status) => status === 303 || status === 429));
  assert.ok(asking() >= 20 && asking() < 28, `${asking()}: at most the workers of one moment more`);
  sql(`insert into device (secret_hash, pairing_code, asked_at, asked_from)
       select unhex(sha2(concat('thu', seq), 256)), lpad(seq, 6, '0'), (select max(asked_at) from device where state = 'asking'), concat('10.1.', seq % 100, '.1') from seq_1_to_175`);
  const before = asking();
  const rest = await many(40, '127.0.0.7');
  assert.ok(asking() <= Math.max(200, before) + 7, `${asking()} are asking`);
  assert.ok(rest.includes(429));
  assert.match((await (new Device('127.0.0.9')).send('/kiosk', {}, '/kiosk/ghep')).body, /data-pair="full"/);
  assert.equal((await kiosk.ask('/kiosk/trang-dau')).status, 200);
  clear();
});
const report = (device, form = {}, headers = {}) => device.ask('/kiosk/suc-khoe', { method: 'POST', form: { ban: '0.1.0-00000000', trang: '/kiosk/bang', 'dong-ho': String(Date.now()), ...form }, headers });
const row = (device) => sql(`select ifnull(seen_at, '-'), version, page, ifnull(drift_ms, '-'), printer from device where secret_hash is not null and name = '${device.name}'`)[0];
await test('a report is noted, answers what a page of today is made of, and leaves no request key behind', async () => {
  const board = await Device.of('board', 700);
  board.name = 'board-700';
  const keys = () => sql('select count(*) from request_key')[0][0];
  const before = keys();
  const answer = await report(board, { 'dong-ho': String(Date.now() + 90000), 'may-in': 'none' });
  assert.equal(answer.status, 200);
  const said = JSON.parse(answer.body);
  assert.ok(Math.abs(said.now - Date.now()) < 3000);
  assert.match(said.local, /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  assert.ok(['open', 'break', 'early', 'stopped', 'over', 'holiday', 'rest'].includes(said.hall.state), JSON.stringify(said.hall));
  assert.match(said.hall.next, /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)?$/);
  assert.match(said.version, /^\d+\.\d+\.\d+-[0-9a-f]{8}$/);
  const [seen, version, page, drift, printer] = row(board);
  assert.notEqual(seen, '-');
  assert.deepEqual([version, page, printer], ['0.1.0-00000000', '/kiosk/bang', 'none']);
  assert.ok(Number(drift) > 87000 && Number(drift) < 93000, drift);
  assert.equal(keys(), before);
});
await test('a page says by its marks what it was made of; another setting is another mark', async () => {
  const kiosk = await Device.of('kiosk', 701);
  const marks = async () => /data-health-version="([^"]+)" data-health-settings="([^"]+)"/.exec((await kiosk.ask('/kiosk/trang-dau')).body).slice(1);
  const said = JSON.parse((await report(kiosk)).body);
  assert.deepEqual(await marks(), [said.version, said.settings]);
  sql("update device set text_px = 44 where name = 'kiosk-701'");
  const later = JSON.parse((await report(kiosk)).body);
  assert.equal(later.version, said.version);
  assert.notEqual(later.settings, said.settings);
  const page = (await kiosk.ask('/kiosk/trang-dau')).body;
  assert.match(page, /href="\/kiosk\/co-chu\/44"/);
  const sheet = await kiosk.ask('/kiosk/co-chu/44');
  assert.equal(sheet.body, ':root{--mc-text:44px}\n');
  assert.match(sheet.headers['content-type'], /^text\/css/);
  for (const px of ['4', '400', '-1', '44px', '44;}']) assert.equal((await kiosk.ask(`/kiosk/co-chu/${encodeURIComponent(px)}`)).status, 404, px);
});
await test('reports are refused from other sites, and from who is no approved device', async () => {
  const board = await Device.of('board', 702);
  board.name = 'board-702';
  for (const headers of [{ Origin: 'https://vi-du.example' }, { Origin: 'null' }, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }]) {
    assert.equal((await report(board, {}, headers)).status, 403, JSON.stringify(headers));
  }
  assert.equal(row(board)[0], '-');
  clear();
  for (const device of [new Device(), await Device.asking()]) assert.equal((await report(device)).status, 303);
  for (const form of [{ 'may-in': 'fire' }, { 'dong-ho': '-5' }, { 'dong-ho': '1e9' }, { ban: 'x'.repeat(21) }]) {
    const answer = await report(board, form);
    assert.ok(answer.status === 400 || answer.status === 422, `${JSON.stringify(form)}: ${answer.status}`);
  }
  assert.equal((await report(board, { 'dong-ho': '9223372036854775807' })).status, 200);
  assert.equal(row(board)[3], '2147483647');
});
await test('a device listens to the news of its own hall alone', async () => {
  const board = await Device.of('board');
  const { code } = hall();
  for (const channel of [`hall-${code}`, `counter-${code}-1`, `counter-${code}-12`]) assert.equal((await board.ask(`/kiosk/duoc-nghe/${channel}`)).status, 200, channel);
  for (const channel of ['hall-', 'hall-khac', `hall-${code}-1`, `counter-${code}`, `counter-${code}-`, `counter-${code}-1x`, 'counter-khac-1', 'x']) assert.equal((await board.ask(`/kiosk/duoc-nghe/${channel}`)).status, 404, channel);
});
await test('while the program is away each screen is told to come back by itself, and it does', async () => {
  const board = await Device.of('board');
  await end('kiosk');
  try {
    for (const [where, to] of [['/kiosk', '/kiosk'], ['/kiosk/bang', '/kiosk'], ['/en/kiosk/bang', '/en/kiosk']]) {
      const answer = await board.ask(where);
      assert.equal(answer.status, 503);
      assert.equal(answer.headers.refresh, `15; url=${to}`, where);
    }
    assert.equal((await board.ask('/')).headers.refresh, undefined);
  } finally {
    await dev('up');
  }
  const answer = await board.ask('/kiosk');
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.refresh, undefined);
});
done();
