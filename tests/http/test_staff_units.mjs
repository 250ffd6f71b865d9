#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Route × role × unit: every address of a dossier is asked by everybody of the cast. Whose dossier it is not, or no longer,
// gets what is said of a dossier that does not exist, to the byte; what others keep for themselves is not there either.
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { assert, done, test } from '../lib/tap.mjs';
import { dev } from '../lib/instance.mjs';
import { Officer, hidden } from '../lib/staff.mjs';
import { Clerk, cookie, idOf, somebody, sql } from '../lib/reception.mjs';
import { Sender, files, jobs, pdf, rows } from '../lib/files.mjs';
import { alive, cast, dismiss } from '../lib/cast.mjs';

const people = cast('noi');
async function enter(person) {
  person.officer = new Officer();
  const [, name, value] = /^Cookie: ([^=]+)=(\S+)/m.exec((await dev(['as', person.login])).stdout);
  person.officer.jar[name] = value;
}
for (let i = 0; i < people.length; i += 4) await Promise.all(people.slice(i, i + 4).map(enter));
const who = (role, place) => people.find((one) => one.role === role && one.place === place).officer;
const ask = (officer, where) => officer.ask(where);

// Two dossiers of STP, at work in STP.HCTP; each has a file. One of another department that has nothing to do with it.
const officers = {};
for (const login of ['clerk', 'handler', 'approver', 'huy.nv']) officers[login] = await Officer.of(login);
const clerk = await Clerk.open('clerk');
async function act(officer, id, code, more = {}) {
  const where = `/can-bo/ho-so/${id}/lam/${code}`;
  return officer.ask(where, { method: 'POST', form: { ...hidden((await officer.ask(where)).body, where), ...more } });
}
async function at_work() {
  const person = somebody();
  const id = idOf(await clerk.receive('tl', person));
  await act(officers.clerk, id, 'chuyen');
  assert.equal((await act(officers.handler, id, 'hs-nhan-viec')).status, 303);
  const sender = new Sender(await cookie('handler'));
  assert.equal((await sender.send(files(id), [['ghi-chu.pdf', pdf()]], { loai: 'noibo' })).status, 303);
  return { ...person, id, file: rows(id)[0].id };
}
const mine = await at_work();
const beside = await at_work();
jobs();
const nothing = 999999999;

const unit = ['own', 'body', 'province', 'substitute'];
const counter = ['body', 'province', 'substitute'];
const sees = ({ place }) => unit.includes(place);
const isClerk = ({ role }) => role === 'clerk';
const atCounter = (person) => isClerk(person) && counter.includes(person.place);
const prints = ({ role }) => role !== 'supervisor';
const anyone = () => true;
// Each address of a dossier: whose right opens it at all, and who finds it there.
const expected = {
  '/can-bo/ho-so/{id}': [anyone, sees],
  '/can-bo/ho-so/{id}/lam/{viec}': [anyone, sees],
  '/can-bo/ho-so/{id}/da-nhan': [isClerk, atCounter],
  '/can-bo/ho-so/{id}/sua-tiep-nhan': [isClerk, atCounter],
  '/can-bo/ho-so/{id}/in/{form}': [prints, (person) => sees(person) && prints(person)],
  '/can-bo/ho-so/{id}/tep': [anyone, sees],
  '/can-bo/ho-so/{id}/tep/{tep}': [anyone, sees],
  '/can-bo/ho-so/{id}/tep/{tep}/thay': [anyone, atCounter],
  '/can-bo/ho-so/{id}/tep/{tep}/go': [anyone, atCounter],
};
const routes = execFileSync(path.join(process.env.MOTCUA_BUILD, 'motcua-staff'), ['--routes'], { encoding: 'utf8' })
  .split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t'));
const concrete = (pattern, id, file) => pattern.replace('{id}', id).replace('{tep}', file).replace('{viec}', 'hs-ghi-chu').replace('{form}', 'kiem-soat');
// What differs between two pages about two numbers: the numbers, the forms' tokens, the number of the request.
const bare = (html, id, file) => html.replace(/token" value="[^"]*"/g, '').replace(/[0-9a-f]{16,}/g, '').replaceAll(`/tep/${file}`, '/tep/FILE').replaceAll(`/${id}`, '/ID');

await test('every address of a dossier has its row here', () => {
  const there = [...new Set(routes.map(([, pattern]) => pattern).filter((pattern) => pattern.startsWith('/can-bo/ho-so/{id}')))];
  assert.deepEqual(there.sort(), Object.keys(expected).sort());
});
for (const [pattern, [right, finds]] of Object.entries(expected)) {
  await test(`GET ${pattern}: who finds it, and that others find nothing at all`, async () => {
    const wrong = [];
    for (const person of people) {
      const answer = await ask(person.officer, concrete(pattern, mine.id, mine.file));
      const wanted = !alive(person.place) || !right(person) ? 403 : finds(person) ? 200 : 404;
      if (answer.status !== wanted) wrong.push(`${person.role} ${person.place}: ${answer.status}, not ${wanted}`);
      if (answer.status === 200) continue;
      for (const secret of [mine.ten, mine.sodinhdanh, 'ghi-chu.pdf']) if (answer.body.includes(secret)) wrong.push(`${person.role} ${person.place} is told ${secret}`);
      if (!['sibling', 'expired'].includes(person.place)) continue;
      const none = await ask(person.officer, concrete(pattern, nothing, nothing));
      if (none.status !== answer.status || bare(none.body, nothing, nothing) !== bare(answer.body, mine.id, mine.file)) wrong.push(`${person.role} ${person.place} can tell it from none`);
    }
    assert.equal(wrong.join('; '), '');
  });
}
await test('a file is found below its own dossier alone, also by who sees both', async () => {
  for (const officer of [who('handler', 'own'), who('manager', 'province'), officers.handler]) {
    assert.equal((await ask(officer, `${files(mine.id)}/${mine.file}`)).status, 200);
    for (const more of ['', '/thay', '/go']) assert.equal((await ask(officer, `${files(mine.id)}/${beside.file}${more}`)).status, 404, more);
  }
});
await test('a form that was open when the right ended does nothing, and says no more than of nothing', async () => {
  const officer = who('handler', 'body');
  const where = `/can-bo/ho-so/${mine.id}/lam/hs-ghi-chu`;
  const form = { ...hidden((await ask(officer, where)).body, where), ghichu: 'Trễ' };
  sql("update role_grant g join user u on u.id = g.user_id set g.withdrawn_at = '2026-01-01' where u.login = 'noi.handler.body'");
  const before = sql(`select count(*), max(seq) from event where dossier_id = ${mine.id}`);
  assert.equal((await officer.ask(where, { method: 'POST', form })).status, 403);
  sql("insert into role_grant (user_id, role, agency_id, from_date) select u.id, 'handler', a.id, '2020-01-01' from user u join agency a on a.code = 'SKHDT' where u.login = 'noi.handler.body'");
  assert.equal((await officer.ask(where, { method: 'POST', form })).status, 404);
  assert.deepEqual(sql(`select count(*), max(seq) from event where dossier_id = ${mine.id}`), before);
  const other = who('head', 'own');
  assert.equal((await other.ask(where, { method: 'POST', form })).status, 403, 'a token is of its session');
});
await test('a stand-in’s page closes the day it is over', async () => {
  const officer = who('approver', 'substitute');
  assert.equal((await ask(officer, `/can-bo/ho-so/${mine.id}`)).status, 200);
  sql("update substitution v join user u on u.id = v.substitute_id set v.withdrawn_at = '2026-01-01' where u.login = 'noi.approver.substitute'");
  assert.equal((await ask(officer, `/can-bo/ho-so/${mine.id}`)).status, 403);
});
await test('who has a task but no longer the role may read what he still reaches, and no files of it change', async () => {
  sql("update role_grant g join user u on u.id = g.user_id set g.role = 'supervisor' where u.login = 'noi.handler.own'");
  sql(`update task t join branch b on b.id = t.branch_id set t.assignee_id = (select id from user where login = 'noi.handler.own') where b.dossier_id = ${beside.id} and t.closed_at is null`);
  const officer = who('handler', 'own');
  assert.equal((await ask(officer, files(beside.id))).status, 200);
  for (const more of ['thay', 'go']) assert.equal((await ask(officer, `${files(beside.id)}/${beside.file}/${more}`)).status, 404, more);
});

// ---- several dossiers -----------------------------------------------------------------------------------

const task = (id) => sql(`select t.id from task t join branch b on b.id = t.branch_id where b.dossier_id = ${id} and t.closed_at is null`)[0][0];
const batch = (officer, form, where = '/can-bo/viec/nhieu') => officer.ask(where, { method: 'POST', form });
await test('a batch tells nothing of dossiers of others: no number, no name, no difference to none', async () => {
  const [[number]] = sql(`select number from dossier where id = ${mine.id}`);
  const officer = who('handler', 'sibling');
  const chosen = `${mine.id}-${task(mine.id)}`;
  for (const viec of [undefined, 'step:trinh:Trình ký']) {
    const pages = [];
    for (const chon of [chosen, `${nothing}-${nothing}`]) {
      const page = await batch(officer, { chon, ...(viec ? { viec } : {}) });
      assert.equal(page.status, 200);
      for (const secret of [mine.ten, number]) assert.ok(!page.body.includes(secret), secret);
      pages.push(bare(page.body.replaceAll(chon, ''), mine.id, task(mine.id)));
    }
    assert.equal(pages[0], pages[1]);
  }
  const draft = sql("select d.id, b.id from dossier d left join branch b on b.dossier_id = d.id where d.state = 'draft' limit 1")[0];
  assert.equal((await batch(officer, { chon: `${draft[0]}-1` })).status, 200, 'nor of drafts');
});
await test('nor does the batch that was tried with them, and what its owner no longer reaches is hidden in it later', async () => {
  const [[number]] = sql(`select number from dossier where id = ${mine.id}`);
  const fresh = (name, items) => {
    sql(`insert into batch (user_id, at, code, name) select id, '2026-03-02 08:00', 'take:hs-nhan-viec', 'Nhận việc' from user where login = '${name}'`);
    const [[id]] = sql('select max(id) from batch');
    items.forEach(([dossier, outcome], i) => sql(`insert into batch_item (batch_id, position, dossier_id, outcome, reason, who) values (${id}, ${i + 1}, ${dossier}, '${outcome}', '', '')`));
    return `/can-bo/viec/nhieu/${id}`;
  };
  const where = fresh('noi.handler.sibling', [[mine.id, 'done']]);
  const page = await ask(who('handler', 'sibling'), where);
  assert.equal(page.status, 200);
  for (const secret of [mine.ten, number, `ho-so/${mine.id}`]) assert.ok(!page.body.includes(secret), secret);
  assert.match(page.body, /Không còn thấy hồ sơ này trong phạm vi của bạn/);
  const full = fresh('handler', [[mine.id, 'done']]);
  assert.ok((await ask(officers.handler, full)).body.includes(number));
  for (const person of people.filter((one) => alive(one.place))) assert.equal((await ask(person.officer, full)).status, [person.login].includes('handler') ? 200 : person.login === 'noi.approver.substitute' ? 403 : 404, person.login);
});
await test('a row of a batch without the state it was seen in is never done', async () => {
  const officer = officers.handler;
  const chosen = `${mine.id}-${task(mine.id)}`;
  const page = await batch(officer, { chon: chosen });
  const viec = [...page.body.matchAll(/type="radio" value="([^"]+)"/g)].map((m) => m[1]).find((value) => value.startsWith('step:trinh:'));
  assert.ok(viec);
  const before = sql(`select version from dossier where id = ${mine.id}`);
  for (const chon of [chosen, `${chosen}-0`, `${chosen}-1`]) {
    const confirm = await batch(officer, { chon: chosen, viec });
    const form = { ...hidden(confirm.body, '/can-bo/viec/nhieu/lam'), chon };
    assert.equal((await batch(officer, form, '/can-bo/viec/nhieu/lam')).status, 303);
  }
  assert.deepEqual(sql(`select version from dossier where id = ${mine.id}`), before);
});
await test('filters are their owner’s: nobody else sees, uses or deletes one', async () => {
  sql("insert into saved_filter (user_id, name, query, created_at) select id, 'Riêng tư của tôi', 'the=toi', '2026-03-02' from user where login = 'noi.clerk.body'");
  const [[id]] = sql('select max(id) from saved_filter');
  const drop = `/can-bo/viec/bo-loc/${id}/xoa`;
  const owner = await ask(who('clerk', 'body'), '/can-bo/viec?the=toi&loc=1');
  const form = hidden(owner.body, drop);
  assert.ok(form && owner.body.includes('Riêng tư của tôi'));
  for (const place of ['province', 'sibling']) {
    const officer = who('clerk', place);
    assert.ok(!(await ask(officer, '/can-bo/viec?the=toi&loc=1')).body.includes('Riêng tư của tôi'), place);
    assert.equal((await officer.ask(drop, { method: 'POST', form })).status, 403, 'a token is of its session');
  }
  assert.equal(sql(`select count(*) from saved_filter where id = ${id}`)[0][0], '1');
});
dismiss('noi');
done();
