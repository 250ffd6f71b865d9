#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Votes: one for each service, by tablet or telephone; who may not vote; and that nobody with all the tables can tell
// who voted.
import { assert, done, get, test } from '../lib/tap.mjs';
import { Device } from '../lib/device.mjs';
import { Officer } from '../lib/staff.mjs';
import { Pdf } from '../lib/paper.mjs';
import { dev } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';
import { at, changed, leave, served, tables } from '../lib/served.mjs';

await at('09:01:00');
const tablet = await Device.of('rating', 1);
const other = await Device.of('rating', 2);
const counters = sql('select c.id from counter c join hall h on h.id = c.hall_id where h.id = (select min(id) from hall) order by c.number').map(([id]) => Number(id));
const [here, there] = [counters[0], counters[1]];

const waiting = async (device = tablet) => JSON.parse((await device.ask('/kiosk/danh-gia/trang-thai')).body).service;
const votes = () => Number(sql('select count(*) from rating')[0][0]);
const vote = (token, score, base = '') => get(`${base}/danh-gia/${token}`, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: `diem=${score}` });
const tap = (device, token, score) => device.ask('/kiosk/danh-gia', { method: 'POST', form: { phieu: token, diem: score } });
// A service that was just finished here, and its address.
async function fresh(options) {
  const id = served(here, 'clerk', options);
  return { id, token: await waiting() };
}

// ---- the tablet ---------------------------------------------------------------------------------

await test('the tablet sleeps until somebody was served at its counter, and shows the officer then', async () => {
  assert.equal(await waiting(), '');
  assert.match((await tablet.ask('/kiosk/danh-gia')).body, /data-rating="asleep"/);
  served(here, 'clerk');
  const page = await tablet.ask('/kiosk/danh-gia');
  assert.match(page.body, /data-rating="open"/);
  const [[name]] = sql("select name from user where login = 'clerk'");
  assert.ok(page.body.includes(name));
  for (const words of ['Rất hài lòng', 'Hài lòng', 'Bình thường', 'Không hài lòng', 'Rất không hài lòng']) assert.ok(page.body.includes(words), words);
  assert.equal(await waiting(other), '', 'another counter knows nothing of it');
});
await test('one tap votes, thanks and sleeps; the same again does nothing', async () => {
  const token = await waiting();
  const before = votes();
  const answer = await tap(tablet, token, 5);
  assert.equal(answer.status, 303);
  assert.match((await tablet.ask(answer.to)).body, /data-rating="thanks"/);
  assert.equal(votes(), before + 1);
  assert.equal(await waiting(), '');
  assert.equal((await tap(tablet, token, 1)).to, '/kiosk/danh-gia/cam-on', 'a vote whose answer got lost comes again');
  assert.equal(votes(), before + 1);
});
await test('a vote that was chosen in time counts when it comes late, on its day and at its counter', async () => {
  const { token } = await fresh();
  const before = votes();
  served(here, 'clerk', { state: 'serving', from: '09:00:30' });
  await at('11:00:00');
  assert.equal(await waiting(), '');
  assert.equal((await tap(other, token, 2)).to, '/kiosk/danh-gia');
  await dev(['clock', '2026-12-02 08:00']);
  assert.equal((await tap(tablet, token, 2)).to, '/kiosk/danh-gia', 'not tomorrow');
  assert.equal(votes(), before);
  await at('11:00:00');
  assert.match((await tap(tablet, token, 5)).to, /\/them\//);
  assert.equal(votes(), before + 1);
  sql("update ticket set state = 'missed' where state = 'serving' and service_date = '2026-12-01'");
  await at('09:01:00');
});
await test('a tablet votes for nothing but its own counter', async () => {
  const { token } = await fresh();
  const before = votes();
  assert.equal((await tap(other, token, 1)).to, '/kiosk/danh-gia');
  assert.equal((await tap(tablet, '0'.repeat(34), 1)).to, '/kiosk/danh-gia');
  assert.equal(votes(), before);
  assert.match((await tap(tablet, token, 4)).to, /\/them\//);
});
await test('what nobody rated is offered for five minutes and not while the next person is served', async () => {
  const { token } = await fresh();
  const left = await tablet.ask(`/kiosk/danh-gia?qua=${token}`);
  assert.match(left.body, /data-rating="asleep"/);
  assert.match(left.body, /href="\/kiosk\/danh-gia"/);
  const next = served(here, 'clerk', { state: 'serving', from: '09:00:30' });
  assert.equal(await waiting(), '');
  sql(`update ticket set state = 'missed' where id = ${next}`);
  assert.equal(await waiting(), token);
  await at('09:04:59');
  assert.equal(await waiting(), token);
  await at('09:05:01');
  assert.equal(await waiting(), '');
  await at('09:01:00');
  await tap(tablet, token, 3);
});
await test('a low vote asks why, once; a high one does not', async () => {
  const { token } = await fresh();
  const answer = await tap(tablet, token, 2);
  assert.match(answer.to, /^\/kiosk\/danh-gia\/them\/[\w-]+$/);
  const page = await tablet.ask(answer.to);
  for (const words of ['Thái độ phục vụ', 'Hướng dẫn không rõ', 'Phải đi lại nhiều lần', 'Thu ngoài quy định']) assert.ok(page.body.includes(words), words);
  const more = (lydo) => tablet.ask(answer.to, { method: 'POST', form: [['lydo', 'time'], ['lydo', lydo], ['ykien', 'Chờ lâu quá']] });
  assert.equal((await more('unclear')).to, '/kiosk/danh-gia/cam-on');
  assert.deepEqual(sql("select reasons, count(*) from rating where reasons <> '' group by 1"), [['time,unclear', '1']]);
  assert.equal((await more('other')).to, '/kiosk/danh-gia/cam-on');
  assert.deepEqual(sql("select reasons, count(*) from rating where reasons <> '' group by 1"), [['time,unclear', '1']]);
  assert.deepEqual(sql("select words, is_low, month, state from rating_word where words = 'Chờ lâu quá'"), [['Chờ lâu quá', '1', '2026-12-01', 'new']]);
  assert.deepEqual(sql("select c.kind, c.subject, c.received_at, c.state from feedback_case c join rating_word w on w.id = c.word_id where w.words = 'Chờ lâu quá'"),
    [['rating', 'delay', '2026-12-01 00:00:00', 'new']]);
});

// ---- the telephone ------------------------------------------------------------------------------

await test('the address on a ticket votes once: again, replayed, back and forth', async () => {
  const { token } = await fresh();
  const page = await get(`/danh-gia/${token}`);
  assert.equal(page.status, 200);
  assert.match(page.headers.get('cache-control'), /no-store/);
  assert.equal(page.headers.get('referrer-policy'), 'no-referrer');
  assert.equal((await vote(token, 9)).status, 422, 'a score there is not');
  const before = votes();
  const answer = await vote(token, 5);
  assert.equal(answer.status, 303);
  assert.match(answer.headers.get('location'), /^\/danh-gia\/them\//);
  for (const again of [await vote(token, 1), await vote(token, 5, '/en'), await get(`/danh-gia/${token}`)]) assert.equal(again.status, 409);
  assert.equal(votes(), before + 1);
  assert.equal(await waiting(), '', 'nor at the tablet');
  assert.deepEqual(sql("select channel, score from rating where channel = 'ticket'"), [['ticket', '5']]);
});
await test('twenty at once are one vote', async () => {
  const { token } = await fresh();
  const before = votes();
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 4 ? vote(token, 1 + (i % 5)) : tap(tablet, token, 3))));
  const done303 = answers.filter((a) => a.status === 303 && !/\/kiosk\/danh-gia(\/cam-on)?$/.test(a.to || a.headers.get('location')));
  assert.equal(done303.length, 1, JSON.stringify(answers.map((a) => a.status)));
  assert.ok(answers.every((a) => a.status === 303 || a.status === 409));
  assert.equal(votes(), before + 1);
});
await test('a forged address is no address', async () => {
  const { token } = await fresh();
  for (let i = 0; i < token.length; i++) {
    const forged = token.slice(0, i) + (token[i] === '0' ? '1' : '0') + token.slice(i + 1);
    assert.equal((await get(`/danh-gia/${forged}`)).status, 404, `digit ${i}`);
  }
  const before = votes();
  for (const forged of ['x', token.slice(1), `${token}0`, token.toUpperCase().replace(/\d/g, 'A'), '0'.repeat(34)]) assert.ok([404, 409].includes((await vote(forged, 5)).status));
  assert.equal(votes(), before);
  assert.equal((await vote(token, 5)).status, 303);
});
await test('an unfinished service cannot be rated, a finished one for thirty days', async () => {
  const { id, token } = await fresh();
  sql(`update ticket set state = 'serving', ended_at = null where id = ${id}`);
  const early = await vote(token, 5);
  assert.equal(early.status, 409);
  assert.match(await early.text(), /chưa xong/);
  sql(`update ticket set state = 'done', ended_at = '2026-12-01 09:00:00' where id = ${id}`);
  await dev(['clock', '2027-01-01 09:00']);
  assert.equal((await vote(token, 5)).status, 410);
  await dev(['clock', '2026-12-31 23:00']);
  assert.equal((await vote(token, 5)).status, 303);
  await at('09:01:00');
});
await test('whoever is signed in as an officer rates nobody, oneself least', async () => {
  const { token } = await fresh();
  const before = votes();
  for (const login of ['clerk', 'handler']) {
    const officer = await Officer.of(login);
    const page = await officer.ask(`/danh-gia/${token}`);
    assert.equal(page.status, 403);
    assert.match(page.body, /không tự đánh giá/);
    assert.equal((await officer.ask(`/danh-gia/${token}`, { method: 'POST', form: { diem: '5' } })).status, 403);
  }
  assert.equal(votes(), before);
  assert.equal((await vote(token, 4)).status, 303);
});
await test('words and a way to be reached after a low vote are for whoever follows it up', async () => {
  const { token } = await fresh();
  const { headers } = await vote(token, 1);
  const more = headers.get('location');
  const page = await (await get(more)).text();
  assert.match(page, /name="lienhe"/);
  const send = () => get(more, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ lydo: 'attitude', ykien: 'Nói trống không', lienhe: '0912345678' }) });
  assert.equal((await send()).headers.get('location'), '/danh-gia?xong=2');
  await send();
  assert.deepEqual(sql("select kind, subject, contact, state, due_at from feedback_case where contact = '0912345678'"), [['rating', 'attitude', '0912345678', 'new', '2026-12-08 17:00:00']]);
  await at('09:17:00');
  assert.equal((await get(more)).headers.get('location'), '/danh-gia?xong=1', 'after a quarter of an hour it is over');
  await at('09:01:00');
});

// ---- dossiers -----------------------------------------------------------------------------------

const [[dossier, received, clerk]] = sql(`select d.id, e.at, u.login from dossier d join event e on e.dossier_id = d.id and e.type = 'received' join user u on u.id = e.actor_id
  where d.channel = 'counter' and d.state = 'processing' and not exists (select 1 from counter_session s where s.user_id = u.id and s.state <> 'closed') order by e.at desc limit 1`);
const addressOf = async (id) => {
  const [[number, last4]] = sql(`select d.number, right(p.identity_number, 4) from dossier d join party p on p.dossier_id = d.id and p.role = 'applicant' where d.id = ${id}`);
  const ask = (fields, cookie = '') => get('/tra-cuu', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookie }, body: new URLSearchParams(fields) });
  const found = await ask({ ma: number, so: last4 });
  const page = await (await get('/tra-cuu/ho-so', { headers: { Cookie: (found.headers.get('set-cookie') || '').split(';')[0] } })).text();
  return /href="\/danh-gia\/([0-9a-f]{34})"/.exec(page)?.[1];
};
await test('the page of a dossier leads to rating how it was received, by whom', async () => {
  await dev(['clock', `${received.slice(0, 10)} 18:00`]);
  const token = await addressOf(dossier);
  assert.ok(token);
  const page = await (await get(`/danh-gia/${token}`)).text();
  assert.ok(page.includes(sql(`select name from user where login = '${clerk}'`)[0][0]));
  assert.ok(page.includes('Tiếp nhận hồ sơ'));
  const before = votes();
  assert.equal((await vote(token, 4)).status, 303);
  assert.equal((await vote(token, 4)).status, 409);
  assert.equal(votes(), before + 1);
  assert.deepEqual(sql("select act, score from rating where channel = 'dossier'"), [['received', '4']]);
  await at('09:01:00');
});
await test('what was received while a ticket was served is rated with the ticket, once', async () => {
  leave(here);
  const [[one, was]] = sql(`select d.id, e.at from dossier d join event e on e.dossier_id = d.id and e.type = 'received' join user u on u.id = e.actor_id
    where u.login = '${clerk}' and d.id <> ${dossier} and d.state = 'processing' and d.channel = 'counter' order by e.at desc limit 1`);
  const [day, time] = was.split(' ');
  const hour = time.slice(0, 2);
  served(here, clerk, { day, from: `${hour}:00:00`, to: `${hour}:59:59` });
  await at(`${hour}:59:59`, day);
  const ticket = await waiting(), token = await addressOf(one);
  assert.ok(ticket && token && ticket !== token);
  assert.equal((await vote(token, 5)).status, 303);
  assert.equal((await vote(ticket, 5)).status, 409);
  assert.equal(await waiting(), '');
  await at('09:01:00');
});
// What a telephone reads off the printed receipt besides the code that follows the dossier.
async function printed(id) {
  const answer = await get(`/can-bo/ho-so/${id}/in/giay-tiep-nhan.pdf`, { headers: { Cookie: `staff=${(await Officer.of('manager')).jar.staff}` } });
  const codes = new Pdf(Buffer.from(await answer.arrayBuffer())).codes(203).filter((one) => one.includes('/danh-gia/'));
  assert.equal(codes.length, 1);
  return codes[0].slice(-34);
}
await test('the receipt has one code for both services: not while the counter serves, then the reception, once', async () => {
  leave(here);
  const [[id, was]] = sql(`select d.id, e.at from dossier d join event e on e.dossier_id = d.id and e.type = 'received' join user u on u.id = e.actor_id
    where u.login = '${clerk}' and d.id <> ${dossier} and d.state = 'processing' and d.channel = 'counter' and time(e.at) between '08:00' and '16:00' and not exists (select 1 from ticket t where t.service_date = date(e.at)) order by e.at limit 1`);
  const [day, time] = was.split(' ');
  const hour = time.slice(0, 2);
  const ticket = served(here, clerk, { day, from: `${hour}:00:00`, state: 'serving' });
  await at(`${hour}:59:59`, day);
  const token = await printed(id);
  assert.ok(!token.includes(Number(id).toString(16).padStart(12, '0')), 'its number is not in it');
  const early = await vote(token, 5);
  assert.equal(early.status, 409);
  assert.match(await early.text(), /chưa xong/);
  sql(`update ticket set state = 'done', ended_at = '${day} ${hour}:59:00' where id = ${ticket}`);
  const before = votes();
  assert.ok((await (await get(`/danh-gia/${token}`)).text()).includes('Tiếp nhận hồ sơ'));
  assert.equal((await vote(token, 5)).status, 303);
  assert.equal((await vote(token, 1)).status, 409);
  assert.equal(await printed(id), token, 'printed again it is the same');
  assert.equal(votes(), before + 1);
  await at('09:01:00');
});
await test('after the result was returned the same code rates the return, once', async () => {
  const [[id, was]] = sql("select d.id, e.at from dossier d join event e on e.dossier_id = d.id and e.type = 'returned' where d.channel = 'counter' order by e.at desc limit 1");
  await dev(['clock', `${was.slice(0, 10)} 23:00`]);
  const token = await printed(id);
  assert.match(await (await get(`/danh-gia/${token}`)).text(), /Trả kết quả/);
  assert.equal((await vote(token, 4)).status, 303);
  assert.equal((await vote(token, 4)).status, 409);
  await at('09:01:00');
});
leave(here);
leave(there);

// ---- nobody can tell ------------------------------------------------------------------------------

await test('a vote writes two rows and nothing else: no request key, no device, no log of the database', async () => {
  leave(here);
  const { id, token } = await fresh();
  await get(`/danh-gia/${token}`);
  const before = tables();
  const rows = sql('select id from rating').map(([one]) => one);
  assert.equal((await vote(token, 5)).status, 303);
  assert.deepEqual(changed(before, tables()), ['rating', 'rating_mark']);
  const columns = sql("select column_name from information_schema.columns where table_schema = 'motcua' and table_name = 'rating' order by ordinal_position").map(([name]) => name);
  assert.deepEqual(columns, ['id', 'quarter', 'officer_id', 'unit_id', 'agency_id', 'procedure_id', 'group_id', 'act', 'channel', 'score', 'reasons']);
  const [row] = sql(`select ${columns.join(', ')} from rating where id not in (${rows.join(', ')})`);
  const written = Object.fromEntries(columns.map((name, i) => [name, row[i]]));
  assert.equal(written.quarter, '2026-12-01 09:00:00', 'a quarter of an hour, not 09:01');
  // Of all the ticket has, only what many tickets share is in the vote.
  const ticketColumns = sql("select column_name from information_schema.columns where table_schema = 'motcua' and table_name = 'ticket'").map(([name]) => name);
  const [ticket] = sql(`select ${ticketColumns.map((name) => `\`${name}\``).join(', ')} from ticket where id = ${id}`);
  const own = Object.fromEntries(ticketColumns.map((name, i) => [name, ticket[i]]));
  for (const name of ['id', 'number', 'rank_at', 'arrival_at', 'called_at', 'served_at', 'session_id'])
    assert.ok(!Object.entries(written).some(([at, value]) => at !== 'quarter' && !at.endsWith('_id') && value === own[name]), name);
  assert.ok(!Object.values(written).includes(token));
});
await test('no column leads from a vote to a ticket, a dossier or a person who came', () => {
  const keys = sql(`select table_name, referenced_table_name from information_schema.key_column_usage where table_schema = 'motcua' and referenced_table_name is not null
    and (table_name in ('rating', 'rating_mark', 'rating_word') or referenced_table_name in ('rating', 'rating_mark', 'rating_word')) order by 1, 2`);
  assert.deepEqual([...new Set(keys.map(([from, to]) => `${from} ${to}`))], ['feedback_case rating_word', 'rating agency', 'rating procedure', 'rating service_group', 'rating user', 'rating_word agency', 'rating_word user']);
  assert.deepEqual(sql("select column_name from information_schema.columns where table_schema = 'motcua' and table_name = 'rating_mark'"), [['mark']]);
  assert.deepEqual(sql("select table_name, column_name from information_schema.columns where table_schema = 'motcua' and table_name in ('rating', 'rating_word') and (extra like '%auto_increment%' or column_default like '%current%')"), []);
  // Marks are made with a key that is not in the database: a hash of what is in it finds none.
  const guesses = sql("select count(*) from rating_mark m join ticket t on m.mark in (unhex(sha2(t.id, 256)), unhex(sha2(concat('vote t', t.id), 256)), unhex(sha2(concat('rating mark|vote t', t.id), 256)))");
  assert.deepEqual(guesses, [['0']]);
  assert.equal(Number(sql('select count(*) from rating_mark')[0][0]) >= votes(), true);
});
await test('the order of the rows tells nothing', () => {
  const ids = sql('select id from rating').map(([id]) => BigInt(id));
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.every((id) => id > 0n && id < 1n << 63n));
  assert.deepEqual(sql("select count(*) from rating where minute(quarter) not in (0, 15, 30, 45) or second(quarter) <> 0"), [['0']]);
});
await dev(['clock', 'real']);
done();
