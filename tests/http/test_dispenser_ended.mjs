#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A dispenser that is shut out or becomes something else while it holds numbers it gave out without the server: staff are told
// before, it tells the rest while it may, and what nobody can tell any more is read off the paper and keeps its place.
import { assert, done, test } from '../lib/tap.mjs';
import { Desk, makeHall, one, retireHall } from '../lib/desk.mjs';
import { Dispenser, at, day, freshDay, label } from '../lib/dispenser.mjs';
import { Officer } from '../lib/staff.mjs';
import { sql } from '../lib/reception.mjs';

const text = (body) => body.replace(/<[^>]*>/g, ' ').replace(/&#39;/g, "'").replace(/\s+/g, ' ');
const manager = new Officer();
const page = async (d, more = '') => text((await manager.ask(`/can-bo/thiet-bi/${d.id}${more}`)).body);
const beat = (d) => d.ask('/kiosk/suc-khoe', { method: 'POST', form: { trang: '/kiosk/lay-so', 'dong-ho': String(Date.now()) } });
const stored = (block) => sql(`select number, class, time(arrival_at), time(rank_at), state from ticket where lease_id = ${block.id} order by number`);
const form = (d, fields) => manager.send(`/can-bo/thiet-bi/${d.id}/sua`, { loai: 'bang-goi', sanh: d.hall, quay: '', khu: '', tieng: 'khong', amluong: '50', ten: 'Bảng thử', noi: '', cochu: '', ...fields });
const numbers = (block, from = block.first) => `${block.letter}${String(from).padStart(3, '0')}–${block.letter}${block.last}`;

// Half an hour by the clock ends a sign-in.
const signIn = async () => { for (const [officer, login] of [[manager, 'admin'], [desk, 'clerk']]) officer.jar = (await Officer.of(login)).jar; };

await freshDay('08:00');
const [first, second] = [await Dispenser.of(911), await Dispenser.of(912)];
const desk = await Desk.at('clerk', first.hallCode, one(`select number from counter where hall_id = ${first.hall} and is_active order by number limit 1`));
await signIn();

await test('staff are told before: what it holds, when it last reported, and what to do', async () => {
  const { blocks: [block] } = await first.report();
  await beat(first);
  const well = await page(first);
  assert.match(well, new RegExp(`Số dự phòng máy đang giữ[^.]*${numbers(block)}`));
  assert.doesNotMatch(well, /Máy mất liên lạc: có thể/);
  assert.match(well, /Sau khi thu hồi, máy không báo được số nào nữa/);
  assert.match(await page(first, '/sua'), /Máy đang kết nối \(báo cáo vừa xong\) nên số đã phát đều đã báo/);
  await at('08:10');
  const silent = await page(first);
  assert.match(silent, /Máy mất liên lạc: có thể đã phát số mà chưa báo Báo cáo gần nhất: 10 phút trước/);
  assert.match(await page(first, '/sua'), /Trước khi thu hồi hoặc đổi loại, hãy nối lại mạng và chờ máy báo/);
  const told = `${block.id}.${block.first}.0.1000.`;
  await first.report({ held: [block.id], tickets: [told] });
  assert.match(await page(first), new RegExp(numbers(block, block.first + 1)), 'without what was told');
});
await test('what became something else still tells what it gave out, and is lent nothing more', async () => {
  await at('08:20');
  await signIn();
  const { blocks } = await first.report();
  const [block] = blocks;
  const lent = () => one(`select count(*) from number_lease where device_id = ${first.id} and service_date = '${day}'`);
  assert.equal((await form(first)).status, 303);
  assert.equal(one(`select kind from device where id = ${first.id}`), 'board');
  assert.equal((await first.page()).status, 403, 'it gives out none');
  const before = lent();
  await at('08:30');
  const answer = await first.report({ held: [], tickets: [`${block.id}.${block.first}.1.300000.`, `${block.id}.${block.first + 1}.0.240000.`] });
  assert.deepEqual(answer.blocks, []);
  assert.equal(lent(), before);
  assert.deepEqual(stored(block), [[`${block.first}`, 'elderly', '08:25:00', '08:25:00', 'waiting'], [`${block.first + 1}`, 'ordinary', '08:26:00', '08:26:00', 'waiting']]);
  assert.match(await page(first), /Máy không còn là máy lấy số/);
});
await test('who was shut out tells nothing; the number on the paper keeps its place', async () => {
  await at('08:40');
  await signIn();
  const { blocks } = await second.report();
  const block = blocks.find(({ letter }) => letter === first.letter) || blocks[0];
  const { report: token } = await second.state();
  const number = `${block.letter}${block.first + 2}`;
  assert.equal((await manager.send(`/can-bo/thiet-bi/${second.id}`, {}, `/can-bo/thiet-bi/${second.id}/thu-hoi`)).status, 303);
  assert.match(await page(second), new RegExp(`Có thể có khách cầm số mà máy này chưa báo Máy đã bị thu hồi[^.]*\\. Khách cầm một trong các số [^.]*${numbers(block)}`));
  await at('09:10');
  await signIn();
  const late = await second.ask('/kiosk/lay-so/bao', { method: 'POST', form: { token, ve: `${block.id}.${block.first + 2}.0.1000.` } });
  assert.deepEqual([late.status, late.to], [303, '/kiosk']);
  assert.deepEqual(stored(block), []);

  const found = await desk.page(`/so?so=${number}`);
  assert.match(text(found), /không báo về được nữa\. Chỉ nhận khi khách đưa phiếu/);
  const take = async (fields) => desk.post('/nhan-so', { ...(await desk.forms('/nhan-so', `/so?so=${number}`))[0], ...fields });
  for (const [gio, said] of [['', 'Nhập giờ'], ['25:00', 'Nhập giờ'], ['8 giờ', 'Nhập giờ'], ['09:11', 'Giờ này chưa đến']]) {
    const wrong = await take({ gio });
    assert.equal(wrong.status, 422, gio);
    assert.ok(text(wrong.body).includes(said), `${gio}: ${text(wrong.body).slice(0, 4000)}`);
    assert.match(wrong.body, new RegExp(`value="${gio}"`), 'what was typed stays');
  }
  const [same] = await desk.forms('/nhan-so', `/so?so=${number}`);
  const both = await Promise.all([1, 2].map(() => desk.post('/nhan-so', { ...same, gio: '08:55', dien: 'pregnant' })));
  assert.deepEqual(both.map(({ status }) => status), [303, 303]);
  assert.deepEqual(stored(block), [[`${block.first + 2}`, 'pregnant', '08:55:00', '08:55:00', 'waiting']]);
  assert.deepEqual(sql(`select e.kind, u.login, e.device_id, e.at from ticket_event e join ticket t on t.id = e.ticket_id join user u on u.id = e.user_id where t.lease_id = ${block.id}`), [['issued', 'clerk', `${second.id}`, `${day} 08:55:00`]]);
  assert.match((await desk.ask(`/can-bo/quay/so?so=${number}`)).to, /\/goi\?ve=\d+$/, 'from now on it is a ticket');

  const other = `${block.letter}${block.first + 3}`;
  const [early] = await desk.forms('/nhan-so', `/so?so=${other}`);
  assert.equal((await desk.post('/nhan-so', { ...early, gio: '07:00', dien: 'appointment' })).status, 303);
  assert.deepEqual(stored(block)[1].slice(1, 3), ['ordinary', '08:40:00'], 'not before the number was lent, and no class the paper cannot have');
  assert.match(text(await desk.page(`/so?so=${block.letter}${block.last + 100 > 999 ? 1 : block.last + 100}`)), /Hôm nay không có số này/);
  const forged = await desk.post('/nhan-so', { ...(await desk.forms('/nhan-so', `/so?so=${block.letter}${block.first + 4}`))[0], so: `${block.letter}999`, gio: '09:00' });
  assert.equal(forged.status, 404, 'a number that was lent to nobody');
  assert.match(text(await desk.page(`/so?so=${block.first + 4}`)), /giao cho máy lấy số|Hôm nay không có số này/, 'digits alone look among the letters of the counter');
});
await test('a number read off the paper and told later is one ticket', async () => {
  const third = await Dispenser.of(913);
  await at('09:20');
  await signIn();
  const { blocks: [block] } = await third.report();
  const [lent] = await desk.forms('/nhan-so', `/so?so=${block.letter}${block.first + 1}`);
  await at('09:40');
  assert.match(text(await desk.page(`/so?so=${block.letter}${block.first + 1}`)), /nếu máy còn kết nối, máy tự báo trong nửa phút/);
  assert.equal((await desk.post('/nhan-so', { ...lent, gio: '09:30' })).status, 303);
  await third.report({ held: [block.id], tickets: [0, 1].map((i) => `${block.id}.${block.first + i}.0.${600000 - i}.`) });
  assert.deepEqual(stored(block).map(([n, , arrival]) => [n, arrival]), [[`${block.first}`, '09:30:00'], [`${block.first + 1}`, '09:30:00']]);
  const again = await desk.post('/nhan-so', { ...(await desk.forms('/nhan-so', `/so?so=${block.letter}${block.first + 2}`))[0], so: `${block.letter}${block.first}`, gio: '09:35' });
  assert.match(again.to, /\/goi\?ve=\d+$/);
  assert.equal(label(again.to.split('=')[1]), `${block.letter}${String(block.first).padStart(3, '0')}`);
});
await test('another hall does not find it', async () => {
  const code = makeHall(`khac-${process.pid}`);
  const stranger = await Desk.at('son.na', code, 1);
  const number = one(`select concat(g.letter, l.last_number) from number_lease l join service_group g on g.id = l.group_id where l.device_id = ${second.id} and l.service_date = '${day}' limit 1`);
  assert.match(text(await stranger.page(`/so?so=${number}`)), /Hôm nay không có số này/);
  await stranger.close();
  retireHall(code);
});
await desk.close();
await at('real');
done();
