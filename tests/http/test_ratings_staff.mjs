#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Results of votes for officers: whose one sees, what is hidden, words before and after moderation, heaps of votes,
// portraits.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, get, test, url } from '../lib/tap.mjs';
import { hidden, Officer } from '../lib/staff.mjs';
import { Device } from '../lib/device.mjs';
import { dev } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';
import { at, leave, served } from '../lib/served.mjs';

const random = () => crypto.randomBytes(8).readBigUInt64BE() >> 2n;
const user = (login) => {
  const [[id, unit, name]] = sql(`select id, agency_id, name from user where login = '${login}'`);
  return { id, unit, name, login };
};
// So many votes on an officer, the first `good` of them satisfied; in a year nothing else has votes in.
function votes(who, n, good, { year = 2025, month = 3, channel = 'tablet', quarter, reasons = '' } = {}) {
  const rows = Array.from({ length: n }, (_, i) => `(${random()}, '${quarter || `${year}-${String(month).padStart(2, '0')}-${String(3 + (i % 20)).padStart(2, '0')} 09:15:00`}', ${who.id}, ${who.unit}, ${who.unit}, 'visit', '${channel}', ${i < good ? 5 : 2}, '${i < good ? '' : reasons}')`);
  sql(`insert into rating (id, quarter, officer_id, unit_id, agency_id, act, channel, score, reasons) values ${rows.join(', ')}`);
}
const words = (who, text, low = false) => sql(`insert into rating_word (id, month, officer_id, unit_id, agency_id, is_low, words) values (${random()}, '2025-03-01', ${who.id}, ${who.unit}, ${who.unit}, ${low}, '${text}')`);

const clerk = user('clerk'), handler = user('handler'), returner = user('returner'), approver = user('approver'), sealer = user('sealer');
votes(clerk, 12, 9);
votes(handler, 40, 38);
votes(returner, 9, 9);
votes(approver, 5, 0);
votes(sealer, 100, 60);
const people = Object.fromEntries(await Promise.all(['clerk', 'handler', 'head', 'returner', 'supervisor', 'manager', 'admin'].map(async (login) => [login, await Officer.of(login)])));
const page = async (login, query = 'ky=2025') => (await people[login].ask(`/can-bo/danh-gia?${query}`)).body;

// The line of a table that begins with this name, as texts.
function line(html, name) {
  const row = [...html.matchAll(/<tr class="govuk-table__row">([\s\S]*?)<\/tr>/g)].map(([, r]) => r).find((r) => r.includes(`>${name}<`));
  return row && [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell]) => cell.replace(/<[^>]+>/g, '').trim());
}
function wilson(k, n) {
  const z = 1.959963984540054, p = k / n, s = 1 + (z * z) / n;
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const text = (x) => (100 * x).toFixed(1).replace('.', ',');
  return [`${text(p)}%`, `${text((p + (z * z) / (2 * n) - half) / s)} – ${text((p + (z * z) / (2 * n) + half) / s)}%`];
}

await test('supervisor and manager see all officers with count, mean, share and interval, and places only where they differ', async () => {
  for (const login of ['supervisor', 'manager']) {
    const html = await page(login);
    const [share, interval] = wilson(38, 40);
    assert.deepEqual(line(html, handler.name), ['1–2', handler.name, '40', '4,85', share, interval]);
    assert.deepEqual(line(html, sealer.name).slice(0, 3), ['2–3', sealer.name, '100']);
    assert.deepEqual(line(html, clerk.name).slice(0, 3), ['1–3', clerk.name, '12']);
    assert.match(html, />166</, 'the total counts everybody');
  }
});
await test('fewer than ten votes are shown nowhere', async () => {
  const html = await page('manager');
  for (const who of [returner, approver]) assert.deepEqual(line(html, who.name), ['–', who.name, 'Chưa đủ 10 lượt']);
  const csv = (await people.manager.ask('/can-bo/danh-gia.csv?ky=2025&theo=can-bo')).body;
  assert.match(csv, new RegExp(`"${returner.name}","Chưa đủ 10 lượt",,,,,`));
  assert.match(csv, new RegExp(`"${handler.name}",40,0.9500,`));
  const own = await page('returner');
  assert.match(own, /Chưa đủ 10 lượt/);
  assert.doesNotMatch(own, /100,0%/);
});
await test('officers see their own votes and nobody else’s, heads those of their unit', async () => {
  const own = await page('clerk');
  assert.match(own, /75,0%/);
  assert.match(own, /<dd>12<\/dd>/);
  for (const who of [handler, sealer, approver]) assert.ok(!own.includes(who.name), who.login);
  assert.ok(!(await page('clerk', 'ky=2025&theo=can-bo')).includes(handler.name), 'whatever is asked for');
  assert.ok(!(await people.clerk.ask('/can-bo/danh-gia.csv?ky=2025&theo=don-vi')).body.includes('40'));
  const unit = await page('head');
  assert.ok(line(unit, handler.name));
  for (const who of [clerk, sealer, returner]) assert.equal(line(unit, who.name), undefined, who.login);
  assert.equal((await people.admin.ask('/can-bo/danh-gia')).status, 403, 'no administrator by that right alone');
});
await test('a month with few votes is a gap, and they count in the next', async () => {
  votes(sealer, 3, 3, { month: 5 });
  votes(sealer, 30, 29, { month: 6 });
  const html = await page('manager', 'ky=2025&theo=thang');
  assert.deepEqual(line(html, 'Tháng 05/2025'), ['Tháng 05/2025', 'Chưa đủ 10 lượt']);
  assert.match(line(html, 'Tháng 06/2025')[1], /^33 \*/);
  assert.equal(line(html, 'Tháng 03/2025')[1], '166');
  assert.match(html, /tính vào tháng sau/);
  assert.equal([...html.matchAll(/mc-chart__point/g)].length, 2);
  const csv = (await people.manager.ask('/can-bo/danh-gia.csv?ky=2025&theo=thang')).body;
  assert.match(csv, /"Tháng 06\/2025",33,0\.9697,.*"Tháng ít lượt được tính vào tháng sau"/);
  assert.doesNotMatch(await page('manager', 'ky=2025-03'), /tính vào tháng sau/, 'whole by itself');
});
await test('what a month hides is not told by its quarter and the months beside it, nor by the year', async () => {
  const parts = { 1: [12, 12], 2: [5, 4], 3: [20, 20], 10: [12, 11], 11: [6, 5] };
  for (const [month, [n, good]] of Object.entries(parts)) votes(handler, n, good, { year: 2023, month, reasons: 'time' });
  const own = async (period) => {
    const html = await page('handler', `ky=${period}&theo=kenh`);
    const late = /Thời gian chờ, trễ hẹn<\/th><td[^>]*>(\d+)/.exec(html);
    return [Number(/<dt>Lượt đánh giá<\/dt><dd>(\d+)/.exec(html)?.[1] || 0), late && Number(late[1])];
  };
  assert.deepEqual(await own('2023-01'), [12, 0]);
  assert.deepEqual((await own('2023-02'))[0], 0);
  assert.deepEqual(await own('2023-03'), [25, 1], 'those of February with it');
  assert.deepEqual(await own('2023-q1'), [37, 1]);
  assert.deepEqual(await own('2023-10'), [12, 1]);
  assert.deepEqual((await own('2023-11'))[0], 0);
  assert.deepEqual(await own('2023-q4'), [12, 1], 'not 18, less the 12 of October');
  assert.deepEqual(await own('2023'), [49, 2]);
  assert.match((await people.handler.ask('/can-bo/danh-gia.csv?ky=2023-q4&theo=kenh')).body, /"Màn hình tại quầy",12,0\.9167,.*"Tháng ít lượt được tính vào tháng sau"/);
});
await test('what a line hides is not told by the total less the others, this month or by what is new in it', async () => {
  for (const [who, n] of [[sealer, 40], [returner, 5], [approver, 6]]) votes(who, n, n, { year: 2023, month: 5 });
  for (const [who, n] of [[sealer, 40], [returner, 1]]) votes(who, n, n, { year: 2023, month: 6 });
  const total = (html) => Number(/<dt>Lượt đánh giá<\/dt><dd>(\d+)/.exec(html)?.[1] || 0);
  const may = await page('manager', 'ky=2023-05&theo=can-bo'), june = await page('manager', 'ky=2023-06&theo=can-bo');
  assert.equal(total(may), 51);
  assert.equal(line(may, sealer.name)[2], '40');
  assert.equal(total(june), 41);
  assert.deepEqual(line(june, sealer.name), ['–', sealer.name, 'Ẩn để không suy ra được dòng khác']);
  assert.deepEqual(line(june, returner.name), ['–', returner.name, 'Chưa đủ 10 lượt']);
  assert.equal(line(june, approver.name), undefined, 'nothing came in for this one');
});
await test('by channel, by unit, by procedure; periods there are not', async () => {
  votes(handler, 20, 20, { channel: 'dossier' });
  assert.equal(line(await page('manager', 'ky=2025&theo=kenh'), 'Trang hồ sơ, tin nhắn')[1], '20');
  for (const by of ['don-vi', 'co-quan', 'thu-tuc', 'nhom']) assert.equal((await people.manager.ask(`/can-bo/danh-gia?ky=2025-q1&theo=${by}`)).status, 200, by);
  for (const bad of ['2025-q5', '2025-13', '1', '2025-1', '20251', '2025-q', '2025-03-04']) assert.equal((await people.manager.ask(`/can-bo/danh-gia?ky=${bad}`)).status, 404, bad);
});

// ---- words ------------------------------------------------------------------------------------------

words(clerk, 'Giải thích tận tình', false);
words(clerk, 'Ông Ba ở quầy hai lười', true);
words(returner, 'Chờ hơi lâu');
const form = (html, text) => /action="(\/can-bo\/danh-gia\/y-kien\/\d+)"/.exec(html.slice(html.indexOf(text)))[1];
await test('words are read by moderators alone until they are shown, and have no day', async () => {
  for (const login of ['clerk', 'head', 'manager']) assert.ok(!(await page(login)).includes('tận tình'), login);
  assert.equal((await people.clerk.ask('/can-bo/danh-gia/y-kien')).status, 403);
  const list = (await people.supervisor.ask('/can-bo/danh-gia/y-kien')).body;
  for (const text of ['Giải thích tận tình', 'Ông Ba ở quầy hai lười', 'Chờ hơi lâu']) assert.ok(list.includes(text), text);
  assert.match(list, /03\/2025/);
  assert.doesNotMatch(list, /\d\d\/03\/2025/);
});
await test('shown words are for the officer and the heads, hidden ones for nobody; each is decided once', async () => {
  const list = (await people.supervisor.ask('/can-bo/danh-gia/y-kien')).body;
  const decide = async (text, viec) => {
    const action = form(list, text);
    return people.supervisor.ask(action, { method: 'POST', form: { ...hidden(list, action), viec } });
  };
  assert.equal((await decide('Giải thích tận tình', 'hien')).status, 303);
  assert.equal((await decide('Ông Ba ở quầy hai lười', 'an')).status, 303);
  assert.equal((await decide('Chờ hơi lâu', 'hien')).status, 303);
  const again = (await people.manager.ask('/can-bo/danh-gia/y-kien')).body;
  assert.ok(!again.includes('tận tình') && !again.includes('lười'));
  const own = await page('clerk');
  assert.ok(own.includes('Giải thích tận tình') && !own.includes('lười'));
  assert.ok(!(await page('returner')).includes('Chờ hơi lâu'), 'with nine votes even words would tell');
  assert.ok(!(await page('handler')).includes('tận tình'), 'not a colleague');
  const action = form(list, 'Giải thích tận tình');
  const fresh = hidden((await people.manager.ask('/can-bo/danh-gia/y-kien')).body, action);
  assert.equal(fresh, null);
});

await test('nobody decides about words on himself, and a head reads none on whoever has too few votes', async () => {
  const text = 'Phụ trách nói to quá';
  words(user('supervisor'), text, true);
  const list = (await people.manager.ask('/can-bo/danh-gia/y-kien')).body;
  assert.ok(list.includes(text));
  const own = (await people.supervisor.ask('/can-bo/danh-gia/y-kien')).body;
  assert.ok(!own.includes(text));
  const action = form(list, text);
  words(clerk, 'Để lấy mẫu đơn');
  const other = (await people.supervisor.ask('/can-bo/danh-gia/y-kien')).body;
  const key = hidden(other, form(other, 'Để lấy mẫu đơn'));
  assert.equal((await people.supervisor.ask(action, { method: 'POST', form: { ...key, viec: 'an' } })).status, 403);
  assert.ok((await people.manager.ask('/can-bo/danh-gia/y-kien')).body.includes(text), 'it still waits for somebody else');
  assert.ok(!(await page('manager')).includes('Chờ hơi lâu'), 'with nine votes, on no page');
});

await test('an officer who posts a decision about words on himself is refused, with a form that holds, and nothing is written', async () => {
  const text = 'Cán bộ cười tươi';
  const me = user('supervisor');
  const decisions = () => sql("select count(*) from audit where type = 'rating_words_moderated'")[0][0];
  words(clerk, text);
  const list = (await people.supervisor.ask('/can-bo/danh-gia/y-kien')).body;
  const action = form(list, text);
  const key = hidden(list, action); // a key of his own for this address: the words turn out to be about himself
  sql(`update rating_word set officer_id = ${me.id} where words = '${text}'`);
  assert.ok(!(await people.supervisor.ask('/can-bo/danh-gia/y-kien')).body.includes(text), 'the form is not offered');
  const before = decisions();
  for (const viec of ['hien', 'an']) {
    const answer = await people.supervisor.ask(action, { method: 'POST', form: { ...key, viec } });
    assert.equal(answer.status, 404, viec);
    assert.deepEqual(sql(`select state, moderated_by from rating_word where words = '${text}'`), [['new', 'NULL']]);
  }
  assert.equal(decisions(), before);
  const other = (await people.manager.ask('/can-bo/danh-gia/y-kien')).body;
  assert.equal((await people.manager.ask(action, { method: 'POST', form: { ...hidden(other, action), viec: 'an' } })).status, 303, 'somebody else decides');
  assert.equal(sql(`select state from rating_word where words = '${text}'`)[0][0], 'hidden');
});

// ---- nobody's vote by looking again ---

await test('what came in since the last look is not told: one’s own votes after the month, others’ after the day', async () => {
  const row = async (login, who) => line((await (await Officer.of(login)).ask('/can-bo/danh-gia?ky=2024')).body, who.name)?.[2];
  const own = async () => /<dt>Lượt đánh giá<\/dt><dd>(\d+)/.exec((await (await Officer.of('clerk')).ask('/can-bo/danh-gia?ky=2024&theo=kenh')).body)?.[1];
  const published = async () => {
    const html = await (await get('/danh-gia', { headers: { cookie: 'a=b' } })).text(); // past the cache in front
    return line(html, sql(`select name from agency where id = ${clerk.unit}`)[0][0])?.[1];
  };
  votes(clerk, 20, 20, { quarter: '2024-07-10 09:15:00' });
  votes(clerk, 15, 15, { quarter: '2024-08-14 09:15:00' });
  try {
    await dev(['clock', '2024-08-15 10:00']);
    const before = [await own(), await row('supervisor', clerk), await published()];
    assert.deepEqual(before, ['20', '35', '20']);
    votes(clerk, 1, 0, { quarter: '2024-08-15 09:45:00' });
    assert.deepEqual([await own(), await row('supervisor', clerk), await published()], before);
    const usual = (await (await Officer.of('clerk')).ask('/can-bo/danh-gia')).body;
    assert.match(usual, /value="2024-q3" selected/);
    await dev(['clock', '2024-08-16 10:00']);
    assert.deepEqual([await own(), await row('supervisor', clerk)], ['20', '36']);
    await dev(['clock', '2024-09-01 10:00']);
    assert.deepEqual([await own(), await row('supervisor', clerk), await published()], ['36', '36', '36']);
  } finally {
    await dev(['clock', 'real']);
  }
});

// ---- heaps --------------------------------------------------------------------------------------------

await test('a heap of votes in a quarter of an hour is shown to the supervisor, with what was expected', async () => {
  await dev(['clock', '2025-10-20 09:00']);
  try {
    for (let day = 1; day <= 28; day++) votes(clerk, 2, 2, { quarter: `2025-09-${String(day).padStart(2, '0')} 09:15:00` });
    votes(clerk, 9, 9, { quarter: '2025-10-15 16:45:00' });
    const supervisor = await Officer.of('supervisor');
    const html = (await supervisor.ask('/can-bo/danh-gia/bat-thuong')).body;
    assert.match(html, /15\/10\/2025/);
    assert.match(html, /16:45 – 17:00/);
    assert.match(html, /<strong>9<\/strong>/);
    assert.equal((await (await Officer.of('clerk')).ask('/can-bo/danh-gia/bat-thuong')).status, 403);
  } finally {
    await dev(['clock', 'real']);
  }
});

// ---- portraits ------------------------------------------------------------------------------------------

const jpeg = fs.readFileSync(path.join(process.env.MOTCUA_TOP, 'tests/fuzz/corpus/file/a.jpg'));
const told = Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, 20]), Buffer.from('Exif\0\0NHA-RIENG-123').subarray(0, 18), jpeg.subarray(2)]);
async function send(officer, where, bytes, name) {
  const body = new FormData();
  const { token } = hidden((await officer.ask(where)).body, where);
  body.append('token', token);
  body.append('tepmoi', new Blob([bytes]), name);
  return fetch(url + where, { method: 'POST', body, redirect: 'manual', headers: { Cookie: Object.entries(officer.jar).map(([n, v]) => `${n}=${v}`).join('; ') } });
}
await test('the portrait is set by an administrator, without what the camera wrote, and shown at the counter', async () => {
  const where = `/can-bo/nguoi-dung/${clerk.id}/anh`;
  assert.equal((await people.manager.ask(where)).status, 403);
  assert.equal((await send(people.admin, where, Buffer.from('%PDF-1.4 not a picture'), 'a.jpg')).status, 422);
  assert.equal((await send(people.admin, where, Buffer.alloc(210 * 1024, 1), 'a.jpg')).status, 422);
  assert.ok(told.includes('NHA-RIENG'));
  assert.equal((await send(people.admin, where, told, 'chan dung.jpg')).status, 303);
  await at('09:01:00');
  try {
    const tablet = await Device.of('rating', 1);
    const [[counter]] = sql("select counter_id from device where kind = 'rating' and name like '%-1' order by id limit 1");
    leave(counter);
    served(counter, 'clerk');
    assert.match((await tablet.ask('/kiosk/danh-gia')).body, /src="\/kiosk\/danh-gia\/anh"/);
    const { service } = JSON.parse((await tablet.ask('/kiosk/danh-gia/trang-thai')).body);
    for (const address of ['/kiosk/danh-gia/anh', `/danh-gia/${service}/anh`]) {
      const answer = await fetch(url + address, { headers: { Cookie: `${tablet.cookie}=${tablet.secret}` } });
      assert.equal(answer.status, 200, address);
      assert.equal(answer.headers.get('content-type'), 'image/jpeg');
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.ok(!bytes.includes('NHA-RIENG'));
      assert.deepEqual(bytes, jpeg);
    }
    leave(counter);
  } finally {
    await dev(['clock', 'real']);
  }
  const drop = (await people.admin.ask(where)).body;
  assert.equal((await people.admin.ask(`${where}/go`, { method: 'POST', form: hidden(drop, `${where}/go`) })).status, 303);
  assert.deepEqual(sql(`select count(*) from user_photo where user_id = ${clerk.id}`), [['0']]);
});
done();
