#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What nobody should send to the pages of tickets, appointments and waiting times: forged and old tokens, bytes that are no
// text, fields twice and far too long, other people's forms, and two who want the same thing at the same moment. Nothing
// fails, nothing is shown, nothing changes.
import { assert, done, raw, test, url } from '../lib/tap.mjs';
import { Desk } from '../lib/desk.mjs';
import { Dispenser, at, day, freshDay, scanned } from '../lib/dispenser.mjs';
import { Officer, hidden } from '../lib/staff.mjs';
import { sql } from '../lib/reception.mjs';

const dispenser = await Dispenser.of(1);
const one = (text) => sql(text)[0]?.[0];
// The background program may close what was left over of another day.
const all = () => sql(`select (select count(*) from ticket_event e join ticket t on t.id = e.ticket_id where t.service_date = '${day}'),
  (select sum(version) from ticket where service_date = '${day}'), (select count(*) from appointment), (select sum(taken) from appointment_slot),
  (select count(*) from ticket_notice), (select count(*) from appointment where state = 'cancelled')`)[0].join();
let people = 0;
const person = () => new Officer(`127.0.6.${++people % 250 + 1}`);
const service = dispenser.services('A')[0];
const group = dispenser.group('A');

async function take(letter = 'A') {
  const ticket = await dispenser.ticket(letter);
  const pdf = Buffer.from(await (await fetch(`${url}/kiosk/ve/${ticket.id}/phieu.pdf`, { headers: { Cookie: `${dispenser.cookie}=${dispenser.secret}` } })).arrayBuffer());
  return { ...ticket, address: scanned(pdf).replace(url, '') };
}
async function book(time) {
  sql(`insert into appointment_slot (group_id, day, from_time, to_time, capacity) values (${group}, '${day}', '${time}', addtime('${time}', '00:30'), 9) on duplicate key update capacity = greatest(capacity, 9)`);
  const slot = one(`select id from appointment_slot where group_id = ${group} and day = '${day}' and from_time = '${time}'`);
  const who = person();
  const page = await who.ask(`/dat-lich?viec=${service}&ngay=${day}&gio=${slot}`);
  const answer = await who.ask('/dat-lich', { method: 'POST', form: { ...hidden(page.body, '/dat-lich'), email: '' } });
  return { slot, sealed: answer.to, code: /mc-pass__code">([\d ]+)</.exec((await who.ask(answer.to)).body)[1].replace(/ /g, '') };
}

await freshDay();
sql(`update ticket set state = 'closed', is_exact = false where state in ('waiting', 'called', 'serving', 'parked', 'missed');
  update counter_session set state = 'closed', pause_reason = null, closed_at = changed_at where state <> 'closed'`);
const yesterday = await take();
await freshDay();
const mine = await take();
const { code, slot, sealed } = await book('10:00');
const token = mine.address.slice(4);
const wrong = (text, i) => text.slice(0, i) + (text[i] === '1' ? '2' : '1') + text.slice(i + 1);

const line = (method, target, body) => [`${method} ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close',
  ...(body === undefined ? [] : ['Content-Type: application/x-www-form-urlencoded', `Content-Length: ${Buffer.byteLength(body, 'latin1')}`]), '', body ?? ''].join('\r\n');
async function refused(method, target, body) {
  const { status, body: said } = await raw(line(method, target, body));
  assert.ok(status >= 400 && status < 500, `${method} ${target.slice(0, 80)} ${String(body).slice(0, 60)}: ${status}`);
  assert.ok(!said.includes('<script>alert'), target);
}

const texts = ['%', '%zz', '%00', '%c0%af', '%ed%a0%80', '%ff%fe', '%0d%0aSet-Cookie:x=1', '..%2f..%2fetc', '%3Cscript%3Ealert(1)%3C/script%3E', 'a'.repeat(3000), '9'.repeat(400), '%F0%9F%98%80'.repeat(30), "'%20or%201=1--"];
const addresses = ['/ve/{}', '/ve/{}/trang-thai', '/ve/{}/nhan-tin', '/lich/{}', '/lich/{}/doi', '/dat-lich/xong/{}', '/en/ve/{}', '/en/lich/{}'];
const posts = ['/ve/{}/huy', '/ve/{}/nhan-tin', '/lich/{}/huy', '/lich/{}/doi'];

await test('tokens and codes that are no text, too long or something else', async () => {
  const before = all();
  for (const text of texts) {
    for (const where of addresses) await refused('GET', where.replace('{}', text));
    for (const where of posts) await refused('POST', where.replace('{}', text), 'token=x');
  }
  assert.equal(all(), before);
});

await test('forged at any place, of another day, of another kind', async () => {
  const before = all();
  for (let i = 0; i < token.length; i++) await refused('GET', `/ve/${wrong(token, i)}/trang-thai`);
  for (const bad of [yesterday.address.slice(4), code, token.slice(1), `${token}0`, token.replace(/[a-z]/, 'e')]) {
    for (const tail of ['', '/trang-thai', '/nhan-tin']) await refused('GET', `/ve/${bad}${tail}`);
    await refused('POST', `/ve/${bad}/huy`, 'token=x');
  }
  for (const bad of [token, wrong(code, 3), '0'.repeat(12), `${code}0`]) {
    await refused('GET', `/lich/${bad}`);
    await refused('GET', `/lich/${bad}/doi`);
    await refused('POST', `/lich/${bad}/huy`, 'token=x');
  }
  const mark = sealed.slice('/dat-lich/xong/'.length);
  for (const i of [0, 9, mark.length - 2]) await refused('GET', `/dat-lich/xong/${wrong(mark, i)}`);
  await refused('GET', `/dat-lich/xong/${token}`);
  assert.equal(all(), before);
});

await test('a form without its token, with that of another form, or with a field twice changes nothing', async () => {
  const before = all();
  const who = person();
  const ticketForm = hidden((await who.ask(mine.address)).body, `${mine.address}/huy`);
  const visitForm = hidden((await who.ask(`/lich/${code}`)).body, `/lich/${code}/huy`);
  const bookForm = hidden((await who.ask(`/dat-lich?viec=${service}&ngay=${day}&gio=${slot}`)).body, '/dat-lich');
  for (const [where, own, other] of [[`${mine.address}/huy`, ticketForm, visitForm], [`/lich/${code}/huy`, visitForm, bookForm], ['/dat-lich', bookForm, ticketForm], [`/lich/${code}/doi`, visitForm, bookForm], [`${mine.address}/nhan-tin`, ticketForm, bookForm]]) {
    await refused('POST', where, '');
    await refused('POST', where, `token=${encodeURIComponent(other.token)}`);
    await refused('POST', where, `token=${encodeURIComponent(own.token)}&token=${encodeURIComponent(own.token)}`);
    await refused('POST', where, `token=${encodeURIComponent(own.token)}%ff`);
    await refused('POST', where, `token=${'x'.repeat(70000)}`);
  }
  const fields = new URLSearchParams(bookForm);
  for (const more of ['&gio=1', '&viec=2', '&email=a@b.vn&email=c@d.vn', '&email=%c3%28']) await refused('POST', '/dat-lich', `${fields}${more}`);
  for (const change of [{ viec: '-1' }, { viec: '99999999999999999999' }, { ngay: '2026-02-30' }, { ngay: 'x'.repeat(2000) }, { gio: '0x10' }, { gio: '' }, { viec: '' }, { ngay: '0000-00-00' }, { email: `${'a'.repeat(500)}@b.vn` }, { email: '<script>alert(1)</script>@b.vn' }]) {
    await refused('POST', '/dat-lich', String(new URLSearchParams({ ...bookForm, email: '', ...change })));
  }
  assert.equal(all(), before);
});

await test('odd questions about times and halls are answered or refused, never with a failure', async () => {
  for (const where of ['/cho-doi?noi=', '/cho-doi?noi=%ff', '/cho-doi?noi=a&noi=b', '/cho-doi?noi=../etc', `/cho-doi?noi=${'a'.repeat(3000)}`, '/cho-doi?noi=KHONG', '/dat-lich?noi=khong-co', '/dat-lich?viec=0', '/dat-lich?viec=1&viec=2', '/dat-lich?viec=9999999', `/dat-lich?viec=${service}&ngay=1900-01-01`, `/dat-lich?viec=${service}&ngay=9999-12-31`, `/dat-lich?viec=${service}&ngay=31/02/2026`, `/dat-lich?viec=${service}&ngay=${day}&gio=99999999`, `/lich/${code}/doi?ngay=1900-01-01&gio=1`, `/lich/${code}/doi?gio=${slot}`, '/lich?ma=%00', '/ve/', '/ve', '/lich/', '/dat-lich/xong/', '/ve/tin/', '/ve/tin/counter-x-1', '/ve/tin/hall-..']) {
    const { status, body } = await raw(line('GET', where));
    assert.ok(status < 500, `${where.slice(0, 60)}: ${status}`);
    assert.doesNotMatch(body, /mysql|mariadb|select |NEOERR|\.c:\d/i, where);
  }
});

await test('given back and called at the same moment: one of the two happens, and both are told', async () => {
  const desk = await Desk.at('clerk', dispenser.hallCode, 1);
  for (let i = 0; i < 6; i++) {
    sql("update ticket set state = 'closed', is_exact = false where state in ('waiting', 'called', 'serving', 'parked', 'missed')");
    const ticket = await take();
    const who = person();
    const form = hidden((await who.ask(ticket.address)).body, `${ticket.address}/huy`);
    const [called, back] = await Promise.all([desk.press('/goi-tiep'), who.ask(`${ticket.address}/huy`, { method: 'POST', form })]);
    assert.equal(back.status, 303);
    assert.ok([303, 409].includes(called.status), `${called.status}`);
    const [state, events] = sql(`select t.state, (select group_concat(e.kind order by e.id) from ticket_event e where e.ticket_id = t.id) from ticket t where t.id = ${ticket.id}`)[0];
    assert.ok(`${state} ${events}` === 'called issued,called' || `${state} ${events}` === 'cancelled issued,cancelled', `${state}: ${events}`);
    assert.match((await who.ask(ticket.address)).body, state === 'called' ? /Mời đến quầy/ : /Bạn đã thôi chờ/);
  }
  sql("update ticket set state = 'closed', is_exact = false where state in ('waiting', 'called', 'serving', 'parked', 'missed')");
  await desk.close();
});

await test('moved, cancelled and let in at the same moment: the places still count as many as there are', async () => {
  for (let i = 0; i < 4; i++) {
    const { code: own, slot: from } = await book('10:30');
    const { slot: to } = await book('11:00');
    const [a, b] = [person(), person()];
    const cancel = hidden((await a.ask(`/lich/${own}`)).body, `/lich/${own}/huy`);
    const move = hidden((await b.ask(`/lich/${own}/doi?ngay=${day}&gio=${to}`)).body, `/lich/${own}/doi`);
    const answers = await Promise.all([a.ask(`/lich/${own}/huy`, { method: 'POST', form: cancel }), b.ask(`/lich/${own}/doi`, { method: 'POST', form: move })]);
    assert.ok(answers.every(({ status }) => [303, 409].includes(status)), answers.map(({ status }) => status).join());
    for (const id of [from, to]) assert.equal(one(`select taken from appointment_slot where id = ${id}`), one(`select count(*) from appointment where slot_id = ${id} and state <> 'cancelled'`));
  }
});
await at('real');
done();
