#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A hall as it is now, and as it was: what the pages say is what the tables and the history say; only halls one oversees; days
// without anything, forged days and times.
import { assert, done, test } from '../lib/tap.mjs';
import { sql } from '../lib/reception.mjs';
import { Officer } from '../lib/staff.mjs';
import { HallDay, afternoon, makeHall, retireHall } from '../lib/hall_day.mjs';
import { dev } from '../lib/instance.mjs';

const { today, ago } = await afternoon();
const manager = await Officer.of('manager');
const head = await Officer.of('head');
const code = makeHall(`song-${process.pid}`);
const text = (html) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
const part = (body, id) => new RegExp(`id="${id}"[^>]*>([\\s\\S]*?)</div>`).exec(body)?.[1] ?? '';
const rows = (html) => [...html.matchAll(/<tr class="mc-run__group[\s\S]*?<\/tr>/g)].map(([row]) => text(row));
const counters = (html) => [...html.matchAll(/<li class="mc-run__counter [\s\S]*?<\/li>/g)].map(([row]) => text(row));
const officers = sql("select login from user where login like '%.%' order by id limit 3").flat();

const past = '2026-03-03'; // a Tuesday nobody else uses
new HallDay(code, past)
  .counter(1, '07:40', 'open', officers[0]).counter(3, '07:45', 'open', officers[1])
  .take('A001', '07:50').take('A002', '07:52', { class: 'elderly' }).take('A003', '07:55').take('B001', '08:00')
  .serve('A002', '08:01', 1, { walk: 40, serve: 300, reason: 'priority', passed: 1 })
  .serve('B001', '08:02', 3, { walk: 30 }).event('B001', '08:10', 'transferred', { counter: 3, group: 'C', note: 'nộp nhầm' })
  .counter(3, '08:12', 'pause', officers[1], 'papers')
  .serve('A001', '08:07', 1).event('A001', '08:11', 'missed', { counter: 1 })
  .counter(1, '11:30', 'close', officers[0]).save();

try {
  await test('a hall one oversees, and no other', async () => {
    assert.equal((await manager.ask(`/can-bo/sanh?sanh=${code}`)).status, 200);
    for (const page of ['', '/phat-lai', '/trang-thai']) {
      assert.equal((await head.ask(`/can-bo/sanh${page}?sanh=${code}`)).status, 404, `the head of another hall: ${page}`);
      assert.equal((await manager.ask(`/can-bo/sanh${page}?sanh=khong-co`)).status, 404, page);
    }
    assert.match((await manager.ask('/can-bo/sanh')).body, new RegExp(`\\?sanh=${code}`), 'of several one is chosen');
    const own = await head.ask('/can-bo/sanh');
    assert.equal(own.status, 200, 'the only one needs no choice');
    assert.match(own.body, /data-hall-live/);
  });
  await test('a day long ago, at any time', async () => {
    const at = async (luc) => (await manager.ask(`/can-bo/sanh/phat-lai?sanh=${code}&ngay=${past}&luc=${luc}`)).body;
    let body = await at('07:58');
    assert.match(rows(body)[0], /^A A – Nhóm A 1 ưu tiên 3 8 phút 1 /);
    assert.deepEqual(counters(body).map((line) => /\d/.exec(line)[0]), ['1', '2', '3']);
    assert.match(body, /<strong>A001<\/strong>[\s\S]*<strong>A002<\/strong>[\s\S]*người cao tuổi[\s\S]*<strong>A003<\/strong>/);
    body = await at('08:01:39');
    assert.match(counters(body)[0], /A002 đang gọi/);
    body = await at('08:01:40');
    assert.match(counters(body)[0], /A002 tại quầy từ 08:01 .* 0 phút/);
    body = await at('08:12');
    assert.match(counters(body)[2], /Tạm dừng: giấy tờ/);
    assert.match(rows(body)[2], /^C C – Nhóm C 1 12 phút 0 Chưa có quầy/, 'B001 waits in its new group since it came');
    assert.match(body, /<strong>B001<\/strong> <span>08:00/);
    body = await at('23:59');
    assert.match(counters(body)[0], /Đóng/);
  });
  await test('from one event to the next', async () => {
    const hrefs = (body) => Object.fromEntries([...body.matchAll(/<a class="govuk-button govuk-button--secondary" href="([^"]+)">([^<]+)</g)].map(([, href, name]) => [name, href.replace(/&amp;/g, '&')]));
    let page = await manager.ask(`/can-bo/sanh/phat-lai?sanh=${code}&ngay=${past}&luc=07:30`);
    const times = [];
    while (hrefs(page.body)['Việc sau']) {
      page = await manager.ask(hrefs(page.body)['Việc sau']);
      times.push(/id="f-luc"[^>]*value="([^"]*)"/.exec(page.body)[1]);
    }
    assert.deepEqual(times, ['07:40:00', '07:45:00', '07:50:00', '07:52:00', '07:55:00', '08:00:00', '08:01:00', '08:01:40', '08:02:00', '08:02:30', '08:06:40', '08:07:00', '08:10:00', '08:11:00', '08:12:00', '11:30:00']);
    const back = await manager.ask(hrefs(page.body)['−5 phút']);
    assert.match(back.body, /value="11:25:00"/);
  });
  await test('days with nothing, holidays, days to come, and what is no day or time', async () => {
    for (const day of ['2026-02-17', '2019-01-01', '2030-01-01']) {
      const page = await manager.ask(`/can-bo/sanh/phat-lai?sanh=${code}&ngay=${day}`);
      assert.equal(page.status, 200, day);
      assert.match(page.body, day === '2030-01-01' ? /value="\d\d:\d\d:\d\d"/ : /Chưa có gì xảy ra trong ngày này/, day);
    }
    for (const wrong of ['ngay=2026-02-30', 'ngay=hom-qua', `ngay=${past}&luc=25:00`, `ngay=${past}&luc=x`]) {
      const page = await manager.ask(`/can-bo/sanh/phat-lai?sanh=${code}&${wrong}`);
      assert.equal(page.status, 422, wrong);
      assert.match(page.body, /govuk-error-message/, wrong);
    }
    assert.equal((await manager.ask(`/can-bo/sanh/phat-lai?sanh=${code}&luc=1&luc=2`)).status, 400, 'twice');
  });
  await test('the ledger: every call that passed somebody, with its reason; as a table, too', async () => {
    new HallDay(code, '2026-03-05').counter(1, '07:40', 'open', officers[0]).counter(3, '07:40', 'open', officers[1])
      .take('A001', '07:50').take('A002', '07:52', { class: 'elderly' }).take('A003', '07:55').take('B001', '08:00').take('A004', '08:01')
      .serve('A002', '08:02', 1, { walk: 20, serve: 60, reason: 'priority', passed: 1 })
      .serve('A004', '08:05', 1, { walk: 20, serve: 60, reason: 'chosen', passed: 2, note: '=có con sốt, "gấp"' })
      .serve('A001', '08:09', 1, { walk: 20, serve: 60 }).serve('B001', '08:10', 3, { walk: 20, serve: 60, reason: 'transfer', passed: 1 }).counter(1, '11:30', 'close', officers[0]).counter(3, '11:30', 'close', officers[1]).save();
    const page = text((await manager.ask(`/can-bo/sanh/cong-bang?sanh=${code}&ngay=05/03/2026`)).body);
    assert.match(page, /3 trong 4 lượt gọi đi trước người đến sớm hơn; tổng cộng 4 lần/);
    assert.match(page, /ưu tiên 1 1 cán bộ chọn 1 2 được chuyển đến 1 1/);
    assert.match(page, /Quầy 1 2 3 Quầy 3 1 1/);
    assert.match(page, /08:05:00 A004 Nhóm A 1 \S.* 2 cán bộ chọn “=có con sốt, &quot;gấp&quot;”/);
    const csv = await manager.ask(`/can-bo/sanh/cong-bang.csv?sanh=${code}&ngay=2026-03-05`);
    assert.match(csv.headers['content-type'], /^text\/csv/);
    const lines = csv.body.replace('\ufeff', '').trim().split('\r\n');
    assert.equal(lines.length, 4);
    assert.match(lines[2], /^"2026-03-05 08:05:00","A004","bình thường","Nhóm A",1,"[^"]+","cán bộ chọn",2,"'=có con sốt, ""gấp"""$/);
    for (const day of ['2026-02-17', '2019-01-01']) assert.match((await manager.ask(`/can-bo/sanh/cong-bang?sanh=${code}&ngay=${day}`)).body, /Không có lượt gọi nào đi trước/, day);
    assert.equal((await manager.ask(`/can-bo/sanh/cong-bang?sanh=${code}&ngay=31/02/2026`)).status, 422);
    for (const file of ['cong-bang', 'cong-bang.csv', 'bao-cao', 'bao-cao.csv']) assert.equal((await head.ask(`/can-bo/sanh/${file}?sanh=${code}`)).status, 404, file);
  });
  await test('the report: by group, hour and counter; a period; no period', async () => {
    const page = text((await manager.ask(`/can-bo/sanh/bao-cao?sanh=${code}&tu=2026-03-05&den=2026-03-05`)).body);
    assert.match(page, /A – Nhóm A 4 3 0 0 10 phút · 19 phút 20 giây · 20 giây 60 giây · 60 giây/);
    assert.match(page, /07:00 – 07:59 3 2 0 0 10 phút · 19 phút/);
    assert.match(page, /Quầy 3 1 1 0 0 10 phút · 10 phút/);
    const csv = (await manager.ask(`/can-bo/sanh/bao-cao.csv?sanh=${code}&tu=2026-03-05&den=2026-03-05`)).body.trim().split('\r\n');
    assert.match(csv[1], /^"Cả sảnh","",5,4,0,0,5,0,0,0,600,1140,20,20,60,60$/);
    const period = text((await manager.ask(`/can-bo/sanh/bao-cao?sanh=${code}&tu=2026-03-01&den=2026-03-31`)).body);
    assert.match(period, /2 ngày có phát số/);
    assert.match(period, /Cả sảnh 9 /);
    assert.match((await manager.ask(`/can-bo/sanh/bao-cao?sanh=${code}&tu=2019-01-01`)).body, /Không có số nào được phát/);
    for (const wrong of ['tu=2026-03-05&den=2026-03-01', 'tu=2026-01-01&den=2026-03-31', 'tu=hom-nay']) {
      assert.equal((await manager.ask(`/can-bo/sanh/bao-cao?sanh=${code}&${wrong}`)).status, 422, wrong);
      assert.equal((await manager.ask(`/can-bo/sanh/bao-cao.csv?sanh=${code}&${wrong}`)).status, 400, wrong);
    }
  });
  await test('now: the page says what the tables say, and a replay of now says the same', async () => {
    new HallDay(code, today)
      .counter(1, ago(70), 'open', officers[0]).counter(2, ago(65), 'open', officers[2]).counter(2, ago(40), 'pause', officers[2], 'break')
      .take('A001', ago(60)).take('A002', ago(50)).take('A003', ago(35), { class: 'pregnant' }).take('C001', ago(5))
      .serve('A001', ago(30), 1, { walk: 20 }).save();
    const live = await manager.ask(`/can-bo/sanh?sanh=${code}`);
    const replay = await manager.ask(`/can-bo/sanh/phat-lai?sanh=${code}`);
    const shown = rows(live.body);
    assert.match(shown[0], /^A A – Nhóm A 1 ưu tiên 2 5\d phút \d+ – \d+ 1 Chờ lâu$/);
    assert.match(shown[2], /^C C – Nhóm C 1 \d phút chưa rõ 0 Chưa có quầy$/);
    assert.match(text(part(live.body, 'nhac')), /Quầy 2 tạm dừng đã 4\d phút, còn 2 người chờ quầy này/);
    assert.match(text(part(live.body, 'nen-lam')), /Mở quầy 3 cho Nhóm C ngay bây giờ: chưa quầy nào phục vụ nhóm này; mở thì 9 trên 10 người chờ tối đa 0 phút/);
    const minute = (line) => line.replace(/\d+ phút/g, '');
    assert.deepEqual(counters(replay.body).map(minute), counters(live.body).map(minute));
    assert.deepEqual(rows(replay.body).map((line) => minute(line)), shown.map((line) => minute(line.replace(/(phút) (\d+ – \d+|chưa rõ|không chờ)/, '$1').replace(/ – (\d+ – \d+|chưa rõ|không chờ)/, ' –'))));
  });
  await test('advice: the counter that helps most, with its calculation; the same each time; none where all are open', async () => {
    const day = new HallDay(code, today);
    for (let i = 0; i < 12; i++) day.take(`A${100 + i}`, ago(4));
    day.save();
    const page = await manager.ask(`/can-bo/sanh/goi-y?sanh=${code}`);
    const said = [...page.body.matchAll(/<li><strong[^>]*>Gợi ý \d<\/strong><span>([^<]+)</g)].map(([, line]) => line);
    assert.equal(said.length, 2);
    const [, before, after] = /^Mở lại quầy 2 cho Nhóm A ngay bây giờ: 9 trên 10 người chờ tối đa (\d+) → (\d+) phút\./.exec(said[0]);
    assert.ok(Number(before) > 100 && Number(after) < 0.65 * before, `fourteen people, ten minutes each: ${before} → ${after}`);
    assert.match(said[1], /^Mở quầy 3 cho Nhóm C/);
    assert.match(text(page.body), /theo cài đặt/);
    assert.match(text(page.body), /Đã thử 2 quầy/);
    const again = [...(await manager.ask(`/can-bo/sanh/goi-y?sanh=${code}`)).body.matchAll(/<li><strong[^>]*>Gợi ý/g)];
    assert.equal(again.length, 2);
    sql(`insert into group_hour select id, weekday('${today}') + 1, h.seq, 240, 0, 5, 9, 60, 90, '${today}' from service_group join seq_0_to_23 h where hall_id = ${day.hall} and letter = 'A'`);
    const quick = text((await manager.ask(`/can-bo/sanh/goi-y?sanh=${code}`)).body);
    assert.match(quick, /1 – 2 phút 240 lượt/);
    sql(`delete q from group_hour q join service_group g on g.id = q.group_id where g.hall_id = ${day.hall}`);
    assert.equal((await head.ask(`/can-bo/sanh/goi-y?sanh=${code}`)).status, 404);
  });
  await test('the state differs when something happens', async () => {
    const ask = async () => (await manager.ask(`/can-bo/sanh/trang-thai?sanh=${code}`));
    const before = await ask();
    assert.match(before.headers['motcua-time'], /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    assert.equal(JSON.parse((await ask()).body).mark, JSON.parse(before.body).mark);
    const hall = sql(`select id from hall where code = '${code}'`)[0][0];
    sql(`insert into panic_call (hall_id, user_id, at) select ${hall}, id, '${today} ${ago(1)}' from user where login = '${officers[0]}'`);
    assert.notEqual(JSON.parse((await ask()).body).mark, JSON.parse(before.body).mark);
    assert.match(text((await manager.ask(`/can-bo/sanh?sanh=${code}`)).body), /Cán bộ không ngồi quầy cần giúp đỡ ngay/);
    sql(`update panic_call set ended_at = at, ended_by = user_id where hall_id = ${hall}`);
  });
} finally {
  retireHall(code);
  await dev(['clock', 'real']);
}
done();
