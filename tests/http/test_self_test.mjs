#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The self-test of devices over HTTP: each result is noted for the device that found it, the scanned code is compared by
// the server with the one that was printed, and the staff read it.
import { assert, done, test } from '../lib/tap.mjs';
import { Device, hall } from '../lib/device.mjs';
import { Officer, hidden } from '../lib/staff.mjs';
import { sql } from '../lib/reception.mjs';

const path = '/kiosk/tu-kiem';
hall();
const id_of = (name) => sql(`select id from device where name = '${name}'`)[0][0];
const results = (name) => sql(`select what, is_good, detail from device_check where device_id = ${id_of(name)} order by id`);
// The forms of one address differ by the part they are of.
function form(body, part) {
  const at = body.indexOf(`data-test-form="${part}"`);
  const inside = body.slice(at, body.indexOf('</form>', at));
  return Object.fromEntries([...inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, n, v]) => [n, v]));
}
const printed = (body) => [...body.matchAll(/<p>(\d{4} \d{4} \d{4})<\/p>/g)].map(([, code]) => code.replace(/ /g, ''));
const say = async (device, part, fields) => device.ask(path, { method: 'POST', form: { ...form((await device.ask(path)).body, part), ...fields } });

await test('what somebody says of paper, sound and screen is noted', async () => {
  const kiosk = await Device.of('kiosk', 501);
  for (const [part, finding] of [['may-in', 'tot'], ['may-in', 'matdau'], ['loa', 'loi'], ['cam-ung', 'tot']]) {
    const answer = await say(kiosk, part, { ket: finding, ...(part === 'cam-ung' ? { 'so-do': '≤ 12 px' } : {}) });
    assert.equal(answer.status, 303);
    assert.match(answer.to, /^\/kiosk\/tu-kiem\?cho=/);
  }
  assert.deepEqual(results('kiosk-501'), [['print', '1', ''], ['print', '0', 'matdau'], ['sound', '0', 'loi'], ['touch', '1', '≤ 12 px']]);
  assert.equal(sql("select printer from device where name = 'kiosk-501'")[0][0], 'trouble', 'the list says so, too');
  assert.notEqual(sql("select ifnull(printer_at, '') from device where name = 'kiosk-501'")[0][0], '', 'and since when');
  const admin = await Officer.of('admin');
  const page = (await admin.ask(`/can-bo/thiet-bi/${id_of('kiosk-501')}`)).body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  assert.match(page, /Máy in Lỗi Mất dấu, mất chữ vừa xong/);
  assert.match(page, /Màn hình cảm ứng Tốt ≤ 12 px vừa xong/);
  assert.match(page, /Tự kiểm tra: máy in lỗi Tự kiểm tra: loa lỗi/);
});
await test('the codes that were printed are known again, each as what it is; anything else is not', async () => {
  const kiosk = await Device.of('kiosk', 502);
  const page = (await kiosk.ask(path)).body;
  const [square, line] = printed(page);
  assert.match(square, /^\d{11}1$/);
  assert.equal(line, `${square.slice(0, 11)}2`);
  let fields = form(page, 'may-quet');
  for (const read of [square, line, '000000000000', `${square} `, square.slice(0, 11), `${square}1`]) {
    const answer = await kiosk.ask(`${path}/quet`, { method: 'POST', form: { ...fields, ma: read } });
    assert.equal(answer.status, 303, read);
    const again = (await kiosk.ask(answer.to)).body;
    assert.deepEqual(printed(again), [square, line], 'the paper in the hand stays good');
    fields = form(again, 'may-quet');
  }
  assert.deepEqual(results('kiosk-502').map(([what, good, detail]) => [what, good, detail.split(' ')[0]]), [
    ['scan', '1', 'QR'], ['scan', '1', 'Code'], ['scan', '0', '≠'], ['scan', '1', 'QR'], ['scan', '0', '≠'], ['scan', '0', '≠']]);
});
await test('each page has a code of its own, and that of another device is none', async () => {
  const [one, two] = [await Device.of('kiosk', 503), await Device.of('kiosk', 504)];
  const pages = [(await one.ask(path)).body, (await one.ask(path)).body, (await two.ask(path)).body];
  assert.equal(new Set(pages.map((page) => printed(page)[0])).size, 3);
  const mine = form(pages[2], 'may-quet');
  const theirs = form(pages[0], 'may-quet');
  const answer = await two.ask(`${path}/quet`, { method: 'POST', form: { ...mine, cho: theirs.cho, ma: printed(pages[0])[0] } });
  assert.equal(answer.to, path);
  assert.deepEqual(results('kiosk-504'), [], 'nothing is noted');
  assert.equal((await two.ask(path, { method: 'POST', form: { ...form(pages[0], 'loa'), ket: 'tot' } })).status, 403, "another device's form");
});
await test('a form sent twice is one result; wrong inputs are none', async () => {
  const kiosk = await Device.of('kiosk', 505);
  const fields = { ...form((await kiosk.ask(path)).body, 'loa'), ket: 'tot' };
  for (let i = 0; i < 2; i++) assert.equal((await kiosk.ask(path, { method: 'POST', form: fields })).status, 303);
  assert.equal(results('kiosk-505').length, 1);
  for (const wrong of [{ ket: 'x' }, { phan: 'x' }, { 'so-do': 'x'.repeat(61) }, { ket: '' }]) {
    const answer = await say(kiosk, 'loa', { ket: 'tot', ...wrong });
    assert.ok(answer.status === 400 || answer.status === 422, JSON.stringify(wrong));
  }
  assert.equal(results('kiosk-505').length, 1);
});
await test('a device is asked for what it has', async () => {
  for (const [kind, parts] of Object.entries({ dispenser: ['may-in', 'may-quet', 'loa', 'cam-ung', 'dong-ho'], board: ['loa', 'dong-ho'], display: ['loa', 'dong-ho'], rating: ['loa', 'cam-ung', 'dong-ho'] })) {
    const page = (await (await Device.of(kind)).ask(path)).body;
    assert.deepEqual([...page.matchAll(/data-test-form="([^"]+)"/g)].map(([, part]) => part), parts, kind);
    assert.equal(page.includes('mc-sheet'), parts.includes('may-in'), kind);
  }
  assert.ok(hidden((await (await Device.of('board')).ask(path)).body, path), 'its forms work without scripts');
});
done();
