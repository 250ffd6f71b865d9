#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Devices of the hall in a browser: how one is let in by itself, what its pages tell the server, what they do when the
// server is away, and when they begin anew. MOTCUA_SHOTS names a folder for pictures.
import { assert, done, test, until, url } from '../lib/tap.mjs';
import { Device, hall } from '../lib/device.mjs';
import { sql } from '../lib/reception.mjs';
import { close, open, overflow, visit } from './browser.mjs';
import { sound } from './sound.mjs';

const touch = { width: 1080, height: 1920 };
const sizes = { kiosk: touch, board: { width: 1920, height: 1080 }, tablet: { width: 1024, height: 768 }, phone: { width: 320, height: 640 } };
const clear = () => sql("delete from device where state = 'asking'");
const approve = (code) => sql(`update device set state = 'approved', kind = 'kiosk', hall_id = ${hall().id}, name = 'ghep', approved_at = now(), pairing_code = null where pairing_code = '${code}'`);

hall();
await open();
for (const base of ['', '/en']) {
  await test(`${base || '/vi'}: a device without a keyboard asks, shows its code and goes on when it is approved`, async () => {
    clear();
    const { page, problems, end } = await visit({ viewport: touch, bypassCSP: true });
    try {
      await page.goto(`${base}/kiosk`);
      await page.waitForSelector('.mc-pair__code');
      const code = (await page.locator('.mc-pair__code').innerText()).replace(' ', '');
      assert.match(code, /^\d{6}$/);
      await sound(page, `${base} pairing`);
      approve(code);
      await page.waitForURL(`${url}${base}/kiosk/trang-dau`, { timeout: 10000 });
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });
}
await test('its code ends, and another one comes by itself', async () => {
  clear();
  const { page, end } = await visit({ viewport: touch });
  try {
    await page.goto('/kiosk');
    const first = await page.locator('.mc-pair__code').innerText();
    sql("update device set asked_at = asked_at - interval 15 minute where state = 'asking'");
    await page.waitForFunction((old) => document.querySelector('.mc-pair__code')?.innerText.match(/\d/) && document.querySelector('.mc-pair__code').innerText !== old, first, { timeout: 15000 });
    assert.equal(sql("select count(*) from device where state = 'asking'")[0][0], '1');
  } finally {
    await end();
  }
});
await test('without scripts a button asks, and a link looks again', async () => {
  clear();
  const { page, end } = await visit({ viewport: sizes.phone, scripts: false });
  try {
    await page.goto('/kiosk');
    await Promise.all([page.waitForNavigation(), page.click('main button')]);
    const code = (await page.locator('.mc-pair__code').innerText()).replace(' ', '');
    assert.ok(await overflow(page) <= 0);
    approve(code);
    await Promise.all([page.waitForNavigation(), page.click('[data-pair-again]')]);
    assert.equal(new URL(page.url()).pathname, '/kiosk/trang-dau');
  } finally {
    await end();
  }
});
await test('the code fits every screen and is read from afar', async () => {
  for (const [name, viewport] of Object.entries(sizes)) {
    clear();
    const { page, end } = await visit({ viewport });
    try {
      await page.goto('/kiosk');
      const code = page.locator('.mc-pair__code');
      await code.waitFor();
      assert.ok(await overflow(page) <= 0, name);
      const size = await code.evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
      assert.ok(size >= 0.09 * Math.min(viewport.width, viewport.height), `${name}: ${size}px`);
      const box = await code.boundingBox();
      assert.ok(box.x >= 0 && box.x + box.width <= viewport.width, name);
    } finally {
      await end();
    }
  }
});

// A page of an approved device, with its reports.
async function device(kind, n, scene) {
  const { page, context, problems, end } = await visit({ viewport: touch });
  const reports = [];
  page.on('request', (request) => request.url().endsWith('/kiosk/suc-khoe') && reports.push(new URLSearchParams(request.postData() || '')));
  try {
    const its = await Device.of(kind, n);
    await context.addCookies([{ name: its.cookie, value: its.secret, url }]);
    await page.goto('/kiosk/trang-dau');
    await page.waitForSelector('html[data-health-state=well]');
    await scene({ page, context, reports, problems });
  } finally {
    await end();
  }
}
const state = (page) => page.evaluate(() => window.MotcuaHealth.state);
await test('a page reports its release, its address and its clock', () => device('kiosk', 601, async ({ page, reports }) => {
  assert.equal(reports[0].get('trang'), '/kiosk/trang-dau');
  assert.equal(reports[0].get('ban'), await page.getAttribute('body', 'data-health-version'));
  assert.ok(Math.abs(Number(reports[0].get('dong-ho')) - Date.now()) < 60000);
  await page.evaluate(() => window.MotcuaHealth.printer('no_paper'));
  await until(() => sql("select printer from device where name = 'kiosk-601'")[0][0] === 'no_paper', 'the printer in the list');
  assert.ok(Math.abs(await page.evaluate(() => window.MotcuaHealth.driftMs)) < 3000);
}));
await test('two reports that do not arrive are said, and one that does again', () => device('kiosk', 602, async ({ page, context }) => {
  await page.evaluate(() => {
    window.states = [];
    document.addEventListener('motcua-health', (event) => window.states.push(event.detail.state));
  });
  await context.route('**/kiosk/suc-khoe', (route) => route.abort());
  await page.evaluate(() => window.MotcuaHealth.report());
  await page.waitForFunction(() => window.MotcuaHealth.state === 'lost', null, { timeout: 12000 });
  await context.unroute('**/kiosk/suc-khoe');
  await page.waitForFunction(() => window.MotcuaHealth.state === 'well', null, { timeout: 12000 });
  assert.deepEqual(await page.evaluate(() => window.states), ['lost', 'well']);
}));
await test('other settings load the page anew, in the size of letters that was set', () => device('kiosk', 603, async ({ page }) => {
  sql("update device set text_px = 40 where name = 'kiosk-603'");
  await Promise.all([page.waitForNavigation(), page.evaluate(() => window.MotcuaHealth.report())]);
  await page.waitForFunction(() => getComputedStyle(document.documentElement).fontSize === '40px');
}));
await test('nothing is loaded anew under the hands of somebody, nor while the server is away', () => device('kiosk', 604, async ({ page, context }) => {
  await page.mouse.click(5, 900);
  await page.evaluate(() => { window.stays = true; });
  sql("update device set text_px = 41 where name = 'kiosk-604'");
  await page.evaluate(() => new Promise((resolve) => {
    document.addEventListener('motcua-beat', resolve, { once: true });
    window.MotcuaHealth.report();
  }));
  await page.waitForTimeout(2500); // longer than the page looks around for work
  assert.equal(await page.evaluate(() => window.stays), true, 'somebody has just touched it');
  await context.route('**/kiosk/suc-khoe', (route) => route.abort());
  await page.evaluate(() => window.MotcuaHealth.report());
  await page.waitForFunction(() => window.MotcuaHealth.state === 'lost', null, { timeout: 12000 });
  assert.equal(await state(page), 'lost');
  assert.equal(await page.evaluate(() => window.stays), true);
}));
await test('shut out: within a beat it shows that and nothing else', () => device('kiosk', 605, async ({ page }) => {
  sql("update device set state = 'revoked' where name = 'kiosk-605'");
  await Promise.all([page.waitForNavigation(), page.evaluate(() => window.MotcuaHealth.report())]);
  await page.waitForSelector('[data-pair=revoked]');
}));
await close();
done();
