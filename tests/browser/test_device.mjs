#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Devices of the hall in a browser: how one is let in by itself, what its pages tell the server, what they do when the
// server is away, and when they begin anew. MOTCUA_SHOTS names a folder for pictures.
import { assert, done, test, until, url } from '../lib/tap.mjs';
import { Device, hall } from '../lib/device.mjs';
import { Pdf } from '../lib/paper.mjs';
import { sql } from '../lib/reception.mjs';
import { Officer } from '../lib/staff.mjs';
import { close, desktop, open, overflow, phone, visit } from './browser.mjs';
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
await test('keys that a code makes a scanner press, the menu of the browser, dragging and copying do nothing', () => device('kiosk', 616, async ({ page }) => {
  await page.evaluate(() => {
    window.free = [];
    ['keydown', 'contextmenu', 'dragstart', 'drop', 'copy', 'cut', 'auxclick'].forEach((name) => addEventListener(name, (event) => { if (!event.defaultPrevented) window.free.push(`${name} ${event.key || ''}`); }));
  });
  const pages = page.context().pages().length;
  for (const keys of ['Control+p', 'Control+n', 'Control+s', 'Control+u', 'Alt+ArrowLeft', 'F1', 'F5', 'F11', 'Control+Shift+n', 'ContextMenu']) await page.keyboard.press(keys);
  await page.mouse.click(500, 500, { button: 'right' });
  await page.locator('.mc-entry').first().click({ button: 'middle' });
  await page.evaluate(() => ['dragstart', 'drop', 'copy', 'cut'].forEach((name) => document.querySelector('.mc-entry').dispatchEvent(new Event(name, { bubbles: true, cancelable: true }))));
  assert.deepEqual(await page.evaluate(() => window.free.filter((one) => !/(?:Control|Shift|Alt)$/.test(one))), []);
  assert.equal(page.context().pages().length, pages);
  assert.match(page.url(), /\/kiosk\/trang-dau$/);
  for (const key of ['a', 'Tab', 'Enter', 'Shift+A']) await page.evaluate((one) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: one, bubbles: true, cancelable: true })), key);
  assert.equal(await page.evaluate(() => window.free.filter((one) => one.startsWith('keydown')).length >= 4), true, 'other keys work');
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

// ---- the self-test
async function selfTest(kind, n, scene, { viewport = touch, path = '/kiosk/tu-kiem', ...rest } = {}) {
  const { page, context, problems, end } = await visit({ viewport, bypassCSP: true, ...rest });
  try {
    const its = await Device.of(kind, n);
    await context.addCookies([{ name: its.cookie, value: its.secret, url }]);
    await page.goto(path);
    await scene({ page, problems, context });
  } finally {
    await end();
  }
}
const checks = (name) => sql(`select what, is_good, detail from device_check where device_id = (select id from device where name = '${name}') order by id`);
for (const base of ['', '/en']) {
  await test(`${base || '/vi'}: the page of the self-test is sound, and its targets are large`, () => selfTest('kiosk', 610, async ({ page, problems }) => {
    await page.waitForSelector('html[data-health-state=well]');
    for (const box of await page.locator('.mc-test button:visible, .mc-test a:visible').evaluateAll((all) => all.map((node) => [node.textContent, node.getBoundingClientRect().height]))) assert.ok(box[1] >= 64, `${box}`);
    await sound(page, `${base} self-test`);
    assert.deepEqual(problems, []);
  }, { path: `${base}/kiosk/tu-kiem` }));
}
await test('the printed page has the size of a ticket, and both of its codes are read at 203 dpi', () => selfTest('dispenser', 611, async ({ page }) => {
  const pdf = new Pdf(await page.pdf({ preferCSSPageSize: true, printBackground: false }));
  assert.deepEqual([pdf.pages, pdf.size], [2, [80, 130]]);
  const codes = pdf.codes(203);
  assert.equal(codes.length, 2, codes.join());
  assert.match(codes[0], /^CODE-128:\d{11}2$/);
  assert.match(codes[1], /^QR-Code:\d{11}1$/);
  for (const letter of 'ẫẵỗữỡệịợựỹđẪẴỖỮỠỆỊỢỰỸĐ') assert.ok(pdf.prose().includes(letter), letter);
  assert.doesNotMatch(pdf.prose(), /Xong, về trang đầu/);
}));
await test('the scanner types wherever the focus is, with Enter or Tab behind it', () => selfTest('kiosk', 612, async ({ page }) => {
  const codes = (await page.locator('.mc-sheet p').allTextContents()).filter((text) => /^\d{4} \d{4} \d{4}$/.test(text)).map((text) => text.replace(/ /g, ''));
  for (const [i, suffix] of ['Enter', 'Tab'].entries()) {
    await page.locator('[data-test=print]').focus();
    await Promise.all([page.waitForNavigation(), page.evaluate(([code, end]) => {
      // As fast as a scanner types, which a test over the wire does not
      for (const key of [...code, end]) {
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, code: key === end ? end : `Digit${key}`, bubbles: true, cancelable: true }));
      }
    }, [codes[i], suffix])]);
  }
  assert.deepEqual(checks('kiosk-612'), [['scan', '1', `QR ${codes[0]}`], ['scan', '1', `Code 128 ${codes[1]}`]]);
}));
await test('five points are touched; one that misses by a thumb is a fault', () => selfTest('rating', 6, async ({ page }) => {
  const name = 'rating-6';
  const touch_all = async (off) => {
    await page.click('[data-test=touch]');
    const point = page.locator('[data-touch-point]');
    await Promise.all([page.waitForNavigation(), (async () => {
      for (let i = 1; i <= 5; i++) {
        await page.waitForFunction((n) => document.querySelector('[data-touch-point]').textContent === String(n), i);
        const box = await point.boundingBox();
        await page.mouse.click(box.x + box.width / 2 + (i === 3 ? off : 0), box.y + box.height / 2);
      }
    })()]);
  };
  await touch_all(5);
  await touch_all(40);
  await page.click('[data-test=touch]');
  await page.click('[data-touch-stop]');
  assert.ok(await page.locator('[data-touch]').isHidden());
  const found = checks(name);
  assert.deepEqual(found.map((row) => row.slice(0, 2)), [['touch', '1'], ['touch', '0']]);
  assert.match(found[1][2], /^≤ (39|40|41) px$/);
}));
await test('the clock is measured against the server', () => selfTest('board', 613, async ({ page }) => {
  await page.waitForSelector('[data-test-clock]:not([hidden])');
  await Promise.all([page.waitForNavigation(), page.click('[data-test=clock]')]);
  const [[what, good, detail]] = checks('board-613');
  assert.deepEqual([what, good], ['clock', '1']);
  assert.match(detail, /^[−+]\d\.\d s$/);
}, { viewport: sizes.board }));
await test('tones are played, left and right', () => selfTest('board', 614, async ({ page, problems }) => {
  await page.click('[data-test=sound]');
  assert.ok(await page.locator('[data-test=sound]').isDisabled());
  await page.waitForSelector('[data-test=sound]:enabled');
  await Promise.all([page.waitForNavigation(), page.click('[data-test-form=loa] button[value=tot]')]);
  assert.deepEqual(checks('board-614'), [['sound', '1', '']]);
  assert.deepEqual(problems, []);
}, { viewport: sizes.board }));
await test('asked for by the staff, the self-test opens by itself', () => device('kiosk', 615, async ({ page }) => {
  sql("update device set wanted = 'check' where name = 'kiosk-615'");
  await Promise.all([page.waitForURL('**/kiosk/tu-kiem'), page.evaluate(() => window.MotcuaHealth.report())]);
}));

// ---- the staff's pages
for (const base of ['', '/en']) {
  await test(`${base || '/vi'}: list, one device, both forms, in every state`, async () => {
    const { page, context, problems, end } = await visit({ bypassCSP: true });
    try {
      const admin = await Officer.of('admin');
      await context.addCookies([{ name: 'staff', value: admin.jar.staff, url }]);
      const bad = await Device.of('dispenser', 620);
      await bad.ask('/kiosk/suc-khoe', { method: 'POST', form: { ban: 'x', trang: '/kiosk/lay-so', 'may-in': 'no_paper', 'dong-ho': '1000' } });
      clear();
      await Device.asking();
      const id = sql("select id from device where name = 'dispenser-620'")[0][0];
      const gone = sql("select id from device where state = 'revoked' limit 1")[0][0];
      for (const [name, where] of Object.entries({ devices: '/can-bo/thiet-bi', 'one device': `/can-bo/thiet-bi/${id}?vua=changed`, 'one that was shut out': `/can-bo/thiet-bi/${gone}`, change: `/can-bo/thiet-bi/${id}/sua`, pair: '/can-bo/thiet-bi/ghep' })) {
        const answer = await page.goto(base + where);
        assert.equal(answer.status(), 200, where);
        await sound(page, `${base} ${name}`);
      }
      await page.setViewportSize(phone);
      await page.goto(`${base}/can-bo/thiet-bi`);
      assert.deepEqual(await page.locator('.mc-devices__table').evaluateAll((tables) => tables.filter((table) => table.scrollWidth > table.parentNode.clientWidth).length), 0, 'on a telephone nothing of a card is cut off');
      await page.setViewportSize(desktop);
      await page.goto(`${base}/can-bo/thiet-bi/ghep`);
      await page.click('.mc-device-form button[type=submit]');
      await sound(page, `${base} pair, wrong`);
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });
}
await test('the form shows a counter where the kind has one, a zone for boards; without scripts as well', async () => {
  for (const scripts of [true, false]) {
    const { page, context, end } = await visit({ scripts });
    try {
      const admin = await Officer.of('admin');
      await context.addCookies([{ name: 'staff', value: admin.jar.staff, url }]);
      await page.goto('/can-bo/thiet-bi/ghep');
      const shown = async () => [await page.isVisible('#f-quay'), await page.isVisible('#f-khu')];
      assert.deepEqual(await shown(), [false, false]);
      for (const [kind, wanted] of [['man-hinh-quay', [true, false]], ['bang-goi', [false, true]], ['kiosk', [false, false]], ['may-danh-gia', [true, false]]]) {
        await page.check(`[value=${kind}]`);
        assert.deepEqual(await shown(), wanted, kind);
      }
    } finally {
      await end();
    }
  }
});
await test('a device is paired at the desk while it waits: the story of both screens', async () => {
  clear();
  const screen = await visit({ viewport: touch });
  const desk = await visit({});
  try {
    await screen.page.goto('/kiosk');
    const code = await screen.page.locator('.mc-pair__code').innerText();
    const admin = await Officer.of('admin');
    await desk.context.addCookies([{ name: 'staff', value: admin.jar.staff, url }]);
    await desk.page.goto('/can-bo/thiet-bi');
    await desk.page.click('text=Ghép nối thiết bị');
    await desk.page.fill('#f-ma', code);
    await desk.page.check('[value=kiosk]');
    await desk.page.selectOption('#f-sanh', String(hall().id));
    await desk.page.fill('#f-ten', 'Kiosk cửa chính');
    await desk.page.fill('#f-cochu', '40');
    await Promise.all([desk.page.waitForNavigation(), desk.page.click('.mc-device-form button[type=submit]')]);
    assert.equal(await desk.page.locator('h1').innerText(), 'Kiosk cửa chính');
    await screen.page.waitForURL('**/kiosk/trang-dau', { timeout: 10000 });
    await screen.page.waitForSelector('html[data-health-state=well]');
    assert.equal(await screen.page.evaluate(() => getComputedStyle(document.documentElement).fontSize), '40px');
    await desk.page.goto('/can-bo/thiet-bi');
    assert.match(await desk.page.locator('tr', { hasText: 'Kiosk cửa chính' }).innerText(), /Đang chạy/);
    assert.deepEqual([...screen.problems, ...desk.problems], []);
  } finally {
    await screen.end();
    await desk.end();
  }
});
await close();
done();
