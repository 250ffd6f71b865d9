#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Appointments: times made from working hours, the last place by many at once, the code that sees and cancels, the
// ticket at the dispenser within its window, messages to who wants them, and nothing of anybody's kept.
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { assert, done, get, test } from '../lib/tap.mjs';
import { Dispenser, at, form, label } from '../lib/dispenser.mjs';
import { state } from '../lib/instance.mjs';
import { Officer, hidden } from '../lib/staff.mjs';
import { sql } from '../lib/reception.mjs';

const dispenser = await Dispenser.of(1);
const one = (text) => sql(text)[0]?.[0];
const service = dispenser.services('B')[0];
const group = dispenser.group('B');

// The background program, once, with everything due.
function jobs(more = {}) {
  const file = fs.readFileSync(path.join(state, 'run/staff.env'), 'utf8').trim().split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  sql("delete from job_run where job in ('make-appointment-times', 'end-missed-appointments', 'tell-appointments', 'forget-appointment-addresses')");
  const environment = { ...Object.fromEntries(file), MOTCUA_DB_USER: 'motcua-jobs', MOTCUA_DB_PASSWORD_FILE: `${state}/secrets/motcua-jobs.password`, MOTCUA_SOCKET: undefined, ...more };
  execFileSync(path.join(process.env.MOTCUA_BUILD, 'motcua-jobs'), [], { env: { ...process.env, ...environment }, stdio: ['ignore', 'ignore', 'ignore'] });
}
const slot = (day, time) => one(`select id from appointment_slot where group_id = ${group} and day = '${day}' and from_time = '${time}'`);
const taken = (id) => sql(`select taken, capacity from appointment_slot where id = ${id}`)[0].map(Number);

// A citizen at the website, each from an address of his own: booking is limited by address.
let addresses = 0;
const citizen = () => new Officer(`127.0.9.${++addresses % 250 + 1}`);
async function book(person, gio, fields = {}, base = '') {
  const day = one(`select day from appointment_slot where id = ${gio}`);
  const page = await person.ask(`${base}/dat-lich?viec=${service}&ngay=${day}&gio=${gio}`);
  const kept = hidden(page.body, `${base}/dat-lich`);
  return kept ? person.ask(`${base}/dat-lich`, { method: 'POST', form: { ...kept, email: '', ...fields } }) : page;
}
const codeOn = (body) => /mc-pass__code">(\d{4} \d{4} \d{4})</.exec(body)?.[1].replace(/ /g, '');
async function booked(gio, fields) {
  const person = citizen();
  const answer = await book(person, gio, fields);
  assert.equal(answer.status, 303, answer.body);
  return codeOn((await person.ask(answer.to)).body);
}

await at('2026-12-06 20:00');
sql('update service_group set slot_capacity = 2 where slot_capacity is not null');
jobs();

// ---- times

await test('times are whole half hours inside the shifts, on working days only, and made once', async () => {
  const times = sql(`select time_format(from_time, '%H:%i'), capacity from appointment_slot where group_id = ${group} and day = '2026-12-07' order by from_time`);
  assert.deepEqual(times.map(([t]) => t), ['07:30', '08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '11:00', '13:00', '13:30', '14:00', '14:30', '15:00', '15:30', '16:00', '16:30']);
  assert.deepEqual([...new Set(times.map(([, n]) => n))], ['2']);
  assert.equal(one(`select count(*) from appointment_slot where group_id = ${group} and dayofweek(day) in (1, 7) and capacity > 0`), '0');
  assert.equal(one(`select max(day) from appointment_slot where group_id = ${group}`), '2026-12-18', 'Friday of the second week');
  const before = one('select count(*) from appointment_slot');
  jobs();
  assert.equal(one('select count(*) from appointment_slot'), before);
});
await test('hours of the group, a smaller capacity and a new day off withdraw what nobody has booked', async () => {
  const kept = slot('2026-12-09', '08:00');
  const code = await booked(kept);
  sql(`update service_group set from_time = '08:30', to_time = '11:00', slot_capacity = 1 where id = ${group}`);
  jobs();
  assert.deepEqual(taken(kept), [1, 1], 'who has booked keeps the place');
  assert.deepEqual(taken(slot('2026-12-09', '09:00')), [0, 1]);
  assert.deepEqual(taken(slot('2026-12-09', '14:00')), [0, 0]);
  sql(`update service_group set from_time = null, to_time = null, slot_capacity = 2 where id = ${group}`);
  sql("insert into special_day (agency_id, day, kind, name) values (null, '2026-12-10', 'off', 'Ngày nghỉ thử')");
  jobs();
  assert.deepEqual(taken(slot('2026-12-10', '09:00')), [0, 0]);
  assert.deepEqual(taken(slot('2026-12-09', '14:00')), [0, 2]);
  sql("delete from special_day where name = 'Ngày nghỉ thử'");
  jobs();
  assert.match((await citizen().ask(`/lich/${code}`)).body, /08:00–08:30, thứ Tư 09\/12\/2026/);
});

// ---- booking

await test('step by step: place, service, day, time; no name is asked for', async () => {
  const person = citizen();
  const places = await person.ask('/dat-lich');
  assert.match(places.body, new RegExp(`/dat-lich\\?noi=${dispenser.hallCode}`));
  const services = await person.ask(`/dat-lich?noi=${dispenser.hallCode}`);
  assert.match(services.body, new RegExp(`/dat-lich\\?viec=${service}"`));
  assert.match((await person.ask(`/dat-lich?viec=${service}`)).body, /thứ Hai 07\/12\/2026/);
  assert.match((await person.ask(`/dat-lich?viec=${service}&ngay=2026-12-07`)).body, />07:30</);
  const confirm = await person.ask(`/dat-lich?viec=${service}&ngay=2026-12-07&gio=${slot('2026-12-07', '07:30')}`);
  assert.deepEqual([...confirm.body.matchAll(/<input(?! type="hidden")[^>]*name="([^"]+)"/g)].map(([, n]) => n), ['email']);
});
await test('the last place by twenty at once: one has it, nineteen are told', async () => {
  const wanted = slot('2026-12-07', '09:00');
  await booked(wanted);
  const people = Array.from({ length: 20 }, citizen);
  const forms = await Promise.all(people.map((person) => person.ask(`/dat-lich?viec=${service}&ngay=2026-12-07&gio=${wanted}`)));
  const answers = await Promise.all(people.map((person, i) => person.ask('/dat-lich', { method: 'POST', form: { ...hidden(forms[i].body, '/dat-lich'), email: '' } })));
  const told = answers.filter(({ status }) => status !== 303);
  assert.equal(answers.length - told.length, 1);
  for (const { status, body } of told) {
    assert.equal(status, 409);
    assert.match(body, /vừa có người đặt chỗ cuối cùng/);
    assert.match(body, new RegExp(`name="gio" type="radio" value="${slot('2026-12-07', '09:30')}" checked`), 'the next time is chosen already');
    assert.ok(!body.includes(`name="gio" type="radio" value="${wanted}"`));
  }
  assert.deepEqual(taken(wanted), [2, 2]);
  assert.equal(one(`select count(*) from appointment where slot_id = ${wanted}`), '2');
});
await test('who lost the last place keeps what was typed, and books the next time with the same form', async () => {
  const wanted = slot('2026-12-07', '09:00');
  const person = citizen();
  const page = await person.ask(`/dat-lich?viec=${service}&ngay=2026-12-07&gio=${slot('2026-12-07', '10:30')}`);
  const refused = await person.ask('/dat-lich', { method: 'POST', form: { ...hidden(page.body, '/dat-lich'), gio: wanted, email: 'giu.lai@example.com' } });
  assert.equal(refused.status, 409);
  assert.match(refused.body, /name="email"[^>]* value="giu.lai@example.com"/);
  const next = slot('2026-12-07', '09:30');
  const answer = await person.ask('/dat-lich', { method: 'POST', form: { ...hidden(refused.body, '/dat-lich'), gio: next, email: 'giu.lai@example.com' } });
  assert.equal(answer.status, 303, answer.body);
  sql(`delete from appointment where email = 'giu.lai@example.com'; update appointment_slot set taken = 0 where id = ${next}`);
});
await test('the same form twice is one appointment', async () => {
  const wanted = slot('2026-12-07', '09:30');
  const person = citizen();
  const page = await person.ask(`/dat-lich?viec=${service}&ngay=2026-12-07&gio=${wanted}`);
  const fields = { ...hidden(page.body, '/dat-lich'), email: '' };
  const answers = await Promise.all([1, 2].map(() => person.ask('/dat-lich', { method: 'POST', form: fields })));
  assert.equal(answers[0].to, answers[1].to);
  assert.deepEqual(taken(wanted), [1, 2]);
});
await test('a wrong address keeps the time chosen; a past time and a foreign service are refused', async () => {
  const wanted = slot('2026-12-07', '10:00');
  const wrong = await book(citizen(), wanted, { email: 'khong phai thu' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /value="khong phai thu"/);
  assert.deepEqual(taken(wanted), [0, 2]);
  const foreign = await book(citizen(), wanted, { viec: dispenser.services('A')[0] });
  assert.equal(foreign.status, 409);
  const late = slot('2026-12-07', '07:30');
  const person = citizen();
  const page = await person.ask(`/dat-lich?viec=${service}&ngay=2026-12-07&gio=${late}`);
  await at('2026-12-07 07:31');
  const answer = await person.ask('/dat-lich', { method: 'POST', form: { ...hidden(page.body, '/dat-lich'), email: '' } });
  assert.equal(answer.status, 409);
  assert.match(answer.body, /không còn đặt được/);
  await at('2026-12-06 20:00');
});
await test('one address books a few times a minute, not all there is', async () => {
  const person = new Officer('127.0.8.1');
  const statuses = [];
  for (let i = 0; i < 14; i++) statuses.push((await person.ask('/dat-lich', { method: 'POST', form: {} })).status);
  assert.equal(statuses.at(-1), 429);
});

// ---- the code

await test('nothing in the database opens an appointment: no code, and no name', async () => {
  const code = await booked(slot('2026-12-08', '08:00'));
  for (const table of ['appointment', 'appointment_slot', 'request_key', 'outbox']) {
    const rows = JSON.stringify(sql(`select * from ${table}`));
    assert.ok(rows.length > 2 || table === 'outbox', table);
    assert.ok(!rows.includes(code), table);
  }
});
await test('the code shows the appointment, typed in any way; another one shows nothing', async () => {
  const code = await booked(slot('2026-12-08', '08:30'));
  for (const typed of [code, code.replace(/(\d{4})(?=\d)/g, '$1 '), `https://dichvucong.example/lich/${code}`]) {
    const person = citizen();
    const answer = await person.ask('/lich', { method: 'POST', form: { ma: typed } });
    assert.equal(answer.to, `/lich/${code}`);
    assert.match((await person.ask(answer.to)).body, /08:30–09:00, thứ Ba 08\/12\/2026/);
  }
  const wrong = code.slice(0, 11) + ((Number(code[11]) + 1) % 10);
  for (const path_ of [`/lich/${wrong}`, '/lich/000000000000', '/lich/x']) assert.equal((await citizen().ask(path_)).status, 404, path_);
});
await test('cancelled by its code, once; the place is free again', async () => {
  const wanted = slot('2026-12-08', '09:00');
  const code = await booked(wanted);
  assert.deepEqual(taken(wanted), [1, 2]);
  const person = citizen();
  const fields = hidden((await person.ask(`/lich/${code}`)).body, `/lich/${code}/huy`);
  for (let i = 0; i < 2; i++) assert.equal((await person.ask(`/lich/${code}/huy`, { method: 'POST', form: fields })).to, `/lich/${code}`);
  assert.deepEqual(taken(wanted), [0, 2]);
  const page = await person.ask(`/lich/${code}`);
  assert.match(page.body, /Lịch hẹn đã được hủy/);
  assert.equal(hidden(page.body, `/lich/${code}/huy`), null);
});

// ---- another time

// The page to move by, and what sends it.
const moving = async (person, code, to, where = '') => {
  const page = await person.ask(`${where}/lich/${code}/doi?ngay=${one(`select day from appointment_slot where id = ${to}`)}&gio=${to}`);
  return [page, () => person.ask(`${where}/lich/${code}/doi`, { method: 'POST', form: hidden(page.body, `${where}/lich/${code}/doi`) })];
};
const moveTo = async (...how) => {
  const [page, send] = await moving(...how);
  return page.status === 200 ? send() : page;
};
await test('moved by its code: the code stays, the old place is free, the new one taken, and who gave an address hears of it', async () => {
  const [from, to] = [slot('2026-12-08', '10:00'), slot('2026-12-09', '15:00')];
  const code = await booked(from, { email: 'doi.gio@example.com' });
  jobs();
  const person = citizen();
  assert.match((await person.ask(`/lich/${code}`)).body, new RegExp(`href="/lich/${code}/doi"`));
  const days = await person.ask(`/lich/${code}/doi`);
  assert.match(days.body, /10:00–10:30, thứ Ba 08\/12\/2026/);
  assert.match(days.body, new RegExp(`/lich/${code}/doi\\?ngay=2026-12-09"`));
  assert.equal((await moveTo(person, code, to)).to, `/lich/${code}`);
  assert.deepEqual([taken(from), taken(to)], [[0, 2], [1, 2]]);
  assert.match((await person.ask(`/lich/${code}`)).body, /15:00–15:30, thứ Tư 09\/12\/2026/);
  assert.equal((await moveTo(person, code, from)).status, 303);
  assert.equal((await moveTo(person, code, to)).status, 303, 'and back, and there again');
  assert.deepEqual([taken(from), taken(to)], [[0, 2], [1, 2]]);
  await at('2026-12-06 20:01');
  jobs();
  jobs();
  const mails = sql("select template, data from outbox where recipient = 'doi.gio@example.com' order by id");
  assert.deepEqual(mails.map(([t]) => t), ['appointment_booked', 'appointment_booked']);
  assert.match(mails[1][1], /2026-12-09 15:00/);
  await at('2026-12-06 20:00');
});
await test('to a full time, a past one or one of another group it does not move, and keeps its place', async () => {
  const from = slot('2026-12-08', '10:30');
  const code = await booked(from);
  const full = slot('2026-12-07', '09:00');
  const person = citizen();
  const page = await person.ask(`/lich/${code}/doi?ngay=2026-12-07&gio=${slot('2026-12-07', '10:30')}`);
  const fields = hidden(page.body, `/lich/${code}/doi`);
  const refused = await person.ask(`/lich/${code}/doi`, { method: 'POST', form: { ...fields, gio: full } });
  assert.equal(refused.status, 409);
  assert.match(refused.body, /vừa có người đặt chỗ cuối cùng/);
  assert.match(refused.body, new RegExp(`value="${slot('2026-12-07', '09:30')}" checked`));
  const foreign = one(`select id from appointment_slot where group_id = ${dispenser.group('A')} and day = '2026-12-09' limit 1`);
  for (const gio of [foreign, '99999999', '']) assert.equal((await person.ask(`/lich/${code}/doi`, { method: 'POST', form: { ...fields, gio } })).status, 409, gio);
  assert.deepEqual(taken(from), [1, 2]);
  assert.match((await person.ask(`/lich/${code}`)).body, /10:30–11:00, thứ Ba/);
});
await test('the last place by many who move at once: one has it, all others keep theirs; a cancelled one moves nowhere', async () => {
  const [from, to] = [slot('2026-12-08', '13:00'), slot('2026-12-09', '16:00')];
  sql(`update appointment_slot set capacity = 10 where id = ${from}; update appointment_slot set capacity = 1 where id = ${to}`);
  const codes = [];
  for (let i = 0; i < 8; i++) codes.push(await booked(from));
  const pages = await Promise.all(codes.map((code) => moving(citizen(), code, to)));
  const answers = await Promise.all(pages.map(([, send]) => send()));
  assert.equal(answers.filter(({ status }) => status === 303).length, 1, answers.map(({ status }) => status).join());
  assert.deepEqual([taken(from), taken(to)], [[7, 10], [1, 1]]);
  const person = citizen();
  const form = hidden((await person.ask(`/lich/${codes[0]}/doi?ngay=2026-12-09&gio=${slot('2026-12-09', '16:30')}`)).body, `/lich/${codes[0]}/doi`);
  await person.ask(`/lich/${codes[0]}/huy`, { method: 'POST', form: hidden((await person.ask(`/lich/${codes[0]}`)).body, `/lich/${codes[0]}/huy`) });
  assert.equal((await person.ask(`/lich/${codes[0]}/doi`, { method: 'POST', form })).to, `/lich/${codes[0]}`);
  assert.deepEqual(taken(slot('2026-12-09', '16:30')), [0, 2]);
});

// ---- at the dispenser

await test('checked in from half an hour before to a quarter after: one ticket, by appointment, in its turn', async () => {
  const code = await booked(slot('2026-12-07', '14:00'));
  for (const [moment, words] of [['2026-12-06 21:00', /Lịch hẹn của bạn là thứ Hai 07\/12\/2026/], ['2026-12-07 13:29', /Bạn đến sớm\. Lịch hẹn lấy số được từ 13:30/], ['2026-12-07 14:16', /Đã quá giờ hẹn/]]) {
    await at(moment);
    assert.match((await dispenser.scan(code)).body, words, moment);
  }
  await at('2026-12-07 13:30');
  const page = await dispenser.scan(`https://dichvucong.example/lich/${code}`);
  assert.match(page.body, /Lấy số theo lịch hẹn/);
  assert.ok(!page.body.includes('value="elderly"'));
  const fields = form(page.body);
  const answer = await dispenser.ask('/kiosk/lay-so', { method: 'POST', form: { ...fields, dien: 'ordinary' } });
  assert.equal(answer.status, 303, /data-problem[\s\S]*?<span>([^<]*)/.exec(answer.body)?.[1]);
  const id = answer.to.split('/').pop();
  assert.deepEqual(sql(`select class, time(rank_at), time(arrival_at) from ticket where id = ${id}`)[0], ['appointment', '14:00:00', '13:30:00']);
  assert.match((await dispenser.ask(answer.to)).body, /Có lịch hẹn/);
  const again = await dispenser.scan(code);
  assert.match(again.body, /Lịch hẹn này đã lấy số/);
  assert.ok(again.body.includes(label(id)));
  const token = (await dispenser.state()).take;
  assert.equal((await dispenser.ask('/kiosk/lay-so', { method: 'POST', form: { ...fields, token, dien: 'ordinary' } })).status, 409, 'the pass of before gives no second one');
});
await test('scanned again when its ticket has ended: what happened is said, and there is a way on', async () => {
  const code = await booked(slot('2026-12-07', '14:00'));
  await at('2026-12-07 13:40');
  const answer = await dispenser.ask('/kiosk/lay-so', { method: 'POST', form: { ...form((await dispenser.scan(code)).body), dien: 'ordinary' } });
  const id = answer.to.split('/').pop();
  const number = label(id);
  const counter = one(`select c.id from counter c join counter_group g on g.counter_id = c.id where g.group_id = ${group} limit 1`);
  const n = one(`select number from counter where id = ${counter}`);
  const stands = async (set, base = '') => { sql(`update ticket set ${set} where id = ${id}`); return (await dispenser.scan(code, base)).body; };
  const title = (body) => /mc-found__title">[\s\S]*?<span>([^<]*)</.exec(body)[1];
  for (const [set, said, next, takes] of [
    ["state = 'waiting'", `Lịch hẹn này đã lấy số ${number}`, /Bạn sẽ được gọi theo số này/, false],
    [`state = 'called', counter_id = ${counter}, called_at = '2026-12-07 13:41'`, `Số ${number} đang được gọi đến quầy ${n}`, new RegExp(`đến ngay quầy ${n}\\.`), false],
    ["state = 'serving', served_at = '2026-12-07 13:42'", `Số ${number} đang được phục vụ ở quầy ${n}`, /quầy hướng dẫn/, false],
    ["state = 'parked'", `Số ${number} đang chờ thêm`, /Bạn sẽ được gọi lại/, false],
    ["state = 'missed', ended_at = '2026-12-07 13:45'", `Số ${number} đã được gọi mà chưa gặp bạn`, new RegExp(`đến ngay quầy ${n} hoặc quầy hướng dẫn: bạn được chờ lại một lần`), true],
    ['is_requeued = true', `Số ${number} đã được gọi lại mà chưa gặp bạn`, /Mỗi số chỉ được chờ lại một lần/, true],
    ["state = 'cancelled'", `Số ${number} của lịch hẹn này đã hủy`, /mỗi lịch hẹn chỉ lấy được một số/, true],
    ["state = 'done'", `Số ${number} của lịch hẹn này đã phục vụ xong`, /Nếu còn việc, mời bạn lấy số thường/, true],
    ["state = 'closed', is_exact = false", `Số ${number} của lịch hẹn này đã hết hiệu lực`, /Xin lỗi bạn/, true],
  ]) {
    const body = await stands(set);
    assert.equal(title(body), said);
    assert.match(body, next, said);
    assert.equal(form(body) !== null, takes, `${said}: the way to a number`);
    if (takes) assert.equal(form(body).hen, undefined, 'an ordinary one');
  }
  const body = await stands("state = 'cancelled'");
  const taken = await dispenser.ask('/kiosk/lay-so', { method: 'POST', form: { ...form(body), dien: 'ordinary' } });
  assert.equal(taken.status, 303);
  assert.deepEqual(sql(`select class, ifnull(appointment_id, 'none'), group_id from ticket where id = ${taken.to.split('/').pop()}`)[0], ['ordinary', 'none', group]);
  sql(`update service_group set is_active = false where id = ${group}`);
  try {
    const shut = (await dispenser.scan(code)).body;
    assert.match(shut, /Nhóm này hiện không nhận số\. Mời bạn đến quầy hướng dẫn\./);
    assert.doesNotMatch(shut, /Lấy số thường</);
  } finally {
    sql(`update service_group set is_active = true where id = ${group}`);
  }
  await at('2026-12-08 08:00');
  const gone = (await dispenser.scan(code)).body;
  assert.equal(title(gone), 'Lịch hẹn này không còn hiệu lực');
  assert.equal(form(gone).viec, service, 'its day is past: an ordinary number');
  assert.match(await stands("state = 'cancelled'", '/en'), /no longer valid[\s\S]*Take an ordinary number/);
  await at('2026-12-07 14:20');
});
await test('a pass for an appointment opened in its time is worth nothing after it', async () => {
  const code = await booked(slot('2026-12-07', '15:00'));
  await at('2026-12-07 15:15');
  const fields = form((await dispenser.scan(code)).body);
  await at('2026-12-07 15:16');
  const answer = await dispenser.ask('/kiosk/lay-so', { method: 'POST', form: { ...fields, dien: 'ordinary' } });
  assert.equal(answer.status, 409);
  assert.match(answer.body, /không lấy số được vào lúc này/);
  jobs();
  assert.match((await citizen().ask(`/lich/${code}`)).body, /Lịch hẹn đã qua/);
});

// ---- messages

await test('who gave an address is told once, reminded the day before, and forgotten a day after', async () => {
  await at('2026-12-07 15:30');
  const wanted = slot('2026-12-10', '09:00');
  const code = await booked(wanted, { email: 'nguoi.hen@example.com' });
  const mails = () => sql("select template, data from outbox where recipient = 'nguoi.hen@example.com' order by id");
  jobs();
  jobs();
  assert.deepEqual(mails().map(([t]) => t), ['appointment_booked']);
  assert.ok(!mails()[0][1].includes(code), 'the code is sealed');
  await at('2026-12-09 08:00');
  jobs();
  jobs();
  assert.deepEqual(mails().map(([t]) => t), ['appointment_booked', 'appointment_reminder']);
  await at('2026-12-12 08:00');
  jobs();
  assert.deepEqual(sql(`select email, ifnull(code_sealed, '-') from appointment where slot_id = ${wanted}`)[0], ['', '-']);
});

// ---- how long it takes

await test('how long people wait is said without a sign-in, and honestly when nobody knows', async () => {
  await at('2026-12-14 09:10');
  const page = await (await get(`/cho-doi?noi=${dispenser.hallCode}`)).text();
  assert.match(page, /Chưa quầy nào mở/);
  assert.match(page, /chưa rõ/);
  assert.match(page, /Chưa đủ số liệu của những tuần trước/);
  assert.equal((await get('/cho-doi?noi=khong-co')).status, 404);
});
await at('real');
sql('update service_group set slot_capacity = 2 where slot_capacity is not null');
done();
