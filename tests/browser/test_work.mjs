#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Worklists, filters, finding and batches in a browser: every page in both languages accessible, valid and nowhere too wide;
// rows by keyboard; the same without scripts. MOTCUA_SHOTS names a folder for pictures.
import { assert, done, test, url } from '../lib/tap.mjs';
import { Officer } from '../lib/staff.mjs';
import { close, desktop, open, visit } from './browser.mjs';
import { sound } from './sound.mjs';

async function as(login, options = {}) {
  const officer = await Officer.of(login);
  const visitor = await visit({ viewport: desktop, bypassCSP: true, ...options });
  await visitor.context.addCookies([{ name: 'staff', value: officer.jar.staff, url }]);
  return visitor;
}
const focused = (page) => page.evaluate(() => document.activeElement?.closest('tr')?.rowIndex ?? 0);
const submit = async (page, act) => (await Promise.all([page.waitForNavigation(), act()]))[0];

await open();
for (const base of ['', '/en']) {
  const language = base ? 'en' : 'vi';
  await test(`${language}: every list of the manager and of the clerk`, async () => {
    for (const [login, wheres] of Object.entries({
      manager: { home: '/can-bo', unit: '/can-bo/viec', due: '/can-bo/viec?the=den-han', wait: '/can-bo/viec?the=cho-nguoi-dan', shelf: '/can-bo/viec?the=ke', done: '/can-bo/viec?the=da-xong', filter: '/can-bo/viec?the=don-vi&buoc=tham-dinh&loc=1' },
      clerk: { home: '/can-bo', mine: '/can-bo/viec', none: '/can-bo/viec?the=chua-nhan', find: '/can-bo/ho-so' },
    })) {
      const { page, problems, end } = await as(login);
      try {
        for (const [name, where] of Object.entries(wheres)) {
          const answer = await page.goto(base + where);
          assert.equal(answer.status(), 200, where);
          await sound(page, `${language} ${login} ${name}`);
        }
        assert.deepEqual(problems, []);
      } finally {
        await end();
      }
    }
  });
  await test(`${language}: finding by a common name shows a list, by nonsense says so`, async () => {
    const { page, problems, end } = await as('manager');
    try {
      await page.goto(`${base}/can-bo/viec`);
      await page.fill('#tim-ho-so', 'nguyen');
      const found = await submit(page, () => page.press('#tim-ho-so', 'Enter'));
      assert.equal(found.status(), 200);
      assert.equal(new URL(page.url()).search, '', 'nobody is named in the address');
      assert.ok(await page.locator('[data-rows] [data-row]').count() > 5);
      await sound(page, `${language} found`);
      await page.fill('#f-q', 'Khong Co Ai Ten Nay');
      await submit(page, () => page.press('#f-q', 'Enter'));
      assert.equal(await page.locator('[data-rows]').count(), 0);
      await sound(page, `${language} found none`);
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });
}
await test('several dossiers at once, without scripts: marked, chosen, looked over, done', async () => {
  const { page, problems, end } = await as('head', { scripts: false });
  try {
    await page.goto('/can-bo/viec?the=don-vi');
    const boxes = page.locator('input[name=chon]');
    assert.ok(await boxes.count() >= 2);
    for (let i = 0; i < await boxes.count(); i++) await boxes.nth(i).check();
    await submit(page, () => page.locator('.mc-work-batch button').click());
    const url_now = page.url();
    await page.locator('input[type=radio]').first().check();
    await submit(page, () => page.locator('main form button').first().click());
    assert.equal(page.url(), url_now);
    await page.selectOption('#f-nguoi', { index: 0 });
    await submit(page, () => page.locator('main form button').first().click());
    assert.match(new URL(page.url()).pathname, /^\/can-bo\/viec\/nhieu\/\d+$/);
    assert.match(await page.locator('main').innerText(), /Đã làm xong [1-9]\d* trong \d+ hồ sơ/);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});
await test('the pages of a batch', async () => {
  const { page, problems, end } = await as('approver');
  try {
    await page.goto('/can-bo/viec?the=don-vi');
    await page.locator('[data-all]').check();
    assert.ok(await page.locator('input[name=chon]').first().isChecked(), 'one box marks all');
    await submit(page, () => page.locator('.mc-work-batch button').click());
    await sound(page, 'batch choose');
    await page.locator('input[type=radio][value^="step:"]').first().check();
    await submit(page, () => page.locator('main form button').first().click());
    await sound(page, 'batch confirm');
    await submit(page, () => page.locator('main form button').first().click());
    await sound(page, 'batch done');
    await page.goto('/can-bo/viec?the=don-vi');
    await submit(page, () => page.locator('.mc-work-batch button').click());
    await sound(page, 'batch none');
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});
await test('rows by keyboard: arrows, Home, End, slash; Enter opens', async () => {
  const { page, problems, end } = await as('manager');
  try {
    await page.goto('/can-bo/viec?the=don-vi');
    assert.ok(await page.locator('[data-keys]').isVisible(), 'the keys are named');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), 1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), 3);
    await page.keyboard.press('ArrowUp');
    assert.equal(await focused(page), 2);
    await page.keyboard.press('End');
    assert.equal(await focused(page), 50);
    await page.keyboard.press('ArrowDown');
    assert.equal(await focused(page), 50, 'the last row stays');
    await page.keyboard.press('Home');
    assert.equal(await focused(page), 1);
    const href = await page.evaluate(() => document.activeElement.getAttribute('href'));
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'tim-ho-so');
    await page.keyboard.type('a/b');
    assert.equal(await page.inputValue('#tim-ho-so'), 'a/b', 'in the box it is a letter');
    await page.locator(`[data-row][href="${href}"]`).focus();
    await submit(page, () => page.keyboard.press('Enter'));
    assert.equal(new URL(page.url()).pathname, href);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});
await test('a scanner types a receipt code anywhere on a page: the dossier opens', async () => {
  const { page, end } = await as('manager');
  try {
    await page.goto('/can-bo/viec?the=don-vi');
    await submit(page, () => page.evaluate((keys) => {
      for (const key of keys) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }, [...'1111222233334440', 'Enter']));
    assert.match(new URL(page.url()).pathname, /^\/can-bo\/ho-so\/\d+$/);
  } finally {
    await end();
  }
});
await test('without scripts: tabs, filters, pages and finding all work', async () => {
  const { page, problems, end } = await as('manager', { scripts: false });
  try {
    await page.goto('/can-bo/viec');
    assert.ok(!await page.locator('[data-keys]').isVisible(), 'no keys are promised');
    const first = await page.locator('[data-row]').first().innerText();
    await submit(page, () => page.locator('a[rel=next]').click());
    assert.notEqual(await page.locator('[data-row]').first().innerText(), first);
    await submit(page, () => page.locator('a[rel=prev]').click());
    assert.equal(await page.locator('[data-row]').first().innerText(), first);
    await submit(page, () => page.locator('.mc-work-bar__link').first().click());
    const option = page.locator('#f-buoc option').nth(1);
    const n = Number(/\((\d+)\)/.exec(await option.innerText())[1]);
    await page.selectOption('#f-buoc', await option.getAttribute('value'));
    await submit(page, () => page.locator('.mc-work-filter__form button').click());
    assert.equal(await page.locator('[data-row]').count(), Math.min(n, 50), 'as many as the filter said');
    await page.fill('#tim-ho-so', '1111 2222 3333 4440');
    await submit(page, () => page.locator('.mc-find-box__button').click());
    assert.match(new URL(page.url()).pathname, /^\/can-bo\/ho-so\/\d+$/);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});
await close();
done();
