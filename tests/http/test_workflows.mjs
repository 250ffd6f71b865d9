#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Workflows by the administrator's pages: drafts are kept as typed and never lost to somebody else's, nothing is published
// unseen or unsound, and a new edition leaves running dossiers alone.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, test } from '../lib/tap.mjs';
import { Officer, dev, hidden } from '../lib/staff.mjs';

const sql = (text) => execFileSync('mariadb', ['--no-defaults', `--socket=${process.env.MOTCUA_STATE}/run/db.sock`, `--user=${process.env.USER || 'root'}`, '--batch', '--skip-column-names', 'motcua', '-e', text], { encoding: 'utf8' }).trim();
const list = '/can-bo/quy-trinh';
const edit = `${list}/cap-doi-giay-chung-nhan/sua`;
const publish = `${list}/cap-doi-giay-chung-nhan/phat-hanh`;
const admin = await Officer.of('admin');
const text_of = (body) => /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(body)[1].replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&gt;/g, '>').replace(/&lt;/g, '<').replace(/&amp;/g, '&').trim();
const save = async (officer, noidung, phien) => {
  const page = await officer.ask(edit);
  const fields = hidden(page.body, edit);
  return officer.ask(edit, { method: 'POST', form: { ...fields, ...(phien === undefined ? {} : { phien }), noidung } });
};
const editions = () => sql("select max(r.rev_no) from workflow_rev r join workflow w on w.id = r.workflow_id where w.code = 'cap-doi-giay-chung-nhan'");
const first = Number(editions());
sql("delete from workflow_draft where code = 'cap-doi-giay-chung-nhan'");

await test('the download is the file the command writes', async () => {
  const answer = await admin.ask(`${list}/cap-doi-giay-chung-nhan/tai-ve`);
  assert.equal(answer.status, 200);
  assert.equal(answer.body, await dev('cli', 'export', 'workflows', 'cap-doi-giay-chung-nhan'));
});
await test('what is not there is a 404', async () => {
  for (const where of ['/khong-co', '/khong-co/sua', '/khong-co/phat-hanh', '/khong-co/tai-ve', '/cu-tru?ban=99', '/cu-tru/tai-ve?ban=99']) {
    assert.equal((await admin.ask(list + where)).status, 404, where);
  }
});

const sound = text_of((await admin.ask(edit)).body);
const better = sound.replace('"minutes": 960', '"minutes": 720');
await test('a draft is kept as it was typed, right or wrong, and nothing is in force of it', async () => {
  assert.notEqual(better, sound);
  assert.equal((await save(admin, '{"code": "cap-doi', undefined)).status, 303);
  const page = await admin.ask(edit);
  assert.equal(text_of(page.body), '{"code": "cap-doi');
  assert.match(page.body, /không đọc được JSON, lỗi ở dòng và cột 1:/);
  assert.equal(Number(editions()), first);
});
await test('what is unsound cannot be published, neither by its page nor by force', async () => {
  const page = await admin.ask(publish);
  assert.equal(page.status, 303);
  assert.ok(page.to.endsWith('/sua'));
  const page_of_edit = await admin.ask(edit);
  const stolen = { ...hidden(page_of_edit.body, edit), ban: String(first) };
  const forced = await admin.ask(publish, { method: 'POST', form: stolen });
  assert.notEqual(forced.status, 200);
  assert.equal(Number(editions()), first);
});
await test('two people at one draft: the later one is told, and keeps what was typed', async () => {
  const page = await admin.ask(edit);
  const old = hidden(page.body, edit).phien;
  assert.equal((await save(admin, sound, undefined)).status, 303);
  const late = await save(admin, `${better} `, old);
  assert.equal(late.status, 409);
  assert.match(late.body, /Người khác vừa lưu bản nháp này/);
  assert.equal(text_of(late.body), better, 'what was typed is on the page');
  assert.equal(text_of((await admin.ask(edit)).body), sound, 'the other text stands');
  const fields = hidden(late.body, edit);
  assert.equal((await admin.ask(edit, { method: 'POST', form: { ...fields, noidung: better } })).status, 303, 'sent again it replaces it');
});
await test('longer than the law allows is told in numbers', async () => {
  await save(admin, sound.replace('"minutes": 960', '"minutes": 1920'), undefined);
  assert.match((await admin.ask(edit)).body, /dài hơn thời hạn của thủ tục 1\.012783: cần 5 ngày làm việc 5 giờ, luật cho 5 ngày làm việc/);
  await save(admin, better, undefined);
});
await test('a template cannot be broken by what is typed', async () => {
  await save(admin, '</textarea><script>alert(1)</script>', undefined);
  const page = await admin.ask(edit);
  assert.doesNotMatch(page.body, /<script>alert/);
  await save(admin, better, undefined);
});

const before = sql("select d.id, e.workflow_rev_id from dossier d join procedure_rev e on e.id = d.rev_id order by d.id");
await test('publishing shows what it changes, then changes that: dossiers keep their edition', async () => {
  const running = sql(`select count(*) from dossier d join procedure_rev e on e.id = d.rev_id join workflow_rev r on r.id = e.workflow_rev_id
    join workflow w on w.id = r.workflow_id where w.code = 'cap-doi-giay-chung-nhan' and d.received_at is not null and d.closed_at is null`);
  const page = await admin.ask(publish);
  assert.equal(page.status, 200);
  assert.match(page.body, /3 thủ tục dùng bản mới/);
  assert.match(page.body, new RegExp(`${running} hồ sơ đang giải quyết giữ nguyên`));
  assert.match(page.body, /Thẩm định hồ sơ: thời gian[\s\S]*2 ngày làm việc[\s\S]*1 ngày làm việc 4 giờ/);
  const fields = hidden(page.body, publish);
  const stale = await admin.ask(publish, { method: 'POST', form: { ...fields, phien: '1' } });
  assert.equal(Number(editions()), first, 'a draft that moved since is shown again first');
  assert.notEqual(stale.status, 200);
  const again = hidden((await admin.ask(publish)).body, publish);
  assert.equal((await admin.ask(publish, { method: 'POST', form: again })).status, 303);
  assert.equal(Number(editions()), first + 1);
  assert.equal((await admin.ask(publish, { method: 'POST', form: again })).status, 303, 'a double click');
  assert.equal(Number(editions()), first + 1);
  assert.equal(sql("select d.id, e.workflow_rev_id from dossier d join procedure_rev e on e.id = d.rev_id order by d.id"), before);
  assert.equal(sql(`select distinct r.rev_no from \`procedure\` p join procedure_rev e on e.id = p.current_rev_id join workflow_rev r on r.id = e.workflow_rev_id
    join workflow w on w.id = r.workflow_id where w.code = 'cap-doi-giay-chung-nhan'`), String(first + 1));
});
await test('the old edition can still be seen, the audit says who', async () => {
  const page = await admin.ask(`${list}/cap-doi-giay-chung-nhan?ban=${first}`);
  assert.match(page.body, /Đây là bản cũ/);
  assert.match(sql("select concat(subject, ' ', note, ' ', u.login) from audit a join user u on u.id = a.user_id where type = 'workflow_published' order by a.id desc limit 1"), /^workflow cap-doi-giay-chung-nhan edition \d+, 3 procedures admin$/);
});
await test('a new workflow begins as a copy under its own code', async () => {
  const begin = async (ma) => {
    const page = await admin.ask(list);
    return admin.ask(list, { method: 'POST', form: { ...hidden(page.body, list), ma, tu: 'mac-dinh' } });
  };
  const code = `moi-${process.pid}`;
  assert.equal((await begin('cu-tru')).status, 422, 'a code that is taken');
  assert.equal((await begin('Mới')).status, 422, 'a code that is none');
  assert.ok((await begin(code)).to.endsWith(`${code}/sua`));
  const page = await admin.ask(`${list}/${code}/sua`);
  assert.match(page.body, new RegExp(`&quot;code&quot;: &quot;${code}&quot;`));
  const drop = `${list}/${code}/bo-nhap`;
  assert.equal((await admin.ask(drop, { method: 'POST', form: hidden(page.body, drop) })).to, list);
  assert.equal((await admin.ask(`${list}/${code}/sua`)).status, 404);
});
await test('nobody but the administrator sees or changes a workflow', async () => {
  for (const role of ['clerk', 'handler', 'head', 'approver', 'supervisor', 'manager']) {
    const officer = await Officer.of(role);
    assert.equal((await officer.ask(list)).status, 403, role);
    assert.equal((await officer.ask(publish)).status, 403, role);
  }
});
// As it was.
const file = path.join(process.env.MOTCUA_TMP || '/tmp', `workflow-${process.pid}.json`);
fs.writeFileSync(file, `{"format": "motcua/workflows/1", "items": [${sound}]}`);
await dev('cli', 'import', 'workflows', '--publish', file);
fs.rmSync(file);
done();
