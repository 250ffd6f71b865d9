#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Surveys: answered by anybody and, with the address of a service, once; made and changed as drafts, closed to change
// once they are open; what their results say.
import { assert, done, get, test } from '../lib/tap.mjs';
import { hidden, Officer } from '../lib/staff.mjs';
import { Device } from '../lib/device.mjs';
import { dev } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';
import { at, leave, served } from '../lib/served.mjs';

await at('09:01:00');
const manager = await Officer.of('manager');
const visitor = () => new Officer();
const page = (query = '') => visitor().ask(`/khao-sat${query}`);
const fields = (html) => hidden(html, '/khao-sat');
async function answer(answers, query = '') {
  const html = (await page(query)).body;
  return visitor().ask('/khao-sat', { method: 'POST', form: { ...fields(html), ...answers } });
}
const replies = () => Number(sql('select count(*) from survey_reply')[0][0]);

await test('the sample survey has the five factors of the index, in both languages', async () => {
  const vi = (await page()).body, en = (await visitor().ask('/en/khao-sat')).body;
  for (const words of ['Tiếp cận dịch vụ', 'Thủ tục hành chính', 'Công chức giải quyết công việc', 'Kết quả dịch vụ', 'Tiếp nhận, xử lý góp ý']) assert.ok(vi.includes(words), words);
  assert.ok(en.includes('Officers are polite') && !en.includes('Công chức giao tiếp'));
  assert.equal([...vi.matchAll(/<fieldset/g)].length, 22);
});
await test('answers are kept with the day and nothing else of when or who', async () => {
  const before = replies();
  const sent = await answer({ c1: '5', c9: '2', c22: '3', c23: 'Thêm ghế ngồi' });
  assert.equal(sent.status, 303);
  assert.equal(sent.to, '/khao-sat?xong=1');
  assert.equal(replies(), before + 1);
  assert.deepEqual(sql("select r.day, r.channel, ifnull(r.agency_id, '-'), group_concat(ifnull(a.value, a.words) order by q.position) from survey_reply r join survey_answer a on a.reply_id = r.id join survey_question q on q.id = a.question_id group by r.id"),
    [['2026-12-01', 'web', '-', '5,2,3,Thêm ghế ngồi']]);
  const columns = sql("select column_name, data_type from information_schema.columns where table_schema = 'motcua' and table_name in ('survey_reply', 'survey_answer') and data_type in ('datetime', 'timestamp', 'time')");
  assert.deepEqual(columns, []);
});
await test('what is wrong comes back with everything typed', async () => {
  const empty = await answer({});
  assert.equal(empty.status, 422);
  assert.match(empty.body, /Trả lời ít nhất một câu/);
  const before = replies();
  const wrong = await answer({ c1: '9', c2: '4', c23: 'Giữ lại chữ này' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /Giữ lại chữ này/);
  assert.match(wrong.body, /id="f-c2-4" name="c2" type="radio" value="4" checked/);
  assert.equal((await answer({ c1: '4', ky: 'ky-khac' })).status, 409);
  assert.equal(replies(), before);
});
await test('the same form twice is one reply', async () => {
  const html = (await page()).body, before = replies();
  const form = { ...fields(html), c1: '3' };
  const sent = await Promise.all(Array.from({ length: 6 }, () => visitor().ask('/khao-sat', { method: 'POST', form })));
  assert.ok(sent.every(({ status, to }) => status === 303 && to === '/khao-sat?xong=1'), JSON.stringify(sent.map((s) => s.status)));
  assert.equal(replies(), before + 1);
});
await test('with the address of a service the answers are of somebody served there, once', async () => {
  const tablet = await Device.of('rating', 1);
  const [[counter]] = sql("select counter_id from device where kind = 'rating' and name like '%-1' order by id limit 1");
  leave(counter);
  served(counter, 'clerk');
  const { service } = JSON.parse((await tablet.ask('/kiosk/danh-gia/trang-thai')).body);
  const before = replies();
  assert.equal((await answer({ c1: '5' }, `?phieu=${service}`)).status, 303);
  assert.equal((await answer({ c1: '1' }, `?phieu=${service}`)).status, 409);
  assert.equal((await answer({ c1: '5' }, `?phieu=${'0'.repeat(34)}`)).status, 303, 'an address that is none counts as none');
  assert.equal(replies(), before + 2);
  assert.deepEqual(sql("select channel, count(*), count(agency_id) from survey_reply where channel = 'service' group by 1"), [['service', '1', '1']]);
  assert.equal(JSON.parse((await tablet.ask('/kiosk/danh-gia/trang-thai')).body).service, service, 'the vote is another matter');
  leave(counter);
});

// ---- making one -----------------------------------------------------------------------------------

const path = '/can-bo/khao-sat';
const send = async (where, more, action = where) => manager.ask(action, { method: 'POST', form: { ...hidden((await manager.ask(where)).body, action), ...more } });
const questions = (code) => sql(`select q.position, q.kind, q.text from survey_question q join survey s on s.id = q.survey_id where s.code = '${code}' order by q.position`);

await test('a draft is begun from an earlier survey and seen by nobody', async () => {
  const wrong = await send(path, { ma: 'thuong-xuyen', ten: 'Trùng mã', tu: '01/02/2027', den: '31/03/2027' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.body, /Mã này đã có khảo sát khác dùng/);
  assert.match(wrong.body, /Trùng mã/);
  assert.equal((await send(path, { ma: '2027-quy-1', ten: 'Quý 1', tu: '31/03/2027', den: '01/01/2027' })).status, 422);
  assert.equal((await send(path, { ma: '2027-quy-1', ten: 'Quý 1 năm 2027', tu: '01/12/2026', den: '31/03/2027', theo: 'thuong-xuyen' })).to, `${path}/2027-quy-1`);
  assert.equal(questions('2027-quy-1').length, 23);
  assert.equal(sql("select count(*) from survey_choice c join survey_question q on q.id = c.question_id join survey s on s.id = q.survey_id where s.code = '2027-quy-1'")[0][0], '110');
  assert.ok(!(await page()).body.includes('Quý 1 năm 2027'));
});
await test('questions are changed, moved, added and taken out', async () => {
  const one = `${path}/2027-quy-1`;
  const body = (await manager.ask(`${one}/cau-hoi/1`)).body;
  assert.match(body, /Rất hài lòng \| Very satisfied\nHài lòng \| Satisfied/);
  const scale = 'Rất tốt | Very good\nTốt | Good\nĐược | Fair\nKém | Poor\nRất kém | Very poor';
  assert.equal((await send(`${one}/cau-hoi/1`, { noidung: 'Ghế ngồi', yeuto: 'access', kieu: 'scale', traloi: scale, vitri: '3', batbuoc: '1' })).status, 303);
  assert.deepEqual(questions('2027-quy-1').slice(0, 3).map(([, , text]) => text), ['Trang thiết bị phục vụ người dân đầy đủ, hiện đại và dễ dùng', 'Quy trình, giấy tờ, phí và thời hạn được niêm yết rõ, dễ tìm', 'Ghế ngồi']);
  assert.deepEqual(sql("select c.value, c.text, c.text_en from survey_choice c join survey_question q on q.id = c.question_id where q.text = 'Ghế ngồi' order by 1 desc limit 2"), [['5', 'Rất tốt', 'Very good'], ['4', 'Tốt', 'Good']]);
  assert.equal((await send(`${one}/cau-hoi/0`, { noidung: 'Bạn đi bằng gì?', yeuto: 'other', kieu: 'choice', traloi: 'Xe máy | Motorbike\nXe buýt | Bus', vitri: '1' })).status, 303);
  assert.deepEqual(questions('2027-quy-1')[0], ['1', 'choice', 'Bạn đi bằng gì?']);
  assert.equal((await send(`${one}/cau-hoi/2`, {}, `${one}/cau-hoi/2/xoa`)).status, 303);
  assert.deepEqual(questions('2027-quy-1').map(([n]) => Number(n)), Array.from({ length: 23 }, (_, i) => i + 1));
  for (const [more, words] of [
    [{ kieu: 'scale', yeuto: 'access', traloi: 'Một\nHai' }, 'đúng 5 dòng'],
    [{ kieu: 'choice', yeuto: 'other', traloi: 'Một' }, 'ít nhất 2 câu'],
    [{ kieu: 'words', yeuto: 'officer', traloi: '' }, 'phải dùng thang 5 mức'],
  ]) {
    const again = await send(`${one}/cau-hoi/0`, { noidung: 'Câu thử', ...more });
    assert.equal(again.status, 422);
    assert.ok(again.body.includes(words), words);
  }
});
await test('two managers at once: the second is told and nothing of his is lost in silence', async () => {
  const one = `${path}/2027-quy-1`;
  const mine = hidden((await manager.ask(one)).body, one), theirs = hidden((await manager.ask(one)).body, one);
  const head = { ten: 'Khảo sát quý 1', tu: '01/12/2026', den: '31/03/2027' };
  assert.equal((await manager.ask(one, { method: 'POST', form: { ...mine, ...head } })).status, 303);
  const late = await manager.ask(one, { method: 'POST', form: { ...theirs, ...head, ten: 'Tên của người sau' } });
  assert.equal(late.status, 409);
  assert.match(late.body, /Khảo sát đã thay đổi/);
  assert.deepEqual(sql("select title from survey where code = '2027-quy-1'"), [['Khảo sát quý 1']]);
});
await test('once open it is answered, its questions stay, and it can be closed', async () => {
  const one = `${path}/2027-quy-1`;
  const stale = hidden((await manager.ask(`${one}/cau-hoi/1`)).body, `${one}/cau-hoi/1`);
  assert.equal((await send(one, {}, `${one}/mo`)).status, 303);
  const form = (await page()).body;
  assert.ok(form.includes('Khảo sát quý 1') && form.includes('Ghế ngồi'));
  assert.equal((await answer({ c1: '1' })).status, 422, 'a needed answer is missing');
  assert.equal((await manager.ask(`${one}/cau-hoi/1`)).status, 404);
  assert.ok([404, 409].includes((await manager.ask(`${one}/cau-hoi/1`, { method: 'POST', form: { ...stale, noidung: 'Đổi lén', yeuto: 'other', kieu: 'words' } })).status));
  assert.ok(!questions('2027-quy-1').some(([, , text]) => text === 'Đổi lén'));
});
await test('results: the index of a factor is the share of answers 4 and 5, its interval counts people, and ten are needed', async () => {
  const one = `${path}/2027-quy-1`;
  const [[chair]] = sql("select position from survey_question where text = 'Ghế ngồi'");
  for (let i = 0; i < 9; i++) assert.equal((await answer({ [`c${chair}`]: i < 7 ? '5' : '3', c1: '1' })).status, 303);
  assert.match((await manager.ask(one)).body, /Chưa đủ 10 lượt/);
  assert.doesNotMatch((await manager.ask(one)).body, /77,8%/);
  assert.equal((await answer({ [`c${chair}`]: '4', c1: '2', c23: 'Tốt rồi' })).status, 303);
  const html = (await manager.ask(one)).body;
  // 8 of 10: Wilson 0.490162 – 0.943318, from tests/unit/test_rating_math.c
  assert.match(html, /<strong>80,0%<\/strong>/);
  assert.match(html, /49,0 – 94,3%/);
  assert.match(html, /Tốt rồi/);
  assert.match((await manager.ask(`${one}/ket-qua.csv`)).body, new RegExp(`${chair},"Tiếp cận dịch vụ","Ghế ngồi",10,8,7,1,2,0,0`));
  assert.match((await manager.ask(`${one}?kenh=service`)).body, /Chưa đủ 10 lượt/);
  const served = (n) => sql(`insert into survey_reply (id, survey_id, day, channel) select ${String(Math.random()).slice(2, 12)} + seq, s.id, '2026-12-01', 'service' from survey s, seq_1_to_${n} where s.code = '2027-quy-1'`);
  const web = async () => /<strong>80,0%<\/strong>/.test((await manager.ask(`${one}?kenh=web`)).body) && /"Ghế ngồi",10/.test((await manager.ask(`${one}/ket-qua.csv?kenh=web`)).body);
  assert.ok(await web());
  served(3);
  assert.ok(!await web(), 'all less web would be three people');
  served(7);
  assert.ok(await web());
  assert.equal((await send(one, {}, `${one}/dong`)).status, 303);
  assert.ok((await page()).body.includes('Khảo sát mức độ hài lòng về sự phục vụ hành chính'), 'the older one is still open');
});
await dev(['clock', 'real']);
done();
