#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Rating, surveys and petitions with something in them, as citizens and officers see them: accessible, valid and nowhere too
// wide in both languages; a citizen's ways through them by keys alone and without scripts.
import crypto from 'node:crypto';
import { assert, done, test, url } from '../lib/tap.mjs';
import { Device } from '../lib/device.mjs';
import { dev } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';
import { at, leave, served } from '../lib/served.mjs';
import { Officer } from '../lib/staff.mjs';
import { close, open, phone, visit } from './browser.mjs';
import { sound } from './sound.mjs';

const bases = ['', '/en'];
const random = () => crypto.randomBytes(8).readBigUInt64BE() >> 2n;
const people = Object.fromEntries(sql("select login, id, agency_id from user where login in ('clerk', 'handler', 'returner', 'sealer')").map(([login, id, unit]) => [login, { id, unit }]));
const counter = Number(sql('select c.id from counter c join hall h on h.id = c.hall_id where h.id = (select min(id) from hall) order by c.number limit 1')[0][0]);
const tablet = await Device.of('rating', 1);
const submit = (page, act) => Promise.all([page.waitForNavigation(), act()]);

function votes({ id, unit }, n, good, month) {
  const rows = Array.from({ length: n }, (_, i) => `(${random()}, '2026-${month}-${String(2 + (i % 20)).padStart(2, '0')} ${i % 2 ? '09:15' : '14:30'}:00', ${id}, ${unit}, ${unit}, 'visit', '${i % 3 ? 'tablet' : 'ticket'}', ${i < good ? 5 - (i % 2) : 1 + (i % 3)}, '${i < good ? '' : ['time', 'attitude,unclear', 'many_trips'][i % 3]}')`);
  sql(`insert into rating (id, quarter, officer_id, unit_id, agency_id, act, channel, score, reasons) values ${rows.join(', ')}`);
}
for (const month of ['09', '10', '11']) {
  votes(people.clerk, 32, 28, month);
  votes(people.handler, 24, 15, month);
  votes(people.returner, 12, 12, month);
  votes(people.sealer, 5, 1, month);
}
// A heap in one quarter of an hour
sql(`insert into rating (id, quarter, officer_id, unit_id, agency_id, act, channel, score) values ${Array.from({ length: 25 }, () => `(${random()}, '2026-11-27 16:45:00', ${people.handler.id}, ${people.handler.unit}, ${people.handler.unit}, 'visit', 'tablet', 5)`).join(', ')}`);
for (const [state, low, text] of [['new', 1, 'Phải quay lại ba lần vì mỗi lần được hướng dẫn một khác, cán bộ không đưa danh mục giấy tờ đầy đủ ngay từ đầu.'], ['new', 0, 'Cảm ơn cô đã giúp mẹ tôi điền đơn.'], ['shown', 1, 'Chờ quá lâu dù đã đặt lịch hẹn.']])
  sql(`insert into rating_word (id, month, officer_id, unit_id, agency_id, is_low, words, state, moderated_by, moderated_at) select ${random()}, '2026-11-01', ${people.clerk.id}, ${people.clerk.unit}, ${people.clerk.unit}, ${low}, '${text}', '${state}', if('${state}' = 'new', null, id), if('${state}' = 'new', null, '2026-11-20 10:00:00') from user where login = 'manager'`);

await at('09:01:00');
await open();

async function look(visitor, pages, name) {
  for (const base of bases)
    for (const where of pages) {
      assert.equal((await visitor.page.goto(base + where)).status(), 200, base + where);
      await sound(visitor.page, `${name} ${base}${where}`);
    }
  assert.deepEqual(visitor.problems, []);
}
const tokenNow = async () => JSON.parse((await tablet.ask('/kiosk/danh-gia/trang-thai')).body).service;

await test('a citizen rates by keys alone: faces, reasons and words, thanks; without scripts, too', async () => {
  for (const scripts of [true, false]) {
    served(counter, 'clerk');
    const token = await tokenNow();
    const { page, problems, end } = await visit({ scripts, bypassCSP: true });
    try {
      await page.goto(`/danh-gia/${token}`);
      if (scripts) await sound(page, 'rate faces');
      await page.locator('.mc-face--2').focus();
      await submit(page, () => page.keyboard.press('Enter'));
      if (scripts) await sound(page, 'rate reasons');
      await page.locator('#lydo-time').focus();
      await page.keyboard.press('Space');
      await page.locator('textarea').focus();
      await page.keyboard.type('Chờ hơn một giờ');
      await page.locator('main button[type=submit]').focus();
      await submit(page, () => page.keyboard.press('Enter'));
      assert.match(page.url(), /\/danh-gia\?xong=1$/);
      if (scripts) await sound(page, 'rate thanks');
      assert.equal((await page.goto(`/danh-gia/${token}`)).status(), 409);
      if (scripts) await sound(page, 'rate used');
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  }
  leave(counter);
});
await test('a citizen sends a petition by keys and without scripts, follows it and reads the answer', async () => {
  const { page, end } = await visit({ scripts: false });
  let code;
  try {
    await page.goto('/phan-anh');
    await page.locator('input[name=ve]').first().focus();
    await page.keyboard.press('Space');
    await page.locator('textarea[name=noidung]').focus();
    await page.keyboard.type(`Quầy đóng sớm hơn giờ niêm yết ${process.pid}`);
    await page.locator('main form button[type=submit]').last().focus();
    await submit(page, () => page.keyboard.press('Enter'));
    code = await page.locator('.mc-petition-code').innerText();
    assert.match(code, /^\d{4} \d{4} \d{4} \d{4}$/);
    sql(`update feedback_case set answer = 'Từ ngày mai quầy mở đến 17 giờ.', answered_at = '2026-12-01 09:00:00', owner_id = ${people.handler.id}, state = 'answered', is_published = 1, public_words = 'Một quầy đóng sớm.' where words like '%niêm yết ${process.pid}'`);
    await page.goto('/phan-anh/theo-doi');
    await page.locator('main input[name=ma]').focus();
    await page.keyboard.type(code);
    await submit(page, () => page.keyboard.press('Enter'));
    assert.match(await page.locator('main').innerText(), /quầy mở đến 17 giờ/);
  } finally {
    await end();
  }
  const visitor = await visit({ bypassCSP: true });
  try {
    for (const base of bases) {
      await visitor.page.goto(`${base}/phan-anh/theo-doi`);
      await visitor.page.fill('main input[name=ma]', code);
      await submit(visitor.page, () => visitor.page.press('main input[name=ma]', 'Enter'));
      await sound(visitor.page, `${base} petition followed`);
    }
  } finally {
    await visitor.end();
  }
});
await test('pages of citizens with results, answers and questions in them', async () => {
  const visitor = await visit({ bypassCSP: true });
  try {
    await look(visitor, ['/danh-gia', '/danh-gia?xong=2', '/khao-sat', '/khao-sat?xong=1', '/phan-anh', '/phan-anh/theo-doi', '/phan-anh/da-tra-loi'], 'citizen');
    for (const base of bases) {
      await visitor.page.goto(`${base}/phan-anh`);
      await submit(visitor.page, () => visitor.page.locator('main form button[type=submit]').last().click());
      await sound(visitor.page, `${base} petition wrong`);
    }
  } finally {
    await visitor.end();
  }
});
await test('pages of officers with votes, words, heaps of votes, surveys and petitions in them', async () => {
  const ids = sql("select id from feedback_case where kind = 'petition' order by id desc limit 1").map(([id]) => id);
  const [[survey]] = sql('select code from survey order by id limit 1');
  const pages = {
    manager: ['/can-bo/danh-gia', ...['can-bo', 'co-quan', 'thu-tuc', 'thang', 'kenh'].map((by) => `/can-bo/danh-gia?ky=2026&theo=${by}`), '/can-bo/danh-gia/y-kien', '/can-bo/danh-gia/bat-thuong', '/can-bo/khao-sat', `/can-bo/khao-sat/${survey}`, '/can-bo/phan-anh', ...ids.map((id) => `/can-bo/phan-anh/${id}`)],
    clerk: ['/can-bo/danh-gia?ky=2026'],
  };
  for (const [login, list] of Object.entries(pages)) {
    const officer = await Officer.of(login);
    const visitor = await visit({ bypassCSP: true });
    try {
      await visitor.context.addCookies([{ name: 'staff', value: officer.jar.staff, url }]);
      await look(visitor, list, login);
    } finally {
      await visitor.end();
    }
  }
});
await test('on a telephone lists of petitions and surveys are seen whole; on paper they have nothing to fill in', async () => {
  const officer = await Officer.of('manager');
  const { page, context, end } = await visit({ viewport: phone });
  try {
    await context.addCookies([{ name: 'staff', value: officer.jar.staff, url }]);
    for (const where of ['/can-bo/phan-anh', '/can-bo/khao-sat']) {
      await page.goto(where);
      assert.equal(await page.locator('main table').first().evaluate((table) => table.scrollWidth > table.parentNode.clientWidth), false, where);
    }
    await page.emulateMedia({ media: 'print' });
    for (const where of ['/can-bo/khao-sat', `/can-bo/phan-anh/${sql("select max(id) from feedback_case where kind = 'petition'")[0][0]}`]) {
      await page.goto(where);
      assert.deepEqual(await page.locator('main :is(input, select, textarea, button)').evaluateAll((nodes) => nodes.filter((node) => node.type !== 'hidden' && node.checkVisibility()).map((node) => node.name)), [], where);
    }
  } finally {
    await end();
  }
});
await test('on paper results have their period and no keys, links or boxes to type in', async () => {
  const officer = await Officer.of('manager');
  const { page, context, end } = await visit();
  try {
    await context.addCookies([{ name: 'staff', value: officer.jar.staff, url }]);
    await page.goto('/can-bo/danh-gia?ky=2026&theo=thang');
    await page.emulateMedia({ media: 'print' });
    const seen = await page.locator('input:visible, button:visible, nav a:visible, main a:visible').evaluateAll((nodes) => nodes.map((node) => node.textContent.trim() || node.name));
    assert.deepEqual(seen, ['Tháng'], 'only by what');
    assert.ok(await page.locator('#f-ky').isVisible());
  } finally {
    await end();
  }
});
await dev(['clock', 'real']);
await close();
done();
