#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Petitions from the website and cases from low votes: sent and followed by a code, given to somebody, answered in
// working time, published without what names people, closed; who sees which, and that history is only added to.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, test } from '../lib/tap.mjs';
import { hidden, Officer } from '../lib/staff.mjs';
import { dev } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';

// A Friday afternoon; the answer is due by the end of the fifth working day after it.
await dev(['clock', '2026-12-04 15:07:00']);
const supervisor = await Officer.of('supervisor'), manager = await Officer.of('manager'), head = await Officer.of('head'), clerk = await Officer.of('clerk');
const words = `Quầy 4 đóng lúc 16 giờ dù niêm yết 17 giờ ${process.pid}`;
const visitor = () => new Officer();
const petition = { ve: 'delay', noidung: words, 'co-quan': 'STP', hoso: 'H09.03-261123-0001', hoten: 'Trần Văn Kín', lienhe: '0900000123' };
const send = async (fields, base = '') => {
  const who = visitor();
  const form = hidden((await who.ask(`${base}/phan-anh`)).body, `${base}/phan-anh`);
  return who.ask(`${base}/phan-anh`, { method: 'POST', form: { ...form, ...fields } });
};
const codeOf = async (answer) => /mc-petition-code">([\d ]{19})</.exec((await visitor().ask(answer.to)).body)[1];
const follow = async (code) => visitor().ask('/phan-anh/theo-doi', { method: 'POST', form: { ma: code } });
let code, id;

// ---- sending and following ------------------------------------------------------------------------

await test('a petition is sent without an account and has a code, which stands in no table, address or log', async () => {
  const answer = await send(petition);
  assert.equal(answer.status, 303);
  assert.match(answer.to, /^\/phan-anh\/da-gui\/[\w-]+$/);
  code = await codeOf(answer);
  const bare = code.replace(/ /g, '');
  assert.ok(!answer.to.includes(bare));
  [[id]] = sql(`select id from feedback_case where words = '${words}'`);
  const dump = sql("select ifnull(result_url, '') from request_key").flat().join(' ') + sql(`select * from feedback_case where id = ${id}`).flat().join(' ');
  assert.ok(!dump.includes(bare));
  const access = fs.readFileSync(path.join(process.env.MOTCUA_STATE, 'log/motcua-access.log'), 'utf8');
  assert.ok(!access.includes(bare) && !access.includes(answer.to.split('/').pop()));
});
await test('it is due at the end of the fifth working day, and keeps no minute', () => {
  assert.deepEqual(sql(`select received_at, due_at, state, kind, lang from feedback_case where id = ${id}`), [['2026-12-04 15:00:00', '2026-12-11 17:00:00', 'new', 'petition', 'vi']]);
});
await test('whoever has the code sees how far it is; nobody else', async () => {
  const found = await follow(code);
  assert.equal(found.status, 303);
  const page = await visitor().ask(found.to);
  assert.equal(page.status, 200);
  assert.ok(page.body.includes(words) && page.body.includes('Đã tiếp nhận') && page.body.includes('11/12/2026'));
  assert.ok(!page.body.includes('Trần Văn Kín') && !page.body.includes('0900000123'));
  assert.match(page.headers['cache-control'], /no-store/);
  for (const wrong of ['1111 2222 3333 4440', '123', 'abc', code.replace(/^./, (c) => String((Number(c) + 1) % 10))]) assert.equal((await follow(wrong)).status, 404, wrong);
  assert.equal((await visitor().ask('/phan-anh/xem/khong-phai-ma')).to, '/phan-anh/theo-doi');
  await dev(['clock', '2026-12-04 16:20:00']);
  assert.equal((await visitor().ask(found.to)).to, '/phan-anh/theo-doi', 'the address is good for an hour');
  await dev(['clock', '2026-12-04 15:07:00']);
});
await test('what is missing is asked for and nothing typed is lost; machines are thanked and forgotten', async () => {
  const before = Number(sql('select count(*) from feedback_case')[0][0]);
  const wrong = await send({ ve: 'delay', noidung: '', hoten: 'Giữ Tên Này' });
  assert.equal(wrong.status, 422);
  assert.ok(wrong.body.includes('Giữ Tên Này'));
  const empty = (await send({ noidung: '' })).body;
  for (const each of ['Chọn điều bạn phản ánh', 'Viết nội dung phản ánh'])
    assert.equal(empty.split(each).length, 3, `${each}: in the list of what is wrong, and at its box`);
  assert.equal((await send({ ...petition, 've': 'khac-la' })).status, 422);
  assert.equal((await send({ ...petition, 'co-quan': 'KHONG-CO' })).status, 422);
  const machine = await send({ ...petition, 'trang-web': 'http://spam.example' });
  assert.equal(machine.status, 303);
  assert.equal((await follow(await codeOf(machine))).status, 404);
  assert.equal(Number(sql('select count(*) from feedback_case')[0][0]), before);
});
await test('the same form twice is one petition', async () => {
  const who = visitor();
  const form = { ...hidden((await who.ask('/phan-anh')).body, '/phan-anh'), ve: 'other', noidung: `Hai lần ${process.pid}` };
  const answers = await Promise.all([1, 2, 3].map(() => who.ask('/phan-anh', { method: 'POST', form })));
  assert.equal(new Set(answers.map(({ to }) => to)).size, 1);
  assert.deepEqual(sql(`select count(*) from feedback_case where words = 'Hai lần ${process.pid}'`), [['1']]);
});

// ---- those who handle it ----------------------------------------------------------------------------

const where = () => `/can-bo/phan-anh/${id}`;
const act = async (who, viec, more = {}, seen) => {
  const form = seen || hidden((await who.ask(where())).body, where());
  return who.ask(where(), { method: 'POST', form: { ...form, ...more, viec } });
};
const state = () => sql(`select state from feedback_case where id = ${id}`)[0][0];

await test('leaders see it with its contact, a head not before it is given to him, a clerk never', async () => {
  const list = (await supervisor.ask('/can-bo/phan-anh')).body;
  assert.ok(list.includes(words) && list.includes('Chưa giao'));
  const page = (await manager.ask(where())).body;
  assert.ok(page.includes('Trần Văn Kín') && page.includes('0900000123') && page.includes('H09.03-261123-0001'));
  assert.equal((await head.ask(where())).status, 404);
  assert.equal((await clerk.ask(where())).status, 403);
  assert.equal((await act(supervisor, 'giao', { nguoi: 'clerk' })).status, 422, 'a clerk cannot own it');
  assert.equal((await act(supervisor, 'giao', { nguoi: 'head' })).status, 303);
  assert.equal(state(), 'assigned');
  assert.equal((await head.ask(where())).status, 200);
  assert.ok((await head.ask('/can-bo/phan-anh')).body.includes(words));
});
await test('the owner answers and writes notes; publishing, closing and giving it away are for those who lead', async () => {
  for (const [viec, more] of [['giao', { nguoi: 'manager' }], ['cong-bo', { congbo: 'x' }], ['dong', { ketqua: 'founded' }], ['mo-lai', { ghichu: 'x' }]]) assert.equal((await act(head, viec, more)).status, 403, viec);
  assert.equal((await act(head, 'tra-loi', {})).status, 422, 'an answer without words');
  assert.equal((await act(head, 'ghi-chu', { ghichu: 'Đã hỏi quầy 4, chỉ nội bộ' })).status, 303);
  assert.equal((await act(head, 'tra-loi', { traloi: 'Xin lỗi bạn. Từ 07/12 quầy 4 mở đến 17 giờ.' })).status, 303);
  assert.equal(state(), 'answered');
  const page = await visitor().ask((await follow(code)).to);
  assert.ok(page.body.includes('quầy 4 mở đến 17 giờ') && page.body.includes('Đã có trả lời'));
  assert.ok(!page.body.includes('nội bộ') && !page.body.includes('Lê Thị Thanh Hà'), 'neither notes nor names of officers');
});
await test('two at once: the second is told, and nothing is done twice', async () => {
  const seen = hidden((await supervisor.ask(where())).body, where()), theirs = hidden((await manager.ask(where())).body, where());
  assert.equal((await act(supervisor, 'ghi-chu', { ghichu: 'một' }, seen)).status, 303);
  const late = await act(manager, 'dong', { ketqua: 'founded' }, theirs);
  assert.equal(late.status, 409);
  assert.match(late.body, /đã thay đổi/);
  assert.equal(state(), 'answered');
});
await test('it is published with the words a moderator left, and can be taken back', async () => {
  assert.ok(!(await visitor().ask('/phan-anh/da-tra-loi')).body.includes('quầy 4'));
  assert.equal((await act(manager, 'cong-bo', { congbo: 'Một quầy đóng sớm hơn giờ niêm yết.' })).status, 303);
  for (const address of ['/phan-anh/da-tra-loi', '/phan-anh', '/en/phan-anh/da-tra-loi']) {
    const page = (await visitor().ask(address)).body;
    assert.ok(page.includes('Một quầy đóng sớm hơn giờ niêm yết.') && page.includes('quầy 4 mở đến 17 giờ'), address);
    assert.ok(!page.includes(words) && !page.includes('Trần Văn Kín'), address);
  }
  assert.equal((await act(manager, 'go-cong-bo')).status, 303);
  assert.ok(!(await visitor().ask('/phan-anh/da-tra-loi')).body.includes('đóng sớm hơn'));
});
await test('it is closed with an outcome, opened again with a reason, and all of it stays in the history', async () => {
  assert.equal((await act(supervisor, 'dong', {})).status, 422);
  assert.equal((await act(supervisor, 'dong', { ketqua: 'founded' })).status, 303);
  assert.equal(state(), 'closed');
  assert.equal((await act(head, 'tra-loi', { traloi: 'Muộn' })).status, 409, 'nothing after the end');
  assert.ok((await visitor().ask((await follow(code)).to)).body.includes('Phản ánh đúng'));
  assert.equal((await act(supervisor, 'mo-lai', { ghichu: 'Người dân báo quầy vẫn đóng sớm' })).status, 303);
  assert.equal((await act(supervisor, 'dong', { ketqua: 'partly' })).status, 303);
  assert.deepEqual(sql(`select kind from feedback_event where case_id = ${id} order by seq`).flat(), ['received', 'assigned', 'note', 'answered', 'note', 'published', 'withdrawn', 'closed', 'reopened', 'closed']);
});
await test('the light follows working time', async () => {
  const late = await send({ ve: 'other', noidung: `Đèn ${process.pid}` });
  assert.equal(late.status, 303);
  const light = async () => {
    const html = (await (await Officer.of('manager')).ask('/can-bo/phan-anh')).body;
    return /mc-tag--(\w+)/.exec(html.slice(html.indexOf(`Đèn ${process.pid}`)))[1];
  };
  assert.equal(await light(), 'ok');
  await dev(['clock', '2026-12-11 09:00:00']);
  assert.equal(await light(), 'wait');
  await dev(['clock', '2026-12-14 08:00:00']);
  assert.equal(await light(), 'late');
  await dev(['clock', '2026-12-04 15:07:00']);
});

// ---- from votes -----------------------------------------------------------------------------------------

await test('nobody sees a case about himself, whatever his role', async () => {
  const [[person, unit]] = sql("select id, agency_id from user where login = 'manager'");
  const word = crypto.randomBytes(6).readUIntBE(0, 6);
  sql(`insert into rating_word (id, month, officer_id, unit_id, agency_id, is_low, words) values (${word}, '2026-12-01', ${person}, ${unit}, ${unit}, true, 'Giám đốc không tiếp dân ${process.pid}');
    insert into feedback_case (kind, subject, agency_id, officer_id, word_id, contact, received_at, due_at) values ('rating', 'attitude', ${unit}, ${person}, ${word}, '0900', '2026-12-04 00:00:00', '2026-12-11 17:00:00')`);
  const [[about]] = sql(`select id from feedback_case where word_id = ${word}`);
  assert.ok((await supervisor.ask('/can-bo/phan-anh')).body.includes('không tiếp dân'));
  assert.ok(!(await manager.ask('/can-bo/phan-anh')).body.includes('không tiếp dân'));
  assert.equal((await manager.ask(`/can-bo/phan-anh/${about}`)).status, 404);
  const keep = id;
  id = about;
  assert.equal((await act(supervisor, 'giao', { nguoi: 'manager' })).status, 422, 'nor is it given to him');
  const page = (await supervisor.ask(where())).body;
  assert.ok(!page.includes('Bùi Thị Hồng Loan</dd>'), 'the case does not name whom it is about');
  assert.equal((await act(supervisor, 'tra-loi', { traloi: 'Đã gọi lại' })).status, 303);
  assert.equal((await act(supervisor, 'cong-bo', { congbo: 'x' })).status, 409, 'words of a vote are not published');
  id = keep;
});

// ---- whoever left an address is told, and forgotten later -------------------------------------------

const told = (contact) => sql(`select channel, recipient, template, lang, ifnull(json_value(data, '$.reason'), '') from outbox where recipient = '${contact}' order by id`);
// A petition with this contact, given to the manager and answered; the answer is its number.
async function answered(lienhe, traloi, base = '') {
  const text = `Liên hệ ${lienhe} ${process.pid}`;
  const sent = await send({ ve: 'other', noidung: text, hoten: 'Người Gửi', lienhe }, base);
  assert.equal(sent.status, 303);
  [[id]] = sql(`select id from feedback_case where words = '${text}'`);
  assert.equal((await act(manager, 'tra-loi', { traloi })).status, 303);
  return id;
}
await test('the answer goes to a mail address or a telephone number, once each time it changes, without the code', async () => {
  await dev(['clock', '2026-12-04 15:07:00']);
  const mail = `dan${process.pid}@example.com`, phone = `09${String(process.pid).padStart(8, '0')}`;
  await answered(mail, 'Đã sửa bảng giờ.');
  assert.deepEqual(told(mail), [['mail', mail, 'petition_answered', 'vi', 'Đã sửa bảng giờ.']]);
  assert.equal((await act(manager, 'tra-loi', { traloi: 'Đã sửa bảng giờ.' })).status, 303);
  assert.equal(told(mail).length, 1, 'the same again tells nobody');
  assert.equal((await act(manager, 'tra-loi', { traloi: 'Đã sửa bảng giờ, cả trên cổng.' })).status, 303);
  assert.equal(told(mail)[1][4], 'Đã sửa bảng giờ, cả trên cổng.');
  await answered(phone.replace(/^(\d{4})(\d{3})/, '$1 $2.'), 'Seen to.', '/en');
  assert.deepEqual(told(phone), [['sms', phone, 'petition_answered', 'en', 'Seen to.']]);
  const before = sql('select count(*) from outbox')[0][0];
  await answered('gọi sau 17 giờ, số nhà bên', 'Đã gọi.');
  await answered('', 'Không ai để lại gì.');
  assert.equal(sql('select count(*) from outbox')[0][0], before, 'what is no address is for a person to read');
});
await test('ninety days after the end name and contact are gone, not before, and not of open ones', async () => {
  const contact = () => sql(`select contact_name, contact from feedback_case where id = ${id}`)[0];
  await answered('0900000456', 'Xong.');
  const open = id;
  await answered('0900000789', 'Xong.');
  assert.equal((await act(manager, 'dong', { ketqua: 'founded' })).status, 303);
  const jobs = () => {
    const file = fs.readFileSync(path.join(process.env.MOTCUA_STATE, 'run/staff.env'), 'utf8').trim().split('\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
    sql("delete from job_run where job = 'forget-petition-contacts'");
    execFileSync(path.join(process.env.MOTCUA_BUILD, 'motcua-jobs'), [], { env: { ...process.env, ...Object.fromEntries(file), MOTCUA_DB_USER: 'motcua-jobs', MOTCUA_DB_PASSWORD_FILE: `${process.env.MOTCUA_STATE}/secrets/motcua-jobs.password`, MOTCUA_SOCKET: undefined }, stdio: ['ignore', 'ignore', 'ignore'] });
  };
  await dev(['clock', '2027-03-04 15:00:00']);
  jobs();
  assert.deepEqual(contact(), ['Người Gửi', '0900000789']);
  await dev(['clock', '2027-03-04 15:08:00']);
  jobs();
  assert.deepEqual(contact(), ['', '']);
  id = open;
  assert.deepEqual(contact(), ['Người Gửi', '0900000456']);
});
await dev(['clock', 'real']);
done();
