#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The staff's sign-in and accounts in a browser: the whole first sign-in by keyboard alone; every page of them in
// both languages without an accessibility violation, valid, and nowhere too wide. MOTCUA_SHOTS names a folder for
// pictures.
import { assert, done, test, url } from '../lib/tap.mjs';
import { Officer, account, totp } from '../lib/staff.mjs';
import { close, desktop, open, visit } from './browser.mjs';
import { sound } from './sound.mjs';

async function tab_to(page, selector, most = 60) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
  }
  throw new Error(`no way to ${selector} by ${most} tabs`);
}
async function type_in(page, field, text) {
  await tab_to(page, `#f-${field}`);
  await page.keyboard.type(text);
}
const enter = (page) => Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);

await open();
for (const base of ['', '/en']) {
  const language = base ? 'en' : 'vi';
  await test(`${language}: the first sign-in by keyboard alone, page by page`, async () => {
    const person = await account('phim');
    const { page, problems, end } = await visit({ viewport: desktop, bypassCSP: true });
    try {
      await page.goto(`${base}/can-bo/tai-khoan`);
      assert.equal(new URL(page.url()).pathname, `${base}/can-bo/dang-nhap`);
      await sound(page, `${language} sign-in`);
      await page.reload();
      await type_in(page, 'ten', person.login);
      await type_in(page, 'matkhau', 'sai mat khau');
      await enter(page);
      await sound(page, `${language} sign-in, wrong`);
      assert.equal(await page.inputValue('#f-ten'), person.login, 'the name is kept');
      assert.equal(await page.inputValue('#f-matkhau'), '', 'the password is not');
      await tab_to(page, '#f-matkhau');
      await page.keyboard.type(person.first);
      await enter(page);
      await sound(page, `${language} first password`);
      await type_in(page, 'moi', 'ngan');
      await type_in(page, 'lai', 'ngan');
      await enter(page);
      await sound(page, `${language} first password, short`);
      await page.reload();
      await type_in(page, 'moi', person.password);
      await type_in(page, 'lai', person.password);
      await enter(page);
      await sound(page, `${language} app`);
      assert.ok(await page.locator('img[src$="ma.svg"]').evaluate((img) => img.complete && img.naturalWidth > 0), 'the code is drawn');
      person.seed = (await page.locator('.mc-seed').innerText()).replace(/\s/g, '');
      await type_in(page, 'ma', totp(person.seed, Date.now() / 1000));
      await enter(page);
      await sound(page, `${language} recovery codes`);
      assert.equal(await page.locator('li.mc-code').count(), 10);
      await page.goto(`${base}/can-bo`);
      await sound(page, `${language} home`);
      await tab_to(page, '.mc-who button');
      await enter(page);
      assert.equal(new URL(page.url()).pathname, `${base}/can-bo/dang-nhap`);
      await page.goBack();
      assert.doesNotMatch(await page.evaluate(() => document.body.innerText), /Lý Thị Thử Nghiệm/, 'the back button shows nothing');
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });
  await test(`${language}: my account, accounts, rights, substitutes`, async () => {
    const { context, page, problems, end } = await visit({ viewport: desktop, bypassCSP: true });
    try {
      const admin = await Officer.of('admin');
      await context.addCookies([{ name: 'staff', value: admin.jar.staff, url }]);
      const clerk = await Officer.of('clerk');
      const list = await admin.ask('/can-bo/nguoi-dung?q=clerk');
      const person = /href="(\/can-bo\/nguoi-dung\/\d+)"/.exec(list.body)[1];
      for (const [name, where] of Object.entries({
        'admin home': '/can-bo', account: '/can-bo/tai-khoan', password: '/can-bo/tai-khoan/mat-khau', 'other app': '/can-bo/tai-khoan/ung-dung',
        'recovery, none to show': '/can-bo/tai-khoan/ma-du-phong', people: '/can-bo/nguoi-dung', 'people, found none': '/can-bo/nguoi-dung?q=khong+co+ai',
        'new account': '/can-bo/nguoi-dung/moi', 'one account': person, grant: `${person}/quyen`, substitutes: '/can-bo/thay-mat',
      })) {
        const answer = await page.goto(base + where);
        assert.equal(answer.status(), 200, where);
        await sound(page, `${language} ${name}`);
      }
      await page.goto(`${base}/can-bo/nguoi-dung/moi`);
      await page.click('main form button');
      await sound(page, `${language} new account, wrong`);
      await context.clearCookies();
      await context.addCookies([{ name: 'staff', value: clerk.jar.staff, url }]);
      const no = await page.goto(`${base}/can-bo/nguoi-dung`);
      assert.equal(no.status(), 403);
      await sound(page, `${language} refused`);
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });
}
await close();
done();
