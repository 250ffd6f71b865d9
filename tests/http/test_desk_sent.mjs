#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A ticket transferred to one counter, over HTTP: who may call it, what the pages say, and that it is never left waiting for a
// counter where nobody sits, whatever happens at the same moment.
import { assert, done, test } from '../lib/tap.mjs';
import { sql } from '../lib/reception.mjs';
import { dev } from '../lib/staff.mjs';
import { Desk, counter_id, day, events, makeHall, notice, one, retireHall, take, ticket } from '../lib/desk.mjs';

const code = makeHall(`chuyen-${process.pid}`);
await dev('clock', `${day} 09:00`);
const sent_to = (label) => one(`select ifnull(c.number, 'any') from ticket t left join counter c on c.id = t.for_counter_id where t.id = ${ticket(code, label).id}`);

const son = await Desk.at('son.na', code, 1);
const giang = await Desk.at('giang.bq', code, 2);
const viet = await Desk.at('viet.np', code, 3);

// Called, there, and sent on from the counter of `desk`.
async function serve(desk, label) {
  await desk.press('/goi-tiep');
  assert.equal(ticket(code, label).state, 'called', label);
  await desk.press('/da-den');
}
const send = (desk, number) => desk.press('/chuyen', { quay: counter_id(code, number), ghichu: 'cần ký tại quầy' }, '/chuyen');

await test('it goes to that counter by one press, keeps its arrival, and is the next one there', async () => {
  take(code, 'A001', '08:10');
  take(code, 'C001', '08:00', 'elderly');
  await serve(son, 'A001');
  const before = ticket(code, 'A001');
  const question = await son.page('/chuyen');
  assert.match(question, /name="quay" value="\d+">Quầy 2 – Tổng hợp<[\s\S]*Quầy 3 – Trả kết quả</);
  assert.doesNotMatch(question, /name="quay" value="\d+">Quầy 1/, 'not to itself');
  assert.equal((await send(son, 3)).status, 303);
  const after = ticket(code, 'A001');
  assert.deepEqual([after.state, after.group, after.arrival, after.rank], ['waiting', 'A', before.arrival, before.rank]);
  assert.equal(sent_to('A001'), '3');
  assert.match(await viet.page(), /2 người đang chờ[\s\S]*<strong>A001<\/strong>[\s\S]*chuyển đến[\s\S]*<strong>C001<\/strong>/);
  assert.equal((await viet.press('/goi-tiep')).status, 303);
  assert.match(await viet.page(), /mc-desk__label">A001<[\s\S]*Chuyển từ quầy 1, giữ giờ đến ban đầu/);
  assert.deepEqual(events(code, 'A001').map(([kind, reason]) => `${kind} ${reason}`.trim()), ['issued', 'called turn', 'arrived', 'transferred', 'called transfer']);
  await viet.press('/da-den');
  await viet.press('/goi-tiep', {});
  assert.equal(ticket(code, 'C001').state, 'called');
});
await test('others neither see it in their queue nor call it, by turn or by its number', async () => {
  await viet.press('/da-den');
  take(code, 'A011', '08:11');
  await serve(son, 'A011');
  await send(son, 3);
  assert.equal((await son.press('/goi-tiep')).status, 409);
  const chosen = await giang.page(`/goi?ve=${ticket(code, 'A011').id}`);
  assert.match(chosen, /A011 đã được chuyển đến quầy 3 và chờ riêng quầy đó/);
  assert.doesNotMatch(chosen, /name="lydo"/);
  const { id, version } = ticket(code, 'A011');
  take(code, 'B011', '08:50');
  const [form] = await giang.forms('/goi', `/goi?ve=${ticket(code, 'B011').id}`);
  const answer = await giang.post('/goi', { ...form, ve: id, ban: version, lydo: 'hen' });
  assert.equal(answer.status, 409);
  assert.match(notice(answer.body), /chờ riêng quầy đó/);
  assert.equal(ticket(code, 'A011').state, 'waiting');
});
await test('nobody sits there: asked again, with what was typed', async () => {
  take(code, 'A021', '08:12');
  await serve(son, 'A021');
  assert.equal((await send(son, 1)).status, 422, 'not to itself');
  await giang.close();
  const answer = await send(son, 2);
  assert.equal(answer.status, 422);
  assert.match(answer.body, /Không có ai ngồi ở quầy đó[\s\S]*value="cần ký tại quầy"/);
  assert.equal(ticket(code, 'A021').state, 'serving');
});
await test('the counter closes: it is back in its queue, which the history says', async () => {
  await giang.open(code, 2);
  assert.equal((await send(son, 2)).status, 303);
  assert.equal(sent_to('A021'), '2');
  await giang.close();
  assert.equal(sent_to('A021'), 'any');
  assert.deepEqual(events(code, 'A021').map(([kind]) => kind).slice(-2), ['transferred', 'requeued']);
  assert.equal((await son.press('/goi-tiep')).status, 303);
  assert.equal(ticket(code, 'A021').state, 'called', 'any counter of its group calls it');
  await son.press('/da-den');
  await son.press('/xong');
});
await test('sent and closed at the same moment, eight times: it never waits for an empty counter', async () => {
  for (let n = 30; n < 38; n++) {
    await giang.open(code, 2);
    take(code, `A0${n}`, '08:20');
    await serve(son, `A0${n}`);
    const [form] = await son.forms('/chuyen', '/chuyen');
    const [close] = await giang.forms('/dong');
    const [went, shut] = await Promise.all([son.post('/chuyen', { ...form, quay: counter_id(code, 2) }), giang.post('/dong', close)]);
    assert.equal(shut.status, 303);
    assert.ok([303, 422].includes(went.status), `${went.status}`);
    assert.equal(sent_to(`A0${n}`), 'any');
    assert.equal(ticket(code, `A0${n}`).state, went.status === 303 ? 'waiting' : 'serving');
    if (went.status === 303) { await son.press('/goi-tiep'); await son.press('/da-den'); }
    await son.press('/xong');
  }
});
await test('two counters send to each other at the same moment: both go, and each is called where it was sent', async () => {
  await giang.open(code, 2);
  take(code, 'A061', '08:30');
  await serve(son, 'A061');
  take(code, 'A062', '08:30');
  await serve(giang, 'A062');
  const [[one_form], [two_form]] = [await son.forms('/chuyen', '/chuyen'), await giang.forms('/chuyen', '/chuyen')];
  const answers = await Promise.all([son.post('/chuyen', { ...one_form, quay: counter_id(code, 2) }), giang.post('/chuyen', { ...two_form, quay: counter_id(code, 1) })]);
  assert.deepEqual(answers.map((answer) => answer.status), [303, 303]);
  await Promise.all([son.press('/goi-tiep'), giang.press('/goi-tiep')]);
  assert.equal(ticket(code, 'A061').counter, '2');
  assert.equal(ticket(code, 'A062').counter, '1');
  for (const desk of [son, giang]) { await desk.press('/da-den'); await desk.press('/xong'); }
});
await test('three counters call at once: who was sent to one is called there alone', async () => {
  await viet.press('/xong');
  sql(`insert ignore into counter_group select c.id, g.id from counter c join service_group g on g.hall_id = c.hall_id join hall h on h.id = c.hall_id where h.code = '${code}' and g.letter = 'A'`);
  for (let n = 0; n < 12; n++) {
    const label = `A0${70 + n}`;
    take(code, label, '08:31');
    sql(`update ticket set for_counter_id = ${counter_id(code, 1 + n % 3)} where id = ${ticket(code, label).id}`);
  }
  sql(`update ticket set for_counter_id = null where id = ${ticket(code, 'A011').id}`);
  await Promise.all([[son, '1'], [giang, '2'], [viet, '3']].map(async ([desk, number]) => {
    while ((await desk.press('/goi-tiep')).status === 303) {
      const [, label] = /mc-desk__label">([A-Z]\d+)</.exec(await desk.page());
      if (/A0[78]/.test(label)) assert.equal(String(1 + (Number(label.slice(1)) - 70) % 3), number, label);
      await desk.press('/da-den');
      await desk.press('/xong');
    }
  }));
  assert.equal(one(`select count(*) from ticket t join hall h on h.id = t.hall_id where h.code = '${code}' and t.state = 'waiting'`), '0');
});
for (const desk of [son, giang, viet]) await desk.close();
retireHall(code);
await dev('clock', 'real');
done();
