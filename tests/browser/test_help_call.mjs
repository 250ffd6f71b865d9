#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A visitor calls for help at a kiosk and at a dispenser, an officer goes there; and what the machine says when nobody
// comes, when the visit is wiped, and when the server is away. An alarm looks and sounds otherwise.
import { assert, done, test, until, url } from '../lib/tap.mjs';
import { dev, Officer } from '../lib/staff.mjs';
import { Device } from '../lib/device.mjs';
import { sql } from '../lib/reception.mjs';
import { close, open, visit } from './browser.mjs';
import { shot, sound } from './sound.mjs';

const upright = { width: 1080, height: 1920 };
const kiosk = await Device.of('kiosk', 870);
const dispenser = await Device.of('dispenser', 871);
const quiet = () => sql('update panic_call set ended_at = at where ended_at is null and device_id is not null; update panic_call set ended_at = at, ended_by = user_id where ended_at is null and user_id is not null');

async function at(device, where, { clock, ...options } = {}) {
  const visitor = await visit({ viewport: upright, hasTouch: true, serviceWorkers: 'block', ...options });
  await visitor.context.addCookies([{ name: device.cookie, value: device.secret, url }]);
  if (clock) await visitor.page.clock.install();
  await visitor.page.goto(where);
  return visitor;
}
async function officer(login) {
  const { jar } = await Officer.of(login);
  const visitor = await visit({ viewport: { width: 1366, height: 768 } });
  await visitor.context.addCookies(Object.entries(jar).map(([name, value]) => ({ name, value, url })));
  await visitor.page.goto('/can-bo');
  return visitor;
}
const call = async (page) => {
  await page.locator('[data-help]').tap();
  await page.locator('[data-help-do=goi]:visible').tap();
};
const line = (page, state) => page.locator(`[data-help-line][data-state=${state}]:visible`).waitFor({ timeout: 10000 });
const rang = (page, kind) => page.waitForFunction((wanted) => document.documentElement.dataset.rang === wanted, kind);

await dev('clock', '2026-11-30 09:00');
quiet();
await open(['--autoplay-policy=no-user-gesture-required']);

for (const [kind, device, where] of [['kiosk', kiosk, '/kiosk/trang-dau'], ['dispenser', dispenser, '/kiosk/lay-so']])
  await test(`${kind}: two touches, a band with the place and two soft tones, somebody goes, the visitor sees it`, async () => {
    const visitor = await at(device, where);
    const clerk = await officer('clerk');
    try {
      await visitor.page.locator('[data-help]').tap();
      await sound(visitor.page, `${kind} help asked`);
      await visitor.page.locator('[data-help-do=goi]:visible').tap();
      await visitor.page.locator('[data-help-when~=called]:visible').first().waitFor();
      await shot(visitor.page, `${kind} help called`);
      await clerk.page.locator('.mc-alarm--help').waitFor({ timeout: 8000 });
      assert.match(await clerk.page.locator('.mc-alarm--help').innerText(), new RegExp(`Khách cần giúp tại ${kind}-87\\d`));
      await rang(clerk.page, 'help');
      await sound(clerk.page, `${kind} help band`);
      await visitor.page.locator('[data-close]:visible').tap();
      await line(visitor.page, 'called');
      await clerk.page.locator('[data-help-coming] button').click();
      await line(visitor.page, 'coming');
      await sound(visitor.page, `${kind} help coming`);
      await clerk.page.locator('[data-help-done] button').click();
      await visitor.page.locator('[data-help-line]').waitFor({ state: 'hidden', timeout: 10000 });
      assert.deepEqual([...visitor.problems, ...clerk.problems], []);
    } finally {
      quiet();
      await clerk.end();
      await visitor.end();
    }
  });
await test('the wipe ends the visit, not the call: the next page still says that somebody was called', async () => {
  const { page, problems, end } = await at(kiosk, '/kiosk/thu-tuc', { clock: true });
  try {
    await call(page);
    await page.locator('[data-help-when~=called]:visible').first().waitFor();
    await page.clock.runFor(46000);
    assert.ok(await page.locator('[data-idle-box]').isVisible(), 'the question whether somebody is there comes first');
    await page.clock.runFor(15000);
    await page.waitForURL('**/kiosk/trang-dau');
    await line(page, 'called');
    await page.locator('[data-help]').tap();
    await page.locator('[data-help-do=thoi]:visible').tap();
    await page.locator('[data-help-line]').waitFor({ state: 'hidden' });
    assert.equal(sql('select count(*) from panic_call where device_id is not null and ended_at is null')[0][0], '0');
    assert.deepEqual(problems, []);
  } finally {
    quiet();
    await end();
  }
});
await test('nobody comes: said after two minutes, with the way to the counter; then it may be called again', async () => {
  const { page, end } = await at(dispenser, '/kiosk/lay-so');
  try {
    await call(page);
    await line(page, 'called');
    await dev('clock', '2026-11-30 09:02');
    await line(page, 'late');
    assert.match(await page.locator('[data-help-box]').innerText(), /Chưa có ai trả lời[\s\S]*quầy hướng dẫn/);
    await dev('clock', '2026-11-30 09:10');
    await line(page, 'nobody');
    await page.locator('[data-help-do=goi]:visible').tap();
    await line(page, 'called');
  } finally {
    quiet();
    await dev('clock', '2026-11-30 09:00');
    await end();
  }
});
await test('without the server: nobody was called, and whom to go to', async () => {
  const { page, context, end } = await at(kiosk, '/kiosk/trang-dau');
  try {
    await context.setOffline(true);
    await call(page);
    await page.locator('[data-help-when~=away]:visible').first().waitFor();
    assert.match(await page.locator('[data-help-box]').innerText(), /chưa gọi được ai[\s\S]*quầy hướng dẫn[\s\S]*Tổng đài/);
    await shot(page, 'kiosk help away');
    await context.setOffline(false);
    await page.getByText('Gọi nhân viên đến đây').tap(); // it knows by itself that the server is back
    await line(page, 'called');
  } finally {
    quiet();
    await end();
  }
});
await test('an alarm beside it: red, three high tones, and nothing of it on the machine', async () => {
  const visitor = await at(kiosk, '/kiosk/trang-dau');
  const supervisor = await officer('supervisor');
  try {
    await call(visitor.page);
    await supervisor.page.locator('.mc-alarm--help').waitFor({ timeout: 8000 });
    sql("insert into panic_call (hall_id, user_id, at) select d.hall_id, u.id, '2026-11-30 09:00:00' from device d, user u where d.name = 'kiosk-870' and u.login = 'clerk'");
    await supervisor.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await supervisor.page.locator('.mc-alarm:not(.mc-alarm--help)').waitFor({ timeout: 8000 });
    await rang(supervisor.page, 'alarm');
    const colours = await supervisor.page.evaluate(() => ['.mc-alarm:not(.mc-alarm--help)', '.mc-alarm--help'].map((name) => getComputedStyle(document.querySelector(name)).backgroundColor));
    assert.notEqual(colours[0], colours[1]);
    assert.match(await supervisor.page.locator('.mc-alarm').first().innerText(), /BÁO ĐỘNG/);
    await sound(supervisor.page, 'alarm and help');
    await shot(supervisor.page, 'alarm and help');
    await line(visitor.page, 'called');
    assert.ok(await until(async () => sql("select count(*) from panic_call where ended_at is null")[0][0] === '2', 'both are open'));
  } finally {
    quiet();
    await supervisor.end();
    await visitor.end();
  }
});
await close();
await dev('clock', 'real');
done();
