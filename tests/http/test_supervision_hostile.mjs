#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Supervision under attack: halls that are not one's own or none, any day and time, numbers beyond measure, two at once, names
// of groups and counters that would be code elsewhere; and what a day in progress is said to be.
import { assert, done, test } from '../lib/tap.mjs';
import { sql } from '../lib/reception.mjs';
import { Officer, hidden } from '../lib/staff.mjs';
import { HallDay, afternoon, makeHall, retireHall } from '../lib/hall_day.mjs';
import { dev } from '../lib/instance.mjs';

const { today, ago } = await afternoon();
const manager = await Officer.of('manager');
const head = await Officer.of('head');
const clerk = await Officer.of('clerk');
const one = (query) => sql(query)[0]?.[0];
const text = (html) => html.replace(/<script[\s\S]*?<\/script>/g, ' ').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim();
const root = '/can-bo/sanh';
const pages = ['', '/trang-thai', '/goi-y', '/phat-lai', '/cong-bang', '/cong-bang.csv', '/bao-cao', '/bao-cao.csv'];
const bad = { A: `<img src=x onerror=alert(1)>'"; drop table hall; --`, B: '\u202eđảo ngược\u2066 \u200b{{7*7}}', C: '=cmd|"/c calc"!A1' };
const code = makeHall(`doc-${process.pid}`, { names: bad });
const empty = `rong-${process.pid}`;
sql(`insert into hall (agency_id, code, name, name_en) select id, '${empty}', 'Sảnh rỗng', '' from agency where code = 'UBND_TA'`);
sql(`update counter c join hall h on h.id = c.hall_id set c.name = '"><svg onload=alert(2)>\u202e' where h.code = '${code}'`);
const officers = sql("select login from user where login like '%.%' order by id limit 3").flat();
const past = '2026-03-04';
new HallDay(code, past).counter(1, '07:40', 'open', officers[0])
  .take('A001', '07:50').take('A002', '07:52', { class: 'elderly' })
  .serve('A002', '08:01', 1, { walk: 40, serve: 300, reason: 'chosen', passed: 65535, note: `</td><script>alert(3)</script>'--` })
  .serve('A001', '23:59:57', 1, { walk: 1, serve: 1 }).counter(1, '23:59:59', 'close', officers[0]).save();

try {
  await test('a hall of another agency, none, and what is no code: never a page of it, never a failure', async () => {
    const theirs = sql(`select code from hall where code in ('${code}', '${empty}')`).flat();
    for (const page of pages) {
      for (const sanh of theirs) assert.equal((await head.ask(`${root}${page}?sanh=${sanh}`)).status, 404, `${page} ${sanh}`);
      for (const sanh of ['khong-co', code.toUpperCase(), `${code}'--`, "' or 1=1 --", '%00', '..%2f', 'a'.repeat(500), '-1', '%3Cscript%3E']) {
        const answer = await manager.ask(`${root}${page}?sanh=${sanh.includes('%') ? sanh : encodeURIComponent(sanh)}`);
        assert.ok([400, 404, 422].includes(answer.status), `${page} ${sanh}: ${answer.status}`);
        assert.doesNotMatch(answer.body, /mc-run__(?!halls)|A001/, `${page} ${sanh}`);
      }
      assert.equal((await manager.ask(`${root}${page}?sanh=${code}&sanh=${empty}`)).status, 400, `${page}: two halls`);
      assert.equal((await clerk.ask(`${root}${page}?sanh=${code}`)).status, 403, `${page}: who sits at a counter`);
    }
  });
  await test('a hall with nothing in it, and one that was retired', async () => {
    for (const page of pages) assert.equal((await manager.ask(`${root}${page}?sanh=${empty}`)).status, 200, page);
    sql(`update hall set is_active = 0 where code = '${empty}'`);
    for (const page of pages) assert.equal((await manager.ask(`${root}${page}?sanh=${empty}`)).status, 404, page);
    sql(`update hall set is_active = 1 where code = '${empty}'`);
  });
  await test('any day and time of the replay', async () => {
    const ask = (query) => manager.ask(`${root}/phat-lai?sanh=${code}&${query}`);
    const shown = (body) => [/id="f-ngay"[^>]*value="([^"]*)"/.exec(body)[1], /id="f-luc"[^>]*value="([^"]*)"/.exec(body)[1]];
    for (const [query, day, time] of [
      ['ngay=2024-02-29', '29/02/2024', '08:00:00'], ['ngay=2024-02-29&luc=23:59:59', '29/02/2024', '23:59:59'], ['ngay=1970-01-01', '01/01/1970', '08:00:00'],
      [`ngay=${past}`, '04/03/2026', '23:59:59'], [`ngay=${past}&luc=00:00`, '04/03/2026', '00:00:00'], [`ngay=${past}&luc=7:50`, '04/03/2026', '07:50:00'],
    ]) {
      const answer = await ask(query);
      assert.equal(answer.status, 200, query);
      assert.deepEqual(shown(answer.body), [day, time], query);
    }
    const now = today.split('-').reverse().join('/');
    for (const query of ['ngay=2030-01-01', 'ngay=2030-01-01&luc=00:00', `ngay=${today}&luc=23:59:59`, 'ngay=9999-12-31&luc=23:59:59']) {
      const answer = await ask(query);
      assert.ok([200, 422].includes(answer.status), `${query}: ${answer.status}`);
      if (answer.status === 200) {
        assert.equal(shown(answer.body)[0], now, `${query}: never after now`);
        assert.match(shown(answer.body)[1], /^15:\d\d:\d\d$/, query);
      }
    }
    for (const wrong of ['ngay=2026-02-29', 'ngay=2023-02-29', 'ngay=0000-00-00', 'ngay=2026-13-01', 'ngay=2026-1-1T00', 'ngay=99999-01-01', 'ngay=-2026-01-01', "ngay=' or 1=1",
      ...['24:00', '24:00:00', '23:60', '23:59:60', '-1:00', '1', ':', '::', '07:50:', '07:50:1', '٠٧:٥٠', '%00', "'%20or%201=1", '7:50%20pm', '123:45', '00:00:00.5', '9'.repeat(100)].map((luc) => `ngay=${past}&luc=${luc}`)]) {
      const answer = await ask(encodeURI(decodeURI(wrong)).replace('%00', '%00'));
      assert.ok([400, 422].includes(answer.status), `${wrong}: ${answer.status}`);
      if (answer.status === 422) assert.match(answer.body, /govuk-error-message/, wrong);
    }
  });
  await test('days and periods of ledger and report to the ends of the calendar', async () => {
    for (const day of ['0001-01-01', '1000-01-01', '1582-10-10', '2024-02-29', '9999-12-30', '9999-12-31', '2030-01-01']) {
      for (const page of [`/cong-bang?ngay=${day}`, `/cong-bang.csv?ngay=${day}`, `/bao-cao?tu=${day}`, `/bao-cao?den=${day}`, `/bao-cao.csv?tu=${day}&den=${day}`, `/phat-lai?ngay=${day}`]) {
        const answer = await manager.ask(`${root}${page}&sanh=${code}`);
        assert.ok([200, 400, 422].includes(answer.status), `${page}: ${answer.status}`);
      }
    }
    for (const query of ['tu=0001-01-01&den=9999-12-31', 'tu=9999-12-31&den=0001-01-01', 'tu=2026-02-29', 'den=2026-13-13', 'tu=1e9', 'tu=%00', `tu=${'9'.repeat(300)}`, 'tu=2026-03-01&tu=2026-03-02']) {
      assert.ok([400, 422].includes((await manager.ask(`${root}/bao-cao?sanh=${code}&${query}`)).status), query);
      assert.equal((await manager.ask(`${root}/bao-cao.csv?sanh=${code}&${query}`)).status, 400, query);
    }
  });
  await test('names of groups and counters and words of officers are words on every page', async () => {
    for (const page of ['', '/goi-y', `/phat-lai`, '/cong-bang', '/bao-cao']) {
      for (const query of [`ngay=${past}&`, `ngay=${past}&luc=08:02&`, `tu=${past}&`]) {
        const answer = await manager.ask(`${root}${page}?${page === '/bao-cao' === query.startsWith('tu') && page.length > 5 ? query : ''}sanh=${code}`);
        if (answer.status === 400) continue;
        assert.equal(answer.status, 200, page);
        assert.doesNotMatch(answer.body, /<img src=x|<svg onload|<script>alert/, `${page} ${query}`);
      }
    }
    const ledger = await manager.ask(`${root}/cong-bang?sanh=${code}&ngay=${past}`);
    assert.match(ledger.body, /&lt;script&gt;alert\(3\)/);
    assert.match(text(ledger.body), /tổng cộng 65535 lần/);
    const csv = (await manager.ask(`${root}/cong-bang.csv?sanh=${code}&ngay=${past}`)).body;
    assert.doesNotMatch(csv, /(^|,)"?[=+@-]/m);
    assert.match(csv, /"<img src=x onerror=alert\(1\)>'""; drop table hall; --"/);
    for (const json of [`${root}/trang-thai?sanh=${code}`]) JSON.parse((await manager.ask(json)).body);
  });
  await test('an address that nobody asked for is refused, and no page is changed by asking', async () => {
    for (const page of pages) {
      for (const method of ['POST', 'PUT', 'DELETE']) assert.ok([403, 404, 405].includes((await manager.ask(`${root}${page}?sanh=${code}`, { method, form: {} })).status), `${method} ${page}`);
      assert.equal((await manager.ask(`${root}${page}?sanh=${code}&la=1`)).status === 500, false);
    }
  });
  await test('a day in progress is said to be one, with what is not decided yet', async () => {
    new HallDay(code, today).counter(1, ago(70), 'open', officers[0])
      .take('A001', ago(60)).take('A002', ago(50)).take('A003', ago(40)).take('B001', ago(30))
      .serve('A001', ago(45), 1, { walk: 30, serve: 300, reason: 'chosen', passed: 2, note: 'gấp' }).serve('A002', ago(20), 1, { walk: 30 }).save();
    const report = text((await manager.ask(`${root}/bao-cao?sanh=${code}&tu=${today}`)).body);
    assert.match(report, /Ngày hôm nay chưa kết thúc: số liệu đến 15:\d\d/);
    assert.match(report, /2 số đang chờ hoặc đang được gọi, chưa tính vào đã phục vụ, vắng hay bỏ về/);
    assert.match(report, /Cả sảnh 4 2 0 0/);
    assert.match(text((await manager.ask(`${root}/cong-bang?sanh=${code}&ngay=${today}`)).body), /Ngày hôm nay chưa kết thúc: số liệu đến 15:\d\d/);
    for (const page of [`/bao-cao?sanh=${code}&tu=${past}`, `/cong-bang?sanh=${code}&ngay=${past}`]) assert.doesNotMatch((await manager.ask(root + page)).body, /chưa kết thúc/, page);
  });
  await test('two at once are told the same', async () => {
    for (const page of pages.filter((page) => page !== '/trang-thai')) {
      const answers = await Promise.all([1, 2, 3, 4].map(() => manager.ask(`${root}${page}?sanh=${code}`)));
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200], page);
    }
    const advice = await Promise.all([1, 2, 3, 4].map(() => manager.ask(`${root}/goi-y?sanh=${code}`)));
      assert.equal(new Set(advice.map(({ body }) => text(body.slice(body.indexOf('<main'), body.indexOf('</main'))))).size, 1);
  });
  await test('a call for help pressed in two windows at once is one; who is not of that hall ends none', async () => {
    sql('update panic_call set ended_at = at where ended_at is null');
    const action = '/can-bo/quay/bao-dong';
    const forms = [hidden((await clerk.ask(action)).body, action), hidden((await clerk.ask(action)).body, action)];
    assert.notEqual(forms[0].token, forms[1].token);
    const answers = await Promise.all(forms.map((form) => clerk.ask(action, { method: 'POST', form })));
    assert.deepEqual(answers.map(({ status }) => status), [303, 303]);
    const open = () => sql("select p.id from panic_call p join user u on u.id = p.user_id where u.login = 'clerk' and p.ended_at is null").flat();
    assert.equal(open().length, 1);
    const [id] = open();
    const end = `/can-bo/bao-dong/${id}/xong`;
    const list = (await manager.ask('/can-bo/bao-dong')).body;
    const key = hidden(list, end);
    assert.ok(key);
    for (const where of ['0', '999999999', '-1', '18446744073709551616', `${id}'--`, '%00']) {
      const answer = await manager.ask(`/can-bo/bao-dong/${where}/xong`, { method: 'POST', form: key });
      assert.ok([400, 403, 404].includes(answer.status), `${where}: ${answer.status}`);
    }
    sql(`update panic_call set hall_id = (select id from hall where code = '${code}'), counter_id = null where id = ${id}`);
    assert.ok(!(await head.ask('/can-bo/bao-dong')).body.includes(end), 'the head of another hall does not see it');
    const foreign = await head.ask(end, { method: 'POST', form: key });
    assert.ok([403, 404].includes(foreign.status), 'nor ends it');
    assert.equal((await head.ask(end, { method: 'POST', form: hidden((await head.ask('/can-bo/bao-dong')).body, end) || {} })).status, 403);
    assert.equal(open().length, 1);
    const both = await Promise.all([1, 2].map(() => manager.ask(end, { method: 'POST', form: { ...key, tiep: '//evil.example/' } })));
    assert.deepEqual(both.map(({ status }) => status), [303, 303]);
    for (const { to } of both) assert.doesNotMatch(to, /evil/);
    assert.equal(open().length, 0);
    assert.equal(one(`select u.login from panic_call p join user u on u.id = p.ended_by where p.id = ${id}`), 'manager');
  });
} finally {
  retireHall(code);
  retireHall(empty);
  await dev(['clock', 'real']);
}
done();
