#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Devices as administrators and managers see them: letting one in by its code, two at the same code, codes that have
// ended, halls of others, changing, asking for a self-test, shutting out; what the list says of their health; the audit.
import { assert, done, test } from '../lib/tap.mjs';
import { account, Officer } from '../lib/staff.mjs';
import { Device, hall } from '../lib/device.mjs';
import { sql } from '../lib/reception.mjs';

const root = '/can-bo/thiet-bi';
const one = (query) => sql(query)[0]?.[0];
const said = (body) => [...body.matchAll(/govuk-error-message[^>]*>([^<]+)</g)].map(([, text]) => text.replace(/^\s*Lỗi:?\s*/, '').trim());
const text = (body) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

// A hall of its own with counters 1 and 2, and another one that belongs to somebody else.
const mark = `thu-${process.pid}`;
const [[agency]] = sql("select id from agency where code = 'UBND_TA'");
const [[foreign]] = sql("select id from agency where code = 'UBND_TDM'");
for (const [code, body] of [[mark, agency], [`${mark}-x`, foreign]]) sql(`insert into hall (agency_id, code, name) values (${body}, '${code}', 'Sảnh ${code}')`);
const hall_id = one(`select id from hall where code = '${mark}'`);
const other_hall = one(`select id from hall where code = '${mark}-x'`);
sql(`insert into counter (hall_id, number, name, zone) values (${hall_id}, 1, 'Hộ tịch', 'A'), (${hall_id}, 2, 'Đất đai', 'B'), (${other_hall}, 1, 'Quầy khác', 'X')`);
const counter = (id, number) => one(`select id from counter where hall_id = ${id} and number = ${number}`);

// A manager of that body alone.
const person = await account('thietbi');
sql(`insert into role_grant (user_id, role, agency_id, from_date, granted_by) select u.id, 'manager', ${agency}, '2020-01-01', u.id from user u where u.login = '${person.login}'`);
const manager = await Officer.of(person.login);
const admin = await Officer.of('admin');
const usual = { loai: 'kiosk', sanh: hall_id, quay: '', khu: '', ten: 'Kiosk thử', noi: 'Cạnh cửa', cochu: '' };
const pair = (officer, fields) => officer.send(`${root}/ghep`, { ...usual, ...fields });
const asking = async () => {
  sql("delete from device where state = 'asking'");
  const device = await Device.asking();
  return { device, code: await device.code() };
};
const row = (id, columns) => sql(`select ${columns} from device where id = ${id}`)[0];
const id_of = (answer) => /thiet-bi\/(\d+)/.exec(answer.to)[1];
async function paired(fields = {}, officer = manager) {
  const { device, code } = await asking();
  const answer = await pair(officer, { ma: code, ...fields });
  assert.equal(answer.status, 303, said(answer.body).join('\n'));
  return { device, id: id_of(answer) };
}

await test('a device is let in by its code, typed as it is read, and by nothing else', async () => {
  const { device, code } = await asking();
  const no = await pair(manager, { ma: String((Number(code) + 1) % 1000000).padStart(6, '0') });
  assert.equal(no.status, 422);
  assert.match(said(no.body)[0], /Không có thiết bị nào đang chờ với mã này/);
  assert.match(no.body, /value="Kiosk thử"/, 'what was typed stays');
  const answer = await pair(manager, { ma: `${code.slice(0, 3)} ${code.slice(3)}`, cochu: '42' });
  assert.equal(answer.status, 303);
  const id = id_of(answer);
  assert.deepEqual(row(id, "state, kind, hall_id, ifnull(counter_id, '-'), name, place, text_px, ifnull(pairing_code, '-')"), ['approved', 'kiosk', hall_id, '-', 'Kiosk thử', 'Cạnh cửa', '42', '-']);
  assert.equal(one(`select u.login from device d join user u on u.id = d.approved_by where d.id = ${id}`), person.login);
  assert.match(one(`select concat(type, ' ', note) from audit where subject = 'device ${id}'`), /^device_approved kiosk, hall /);
  assert.equal((await device.ask('/kiosk')).to, '/kiosk/trang-dau');
  const again = await pair(manager, { ma: code });
  assert.equal(again.status, 422, 'a code is spent');
});
await test('two who type the same code at the same moment: one device, one entry, and the other is told', async () => {
  for (let i = 0; i < 5; i++) {
    const { code } = await asking();
    const audits = () => Number(one("select count(*) from audit where type = 'device_approved'"));
    const before = audits();
    const answers = await Promise.all([pair(manager, { ma: code, ten: 'Một' }), pair(admin, { ma: code, ten: 'Hai' })]);
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [303, 422]);
    assert.equal(audits(), before + 1);
    const winner = answers.find((answer) => answer.status === 303);
    assert.equal(row(id_of(winner), 'name')[0], answers[0] === winner ? 'Một' : 'Hai');
  }
});
await test('the same form sent twice lets one device in', async () => {
  const { code } = await asking();
  const page = await manager.ask(`${root}/ghep`);
  const token = /ghep"[^>]*><input type="hidden" name="token" value="([^"]+)"/.exec(page.body)[1];
  const send = () => manager.ask(`${root}/ghep`, { method: 'POST', form: { ...usual, ma: code, token } });
  const answers = await Promise.all([send(), send()]);
  assert.deepEqual(answers.map((answer) => answer.status), [303, 303]);
  assert.equal(answers[0].to, answers[1].to);
});
await test('a code that has ended is no code', async () => {
  const { code } = await asking();
  sql("update device set asked_at = asked_at - interval 15 minute where state = 'asking'");
  assert.equal((await pair(manager, { ma: code })).status, 422);
});
await test('each wrong input has its sentence; what a kind does not have is left out', async () => {
  const { code } = await asking();
  for (const [fields, message] of [
    [{ ma: '' }, /chưa có nội dung/], [{ ten: '' }, /chưa có nội dung/], [{ loai: 'tivi' }, /./], [{ sanh: other_hall }, /Chọn một sảnh/], [{ sanh: '999999' }, /Chọn một sảnh/],
    [{ cochu: '8' }, /Cỡ chữ từ 16 đến 96/], [{ cochu: '200' }, /Cỡ chữ từ 16 đến 96/], [{ loai: 'man-hinh-quay' }, /Chọn một quầy/],
    [{ loai: 'may-danh-gia', quay: counter(other_hall, 1) }, /Chọn một quầy/],
    [{ loai: 'bang-goi', amluong: '101' }, /Âm lượng từ 0 đến 100/], [{ loai: 'bang-goi', tieng: 'to' }, /./],
  ]) {
    const answer = await pair(manager, { ma: code, ...fields });
    assert.equal(answer.status, 422, JSON.stringify(fields));
    assert.match(text(answer.body), message, JSON.stringify(fields));
  }
  const board = await pair(manager, { ma: code, loai: 'bang-goi', quay: counter(hall_id, 1), khu: 'A' });
  assert.deepEqual(row(id_of(board), "kind, ifnull(counter_id, '-'), zone"), ['board', '-', 'A']);
  const { id } = await paired({ loai: 'man-hinh-quay', quay: counter(hall_id, 2), khu: 'A' });
  assert.deepEqual(row(id, 'kind, counter_id, zone'), ['display', counter(hall_id, 2), '']);
});
await test('a manager sees and touches the devices of the own halls alone; an administrator all', async () => {
  const mine = await paired({ ten: `Của tôi ${mark}` });
  const theirs = await paired({ sanh: other_hall, ten: `Của người ${mark}` }, admin);
  const seen = async (officer) => (await officer.ask(root)).body;
  assert.match(await seen(manager), new RegExp(`Của tôi ${mark}`));
  assert.doesNotMatch(await seen(manager), new RegExp(`Của người ${mark}`));
  for (const name of ['Của tôi', 'Của người']) assert.match(await seen(admin), new RegExp(`${name} ${mark}`));
  const page = await manager.ask(`${root}/ghep`);
  assert.ok(!page.body.includes(`Sảnh ${mark}-x`), 'nor is the hall to choose from');
  assert.equal((await manager.ask(`${root}/${theirs.id}`)).status, 404);
  assert.equal((await manager.ask(`${root}/${theirs.id}/sua`)).status, 404);
  // A form of one's own device does not open somebody else's.
  const token = /thu-hoi"[^>]*><input type="hidden" name="token" value="([^"]+)"/.exec((await manager.ask(`${root}/${mine.id}`)).body)[1];
  assert.equal((await manager.ask(`${root}/${theirs.id}/thu-hoi`, { method: 'POST', form: { token } })).status, 403);
  assert.equal(row(theirs.id, 'state')[0], 'approved');
  assert.equal((await admin.ask(`${root}/${theirs.id}`)).status, 200);
});
await test('a device that is still asking has no page, and no name of anybody is in the list', async () => {
  const { code } = await asking();
  const id = one("select id from device where state = 'asking'");
  assert.equal((await admin.ask(`${root}/${id}`)).status, 404);
  const list = (await manager.ask(root)).body;
  assert.match(text(list), /Đang chờ ghép nối .* từ địa chỉ 127\.0\.0\.1/);
  assert.ok(!list.includes(code), 'the code stands on the device alone: who types it has seen it');
});
await test('a change holds at the next report; who was slower is shown what the other did', async () => {
  const { id, device } = await paired();
  const page = await manager.ask(`${root}/${id}/sua`);
  const value = (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body.slice(page.body.indexOf('mc-device-form')))[1];
  const change = (officer, fields) => officer.send(`${root}/${id}/sua`, { ...usual, ...fields });
  assert.equal((await change(manager, { ten: 'Tên mới', cochu: '40' })).status, 303);
  assert.deepEqual(row(id, 'name, text_px'), ['Tên mới', '40']);
  assert.match(one(`select note from audit where subject = 'device ${id}' order by id desc limit 1`), /text 40/);
  const late = await manager.ask(`${root}/${id}/sua`, { method: 'POST', form: { ...usual, ten: 'Tên chậm', token: value('token'), vet: value('vet') } });
  assert.equal(late.status, 409);
  assert.match(late.body, /Người khác vừa sửa thiết bị này/);
  assert.match(late.body, /value="Tên chậm"/);
  assert.equal(row(id, 'name')[0], 'Tên mới');
  assert.equal((await change(manager, { loai: 'may-danh-gia', quay: counter(hall_id, 1) })).status, 303);
  assert.equal((await device.ask('/kiosk')).to, '/kiosk/danh-gia', 'another kind is another page');
  assert.equal((await device.ask('/kiosk/trang-dau')).status, 403);
});
await test('staff say which board speaks and how loud, and whether a display names the officer; other kinds have neither', async () => {
  const screen = (id) => row(id, "ifnull(speaks, '-'), volume, shows_officer");
  const { id } = await paired({ loai: 'bang-goi' });
  assert.deepEqual(screen(id), ['-', '100', '0']);
  const change = (fields) => manager.send(`${root}/${id}/sua`, { ...usual, ...fields });
  for (const [fields, wanted] of [
    [{ loai: 'bang-goi', tieng: 'khong', amluong: '40' }, ['0', '40', '0']],
    [{ loai: 'bang-goi', tieng: 'co', amluong: '', hienten: '1' }, ['1', '100', '0']],
    [{ loai: 'man-hinh-quay', quay: counter(hall_id, 1), tieng: 'co', amluong: '7', hienten: '1' }, ['-', '100', '1']],
    [{ loai: 'kiosk', tieng: 'co', amluong: '7', hienten: '1' }, ['-', '100', '0']],
  ]) {
    assert.equal((await change(fields)).status, 303);
    assert.deepEqual(screen(id), wanted, JSON.stringify(fields));
  }
  await change({ loai: 'bang-goi', tieng: 'khong', amluong: '40' });
  assert.match(one(`select note from audit where subject = 'device ${id}' order by id desc limit 1`), /voice silent, volume 40/);
  const form = (await manager.ask(`${root}/${id}/sua`)).body;
  assert.match(form, /<option value="khong" selected>/);
  assert.match(form, /name="amluong" type="text" value="40"/);
});
await test('a self-test or a reload is asked for once', async () => {
  const { id, device } = await paired();
  const beat = async () => JSON.parse((await device.ask('/kiosk/suc-khoe', { method: 'POST', form: { ban: 'x', trang: '/kiosk' } })).body).want;
  assert.equal(await beat(), 'nothing');
  for (const [work, want] of [['tu-kiem', 'check'], ['tai-lai', 'reload']]) {
    const page = await manager.ask(`${root}/${id}`);
    const token = /yeu-cau"[^>]*><input type="hidden" name="token" value="([^"]+)"/.exec(page.body)[1];
    assert.equal((await manager.ask(`${root}/${id}/yeu-cau`, { method: 'POST', form: { token, viec: work } })).status, 303);
    assert.equal(await beat(), want);
    assert.equal(await beat(), 'nothing');
  }
});
await test('a printer that somebody said is out of order: since when, until staff say that it works again', async () => {
  const { id, device } = await paired({ loai: 'may-lay-so' });
  const beat = (form = {}) => device.ask('/kiosk/suc-khoe', { method: 'POST', form: { ban: 'x', trang: '/kiosk', ...form } });
  const page = async () => (await manager.ask(`${root}/${id}`)).body;
  assert.doesNotMatch(await page(), /may-in"/, 'nothing to mend');
  assert.equal(JSON.parse((await beat({ 'may-in': 'trouble' })).body).printer, 'trouble');
  sql(`update device set printer_at = printer_at - interval 5 minute where id = ${id}`);
  await beat({ 'may-in': 'trouble' });
  await beat();
  assert.match(text(await page()), /Máy in lỗi \(5 phút trước\)/, 'since it was first said');
  const mended = await manager.send(`${root}/${id}`, {}, `${root}/${id}/may-in`);
  assert.deepEqual([mended.status, mended.to], [303, `${root}/${id}?vua=printer`]);
  assert.match((await manager.ask(mended.to)).body, /máy in hoạt động lại/);
  assert.doesNotMatch(await page(), /Máy in lỗi/);
  assert.equal(JSON.parse((await beat()).body).printer, 'ok', 'the device knows');
  assert.equal(one(`select concat(type, ' ', note) from audit where subject = 'device ${id}' order by id desc limit 1`), 'device_printer_mended trouble');
});
await test('shut out: nothing more in the same second, and it is told', async () => {
  const { id, device } = await paired();
  assert.equal((await device.ask('/kiosk/trang-dau')).status, 200);
  assert.equal((await manager.send(`${root}/${id}`, {}, `${root}/${id}/thu-hoi`)).status, 303);
  assert.equal((await device.ask('/kiosk/trang-dau')).status, 303);
  assert.match((await device.ask('/kiosk')).body, /data-pair="revoked"/);
  assert.equal(one(`select type from audit where subject = 'device ${id}' order by id desc limit 1`), 'device_revoked');
  assert.equal((await manager.ask(`${root}/${id}/sua`)).status, 404);
  assert.match((await manager.ask(`${root}/${id}`)).body, /Đã thu hồi/);
  await device.send('/kiosk', {}, '/kiosk/ghep');
  assert.match(await device.code(), /^\d{6}$/, 'it may ask again, as another device');
});
await test('the list says what is wrong with a device, and nothing where nothing is', async () => {
  const { id, device } = await paired({ ten: `Máy khám ${mark}`, loai: 'may-lay-so' });
  const beat = (form) => device.ask('/kiosk/suc-khoe', { method: 'POST', form: { trang: '/kiosk/lay-so', 'dong-ho': String(Date.now()), ...form } });
  const line = async () => text((await manager.ask(root)).body.split('<tr').find((part) => part.includes(`Máy khám ${mark}`)));
  assert.match(await line(), /Chưa kết nối/);
  const version = JSON.parse((await beat({ ban: 'x' })).body).version;
  await beat({ ban: version, 'may-in': 'ok' });
  assert.match(await line(), /Đang chạy vừa xong –/);
  await beat({ ban: '0.0.1-00000000', 'may-in': 'no_paper', 'dong-ho': String(Date.now() - 200000) });
  assert.match(await line(), /Máy in hết giấy \(vừa xong\) Đồng hồ chậm 3 phút Đang dùng bản cũ/);
  await beat({ ban: version, 'may-in': 'ok', may: 'aaaaaaaaaaaaaaaa' });
  assert.match(await line(), /Đang chạy vừa xong –/);
  await beat({ ban: version, 'may-in': 'ok', may: 'bbbbbbbbbbbbbbbb' });
  assert.match(await line(), /Hai trình duyệt dùng chung một khóa/, 'a cookie that was copied');
  sql(`update device set copied_at = null, seen_at = seen_at - interval 30 minute where id = ${id}`);
  assert.match(await line(), /Mất liên lạc 30 phút trước/);
  await beat({ ban: version, may: 'cccccccccccccccc' });
  assert.match(await line(), /Đang chạy vừa xong –/, 'after half an hour it was set up anew, not copied');
  sql(`insert into device_check (device_id, at, what, is_good) values (${id}, now(), 'print', 0)`);
  assert.match(await line(), /Tự kiểm tra: máy in lỗi/);
  sql(`insert into device_check (device_id, at, what, is_good) values (${id}, now(), 'print', 1)`);
  assert.doesNotMatch(await line(), /Tự kiểm tra/);
});
done();
