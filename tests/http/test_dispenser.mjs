#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The ticket dispenser: what it offers and when, tickets taken once, printed again, found again by their code, receipts
// scanned, and numbers given out while the server was away. The clock is set to moments that matter.
import fs from 'node:fs';
import { assert, done, get, test, url } from '../lib/tap.mjs';
import { Dispenser, at, day, form, freshDay, label, scanned } from '../lib/dispenser.mjs';
import { sql } from '../lib/reception.mjs';

const dispenser = await Dispenser.of(1);
const other = await Dispenser.of(2);
const one = (text) => sql(text)[0]?.[0];
const tickets = () => Number(one(`select count(*) from ticket where service_date = '${day}'`));
const problem = (answer) => /data-problem[\s\S]*?<span>([^<]*)/.exec(answer.body)?.[1];
const shut = (body, letter) => new RegExp(`mc-group--shut"[^>]*data-group="${dispenser.group(letter)}"[\\s\\S]*?data-wait>([^<]*)`).exec(body)?.[1];
// ---- when it gives out tickets

for (const [moment, title, next] of [
  ['2026-12-05 10:00', 'Hôm nay trung tâm không làm việc', 'thứ Hai 07/12/2026'],
  ['2026-09-02 09:00', 'Hôm nay trung tâm không làm việc: ', 'thứ Năm 03/09/2026'],
  ['2026-12-02 16:50', 'Hôm nay đã ngừng lấy số', 'thứ Năm 03/12/2026'],
  ['2026-12-02 23:59', 'Hôm nay đã ngừng lấy số', 'thứ Năm 03/12/2026'],
  ['2026-12-04 17:30', 'Hôm nay đã ngừng lấy số', 'thứ Hai 07/12/2026'],
]) {
  await test(`closed at ${moment}, and when it opens again`, async () => {
    await at(moment);
    const { status, body } = await dispenser.page();
    assert.equal(status, 200);
    assert.ok(body.includes(title), body.slice(body.indexOf('<main'), body.indexOf('<main') + 1500));
    assert.ok(body.includes(next));
    assert.ok(!body.includes('data-take'));
    assert.equal((await dispenser.state()).open, false);
    assert.equal((await dispenser.take({ nhom: dispenser.group('A'), viec: dispenser.services('A')[0] })).status, 409);
  });
}
await test('open on a working morning and over lunch, with who waits', async () => {
  await at('2026-12-02 09:00');
  const { body } = await dispenser.page();
  for (const [letter, name] of sql(`select letter, name from service_group where hall_id = ${dispenser.hall} and is_active`)) {
    assert.ok(body.includes(`>${name}<`), name);
    assert.ok(body.includes(`aria-hidden="true">${letter}</span>`), letter);
  }
  assert.match(body, /chưa có ai chờ/);
  await at('2026-12-02 12:00');
  assert.match((await dispenser.page()).body, /nghỉ giữa giờ, gọi tiếp lúc 13:00/);
});
await test('a day begins with number 1, whatever was given out the day before', async () => {
  await freshDay('16:30');
  assert.equal((await dispenser.ticket('C')).label, 'C001');
  assert.equal((await dispenser.ticket('C')).label, 'C002');
  await freshDay('07:45');
  assert.equal((await dispenser.ticket('C')).label, 'C001');
});

// ---- tickets

await freshDay();
await test('a ticket: number, group, people before one, and the page of today alone', async () => {
  const first = await dispenser.ticket('A');
  const second = await dispenser.ticket('A');
  assert.deepEqual([first.label, second.label], ['A001', 'A002']);
  const { status, body } = await dispenser.ask(second.to);
  assert.equal(status, 200);
  for (const words of ['A002', 'Tư pháp, hộ tịch', '09:00', day.split('-').reverse().join('/'), 'Trước bạn còn 1 người', 'Vui lòng chờ đến lượt']) assert.ok(body.includes(words), words);
  assert.equal((await other.ask(second.to)).status, 404, 'another dispenser does not show it');
  await at('2027-01-05 09:00');
  assert.equal((await dispenser.ask(second.to)).status, 404, 'nor on another day');
  await at('09:00');
});
await test('the same form sent three times at once and again later is one ticket', async () => {
  const { take } = await dispenser.state();
  const before = tickets();
  const fields = { nhom: dispenser.group('B'), viec: dispenser.services('B')[0] };
  const answers = await Promise.all([1, 2, 3].map(() => dispenser.take(fields, take)));
  answers.push(await dispenser.take(fields, take));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [303]);
  assert.equal(new Set(answers.map(({ to }) => to)).size, 1);
  assert.equal(tickets(), before + 1);
});
await test('several services in one visit, and who goes before others', async () => {
  const { id } = await dispenser.ticket('A', { viec: dispenser.services('A').slice(0, 2), dien: 'elderly' });
  assert.deepEqual(sql(`select class, is_ahead from ticket where id = ${id}`)[0], ['elderly', '1']);
  assert.equal(one(`select count(*) from ticket_item where ticket_id = ${id}`), '2');
  const { body } = await dispenser.ask(`/kiosk/ve/${id}`);
  assert.match(body, /Người cao tuổi/);
  assert.match((await dispenser.ask(`/en/kiosk/ve/${id}`)).body, /Elderly person/);
});
await test('without a service it asks for one and gives out nothing', async () => {
  const before = tickets();
  const answer = await dispenser.take({ nhom: dispenser.group('A') });
  assert.equal(answer.status, 422);
  assert.match(answer.body, /Chọn ít nhất một việc/);
  assert.equal(tickets(), before);
});
await test('a service of another hall, one out of use, and a class by appointment are not given out', async () => {
  const before = tickets();
  const [[elsewhere]] = sql(`select s.id from service s join service_group g on g.id = s.group_id where g.hall_id <> ${dispenser.hall} limit 1`);
  assert.equal((await dispenser.take({ viec: elsewhere })).status, 409);
  const closed = dispenser.services('K')[1];
  sql(`update service set is_active = false where id = ${closed}`);
  assert.equal((await dispenser.take({ viec: closed })).status, 409);
  sql(`update service set is_active = true where id = ${closed}`);
  const { id } = await dispenser.ticket('K', { dien: 'appointment' });
  assert.equal(one(`select class from ticket where id = ${id}`), 'ordinary');
  assert.equal(tickets(), before + 1);
});
await test('a group that is full or out of use is grey and says why', async () => {
  const group = dispenser.group('E');
  sql(`update service_group set daily_cap = 1 where id = ${group}`);
  await dispenser.ticket('E');
  assert.equal(shut((await dispenser.page()).body, 'E'), 'Hôm nay đã hết số');
  const refused = await dispenser.take({ nhom: group, viec: dispenser.services('E')[0] });
  assert.equal(refused.status, 409);
  assert.equal(problem(refused), 'Nhóm này hôm nay đã hết số.');
  sql(`update service_group set daily_cap = null, from_time = '10:00' where id = ${group}`);
  assert.equal(shut((await dispenser.page()).body, 'E'), 'Nhận từ 10:00');
  sql(`update service_group set from_time = null where id = ${group}`);
});
await test('the ticket says that the printer is out of order when somebody said so, and why', async () => {
  const words = async () => /data-printing[^>]*>([^<]+)</.exec((await dispenser.ask(ticket_path)).body)[1];
  const ticket_path = (await dispenser.take({ nhom: dispenser.group('A'), viec: dispenser.services('A')[0] })).to;
  for (const [printer, text] of [['unknown', /Đang in phiếu/], ['trouble', /Máy in đang trục trặc\. Số của bạn vẫn có hiệu lực/], ['no_paper', /Máy in hết giấy/], ['ok', /Đang in phiếu/]]) {
    sql(`update device set printer = '${printer}' where id = ${dispenser.id}`);
    assert.match(await words(), text, printer);
  }
});
await test('the PDF for the 80 mm printer has one page, and its code decodes at 203 and 300 dots an inch', async () => {
  const { id } = await dispenser.ticket('A', { viec: dispenser.services('A'), dien: 'pregnant' });
  const cookie = Object.entries(dispenser.jar).map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await get(`/kiosk/ve/${id}/phieu.pdf`, { headers: { Cookie: cookie } });
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  const pdf = Buffer.from(await answer.arrayBuffer());
  assert.equal(pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 1, 1);
  for (const dpi of [203, 300]) {
    const address = scanned(pdf, dpi);
    assert.match(address, /\/ve\/[0-9bcfghjkmnpqrstvx]{24}$/);
    const page = await (await fetch(url + new URL(address).pathname)).text();
    assert.ok(page.includes(label(id)));
  }
});
await test('printed again: the same number, marked, and written down', async () => {
  const { id, to } = await dispenser.ticket('D');
  for (const n of [1, 2]) {
    const fields = form((await dispenser.ask(to)).body, `${to}/in-lai`);
    assert.equal((await dispenser.ask(`${to}/in-lai`, { method: 'POST', form: fields })).to, to);
    assert.match((await dispenser.ask(to)).body, new RegExp(`Phiếu in lại lần ${n}`));
  }
  assert.equal(one(`select count(*) from ticket_event where ticket_id = ${id} and kind = 'printed'`), '2');
  assert.equal((await other.ask(`${to}/in-lai`, { method: 'POST', form: { token: 'x' } })).status, 403);
});

// ---- receipts

const dossiers = JSON.parse(fs.readFileSync(`${process.env.MOTCUA_TOP}/sql/sample/dossiers.json`, 'utf8')).items;
const here = one(`select a.code from hall h join agency a on a.id = h.agency_id where h.id = ${dispenser.hall}`);
const receipt = (state, isHere) => dossiers.find((d) => d.state === state && d.deliver_by === 'counter' && (d.counter === here) === isHere && !d.apologised);

await test('a receipt whose result is here gets the number for it, bound to the dossier', async () => {
  const answer = await dispenser.scan(receipt('ready', true).lookup);
  assert.equal(answer.status, 200);
  assert.match(answer.body, /Kết quả đã có/);
  const number = /<dd>([^<]+)<\/dd>/.exec(answer.body)[1];
  const id = one(`select id from dossier where number = '${number}'`);
  for (const [name] of sql(`select name from party where dossier_id = ${id}`)) assert.ok(!answer.body.includes(name), 'a name');
  const taken = await dispenser.ask('/kiosk/lay-so', { method: 'POST', form: { ...form(answer.body), dien: 'ordinary' } });
  const [group, dossier] = sql(`select g.kind, t.dossier_id from ticket t join service_group g on g.id = t.group_id where t.id = ${taken.to.split('/').pop()}`)[0];
  assert.deepEqual([group, dossier], ['return', id]);
});
await test('the address out of its QR code does the same', async () => {
  assert.match((await dispenser.scan(`https://dichvucong.example/t/${receipt('ready', true).lookup}`)).body, /Kết quả đã có/);
  assert.match((await dispenser.scan(receipt('ready', true).lookup, '/en')).body, /The result is ready/);
});
await test('a result that is not there yet, or handed out elsewhere, costs no number', async () => {
  const waiting = await dispenser.scan(receipt('processing', true).lookup);
  assert.match(waiting.body, /Hồ sơ chưa có kết quả/);
  assert.match(waiting.body, /[Hh]ẹn trả/);
  assert.ok(!waiting.body.includes('Lấy số nhận kết quả'));
  const elsewhere = await dispenser.scan(receipt('ready', false).lookup);
  assert.match(elsewhere.body, /Nhận kết quả tại nơi khác/);
  assert.equal(form(elsewhere.body), null);
  assert.match((await dispenser.scan(receipt('returned', true).lookup)).body, /Kết quả đã được trả/);
});
await test('a code of nothing is told so', async () => {
  for (const code of ['0000000000000000', '5555444433332222', 'H09.12-261123-0001', 'A015', '', '<b>'])
    assert.equal((await dispenser.scan(code)).status, 404, code);
});
await test('a pass that was not given is worth nothing', async () => {
  for (const hoso of ['d1', 'AAAA', 'x'.repeat(120)]) {
    const { id } = await dispenser.ticket('R', { hoso });
    assert.equal(one(`select ifnull(dossier_id, 0) from ticket where id = ${id}`), '0');
  }
});

// ---- without the server

await test('numbers are lent with their codes, each block to one dispenser', async () => {
  await freshDay();
  const mine = await dispenser.report();
  const theirs = await other.report();
  assert.equal(mine.blocks.length, sql(`select 1 from service_group where hall_id = ${dispenser.hall} and is_active`).length);
  for (const block of mine.blocks) {
    assert.equal(block.codes.length, block.last - block.first + 1);
    const twin = theirs.blocks.find((b) => b.group === block.group);
    assert.ok(twin.first > block.last || twin.last < block.first);
  }
  assert.deepEqual((await dispenser.report({ held: mine.blocks.map((b) => b.id) })).blocks, [], 'there is enough');
  assert.deepEqual(JSON.parse((await other.ask(`/kiosk/lay-so/muon?khoi=${mine.blocks[0].id}`)).body).blocks, [], 'and is shown to nobody else');
});
await test('what was given out meanwhile is stored once, however often and by whomever it is told', async () => {
  await freshDay('08:50');
  const { blocks } = await dispenser.report();
  await at('09:00');
  const [block] = blocks;
  const service = dispenser.services(block.letter)[0];
  const told = [0, 1, 2].map((i) => `${block.id}.${block.first + i}.${i}.${60000 * (3 - i)}.${service}`);
  const before = tickets();
  await dispenser.report({ held: [block.id], tickets: told });
  await dispenser.report({ held: [block.id], tickets: told });
  await other.report({ tickets: [`${block.id}.${block.first + 5}.0.1000.${service}`] });
  await dispenser.report({ held: [block.id], tickets: [`${block.id}.${block.last + 1}.0.1000.${service}`, `${block.id}.x`, '1.2', `${block.id}.${block.first}.6.1.1`] });
  assert.equal(tickets(), before + 3);
  const stored = sql(`select t.number, t.class, t.lease_id, time(t.arrival_at) from ticket t where t.lease_id = ${block.id} order by t.number`);
  assert.deepEqual(stored, [
    [`${block.first}`, 'ordinary', `${block.id}`, '08:57:00'], [`${block.first + 1}`, 'elderly', `${block.id}`, '08:58:00'], [`${block.first + 2}`, 'pregnant', `${block.id}`, '08:59:00'],
  ]);
});
await test('a block that the dispenser does not know any more is not handed out again', async () => {
  await freshDay();
  const first = await dispenser.report();
  const second = await dispenser.report({ held: first.blocks.map((b) => b.id).slice(1) });
  assert.equal(second.blocks.length, 1);
  assert.ok(second.blocks[0].first > first.blocks[0].last);
});
await test('a report sent twice tells of the same blocks', async () => {
  await freshDay();
  const { report: token } = await dispenser.state();
  const first = await dispenser.report({ token });
  assert.deepEqual((await dispenser.report({ token })).blocks, first.blocks);
});
await test('a form whose answer was not waited for leaves no ticket behind', async () => {
  const state = await dispenser.state();
  const taken = await dispenser.take({ nhom: dispenser.group('L'), viec: dispenser.services('L')[0] }, state.take);
  assert.equal((await dispenser.report({ keys: [state.take.split('.')[0]] })).status, 303);
  assert.equal(one(`select state from ticket where id = ${taken.to.split('/').pop()}`), 'cancelled');
});
await test('and when it arrives after the report, no ticket comes of it', async () => {
  const state = await dispenser.state();
  await dispenser.report({ keys: [state.take.split('.')[0]] });
  const before = tickets();
  assert.equal((await dispenser.take({ nhom: dispenser.group('L'), viec: dispenser.services('L')[0] }, state.take)).to, '/kiosk/lay-so');
  assert.equal(tickets(), before);
});
await at('real');
done();
