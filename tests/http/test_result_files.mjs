#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The result as a file for the citizen: only once it is released, only with the look-up code and the second fact
// together, without a name of anybody, and no trace of the code.
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, get, test, until } from '../lib/tap.mjs';
import { sql } from '../lib/reception.mjs';
import { files, pdf, rows, Sender } from '../lib/files.mjs';

const sample = JSON.parse(fs.readFileSync(path.join(process.env.MOTCUA_TOP, 'sql/sample/dossiers.json'), 'utf8')).items;
const chosen = sample.find((d) => d.state === 'ready' && d.lookup && d.applicant.phone);
const digits = chosen.applicant.phone.slice(-4);
// The number is completed when the sample is loaded: the dossier is found as the citizen finds it.
const ask = (where, fields, cookie = '') => get(where, {
  method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...(cookie ? { Cookie: cookie } : {}) }, body: new URLSearchParams(fields),
});
const cookieOf = (answer) => (answer.headers.get('set-cookie') || '').split(';')[0];
const byCode = cookieOf(await ask('/tra-cuu', { ma: chosen.lookup }));
const statusPage = async (cookie, base = '') => (await get(`${base}/tra-cuu/ho-so`, { headers: { Cookie: cookie } })).text();
const number = /mc-nowrap">(H09[^<]+)</.exec(await statusPage(byCode))[1];
const [[id, login]] = sql(`select d.id, u.login from dossier d join branch b on b.dossier_id = d.id join task t on t.open_key = b.id join user u on u.id = t.assignee_id where d.number = '${number}'`);
const dossier = Number(id);
const byFact = cookieOf(await ask('/tra-cuu', { ma: number, so: digits }));
const holder = await Sender.open(login);
const content = pdf();
const name = `Giấy chứng nhận của ${chosen.applicant.name}.pdf`;
const release = () => sql(`update dossier_file set released_at = now() where dossier_id = ${dossier} and kind = 'result' and replaced_at is null and removed_at is null`);
const download = (file, cookie) => get(`/tra-cuu/ho-so/tep/${file}`, { headers: cookie ? { Cookie: cookie } : {} });
let byBoth = '';

await test('before the release there is nothing to see', async () => {
  assert.equal((await holder.send(files(dossier), [[name, content]], { loai: 'ketqua' })).status, 303);
  assert.equal((await holder.send(files(dossier), [['nội bộ.pdf', pdf()]], { loai: 'noibo' })).status, 303);
  sql(`update file set scan_state = 'clean', scanned_at = now() where id in (select file_id from dossier_file where dossier_id = ${dossier})`);
  for (const cookie of [byCode, byFact]) assert.doesNotMatch(await statusPage(cookie), /tai-ket-qua/);
});

await test('after the release the code alone tells that there is a file, and asks for the digits', async () => {
  release();
  const html = await statusPage(byCode);
  assert.match(html, /id="tai-ket-qua"/);
  assert.match(html, /action="\/tra-cuu\/ho-so" method="post"/);
  assert.doesNotMatch(html, /\/tra-cuu\/ho-so\/tep\//);
  assert.match(await statusPage(byCode, '/en'), /Download the result/);
});

await test('number and digits without the code do not open it: four digits can be guessed', async () => {
  const html = await statusPage(byFact);
  assert.match(html, /bằng mã tra cứu hoặc mã QR/);
  assert.doesNotMatch(html, /\/tra-cuu\/ho-so\/tep\/|action="\/tra-cuu\/ho-so"/);
  assert.equal((await ask('/tra-cuu/ho-so', { so: digits }, byFact)).headers.get('location'), '/tra-cuu');
});

await test('wrong and malformed digits are refused at the field', async () => {
  const wrong = String((Number(digits) + 1) % 10000).padStart(4, '0');
  const answer = await ask('/tra-cuu/ho-so', { so: wrong }, byCode);
  assert.equal(answer.status, 422);
  assert.match(await answer.text(), /không khớp với hồ sơ/);
  assert.equal((await ask('/tra-cuu/ho-so', { so: '12' }, byCode)).status, 422);
  assert.equal((await ask('/tra-cuu/ho-so', { so: digits })).headers.get('location'), '/tra-cuu');
});

await test('with both the result is listed, without a name, and comes as it was stored', async () => {
  const answer = await ask('/tra-cuu/ho-so', { so: digits }, byCode);
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/tra-cuu/ho-so');
  byBoth = cookieOf(answer);
  const html = await statusPage(byBoth);
  const links = [...html.matchAll(/\/tra-cuu\/ho-so\/tep\/(\d+)"/g)].map((m) => Number(m[1]));
  const result = rows(dossier).find((f) => f.kind === 'result');
  assert.deepEqual(links, [result.id]);
  assert.ok(!html.includes(chosen.applicant.name) && !html.includes('Giấy chứng nhận của'));
  const file = await download(links[0], byBoth);
  assert.equal(file.status, 200);
  assert.deepEqual(Buffer.from(await file.arrayBuffer()), content);
  assert.equal(file.headers.get('content-disposition'), `attachment; filename="${number}-ket-qua-1.pdf"; filename*=UTF-8''${number}-ket-qua-1.pdf`);
  assert.match(file.headers.get('content-security-policy'), /sandbox/);
  assert.equal(file.headers.get('cache-control'), 'no-store');
  assert.equal(file.headers.get('referrer-policy'), 'no-referrer');
});

await test('nobody else and nothing else is opened', async () => {
  const all = rows(dossier);
  const result = all.find((f) => f.kind === 'result');
  const internal = all.find((f) => f.kind === 'note');
  for (const cookie of [byCode, byFact]) assert.equal((await download(result.id, cookie)).status, 404);
  assert.equal((await download(result.id)).headers.get('location'), '/tra-cuu');
  assert.equal((await download(internal.id, byBoth)).status, 404);
  const other = sample.find((d) => d.lookup && d.lookup !== chosen.lookup && d.number && d.applicant.phone);
  const otherCode = cookieOf(await ask('/tra-cuu', { ma: other.lookup }));
  const otherBoth = cookieOf(await ask('/tra-cuu/ho-so', { so: other.applicant.phone.slice(-4) }, otherCode));
  assert.ok(otherBoth, 'the other dossier opens');
  assert.equal((await download(result.id, otherBoth)).status, 404);
});

await test('what is not clean, removed or lost is not shown', async () => {
  const result = rows(dossier).find((f) => f.kind === 'result');
  const where = `sha256 = unhex('${result.sha256}')`;
  for (const [bad, good] of [
    [`update file set scan_state = 'infected' where ${where}`, `update file set scan_state = 'clean' where ${where}`],
    [`update file set scan_state = 'waiting', scanned_at = null where ${where}`, `update file set scan_state = 'clean', scanned_at = now() where ${where}`],
    [`update file set damaged_at = now() where ${where}`, `update file set damaged_at = null where ${where}`],
    [`update dossier_file set removed_at = now(), removed_by = 1 where id = ${result.id}`, `update dossier_file set removed_at = null, removed_by = null where id = ${result.id}`],
    [`update dossier_file set replaced_at = now() where id = ${result.id}`, `update dossier_file set replaced_at = null where id = ${result.id}`],
  ]) {
    sql(bad);
    assert.equal((await download(result.id, byBoth)).status, 404, bad);
    sql(good);
    assert.equal((await download(result.id, byBoth)).status, 200, good);
  }
});

await test('what the citizen has seen cannot be exchanged, but removed', async () => {
  const result = rows(dossier).find((f) => f.kind === 'result');
  const page = files(dossier);
  assert.equal((await holder.get(`${page}/${result.id}/thay`)).status, 404);
  assert.match(await (await holder.get(`${page}/${result.id}/go`)).text(), /đã phát hành cho người dân/i);
  assert.equal((await holder.post(`${page}/${result.id}/go`, { lydo: 'Phát hành nhầm' })).status, 303);
  assert.equal((await download(result.id, byBoth)).status, 404);
});

await test('the log of the web server has neither code nor digits', async () => {
  const log = await until(() => {
    const text = fs.readFileSync(path.join(process.env.MOTCUA_STATE, 'log', 'motcua-access.log'), 'utf8');
    return /tra-cuu\/ho-so\/tep/.test(text) && text;
  }, 'the log to be written');
  assert.ok(!log.includes(chosen.lookup));
  assert.doesNotMatch(log, /luu-tru[^}]*"status":200/);
});

await test('after five wrong tries the digits are not answered any more', async () => {
  const wrong = String((Number(digits) + 1) % 10000).padStart(4, '0');
  let last;
  for (let i = 0; i < 6; i++) last = await ask('/tra-cuu/ho-so', { so: wrong }, byCode);
  assert.equal(last.status, 429);
  assert.equal(last.headers.get('retry-after'), '3600');
  assert.equal((await ask('/tra-cuu/ho-so', { so: digits }, byCode)).status, 429);
  sql('delete from lookup_try');
});
done();
