#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Reception as a clerk works: one scan and a few keys, all on one screen; and the same without a script.
import { assert, done, test, url } from '../lib/tap.mjs';
import { cookie, sql } from '../lib/reception.mjs';
import { close, desktop, open, overflow, phone, visit } from './browser.mjs';
import { invalid, violations } from './faults.mjs';

const [name, ...rest] = (await cookie('clerk')).split('=');
const session = { name, value: rest.join('='), url };
let cards = 0;
const card = () => `0741901${String(process.pid % 1000).padStart(3, '0')}${String(cards++).padStart(2, '0')}|280123456|Nguyễn Thị Ngọc Ẩn|05031990|Nữ|Số 12, Yersin, Phú Cường, Thủ Dầu Một, Bình Dương|25072021`;

async function clerk(options = {}) {
  const visitor = await visit({ bypassCSP: true, ...options });
  await visitor.context.addCookies([session]);
  return visitor;
}

// A scanner is a keyboard that ends with Enter: one scan, however many characters.
async function scan(page, line) {
  await page.keyboard.insertText(line);
  await page.keyboard.press('Enter');
}

async function keys(page, counter, list) {
  for (const key of list) {
    await page.keyboard.press(key);
    counter.n++;
  }
}

const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.textContent.trim());
const in_sight = (page, selector) => page.locator(selector).evaluate((node) => {
  const box = node.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
});

await open();

await test('one scan and at most 25 keys receive a common dossier, without scrolling at 1366 × 768', async () => {
  const { page, problems, end } = await clerk({ viewport: desktop });
  try {
    const pressed = { n: 0 };
    await page.goto('/can-bo/tiep-nhan');
    assert.equal(await focused(page), 'f-quet', 'the first field has the focus');
    await scan(page, card());
    assert.equal(await page.inputValue('#f-ten'), 'Nguyễn Thị Ngọc Ẩn');
    assert.equal(await page.inputValue('#f-sinh'), '05/03/1990');
    assert.equal(await focused(page), 'f-dienthoai');
    await keys(page, pressed, [...'0912345678', 'Enter']);
    assert.equal(await focused(page), 'f-thutuc');
    await keys(page, pressed, ['t', 'l', 'Enter']);
    await page.waitForFunction(() => document.activeElement.id === 'giay-1');
    await page.waitForSelector('#hen-tra time');
    await keys(page, pressed, ['4']);
    assert.equal(await page.isChecked('#giay-4'), false, 'a digit unticks its paper');
    for (const selector of ['#f-quet', '.mc-reception__due time', '[data-save]']) assert.ok(await in_sight(page, selector), `${selector} in sight`);
    assert.ok(await page.evaluate(() => scrollY) === 0);
    await keys(page, pressed, ['Control+Enter']);
    await page.waitForURL(/\/can-bo\/ho-so\/\d+\/da-nhan$/);
    console.log(`# 1 scan and ${pressed.n} keys`);
    assert.ok(pressed.n <= 25, `${pressed.n} keys`);
    assert.equal(await focused(page), 'Hồ sơ tiếp theo');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/can-bo\/tiep-nhan$/);
    assert.equal(await focused(page), 'f-quet', 'ready for the next one');
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});

await test('what the procedure asks is there as soon as it is typed; ticks stay when other facts change', async () => {
  const { page, end } = await clerk();
  try {
    await page.goto('/can-bo/tiep-nhan?thutuc=tl');
    await page.uncheck('#giay-1');
    await page.fill('[name=chinh] >> nth=3', '5');
    await page.selectOption('#f-mien', 'ngheo');
    await page.waitForFunction(() => /Phải nộp\s+0\sđ/.test(document.querySelector('#le-phi .mc-reception__pay')?.textContent));
    assert.equal(await page.isChecked('#giay-1'), false);
    assert.equal(await page.inputValue('[name=chinh] >> nth=3'), '5');
    await page.fill('#f-thutuc', 'lltp');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('#thu-tuc').dataset.found === '3.000333');
    assert.ok(await page.isChecked('#giay-1'), 'another procedure has its own papers');
    await page.click('#hen-tra summary');
    assert.ok(await page.locator('#hen-tra tbody tr').count() >= 2, 'day by day');
  } finally {
    await end();
  }
});

await test('the second dossier of a person is noticed in the page, and takes one more tick', async () => {
  const { page, end } = await clerk();
  try {
    const line = card();
    for (const turn of [1, 2]) {
      await page.goto('/can-bo/tiep-nhan?thutuc=tl');
      await scan(page, line);
      if (turn === 2) {
        await page.waitForSelector('#f-trung');
        await page.keyboard.press('Control+Enter');
        await page.waitForSelector('.govuk-error-summary');
        assert.equal(await page.inputValue('#f-ten'), 'Nguyễn Thị Ngọc Ẩn');
        assert.deepEqual(await violations(page), []);
        await page.check('#f-trung');
      }
      await page.keyboard.press('Control+Enter');
      await page.waitForURL(/da-nhan$/);
    }
    assert.equal(sql(`select count(*) from party where identity_number = '${line.slice(0, 12)}'`)[0][0], '2');
  } finally {
    await end();
  }
});

await test('pressing twice saves once', async () => {
  const { page, end } = await clerk();
  try {
    const line = card();
    await page.goto('/can-bo/tiep-nhan?thutuc=tl');
    await scan(page, line);
    await page.locator('[data-save]').dblclick();
    await page.waitForURL(/da-nhan$/);
    assert.equal(sql(`select count(*) from party where identity_number = '${line.slice(0, 12)}'`)[0][0], '1');
  } finally {
    await end();
  }
});

await test('a wrong name is corrected with a reason, by keyboard', async () => {
  const { page, problems, end } = await clerk({ viewport: desktop });
  try {
    await page.goto('/can-bo/tiep-nhan?thutuc=tl');
    await scan(page, card());
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/da-nhan$/);
    const number = (await page.textContent('.mc-state__title .mc-nowrap')).trim();
    await page.click('text=Sửa thông tin');
    await page.waitForURL(/sua-tiep-nhan$/);
    assert.match(await page.textContent('h1'), /Sửa thông tin tiếp nhận/);
    assert.equal(await page.inputValue('#f-ten'), 'Nguyễn Thị Ngọc Ẩn');
    assert.ok(await page.isChecked('#giay-1'));
    await page.fill('#f-ten', 'Nguyễn Thị Ngọc Ân');
    await page.keyboard.press('Control+Enter');
    await page.waitForSelector('.govuk-error-summary');
    assert.match(await page.textContent('.govuk-error-summary'), /Ghi lý do sửa/);
    assert.deepEqual(await violations(page), []);
    await page.fill('#f-lydo', 'Gõ nhầm dấu của tên');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/da-nhan$/);
    assert.equal((await page.textContent('.mc-state__title .mc-nowrap')).trim(), number);
    assert.match(await page.textContent('.mc-received'), /Đã sửa 1 lần/);
    assert.match(await page.textContent('dl'), /Nguyễn Thị Ngọc Ân/);
    assert.deepEqual(problems.filter((line) => !/422/.test(line)), []);
  } finally {
    await end();
  }
});

await test('the next dossier of the same submitter begins with the person filled in', async () => {
  const { page, problems, end } = await clerk({ viewport: desktop });
  try {
    await page.goto('/can-bo/tiep-nhan?thutuc=tl');
    await scan(page, card());
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/da-nhan$/);
    await page.click('text=Nhận tiếp cho cùng người nộp');
    await page.waitForURL(/\?cung=\d+$/);
    assert.equal(await page.inputValue('#f-ten'), 'Nguyễn Thị Ngọc Ẩn');
    await page.fill('#f-thutuc', 'lltp');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#hen-tra time');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL(/da-nhan$/);
    assert.match(await page.textContent('main'), /Nhóm 2 hồ sơ cùng người nộp/);
    assert.deepEqual(await violations(page), []);
    await page.click('text=In danh sách của nhóm');
    await page.waitForURL(/nhan-theo-nhom/);
    assert.equal(await page.locator('tbody tr').count(), 2);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});

await test('without a script: scan and Enter, choose, save', async () => {
  const { page, end } = await clerk({ scripts: false });
  try {
    const line = card();
    await page.goto('/can-bo/tiep-nhan');
    await page.fill('#f-quet', line);
    await page.press('#f-quet', 'Enter');
    await page.waitForURL(/\/xem$/);
    assert.equal(await page.inputValue('#f-sodinhdanh'), line.slice(0, 12));
    await page.fill('#f-thutuc', 'trích lục hộ tịch');
    await page.press('#f-thutuc', 'Enter');
    await page.click('button[name=chon][value="2.000635"]');
    await page.waitForSelector('#hen-tra time');
    await page.click('[data-save]');
    await page.waitForURL(/da-nhan$/);
    assert.equal(sql(`select count(*) from party where identity_number = '${line.slice(0, 12)}'`)[0][0], '1');
  } finally {
    await end();
  }
});

for (const base of ['', '/en']) {
  await test(`the pages in ${base || 'Vietnamese'}: no accessibility violation, valid HTML, narrow windows`, async () => {
    const { page, problems, end } = await clerk();
    try {
      const [[id]] = sql('select max(id) from dossier where is_sample = 0');
      for (const path of ['/can-bo/tiep-nhan', '/can-bo/tiep-nhan?thutuc=tl', '/can-bo/tiep-nhan?thutuc=lltp', '/can-bo/tiep-nhan?thutuc=khai', `/can-bo/ho-so/${id}/da-nhan`, `/can-bo/ho-so/${id}/sua-tiep-nhan`, `/can-bo/tiep-nhan?cung=${id}`]) {
        await page.setViewportSize(desktop);
        const answer = await page.goto(base + path);
        assert.equal(answer.status(), 200, path);
        assert.deepEqual(await invalid(await answer.text()), [], path);
        for (const fold of await page.locator('main summary').all()) await fold.click();
        assert.deepEqual(await violations(page), [], path);
        await page.setViewportSize(phone);
        assert.ok(await overflow(page) <= 0, `${path} at 320 px`);
      }
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });
}

await close();
done();
