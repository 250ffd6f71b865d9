#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A kiosk that gives out tickets, too: what is scanned there (a receipt, an appointment, anything else), nobody there any
// more, the way back, and how it was to be read.
import fs from 'node:fs';
import { assert, done, test, url } from '../lib/tap.mjs';
import { dev, hidden, Officer } from '../lib/staff.mjs';
import { Device } from '../lib/device.mjs';
import { sql } from '../lib/reception.mjs';
import { close, open, visit } from './browser.mjs';
import { shot, sound } from './sound.mjs';

const upright = { width: 1080, height: 1920 };
const device = await Device.of('kiosk', 880);
const start = `${url}/kiosk/trang-dau`;
const ready = JSON.parse(fs.readFileSync(`${process.env.MOTCUA_TOP}/sql/sample/dossiers.json`, 'utf8')).items.find((d) => d.state === 'ready' && d.deliver_by === 'counter' && d.counter === 'TTHCC');

async function at(address, run, { clock } = {}) {
  const { page, context, problems, end } = await visit({ viewport: upright, hasTouch: true, serviceWorkers: 'block', bypassCSP: true });
  try {
    await context.addCookies([{ name: device.cookie, value: device.secret, url, httpOnly: true }]);
    await context.addInitScript(() => { window.print = () => {}; });
    if (clock) await page.clock.install();
    await page.goto(address);
    await page.locator('.mc-disp--scans, [data-kiosk-start]').waitFor();
    await run(page);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
}
// As fast as a scanner types.
const scan = (page, text) => page.evaluate((keys) => keys.forEach((key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: /\d/.test(key) ? `Digit${key}` : key, bubbles: true, cancelable: true }))), [...text, 'Enter']);
const scanned = async (page, text, wanted) => {
  await scan(page, text);
  await page.locator('[data-found]', { hasText: wanted }).waitFor();
};

// The code of an appointment of that morning, booked as a citizen does.
async function booked(day) {
  const [[slot, service]] = sql(`select s.id, v.id from appointment_slot s join service_group g on g.id = s.group_id join service v on v.group_id = g.id and v.is_active
    join device d on d.hall_id = g.hall_id where d.name = 'kiosk-880' and s.day = '${day}' and s.from_time = '09:00' and s.taken < s.capacity order by v.position limit 1`);
  const citizen = new Officer('127.0.9.77');
  const page = await citizen.ask(`/dat-lich?viec=${service}&ngay=${day}&gio=${slot}`);
  const answer = await citizen.ask('/dat-lich', { method: 'POST', form: { ...hidden(page.body, '/dat-lich'), email: '' } });
  return /mc-pass__code">(\d{4} \d{4} \d{4})</.exec((await citizen.ask(answer.to)).body)[1].replace(/ /g, '');
}

const day = sql("select ifnull(min(s.day), '-') from appointment_slot s join service_group g on g.id = s.group_id join device d on d.hall_id = g.hall_id where d.name = 'kiosk-880' and s.from_time = '09:00' and s.taken < s.capacity and s.day > curdate()")[0][0];
await dev('clock', `${day === '-' ? '2026-11-30' : day} 08:00`);
const code = day === '-' ? '' : await booked(day);
await dev('clock', `${day === '-' ? '2026-11-30' : day} 09:00`);
await open();

await test('a receipt, an appointment and anything else before the scanner, whatever is on the screen', () => at('/kiosk/lay-so', async (page) => {
  await page.locator('[data-group]').first().tap();
  await scanned(page, ready.lookup, 'Kết quả đã có');
  await sound(page, 'kiosk tickets scanned');
  await page.setViewportSize(upright);
  await page.locator('[data-leave]').tap();
  await page.locator('.mc-disp__start').waitFor();
  assert.ok(code, 'there is an appointment');
  await scanned(page, code, 'lịch hẹn');
  assert.equal(await page.locator('[data-found] .mc-take').count(), 1, 'and its ticket is one touch away');
  for (const text of ['1111222233334449', '9999888877776666', '000000000000', 'HELLO-WORLD-12345678']) {
    await scanned(page, text, 'Chưa đọc được mã này');
    assert.equal(new URL(page.url()).pathname, '/kiosk/lay-so');
  }
  await shot(page, 'kiosk tickets scanned nothing');
}));
await test('asked after 45 seconds, wiped after 60: to the first page, with nothing of the visit', () => at('/kiosk/lay-so', async (page) => {
  await page.locator('[data-view=l]').tap();
  await page.locator('[data-view=c]').tap();
  await page.locator('[data-group]').first().tap();
  await page.locator('.mc-step:target label').first().tap();
  await page.clock.runFor(44000);
  assert.ok(await page.locator('[data-idle-box]').isHidden());
  await page.clock.runFor(2000);
  assert.ok(await page.locator('[data-idle-box]').isVisible());
  await page.locator('[data-idle-stay]').tap();
  assert.equal(await page.locator('.mc-step:target input:checked').count(), 1, 'nothing is lost');
  await page.clock.runFor(46000);
  await page.clock.runFor(15000);
  await page.waitForURL(start);
  assert.deepEqual(await page.evaluate(() => [sessionStorage.length, document.cookie, /larger|contrast/.test(document.documentElement.className)]), [0, '', false]);
  await page.goto('/kiosk/lay-so');
  assert.equal(await page.locator('input:checked').count(), 0);
}, { clock: true }));
await test('what was scanned is wiped, too', () => at('/kiosk/lay-so', async (page) => {
  await scanned(page, ready.lookup, 'Kết quả đã có');
  await page.clock.runFor(46000);
  await page.clock.runFor(15000);
  await page.waitForURL(start);
}, { clock: true }));
await test('the way back is on the screen; the history of the browser keeps one place', () => at('/kiosk/trang-dau', async (page) => {
  const places = () => page.evaluate(() => history.length);
  const before = await places();
  await page.locator('.mc-entry').nth(2).tap();
  await page.waitForURL('**/kiosk/lay-so');
  await page.locator('.mc-disp--scans').waitFor();
  await page.locator('[data-group]').first().tap();
  await page.locator('.mc-step:target .mc-step__back').tap();
  await page.locator('.mc-disp__start').waitFor();
  await page.locator('[data-group]').nth(1).tap();
  await page.locator('.mc-step:target').waitFor();
  await page.locator('.mc-way__link--home').tap();
  await page.waitForURL(start);
  assert.equal(await places(), before);
}));
await test('larger letters, contrast and everything within reach: all of the ticket, in both languages', async () => {
  for (const base of ['', '/en'])
    await at(`${base}/kiosk/lay-so`, async (page) => {
      assert.equal(await page.locator('.mc-disp__tools').count(), 0, 'one bar is enough');
      for (const letter of ['l', 'c', 't']) await page.locator(`[data-view=${letter}]`).tap();
      const low = async (what) => {
        const top = await page.locator('main a:visible, main button:visible, main label:visible, .mc-foot a:visible, .mc-foot button:visible').evaluateAll((nodes) => Math.min(...nodes.map((node) => node.getBoundingClientRect().top + scrollY)));
        assert.ok(top >= upright.height / 3, `${what}: ${top}`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, what);
        await shot(page, `kiosk tickets ${base} ${what} low larger contrast`);
      };
      await low('start');
      await page.locator('[data-group]').first().tap();
      await low('step');
      await page.locator('.mc-step:target label').first().tap();
      await page.locator('.mc-step:target .mc-take').tap();
      await page.locator('.mc-turn__number').waitFor();
      await low('ticket');
    });
});
await close();
await dev('clock', 'real');
done();
