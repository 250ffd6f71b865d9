#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The keyboard of a kiosk's screen under fingers, and a scanner beside it. MOTCUA_SHOTS names a folder for pictures.
import { assert, done, test } from '../lib/tap.mjs';
import { close, open, overflow, visit } from './browser.mjs';
import { Keys, serve } from './keyboard/page.mjs';
import { shot, sound } from './sound.mjs';

const kiosk = { width: 1080, height: 1920 };
const SCAN_MS = 10;
const FAST_MS = 45; // faster than anybody types

async function at(lang, run, options = {}) {
  const { page, problems, end } = await visit({ viewport: kiosk, hasTouch: true, ...options });
  try {
    await serve(page, lang);
    await page.evaluate(() => {
      window.heard = [];
      window.sent = 0;
      document.addEventListener('motcua:scan', (event) => {
        window.heard.push(event.detail);
        event.preventDefault();
      });
      document.addEventListener('submit', (event) => {
        window.sent += 1;
        event.preventDefault();
      });
    });
    await run(page);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
}

const value = (page, field = '#tim') => page.inputValue(field);
const caret = (page, field = '#tim') => page.locator(field).evaluate((node) => [node.selectionStart, node.selectionEnd]);
const focused = (page) => page.evaluate(() => document.activeElement.id);
const heard = (page) => page.evaluate(() => window.heard);
const key = (page, char) => page.locator(char === ' ' ? '.mc-key--space' : `[data-type="${char}"]`);
const way = (page, name) => page.locator(`[data-way=${name}]`).tap();

async function tap(page, text) {
  for (const char of text) await key(page, char).tap();
}

await open();

await test('fingers type Telex: d d a w n g … is đăng ký khai sinh', () => at('vi', async (page) => {
  await way(page, 'telex');
  await tap(page, 'ddawng kys khai sinh');
  assert.equal(await value(page), 'đăng ký khai sinh');
  assert.equal(await value(page), (await value(page)).normalize('NFC'));
  assert.equal(await focused(page), 'tim', 'the focus is in the field');
  assert.deepEqual(await caret(page), [17, 17]);
  for (let i = 0; i < 3; i++) await page.locator('[data-do=erase]').tap();
  assert.equal(await value(page), 'đăng ký khai s');
  await tap(page, 'inhr');
  assert.equal(await value(page), 'đăng ký khai sỉnh');
  await page.locator('[data-do=clear]').tap();
  assert.equal(await value(page), '');
}));

await test('fingers type VNI', () => at('vi', async (page) => {
  await way(page, 'vni');
  await tap(page, 'd9a8ng ky1 ket61 hon6');
  assert.equal(await value(page), 'đăng ký kết hôn');
}));

await test('who knows neither types the letters themselves and the tones by name', () => at('vi', async (page) => {
  assert.equal(await page.locator('[data-way=direct]').getAttribute('aria-pressed'), 'true', 'the first way');
  await tap(page, 'đăng ky');
  await page.getByRole('button', { name: 'sắc' }).tap();
  await tap(page, ' hô tich');
  await page.getByRole('button', { name: 'nặng', exact: true }).tap();
  assert.equal(await value(page), 'đăng ký hô tịch');
  await page.locator('#tim').evaluate((node) => node.setSelectionRange(10, 10));
  await page.getByRole('button', { name: 'nặng', exact: true }).tap();
  assert.equal(await value(page), 'đăng ký hộ tịch', 'in the middle of the line, too');
  await page.getByRole('button', { name: 'nặng', exact: true }).tap();
  assert.equal(await value(page), 'đăng ký hô tịch', 'the same again takes it off');
}));

await test('capitals for one letter; the way that was chosen stays on the next page', () => at('vi', async (page) => {
  await way(page, 'telex');
  await page.locator('[data-do=shift]').tap();
  assert.equal(await page.locator('[data-do=shift]').getAttribute('aria-pressed'), 'true');
  await tap(page, 'ddaats');
  assert.equal(await value(page), 'Đất');
  assert.equal(await page.locator('[data-do=shift]').getAttribute('aria-pressed'), 'false');
  await page.reload();
  assert.equal(await page.locator('[data-way=telex]').getAttribute('aria-pressed'), 'true');
}));

await test('two fingers at once: each presses its key, a finger that slides away presses none', () => at('vi', async (page) => {
  const session = await page.context().newCDPSession(page);
  const point = async (char, id) => {
    const box = await key(page, char).boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, id };
  };
  const touch = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  const [k, h] = [await point('k', 1), await point('h', 2)];
  await touch('touchStart', [k]);
  await touch('touchStart', [k, h]);
  await touch('touchEnd', []);
  assert.equal(await value(page), 'kh', 'in the order they touched');
  await touch('touchStart', [k]);
  await touch('touchMove', [{ ...k, y: k.y - 300 }]);
  await touch('touchEnd', []);
  assert.equal(await value(page), 'kh');
}));

for (const lang of ['vi', 'en']) await test(`${lang}: keys are at least 64 by 88 pixels with 8 between them, in each size of text`, () => at(lang, async (page) => {
  for (const large of [false, true]) {
    await page.evaluate((on) => document.documentElement.classList.toggle('mc-root--kiosk-large', on), large);
    for (const field of ['#tim', '#so']) {
      await page.focus(field);
      await page.locator(field).evaluate((node) => { node.value = node.id === 'so' ? '091234' : 'đăng ký khai sinh'; node.dispatchEvent(new Event('input')); });
      const boxes = await page.locator('.mc-key:visible').evaluateAll((keys) => keys.map((node) => {
        const { left, top, right, bottom } = node.getBoundingClientRect();
        return { name: node.textContent, left, top, right, bottom, cut: node.scrollWidth > node.clientWidth || node.scrollHeight > node.clientHeight };
      }));
      assert.ok(boxes.length >= 12);
      for (const a of boxes) {
        assert.ok(a.right - a.left >= 64 && a.bottom - a.top >= 88, `${a.name}: ${a.right - a.left} × ${a.bottom - a.top}`);
        assert.ok(!a.cut, `${a.name} does not fit its key`);
        for (const b of boxes) {
          const apart = Math.max(b.left - a.right, a.left - b.right, b.top - a.bottom, a.top - b.bottom);
          assert.ok(a === b || apart >= 8, `${a.name} and ${b.name}: ${apart}`);
        }
      }
      assert.equal(await overflow(page), 0);
      await shot(page, `keyboard ${lang} ${large ? 'large' : 'usual'} ${field}`);
    }
  }
}));

await test('a field of digits shows digits alone', () => at('vi', async (page) => {
  await page.tap('#so');
  assert.ok(await key(page, 'a').isHidden());
  assert.ok(await page.locator('[data-tone=sac]').isHidden());
  await tap(page, '0912345678901234567');
  assert.equal(await value(page, '#so'), '0912345678901234', 'no more than the field allows');
  await page.locator('[data-do=erase]').tap();
  assert.equal(await value(page, '#so'), '091234567890123');
  await page.tap('#tim');
  assert.ok(await key(page, 'a').isVisible());
}));

await test('a field of several lines: words as in one line, a comma, lines that break by themselves or by Enter', () => at('vi', async (page) => {
  assert.ok(await key(page, ',').isHidden(), 'a comma is for sentences');
  await page.tap('#loi');
  await way(page, 'telex');
  await tap(page, 'chowf laau, khoong ai baos.');
  assert.equal(await value(page, '#loi'), 'chờ lâu, không ai báo.');
  assert.equal(await focused(page), 'loi');
  const keys = await Keys.of(page);
  await keys.press('', 120, { key: 'Enter', code: 'Enter' });
  await keys.type('mowif goij lai', 120);
  assert.equal(await value(page, '#loi'), 'chờ lâu, không ai báo.\nmời gọi lai');
  await page.locator('[data-tone=nang]').tap();
  await page.locator('#loi').evaluate((node) => node.setSelectionRange(3, 3));
  await page.locator('[data-do=erase]').tap();
  await tap(page, 'owf');
  assert.equal(await value(page, '#loi'), 'chờ lâu, không ai báo.\nmời gọi lại', 'in the first line, with the second below it');
  assert.equal(await page.evaluate(() => window.sent), 0, 'Enter sends nothing');
  await page.fill('#loi', 'm'.repeat(299));
  await tap(page, 'abc');
  assert.equal(await value(page, '#loi'), `${'m'.repeat(299)}a`, 'no more than the field allows');
  await page.locator('[data-do=clear]').tap();
  assert.equal(await value(page, '#loi'), '');
  await page.tap('#tim');
  assert.ok(await key(page, ',').isHidden());
}));

await test('the caret of a field of several lines stands where the next letter goes, and stays in sight', () => at('vi', async (page) => {
  const where = () => page.evaluate(() => {
    const bar = document.querySelector('#loi + svg rect').getBoundingClientRect();
    const box = document.querySelector('#loi').getBoundingClientRect();
    return { x: bar.left - box.left, top: bar.top - box.top, below: box.bottom - bar.bottom, height: bar.height };
  });
  await page.tap('#loi');
  const empty = await where();
  assert.ok(empty.x > 0 && empty.x < 40 && empty.top > 0 && empty.height > 24, JSON.stringify(empty));
  await page.keyboard.insertText('một hai');
  const first = await where();
  assert.ok(first.x > empty.x + 60 && first.top === empty.top, JSON.stringify(first));
  await page.keyboard.press('Enter');
  const second = await where();
  assert.ok(second.x === empty.x && second.top > empty.top + 24, 'an empty line of its own');
  await page.keyboard.insertText('chữ dài hơn một dòng thì xuống dòng dưới '.repeat(5));
  const last = await where();
  assert.ok(last.top > 0 && last.below >= 0, `in sight: ${JSON.stringify(last)}`);
  assert.ok(await page.locator('#loi').evaluate((node) => node.scrollTop > 0));
  await page.locator('#loi').evaluate((node) => node.setSelectionRange(0, 0));
  await page.waitForFunction(() => {
    const bar = document.querySelector('#loi + svg rect').getBoundingClientRect();
    const box = document.querySelector('#loi').getBoundingClientRect();
    return bar.top >= box.top && bar.bottom <= box.bottom && bar.left - box.left < 40;
  });
}));

await test('a keyboard that is plugged in types through the way that was chosen', () => at('vi', async (page) => {
  await page.focus('#tim');
  await page.keyboard.type('ddang', { delay: 0 });
  assert.equal(await value(page), 'ddang', 'letters by letters');
  await page.fill('#tim', '');
  await way(page, 'telex');
  const keys = await Keys.of(page);
  await keys.type('ddawng kys', 120);
  assert.equal(await value(page), 'đăng ký');
  await keys.press('', 120, { key: 'Backspace', code: 'Backspace' });
  await keys.type('yf', 120);
  assert.equal(await value(page), 'đăng kỳ');
  await page.keyboard.press('Control+a');
  await keys.type('DDaats', 120);
  assert.equal(await value(page), 'Đất');
  await way(page, 'vni');
  await keys.type(' nuoc71', 120);
  assert.equal(await value(page), 'Đất nước');
}));

await test('input events for each key, one change event when the field is left', () => at('vi', async (page) => {
  await page.evaluate(() => {
    window.events = { input: 0, change: 0 };
    for (const name of ['input', 'change']) document.addEventListener(name, () => { window.events[name] += 1; });
  });
  await tap(page, 'khai');
  assert.deepEqual(await page.evaluate(() => window.events), { input: 4, change: 0 });
  await page.focus('#gui');
  assert.deepEqual(await page.evaluate(() => window.events), { input: 4, change: 1 });
  await page.focus('#tim');
  await page.focus('#gui');
  assert.equal(await page.evaluate(() => window.events.change), 1);
}));

await test('keys pressed by a keyboard: the focus stays on the key, the caret stays in sight', () => at('vi', async (page) => {
  await key(page, 'k').focus();
  await page.keyboard.press('Enter');
  await key(page, 'y').focus();
  await page.keyboard.press('Space');
  assert.equal(await value(page), 'ky');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.type), 'y');
  assert.ok(await page.locator('#tim + svg').isVisible());
  assert.ok(await page.locator('#so + svg').isHidden(), 'one caret on a page');
}));

await test('the caret is in sight however long the text is, and stands behind what was typed', () => at('vi', async (page) => {
  await tap(page, 'i');
  const where = () => page.evaluate(() => {
    const bar = document.querySelector('#tim + svg rect').getBoundingClientRect();
    const box = document.querySelector('#tim').getBoundingClientRect();
    return { left: bar.left - box.left, right: box.right - bar.right, height: bar.height };
  });
  const first = await where();
  assert.ok(first.left > 0 && first.left < 60 && first.height > 24, JSON.stringify(first));
  for (let i = 0; i < 58; i++) await key(page, 'm').dispatchEvent('click');
  const last = await where();
  assert.ok(last.right >= 0 && last.right < 60, JSON.stringify(last));
  await page.focus('#tim');
  await page.keyboard.press('Home');
  await page.waitForFunction(() => {
    const bar = document.querySelector('#tim + svg rect').getBoundingClientRect();
    const box = document.querySelector('#tim').getBoundingClientRect();
    return bar.left >= box.left && bar.left < box.left + 60;
  });
}));

await test('what was typed is said once a pause, not at each key, and is gone with the text', () => at('vi', async (page) => {
  await page.evaluate(() => {
    window.said = [];
    const status = document.querySelector('[data-keyboard-panel] [role=status]');
    new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  });
  await page.evaluate(() => [...'khai'].forEach((char) => document.querySelector(`[data-type="${char}"]`).click()));
  await page.waitForFunction(() => window.said.length > 0);
  assert.deepEqual(await page.evaluate(() => window.said), ['khai']);
  await page.locator('#tim').evaluate((node) => {
    node.value = '';
    node.dispatchEvent(new Event('input', { bubbles: true }));
  });
  assert.equal(await page.locator('[data-keyboard-panel] [role=status]').textContent(), '');
}));

const SCANS = [
  ['1111222233334440', { code: '1111222233334440', kind: 'lookup' }],
  ['H09.12-261123-0001', { code: 'H09.12-261123-0001', kind: 'dossier' }],
  ['https://motcua.tinh.gov.vn/t/1111222233334440', { code: '1111222233334440', kind: 'lookup' }],
];

await test('a scan is told wherever the focus is; the field is as it was before', () => at('vi', async (page) => {
  const keys = await Keys.of(page);
  let count = 0;
  for (const name of ['direct', 'telex', 'vni']) {
    await page.focus('#tim');
    await way(page, name);
    for (const focus of ['#tim', '#so', '#chon', '#gui', '[data-do=erase]', '']) {
      await page.fill('#tim', 'đăng ký');
      await page.fill('#so', '0912');
      await page.locator('#tim').evaluate((node) => node.setSelectionRange(4, 4));
      if (focus) await page.focus(focus);
      else await page.evaluate(() => document.activeElement.blur());
      const [text, found] = SCANS[count % SCANS.length];
      const before = await page.evaluate(() => document.activeElement.outerHTML);
      await keys.type(text, SCAN_MS, count % 2 ? 'Tab' : 'Enter');
      count += 1;
      const said = `${name} ${focus} ${text}`;
      assert.deepEqual((await heard(page)).slice(-1), [found], said);
      assert.equal((await heard(page)).length, count, said);
      assert.equal(await page.evaluate(() => document.activeElement.outerHTML), before, said);
      assert.equal(await value(page), 'đăng ký', said);
      assert.equal(await value(page, '#so'), '0912', said);
      assert.equal(await value(page, '#chon'), '0', said);
      if (focus === '#tim') assert.deepEqual(await caret(page), [4, 4], said);
    }
  }
  assert.equal(await page.evaluate(() => window.sent), 0, 'no form was sent');
}));

await test('after a scan the field goes on as if nothing had been', () => at('vi', async (page) => {
  const keys = await Keys.of(page);
  await way(page, 'telex');
  await tap(page, 'nguyeen');
  await keys.type('1111222233334440', SCAN_MS, 'Enter');
  assert.equal((await heard(page)).length, 1);
  await tap(page, 'x');
  assert.equal(await value(page), 'nguyễn');
}));

await test('fast typing is no scan: it stays in the field, and Enter sends the form', () => at('vi', async (page) => {
  const keys = await Keys.of(page);
  await way(page, 'telex');
  for (const [text, shown] of [['ddawng kys khai sinh', 'đăng ký khai sinh'], ['1111222233334440', '1111222233334440']]) {
    await page.fill('#tim', '');
    await keys.type(text, FAST_MS, 'Enter');
    assert.equal(await value(page), shown);
  }
  await page.fill('#tim', '');
  await keys.type('khai sinh cho con', SCAN_MS, 'Enter');
  assert.equal(await value(page), 'khai sinh cho con', 'words are no code, however fast');
  assert.deepEqual(await heard(page), []);
  assert.equal(await page.evaluate(() => window.sent), 3);
}));

await test('a key that is held down is no scan', () => at('vi', async (page) => {
  await page.focus('#tim');
  for (let i = 0; i < 12; i++) await page.keyboard.down('1');
  await page.keyboard.up('1');
  await page.keyboard.press('Enter');
  assert.deepEqual(await heard(page), []);
  assert.equal(await value(page), '1'.repeat(12));
}));

await test('nothing of an identity card stays when its code is scanned into a field', () => at('vi', async (page) => {
  const keys = await Keys.of(page);
  await way(page, 'telex');
  await page.focus('#tim');
  await keys.type('074190100123|280123456|Nguyễn Thị Ngọc Ẩn|05031990|Nữ|Số 12, Yersin|25072021', SCAN_MS, 'Enter');
  assert.deepEqual(await heard(page), [{ code: '', kind: 'card' }]);
  assert.equal(await value(page), '');
}));

await test('the page is sound in both languages, its words those of its language', async () => {
  await at('vi', (page) => sound(page, 'keyboard vi'), { bypassCSP: true });
  await at('en', async (page) => {
    assert.equal(await page.getByRole('button', { name: 'space' }).count(), 1);
    await sound(page, 'keyboard en');
  }, { bypassCSP: true });
});

await close();
done();
