#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A kiosk under fingers: finding, scanning, waiting too long, going back, hearing, and a server that is away.
// MOTCUA_SHOTS names a folder for pictures.
import { assert, done, test, until, url } from '../lib/tap.mjs';
import { dev } from '../lib/staff.mjs';
import { Device } from '../lib/device.mjs';
import { close, open, overflow, visit } from './browser.mjs';
import { Keys } from './keyboard/page.mjs';
import { shot, sound } from './sound.mjs';

const portrait = { width: 1080, height: 1920 };
const low = { width: 1280, height: 1024 };
const receipt = '1111222233334440';
const start = `${url}/kiosk/trang-dau`;
const device = await Device.of('kiosk', 821);

async function at(address, run, { clock, allow = /(?!)/, ...options } = {}) {
  const { page, context, problems, end } = await visit({ viewport: portrait, hasTouch: true, serviceWorkers: 'block', ...options });
  try {
    await context.addCookies([{ name: device.cookie, value: device.secret, url, httpOnly: true }]);
    if (clock) await page.clock.install();
    await page.goto(address);
    await run({ page, context });
    assert.deepEqual(problems.filter((line) => !allow.test(line)), []);
  } finally {
    await end();
  }
}

const key = (page, char) => page.locator(char === ' ' ? '.mc-key--space' : `[data-type="${char}"]`);
async function tap(page, text) {
  for (const char of text) await key(page, char).tap();
}
async function lookUp(page) {
  await tap(page, receipt);
  await page.locator('main button[type=submit]').tap();
  await page.waitForURL('**/kiosk/tra-cuu/ho-so');
}
const back = (page) => page.evaluate(() => history.length);

await dev('clock', '2026-11-26 09:00');
await open(['--autoplay-policy=no-user-gesture-required']);

await test('somebody types đăng ký khai sinh and reads what to bring', () => at('/kiosk/trang-dau', async ({ page }) => {
  await page.locator('.mc-entry').first().tap();
  await page.waitForURL('**/kiosk/thu-tuc');
  await page.locator('[data-way=telex]').tap();
  await tap(page, 'ddawng kys khai sinh');
  assert.equal(await page.inputValue('#f-q'), 'đăng ký khai sinh');
  const first = page.locator('.mc-hits__link').first();
  await page.waitForFunction(() => document.querySelector('.mc-hits__name')?.textContent === 'Đăng ký khai sinh');
  await shot(page, 'kiosk typed');
  await first.tap();
  await page.waitForURL('**/kiosk/thu-tuc/1.001193');
  assert.match(await page.locator('main').innerText(), /Giấy chứng sinh/);
  assert.ok(await page.locator('.mc-carry img').evaluate((image) => image.complete && image.naturalWidth > 0));
  await page.locator('.mc-way__link', { hasText: 'Quay lại' }).tap();
  await page.waitForURL('**/kiosk/thu-tuc');
  await tap(page, 'ket hon');
  await page.locator('main button[type=submit]').tap();
  await page.waitForURL('**/kiosk/thu-tuc?q=ket+hon');
  assert.ok(await page.locator('.mc-hits__link').count() > 1);
}));

await test('a receipt before the scanner: from any page, with the focus in a field, under Telex and VNI', async () => {
  for (const [address, way] of [['/kiosk/trang-dau', null], ['/kiosk/thu-tuc', 'telex'], ['/kiosk/thu-tuc', 'vni'], ['/kiosk/tra-cuu', null], ['/kiosk/thu-tuc/1.001193', null]])
    await at(address, async ({ page }) => {
      if (way) {
        await page.locator(`[data-way=${way}]`).tap();
        await tap(page, 'a');
      }
      const keys = await Keys.of(page);
      await keys.type(receipt, 10, way === 'vni' ? 'Tab' : 'Enter');
      await page.waitForURL('**/kiosk/tra-cuu/ho-so');
      assert.match(await page.locator('main').innerText(), /Đang giải quyết/);
      assert.doesNotMatch(page.url(), /\d{8}/);
    });
});

await test('a code that is wrong stays to be mended; a dossier number asks for four digits', () => at('/kiosk/tra-cuu', async ({ page }) => {
  await tap(page, '1111222233334441');
  await page.locator('main button[type=submit]').tap();
  await page.locator('.mc-notice--warning').waitFor();
  assert.equal(await page.inputValue('#f-ma'), '1111222233334441');
  await page.locator('[data-do=erase]').tap();
  await tap(page, '0');
  await page.locator('main button[type=submit]').tap();
  await page.waitForURL('**/kiosk/tra-cuu/ho-so');
  await page.goto('/kiosk/tra-cuu?chu=1');
  await page.fill('#f-ma', 'H09.99-991231-4321');
  await page.locator('main button[type=submit]').tap();
  await page.locator('#f-so').waitFor();
  await tap(page, '12345');
  assert.equal(await page.inputValue('#f-so'), '1234');
}));

await test('nobody there: asked after 45 seconds, more time is given, wiped after 60', () => at('/kiosk/tra-cuu', async ({ page, context }) => {
  await page.evaluate(() => sessionStorage.setItem('keyboard-way', 'telex'));
  await page.locator('[data-view=l]').tap();
  await lookUp(page);
  // From here on no time passes by itself, however busy the machine is; the last touch is now.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  await page.locator('h1').tap();
  await page.clock.runFor(44000);
  assert.ok(await page.locator('[data-idle-box]').isHidden());
  await page.clock.runFor(2000);
  assert.ok(await page.locator('[data-idle-box]').isVisible());
  assert.match(await page.locator('[data-idle-left]').innerText(), /^1[45]$/);
  await shot(page, 'kiosk idle');
  await page.locator('[data-idle-stay]').tap();
  await page.clock.runFor(44000);
  assert.ok(await page.locator('[data-idle-box]').isHidden(), 'a whole period more');
  assert.match(page.url(), /ho-so$/);
  await page.clock.runFor(2000);
  await page.locator('[data-idle-box]').waitFor();
  await page.clock.runFor(15000);
  await page.waitForURL(start);
  assert.deepEqual(await page.evaluate(() => [sessionStorage.length, document.cookie, document.documentElement.className.includes('larger')]), [0, '', false]);
  assert.deepEqual((await context.cookies()).map((c) => c.name), [device.cookie]);
}, { clock: true }));

await test('a clock that is set back keeps nothing longer', () => at('/kiosk/tra-cuu', async ({ page }) => {
  await lookUp(page);
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  await page.locator('h1').tap();
  await page.clock.setSystemTime(await page.evaluate(() => Date.now() - 3600000));
  await page.clock.runFor(46000);
  await page.locator('[data-idle-box]').waitFor();
  await page.clock.runFor(15000);
  await page.waitForURL(start);
}, { clock: true }));

await test('a code that is none of ours presses nothing and is answered; so is an identity card', async () => {
  for (const text of ['https://evil.example/abc?x=1 2', '001099012345|123456789|Nguyen Van A|01011990|Nam'])
    await at('/kiosk/trang-dau', async ({ page }) => {
      await page.locator('[data-help]').focus();
      const keys = await Keys.of(page);
      await keys.type(text, 10, 'Enter');
      await page.getByText('Chưa tìm thấy hồ sơ này').waitFor();
      assert.ok(await page.locator('[data-help-box]').isHidden(), text);
      assert.equal(await page.inputValue('#f-ma'), '');
      assert.equal(await page.locator('main').evaluate((main) => /evil|Nguyen|123456789/.test(main.innerHTML)), false);
    });
});

await test('two receipts one after the other: the second is shown, however late the answer to the first', () => at('/kiosk/trang-dau', async ({ page }) => {
  let free;
  const late = new Promise((resolve) => { free = resolve; });
  let asked = 0;
  await page.route('**/kiosk/tra-cuu', async (route) => {
    asked += 1;
    if (asked === 1) await late;
    await route.continue().catch(() => {}); // given up meanwhile
  });
  const keys = await Keys.of(page);
  await keys.type(receipt, 10, 'Enter');
  await until(() => asked === 1, 'the first question');
  await keys.type('9999888877776666', 10, 'Enter');
  await page.getByText('Chưa tìm thấy hồ sơ này').waitFor();
  free();
  await page.evaluate(() => new Promise((resolve) => { setTimeout(resolve, 500); }));
  assert.equal(page.url(), start);
  assert.equal(await page.inputValue('#f-ma'), '9999888877776666');
}, { allow: /ERR_ABORTED/ }));

await test('going back leads to nothing of anybody', () => at('/kiosk/trang-dau', async ({ page }) => {
  const before = await back(page);
  await page.locator('.mc-entry').nth(1).tap();
  await page.waitForURL('**/kiosk/tra-cuu');
  await lookUp(page);
  await page.locator('main [data-idle-end]').tap();
  await page.waitForURL(start);
  assert.equal(await back(page), before, 'one place in the history for the whole visit');
  await page.goto('/kiosk/tra-cuu/ho-so');
  assert.equal(page.url(), `${url}/kiosk/tra-cuu`, 'its address opens no more');
  await page.goBack();
  assert.doesNotMatch(await page.locator('body').innerText(), /H09/);
}));

await test('at rest the first page asks nobody and wipes nothing; in English it goes back to Vietnamese', async () => {
  await at('/kiosk/trang-dau', async ({ page }) => {
    await page.evaluate(() => { window.same = true; });
    await page.clock.runFor(130000);
    assert.ok(await page.locator('[data-idle-box]').isHidden());
    assert.ok(await page.evaluate(() => window.same));
  }, { clock: true });
  await at('/en/kiosk/trang-dau', async ({ page }) => {
    await page.clock.runFor(46000);
    await page.clock.runFor(16000);
    await page.waitForURL(start);
  }, { clock: true });
});

await test('it speaks once it is asked to, and says so before', () => at('/kiosk/trang-dau', async ({ page }) => {
  await page.locator('[data-view=n]').tap();
  assert.ok(await page.locator('[data-listen-box]').isVisible());
  await page.locator('[data-listen-box] [data-close]').tap();
  await page.locator('.mc-entry').nth(1).tap();
  await page.waitForURL('**/kiosk/tra-cuu');
  await lookUp(page);
  await page.waitForFunction(() => document.documentElement.dataset.voice === 'speaking', null, { timeout: 15000 });
  await page.locator('[data-view=n]').tap();
  await page.waitForFunction(() => document.documentElement.dataset.voice === 'ready');
}, { allow: /204|voice/ }));

await test('muted until then', () => at('/kiosk/tra-cuu', async ({ page }) => {
  await lookUp(page);
  assert.equal(await page.evaluate(() => document.documentElement.dataset.voice), undefined);
}));

await test('help on every page: somebody can be called, and there is a number', async () => {
  for (const address of ['/kiosk/trang-dau', '/kiosk/thu-tuc', '/kiosk/thu-tuc/1.001193', '/kiosk/co-quan', '/kiosk/tra-cuu'])
    await at(address, async ({ page }) => {
      await page.locator('[data-help]').tap();
      const words = await page.locator('[data-help-box]').innerText();
      assert.match(words, /Gọi nhân viên đến đây/);
      assert.match(words, /Tổng đài: 1022/);
    });
});

await test('everything to be touched is 64 pixels large, and low enough when asked', async () => {
  for (const address of ['/kiosk/trang-dau', '/kiosk/thu-tuc', '/kiosk/thu-tuc?q=khai+sinh', '/kiosk/thu-tuc/1.001193', '/kiosk/co-quan', '/kiosk/tra-cuu'])
    for (const viewport of [portrait, low])
      await at(address, async ({ page }) => {
        await page.waitForFunction(() => !document.querySelector('[data-help]').hidden);
        const small = await page.locator('a:visible, button:visible, input:visible').evaluateAll((nodes) => nodes.filter((node) => {
          const { width, height } = node.getBoundingClientRect();
          return !node.classList.contains('mc-skip') && (width < 64 || height < 64);
        }).map((node) => node.outerHTML.slice(0, 90)));
        assert.deepEqual(small, [], address);
        assert.equal(await overflow(page), 0, address);
        const px = await page.locator('main').evaluate((main) => Math.min(...[...main.querySelectorAll('p, li, a, dd, dt, h1')].filter((n) => n.offsetParent).map((n) => parseFloat(getComputedStyle(n).fontSize))));
        assert.ok(px >= 24, `${address}: ${px}`);
        await page.locator('[data-view=t]').tap();
        const top = await page.locator('a:visible:not(.mc-skip), button:visible').evaluateAll((nodes) => Math.min(...nodes.map((node) => node.getBoundingClientRect().top)));
        assert.ok(top >= viewport.height / 3, `${address}: ${top}`);
        await shot(page, `kiosk low ${address} ${viewport.width}`);
      }, { viewport });
});

await test('on a low screen the last row of keys stands above the bar', async () => {
  for (const base of ['', '/en'])
    await at(`${base}/kiosk/thu-tuc`, async ({ page }) => {
      const bottom = (await page.locator('.mc-keyboard__row').last().boundingBox());
      assert.ok(bottom.y + bottom.height <= (await page.locator('.mc-foot').boundingBox()).y);
    }, { viewport: low });
});

await test('without the server: it says so, finds procedures, and looks up no dossier', async () => {
  const { page, context, end } = await visit({ viewport: portrait, hasTouch: true });
  try {
    await context.addCookies([{ name: device.cookie, value: device.secret, url, httpOnly: true }]);
    await page.goto('/kiosk/trang-dau');
    await until(() => page.evaluate(async () => (await Promise.all(['/kiosk/-da-giu', '/en/kiosk/-da-giu'].map((name) => caches.match(name)))).every(Boolean)), 'everything is kept', 20000);
    await context.setOffline(true);
    await page.goto('/kiosk/thu-tuc');
    await page.locator('[data-offline-list][data-ready]').waitFor();
    assert.match(await page.locator('main').innerText(), /Máy chủ đang tạm ngưng[^]*Bạn vẫn xem được thủ tục[^]*chưa tra cứu được hồ sơ/);
    const said = await page.locator('.mc-notice').boundingBox();
    assert.ok(said.height < 400, `what is said stands in lines: ${said.height} px`);
    await page.setViewportSize(low);
    const [keys, foot] = [await page.locator('.mc-keyboard').boundingBox(), await page.locator('.mc-foot').boundingBox()];
    assert.ok(keys.y + keys.height <= foot.y, `all keys above the bar: ${keys.y + keys.height} of ${foot.y} px`);
    await page.setViewportSize(portrait);
    await tap(page, 'khai sinh');
    await page.locator('.mc-hits__link', { hasText: /^Đăng ký khai sinh/ }).first().tap();
    assert.match(await page.locator('[data-kept]').innerText(), /Giấy chứng sinh/);
    await shot(page, 'kiosk offline');
    await page.goto('/en/kiosk/trang-dau');
    assert.match(await page.locator('h1').first().innerText(), /server is away/);
    await context.setOffline(false);
    await page.locator('[data-kiosk-start]').waitFor({ timeout: 20000 });
    assert.equal(page.url(), start, 'back by itself');
    await page.goto('/kiosk/tra-cuu');
    await context.setOffline(true);
    await tap(page, receipt);
    await page.locator('main button[type=submit]').tap();
    await page.locator('[data-kiosk-away]:visible').waitFor();
    const keptText = await page.evaluate(async () => {
      const cache = await caches.open('motcua-kiosk /kiosk/');
      return (await cache.keys()).map((request) => new URL(request.url).pathname);
    });
    assert.ok(keptText.every((name) => /^\/(?:static\/|kiosk\/(?:ngoai-tuyen|danh-sach|-da-giu|co-chu\/))/.test(name)), keptText.join(' '));
  } finally {
    await end();
  }
});

await test('closed in the evening, open again by itself in the morning', async () => {
  await dev('clock', '2026-11-26 20:30');
  await at('/kiosk/trang-dau', async ({ page }) => {
    assert.match(await page.locator('[data-kiosk-closed]').innerText(), /thứ Sáu 27\/11\/2026/);
    await shot(page, 'kiosk closed');
    await dev('clock', '2026-11-27 08:00');
    await page.evaluate(() => window.MotcuaHealth.report());
    await page.locator('.mc-entry[href$="/kiosk/lay-so"]').waitFor({ timeout: 15000 });
  });
  await dev('clock', '2026-11-26 09:00');
});

for (const [base, view] of [['', ''], ['', 'c'], ['/en', '']])
  await test(`${base || '/vi'} ${view}: every page is sound`, async () => {
    for (const address of ['/kiosk/trang-dau', '/kiosk/thu-tuc', '/kiosk/thu-tuc?q=khai+sinh', '/kiosk/thu-tuc?q=zzqqxx', '/kiosk/co-quan', '/kiosk/co-quan/STP', '/kiosk/thu-tuc/1.001193', '/kiosk/tra-cuu', '/kiosk/tra-cuu?chu=1', 'status'])
      await at(`${base}/kiosk/trang-dau`, async ({ page, context }) => {
        if (view) await context.addCookies([{ name: 'kieu-xem', value: view, url }]);
        if (address === 'status') {
          await page.goto(`${base}/kiosk/tra-cuu`);
          await lookUp(page);
        } else {
          await page.goto(base + address);
        }
        await sound(page, `kiosk ${base} ${view} ${address}`);
      }, { bypassCSP: true });
  });

await dev('clock', 'real');
await close();
done();
