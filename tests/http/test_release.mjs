#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The result that is delivered online: without a file it cannot be released; the act that releases it shows the files
// that are there then, and no later one, to the citizen.
import fs from 'node:fs';
import { assert, done, test } from '../lib/tap.mjs';
import { sql } from '../lib/reception.mjs';
import { Acts, Story } from '../lib/acts.mjs';
import { files, pdf, rows, Sender } from '../lib/files.mjs';

const acts = new Acts();
const [[id, holder]] = sql(`select b.dossier_id, u.login from task t join branch b on b.id = t.branch_id join wf_step s on s.id = t.step_id
  join wf_action a on a.from_step_id = s.id and a.code = 'phat-hanh' join user u on u.id = t.assignee_id join dossier d on d.id = b.dossier_id
  where t.closed_at is null and d.state = 'approved' order by 1 limit 1`);
const dossier = Number(id);
const now = fs.readFileSync(`${process.env.MOTCUA_STATE}/clock`, 'utf8').trim();
const story = new Story(acts, dossier, /^\d/.test(now) ? now.slice(0, 16) : sql('select date_format(now(), "%Y-%m-%d %H:%i")')[0][0]);
const sender = await Sender.open(holder);
const released = () => sql(`select x.name from public_result_file p join dossier_file x on x.id = p.file_id where p.dossier_id = ${dossier} order by 1`).flat();

await test('online delivery needs a file of the result', async () => {
  sql(`update dossier set deliver_by = 'online' where id = ${dossier}`);
  const offer = await story.offer(holder, 'phat-hanh');
  assert.equal(offer.allowed, false);
  assert.equal(offer.blocked, 'guard');
  await story.not(holder, 'phat-hanh', {}, { result: 'refused' });
});

await test('the act releases what is there, with the dossier', async () => {
  assert.equal((await sender.send(files(dossier), [['kết quả.pdf', pdf()]], { loai: 'ketqua' })).status, 303);
  assert.equal((await sender.send(files(dossier), [['nội bộ.pdf', pdf()]], { loai: 'noibo' })).status, 303);
  sql(`update file set scan_state = 'clean', scanned_at = now() where id in (select file_id from dossier_file where dossier_id = ${dossier})`);
  assert.deepEqual(released(), []);
  await story.do(holder, 'phat-hanh', {}, 'ready');
  assert.deepEqual(released(), ['kết quả.pdf']);
  assert.equal(rows(dossier).length, 2);
});
acts.end();
done();
