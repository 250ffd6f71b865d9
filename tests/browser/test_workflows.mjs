#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Pages of workflows in a browser, for the administrator: sound in every state and in both languages; a draft is written,
// refused with its reasons beside what was typed, mended and published with the keyboard and without a script.
import { assert, done, test, url } from '../lib/tap.mjs';
import { Officer } from '../lib/staff.mjs';
import { close, desktop, open, visit } from './browser.mjs';
import { sound } from './sound.mjs';

const list = '/can-bo/quy-trinh';
const code = `thu-${process.pid}`;
const admin = await Officer.of('admin');
async function visitor(options = {}) {
  const opened = await visit({ viewport: desktop, bypassCSP: true, ...options });
  await opened.context.addCookies([{ name: 'staff', value: admin.jar.staff, url }]);
  return opened;
}

await open();
for (const language of ['vi', 'en']) {
  const base = language === 'en' ? '/en' : '';
  await test(`${language}: list, editions and drafts`, async () => {
    const { page, problems, end } = await visitor();
    try {
      for (const [name, where] of Object.entries({
        workflows: list, 'joint workflow': `${list}/bien-dong-dat-dai`, 'three opinions': `${list}/chu-truong-dau-tu`, birth: `${list}/khai-sinh-lien-thong`,
        'general workflow': `${list}/mac-dinh`, 'nothing drafted': `${list}/cu-tru/sua`,
      })) {
        assert.equal((await page.goto(base + where)).status(), 200, where);
        await sound(page, `${language} ${name}`);
      }
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });
}

await test('a draft is written, refused with reasons, mended and published, without a script', async () => {
  const { page, problems, end } = await visitor({ javaScriptEnabled: false, scripts: false });
  try {
    await page.goto(list);
    await page.fill('#f-ma', code);
    await page.selectOption('#f-tu', 'cu-tru');
    await page.click('main form button');
    assert.equal(new URL(page.url()).pathname, `${list}/${code}/sua`);
    const text = await page.inputValue('#f-noidung');
    assert.ok(text.includes(`"code": "${code}"`));

    const broken = text.replace('"role": "approver", ', '').replace('papers_missing = 0', 'papers_mising = 0');
    await page.fill('#f-noidung', broken);
    await page.click('main form button');
    const said = await page.locator('aside').innerText();
    assert.match(said, /Bước trinh-ky: không có vai trò nào làm việc này/);
    assert.match(said, /Bước trinh-ky, việc ky: điều kiện không đọc được, cột 1: không có dữ kiện “papers_mising”/);
    assert.equal(await page.inputValue('#f-noidung'), broken, 'what was typed is kept');
    assert.equal(await page.locator('a[href$="/phat-hanh"]').count(), 0, 'and cannot be published');

    await page.fill('#f-noidung', text);
    await page.click('main form button');
    assert.match(await page.locator('aside').innerText(), /Không có lỗi/);
    await page.click('a[href$="/phat-hanh"]');
    assert.match(await page.locator('main').innerText(), /0 thủ tục dùng bản mới/);
    await page.click('main form button');
    assert.equal(new URL(page.url()).pathname, `${list}/${code}`);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});

await test('the states of a draft are sound', async () => {
  const { page, problems, end } = await visitor();
  try {
    await page.goto(`${list}/${code}/sua`);
    const text = await page.inputValue('#f-noidung');
    await page.fill('#f-noidung', text.replace('"role": "approver", ', '').replace('"minutes": 960', '"minutes": 900'));
    await page.click('main form button');
    await sound(page, 'draft with a fault');
    await page.fill('#f-noidung', '{"code": ');
    await page.click('main form button');
    await sound(page, 'draft that is no JSON');
    await page.fill('#f-noidung', text.replace('"minutes": 960', '"minutes": 900').replace('"name": "Lãnh đạo ký duyệt"', '"name": "Lãnh đạo ký"'));
    await page.click('main form button');
    await sound(page, 'good draft');
    await page.goto(`${list}/${code}/phat-hanh`);
    await sound(page, 'what publishing does');
    await page.goto(list);
    await page.fill('#f-ma', code);
    await page.click('main form button');
    await sound(page, 'a code that is taken');
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});
await close();
done();
