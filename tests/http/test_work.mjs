#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Worklists, finding and batches as officers and an auditor see them: each list holds exactly what its reader has to do or to
// watch; pages neither lose nor repeat rows while others work; a dossier is found by everything it is known by, and
// only inside the scope; a batch does to each dossier what can be done, once, and says so.
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, test, until } from '../lib/tap.mjs';
import { dev, state } from '../lib/instance.mjs';
import { Officer, hidden } from '../lib/staff.mjs';
import { Clerk, idOf, somebody, sql } from '../lib/reception.mjs';

const roles = ['clerk', 'handler', 'head', 'approver', 'sealer', 'returner', 'supervisor', 'manager'];
const officer = {};
for (const role of roles) officer[role] = await Officer.of(role);
const userId = (login) => Number(sql(`select id from user where login = '${login}'`)[0][0]);
const text = (html) => html.replace(/<[^>]*>/g, ' ').replace(/&amp;/g, '&').replace(/\s+/g, ' ');
const rows = (html) => [...html.matchAll(/href="\/can-bo\/ho-so\/(\d+)" data-row>([^<]+)</g)].map(([, id, number]) => ({ id: Number(id), number }));
const link = (html, rel) => (new RegExp(`rel="${rel}" href="([^"]+)"`).exec(html) || [])[1]?.replace(/&amp;/g, '&');
const list = async (who, where) => {
  const answer = await officer[who].ask(where);
  assert.equal(answer.status, 200, `${who} ${where}`);
  return answer.body;
};
async function all(who, where) {
  const found = [];
  for (let next = where; next;) {
    const html = await list(who, next);
    found.push(...rows(html));
    next = link(html, 'next');
  }
  return found.map((row) => row.id);
}
// The units of a role's grants with all below, from the tables alone.
const reach = (login, wanted) => `with recursive r (id) as (select g.agency_id from role_grant g join user u on u.id = g.user_id where u.login = '${login}' and g.withdrawn_at is null
  and g.role in (${wanted.map((role) => `'${role}'`).join(',')}) union select a.id from agency a join r on a.parent_id = r.id)`;
const desk = "if(s.place = 'counter', d.agency_id, t.unit_id)";
// An opinion asked for beside the workflow has no step: it is a handler's work.
const open = (login, wanted, where) => sql(`${reach(login, wanted)} select d.id from task t join branch b on b.id = t.branch_id join dossier d on d.id = b.dossier_id
  left join wf_step s on s.id = t.step_id where t.closed_at is null and ${where.replaceAll("s.kind = 'task' and s.role <> 'returner'", "ifnull(s.kind = 'task' and s.role <> 'returner', true)").replaceAll('REACH', '(select id from r)')} order by d.id`).map((row) => Number(row[0]));
const sorted = (ids) => [...ids].sort((a, b) => a - b);

// The hidden fields of the form with this address that holds these words.
const fields = (html, action, having = '') => {
  const form = [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].find(([, head, inside]) => head.includes(`action="${action}"`) && inside.includes(having))[2];
  return [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value.replace(/&quot;/g, '"').replace(/&amp;/g, '&')]);
};
await test('my work is every open task that is mine, and nothing else', async () => {
  for (const role of roles.slice(0, 6)) {
    const mine = open(role, [role], `t.assignee_id = ${userId(role)} and s.kind = 'task' and s.role <> 'returner'`);
    assert.deepEqual(sorted(await all(role, '/can-bo/viec?the=toi')), mine, role);
  }
});
await test('heads and leaders see the work of their units, supervisors and the manager that of all', async () => {
  for (const [role, wanted] of Object.entries({ head: ['head'], approver: ['approver'], supervisor: ['supervisor'], manager: ['manager'] })) {
    assert.deepEqual(sorted(await all(role, '/can-bo/viec?the=don-vi')), open(role, wanted, `s.kind = 'task' and s.role <> 'returner' and ${desk} in REACH`), role);
  }
});
await test('waiting for citizens, and the shelf with the oldest first', async () => {
  for (const role of roles) {
    assert.deepEqual(sorted(await all(role, '/can-bo/viec?the=cho-nguoi-dan')), open(role, [role], `s.kind like 'wait%' and ${desk} in REACH`), role);
  }
  for (const role of ['clerk', 'returner', 'manager']) {
    const shelf = await all(role, '/can-bo/viec?the=ke');
    assert.deepEqual(sorted(shelf), open(role, [role], `s.kind = 'task' and s.role = 'returner' and ${desk} in REACH`), role);
    const since = shelf.map((id) => sql(`select ready_at from dossier where id = ${id}`)[0][0]);
    assert.deepEqual(since, [...since].sort(), 'the longest wait comes first');
  }
});
await test('what nobody has taken is seen by those who may take it, and by nobody else', async () => {
  const [[task, dossier]] = sql(`select t.id, b.dossier_id from task t join branch b on b.id = t.branch_id where t.closed_at is null and t.assignee_id = ${userId('handler')} and t.lane = 'work' limit 1`);
  sql(`update task set assignee_id = null where id = ${task}`);
  try {
    assert.ok((await all('handler', '/can-bo/viec?the=chua-nhan')).includes(Number(dossier)));
    assert.ok(!(await all('handler', '/can-bo/viec?the=toi')).includes(Number(dossier)));
    for (const role of ['clerk', 'sealer', 'returner', 'approver']) assert.ok(!(await all(role, '/can-bo/viec?the=chua-nhan')).includes(Number(dossier)), role);
    assert.match(text(await list('head', '/can-bo/viec?the=don-vi')), /Chưa ai nhận/);
  } finally {
    sql(`update task set assignee_id = ${userId('handler')} where id = ${task}`);
  }
});
await test('pages hold fifty rows, and neither lose nor repeat one while others work', async () => {
  const whole = open('manager', ['manager'], `s.kind = 'task' and s.role <> 'returner' and ${desk} in REACH`);
  const first = await list('manager', '/can-bo/viec?the=don-vi');
  assert.equal(rows(first).length, 50);
  // The last row of the page and one of the next are done meanwhile.
  const order = sql("select t.id, b.dossier_id from task t join branch b on b.id = t.branch_id where t.closed_at is null and t.lane = 'work' order by t.order_at, t.id limit 60").map((row) => row.map(Number));
  assert.deepEqual(rows(first).map((row) => row.id), order.slice(0, 50).map((row) => row[1]), 'the nearest due time first');
  const gone = [order[49], order[51]];
  sql(`update task set closed_at = now() where id in (${gone.map((row) => row[0])})`);
  try {
    const rest = await all('manager', link(first, 'next'));
    const seen = [...rows(first).map((row) => row.id), ...rest];
    assert.deepEqual(sorted(seen), sorted(whole.filter((id) => id !== gone[1][1])), 'all but the one that was done in time');
    const second = await list('manager', link(first, 'next'));
    const back = await list('manager', link(second, 'prev'));
    assert.deepEqual(rows(back).map((row) => row.id), rows(first).map((row) => row.id).filter((id) => id !== gone[0][1]));
  } finally {
    sql(`update task set closed_at = null where id in (${gone.map((row) => row[0])})`);
  }
});
await test('filters narrow the list; a filter is kept by name, opens first, and is its owner\'s alone', async () => {
  const unit = '/can-bo/viec?the=don-vi';
  const step = open('manager', ['manager'], `s.kind = 'task' and s.role <> 'returner' and s.code = 'tham-dinh' and ${desk} in REACH`);
  assert.deepEqual(sorted(await all('manager', `${unit}&buoc=tham-dinh`)), step);
  const [[person]] = sql("select assignee_id from task where closed_at is null and lane = 'work' and assignee_id is not null group by 1 order by count(*) desc limit 1");
  assert.deepEqual(sorted(await all('manager', `${unit}&nguoi=${person}`)), open('manager', ['manager'], `s.kind = 'task' and s.role <> 'returner' and t.assignee_id = ${person}`));
  const [[procedure]] = sql("select d.procedure_id from task t join branch b on b.id = t.branch_id join dossier d on d.id = b.dossier_id where t.closed_at is null and t.lane = 'work' group by 1 order by count(*) desc limit 1");
  assert.deepEqual(sorted(await all('manager', `${unit}&thutuc=${procedure}`)), open('manager', ['manager'], `s.kind = 'task' and s.role <> 'returner' and d.procedure_id = ${procedure}`));
  const page = await list('manager', `${unit}&buoc=tham-dinh&loc=1`);
  const kept = Object.fromEntries(fields(page, '/can-bo/viec', 'name="token"'));
  assert.equal((await officer.manager.ask('/can-bo/viec', { method: 'POST', form: { ...kept, ten: '' } })).status, 422, 'a filter needs a name');
  const saved = await officer.manager.ask('/can-bo/viec', { method: 'POST', form: { ...kept, ten: 'Thẩm định', macdinh: '1' } });
  assert.equal(saved.status, 303);
  assert.equal((await officer.manager.ask('/can-bo/viec')).to, '/can-bo/viec?the=don-vi&buoc=tham-dinh');
  assert.equal((await officer.supervisor.ask('/can-bo/viec')).status, 200, 'nobody else\'s list changes');
  const [[id]] = sql("select id from saved_filter where name = 'Thẩm định'");
  const drop = `/can-bo/viec/bo-loc/${id}/xoa`;
  const token = hidden(await list('manager', `${unit}&loc=1`), drop);
  assert.ok(token, 'it can be deleted');
  assert.notEqual((await officer.supervisor.ask(drop, { method: 'POST', form: token })).status, 303);
  assert.equal((await officer.manager.ask(drop, { method: 'POST', form: token })).status, 303);
  assert.equal((await officer.manager.ask('/can-bo/viec')).status, 200);
});
await test('what is no place, no tab, no number is refused, and the page lives on', async () => {
  for (const bad of ['sau=abc', 'sau=99999999999999-1', 'sau=20261301000000-1', 'sau=20261130163000-0', "truoc=1'or'1", 'the=xyz', 'thutuc=-1', 'nguoi=1e9', 'tu=31/02/2026', 'buoc=%ff', 'the=toi&the=ke']) {
    const answer = await officer.manager.ask(`/can-bo/viec?${bad}`);
    assert.ok([400, 422].includes(answer.status), `${bad}: ${answer.status}`);
  }
  for (const fine of ['thutuc=999999999', 'nguoi=4294967296', 'linhvuc=9223372036854775807', 'sau=21991231000000-9223372036854775807', 'truoc=19000101000000-1', 'tu=01/01/2199&den=01/01/1900', 'buoc=khong-co']) assert.equal((await officer.manager.ask(`/can-bo/viec?${fine}`)).status, 200, fine);
});

// ---- finding ----------------------------------------------------------------------------------------

const ask = (who, q, more = {}) => officer[who].ask('/can-bo/ho-so', { method: 'POST', form: { q, ...more } });
const found = async (who, q, more) => {
  const answer = await ask(who, q, more);
  if (answer.status === 303) return [Number(/\/(\d+)$/.exec(answer.to)[1])];
  assert.equal(answer.status, 200, q);
  return rows(answer.body).map((row) => row.id);
};
const letters = String(process.pid).replace(/\d/g, (d) => 'bcdghklmnp'[d]); // a name nobody has
const clerk = await Clerk.open('clerk');
const person = { ...somebody(), ten: `Đặng Thị Ướt Ngọc${letters}`, dienthoai: '0987 654 321' };
const received = idOf(await clerk.receive('tl', person));
assert.ok(received, 'a dossier was received');
const [[number]] = sql(`select number from dossier where id = ${received}`);
const word = `ngoc${letters}`;

await test('a new dossier is found by number, name, identity number, card and telephone', async () => {
  const digits = number.replace(/\D/g, '');
  for (const q of [number, number.toLowerCase(), number.replace(/[-.]/g, ' '), number.replace(/[-.]/g, ''), person.sodinhdanh, `${person.sodinhdanh.slice(0, 3)} ${person.sodinhdanh.slice(3, 6)} ${person.sodinhdanh.slice(6)}`,
    `${person.sodinhdanh}|280000000|Đặng Thị Ướt|05031990|Nữ|Số 12, Phú Cường|25072021`]) {
    const answer = await ask('clerk', q);
    assert.equal(answer.status, 303, q);
    assert.equal(answer.to, `/can-bo/ho-so/${received}`, q);
  }
  for (const q of ['0987654321', '0987.654.321', '+84 987 654 321', '84987654321']) assert.ok((await found('clerk', q)).includes(received), q);
  for (const q of [word, `dang thi uot ${word}`, `${word} Đặng`, `ƯỚT ${word.toUpperCase()}`, `uot thi ${word} dang`]) assert.deepEqual(await found('clerk', q), [received], q);
  assert.ok((await found('clerk', digits.slice(-4))).includes(received), 'the last four digits');
  assert.deepEqual(await found('clerk', number.slice(-11)), [received], 'the end of the number');
  assert.deepEqual(await found('clerk', `${word} khongcoai`), []);
});
await test('a look-up code and the address in the QR code lead to the dossier; the submitter\'s name, too', async () => {
  for (const q of ['1111222233334440', '1111 2222 3333 4440', 'https://motcua.example/t/1111222233334440']) {
    const answer = await ask('manager', q);
    assert.equal(answer.status, 303, q);
    assert.equal(sql(`select p.name from party p where p.role = 'applicant' and p.dossier_id = ${/\d+$/.exec(answer.to)[0]}`)[0][0], 'Phan Nhật Huy');
  }
  const [[dossier, name]] = sql("select p.dossier_id, p.name from party p join dossier d on d.id = p.dossier_id where p.role = 'submitter' and d.number is not null limit 1");
  assert.ok((await found('manager', name)).includes(Number(dossier)));
});
await test('nothing outside the scope is found, however exactly it is asked for', async () => {
  const [[other, otherNumber, phone, identity, name]] = sql(`select d.id, d.number, p.phone, p.identity_number, p.name from dossier d join party p on p.dossier_id = d.id and p.role = 'applicant' join agency a on a.id = d.agency_id
    where a.kind = 'commune' and d.number is not null and p.phone <> '' and p.identity_number <> '' and not exists (select 1 from branch b join agency x on x.id = b.agency_id where b.dossier_id = d.id and x.code like 'STP%') limit 1`);
  for (const q of [otherNumber, phone, identity, name, otherNumber.slice(-4)]) {
    if (q.length > 4) assert.ok((await found('manager', q)).includes(Number(other)), `the manager finds ${q}`);
    assert.ok(!(await found('handler', q)).includes(Number(other)), `the handler does not: ${q}`);
  }
  assert.equal((await officer.handler.ask(`/can-bo/ho-so/${other}`)).status, 404);
});
async function foundAll(who, q, more = {}) {
  const got = [];
  for (let sau, pages = 0; pages < 100; pages++) {
    const answer = await ask(who, q, sau ? { ...more, sau } : more);
    got.push(...rows(answer.body).map((row) => row.id));
    sau = /name="sau" value="(\d+)"/.exec(answer.body)?.[1];
    if (!sau) break;
  }
  return got;
}
// Dossiers with each of these words in the name of one person, among those `where` allows, from the tables alone.
const named = (words, where, from = '') => sql(`${from} select distinct d.id from dossier d join party p on p.dossier_id = d.id where d.number is not null
  and ${words.map((one) => `p.name collate utf8mb4_uca1400_ai_ci regexp '(^|[^\\\\pL\\\\pN])${one}([^\\\\pL\\\\pN]|$)'`).join(' and ')} and ${where} order by d.id`).map((row) => Number(row[0]));
const reached = '(d.agency_id in (select id from r) or exists (select 1 from branch b left join task t on t.branch_id = b.id where b.dossier_id = d.id and (b.agency_id in (select id from r) or t.unit_id in (select id from r))))';
await test('each role finds exactly what it may reach', async () => {
  for (const role of ['clerk', 'handler', 'head', 'approver', 'sealer', 'returner']) {
    const got = await foundAll(role, 'nguyen');
    assert.deepEqual(sorted(got), named(['nguyễn'], reached, reach(role, [role])), role);
    assert.deepEqual(got, sorted(got).reverse(), 'the latest first');
  }
});
await test('several words are those of one and the same person, in any order, for a province as for one agency', async () => {
  for (const [q, words] of [['thi nguyen', ['nguyễn', 'thị']], ['Văn Trần', ['trần', 'văn']], ['nguyen van nguyen', ['nguyễn', 'văn']]]) {
    assert.deepEqual(sorted(await foundAll('manager', q)), named(words, 'true'), q);
    assert.deepEqual(sorted(await foundAll('clerk', q)), named(words, reached, reach('clerk', ['clerk'])), q);
    assert.deepEqual(sorted(await foundAll('manager', q, { coquan: 'STP' })), named(words, "d.agency_id = (select id from agency where code = 'STP')"), q);
  }
});
await test('the agency whose unit has a task finds the name, also where it has no branch', async () => {
  const [[dossier, name, agency]] = sql(`select d.id, p.name, a.id from task t join branch b on b.id = t.branch_id join dossier d on d.id = b.dossier_id join party p on p.dossier_id = d.id and p.role = 'applicant'
    join agency a on a.id = t.unit_id where a.kind <> 'unit' and a.id <> d.agency_id and d.number is not null and not exists (select 1 from branch x where x.dossier_id = d.id and x.agency_id = a.id) limit 1`);
  const [[me]] = sql("select id from user where login = 'sealer'");
  sql(`insert into role_grant (user_id, role, agency_id, from_date) values (${me}, 'handler', ${agency}, '2020-01-01')`);
  try {
    assert.ok((await foundAll('sealer', name)).includes(Number(dossier)));
  } finally {
    sql(`delete from role_grant where user_id = ${me} and role = 'handler' and agency_id = ${agency} and from_date = '2020-01-01'`);
  }
});
await test('where names of the latest dossiers fill no page, it is said that older ones were not looked at, and they are looked at next', async () => {
  // More names of the word than are looked at for a page, of dossiers that are not there.
  sql(`set foreign_key_checks = 0; insert into party_word (word, agency_id, dossier_id, role, words) select '${word}', d.agency_id, 9000000000 + s.seq, 'applicant', ' ${word} ' from seq_1_to_3500 s join dossier d on d.id = ${received}`);
  try {
    for (const role of ['clerk', 'manager']) {
      const first = await ask(role, word);
      assert.match(text(first.body), /Chưa thấy trong những hồ sơ gần đây nhất.*chưa xem đến hồ sơ cũ hơn.*Tìm tiếp hồ sơ cũ hơn/, role);
      assert.deepEqual(await foundAll(role, word), [received], role);
      assert.deepEqual(await foundAll(role, `${word} khongcoai`), [], role);
    }
  } finally {
    sql('delete from party_word where dossier_id > 9000000000');
  }
});
await test('filters of finding: state, agency, days', async () => {
  const names = await found('manager', 'nguyen', { trangthai: 'ready' });
  assert.ok(names.length);
  for (const id of names) assert.equal(sql(`select state from dossier where id = ${id}`)[0][0], 'ready');
  for (const id of await found('manager', 'nguyen', { coquan: 'STP' })) assert.equal(sql(`select a.code from dossier d join agency a on a.id = d.agency_id where d.id = ${id}`)[0][0], 'STP');
  assert.deepEqual(await found('manager', 'nguyen', { tu: '01/01/2150' }), []);
});
await test('a name is found under its new spelling alone when it is corrected', async () => {
  const [[words]] = sql(`select count(*) from party_word where dossier_id = ${received}`);
  assert.ok(Number(words) >= 4);
  const { stdout } = await dev(['cli', 'check']).catch((error) => error); // other rules are other tests' business
  console.log(stdout.split('\n').filter((line) => line.startsWith('WRONG')).map((line) => `# ${line}`).join('\n'));
  assert.match(stdout, /ok\s+every name can be searched/);
});
await test('hostile questions find nothing, break nothing, and what was typed is in no address and no log', async () => {
  const secret = `biMat${process.pid}`;
  for (const q of [`${secret}' or '1'='1`, `${secret}%`, '%', '_', '\\', '||||||', '0', '000', "'; drop table party; --", 'a'.repeat(5000), '😀', '\u202e đảo', '<script>alert(1)</script>', '{"$gt":""}', '٠١٢٣٤٥٦٧٨٩', `${'nguyễn '.repeat(60)}`, 'ﬁ', '١٢٣٤']) {
    const answer = await ask('clerk', q);
    assert.ok([200, 303].includes(answer.status), `${q.slice(0, 20)}: ${answer.status}`);
    assert.doesNotMatch(answer.body, /<script>alert/);
  }
  const logs = fs.readdirSync(path.join(state, 'log')).map((name) => fs.readFileSync(path.join(state, 'log', name), 'utf8')).join('');
  assert.ok(!logs.includes(secret) && !logs.includes(person.sodinhdanh), 'logs name nobody');
});

// ---- batches ------------------------------------------------------------------------------------------

const marks = (html) => [...html.matchAll(/name="chon" value="([^"]+)"/g)].map((m) => m[1]);
const many = (chosen, more = {}) => [...chosen.map((value) => ['chon', value]), ...Object.entries(more)];
const choices = (html) => [...html.matchAll(/type="radio" value="([^"]+)"/g)].map((m) => m[1]);
const post = (who, where, form) => officer[who].ask(where, { method: 'POST', form });

await test('a head gives several dossiers to a person at once; each says what became of it, one form does it once', async () => {
  const chosen = marks(await list('head', '/can-bo/viec?the=don-vi'));
  assert.ok(chosen.length >= 2, 'there is something to give');
  const which = await post('head', '/can-bo/viec/nhieu', many(chosen));
  assert.equal(which.status, 200);
  const act = choices(which.body).find((value) => /^step:giao:/.test(value));
  assert.ok(act, `giving it to somebody is offered: ${choices(which.body)}`);
  assert.ok(choices(which.body).some((value) => /^assign:/.test(value)), 'and so is giving it to another one');
  const confirm = await post('head', '/can-bo/viec/nhieu', many(chosen, { viec: act }));
  assert.equal(confirm.status, 200);
  const form = fields(confirm.body, '/can-bo/viec/nhieu/lam');
  const people = [...confirm.body.matchAll(/<option value="(\d+)"/g)].map((m) => m[1]);
  assert.ok(people.length, 'somebody can be named');
  // One of them is changed by somebody else meanwhile.
  const given = form.filter(([name]) => name === 'chon').map(([, value]) => value.split('-').map(Number));
  assert.ok(given.length >= 2);
  sql(`update dossier set version = version + 1 where id = ${given[0][0]}`);
  const versions = () => sql(`select id, version from dossier where id in (${given.map(([id]) => id)}) order by id`).map((row) => row.map(Number));
  const before = versions();
  const sent = [...form, ['nguoi', people[0]]];
  const [one, two] = await Promise.all([post('head', '/can-bo/viec/nhieu/lam', sent), post('head', '/can-bo/viec/nhieu/lam', sent)]);
  assert.equal(one.status, 303);
  assert.equal(two.to, one.to, 'pressed twice, done once');
  const page = await officer.head.ask(one.to);
  assert.equal(page.status, 200);
  const outcomes = sql(`select i.dossier_id, i.outcome from batch_item i where i.batch_id = ${/\d+$/.exec(one.to)[0]} order by i.position`);
  assert.equal(outcomes.length, given.length);
  assert.equal(outcomes.find((row) => Number(row[0]) === given[0][0])[1], 'moved', 'somebody was faster');
  const doneOnes = outcomes.filter((row) => row[1] === 'done').length;
  assert.ok(doneOnes >= 1, JSON.stringify(outcomes));
  assert.match(text(page.body), new RegExp(`Đã làm xong ${doneOnes} trong ${given.length} hồ sơ`));
  assert.deepEqual(versions(), before.map(([id, version]) => [id, version + (outcomes.find((row) => Number(row[0]) === id)[1] === 'done' ? 1 : 0)]), 'each that was done was done once');
  assert.equal(sql(`select count(*) from task t join branch b on b.id = t.branch_id where t.closed_at is null and t.assignee_id = ${people[0]} and b.dossier_id in (${outcomes.filter((row) => row[1] === 'done').map((row) => row[0])})`)[0][0], String(doneOnes), 'and lies with the person named');
  assert.equal((await officer.head.ask(one.to)).body.includes('Người khác làm trước'), true, 'the page can be seen again');
  assert.equal((await officer.approver.ask(one.to)).status, 404, 'it is its owner\'s');
});
await test('a batch of nothing, of others\' dossiers, of too many, of nonsense', async () => {
  assert.match((await post('head', '/can-bo/viec/nhieu', [])).body, /chưa đánh dấu/);
  const foreign = marks(await list('approver', '/can-bo/viec?the=toi'));
  const other = await post('clerk', '/can-bo/viec/nhieu', many(foreign));
  assert.equal(choices(other.body).length, 0, 'nothing is offered');
  for (const bad of ['1', '1-', '-1-2', '1-2-3-4', 'a-b', '0-1', "1-2'"]) assert.equal((await post('head', '/can-bo/viec/nhieu', many([bad]))).status === 200, false, bad);
  const lots = Array.from({ length: 60 }, (_, i) => `${i + 1}-${i + 1}`);
  assert.match(text((await post('head', '/can-bo/viec/nhieu', many(lots))).body), /nhiều nhất 50 hồ sơ/);
  assert.equal((await post('head', '/can-bo/viec/nhieu/lam', many(foreign, { viec: 'x' }))).status, 403, 'a form without its token');
  assert.equal((await officer.head.ask('/can-bo/viec/nhieu/999999999')).status, 404);
});
await test('the light says what is left in working time, and that a clock stands', async () => {
  const now = '2026-12-07 08:00:00';
  const said = (await dev(['cli', 'due', '--from', now.slice(0, 16), '--term', '11 hours', '--rule', 'rolling', '--agency', 'STP'])).stdout;
  const due = /(\d{4}-\d\d-\d\d \d\d:\d\d)/.exec(said)?.[1] || (([, h, m, d, mo, y]) => `${y}-${mo}-${d} ${h}:${m}`)(/(\d\d):(\d\d).*?(\d\d)\/(\d\d)\/(\d{4})/.exec(said));
  const [[task, old, dossier]] = sql(`select t.id, t.due_at, b.dossier_id from task t join branch b on b.id = t.branch_id where t.closed_at is null and t.assignee_id = ${userId('handler')} and t.lane = 'work' limit 1`);
  const [[number]] = sql(`select number from dossier where id = ${dossier}`);
  const row = async () => text((await list('handler', '/can-bo/viec?the=toi')).split('<tr').find((tr) => tr.includes(number)));
  await dev(['clock', now.slice(0, 16)]);
  officer.handler = await Officer.of('handler'); // the old session has long been idle
  try {
    sql(`update task set due_at = '${due}' where id = ${task}`);
    await until(async () => /Còn 1 ngày 3 giờ làm việc/.test(await row()), `the light of ${due}`);
    sql(`update task set due_at = '2026-12-07 07:45' where id = ${task}`);
    assert.match(await row(), /Quá hạn 15 phút làm việc/);
    assert.match(await list('handler', '/can-bo/viec?the=toi'), /mc-light--late"><svg/, 'a symbol goes with it');
    sql(`update clock_pause p join clock c on c.id = p.clock_id set p.to_at = p.to_at where false; insert into clock_pause (clock_id, from_at, reason) select id, '${now}', 'stop' from clock where dossier_id = ${dossier} and branch_id is null and task_id is null limit 1`);
    assert.match(await row(), /Đồng hồ dừng/);
  } finally {
    sql(`delete p from clock_pause p join clock c on c.id = p.clock_id where c.dossier_id = ${dossier} and p.from_at = '${now}'; update task set due_at = ${old === 'NULL' ? 'null' : `'${old}'`} where id = ${task}`);
    await dev(['clock', 'real']);
  }
});
done();
