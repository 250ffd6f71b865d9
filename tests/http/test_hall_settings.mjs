#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Settings of halls over HTTP: adding, changing, retiring; a plain message for every wrong input, with all that was typed kept;
// nothing of today is renumbered; who changed what is in the audit; two at the same form; not another manager's hall.
import { assert, done, test } from '../lib/tap.mjs';
import { sql } from '../lib/reception.mjs';
import { Officer, account, hidden } from '../lib/staff.mjs';

const manager = await Officer.of('manager');
const code = `thu-${process.pid}`;
const root = '/can-bo/sanh/cai-dat';
const hall = `${root}/${code}`;
const rules = { ten: 'Bộ phận Một cửa thử', tienganh: 'Try-out office', luot: '2', dung: '15', vang: '180', lau: '30', ngay: '14', mo: '1' };
const group = { chu: 'A', ten: 'Hộ tịch', tienganh: 'Civil status', loai: 'nop', dau: '1', cuoi: '799', muon: '999', muc: '', tu: '', den: '', phut: '8', hen: '', vitri: '10', mo: '1' };
const said = (body) => [...body.matchAll(/govuk-error-message[^>]*>([^<]+)</g)].map(([, text]) => text.replace(/^\s*Lỗi:\s*/, '').trim());
const one = (query) => sql(query)[0]?.[0];
const group_id = (letter) => one(`select g.id from service_group g join hall h on h.id = g.hall_id where h.code = '${code}' and g.letter = '${letter}'`);
const counter_id = (number) => one(`select c.id from counter c join hall h on h.id = c.hall_id where h.code = '${code}' and c.number = ${number}`);
const audits = () => Number(one(`select count(*) from audit where subject like 'hall ${code}%'`));
// A form without the boxes that are not ticked.
const ticked = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

async function refused(page, fields, message) {
  const answer = await manager.send(page, ticked(fields));
  assert.equal(answer.status, 422, `${page}: ${message}`);
  assert.ok(said(answer.body).includes(message), `${message}\n${said(answer.body).join('\n')}`);
  return answer;
}
async function done_to(page, fields) {
  const answer = await manager.send(page, ticked(fields));
  assert.equal(answer.status, 303, `${page}\n${said(answer.body).join('\n')}`);
  assert.equal(answer.to, hall);
}

await test('a new hall; its code is its own', async () => {
  await refused(`${root}/moi`, { ...rules, ma: 'moi', coquan: 'UBND_TA' }, 'Mã gồm tối đa 20 chữ thường không dấu, chữ số và gạch ngang, ví dụ thuan-an');
  await refused(`${root}/moi`, { ...rules, ma: code, coquan: 'STP' }, 'Không có cơ quan nào mang mã này');
  const many = await refused(`${root}/moi`, { ...rules, ma: code, coquan: 'UBND_TA', luot: '0', dung: '999', vang: '1', lau: '0', ngay: '61' }, 'Số lượt ưu tiên liên tiếp từ 1 đến 20');
  assert.equal(said(many.body).length, 5, 'all at once');
  assert.match(many.body, /value="Bộ phận Một cửa thử"/, 'what was typed stays');
  await done_to(`${root}/moi`, { ...rules, ma: code, coquan: 'UBND_TA', doituong: 'cao-tuoi' });
  await refused(`${root}/moi`, { ...rules, ma: code, coquan: 'UBND_TA' }, 'Mã này đã thuộc một sảnh khác');
  assert.equal(one(`select classes from hall where code = '${code}'`), 'elderly');
  assert.match((await manager.ask(root)).body, /Bộ phận Một cửa thử/);
});
await test('its rules are changed; what changed is in the audit', async () => {
  const before = audits();
  await done_to(`${hall}/sua`, { ...rules, luot: '3', doituong: 'co-cong' });
  assert.equal(one(`select priority_run from hall where code = '${code}'`), '3');
  assert.equal(audits(), before + 1);
  assert.match(one(`select note from audit where subject = 'hall ${code}' order by id desc limit 1`), /priority_run 2 -> 3/);
  await done_to(`${hall}/sua`, { ...rules, luot: '3', doituong: 'co-cong' });
  assert.equal(audits(), before + 1, 'nothing changed, nothing noted');
});
await test('groups: each wrong input has its sentence', async () => {
  const page = `${hall}/nhom/moi`;
  for (const [fields, message] of [
    [{ chu: 'O' }, 'Nhập một chữ cái từ A đến Z, trừ I và O dễ nhầm với số'],
    [{ chu: '7' }, 'Nhập một chữ cái từ A đến Z, trừ I và O dễ nhầm với số'],
    [{ chu: 'Đ' }, 'Nhập một chữ cái từ A đến Z, trừ I và O dễ nhầm với số'],
    [{ dau: '0' }, 'Số đầu từ 1 đến 999'],
    [{ dau: '50', cuoi: '40' }, 'Số cuối phải từ số đầu trở lên và không quá 999'],
    [{ cuoi: '1000' }, 'Số cuối phải từ số đầu trở lên và không quá 999'],
    [{ muon: '700' }, 'Số cuối dự phòng phải từ số cuối trở lên và không quá 999'],
    [{ muc: '1000' }, 'Số vé tối đa trong ngày từ 1 đến 999, hoặc để trống'],
    [{ tu: '25:00' }, 'Nhập giờ, ví dụ 16:30'],
    [{ tu: '10:00', den: '09:00' }, 'Giờ cuối phải sau giờ đầu'],
    [{ hen: '100' }, 'Số lượt hẹn mỗi nửa giờ từ 1 đến 99, hoặc để trống'],
    [{ hen: 'ba' }, 'Nhập một số nguyên, chỉ gồm chữ số'],
    [{ phut: '0' }, 'Thời gian phục vụ từ 1 đến 240 phút'],
    [{ phut: 'mười' }, 'Nhập một số nguyên, chỉ gồm chữ số'],
    [{ vitri: '99999' }, 'Thứ tự từ 0 đến 9999'],
    [{ ten: '' }, 'Phần này chưa có nội dung'],
  ]) await refused(page, { ...group, ...fields }, message);
  assert.equal(group_id('A'), undefined, 'nothing was added');
  await done_to(page, { ...group, chu: 'a', tu: '07:30', den: '11:00', muc: '40' });
  assert.deepEqual(sql(`select first_number, last_number, lease_last, daily_cap, from_time, to_time, minutes, is_active from service_group where id = ${group_id('A')}`)[0], ['1', '799', '999', '40', '07:30:00', '11:00:00', '8', '1']);
  await refused(page, group, 'Chữ này đã thuộc nhóm khác của sảnh');
  await done_to(page, { ...group, chu: 'B', ten: 'Đất đai' });
});
await test('appointments: how many each half hour, how far ahead', async () => {
  const page = `${hall}/nhom/${group_id('B')}`;
  const capacity = () => one(`select ifnull(slot_capacity, 'none') from service_group where id = ${group_id('B')}`);
  const note = (subject) => one(`select note from audit where subject = '${subject}' order by id desc limit 1`);
  assert.equal(capacity(), 'none');
  await done_to(page, { ...group, chu: 'B', ten: 'Đất đai', hen: '3' });
  assert.equal(capacity(), '3');
  assert.match(note(`hall ${code} group B`), /slot_capacity 0 -> 3/);
  assert.match((await manager.ask(hall)).body, /3 lượt hẹn mỗi nửa giờ[\s\S]*trước 14 ngày/);
  await refused(`${hall}/sua`, { ...rules, ngay: '61' }, 'Số ngày cho đặt hẹn trước từ 0 đến 60');
  await refused(`${hall}/sua`, { ...rules, ngay: '' }, 'Phần này chưa có nội dung');
  await done_to(`${hall}/sua`, { ...rules, luot: '3', doituong: 'co-cong', ngay: '0' });
  assert.equal(one(`select book_days from hall where code = '${code}'`), '0');
  assert.match(note(`hall ${code}`), /book_days 14 -> 0/);
  assert.match((await manager.ask(hall)).body, /không nhận hẹn/);
  await done_to(page, { ...group, chu: 'B', ten: 'Đất đai', hen: '' });
  assert.equal(capacity(), 'none');
});
await test('services with their fields', async () => {
  const page = `${hall}/nhom/${group_id('A')}/dich-vu`;
  await refused(`${page}/moi`, { ten: '', vitri: '1', mo: '1' }, 'Phần này chưa có nội dung');
  await refused(`${page}/moi`, { ten: 'Khai sinh', vitri: '1', mo: '1', linhvuc: 'khong-co' }, 'Không có lĩnh vực nào mang mã này');
  await done_to(`${page}/moi`, { ten: 'Khai sinh', tienganh: '', vitri: '1', mo: '1', linhvuc: 'ho-tich' });
  const id = one(`select id from service where group_id = ${group_id('A')}`);
  const fields = () => sql(`select f.code from service_field x join field f on f.id = x.field_id where x.service_id = ${id} order by 1`).flat();
  assert.deepEqual(fields(), ['ho-tich']);
  await done_to(`${page}/${id}`, { ten: 'Khai sinh', vitri: '1', mo: '1' });
  assert.deepEqual(fields(), [], 'a service may be of no field');
  await done_to(`${page}/${id}`, { ten: 'Khai sinh, khai tử', vitri: '1', mo: undefined, linhvuc: 'chung-thuc' });
  assert.deepEqual(fields(), ['chung-thuc']);
  assert.deepEqual(sql(`select name, is_active from service where id = ${id}`)[0], ['Khai sinh, khai tử', '0']);
  assert.equal((await manager.ask(`${hall}/nhom/${group_id('B')}/dich-vu/${id}`)).status, 404, 'of another group');
});
await test('counters: number, groups, retired', async () => {
  const a = group_id('A');
  await refused(`${hall}/quay/moi`, { so: '0', mo: '1', nhomphucvu: a }, 'Số quầy từ 1 đến 99');
  await refused(`${hall}/quay/moi`, { so: '1', mo: '1' }, 'Chọn ít nhất một nhóm dịch vụ');
  const foreign = one('select g.id from service_group g join hall h on h.id = g.hall_id where h.code = \'trung-tam\' limit 1');
  await refused(`${hall}/quay/moi`, { so: '1', mo: '1', nhomphucvu: foreign }, 'Có nhóm dịch vụ không thuộc sảnh này. Chọn lại');
  await done_to(`${hall}/quay/moi`, { so: '1', ten: 'Một cửa', khu: 'A', mo: '1', nhomphucvu: a });
  await refused(`${hall}/quay/moi`, { so: '1', mo: '1', nhomphucvu: a }, 'Sảnh này đã có quầy mang số đó');
  await done_to(`${hall}/quay/${counter_id(1)}`, { so: '2', ten: 'Một cửa', khu: '', mo: undefined, nhomphucvu: a });
  assert.deepEqual(sql(`select number, zone, is_active from counter where id = ${counter_id(2)}`)[0], ['2', '', '0']);
  await done_to(`${hall}/quay/${counter_id(2)}`, { so: '1', ten: 'Một cửa', khu: '', mo: '1', nhomphucvu: a });
});
await test('what was given out today keeps letter and number', async () => {
  const a = group_id('A');
  const page = `${hall}/nhom/${a}`;
  const day = one(`select date(convert_tz(utc_timestamp(), '+00:00', '+07:00'))`);
  sql(`insert into ticket (hall_id, service_date, letter_group_id, number, group_id, rank_at, arrival_at, state, channel)
    select hall_id, '${day}', id, 30, id, '${day} 08:00:00', '${day} 08:00:00', 'waiting', 'staff' from service_group where id = ${a};
    insert into device (kind, state, hall_id, secret_hash, asked_at, approved_at) select 'dispenser', 'approved', hall_id, unhex(sha2('${code}', 256)), '${day} 07:00:00', '${day} 07:00:00' from service_group where id = ${a};
    insert into number_lease (device_id, group_id, service_date, first_number, last_number, lent_at) select d.id, ${a}, '${day}', 800, 819, '${day} 07:00:00' from device d where d.secret_hash = unhex(sha2('${code}', 256))`);
  try {
    const told = await manager.ask(page);
    assert.match(told.body, /đã phát 1 số[\s\S]*A030[\s\S]*A800 – A819/, 'the page says what today has');
    await refused(page, { ...group, chu: 'E' }, 'Nhóm này đã phát số với chữ cũ nên chữ không đổi được. Hãy ngừng nhóm này và thêm nhóm mới');
    await refused(page, { ...group, dau: '2' }, 'Hôm nay đã phát số trong nhóm này nên số đầu chưa đổi được. Đổi sau khi hết ngày');
    await refused(page, { ...group, cuoi: '29' }, 'Hôm nay đã phát đến số lớn hơn. Số cuối không thể nhỏ hơn số đã phát');
    await refused(page, { ...group, cuoi: '800' }, 'Hôm nay máy lấy số đã được giao một phần các số này. Số cuối phải nhỏ hơn các số đã giao');
    await refused(page, { ...group, muon: '810' }, 'Hôm nay máy lấy số đã được giao các số lớn hơn. Số cuối dự phòng không thể nhỏ hơn');
    await refused(page, { ...group, mo: undefined }, 'Còn người đang chờ hoặc đang được phục vụ trong nhóm này. Phục vụ xong hoặc chuyển họ sang nhóm khác rồi hãy ngừng');
    await done_to(page, { ...group, cuoi: '30', muon: '900' });
    assert.equal(one(`select number from ticket where letter_group_id = ${a}`), '30', 'the ticket is what it was');
  } finally {
    sql(`update ticket set state = 'cancelled', ended_at = '${day} 09:00:00' where letter_group_id = ${a}`);
  }
});
await test('the letter of a group stays while dispensers hold numbers with it, today or for the next day', async () => {
  const day = one(`select date(convert_tz(utc_timestamp(), '+00:00', '+07:00'))`);
  const wrong = 'Máy lấy số đang giữ số mang chữ cũ của hôm nay hoặc của ngày làm việc tới nên chữ chưa đổi được. Ngừng nhóm này rồi đổi chữ sau ngày đó, hoặc thêm nhóm mới với chữ khác';
  const lent = { ...group, chu: 'L', ten: 'Có số đã giao' };
  await done_to(`${hall}/nhom/moi`, lent);
  const id = group_id('L');
  const page = `${hall}/nhom/${id}`;
  const lend = (date) => sql(`insert into number_lease (device_id, group_id, service_date, first_number, last_number, lent_at) select d.id, ${id}, ${date}, 800, 819, now() from device d where d.secret_hash = unhex(sha2('${code}', 256))`);
  lend(`date_sub('${day}', interval 1 day)`);
  assert.doesNotMatch((await manager.ask(page)).body, /đang giữ số mang chữ này/, 'a day that is over holds nothing up');
  await done_to(page, { ...lent, chu: 'M' });
  await done_to(page, lent);
  lend(`date_add('${day}', interval 1 day)`);
  await refused(page, { ...lent, chu: 'M' }, wrong);
  assert.match((await manager.ask(page)).body, /Máy lấy số đang giữ số mang chữ này đến hết [^<]*\d\d\/\d\d\/\d{4}[\s\S]*name="chu"[^>]*readonly/);
  lend(`'${day}'`);
  sql(`delete from number_lease where group_id = ${id} and service_date > '${day}'`);
  await refused(page, { ...lent, chu: 'M' }, wrong);
  await done_to(page, { ...lent, ten: 'Tên thì đổi được', mo: undefined });
  assert.equal(group_id('L'), id);
  sql(`delete from number_lease where group_id = ${id}`);
});
await test('a counter with somebody at it, and its hall, stay as they are', async () => {
  const clerk = one('select id from user where login = \'linh.dp\'');
  sql(`insert into counter_session (counter_id, user_id, opened_at, changed_at) values (${counter_id(1)}, ${clerk}, now(), now())`);
  try {
    const page = `${hall}/quay/${counter_id(1)}`;
    const fields = { so: '1', ten: 'Một cửa', mo: '1', nhomphucvu: group_id('A') };
    await refused(page, { ...fields, so: '5' }, 'Quầy đang có người ngồi. Đóng quầy rồi hãy đổi');
    await refused(page, { ...fields, mo: undefined }, 'Quầy đang có người ngồi. Đóng quầy rồi hãy đổi');
    await refused(page, { ...fields, nhomphucvu: group_id('B') }, 'Quầy đang có người ngồi. Người ngồi quầy đổi nhóm ngay tại trang quầy, hoặc đóng quầy rồi đổi ở đây');
    await refused(`${hall}/sua`, { ...rules, mo: undefined }, 'Còn quầy đang mở. Đóng hết các quầy rồi hãy ngừng sảnh');
    await done_to(page, { ...fields, ten: 'Một cửa số 1' });
  } finally {
    sql(`update counter_session set state = 'closed', closed_at = now() where counter_id = ${counter_id(1)}`);
  }
});
await test('a counter keeps a group that is out of use when its groups are saved; the form shows it and says so', async () => {
  const [a, b] = ['A', 'B'].map(group_id);
  const page = `${hall}/quay/${counter_id(1)}`;
  const fields = { so: '1', ten: 'Một cửa số 1', mo: '1' };
  const box = (body, id) => new RegExp(`<input[^>]*value="${id}"([^>]*)>\\s*<label[^>]*>([^<]*)<`).exec(body);
  const held = () => sql(`select group_id from counter_group where counter_id = ${counter_id(1)} order by 1`).flat();
  await done_to(page, { ...fields, nhomphucvu: [a, b] });
  sql(`update service_group set is_active = false where id = ${b}`);
  try {
    const shown = box((await manager.ask(page)).body, b);
    assert.match(shown[1], /checked/);
    assert.equal(shown[2], 'B – Đất đai (đã ngừng)');
    await done_to(page, { ...fields, ten: 'Một cửa', nhomphucvu: [a, b] });
    assert.deepEqual(held(), [a, b].sort());
    const again = await refused(page, { ...fields, so: '0', nhomphucvu: [a, b] }, 'Số quầy từ 1 đến 99');
    assert.match(box(again.body, b)[1], /checked/, 'also when the form comes back');
    await done_to(page, { ...fields, nhomphucvu: a });
    assert.deepEqual(held(), [a], 'it is let go of by who unticks it');
    assert.equal(box((await manager.ask(page)).body, b), null, 'what is out of use cannot be taken on');
  } finally {
    sql(`update service_group set is_active = true where id = ${b}`);
  }
});
await test('two at the same form: the second is told who was faster, with what was typed', async () => {
  const page = `${hall}/nhom/${group_id('B')}`;
  const shown = hidden((await manager.ask(page)).body, page);
  await done_to(page, { ...group, chu: 'B', ten: 'Đất đai, môi trường' });
  const late = await manager.ask(page, { method: 'POST', form: ticked({ ...shown, ...group, chu: 'B', ten: 'Đất đai, xây dựng' }) });
  assert.equal(late.status, 409);
  assert.match(late.body, /Có người vừa sửa mục này/);
  assert.match(late.body, new RegExp(`<strong>${one('select name from user where login = \'manager\'')}</strong>`));
  assert.match(late.body, /value="Đất đai, xây dựng"/);
  const again = await manager.ask(page, { method: 'POST', form: ticked({ ...hidden(late.body, page), ...group, chu: 'B', ten: 'Đất đai, xây dựng' }) });
  assert.equal(again.status, 303);
  assert.equal(one(`select name from service_group where id = ${group_id('B')}`), 'Đất đai, xây dựng');
});
await test('a form sent twice adds one', async () => {
  const page = `${hall}/nhom/moi`;
  const shown = hidden((await manager.ask(page)).body, page);
  const form = { ...shown, ...group, chu: 'C', ten: 'Xây dựng' };
  const both = await Promise.all([1, 2].map(() => manager.ask(page, { method: 'POST', form })));
  assert.deepEqual(both.map((answer) => answer.status), [303, 303]);
  assert.equal(one(`select count(*) from audit where subject = 'hall ${code} group C'`), '1');
});
await test('a manager of one district sets its hall and no other', async () => {
  const person = await account('quanly', '--agency', 'UBND_TA');
  sql(`insert into role_grant (user_id, role, agency_id, from_date) select u.id, 'manager', a.id, '2020-01-01' from user u join agency a on a.code = 'UBND_TA' where u.login = '${person.login}'`);
  const other = await Officer.of(person.login);
  const list = (await other.ask(root)).body;
  assert.match(list, new RegExp(`href="${hall}"`));
  assert.doesNotMatch(list, /href="[^"]*\/cai-dat\/trung-tam"/);
  for (const where of ['', '/sua', '/nhom/moi', '/nhom/1', '/quay/moi', '/quay/1']) assert.equal((await other.ask(`${root}/trung-tam${where}`)).status, 404, where);
  const strange = await other.send(`${root}/moi`, { ...rules, ma: `${code}-2`, coquan: 'TTHCC' });
  assert.equal(strange.status, 422, 'no hall for a body out of reach');
  sql(`update role_grant set withdrawn_at = '2026-01-01' where user_id = (select id from user where login = '${person.login}')`);
});
sql(`update hall set is_active = false where code = '${code}'`);
done();
