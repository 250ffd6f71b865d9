#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The rating tablet in two browsers: the officer ends a ticket in one, the citizen's fingers are on the other. Faces with words,
// reasons and words by the keyboard of the screen, thanks; nobody there; taps twice; a server that is killed or hangs. What was
// given is compared with the tables.
import { assert, done, test, until, url } from '../lib/tap.mjs';
import { Desk, take } from '../lib/desk.mjs';
import { Device } from '../lib/device.mjs';
import { dev, end, kill, pids } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';
import { Officer } from '../lib/staff.mjs';
import { close, open, overflow, visit } from './browser.mjs';
import { shot, sound } from './sound.mjs';

const day = '2026-12-10';
const sizes = { small: { width: 1024, height: 768 }, large: { width: 1280, height: 800 } };
const FACES = ['Rất hài lòng', 'Hài lòng', 'Bình thường', 'Không hài lòng', 'Rất không hài lòng'];
const hall = sql('select code from hall order by id limit 1')[0][0];
const tablet = await Device.of('rating', 1);
const clerk = sql("select id, name from user where login = 'clerk'")[0];
const votes = () => sql(`select score, reasons, channel from rating where quarter >= '${day}' order by quarter, id`);
const count = () => votes().length;
// Votes that came since: their numbers in the table tell no order.
const since = (before) => {
  const left = before.map(String);
  return votes().filter((one) => {
    const at = left.indexOf(String(one));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};
const word = (words) => sql(`select distinct is_low, state from rating_word where words = '${words}'`);
let number = Number(sql(`select ifnull(max(number), 0) from ticket where service_date = '${day}'`)[0][0]);

async function stand({ viewport = sizes.small, where = '/kiosk/danh-gia', ...rest } = {}) {
  const visitor = await visit({ viewport, hasTouch: true, bypassCSP: true, ...rest });
  await visitor.context.addCookies([{ name: tablet.cookie, value: tablet.secret, url }]);
  if (where) await visitor.page.goto(where);
  return visitor;
}
// Runs with a fresh tablet; nothing may have gone wrong in its browser.
async function at(run, options) {
  const { page, context, problems, end: leave } = await stand(options);
  try {
    await run(page, context);
    assert.deepEqual(problems, []);
  } finally {
    await leave();
  }
}
const state = (page, name) => page.locator(`[data-rating=${name}]`).waitFor();
const face = (page, words) => page.getByRole('button', { name: words, exact: true });
const fits = async (page, name) => {
  assert.equal(await overflow(page), 0, `${name}: not wider than the screen`);
  const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
  assert.ok(over <= 0, `${name}: ${over} px higher than the screen`);
};

// Somebody is served at counter 1, as the officer's buttons write it down.
let desk;
async function served({ done: over = true } = {}) {
  take(hall, `A${String(++number).padStart(3, '0')}`, '08:30', 'ordinary', day);
  await desk.press('/goi-tiep');
  await desk.press('/da-den');
  if (over) await desk.press('/xong');
}

await dev(['clock', `${day} 09:00`]);
desk = await Desk.at('clerk', hall, 1);
await open();

await test('an administrator gives the officer a portrait', async () => {
  const admin = await Officer.of('admin');
  const { page, context, end: leave } = await visit();
  try {
    await page.setViewportSize({ width: 320, height: 400 });
    await page.setContent('<body style="margin:0"><svg width="320" height="400"><rect width="320" height="400" fill="#cfe0ee"/><circle cx="160" cy="150" r="72" fill="#e8bd9a"/><path d="M88 150a72 72 0 0 1 144 0c-20-30-124-30-144 0z" fill="#1d1a1a"/><path d="M30 400c0-110 60-160 130-160s130 50 130 160z" fill="#fff"/></svg>');
    const picture = await page.screenshot();
    await context.addCookies([{ name: 'staff', value: admin.jar.staff, url }]);
    await page.goto(`/can-bo/nguoi-dung/${clerk[0]}/anh`);
    await page.setInputFiles('#f-tepmoi', { name: 'chan-dung.png', mimeType: 'image/png', buffer: picture });
    await Promise.all([page.waitForNavigation(), page.locator('main form:has(#f-tepmoi) button').click()]);
    assert.equal(sql(`select type from user_photo where user_id = ${clerk[0]}`)[0]?.[0], 'png');
  } finally {
    await leave();
  }
});
await test('the officer ends a ticket; the tablet shows who served and five faces with words; a tap thanks and sleeps', () => at(async (page) => {
  await state(page, 'asleep');
  await shot(page, 'rating asleep');
  const staff = await visit();
  try {
    await staff.context.addCookies([{ name: 'staff', value: desk.jar.staff, url }]);
    take(hall, `A${String(++number).padStart(3, '0')}`, '08:30', 'ordinary', day);
    await staff.page.goto('/can-bo/quay');
    for (let press = 0; press < 2; press++) await Promise.all([staff.page.waitForNavigation(), staff.page.keyboard.press('F9')]);
    assert.equal(await page.locator('[data-rating=asleep]').count(), 1, 'not while somebody is served');
    await Promise.all([staff.page.waitForNavigation(), staff.page.locator('form[action$="/xong"] button').click()]);
  } finally {
    await staff.end();
  }
  const begun = Date.now();
  await state(page, 'open');
  console.log(`# awake after ${Date.now() - begun} ms`);
  assert.ok((await page.locator('.mc-rated').innerText()).includes(clerk[1]));
  assert.ok(await page.locator('.mc-rated__photo').evaluate((image) => image.complete && image.naturalWidth > 0), 'the portrait is there');
  assert.deepEqual(await page.locator('.mc-face').allInnerTexts(), FACES);
  await fits(page, 'faces');
  await shot(page, 'rating faces');
  const before = votes();
  await face(page, 'Rất hài lòng').tap();
  await state(page, 'thanks');
  await shot(page, 'rating thanks');
  await state(page, 'asleep');
  assert.deepEqual(since(before), [['5', '', 'tablet']]);
}));
await test('a low score asks why: reasons by buttons, words in Vietnamese by the keyboard of the screen', async () => {
  await served();
  await at(async (page) => {
    const before = votes();
    await face(page, 'Không hài lòng').tap();
    await state(page, 'more');
    await fits(page, 'reasons');
    await page.getByText('Thời gian chờ, trễ hẹn').tap();
    await page.getByText('Hướng dẫn không rõ').tap();
    await shot(page, 'rating reasons');
    await page.locator('#f-ykien').tap();
    await page.locator('[data-way=telex]').tap();
    for (const char of 'chowf laau, khoong ai baos') await page.locator(char === ' ' ? '.mc-key--space' : `[data-type="${char}"]`).tap();
    assert.equal(await page.inputValue('#f-ykien'), 'chờ lâu, không ai báo');
    await fits(page, 'keyboard');
    await shot(page, 'rating keyboard');
    await page.locator('[data-reasons]').tap();
    assert.equal(await page.locator('.mc-reason__box:checked').count(), 2, 'reasons stay chosen');
    await page.getByRole('button', { name: 'Gửi ý kiến' }).tap();
    await state(page, 'thanks');
    assert.deepEqual(since(before), [['2', 'time,unclear', 'tablet']]);
    assert.deepEqual(word('chờ lâu, không ai báo'), [['1', 'new']]);
    await state(page, 'asleep');
  });
});
await test('upright: faces below each other, reasons and keys that are large enough, nothing beside the screen', async () => {
  await served();
  await at(async (page) => {
    await state(page, 'open');
    await fits(page, 'faces');
    const boxes = await page.locator('.mc-face').evaluateAll((nodes) => nodes.map((node) => [node, node.querySelector('.mc-face__drawing')].map((one) => one.getBoundingClientRect()).map(({ left, right, top, bottom }) => [left, right, top, bottom])));
    boxes.forEach(([[left, right, top, bottom], drawing], i) => {
      assert.ok(left >= 0 && right <= 800 && (!i || top >= boxes[i - 1][0][3]), `face ${i}`);
      assert.ok(drawing[0] >= left && drawing[1] <= right && drawing[2] >= top && drawing[3] <= bottom, `the drawing of face ${i}`);
    });
    await shot(page, 'rating upright');
    await face(page, 'Không hài lòng').tap();
    await state(page, 'more');
    await fits(page, 'reasons');
    await page.locator('#f-ykien').tap();
    await fits(page, 'keyboard');
    const small = await page.locator('.mc-key:visible').evaluateAll((keys) => keys.filter((key) => key.getBoundingClientRect().width < 60 || key.scrollWidth > key.clientWidth).map((key) => key.textContent));
    assert.deepEqual(small, []);
    await page.locator('[data-reasons]').tap();
    await page.locator('[data-skip]').tap();
    await state(page, 'asleep');
  }, { viewport: { width: 800, height: 1280 } });
});
await test('who has nothing to add goes on', async () => {
  await served();
  await at(async (page) => {
    const before = votes();
    await face(page, 'Rất không hài lòng').tap();
    await state(page, 'more');
    await page.getByRole('link', { name: 'Không cần nói thêm' }).tap();
    await state(page, 'thanks');
    assert.deepEqual(since(before), [['1', '', 'tablet']]);
  });
});
await test('two quick taps are one vote, on one face or on two', async () => {
  for (const second of ['Hài lòng', 'Rất không hài lòng']) {
    await served();
    await at(async (page) => {
      const before = votes();
      await page.evaluate(([a, b]) => [a, b].forEach((words) => [...document.querySelectorAll('.mc-face')].find((one) => one.innerText === words).click()), ['Hài lòng', second]);
      await state(page, 'thanks');
      assert.deepEqual(since(before), [['4', '', 'tablet']]);
    });
  }
});
await test('nobody touches it: after a minute it sleeps by itself, and a button takes whoever comes after all to the faces', async () => {
  await served();
  const { page, problems, end: leave } = await stand({ where: null });
  try {
    await page.clock.install();
    await page.goto('/kiosk/danh-gia');
    await state(page, 'open');
    const before = votes();
    await page.clock.fastForward(61000);
    await state(page, 'asleep');
    await shot(page, 'rating left');
    assert.equal(count(), before.length);
    await page.getByRole('link', { name: 'Đánh giá lần phục vụ vừa xong' }).tap();
    await state(page, 'open');
    await face(page, 'Không hài lòng').tap();
    await state(page, 'more');
    await page.locator('#f-ykien').tap();
    await page.locator('[data-type="k"]').tap();
    await page.clock.fastForward(61000);
    await state(page, 'asleep');
    assert.equal(count(), before.length + 1);
    assert.deepEqual(word('k'), [], 'what was not sent is gone');
    assert.deepEqual(problems, []);
  } finally {
    await leave();
  }
});
await test('the next person is served: faces of the last one go', async () => {
  await served();
  await at(async (page) => {
    await state(page, 'open');
    await served({ done: false });
    await state(page, 'asleep');
    await desk.press('/xong');
    await state(page, 'open');
    await face(page, 'Hài lòng').tap();
    await state(page, 'thanks');
  });
});

// ---- the server is away

const back = () => dev('up');

await test('server killed: the tablet says so and hides which face it was; the vote arrives once when it is back', async () => {
  await served();
  const { page, end: leave } = await stand();
  try {
    await state(page, 'open');
    await until(() => page.evaluate(() => document.documentElement.dataset.live === 'live'), 'the news');
    const before = votes();
    await end('kiosk');
    await face(page, 'Bình thường').tap();
    await page.locator('[role=alert]').waitFor();
    assert.match(await page.locator('main').innerText(), /Đánh giá của bạn được giữ lại/);
    assert.equal(await page.locator('.mc-face:visible').count(), 0);
    await page.locator('[data-live-band]:not([hidden])').waitFor({ timeout: 15000 });
    assert.match(await page.locator('[data-live-band]').innerText(), /Mất kết nối/);
    await sound(page, 'rating kept');
    await page.setViewportSize(sizes.small);
    await shot(page, 'rating kept small');
    assert.equal(count(), before.length);
    await dev(['clock', `${day} 09:20`]); // longer than faces are offered
    await back();
    await state(page, 'thanks');
    assert.deepEqual(since(before), [['3', '', 'tablet']]);
    await state(page, 'asleep');
  } finally {
    await back();
    await leave();
  }
});
await test('a server that hangs after it took the vote: asked again, counted once, thanked', async () => {
  await served();
  const { page, end: leave } = await stand();
  let stopped = [];
  try {
    await state(page, 'open');
    const before = votes();
    let answers = 0;
    await page.route('**/kiosk/danh-gia', async (route) => {
      if (route.request().method() !== 'POST' || ++answers > 1) return route.continue();
      await route.fetch({ maxRedirects: 0 }); // it arrives, its answer does not
      return route.abort();
    });
    await face(page, 'Hài lòng').tap();
    await state(page, 'thanks');
    assert.ok(answers > 1);
    assert.deepEqual(since(before), [['4', '', 'tablet']]);
    await page.unroute('**/kiosk/danh-gia');
    await served();
    await state(page, 'open');
    stopped = pids('kiosk');
    stopped.forEach((pid) => kill(pid, 'SIGSTOP'));
    await face(page, 'Rất hài lòng').tap();
    await page.locator('[role=alert]').waitFor({ timeout: 15000 });
    stopped.forEach((pid) => kill(pid, 'SIGCONT'));
    await state(page, 'thanks');
    assert.deepEqual(since(before).map(([score]) => score).sort(), ['4', '5']);
  } finally {
    stopped.forEach((pid) => kill(pid, 'SIGCONT'));
    await back();
    await leave();
  }
});
await test('words written while the server is away are kept and sent', async () => {
  await served();
  const { page, end: leave } = await stand();
  try {
    await face(page, 'Rất không hài lòng').tap();
    await state(page, 'more');
    await end('kiosk');
    await page.locator('#f-ykien').tap();
    for (const char of 'mat lich su') await page.locator(char === ' ' ? '.mc-key--space' : `[data-type="${char}"]`).tap();
    await page.getByRole('button', { name: 'Gửi ý kiến' }).tap();
    await page.locator('[role=alert]').waitFor();
    await back();
    await state(page, 'thanks');
    assert.deepEqual(word('mat lich su'), [['1', 'new']]);
  } finally {
    await back();
    await leave();
  }
});

// ---- every state is sound

for (const base of ['', '/en']) {
  await test(`${base || '/vi'}: every state is accessible, valid, and on one screen of 1024 × 768 and 1280 × 800`, async () => {
    for (const name of ['asleep', 'open', 'more', 'writing', 'thanks']) {
      if (name !== 'asleep') await served();
      const { page, problems, end: leave } = await stand({ where: `${base}/kiosk/danh-gia${name === 'asleep' ? '?qua=x' : ''}` });
      try {
        if (name === 'thanks') { // it would go on after three seconds
          await page.goto(`${base}/kiosk/danh-gia/cam-on`);
          await page.route('**/kiosk/danh-gia', (route) => route.fulfill({ status: 503 }));
        }
        if (name === 'more' || name === 'writing') {
          await page.locator('.mc-face--2').tap();
          await state(page, 'more');
        }
        if (name === 'writing') await page.locator('#f-ykien').tap();
        await sound(page, `${base} rating ${name}`);
        for (const [size, viewport] of Object.entries(sizes)) {
          await page.setViewportSize(viewport);
          await fits(page, `${name} ${size}`);
          await shot(page, `${base} rating ${name} ${size}`);
          const small = await page.evaluate(() => [...document.querySelectorAll('main :is(button, a, .mc-reason)')].filter((node) => node.checkVisibility()).map((node) => [node.textContent, node.getBoundingClientRect()])
            .filter(([, box]) => box.width < 64 || box.height < 64).map(([words, box]) => `${words} ${box.width}×${box.height}`));
          assert.deepEqual(small, [], `${name} ${size}: targets`);
        }
        assert.deepEqual(problems, [], name);
      } finally {
        await leave();
      }
    }
  });
}
await test('by keys alone, and without scripts', async () => {
  for (const scripts of [true, false]) {
    await served();
    const { page, end: leave } = await stand({ scripts });
    try {
      const before = votes();
      await page.locator('.mc-face--1').focus();
      await Promise.all([page.waitForURL(/\/them\//), page.keyboard.press('Enter')]);
      await page.locator('#lydo-attitude').focus();
      await page.keyboard.press('Space');
      await page.locator('main button[type=submit]').focus();
      await Promise.all([page.waitForURL(/\/cam-on$/), page.keyboard.press('Enter')]);
      assert.deepEqual(since(before), [['1', 'attitude', 'tablet']]);
    } finally {
      await leave();
    }
  }
});
await desk.close();
sql(`delete from user_photo where user_id = ${clerk[0]}`);
await dev(['clock', 'real']);
await close();
done();
