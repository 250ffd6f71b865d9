#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The officer's counter over HTTP: who sits where, calling and everything done with a ticket, two at the same moment, double
// clicks and replays, other people's tickets, closing with somebody before it; the ticket and the dossier; the panic button.
import { assert, done, test } from '../lib/tap.mjs';
import { Clerk, idOf, somebody, sql } from '../lib/reception.mjs';
import { Officer, dev, hidden } from '../lib/staff.mjs';
import { Desk, counter_id, day, events, makeHall, notice, one, retireHall, take, ticket } from '../lib/desk.mjs';

const code = makeHall(`quay-${process.pid}`);
await dev('clock', `${day} 09:00`);
const kinds = (label) => events(code, label).map(([kind]) => kind);
const name_of = (login) => one(`select name from user where login = '${login}'`);

const son = await Desk.at('son.na', code, 1);
const giang = await Desk.at('giang.bq', code, 2);

await test('a counter is opened once, by one officer', async () => {
  const viet = await Desk.at('viet.np');
  const choice = await viet.page();
  assert.match(choice, /Chọn quầy/);
  assert.match(choice, new RegExp(name_of('son.na')), 'who sits where');
  const free = (await viet.forms('/mo')).map((form) => form.quay);
  assert.ok(!free.includes(counter_id(code, 1)) && free.includes(counter_id(code, 3)));
  const [form] = (await viet.forms('/mo')).filter((f) => f.quay === counter_id(code, 3));
  const taken = await viet.post('/mo', { ...form, quay: counter_id(code, 1) });
  assert.equal(taken.status, 409);
  assert.equal(notice(taken.body), `${name_of('son.na')} đang ngồi ở quầy này.`);
  const foreign = await viet.post('/mo', { ...(await viet.forms('/mo'))[0], quay: one("select c.id from counter c join hall h on h.id = c.hall_id where h.code = 'trung-tam' and c.number = 9") });
  assert.equal(foreign.status, 404, 'of another body');
  const same = await Promise.all([1, 2].map(() => viet.post('/mo', form)));
  assert.deepEqual(same.map((answer) => answer.status), [303, 303], 'a double click opens it once');
  assert.equal(one(`select count(*) from counter_session where open_counter = ${counter_id(code, 3)}`), '1');
  await viet.close();
  assert.equal(one(`select count(*) from counter_session where open_counter = ${counter_id(code, 3)}`), '0');
});
await test('who sits at one counter opens no other', async () => {
  const token = (await (await Desk.at('viet.np')).forms('/mo'))[0];
  assert.ok(token);
  const other = new Desk();
  other.jar = son.jar;
  const page = await other.ask('/can-bo/quay');
  assert.doesNotMatch(page.body, /quay\/mo"/, 'the page offers none');
});
await test('call, arrive, done and next, with everything the officer needs in view', async () => {
  take(code, 'A001', '08:35');
  take(code, 'A002', '08:40');
  assert.match(await son.page(), /2 người đang chờ/);
  assert.equal((await son.press('/goi-tiep')).status, 303);
  let page = await son.page();
  assert.match(page, /mc-desk__label">A001</);
  assert.match(page, /Hộ tịch, chứng thực[\s\S]*lấy số lúc 08:35[\s\S]*đã chờ 25 phút[\s\S]*gọi 1 lần/);
  assert.match(page, /Việc chính của nhóm/);
  assert.doesNotMatch(page, /Gọi trước vì/, 'it was its turn');
  assert.equal((await son.press('/goi-lai')).status, 303);
  assert.match(await son.page(), /gọi 2 lần/);
  assert.equal((await son.press('/da-den')).status, 303);
  assert.match(await son.page(), /Xong, gọi số tiếp theo/);
  assert.equal((await son.press('/goi-tiep')).status, 303);
  page = await son.page();
  assert.match(page, /mc-desk__label">A002</);
  assert.equal(ticket(code, 'A001').state, 'done');
  assert.match(page, /đã phục vụ 1 lượt/);
  await son.press('/da-den');
  assert.equal((await son.press('/xong')).status, 303);
  assert.match(await son.page(), /Không còn ai chờ/);
  assert.deepEqual(kinds('A001'), ['issued', 'called', 'recalled', 'arrived', 'done']);
  const none = await son.press('/goi-tiep');
  assert.equal(none.status, 409);
  assert.equal(notice(none.body), 'Không còn ai chờ');
});
await test('two counters at once: every ticket once, none twice at a counter', async () => {
  for (let n = 11; n <= 34; n++) take(code, `A0${n}`, '08:41');
  const run = async (desk) => {
    const called = [];
    for (;;) {
      const answer = await desk.press('/goi-tiep');
      if (answer.status === 409) return called;
      assert.equal(answer.status, 303);
      called.push(/mc-desk__label">([A-Z]\d+)</.exec(await desk.page())[1]);
      await desk.press('/da-den');
      await desk.press('/xong');
    }
  };
  const lists = await Promise.all([run(son), run(giang)]);
  const all = lists.flat();
  assert.equal(all.length, 24);
  assert.equal(new Set(all).size, 24, 'none twice');
  assert.ok(lists.every((list) => list.length > 3), `both had some: ${lists.map((l) => l.length)}`);
  assert.equal(one(`select count(*) from ticket_event e join hall h on h.id = e.hall_id where h.code = '${code}' and e.kind = 'called' and e.ticket_id in (select id from ticket where number between 11 and 34)`), '24');
});
await test('a double click, and the same form again later: one call', async () => {
  take(code, 'A041', '08:42');
  take(code, 'A042', '08:43');
  const [form] = await son.forms('/goi-tiep');
  const both = await Promise.all([1, 2].map(() => son.post('/goi-tiep', form)));
  assert.deepEqual(both.map((answer) => answer.status), [303, 303]);
  assert.equal(ticket(code, 'A041').state, 'called');
  assert.equal(ticket(code, 'A042').state, 'waiting');
  assert.equal((await son.post('/goi-tiep', form)).status, 303, 'a replay answers as before');
  assert.equal(ticket(code, 'A042').state, 'waiting', 'and does nothing');
  assert.equal((await son.post('/goi-tiep', { ...form, token: form.token.replace(/.$/, (c) => (c === 'A' ? 'B' : 'A')) })).status, 403, 'a forged form');
});
await test('another window of the same officer: a second call is refused and names the ticket', async () => {
  await son.press('/da-den');
  const [again] = await son.forms('/goi-tiep');
  const answer = await son.post('/goi-tiep', { token: again.token });
  assert.equal(answer.status, 409);
  assert.equal(notice(answer.body), 'Số A041 đang ở quầy của bạn. Phục vụ xong rồi hãy gọi số khác.');
  assert.match(answer.body, /mc-desk__label">A041</, 'the page as it is');
});
await test('an old window: who was faster, what and when', async () => {
  const [old] = await son.forms('/xong');
  await dev('clock', `${day} 09:05`);
  await son.press('/gac', { ghichu: 'nộp phí' }, '/gac');
  const late = await son.post('/xong', old);
  assert.equal(late.status, 409);
  assert.equal(notice(late.body), `A041: ${name_of('son.na')} vừa tạm gác lúc 09:05. Đây là tình trạng hiện nay.`);
  assert.match(late.body, /nộp phí/, 'the note stands in the list');
  assert.equal((await son.press('/tiep-tuc')).status, 303);
  assert.equal(ticket(code, 'A041').state, 'serving');
});
await test("another officer's ticket is out of reach", async () => {
  const [mine] = await son.forms('/xong');
  await giang.press('/goi-tiep');
  const [form] = await giang.forms('/da-den');
  const stolen = await giang.post('/da-den', { token: form.token, ve: mine.ve, ban: mine.ban });
  assert.equal(stolen.status, 409);
  assert.match(notice(stolen.body), /A041/);
  assert.equal(ticket(code, 'A041').counter, '1');
  await giang.press('/da-den');
  const done_there = (await giang.forms('/xong'))[0];
  assert.equal((await giang.post('/xong', { ...done_there, ve: mine.ve, ban: mine.ban })).status, 409);
  assert.equal(ticket(code, 'A041').state, 'serving');
  await giang.press('/xong');
});
await test('a counter with somebody before it cannot be closed; without, it can', async () => {
  assert.doesNotMatch(await son.page(), /quay\/dong"/, 'no button');
  const free = await giang.forms('/dong');
  take(code, 'A043', '08:44');
  await giang.press('/goi-tiep');
  const answer = await giang.post('/dong', free[0]);
  assert.equal(answer.status, 409);
  assert.equal(notice(answer.body), 'Số A043 đang ở quầy. Phục vụ xong, chuyển hoặc bàn giao rồi hãy đóng quầy.');
  await giang.press('/da-den');
  await giang.press('/xong');
});
await test('a paused counter finishes whom it serves and calls nobody', async () => {
  assert.equal((await son.press('/tam-nghi', { lydo: 'hop' }, '/tam-nghi')).status, 303);
  assert.match(await son.page(), /mc-tag--wait">Họp</);
  assert.equal((await son.press('/xong')).status, 303);
  take(code, 'A044', '08:45');
  assert.match(await son.page(), /Làm việc tiếp/);
  const answer = await son.post('/goi-tiep', { token: (await giang.forms('/goi-tiep'))[0].token });
  assert.equal(answer.status, 403, "somebody else's form");
  assert.equal((await son.press('/tam-nghi', {}, '/tam-nghi').catch((error) => error)).message?.includes('no button'), true, 'it is paused already');
  assert.equal((await son.press('/lam-tiep')).status, 303);
  assert.equal((await son.press('/goi-tiep')).status, 303);
  assert.equal(ticket(code, 'A044').state, 'called');
  assert.equal(one(`select group_concat(detail order by id) from counter_event where counter_id = ${counter_id(code, 1)} and kind = 'pause'`), 'meeting');
});
await test('a pause asks why', async () => {
  const answer = await son.press('/tam-nghi', {}, '/tam-nghi');
  assert.equal(answer.status, 422);
  assert.match(answer.body, /Tạm dừng vì/);
});
await test('nobody came: not before the time of the hall, back to the queue once', async () => {
  const early = await son.press('/vang');
  assert.equal(early.status, 409);
  assert.match(notice(early.body), /^Chờ thêm \d+ giây nữa mới được ghi vắng mặt\.$/);
  await dev('clock', `${day} 09:08`);
  assert.equal((await son.press('/vang')).status, 303);
  assert.equal(ticket(code, 'A044').state, 'missed');
  assert.equal((await son.press('/cho-lai')).status, 303);
  assert.equal(ticket(code, 'A044').state, 'waiting');
  await son.press('/goi-tiep');
  assert.match(await son.page(), /Gọi lại vì: lần gọi trước vắng mặt/);
  await dev('clock', `${day} 09:12`);
  await son.press('/vang');
  assert.equal((await son.forms('/cho-lai')).length, 0, 'only once');
  const again = await son.post('/cho-lai', { ...(await son.forms('/goi-tiep'))[0], ve: ticket(code, 'A044').id });
  assert.equal(again.status, 403, 'a form is good for its own address alone');
});
await test('priority says so on the screen, and how many were passed', async () => {
  take(code, 'A051', '08:46');
  take(code, 'A052', '08:47', 'elderly');
  await son.press('/goi-tiep');
  assert.match(await son.page(), /mc-desk__label">A052<[\s\S]*Gọi trước vì: ưu tiên người cao tuổi\. 1 người cùng nhóm đến trước vẫn đang chờ/);
  assert.deepEqual(events(code, 'A052')[1].slice(0, 3), ['called', 'priority', '1']);
  await son.press('/da-den');
  await son.press('/xong');
});
await test('a chosen number: found by its digits, called with a reason, which is in the ledger', async () => {
  take(code, 'A053', '08:48');
  const found = await son.ask('/can-bo/quay/so?so=053');
  assert.equal(found.status, 303);
  assert.equal(found.to, `/can-bo/quay/goi?ve=${ticket(code, 'A053').id}`);
  const where = found.to.replace('/can-bo/quay', '');
  const without = await son.press('/goi', {}, where);
  assert.equal(without.status, 422);
  const wordless = await son.press('/goi', { lydo: 'khac' }, where);
  assert.equal(wordless.status, 422);
  assert.match(wordless.body, /Ghi lý do gọi trước lượt/);
  assert.match(wordless.body, /mc-desk__label--small">A053</, 'the question again');
  assert.equal((await son.press('/goi', { lydo: 'bo-sung', ghichu: 'còn thiếu bản sao' }, where)).status, 303);
  assert.match(await son.page(), /mc-desk__label">A053<[\s\S]*Gọi trước vì: Quay lại nộp bổ sung giấy tờ: còn thiếu bản sao\. 1 người/);
  assert.deepEqual(events(code, 'A053')[1], ['called', 'chosen', '1', 'Quay lại nộp bổ sung giấy tờ: còn thiếu bản sao']);
  await son.press('/da-den');
  await son.press('/xong');
});
await test('numbers are found as people type them; what is not there is said', async () => {
  take(code, 'B053', '08:49');
  const several = await giang.ask('/can-bo/quay/so?so=53');
  assert.equal(several.status, 200);
  assert.match(several.body, /A053[\s\S]*B053/);
  for (const typed of ['b53', 'B-53', 'B053']) assert.match((await giang.ask(`/can-bo/quay/so?so=${typed}`)).to, /goi\?ve=\d+$/);
  for (const typed of ['777', 'Q1', '%3Cb%3E']) assert.match((await giang.ask(`/can-bo/quay/so?so=${typed}`)).body, /Hôm nay không có số này/, typed);
  const finished = await giang.page(`/goi?ve=${ticket(code, 'A053').id}`);
  assert.match(finished, /Đã xong/);
  assert.doesNotMatch(finished, /quay\/goi" method="post"/, 'nothing to call');
  assert.equal((await giang.ask('/can-bo/quay/goi?ve=999999999')).status, 404);
  const served_elsewhere = await son.page(`/goi?ve=${ticket(code, 'B053').id}`);
  assert.match(served_elsewhere, /Quầy của bạn không phục vụ nhóm của số này/);
});
await test('several services in a visit are ticked off one by one', async () => {
  await giang.press('/goi', { lydo: 'sot' }, `/goi?ve=${ticket(code, 'B053').id}`);
  assert.equal((await giang.forms('/dich-vu')).length, 0, 'not before the person is there');
  await giang.press('/da-den');
  assert.equal((await giang.forms('/dich-vu')).length, 2);
  await giang.press('/dich-vu');
  assert.equal((await giang.forms('/dich-vu')).length, 1);
  assert.equal(one(`select count(*) from ticket_item where ticket_id = ${ticket(code, 'B053').id} and done_at is not null`), '1');
});
await test('transfer keeps number and arrival, and waits in the other queue', async () => {
  const before = ticket(code, 'B053');
  const c = one(`select g.id from service_group g join hall h on h.id = g.hall_id where h.code = '${code}' and g.letter = 'C'`);
  assert.equal((await giang.press('/chuyen', { ghichu: 'nhận kết quả' }, '/chuyen')).status, 422, 'where to');
  assert.equal((await giang.press('/chuyen', { nhom: '999999' }, '/chuyen')).status, 422);
  assert.equal((await giang.press('/chuyen', { nhom: c, ghichu: 'nhận kết quả' }, '/chuyen')).status, 303);
  const after = ticket(code, 'B053');
  assert.deepEqual([after.state, after.group, after.arrival, after.rank], ['waiting', 'C', before.arrival, before.rank]);
  const viet = await Desk.at('viet.np', code, 3);
  await viet.press('/goi-tiep');
  assert.match(await viet.page(), /mc-desk__label">B053<[\s\S]*Chuyển từ quầy 2, giữ giờ đến ban đầu/);
  await viet.press('/da-den');
  await viet.press('/xong');
  await viet.close();
});
await test('a ticket that waits is cancelled when the person leaves', async () => {
  take(code, 'A061', '08:50');
  assert.equal((await son.press('/huy', {}, `/goi?ve=${ticket(code, 'A061').id}`)).status, 303);
  assert.equal(ticket(code, 'A061').state, 'cancelled');
});
await test('which queues a counter serves', async () => {
  const b = one(`select g.id from service_group g join hall h on h.id = g.hall_id where h.code = '${code}' and g.letter = 'B'`);
  assert.equal((await son.press('/nhom', {}, '/nhom')).status, 422, 'one at least');
  assert.equal((await son.press('/nhom', { nhom: b }, '/nhom')).status, 303);
  assert.match(await son.page(), /mc-desk__letter">B</);
  assert.equal(one(`select detail from counter_event where counter_id = ${counter_id(code, 1)} and kind = 'groups' order by id desc limit 1`), 'B');
  const foreign = one("select g.id from service_group g join hall h on h.id = g.hall_id where h.code = 'trung-tam' limit 1");
  assert.equal((await son.press('/nhom', { nhom: foreign }, '/nhom')).status, 409, 'of another hall');
});
await test('a counter keeps a group that is out of use when its officer chooses groups', async () => {
  const [a, c] = ['A', 'C'].map((letter) => one(`select g.id from service_group g join hall h on h.id = g.hall_id where h.code = '${code}' and g.letter = '${letter}'`));
  const letters = () => one(`select group_concat(g.letter order by g.letter separator '') from counter_group x join service_group g on g.id = x.group_id where x.counter_id = ${counter_id(code, 1)}`);
  const box = (body, id) => new RegExp(`<input[^>]*value="${id}"([^>]*)>\\s*<label[^>]*>([^<]*)<`).exec(body);
  const before = letters();
  assert.equal((await son.press('/nhom', { nhom: [a, c] }, '/nhom')).status, 303);
  sql(`update service_group set is_active = false where id = ${c}`);
  try {
    const shown = box(await son.page('/nhom'), c);
    assert.match(shown[1], /checked/);
    assert.equal(shown[2], 'C – Nhận kết quả (đã ngừng)');
    assert.equal((await son.press('/nhom', { nhom: [a, c] }, '/nhom')).status, 303);
    assert.equal(letters(), 'AC');
    assert.equal((await son.press('/nhom', { nhom: a }, '/nhom')).status, 303);
    assert.equal(letters(), 'A', 'it is let go of by who unticks it');
    assert.equal(box(await son.page('/nhom'), c), null, 'what is out of use cannot be taken on');
  } finally {
    sql(`update service_group set is_active = true where id = ${c}`);
  }
  const back = [...before].map((letter) => one(`select g.id from service_group g join hall h on h.id = g.hall_id where h.code = '${code}' and g.letter = '${letter}'`));
  assert.equal((await son.press('/nhom', { nhom: back }, '/nhom')).status, 303);
});
await test('a counter is handed over with the ticket before it', async () => {
  take(code, 'B071', '08:51');
  await son.press('/goi-tiep');
  await son.press('/da-den');
  const nhu = one("select id from user where login = 'nhu.nt'");
  sql(`insert into counter_session (counter_id, user_id, state, opened_at, changed_at, closed_at) values (${counter_id(code, 3)}, ${nhu}, 'closed', '2026-12-07 08:00:00', '2026-12-07 16:00:00', '2026-12-07 16:00:00')`);
  assert.match(await son.page('/ban-giao'), new RegExp(name_of('nhu.nt')), 'sat here lately');
  assert.doesNotMatch(await son.page('/ban-giao'), new RegExp(name_of('giang.bq')), 'sits elsewhere');
  assert.equal((await son.press('/ban-giao', { nguoi: one("select id from user where login = 'clerk'") }, '/ban-giao')).status, 422);
  assert.equal((await son.press('/ban-giao', { nguoi: nhu }, '/ban-giao')).status, 303);
  assert.match(await son.page(), /Chọn quầy/);
  const next = await Desk.at('nhu.nt');
  assert.match(await next.page(), /mc-desk__label">B071</);
  assert.equal((await next.press('/xong')).status, 303);
  await next.close();
});
await test('without a counter every act says so', async () => {
  const [form] = await giang.forms('/goi-tiep');
  await giang.close();
  const answer = await giang.post('/goi-tiep', form);
  assert.equal(answer.status, 409);
  assert.match(notice(answer.body), /Bạn chưa ngồi quầy nào/);
  assert.match(answer.body, /Chọn quầy/);
});
await test('a dossier received while a ticket is before the counter belongs to it, and the bar shows the ticket', async () => {
  const clerk = await Desk.at('clerk');
  const hall = one("select id from hall where code = 'trung-tam'");
  const free = one(`select c.id from counter c where c.hall_id = ${hall} and c.number = 12`);
  const opening = (await clerk.forms('/mo')).find((form) => form.quay === free);
  assert.equal((await clerk.post('/mo', opening)).status, 303);
  sql(`insert into ticket (hall_id, service_date, letter_group_id, number, group_id, rank_at, arrival_at, state, channel) select ${hall}, '${day}', id, 701, id, '${day} 08:00:00', '${day} 08:00:00', 'waiting', 'staff' from service_group where hall_id = ${hall} and letter = 'A';
    insert into ticket_item (ticket_id, service_id, position) select last_insert_id(), x.service_id, 1 from service_field x join field f on f.id = x.field_id join service s on s.id = x.service_id join service_group g on g.id = s.group_id where g.hall_id = ${hall} and f.code = 'ly-lich-tu-phap' limit 1`);
  const id = one(`select t.id from ticket t where t.hall_id = ${hall} and t.service_date = '${day}' and t.number = 701`);
  await clerk.press('/goi-tiep');
  await clerk.press('/da-den');
  const form = (await clerk.ask('/can-bo/tiep-nhan')).body;
  assert.match(form, /mc-bar__label">A701</, 'the line in the head');
  assert.match(form, /Thủ tục thuộc dịch vụ của số <strong>A701<\/strong>[\s\S]*name="chon"/, 'what it may be about');
  const hands = await Clerk.open('clerk');
  const procedure = /name="chon" value="([^"]+)"/.exec(form)[1];
  const received = idOf(await hands.receive(procedure, somebody()));
  assert.ok(received > 0, 'received');
  assert.equal(one(`select dossier_id from ticket where id = ${id}`), String(received));
  assert.deepEqual(sql(`select kind from ticket_event where ticket_id = ${id} order by id`).flat().slice(-2), ['arrived', 'bound']);
  assert.match(await clerk.page(), new RegExp(`/can-bo/ho-so/${received}"`));
  await clerk.press('/xong');
  await clerk.close();
  const later = idOf(await hands.receive(procedure, somebody()));
  assert.ok(later > 0, 'without a counter it goes on as ever');
  assert.doesNotMatch((await clerk.ask('/can-bo/tiep-nhan')).body, /mc-bar__/);
});
await test('a returned result belongs to the ticket of who fetches it', async () => {
  const returner = await Desk.at('returner');
  const hall = one("select id from hall where code = 'trung-tam'");
  const opening = (await returner.forms('/mo')).find((form) => form.quay === one(`select id from counter where hall_id = ${hall} and number = 10`));
  assert.equal((await returner.post('/mo', opening)).status, 303);
  sql(`insert into ticket (hall_id, service_date, letter_group_id, number, group_id, rank_at, arrival_at, state, channel) select ${hall}, '${day}', id, 702, id, '${day} 08:00:00', '${day} 08:00:00', 'waiting', 'staff' from service_group where hall_id = ${hall} and letter = 'R'`);
  await returner.press('/goi-tiep');
  await returner.press('/da-den');
  const list = (await returner.ask('/can-bo/viec?the=ke')).body;
  let bound;
  for (const [, dossier] of list.matchAll(/href="\/can-bo\/ho-so\/(\d+)" data-row/g)) {
    const action = `/can-bo/ho-so/${dossier}/lam/tra`;
    const shown = (await returner.ask(action)).body;
    if (!/name="kynhan"/.test(shown) || /name="bienlai"/.test(shown)) continue;
    const receiver = /name="nguoinhan"[^>]*value="([^"]*)"/.exec(shown)?.[1];
    const answer = await returner.ask(action, { method: 'POST', form: { ...hidden(shown, action), giayto: '1', kynhan: '1', vaitro: 'chuho', ...(receiver && { nguoinhan: receiver }) } });
    assert.equal(answer.status, 303, `${dossier} is returned`);
    bound = dossier;
    break;
  }
  assert.ok(bound, 'something was returned');
  assert.equal(one(`select dossier_id from ticket where hall_id = ${hall} and service_date = '${day}' and number = 702`), bound);
  await returner.press('/xong');
  await returner.close();
});
await test('the mark of the page changes when the page would', async () => {
  await son.open(code, 1);
  const mark = async () => JSON.parse((await son.ask('/can-bo/quay/dau')).body).v;
  const first = await mark();
  assert.equal(await mark(), first);
  take(code, 'B081', '08:52');
  assert.notEqual(await mark(), first);
});
await test('the panic button: place and person, told once, to those who run the hall, until one of them is there', async () => {
  const head = await Officer.of('lien.np2');
  const supervisor = await Officer.of('supervisor');
  const stranger = await Officer.of('head');
  assert.doesNotMatch((await head.ask('/can-bo')).body, /mc-alarm"/);
  assert.equal((await son.press('/bao-dong', {}, '/bao-dong')).status, 303);
  assert.equal((await son.post('/bao-dong', hidden(await son.page('/bao-dong'), '/can-bo/quay/bao-dong'))).status, 303);
  assert.equal(one(`select count(*) from panic_call where counter_id = ${counter_id(code, 1)} and ended_at is null`), '1', 'once');
  assert.match(await son.page(), /Đã báo lúc 09:12/);
  for (const one_of of [head, supervisor]) {
    const band = (await one_of.ask('/can-bo')).body;
    assert.match(band, /BÁO ĐỘNG Quầy 1, Hộ tịch/);
    assert.match(band, new RegExp(`khu A[\\s\\S]*${name_of('son.na')} · 09:12`));
  }
  assert.doesNotMatch((await stranger.ask('/can-bo')).body, /mc-alarm"/, 'of another hall');
  assert.doesNotMatch((await giang.ask('/can-bo')).body, /mc-alarm"/, 'not an officer at a counter');
  const id = one(`select id from panic_call where counter_id = ${counter_id(code, 1)} and ended_at is null`);
  const action = `/can-bo/bao-dong/${id}/xong`;
  assert.equal((await stranger.ask(action, { method: 'POST', form: hidden((await stranger.ask('/can-bo')).body, '/can-bo/dang-xuat') })).status, 403);
  const form = hidden((await head.ask('/can-bo/viec')).body, action);
  const ended = await head.ask(action, { method: 'POST', form });
  assert.equal(ended.status, 303);
  assert.equal(ended.to, '/can-bo/viec', 'back to where it was');
  assert.doesNotMatch((await supervisor.ask('/can-bo')).body, /mc-alarm"/);
  assert.match((await supervisor.ask('/can-bo/bao-dong')).body, new RegExp(`${name_of('lien.np2')}, 9 giờ 12`));
});
await test('who sits in no hall is told whom to call', async () => {
  const nowhere = one("select u.login from user u join role_grant r on r.user_id = u.id and r.role = 'clerk' and r.withdrawn_at is null join agency a on a.id = u.agency_id where a.code = 'UBND_DT' limit 1");
  const officer = await Officer.of(nowhere);
  assert.match((await officer.ask('/can-bo/quay')).body, /chưa có sảnh giao dịch nào/);
  const page = await officer.ask('/can-bo/quay/bao-dong');
  assert.equal(page.status, 409);
  assert.match(page.body, /gọi trực tiếp bảo vệ/);
});
await test('news of alarms are heard by those who run a hall alone', async () => {
  for (const [login, status] of [['clerk', 403], ['manager', 200], ['supervisor', 200]]) assert.equal((await (await Officer.of(login)).ask('/can-bo/duoc-nghe/alarm-staff')).status, status, login);
});
await son.close();
retireHall(code);
await dev('clock', 'real');
done();
