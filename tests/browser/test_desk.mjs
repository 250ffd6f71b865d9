#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The officer's counter in a browser: every state and question of it in both languages accessible, valid, nowhere too wide and on
// 1366 × 768 without scrolling, its big button always at the same place; a day by F9 alone, by a keypad alone, without scripts; the line in the head of other pages; the
// page that keeps itself up to date; the panic button. And the settings of halls.
import { assert, done, test, until, url } from '../lib/tap.mjs';
import { Officer, dev } from '../lib/staff.mjs';
import { Desk, day, makeHall, one, retireHall, take, ticket } from '../lib/desk.mjs';
import { close, desktop, open, visit } from './browser.mjs';
import { sound } from './sound.mjs';

const code = makeHall(`ban-${process.pid}`);
await dev('clock', `${day} 09:00`);

async function as(login, options = {}) {
  const officer = await Officer.of(login);
  const visitor = await visit({ viewport: desktop, bypassCSP: true, ...options });
  await visitor.context.addCookies([{ name: 'staff', value: officer.jar.staff, url }]);
  return visitor;
}
const submit = async (page, act) => (await Promise.all([page.waitForNavigation(), act()]))[0];
const label = async (page) => (await page.locator('.mc-desk__label').count() ? page.locator('.mc-desk__label').first().innerText() : '');
const fits = async (page, name) => assert.ok(await page.evaluate(() => document.documentElement.scrollHeight) <= desktop.height, `${name}: no scrolling`);
const main = (page) => page.locator('[data-main]').innerText();

await open();
for (const base of ['', '/en']) {
  const language = base ? 'en' : 'vi';
  await test(`${language}: every state and question of the counter`, async () => {
    const { page, problems, end } = await as('son.na');
    const places = new Map();
    const look = async (where, name, status = 200) => {
      const answer = await page.goto(`${base}/can-bo/quay${where}`);
      assert.equal(answer.status(), status, name);
      await fits(page, name);
      if (await page.locator('[data-main]').count()) places.set(name, await page.locator('[data-main]').evaluate((button) => Object.values(button.getBoundingClientRect().toJSON()).map(Math.round).join()));
      await sound(page, `${language} desk ${name}`);
    };
    try {
      for (let n = 1; n <= 9; n++) take(code, `A0${base ? 2 : 1}${n}`, n > 8 ? '07:01' : `08:0${n}`, n % 4 === 0 ? 'elderly' : 'ordinary');
      for (let n = 1; n <= 3; n++) take(code, `B0${base ? 2 : 1}${n}`, `08:1${n}`, n === 2 ? 'small_child' : 'ordinary');
      await look('', 'choose');
      await submit(page, () => page.click('[data-counter="2"]'));
      await look('', 'idle');
      await look('/tam-nghi', 'pause');
      await look('/nhom', 'groups');
      await look('/ban-giao', 'hand over');
      await look('/bao-dong', 'panic');
      await look('/so', 'find');
      await look('/so?so=777', 'found none');
      await look(`/so?so=${base ? 2 : 1}1`, 'found two');
      await look(`/goi?ve=${ticket(code, `A0${base ? 2 : 1}3`).id}`, 'choose a ticket');
      await page.click('[data-panel-in] .govuk-button');
      await sound(page, `${language} desk choose a ticket, wrong`);
      await page.goto(`${base}/can-bo/quay`);
      await submit(page, () => page.click('[data-main]'));
      await look('', 'called');
      await submit(page, () => page.click('[data-key="-"]'));
      assert.equal(await page.locator('[data-notice]').count(), 1);
      await fits(page, 'refused');
      await sound(page, `${language} desk refused`);
      await page.goto(`${base}/can-bo/quay`);
      await submit(page, () => page.click('[data-main]'));
      await look('', 'serving');
      await look('/gac', 'park');
      await look('/chuyen', 'transfer');
      await page.goto(`${base}/can-bo/quay/gac`);
      await page.fill('#f-ghichu', 'đi nộp phí và sao chụp giấy tờ còn thiếu');
      await submit(page, () => page.press('#f-ghichu', 'Enter'));
      await look('', 'parked');
      await page.goto(`${base}/can-bo/quay/tam-nghi`);
      await submit(page, () => page.locator('[data-choice]').nth(2).click());
      await look('', 'paused');
      assert.equal(places.size, 5);
      assert.equal(new Set(places.values()).size, 1, `the button stands still: ${[...places].join(' ')}`);
      for (const where of ['/can-bo', '/can-bo/tiep-nhan', '/can-bo/thanh']) {
        await page.goto(base + where);
        assert.equal(await page.locator('.mc-bar').count(), 1, where);
        await sound(page, `${language} line on ${where}`);
      }
      await page.goto(`${base}/can-bo/quay`);
      await submit(page, () => page.click('.mc-desk__session form button'));
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });
  await test(`${language}: settings of halls`, async () => {
    const { page, problems, end } = await as('manager');
    try {
      const root = `/can-bo/sanh/cai-dat/${code}`;
      const group = one(`select g.id from service_group g join hall h on h.id = g.hall_id where h.code = '${code}' and g.letter = 'B'`);
      const service = one(`select min(id) from service where group_id = ${group}`);
      const counter = one(`select c.id from counter c join hall h on h.id = c.hall_id where h.code = '${code}' and c.number = 2`);
      for (const [name, where] of Object.entries({ halls: '/can-bo/sanh/cai-dat', hall: root, 'new hall': '/can-bo/sanh/cai-dat/moi', rules: `${root}/sua`, group: `${root}/nhom/${group}`, 'new group': `${root}/nhom/moi`, service: `${root}/nhom/${group}/dich-vu/${service}`, 'new service': `${root}/nhom/${group}/dich-vu/moi`, counter: `${root}/quay/${counter}`, 'new counter': `${root}/quay/moi` })) {
        assert.equal((await page.goto(base + where)).status(), 200, where);
        await sound(page, `${language} settings ${name}`);
      }
      await page.goto(`${base}${root}/nhom/moi`);
      await submit(page, () => page.click('main form button'));
      await sound(page, `${language} settings, wrong`);
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });
}
await test('a day by F9 alone: called, there, done and the next', async () => {
  const { page, problems, end } = await as('son.na');
  try {
    await page.goto('/can-bo');
    await page.keyboard.press('F9');
    assert.match(await page.evaluate(() => document.activeElement.getAttribute('href')), /\/can-bo\/quay$/, 'F9 leads to the counter from any page');
    await submit(page, () => page.keyboard.press('Enter'));
    await page.keyboard.press('Numpad1');
    await submit(page, () => page.keyboard.press('NumpadEnter'));
    assert.match(await page.locator('h1').innerText(), /Quầy 1/, 'opened by its number');
    const called = [];
    for (let n = 0; n < 3; n++) {
      assert.match(await main(page), n ? /Xong, gọi số tiếp theo/ : /^Gọi số tiếp theo/);
      await submit(page, () => page.keyboard.press('F9'));
      called.push(await label(page));
      assert.match(await main(page), /Người dân đã đến/);
      await submit(page, () => page.keyboard.press('F9'));
    }
    assert.equal(new Set(called).size, 3);
    assert.equal(ticket(code, called[0]).state, 'done');
    assert.equal(ticket(code, called[2]).state, 'serving');
    assert.match(await page.title(), new RegExp(`^${called[2]} · Quầy 1`));
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});
await test('by a keypad alone: done, the next, called again, nobody came, a chosen number with its reason', async () => {
  const { page, problems, end } = await as('son.na');
  try {
    await page.goto('/can-bo/quay');
    assert.ok(await page.locator('[data-keys]').isVisible(), 'the keys are named');
    await submit(page, () => page.keyboard.press('NumpadDivide'));
    assert.equal(await label(page), '');
    await submit(page, () => page.keyboard.press('NumpadAdd'));
    const first = await label(page);
    await submit(page, () => page.keyboard.press('NumpadMultiply'));
    assert.equal(ticket(code, first).calls, 2);
    assert.match(await page.locator('[data-miss]').innerText(), /Được ghi vắng sau \d+ giây nữa/);
    await dev('clock', `${day} 09:02`);
    await page.goto('/can-bo/quay');
    assert.equal(await page.locator('[data-miss]').count(), 0);
    await submit(page, () => page.keyboard.press('NumpadSubtract'));
    assert.equal(ticket(code, first).state, 'missed');
    take(code, 'A095', '08:59');
    for (const key of ['Numpad9', 'Numpad5']) await page.keyboard.press(key);
    assert.equal(await page.locator('[data-typed]').innerText(), '95');
    await submit(page, () => page.keyboard.press('NumpadEnter'));
    assert.match(page.url(), /\/quay\/goi\?ve=/);
    await page.keyboard.press('Numpad4');
    await page.keyboard.press('NumpadEnter');
    assert.ok(await page.locator('input[value=sot]').isChecked(), 'the fourth reason');
    await submit(page, () => page.keyboard.press('NumpadEnter'));
    assert.equal(await label(page), 'A095');
    assert.match(await page.locator('.mc-desk__reason').innerText(), /Gọi trước vì: Bị sót hoặc lấy nhầm nhóm/);
    await page.click('[data-keypad]');
    await page.keyboard.press('NumpadMultiply');
    assert.equal(ticket(code, 'A095').calls, 1, 'switched off, it does nothing');
    await page.click('[data-keypad]');
    await submit(page, () => page.keyboard.press('NumpadEnter'));
    assert.equal(ticket(code, 'A095').state, 'serving');
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});
await test('the line in the head: F9 twice goes on with the queue, and what was typed stays', async () => {
  const { page, problems, end } = await as('son.na');
  try {
    await page.goto('/can-bo/tiep-nhan');
    assert.equal(await page.locator('.mc-bar__label').innerText(), 'A095');
    await page.fill('#f-ten', 'Nguyễn Thị Đang Gõ');
    await page.keyboard.press('F9');
    assert.ok(await page.evaluate(() => document.activeElement.matches('[data-bar-main]')), 'the first press only goes there');
    assert.equal(ticket(code, 'A095').state, 'serving');
    await page.keyboard.press('F9');
    await page.waitForFunction(() => document.querySelector('.mc-bar__label')?.innerText !== 'A095');
    assert.equal(ticket(code, 'A095').state, 'done');
    const next = await page.locator('.mc-bar__label').innerText();
    assert.equal(ticket(code, next).state, 'called');
    assert.equal(await page.inputValue('#f-ten'), 'Nguyễn Thị Đang Gõ');
    assert.ok(await page.evaluate(() => document.activeElement.matches('[data-bar-main]')), 'ready for the next press');
    await page.keyboard.press('F9');
    await page.waitForFunction(() => /Đang phục vụ/.test(document.querySelector('.mc-bar__state')?.innerText));
    const other = await Desk.at('son.na');
    await other.press('/xong');
    await page.keyboard.press('F9');
    await page.waitForFunction(() => document.querySelector('[data-bar-said]')?.innerText.includes('Đây là tình trạng hiện nay'));
    assert.equal(await page.locator('.mc-bar__label').count(), 0, 'the line is as things are');
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});
await test('the page follows what others do within two seconds, and leaves a question alone', async () => {
  const { page, problems, end } = await as('son.na');
  try {
    await page.goto('/can-bo/quay');
    await page.waitForFunction(() => document.documentElement.dataset.live === 'live');
    const waiting = () => page.locator('.mc-desk__queues strong').first().innerText();
    const before = Number(await waiting());
    assert.ok(before > 0);
    const giang = await Desk.at('giang.bq', code, 2);
    const leaves = (label_of) => giang.press('/huy', {}, `/goi?ve=${ticket(code, label_of).id}`);
    const [first, second] = await page.locator('.mc-desk__next strong').allInnerTexts();
    const start = Date.now();
    await leaves(first);
    await until(async () => Number(await waiting()) === before - 1, 'the queue on the page', 5000);
    assert.ok(Date.now() - start < 3000, `${Date.now() - start} ms`);
    await page.goto('/can-bo/quay/tam-nghi');
    await page.waitForFunction(() => document.documentElement.dataset.live === 'live');
    await leaves(second);
    await until(async () => Number(await waiting()) === before - 2, 'the queue beside the question', 5000);
    assert.ok(await page.locator('[data-choice]').first().isVisible(), 'the question stays');
    await giang.close();
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});
await test('the panic button by two presses within two seconds; the band appears and goes by itself', async () => {
  const officer = await as('son.na');
  const head = await as('lien.np2');
  try {
    await head.page.goto('/can-bo/viec');
    await officer.page.goto('/can-bo/tiep-nhan');
    await officer.page.fill('#f-ten', 'Nguyễn Thị Đang Gõ');
    await officer.page.keyboard.press('Control+F9');
    assert.match(await officer.page.locator('[data-panic-text]').innerText(), /Bấm lần nữa/);
    assert.equal(await head.page.locator('.mc-alarm').count(), 0);
    await officer.page.waitForFunction(() => !/Bấm lần nữa/.test(document.querySelector('[data-panic-text]').innerText));
    assert.equal(one('select count(*) from panic_call where ended_at is null'), '0', 'one press is none');
    await officer.page.keyboard.press('Control+F9');
    await officer.page.keyboard.press('Control+F9');
    await head.page.waitForSelector('.mc-alarm', { timeout: 5000 });
    assert.match(await head.page.locator('.mc-alarm').innerText(), /BÁO ĐỘNG Quầy 1, Hộ tịch[\s\S]*Nguyễn Anh Sơn/);
    assert.equal(await officer.page.inputValue('#f-ten'), 'Nguyễn Thị Đang Gõ', 'nothing spectacular happens at the counter');
    await sound(head.page, 'alarm');
    const supervisor = await as('supervisor');
    await supervisor.page.goto('/can-bo/bao-dong');
    await sound(supervisor.page, 'alarms');
    await submit(supervisor.page, () => supervisor.page.click('.mc-alarm button'));
    await supervisor.end();
    await head.page.waitForFunction(() => !document.querySelector('.mc-alarm'), null, { timeout: 5000 });
    assert.deepEqual([...officer.problems, ...head.problems], []);
  } finally {
    await officer.end();
    await head.end();
  }
});
await test('without scripts: everything by links and forms', async () => {
  const { page, problems, end } = await as('son.na', { scripts: false });
  try {
    take(code, 'A096', '08:20');
    await page.goto('/can-bo/quay');
    assert.ok(!await page.locator('[data-keys]').isVisible(), 'no keys are promised');
    await submit(page, () => page.click('[data-main]'));
    const called = await label(page);
    await submit(page, () => page.click('[data-key="*"]'));
    await submit(page, () => page.click('[data-main]'));
    await submit(page, () => page.click('a[href$="/gac"]'));
    await page.fill('#f-ghichu', 'sao chụp');
    await submit(page, () => page.press('#f-ghichu', 'Enter'));
    assert.equal(ticket(code, called).state, 'parked');
    await submit(page, () => page.locator('.mc-desk__aside button').first().click());
    assert.equal(await label(page), called);
    await submit(page, () => page.click('a[href$="/chuyen"]'));
    await page.locator('input[name=nhom]').first().check();
    await submit(page, () => page.click('[data-panel-in] button[type=submit]'));
    assert.equal(ticket(code, called).state, 'waiting');
    await page.fill('#so-khac', 'A096');
    await submit(page, () => page.press('#so-khac', 'Enter'));
    if (await page.locator('[data-panel-in] input[value=hen]').count()) {
      await page.check('input[value=hen]');
      await submit(page, () => page.click('[data-panel-in] button[type=submit]'));
    }
    await page.goto('/can-bo/tiep-nhan');
    await submit(page, () => page.click('[data-bar-main]'));
    assert.equal(new URL(page.url()).pathname, '/can-bo/tiep-nhan', 'back to the page the line stands on');
    await page.goto('/can-bo/quay');
    await submit(page, () => page.click('[data-key="/"]'));
    await submit(page, () => page.click('a[href$="/bao-dong"]'));
    assert.match(await page.locator('main').innerText(), /kèm vị trí của bạn: Quầy 1/);
    await page.goto('/can-bo/quay');
    await submit(page, () => page.click('.mc-desk__session form button'));
    assert.match(await page.locator('h1').innerText(), /Chọn quầy/);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});
retireHall(code);
await dev('clock', 'real');
await close();
done();
