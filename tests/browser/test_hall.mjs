#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The pages of those who run a hall in a browser: accessible, valid, nowhere too wide; a hall of ten groups and twelve counters
// on one screen; what happens appears by itself. MOTCUA_SHOTS names a folder for pictures.
import { assert, done, test, until, url } from '../lib/tap.mjs';
import { sql } from '../lib/reception.mjs';
import { Officer } from '../lib/staff.mjs';
import { HallDay, afternoon, makeHall, retireHall } from '../lib/hall_day.mjs';
import { dev } from '../lib/instance.mjs';
import { close, desktop, open, visit } from './browser.mjs';
import { sound } from './sound.mjs';

const { today, ago } = await afternoon();
const names = { A: 'Tư pháp, hộ tịch', B: 'Doanh nghiệp, đầu tư', C: 'Xây dựng, nhà ở', D: 'Đất đai, môi trường', E: 'Giao thông, lái xe', G: 'Lao động, người có công', H: 'Y tế, an toàn thực phẩm', K: 'Giáo dục, văn hóa, thể thao', L: 'Nông nghiệp, công thương', Y: 'Nhận kết quả, hỏi đáp' };
const code = makeHall(`lon-${process.pid}`, { letters: Object.keys(names).join(''), names, counters: { 1: 'A', 2: 'A', 3: 'B', 4: 'CD', 5: 'D', 6: 'DE', 7: 'E', 8: 'G', 9: 'HK', 10: 'KL', 11: 'Y', 12: 'YL' } });
const officers = sql("select login from user where login like '%.%' order by id desc limit 10").flat();
const label = (letter, n) => `${letter}${String(n).padStart(3, '0')}`;

// Busy: everything a page can show at once.
function play() {
  const day = new HallDay(code, today);
  [1, 3, 4, 6, 7, 8, 9, 11].forEach((number, i) => day.counter(number, ago(100 + i), 'open', officers[i]));
  day.counter(10, ago(99), 'open', officers[8]).counter(10, ago(37), 'pause', officers[8], 'papers');
  const waiting = { A: [7, 22], B: [3, 12], C: [2, 25], D: [14, 47], E: [5, 18], H: [1, 3], K: [2, 33], L: [3, 35], Y: [4, 9] };
  const at = { A: 1, B: 3, C: 4, D: 6, E: 7, G: 8, Y: 11 };
  for (const [letter, number] of Object.entries(at)) {
    day.take(label(letter, 1), ago(80)).serve(label(letter, 1), ago(60 + number), number, { walk: 35, serve: 400 });
    if (letter !== 'G') day.take(label(letter, 2), ago(70)).serve(label(letter, 2), ago(3 + number), number, { walk: 40, ...(letter === 'A' ? { reason: 'chosen', passed: 2, note: 'Có con nhỏ đang sốt' } : {}) });
  }
  day.take('A040', ago(56)).serve('A040', ago(52), 1, { walk: 30 }).event('A040', ago(48), 'parked', { counter: 1 });
  for (const [letter, [n, longest]] of Object.entries(waiting)) for (let i = 0; i < n; i++) day.take(label(letter, i + 3), ago((longest * (n - i)) / n), { class: i % 5 === 3 ? 'elderly' : 'ordinary' });
  day.save();
}
const hall = Number(sql(`select id from hall where code = '${code}'`)[0][0]);
play();

async function as(login, options = {}) {
  const officer = await Officer.of(login);
  const visitor = await visit({ viewport: desktop, bypassCSP: true, ...options });
  await visitor.context.addCookies([{ name: 'staff', value: officer.jar.staff, url }]);
  return visitor;
}

await open();
try {
  for (const base of ['', '/en']) await test(`${base || 'vi'}: every page of a hall`, async () => {
    const { page, problems, end } = await as('manager');
    try {
      for (const where of ['/can-bo/sanh', `/can-bo/sanh?sanh=${code}`, `/can-bo/sanh/goi-y?sanh=${code}`, `/can-bo/sanh/cong-bang?sanh=${code}`, `/can-bo/sanh/cong-bang?sanh=${code}&ngay=2019-01-01`, `/can-bo/sanh/bao-cao?sanh=${code}`, `/can-bo/sanh/bao-cao?sanh=${code}&tu=x`, `/can-bo/sanh/phat-lai?sanh=${code}`, `/can-bo/sanh/phat-lai?sanh=${code}&ngay=2019-01-01`, `/can-bo/sanh/phat-lai?sanh=${code}&luc=x`]) {
        const answer = await page.goto(base + where);
        assert.ok([200, 422].includes(answer.status()), where);
        await sound(page, `hall ${base} ${where.replace(code, '')}`);
      }
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });
  await test('ten groups and twelve counters are seen without scrolling', async () => {
    const { page, end } = await as('manager');
    try {
      await page.goto(`/can-bo/sanh?sanh=${code}`);
      assert.equal(await page.locator('.mc-run__group').count(), 10);
      assert.equal(await page.locator('.mc-run__counter').count(), 12);
      for (const what of ['.mc-run__groups', '.mc-run__counters']) {
        const { y, height } = await page.locator(what).boundingBox();
        assert.ok(y + height <= desktop.height, `${what} ends at ${y + height}`);
      }
    } finally {
      await end();
    }
  });
  await test('what happens appears by itself; the keyboard stays where it is', async () => {
    const { page, problems, end } = await as('manager');
    try {
      await page.goto(`/can-bo/sanh?sanh=${code}`);
      await page.waitForFunction(() => document.documentElement.dataset.live === 'live');
      await page.locator('.mc-run__tabs a').first().focus();
      const people = () => page.locator('.mc-run__group').nth(3).locator('strong').first().innerText();
      const before = Number(await people());
      new HallDay(code, today).take('D050', ago(0)).save();
      await until(async () => Number(await people()) === before + 1, 'one more waits', 25000);
      assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Đang diễn ra');
      sql(`insert into panic_call (hall_id, user_id, at) select ${hall}, id, '${today} ${ago(0)}' from user where login = '${officers[0]}'`);
      await page.locator('.mc-run__panic').waitFor({ timeout: 25000 });
      assert.deepEqual(problems, []);
    } finally {
      sql(`update panic_call set ended_at = at, ended_by = user_id where hall_id = ${hall} and ended_at is null`);
      await end();
    }
  });
  await test('a day again: the slider leads to its time; without scripts there are steps', async () => {
    for (const scripts of [true, false]) {
      const { page, problems, end } = await as('manager', { scripts });
      try {
        await page.goto(`/can-bo/sanh/phat-lai?sanh=${code}`);
        const time = () => page.locator('#f-luc').inputValue();
        if (scripts) {
          assert.equal(await page.locator('[data-replay] output').innerText(), (await time()).slice(0, 5), 'it reaches the moment that is shown');
          await page.locator('[data-replay] input').focus();
          await Promise.all([page.waitForNavigation(), page.keyboard.press('Home')]);
          assert.equal(await time(), `${ago(107).slice(0, 5)}:00`);
        } else {
          assert.equal(await page.locator('[data-replay]').isVisible(), false);
          const before = await time();
          await Promise.all([page.waitForNavigation(), page.getByText('−5 phút').click()]);
          assert.notEqual(await time(), before);
        }
        assert.deepEqual(problems, []);
      } finally {
        await end();
      }
    }
  });
  await test('every counter says in one line each what it does and who is there, in both languages', async () => {
    const { page, end } = await as('manager');
    try {
      for (const base of ['', '/en']) {
        await page.goto(`${base}/can-bo/sanh?sanh=${code}`);
        const heights = await page.locator('.mc-run__counter').evaluateAll((nodes) => nodes.map((node) => Math.round(node.getBoundingClientRect().height)));
        assert.deepEqual([...new Set(heights)], [Math.min(...heights)], `${base}: ${heights}`);
      }
    } finally {
      await end();
    }
  });
  await test('on paper pages of a hall begin on the first sheet and have nothing to press or to type in', async () => {
    const { page, end } = await as('manager');
    try {
      await page.emulateMedia({ media: 'print' });
      for (const where of ['', '/goi-y', '/phat-lai', '/cong-bang', '/bao-cao']) {
        await page.goto(`/can-bo/sanh${where}?sanh=${code}`);
        const seen = await page.locator('main :is(input, select, button, .govuk-button, nav a)').evaluateAll((nodes) => nodes.filter((node) => node.checkVisibility() && node.type !== 'hidden').map((node) => node.outerHTML));
        assert.deepEqual(seen, [], where);
        if (await page.locator('.mc-run__grid').count()) assert.equal(await page.locator('.mc-run__grid').evaluate((node) => getComputedStyle(node).display), 'block', where);
      }
    } finally {
      await end();
    }
  });
} finally {
  await close();
  retireHall(code);
  await dev(['clock', 'real']);
}
done();
