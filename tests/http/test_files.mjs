#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Files of a dossier at the counter and in the departments: what comes in, what does not, who sees it, and that only
// clean content is ever handed out.
import crypto from 'node:crypto';
import fs from 'node:fs';
import { assert, done, get, raw, test, until } from '../lib/tap.mjs';
import { dev, end, fault, pids, state } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';
import { docx, dossierOf, EICAR, files, jobs, nothingWrong, pdf, place, rows, Sender, stored, zip } from '../lib/files.mjs';

const approver = await Sender.open('approver');
const clerk = await Sender.open('clerk');
const elsewhere = await Sender.open('linh.dp'); // a clerk of another town
const dossier = dossierOf('approver');
const page = files(dossier);
const hash = (bytes) => crypto.createHash('sha256').update(bytes).digest('hex');
const text = async (answer) => (await answer.text()).replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, '&');
const events = () => sql(`select type, actor_id is not null, note from event where dossier_id = ${dossier} order by seq desc limit 1`)[0];
const scanner = fs.existsSync('/usr/sbin/clamd');
const skipless = (name, fn) => (scanner ? test(name, fn) : console.log(`ok - ${name} # SKIP no clamd here`));

await test('the one who has the task adds several files at once, and everything about them is kept', async () => {
  const one = pdf();
  const two = docx();
  const version = Number(sql(`select version from dossier where id = ${dossier}`)[0][0]);
  const answer = await approver.send(page, [['Giấy phép số 1.pdf', one], ['phụ lục.docx', two]], { loai: 'ketqua' });
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), page);
  const [a, b] = rows(dossier).slice(-2);
  assert.deepEqual([a.kind, a.name, a.type, a.sha256, a.scan], ['result', 'Giấy phép số 1.pdf', 'pdf', hash(one), scanner ? 'clean' : 'waiting']);
  assert.deepEqual([b.name, b.type, b.sha256], ['phụ lục.docx', 'docx', hash(two)]);
  assert.deepEqual(fs.readFileSync(place(a.sha256)), one);
  assert.deepEqual(events(), ['file_added', '1', 'Giấy phép số 1.pdf, phụ lục.docx']);
  assert.equal(Number(sql(`select version from dossier where id = ${dossier}`)[0][0]), version + 1);
});

await skipless('a file is handed out as a download that no browser takes for a page, and that is written down', async () => {
  const file = rows(dossier).find((f) => f.name === 'Giấy phép số 1.pdf');
  const answer = await approver.get(`${page}/${file.id}`);
  assert.equal(answer.status, 200);
  assert.equal(hash(Buffer.from(await answer.arrayBuffer())), file.sha256);
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  assert.equal(answer.headers.get('content-disposition'), `attachment; filename="Giay phep so 1.pdf"; filename*=UTF-8''${encodeURIComponent('Giấy phép số 1.pdf')}`);
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
  assert.match(answer.headers.get('content-security-policy'), /default-src 'none'.*sandbox/);
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  assert.equal(answer.headers.get('x-accel-redirect'), null);
  assert.deepEqual(sql(`select u.login from access_log a join user u on u.id = a.user_id where a.dossier_id = ${dossier} and a.purpose = 'file ${file.id}'`), [['approver']]);
  assert.equal((await clerk.get(`${page}/${file.id}`)).status, 200, 'the clerk of the counter reads it');
});

await test('the clerk of the counter adds scans of papers, and no results', async () => {
  const [position, name] = sql(`select position, name from dossier_component where dossier_id = ${dossier} order by position limit 1`)[0];
  assert.equal((await clerk.send(page, [['cccd.pdf', pdf()]], { loai: 'giay', giay: position })).status, 303);
  assert.deepEqual(sql(`select position, paper from dossier_file where dossier_id = ${dossier} order by id desc limit 1`), [[position, name]]);
  assert.equal((await clerk.send(page, [['x.pdf', pdf()]], { loai: 'giay', giay: '79' })).status, 422);
  const count = rows(dossier).length;
  assert.equal((await clerk.send(page, [['x.pdf', pdf()]], { loai: 'ketqua' })).status, 422);
  assert.doesNotMatch(await text(await clerk.get(page)), /value="ketqua"/);
  assert.equal(rows(dossier).length, count);
});

await test("another unit's dossier has no files, whatever is asked", async () => {
  const file = rows(dossier)[0];
  for (const where of [page, `${page}/${file.id}`, `${page}/${file.id}/thay`, `${page}/${file.id}/go`]) {
    assert.equal((await elsewhere.get(where)).status, 404, where);
  }
  const count = rows(dossier).length;
  const token = await elsewhere.token('/can-bo/tai-khoan/mat-khau');
  assert.ok([403, 404].includes((await elsewhere.send(page, [['x.pdf', pdf()]], { loai: 'giay' }, token)).status));
  assert.equal(rows(dossier).length, count);
  const other = Number(sql(`select id from dossier where id <> ${dossier} and agency_id = (select agency_id from dossier where id = ${dossier}) limit 1`)[0][0]);
  assert.equal((await approver.get(`${files(other)}/${file.id}`)).status, 404, 'the file of one dossier below another');
  assert.equal((await get(`${page}/${file.id}`)).status, 303, 'a stranger');
});

await test('whoever may only read sees no form, and cannot send one', async () => {
  const supervisor = await Sender.open('supervisor');
  const html = await text(await supervisor.get(page));
  assert.match(html, /cccd\.pdf/);
  assert.doesNotMatch(html, /type="file"|\/go"|\/thay"/);
  assert.equal((await supervisor.send(page, [['x.pdf', pdf()]], { loai: 'noibo' }, await supervisor.token('/can-bo/tai-khoan/mat-khau'))).status, 403);
});

// ---- what does not come in ------------------------------------------------------------------------------------------

async function refused(name, bytes, words) {
  const before = rows(dossier).length;
  const kept = stored().length;
  const answer = await approver.send(page, [['tốt.pdf', pdf()], [name, bytes]], { loai: 'noibo' });
  assert.equal(answer.status, 422, name);
  const html = await text(answer);
  assert.match(html, words, name);
  assert.ok(html.includes(`<strong>${name.split(/[\\/]/).pop()}</strong>`), `${name} is named`);
  assert.equal(rows(dossier).length, before, `${name}: all or none`);
  assert.equal(stored().length, kept, `${name}: nothing in the store`);
}

const bad = [
  ['trang.pdf', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), /Không phải PDF/],
  ['hình.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /Không phải PDF/],
  ['ảnh.png', pdf(), /Đuôi tên tệp/],
  ['không đuôi', pdf(), /Đuôi tên tệp/],
  ['chạy.pdf.exe', pdf(), /Đuôi tên tệp/],
  ['rỗng.pdf', Buffer.alloc(0), /Tệp rỗng/],
  ['cụt.pdf', pdf().subarray(0, 100), /bị hỏng/],
  ['hai.pdf', Buffer.concat([pdf(), docx()]), /hai định dạng/],
  ['nén.docx', zip({ 'readme.txt': 'x' }), /Không phải PDF/],
  ['bom.docx', docx({ 'word/media/0': Buffer.alloc(8 << 20) }), /quá lớn/],
  ['macro.docx', docx({ 'word/vbaProject.bin': 'x' }), /macro/],
  ['lối ra.docx', docx({ '../../evil': 'x' }), /macro, mật khẩu hoặc liên kết/],
];
for (const [name, bytes, words] of bad) await test(`${name} is refused with a reason`, () => refused(name, bytes, words));

for (const [name, bytes] of [['mã độc.pdf', pdf(EICAR)], ['mã độc.docx', docx({ 'word/media/a.txt': EICAR })], ['mã độc 2.docx', docx({ 'word/embeddings/a.zip': zip({ 'a.txt': EICAR }) })]]) {
  await skipless(`${name} is caught, said and written down`, async () => {
    const before = Number(sql("select count(*) from audit where type = 'file_refused'")[0][0]);
    await refused(name, bytes, /mã độc/);
    const [[count, note, subject]] = sql("select count(*), max(note), max(subject) from audit where type = 'file_refused'");
    assert.equal(Number(count), before + 1);
    assert.match(note, /EICAR/);
    assert.match(subject, /^dossier H09/);
  });
}

await test('a file over 10 MB, nine files and a body over 26 MB are refused by their size', async () => {
  const before = stored().length;
  assert.equal((await approver.send(page, [['a.pdf', Buffer.concat([pdf(), Buffer.alloc(10 << 20)])]], { loai: 'noibo' })).status, 413);
  assert.equal((await approver.send(page, Array.from({ length: 9 }, (_, i) => [`${i}.pdf`, pdf()]), { loai: 'noibo' })).status, 413);
  const answer = await raw(`POST ${page} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${approver.headers.Cookie}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: ${28 << 20}\r\n\r\n`);
  assert.equal(answer.status, 413);
  assert.equal((await approver.send('/can-bo/tai-khoan/mat-khau', [['a.pdf', Buffer.concat([pdf(), Buffer.alloc(300 << 10)])]])).status, 413, 'large bodies pass at no other page');
  assert.equal(stored().length, before);
});

await test('no kind chosen: said at the field', async () => {
  const answer = await approver.send(page, [['a.pdf', pdf()]]);
  assert.equal(answer.status, 422);
  assert.match(await text(answer), /href="#f-loai"/);
});

await test('no file at all: said at the field', async () => {
  const answer = await approver.send(page, [], { loai: 'noibo' });
  assert.equal(answer.status, 422);
  assert.match(await text(answer), /Chọn ít nhất một tệp/);
});

await test('a name is shown and never a path', async () => {
  for (const [sent, shown] of [['../../../../etc/passwd.pdf', 'passwd.pdf'], ['C:\\Users\\an\\Đơn.pdf', 'Đơn.pdf'], ['<img src=x onerror=alert(1)>.pdf', '<img src=x onerror=alert(1)>.pdf'], [`${'dài '.repeat(60)}.pdf`, null]]) {
    assert.equal((await approver.send(page, [[sent, pdf()]], { loai: 'noibo' })).status, 303, sent);
    const file = rows(dossier).at(-1);
    if (shown) assert.equal(file.name, shown);
    assert.ok([...file.name].length <= 120 && file.name.endsWith('.pdf'));
    const html = await (await approver.get(page)).text();
    assert.doesNotMatch(html, /<img src=x/);
    if (scanner) assert.match((await approver.get(`${page}/${file.id}`)).headers.get('content-disposition'), /^attachment; filename="[^"\\/]*"; filename\*=UTF-8''[\w.%~-]+$/);
  }
  assert.equal(stored().filter((name) => !/^(\w\w\/\w{64})$/.test(name)).length, 0);
});

// ---- the same again, at once, and broken off ---------------------------------------------------------------------------

await test('the same content is kept once, however many dossiers and names it has', async () => {
  const bytes = pdf();
  const kept = stored().length;
  assert.equal((await approver.send(page, [['một.pdf', bytes], ['hai.pdf', bytes]], { loai: 'noibo' })).status, 303);
  assert.equal((await clerk.send(page, [['ba.pdf', bytes]], { loai: 'giay' })).status, 303);
  assert.equal(stored().length, kept + 1);
  assert.equal(sql(`select count(*) from file where sha256 = unhex('${hash(bytes)}')`)[0][0], '1');
});

await test('twelve at once, half of them the same content: all are there, numbered without a gap', async () => {
  const same = pdf();
  const before = rows(dossier).length;
  const sends = Array.from({ length: 12 }, (_, i) => (i % 2 ? approver : clerk).send(page, [[`cùng lúc ${i}.pdf`, i < 6 ? same : pdf()]], { loai: 'giay' }));
  for (const answer of await Promise.all(sends)) assert.equal(answer.status, 303);
  assert.equal(rows(dossier).length, before + 12);
  assert.equal(sql(`select max(seq) = count(*) from event where dossier_id = ${dossier}`)[0][0], '1');
});

await test('the same form sent twice adds once', async () => {
  const token = await approver.token(page);
  const before = rows(dossier).length;
  const file = [['hai lần.pdf', pdf()]];
  const answers = await Promise.all([approver.send(page, file, { loai: 'noibo' }, token), approver.send(page, file, { loai: 'noibo' }, token)]);
  for (const answer of answers) assert.equal(answer.status, 303);
  assert.equal(rows(dossier).length, before + 1);
});

await test('wherever the store fails, it is said and nothing half is left', async () => {
  const before = rows(dossier).length;
  for (let n = 1; n < 40; n++) {
    fault(`store:${n}`);
    const answer = await approver.send(page, [['đầy.pdf', pdf()]], { loai: 'noibo' });
    if (answer.status === 303) {
      assert.ok(n > 5);
      break;
    }
    assert.equal(answer.status, 422);
    assert.match(await text(answer), /Kho lưu tệp đã đầy/);
    assert.equal(rows(dossier).length, before);
    assert.equal(stored().filter((name) => name.startsWith('arriving/')).length, 0);
  }
  fault('');
  assert.equal(rows(dossier).length, before + 1);
});

// ---- versions and removal ------------------------------------------------------------------------------------------------

await test('a newer version takes the place of a file; the old one stays, marked', async () => {
  await approver.send(page, [['dự thảo.docx', docx()]], { loai: 'ketqua' });
  const old = rows(dossier).at(-1);
  const answer = await approver.send(`${page}/${old.id}/thay`, [['dự thảo 2.docx', docx()]]);
  assert.equal(answer.status, 303);
  const now = rows(dossier).at(-1);
  assert.deepEqual([now.kind, now.version, now.name], ['result', 2, 'dự thảo 2.docx']);
  assert.equal((await approver.get(`${page}/${old.id}/thay`)).status, 404, 'not twice');
  assert.equal((await clerk.get(`${page}/${now.id}/thay`)).status, 404, 'not by the clerk');
  assert.deepEqual(events(), ['file_replaced', '1', 'dự thảo 2.docx']);
  assert.match(await text(await approver.get(page)), /Đã có bản mới/);
});

await test('a file is removed with a reason: it cannot be opened any more, and its story stays', async () => {
  await approver.send(page, [['nhầm.pdf', pdf()]], { loai: 'noibo' });
  const file = rows(dossier).at(-1);
  assert.equal((await approver.post(`${page}/${file.id}/go`, { lydo: '' })).status, 422);
  assert.equal((await approver.post(`${page}/${file.id}/go`, { lydo: 'Chụp nhầm giấy của người khác' })).status, 303);
  assert.equal((await approver.get(`${page}/${file.id}`)).status, 404);
  assert.match(await text(await approver.get(page)), /Chụp nhầm giấy của người khác/);
  assert.deepEqual(events(), ['file_removed', '1', 'nhầm.pdf: Chụp nhầm giấy của người khác']);
  assert.ok(fs.existsSync(place(file.sha256)), 'the content stays');
});

// ---- the scanner away, the store damaged -----------------------------------------------------------------------------------

await skipless('with the scanner away files wait, are shown to nobody, and are scanned when it is back', async () => {
  await end('clamd');
  const evil = docx({ 'word/media/b.txt': EICAR });
  assert.equal((await approver.send(page, [['chờ.pdf', pdf()], ['xấu.docx', evil]], { loai: 'noibo' })).status, 303);
  const [good, bad] = rows(dossier).slice(-2);
  for (const file of [good, bad]) {
    assert.equal(file.scan, 'waiting');
    assert.equal((await approver.get(`${page}/${file.id}`)).status, 404);
  }
  assert.match(await text(await approver.get(page)), /Đang chờ quét/);
  jobs();
  assert.deepEqual(rows(dossier).slice(-2).map((f) => f.scan), ['waiting', 'waiting']);
  await dev('up');
  await until(() => pids('clamd').length > 0, 'the scanner');
  jobs();
  assert.deepEqual(rows(dossier).slice(-2).map((f) => f.scan), ['clean', 'infected']);
  assert.equal((await approver.get(`${page}/${good.id}`)).status, 200);
  assert.equal((await approver.get(`${page}/${bad.id}`)).status, 404);
  assert.match(await text(await approver.get(page)), /Bị chặn: có mã độc/);
  assert.deepEqual(sql(`select note like '%EICAR%' from audit where type = 'file_blocked' and subject = concat('file ', (select file_id from dossier_file where id = ${bad.id}))`), [['1']]);
  assert.equal((await approver.send(page, [['xấu lần nữa.docx', evil]], { loai: 'noibo' })).status, 422);
});

await test('the audit finds what was changed or lost, the check says so, and the file is not handed out', async () => {
  await approver.send(page, [['hỏng.pdf', pdf()], ['mất.pdf', pdf()]], { loai: 'noibo' });
  jobs();
  await nothingWrong();
  const [damaged, lost] = rows(dossier).slice(-2);
  const bytes = fs.readFileSync(place(damaged.sha256));
  fs.chmodSync(place(damaged.sha256), 0o600);
  fs.writeFileSync(place(damaged.sha256), Buffer.concat([bytes.subarray(0, -1), Buffer.from('x')]));
  fs.renameSync(place(lost.sha256), `${state}/lost`);
  await assert.rejects(dev(['cli', 'check', '--files']), (e) => /2, the first: file \d+ is damaged/.test(e.stdout));
  sql(`update file set audited_at = null where sha256 in (unhex('${damaged.sha256}'), unhex('${lost.sha256}'))`);
  jobs();
  for (const file of [damaged, lost]) assert.equal((await approver.get(`${page}/${file.id}`)).status, 404);
  assert.match(await text(await approver.get(page)), /Hỏng trong kho/);
  fs.writeFileSync(place(damaged.sha256), bytes);
  fs.renameSync(`${state}/lost`, place(lost.sha256));
  sql(`update file set audited_at = null where sha256 in (unhex('${damaged.sha256}'), unhex('${lost.sha256}'))`);
  jobs();
  if (scanner) for (const file of [damaged, lost]) assert.equal((await approver.get(`${page}/${file.id}`)).status, 200);
  await nothingWrong();
});

await test('what nobody has a row for goes after a day, what arrived and stayed too, and nothing else', async () => {
  const orphan = place('ab'.repeat(32));
  fs.mkdirSync(`${state}/store/ab`, { recursive: true });
  fs.writeFileSync(orphan, 'x');
  fs.writeFileSync(`${state}/store/arriving/left`, 'x');
  const kept = stored().length;
  jobs();
  assert.equal(stored().length, kept, 'not before a day');
  const yesterday = Date.now() / 1000 - 90000;
  for (const name of stored()) fs.utimesSync(`${state}/store/${name}`, yesterday, yesterday);
  jobs();
  assert.ok(!fs.existsSync(orphan));
  const known = sql('select lower(hex(sha256)) from file').map(([sha256]) => `${sha256.slice(0, 2)}/${sha256}`);
  assert.deepEqual(stored().sort(), known.sort());
  await nothingWrong();
});

// ---- no way around ------------------------------------------------------------------------------------------------------------

await test('no address of the web server leads into the store', async () => {
  const { sha256 } = rows(dossier)[0];
  const below = `${sha256.slice(0, 2)}/${sha256}`;
  for (const where of [`/luu-tru/${below}`, `/en/luu-tru/${below}`, `/static/../store/${below}`, `/static/%2e%2e/store/${below}`, `/static/..%2fstore/${below}`, `/luu-tru/`, `/luu-tru/.lock`, `/loi/../luu-tru/${below}`]) {
    const answer = await raw(`GET ${where} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    assert.ok([400, 404].includes(answer.status), `${where}: ${answer.status}`);
    assert.doesNotMatch(answer.body, /%PDF/);
  }
});
done();
