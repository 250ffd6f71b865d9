#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A visitor at a kiosk or a dispenser calls for help: one call of a device, told with its place to the officers of that
// hall alone, accepted by one of them, ended, taken back, lapsed; not without end; and never mixed up with an alarm.
import { assert, done, test } from '../lib/tap.mjs';
import { dev, hidden, Officer } from '../lib/staff.mjs';
import { Device } from '../lib/device.mjs';
import { sql } from '../lib/reception.mjs';

const one = (text) => sql(text)[0]?.[0];
const day = '2026-11-30';
const at = (time) => dev('clock', `${day} ${time}`);
const state = async (device) => JSON.parse((await device.ask('/kiosk/giup')).body).state;
async function tell(device, what) {
  const { token } = JSON.parse((await device.ask('/kiosk/giup')).body);
  return device.ask('/kiosk/giup', { method: 'POST', form: { token, viec: what } });
}
const beat = async (device) => JSON.parse((await device.ask('/kiosk/suc-khoe', { method: 'POST', form: { ban: 'x', trang: '/kiosk' } })).body).help;
const id_of = (name) => one(`select p.id from panic_call p join device d on d.id = p.device_id where d.name = '${name}' order by p.id desc limit 1`);
async function press(officer, id, act) {
  const action = `/can-bo/giup-khach/${id}/${act}`;
  const form = hidden((await officer.ask('/can-bo/viec')).body, action);
  assert.ok(form, `${officer.login} has the button`);
  return officer.ask(action, { method: 'POST', form });
}
const band = async (officer) => (await officer.ask('/can-bo')).body.match(/mc-alarm--help"[\s\S]*?<\/form>/g)?.join('') || '';

await at('09:00');
const kiosk = await Device.of('kiosk', 860);
const dispenser = await Device.of('dispenser', 861);
sql("update device set place = 'cửa chính' where name = 'kiosk-860'; update panic_call set ended_at = at where device_id is not null and ended_at is null");
let [clerk, supervisor, stranger] = [await Officer.of('clerk'), await Officer.of('supervisor'), await Officer.of('son.na')];

await test('called once, with its place, to the officers of that hall', async () => {
  assert.equal(await state(kiosk), 'none');
  assert.equal((await tell(kiosk, 'goi')).status, 303);
  assert.equal((await tell(kiosk, 'goi')).status, 303, 'twice is once');
  assert.equal(one("select count(*) from panic_call p join device d on d.id = p.device_id where d.name = 'kiosk-860'"), '1');
  assert.deepEqual([await state(kiosk), await beat(kiosk)], ['called', 'called']);
  assert.deepEqual([await state(dispenser), await beat(dispenser)], ['none', 'none'], 'not of another device');
  for (const officer of [clerk, supervisor]) {
    assert.match(await band(officer), /Khách cần giúp tại kiosk-860<\/strong> \(cửa chính\)[\s\S]*09:00[\s\S]*Tôi đến/);
  }
  assert.equal(await band(stranger), '', 'of another hall');
  for (const officer of [clerk, supervisor]) assert.doesNotMatch((await officer.ask('/can-bo')).body, /BÁO ĐỘNG/, 'it is no alarm');
  assert.match((await supervisor.ask('/en/can-bo')).body, /A visitor needs help at kiosk-860/);
});
await test('nobody answers: after two minutes the visitor is told so', async () => {
  await at('09:01:59');
  assert.equal(await state(kiosk), 'called');
  await at('09:02:00');
  assert.equal(await state(kiosk), 'late');
});
await test('one goes there: the device says so, the others have nothing to do any more', async () => {
  const id = id_of('kiosk-860');
  assert.equal((await stranger.ask(`/can-bo/giup-khach/${id}/den`, { method: 'POST', form: { ...hidden((await clerk.ask('/can-bo')).body, `/can-bo/giup-khach/${id}/den`) } })).status, 403, 'a form of somebody else');
  const answer = await press(clerk, id, 'den');
  assert.deepEqual([answer.status, answer.to], [303, '/can-bo/viec'], 'back to where it was');
  assert.deepEqual([await state(kiosk), await beat(kiosk)], ['coming', 'coming']);
  assert.match(await band(clerk), /Bạn đang đến giúp khách tại kiosk-860[\s\S]*Đã giúp xong/);
  assert.equal(await band(supervisor), '');
  assert.equal((await press(clerk, id, 'xong')).status, 303);
  assert.equal(await state(kiosk), 'none');
  assert.equal(await band(clerk), '');
  assert.match((await supervisor.ask('/can-bo/bao-dong')).body, /Khách gọi người giúp[\s\S]*kiosk-860[\s\S]*Nguyễn Thị Mỹ Duyên, 09:02[\s\S]*Nguyễn Thị Mỹ Duyên, 09:02/);
});
await test('two who go at once: the first is the one', async () => {
  await at('09:05');
  await tell(dispenser, 'goi');
  const id = id_of('dispenser-861');
  const action = `/can-bo/giup-khach/${id}/den`;
  const late = hidden((await supervisor.ask('/can-bo')).body, action);
  await press(clerk, id, 'den');
  assert.equal((await supervisor.ask(action, { method: 'POST', form: late })).status, 303);
  assert.equal(one(`select u.login from panic_call p join user u on u.id = p.accepted_by where p.id = ${id}`), 'clerk');
  assert.equal(await band(supervisor), '');
  await press(clerk, id, 'xong');
});
await test('the visitor takes it back', async () => {
  await at('09:10');
  await tell(dispenser, 'goi');
  assert.notEqual(await band(clerk), '');
  assert.equal((await tell(dispenser, 'thoi')).status, 303);
  assert.deepEqual([await state(dispenser), await band(clerk)], ['none', '']);
  assert.equal((await tell(dispenser, 'thoi')).status, 303, 'again is as good');
});
await test('nobody comes in ten minutes: it lapses, the device says so for a while, and may call again', async () => {
  await at('10:00');
  await tell(kiosk, 'goi');
  await at('10:10:00');
  assert.equal(await state(kiosk), 'nobody');
  assert.equal(await band(clerk), '');
  await tell(kiosk, 'goi');
  assert.equal(await state(kiosk), 'called');
  assert.equal(one("select group_concat(ifnull(time(p.ended_at), '-') order by p.id separator ' ') from panic_call p join device d on d.id = p.device_id where d.name = 'kiosk-860' and p.at >= '2026-11-30 10:00'"), '10:10:00 -');
  await at('10:25:01');
  assert.equal(await state(kiosk), 'none');
});
await test('somebody who went there and forgot to say so does not bind the device', async () => {
  await at('11:00');
  clerk = await Officer.of('clerk'); // an officer who did nothing for an hour is signed out
  await tell(kiosk, 'goi');
  await press(clerk, id_of('kiosk-860'), 'den');
  await at('11:15:00');
  assert.deepEqual([await state(kiosk), await band(clerk)], ['none', '']);
});
await test('called and taken back over and over: after five times it is refused for a while', async () => {
  await at('13:30');
  clerk = await Officer.of('clerk');
  for (let i = 0; i < 5; i++) {
    assert.equal((await tell(dispenser, 'goi')).status, 303);
    await tell(dispenser, 'thoi');
  }
  const refused = await tell(dispenser, 'goi');
  assert.equal(refused.status, 409);
  assert.deepEqual(JSON.parse(refused.body), { state: 'often' });
  assert.equal(await band(clerk), '');
  await at('13:40:01');
  assert.equal((await tell(dispenser, 'goi')).status, 303);
  await tell(dispenser, 'thoi');
});
await test('no form, a used form, an act that is none: nothing is called', async () => {
  const calls = () => one('select count(*) from panic_call');
  const before = calls();
  assert.equal((await kiosk.ask('/kiosk/giup', { method: 'POST', form: { viec: 'goi' } })).status, 403);
  const { token } = JSON.parse((await dispenser.ask('/kiosk/giup')).body);
  assert.equal((await kiosk.ask('/kiosk/giup', { method: 'POST', form: { token, viec: 'goi' } })).status, 403, 'of another device');
  assert.ok((await tell(kiosk, 'chay')).status >= 400);
  assert.equal(calls(), before);
});
await test('who neither sits at a counter nor runs a hall has no band and no news of it', async () => {
  await at('14:30');
  clerk = await Officer.of('clerk');
  await tell(kiosk, 'goi');
  const admin = await Officer.of('admin');
  assert.equal(await band(admin), '');
  assert.equal((await admin.ask('/can-bo/duoc-nghe/alarm-help')).status, 403);
  assert.equal((await clerk.ask('/can-bo/duoc-nghe/alarm-help')).status, 200);
  assert.equal((await clerk.ask('/can-bo/duoc-nghe/alarm-staff')).status, 403);
  await tell(kiosk, 'thoi');
});
await dev('clock', 'real');
done();
