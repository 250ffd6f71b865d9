#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Being told that the turn is near: asked for on the telephone or with an appointment, once each, by mail or by short
// message, only when the turn is near, and nothing of anybody kept.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { assert, done, test, url } from '../lib/tap.mjs';
import { Desk } from '../lib/desk.mjs';
import { Dispenser, at, day, form, freshDay, scanned } from '../lib/dispenser.mjs';
import { state } from '../lib/instance.mjs';
import { Officer, hidden } from '../lib/staff.mjs';
import { sql } from '../lib/reception.mjs';

const dispenser = await Dispenser.of(1);
const one = (text) => sql(text)[0]?.[0];
const ways = (value) => sql(`insert into setting (name, value, is_public) values ('turn_messages', '${value}', 1) on duplicate key update value = '${value}', is_public = 1`);
const notice = (id) => sql(`select channel, ifnull(recipient_sealed, ''), told_at is not null from ticket_notice where ticket_id = ${id}`)[0];
const messages = (to) => sql(`select id, channel, template, lang, data, state from outbox where recipient = '${to}' order by id`);

// The background program, once, with these jobs due.
async function jobs(names = ['tell-near-turns', 'forget-near-turns'], more = {}) {
  const file = fs.readFileSync(path.join(state, 'run/staff.env'), 'utf8').trim().split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
  sql(`delete from job_run where job in (${names.map((n) => `'${n}'`)})`);
  await promisify(execFile)(path.join(process.env.MOTCUA_BUILD, 'motcua-jobs'), [], { env: { ...process.env, ...Object.fromEntries(file), MOTCUA_DB_USER: 'motcua-jobs', MOTCUA_DB_PASSWORD_FILE: `${state}/secrets/motcua-jobs.password`, MOTCUA_SOCKET: undefined, ...more } });
}

let people = 0;
const person = () => new Officer(`127.0.7.${++people % 250 + 1}`);
async function take(letter = 'A', fields = {}) {
  const ticket = await dispenser.ticket(letter, fields);
  const pdf = Buffer.from(await (await fetch(`${url}/kiosk/ve/${ticket.id}/phieu.pdf`, { headers: { Cookie: `${dispenser.cookie}=${dispenser.secret}` } })).arrayBuffer());
  return { ...ticket, address: scanned(pdf).replace(url, '') };
}
async function ask(address, fields, who = person()) {
  const page = await who.ask(`${address}/nhan-tin`);
  return page.status === 200 ? who.ask(`${address}/nhan-tin`, { method: 'POST', form: { ...hidden(page.body, `${address}/nhan-tin`), ...fields } }) : page;
}
const closeAll = () => sql(`update ticket set state = 'closed', is_exact = false where state in ('waiting', 'called', 'serving', 'parked', 'missed');
  update counter_session set state = 'closed', pause_reason = null, closed_at = changed_at where state <> 'closed'`);

await freshDay();
closeAll();
const before = one("select ifnull((select value from setting where name = 'turn_messages'), '')");

await test('where the centre tells nobody it is not offered', async () => {
  ways('');
  const { address } = await take();
  const who = person();
  assert.doesNotMatch((await who.ask(address)).body, /nhan-tin/);
  assert.equal((await who.ask(`${address}/nhan-tin`)).to, address);
  ways('mail');
  const page = await who.ask(`${address}/nhan-tin`);
  assert.match(page.body, /name="email"/);
  assert.doesNotMatch(page.body, /name="dienthoai"/);
  assert.equal((await ask(address, { dienthoai: '0938765412' })).status, 422, 'no short messages here');
  ways('mail,sms');
  assert.match((await who.ask(address)).body, new RegExp(`href="${address}/nhan-tin"`));
});

await test('a wrong number or address is asked for again, with what was typed', async () => {
  const { id, address } = await take();
  for (const [fields, words] of [[{}, /error-summary/], [{ dienthoai: '0274 3822 222' }, /value="0274 3822 222"/], [{ dienthoai: '12' }, /value="12"/], [{ email: 'khong phai thu' }, /value="khong phai thu"/], [{ email: 'a@b.vn\r\nBcc: x@y.vn' }, /./], [{ email: `${'a'.repeat(130)}@b.vn` }, /./]]) {
    const answer = await ask(address, { dienthoai: '', email: '', ...fields });
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(answer.body, words);
  }
  assert.equal(notice(id), undefined);
});

await test('told when three are before one and a counter is open: once, without the address of the ticket, and the number is lost', async () => {
  closeAll();
  const others = [];
  for (let i = 0; i < 4; i++) others.push(await take());
  const mine = await take();
  assert.equal((await ask(mine.address, { dienthoai: '0938 765 412', email: '' })).to, mine.address);
  assert.match((await person().ask(mine.address)).body, /Chúng tôi sẽ nhắn tin cho bạn một lần/);
  const [channel, sealed] = notice(mine.id);
  assert.equal(channel, 'sms');
  assert.ok(sealed && !sealed.includes('938'), 'sealed');
  await jobs();
  assert.deepEqual(messages('+84938765412'), [], 'nobody sits there');
  const desk = await Desk.at('clerk', dispenser.hallCode, 1);
  await jobs();
  assert.deepEqual(messages('+84938765412'), [], 'four are before it');
  await desk.press('/goi-tiep');
  await jobs();
  await jobs();
  const rows = messages('+84938765412');
  assert.deepEqual(rows.map(([, by, template, lang]) => [by, template, lang]), [['sms', 'turn_near', 'vi']]);
  assert.equal(JSON.parse(rows[0][4]).number, mine.label);
  assert.ok(!rows[0][4].includes(mine.address.slice(4)), 'who reads the message cannot give the ticket back');
  assert.deepEqual(notice(mine.id), ['sms', '', '1']);
  assert.match((await person().ask(mine.address)).body, /Chúng tôi đã báo cho bạn/);
  assert.equal((await ask(mine.address, { dienthoai: '0987654321', email: '' })).status, 303);
  await jobs();
  assert.deepEqual(messages('+84987654321'), [], 'once a ticket');
});

await test('the short message as the gateway gets it', async () => {
  const heard = [];
  const gateway = http.createServer((request, answer) => {
    let body = '';
    request.on('data', (piece) => { body += piece; }).on('end', () => { heard.push(JSON.parse(body)); answer.end('{"code":"100"}'); });
  });
  await new Promise((resolve) => { gateway.listen(0, '127.0.0.1', resolve); });
  try {
    await jobs(['send-sms'], { MOTCUA_SMS_URL: `http://127.0.0.1:${gateway.address().port}/`, MOTCUA_SMS_HEADERS: 'Content-Type: application/json', MOTCUA_SMS_BODY: '{"to":"{to84}","text":"{text}"}', MOTCUA_SMS_DONE: '"code":"100"' });
    const mine = heard.filter(({ to }) => to === '84938765412');
    assert.equal(mine.length, 1);
    assert.match(mine[0].text, /^Sap den luot so A\d{3}\. Moi Ong\/Ba den gan quay, nhin bang goi so\./);
    assert.ok(mine[0].text.length <= 160, `${mine[0].text.length} letters`);
    console.log(`# ${mine[0].text}`);
  } finally {
    gateway.close();
  }
});

await test('taken back before it was sent; asked twice at once it is asked once', async () => {
  const mine = await take();
  const who = person();
  await ask(mine.address, { dienthoai: '', email: 'thoi.nhan@example.com' }, who);
  assert.equal(notice(mine.id)[0], 'mail');
  assert.equal((await ask(mine.address, {}, who)).to, mine.address);
  assert.equal(notice(mine.id), undefined);
  const pages = await Promise.all([1, 2, 3].map(() => person().ask(`${mine.address}/nhan-tin`)));
  const answers = await Promise.all(pages.map(({ body }, i) => person().ask(`${mine.address}/nhan-tin`, { method: 'POST', form: { ...hidden(body, `${mine.address}/nhan-tin`), dienthoai: '', email: `lan.${i}@example.com` } })));
  assert.deepEqual(answers.map(({ status }) => status), [303, 303, 303]);
  assert.equal(one(`select count(*) from ticket_notice where ticket_id = ${mine.id}`), '1');
});

await test('who gave an address with the appointment is told too, when the time has come', async () => {
  closeAll();
  const group = dispenser.group('A');
  sql(`insert into appointment_slot (group_id, day, from_time, to_time, capacity) values (${group}, '${day}', '09:30', '10:00', 3) on duplicate key update capacity = 3 + taken`);
  const slot = one(`select id from appointment_slot where group_id = ${group} and day = '${day}' and from_time = '09:30'`);
  await at('09:05');
  const who = person();
  const page = await who.ask(`/en/dat-lich?viec=${dispenser.services('A')[0]}&ngay=${day}&gio=${slot}`);
  const answer = await who.ask('/en/dat-lich', { method: 'POST', form: { ...hidden(page.body, '/en/dat-lich'), email: 'gan.den@example.com' } });
  const code = /mc-pass__code">([\d ]+)</.exec((await who.ask(answer.to)).body)[1].replace(/ /g, '');
  const desk = await Desk.at('clerk', dispenser.hallCode, 1);
  const given = await dispenser.ask('/kiosk/lay-so', { method: 'POST', form: { ...form((await dispenser.scan(code)).body), dien: 'ordinary' } });
  assert.equal(given.status, 303);
  await jobs();
  assert.deepEqual(messages('gan.den@example.com').filter(([, , template]) => template === 'turn_near'), [], 'it is early');
  await at('09:30');
  await jobs();
  await jobs();
  assert.deepEqual(messages('gan.den@example.com').filter(([, , template]) => template === 'turn_near').map(([, by, , lang]) => [by, lang]), [['mail', 'en']]);
  await desk.close();
});

await test('when the ticket has ended its row goes; a message that ended forgets to whom it went', async () => {
  const mine = await take();
  const who = person();
  await ask(mine.address, { dienthoai: '', email: 'het.so@example.com' }, who);
  assert.ok(notice(mine.id));
  await who.ask(`${mine.address}/huy`, { method: 'POST', form: hidden((await who.ask(mine.address)).body, `${mine.address}/huy`) });
  await jobs();
  assert.equal(notice(mine.id), undefined);
  closeAll();
  await jobs();
  assert.equal(one(`select count(*) from ticket_notice n join ticket t on t.id = n.ticket_id where t.service_date = '${day}'`), '0');
  sql("update outbox set state = 'sent', sent_at = created_at where template = 'turn_near' and state = 'waiting'");
  await at(one(`select concat(date_add('${day}', interval 3 day), ' 08:00')`));
  await jobs(['forget-appointment-addresses']);
  assert.deepEqual(messages('+84938765412'), []);
  assert.equal(one("select count(*) from outbox where template = 'turn_near' and data is not null"), '0');
});

await test('forged, damaged and foreign tokens open nothing', async () => {
  await freshDay();
  const mine = await take();
  await freshDay();
  const who = person();
  for (const token of [mine.address.slice(4), '0'.repeat(24), 'x', `${mine.address.slice(4, -1)}`]) {
    assert.equal((await who.ask(`/ve/${token}/nhan-tin`)).status, 404, token);
    assert.ok([400, 403, 404, 422].includes((await who.ask(`/ve/${token}/nhan-tin`, { method: 'POST', form: { dienthoai: '0938765412' } })).status), token);
  }
  assert.equal(notice(mine.id), undefined);
});
ways(before);
closeAll();
await at('real');
done();
