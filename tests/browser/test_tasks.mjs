#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What citizens come for, as some of them must do it: without scripts, with the
// keyboard alone, on a small phone, on paper.
import { assert, done, test } from '../lib/tap.mjs';
import { close, desktop, open, overflow, phone, visit } from './browser.mjs';
import { dossiers, fullest, longest } from './pages.mjs';

const showcase = dossiers.find((d) => d.number && d.state === 'processing');
const small = (text) => text.toLowerCase().normalize('NFC');

async function visitor(options, story) {
  const { page, problems, end } = await visit(options);
  try {
    await story(page);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
}

// Presses Tab until the focused element matches; a keyboard user has no other way.
async function tab_to(page, selector, most = 80) {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate((s) => document.activeElement?.matches(s), selector);
    if (found) return i + 1;
  }
  throw new Error(`no way to ${selector} by ${most} tabs`);
}

await open();

await test('without scripts: search from the home page, open a procedure, prepare, download the form', () =>
  visitor({ scripts: false }, async (page) => {
    await page.goto('/');
    await page.fill('input[name=q]', 'dang ky khai sinh');
    await page.locator('form[action$="/thu-tuc"] button').first().click();
    const first = page.locator('.mc-results a').first();
    assert.match(small(await first.innerText()), /đăng ký khai sinh/);
    await first.click();
    assert.match(small(await page.locator('h1').innerText()), /khai sinh/);
    await page.locator('a[href$="/chuan-bi"]').first().click();
    const box = page.locator('main input[type=checkbox]').first();
    await box.check();
    assert.ok(await box.isChecked());
    await page.goBack();
    const href = await page.locator('a[href$="/mau-don.pdf"]').first().getAttribute('href');
    const pdf = await page.request.get(href);
    assert.equal(pdf.status(), 200);
    assert.equal((await pdf.body()).subarray(0, 5).toString(), '%PDF-');
  }));

await test('without scripts: a dossier by its look-up code, then by its number', () =>
  visitor({ scripts: false }, async (page) => {
    await page.goto('/tra-cuu');
    await page.fill('input[name=ma]', showcase.lookup);
    await page.locator('main form button').click();
    assert.match(page.url(), /\/tra-cuu\/ho-so$/);
    assert.ok((await page.locator('main').innerText()).includes(showcase.number));
    await page.goto('/tra-cuu');
    await page.fill('input[name=ma]', showcase.number);
    await page.locator('main form button').click();
    await page.fill('input[name=so]', showcase.applicant.phone.slice(-4));
    await page.locator('main form button').click();
    assert.match(page.url(), /\/tra-cuu\/ho-so$/);
  }));

await test('without scripts: filters narrow and can be taken away again', () =>
  visitor({ scripts: false }, async (page) => {
    await page.goto('/thu-tuc?q=dang+ky');
    const filter = page.locator('.mc-facet a').first();
    if (!(await filter.isVisible())) await page.locator('.mc-facet summary').first().click();
    const wanted = Number((await filter.locator('.mc-facet__n').innerText()).replace(/\D/g, ''));
    await filter.click();
    const chip = page.locator('.mc-chip--on').first();
    assert.ok(await chip.isVisible(), 'the filter in force is shown');
    assert.ok(wanted > 0);
    await chip.click();
    assert.doesNotMatch(page.url(), /co-quan=|linh-vuc=|cap=|muc-do=|doi-tuong=/);
  }));

await test('keyboard alone: skip link, search with suggestions, open the first', () =>
  visitor({ viewport: desktop }, async (page) => {
    await page.goto('/');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute('href')), '#noi-dung');
    await tab_to(page, 'input[name=q]');
    await page.keyboard.type('ket hon');
    await page.waitForSelector('[role=listbox] [role=option]');
    await page.keyboard.press('ArrowDown');
    const active = await page.getAttribute('input[name=q]', 'aria-activedescendant');
    assert.ok(active, 'the suggestion is announced');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.match(page.url(), /\/thu-tuc/);
    assert.match(small(await page.locator('main').innerText()), /kết hôn/);
  }));

await test('keyboard alone: Escape closes the suggestions and keeps what was typed', () =>
  visitor({}, async (page) => {
    await page.goto('/thu-tuc');
    await page.locator('input[name=q]').focus();
    await page.keyboard.type('khai sinh');
    await page.waitForSelector('[role=listbox] [role=option]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('[role=listbox]', { state: 'hidden' });
    assert.equal(await page.inputValue('input[name=q]'), 'khai sinh');
  }));

await test('keyboard alone: every link and button shows its focus', () =>
  visitor({}, async (page) => {
    for (const address of ['/', '/thu-tuc?q=khai+sinh', `/thu-tuc/${fullest.code}`, '/tra-cuu']) {
      await page.goto(address);
      for (let i = 0; i < 25; i++) {
        await page.keyboard.press('Tab');
        const shown = await page.evaluate(() => {
          const e = document.activeElement;
          if (!e || e === document.body) return true;
          const s = getComputedStyle(e);
          const around = getComputedStyle(e, '::after'); // a card's link is as large as the card
          return s.outlineStyle !== 'none' || s.boxShadow !== 'none' || around.boxShadow !== 'none' || around.outlineStyle !== 'none' || s.backgroundColor === 'rgb(255, 194, 32)' || e.outerHTML.slice(0, 200);
        });
        assert.equal(shown, true, `${address}: no focus is seen on ${shown}`);
      }
    }
  }));

await test('keyboard alone: look up a dossier; the error summary takes the focus', () =>
  visitor({}, async (page) => {
    await page.goto('/tra-cuu');
    await tab_to(page, 'input[name=ma]');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.waitForFunction(() => document.activeElement?.closest('[role=alert], .govuk-error-summary') !== null);
    await tab_to(page, 'a[href="#f-ma"]', 3);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.name), 'ma');
    await page.keyboard.type(showcase.lookup);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    assert.match(page.url(), /\/tra-cuu\/ho-so(#|$)/);
  }));

await test('the link of the receipt opens the status and leaves no code in the history', () =>
  visitor({}, async (page) => {
    await page.goto(`/t/${showcase.lookup}`);
    assert.match(page.url(), /\/tra-cuu\/ho-so$/);
    await page.reload();
    assert.ok((await page.locator('main').innerText()).includes(showcase.number), 'reloading works');
    await page.locator('a[hreflang=en]').click();
    assert.match(page.url(), /\/en\/tra-cuu\/ho-so$/);
    assert.ok((await page.locator('main').innerText()).includes(showcase.number), 'so does the other language');
  }));

await test('names of 400 letters fit a phone', () =>
  visitor({ viewport: phone }, async (page) => {
    assert.ok(longest.name.length > 300, `${longest.name.length}`);
    await page.goto(`/thu-tuc/${longest.code}`);
    assert.equal(await overflow(page), 0);
    const shown = await page.locator('h1').evaluate((h) => ({ cut: h.scrollHeight > h.clientHeight + 2 || h.scrollWidth > h.clientWidth + 1, size: parseFloat(getComputedStyle(h).fontSize), line: parseFloat(getComputedStyle(h).lineHeight) }));
    assert.equal(shown.cut, false);
    assert.ok(shown.line / shown.size >= 1.3, 'stacked marks have room');
  }));

await test('what is pressed is large enough for a finger', () =>
  visitor({ viewport: phone }, async (page) => {
    for (const address of ['/', '/tra-cuu', '/thu-tuc?q=khai+sinh']) {
      await page.goto(address);
      const small_ones = await page.$$eval('button, input:not([type=hidden]):not([type=checkbox]), select, .mc-menu a', (list) =>
        list.filter((e) => e.offsetParent && e.getBoundingClientRect().height > 0 && e.getBoundingClientRect().height < 44).map((e) => `${e.tagName} ${e.className} ${e.getBoundingClientRect().height}`));
      assert.deepEqual(small_ones, [], address);
    }
  }));

await test('printing leaves the frame away and says where the sheet came from', () =>
  visitor({}, async (page) => {
    await page.goto(`/thu-tuc/${fullest.code}/chuan-bi`);
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('header nav').first().isVisible(), false);
    assert.equal(await page.locator('.mc-print-source').first().isVisible(), true);
    const pdf = await page.pdf({ format: 'A4' });
    assert.ok(pdf.length > 5000);
  }));

await test('nothing is stored in the browser', () =>
  visitor({}, async (page) => {
    await page.goto(`/t/${showcase.lookup}`);
    assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
    assert.equal(await page.evaluate(() => document.cookie), '', 'scripts see no cookie');
  }));

await close();
done();
