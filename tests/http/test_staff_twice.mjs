#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Every act by two people at the same moment, and every form sent twice: one effect, and the other is told who was faster.
import { assert, done, test } from '../lib/tap.mjs';
import { Officer, hidden } from '../lib/staff.mjs';
import { Clerk, idOf, somebody, sql } from '../lib/reception.mjs';
import { cast, dismiss } from '../lib/cast.mjs';

// Two of each role for the same dossiers: the sample's officer and one of the cast.
const people = cast('hai').filter(({ role, place }) => place === 'body' && role !== 'supervisor' && role !== 'manager');
const pair = {};
for (const { role, login } of people) pair[role] = [await Officer.of(role), await Officer.of(login)];
const clerk = await Clerk.open('clerk');
const address = (id, code) => `/can-bo/ho-so/${id}/lam/${code}`;
const form = async (officer, id, code, more) => Object.entries(more).reduce((all, [name, value]) => all.concat([].concat(value).map((one) => [name, one])), Object.entries(hidden((await officer.ask(address(id, code))).body, address(id, code)) || {}));
const release = (id) => sql(`update task t join branch b on b.id = t.branch_id set t.assignee_id = null where b.dossier_id = ${id} and t.closed_at is null`);
const traces = (id) => sql(`select (select version from dossier where id = ${id}), (select count(*) from event where dossier_id = ${id}), (select count(*) from outbox where dossier_id = ${id}), (select count(*) from task t join branch b on b.id = t.branch_id where b.dossier_id = ${id})`)[0].map(Number);

// The life of one dossier; [role, act, what is typed, events it writes]. The first of the role acts in the end.
const head = sql("select id from user where login = 'handler'")[0][0];
const story = [
  ['clerk', 'hs-ghi-chu', { ghichu: 'Ghi chú' }], ['clerk', 'hs-nhan-tin', { lydo: 'Mời đến' }], ['clerk', 'chuyen', {}],
  ['handler', 'hs-nhan-viec', {}], ['head', 'hs-giao-viec', { nguoi: head }], ['handler', 'hs-xin-y-kien', { donvi: sql("select id from agency where code = 'SKHDT'")[0][0], ghichu: 'Cho ý kiến' }],
  ['handler', 'bo-sung', { lydo: 'Thiếu', giay: [''], noidung: ['Ký lại'] }], ['clerk', 'nhan-bo-sung', {}],
  ['approver', 'hs-gia-han', { lydo: 'Xin lỗi', ngay: '30/12/2199', gio: '16:00' }], ['approver', 'hs-dung', { lydo: 'Dừng' }], ['approver', 'hs-tiep-tuc', {}],
  ['handler', 'trinh', {}], ['approver', 'ky', { ten: 'Bản sao' }], ['sealer', 'phat-hanh', { ke: 'A1' }],
  ['returner', 'tra', { vaitro: 'khac', nguoinhan: 'Lê Văn Nhận', giayto: '1', kynhan: '1', bienlai: '1' }],
];
const others = [
  [['clerk', 'chuyen', {}], ['handler', 'trinh', {}], ['approver', 'tra-lai', { ghichu: 'Xem lại' }], ['handler', 'trinh', {}], ['approver', 'tu-choi', { lydo: 'Không đủ' }]],
  [['approver', 'hs-dung', { lydo: 'Dừng' }], ['clerk', 'hs-dong', {}]],
  [['clerk', 'hs-rut', { lydo: 'Không cần nữa' }]],
];
const lives = [];
let id;
for (const [role, code, more] of [story, ...others].flatMap((life) => [['', '', {}], ...life])) {
  if (!role) {
    id = idOf(await clerk.receive('tl', somebody()));
    lives.push(id);
    continue;
  }
  await test(`${code} by two at once and by one twice: one effect`, async () => {
    release(id);
    const [one, two] = pair[role];
    const forms = [await form(one, id, code, more), await form(two, id, code, more)];
    for (const [i, fields] of forms.entries()) assert.ok(fields.some(([name]) => name === 'token'), `${role} ${i} has the form`);
    const before = traces(id);
    const send = (who, fields) => who.ask(address(id, code), { method: 'POST', form: fields });
    const answers = await Promise.all([send(one, forms[0]), send(two, forms[1]), send(one, forms[0]), send(two, forms[1])]);
    const done_by = [[0, 2], [1, 3]].map((mine) => mine.filter((i) => answers[i].status === 303).length);
    assert.deepEqual([...done_by].sort(), [0, 2], `${answers.map((answer) => answer.status)}: one of the two, and both clicks of the same say so`);
    const [winner, loser] = done_by[0] ? [0, 1] : [1, 0];
    assert.equal(answers[winner].to, answers[winner + 2].to);
    for (const i of [loser, loser + 2]) assert.equal(answers[i].status, 409, `${code}: ${answers[i].status}`);
    assert.match(answers[loser].body, /Có người vừa làm việc khác với hồ sơ này/);
    const after = traces(id);
    assert.equal(after[0], before[0] + 1, 'the version, once');
    const [[acted]] = sql(`select count(distinct ifnull(actor_id, 0)) from event where dossier_id = ${id} and seq > (select max(seq) from event where dossier_id = ${id}) - ${after[1] - before[1]} and actor_id is not null`);
    assert.equal(acted, '1', 'all its events are of one person');
    const again = await send([one, two][winner], forms[winner]);
    assert.equal(again.to, answers[winner].to, 'the form sent later once more');
    assert.equal((await send([one, two][loser], forms[winner])).status, 403, 'and by another person');
    assert.deepEqual(traces(id), after);
  });
}
await test('each history is that of one story', () => {
  const told = lives.map((one) => sql(`select group_concat(type order by seq) from event where dossier_id = ${one}`)[0][0]);
  assert.deepEqual(told, [
    'received,note,message,forwarded,taken,assigned,opinion_asked,supplement_asked,supplement_accepted,apologised,stopped,resumed,submitted_for_signature,approved,numbered,ready,returned',
    'received,forwarded,submitted_for_signature,sent_back,submitted_for_signature,refused',
    'received,stopped,closed',
    'received,withdrawn',
  ]);
});
dismiss('hai');
done();
