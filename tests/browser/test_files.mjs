#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Files of a dossier in a browser, without scripts as with them: several files chosen at once, every state of the list,
// the forms and their refusals, and the citizen's way to the result. MOTCUA_SHOTS names a folder for pictures.
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, get, test, url } from '../lib/tap.mjs';
import { sql } from '../lib/reception.mjs';
import { docx, dossierOf, files, pdf, rows } from '../lib/files.mjs';
import { Officer } from '../lib/staff.mjs';
import { close, desktop, open, visit } from './browser.mjs';
import { sound } from './sound.mjs';

const officer = await Officer.of('approver');
const dossier = dossierOf('approver');
const given = (name, bytes) => ({ name, mimeType: 'application/octet-stream', buffer: bytes });
const sign_in = (context) => context.addCookies([{ name: 'staff', value: officer.jar.staff, url }]);

await open();
await test('without scripts: two files at once, a refusal, a removal', async () => {
  const { context, page, problems, end } = await visit({ viewport: desktop, scripts: false });
  try {
    await sign_in(context);
    await page.goto(files(dossier));
    await page.check('input[name=loai][value=giay]');
    await page.selectOption('#f-giay', { index: 1 });
    await page.setInputFiles('#f-tepmoi', [given('Căn cước công dân, mặt trước.pdf', pdf()), given('Căn cước công dân, mặt sau.pdf', pdf())]);
    await page.click('main form button[type=submit]');
    assert.equal(new URL(page.url()).pathname, files(dossier));
    assert.equal(await page.locator('main tbody tr').count(), rows(dossier).length);
    await page.check('input[name=loai][value=ketqua]');
    await page.setInputFiles('#f-tepmoi', [given('Giấy phép.pdf', pdf()), given('trang.pdf', Buffer.from('<html>'))]);
    await page.click('main form button[type=submit]');
    assert.match(await page.locator('.govuk-error-summary').innerText(), /Chọn lại tệp/);
    assert.match(await page.locator('main form').last().innerText(), /trang\.pdf: Không phải PDF/);
    assert.ok(await page.isChecked('input[name=loai][value=ketqua]'), 'what was chosen stays');
    await page.locator('a[href$="/go"]').first().click();
    await page.click('main form button[type=submit]');
    assert.match(await page.locator('.govuk-error-summary').innerText(), /chưa có nội dung/);
    await page.fill('#f-lydo', 'Chụp nhầm');
    await page.click('main form button[type=submit]');
    assert.match(await page.locator('main').innerText(), /Đã gỡ bỏ/);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});

// Every state a file can have, as rows.
function states() {
  const [a, b, c] = rows(dossier).slice(-3);
  sql(`update file set scan_state = 'waiting', scanned_at = null where sha256 = unhex('${a.sha256}')`);
  sql(`update file set scan_state = 'infected', scan_note = 'Win.Test.EICAR_HDB-1' where sha256 = unhex('${b.sha256}')`);
  sql(`update dossier_file set released_at = now() where id = ${c.id}`);
}

for (const base of ['', '/en']) {
  const language = base ? 'en' : 'vi';
  await test(`${language}: each page of files is sound`, async () => {
    const { context, page, problems, end } = await visit({ viewport: desktop, bypassCSP: true });
    try {
      await sign_in(context);
      const empty = Number(sql(`select id from dossier where agency_id = (select agency_id from dossier where id = ${dossier}) and id not in (select dossier_id from dossier_file) and number is not null limit 1`)[0][0]);
      await page.goto(base + files(empty));
      await sound(page, `${language} files, none`);
      if (!base) {
        await page.goto(files(dossier));
        for (const [kind, list] of [['ketqua', [given('Giấy phép xây dựng số 125.pdf', pdf()), given('Phụ lục bản vẽ.docx', docx())]], ['ketqua', [given('Quyết định.pdf', pdf())]]]) {
          await page.check(`input[name=loai][value=${kind}]`);
          await page.setInputFiles('#f-tepmoi', list);
          await page.click('main form button[type=submit]');
        }
        states();
      }
      await page.goto(base + files(dossier));
      await sound(page, `${language} files`);
      await page.check('input[name=loai][value=noibo]');
      await page.setInputFiles('#f-tepmoi', [given('Đơn của ông An.pdf', Buffer.from('<html>')), given('rỗng.pdf', Buffer.alloc(0))]);
      await page.click('main form button[type=submit]');
      await sound(page, `${language} files, refused`);
      const file = rows(dossier).findLast((f) => f.kind === 'result');
      await page.goto(`${base}${files(dossier)}/${file.id}/go`);
      await sound(page, `${language} file, remove`);
      const other = rows(dossier).findLast((f) => f.kind === 'paper');
      sql(`update dossier_file set removed_at = null, removed_by = null, removed_reason = '' where id = ${other.id}`);
      await page.goto(`${base}${files(dossier)}/${other.id}/thay`);
      await sound(page, `${language} file, replace`);
      await page.click('main form button[type=submit]');
      await sound(page, `${language} file, replace, none`);
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });
}

await test('the citizen comes to the result with the code of the receipt and four digits', async () => {
  const sample = JSON.parse(fs.readFileSync(path.join(process.env.MOTCUA_TOP, 'sql/sample/dossiers.json'), 'utf8')).items;
  const chosen = sample.find((d) => d.state === 'returned' && d.lookup && d.applicant.phone);
  const { page, problems, end } = await visit({ viewport: desktop, bypassCSP: true });
  try {
    const cookie = await get('/tra-cuu', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: `ma=${chosen.lookup}` });
    const html = await (await get('/tra-cuu/ho-so', { headers: { Cookie: cookie.headers.get('set-cookie').split(';')[0] } })).text();
    const number = /mc-nowrap">(H09[^<]+)</.exec(html)[1];
    const clean = rows(dossier).find((f) => f.scan === 'clean');
    sql(`insert into dossier_file (dossier_id, file_id, kind, name, added_by, added_at, released_at) select d.id, f.id, 'result', 'kết quả.pdf', 1, now(), now() from dossier d, file f where d.number = '${number}' and f.sha256 = unhex('${clean.sha256}')`);
    await page.goto(`/t/${chosen.lookup}`);
    await sound(page, 'vi result, asks');
    await page.fill('#f-so', '12');
    await page.click('section:has(#tai-ket-qua) button');
    await sound(page, 'vi result, wrong');
    await page.fill('#f-so', chosen.applicant.phone.slice(-4));
    await page.click('section:has(#tai-ket-qua) button');
    await sound(page, 'vi result, listed');
    const [arrived] = await Promise.all([page.waitForEvent('download'), page.click('section:has(#tai-ket-qua) a')]);
    assert.equal(arrived.suggestedFilename(), `${number}-ket-qua-1.${clean.type}`);
    await page.goto('/en/tra-cuu/ho-so');
    await sound(page, 'en result, listed');
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});
await close();
done();
