#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// One's ticket on the telephone: the QR code of the dispenser leads to it, it follows an officer's buttons within a second,
// vibrates and is read out, goes on without the stream of events and without scripts, says when it knows nothing new, and
// names nobody. MOTCUA_SHOTS names a folder for pictures.
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { assert, done, test, until, url } from '../lib/tap.mjs';
import { Desk } from '../lib/desk.mjs';
import { Dispenser, at, freshDay, scanned } from '../lib/dispenser.mjs';
import { sql } from '../lib/reception.mjs';
import { close, desktop, open, overflow, phone, visit } from './browser.mjs';
import { shot, sound } from './sound.mjs';

const tall = { width: 390, height: 844 };
const dispenser = await Dispenser.of(1);
const names = sql('select name from user').map(([name]) => name).filter((name) => name.length > 5);

// A browser that notes when it is asked to vibrate.
const motor = () => {
  window.buzzed = [];
  Object.defineProperty(navigator, 'vibrate', { value: (pattern) => { window.buzzed.push(pattern.length); return true; } });
};

async function pocket(where, { viewport = tall, refuse = [], ...rest } = {}) {
  const visitor = await visit({ viewport, bypassCSP: true, ...rest });
  await visitor.page.addInitScript(motor);
  for (const pattern of refuse) await visitor.page.route(pattern, (route) => route.fulfill({ status: 503, body: '' }));
  await visitor.page.goto(where);
  return visitor;
}

const word = (page) => page.locator('[data-turn-title]').innerText();
const says = (page, text, ms = 15000) => page.waitForFunction((t) => document.querySelector('[data-turn-title]').textContent === t, text, { timeout: ms, polling: 'raf' });
const live = (page, state = 'live', ms = 15000) => page.waitForFunction((s) => document.documentElement.dataset.live === s, state, { timeout: ms, polling: 50 });
const buzzes = (page) => page.evaluate(() => window.buzzed.splice(0));
const events = (id, kind) => Number(sql(`select count(*) from ticket_event where ticket_id = ${id} and kind = '${kind}'`)[0][0]);

const paper = async (id) => scanned(Buffer.from(await (await fetch(`${url}/kiosk/ve/${id}/phieu.pdf`, { headers: { Cookie: `${dispenser.cookie}=${dispenser.secret}` } })).arrayBuffer()));
async function take(letter = 'A', fields = {}) {
  const ticket = await dispenser.ticket(letter, fields);
  return { ...ticket, address: (await paper(ticket.id)).replace(url, '') };
}

// Nobody waits, an officer sits at counter 1, nobody elsewhere.
async function begin() {
  sql(`update ticket set state = 'closed', is_exact = false where state in ('waiting', 'called', 'serving', 'parked', 'missed');
    update counter_session set state = 'closed', pause_reason = null, closed_at = changed_at where state <> 'closed'`);
  return Desk.at('clerk', dispenser.hallCode, 1);
}
// The page as it stands now, in a browser of its own.
async function look(address, name) {
  const { page, end } = await pocket(address, { viewport: desktop });
  try {
    await sound(page, name);
  } finally {
    await end();
  }
}
async function press(desk, action, fields, where) {
  const answer = await desk.press(action, fields, where);
  assert.equal(answer.status, 303, `${action}: ${answer.status}`);
}

await open();
await freshDay();

await test('the QR code on paper and on the screen of the dispenser leads to the ticket', async () => {
  await begin();
  const ticket = await take();
  assert.match(ticket.address, /^\/ve\/[0-9bcfghjkmnpqrstvx]{24}$/);
  const stand = await visit({ viewport: { width: 1080, height: 1920 } });
  await stand.context.addCookies([{ name: dispenser.cookie, value: dispenser.secret, url }]);
  await stand.page.goto(`/kiosk/ve/${ticket.id}`);
  const picture = path.join(process.env.MOTCUA_TMP, 'screen.png');
  await stand.page.screenshot({ path: picture });
  await stand.end();
  const read = execFileSync('zbarimg', ['-q', '--raw', picture], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  assert.equal(read, url + ticket.address);
  const { page, problems, end } = await pocket(read, { viewport: phone });
  try {
    assert.equal(await page.locator('.mc-phone__number').innerText(), ticket.label);
    assert.ok((await page.locator('.mc-phone__number').boundingBox()).height > 80, 'a huge number');
    assert.match(await page.title(), new RegExp(`^${ticket.label} · `));
    assert.equal(await overflow(page), 0);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});

await test('it follows every button of the officer: seen within a second, read out, felt', async () => {
  const desk = await begin();
  const [first, second, third, mine] = [await take(), await take(), await take(), await take()];
  const { page, problems, end } = await pocket(mine.address);
  try {
    await live(page);
    assert.equal(await word(page), 'Đang chờ');
    assert.equal(await page.locator('[data-turn-ahead]').innerText(), '3');
    await look(mine.address, 'turn waiting');
    await press(desk, '/goi-tiep');
    await says(page, 'Sắp đến lượt bạn');
    assert.deepEqual(await buzzes(page), [3], 'felt when it is near');
    await look(mine.address, 'turn next');
    for (const { id } of [first, second, third]) {
      await press(desk, '/da-den');
      await press(desk, '/xong');
      if (id !== third.id) await press(desk, '/goi-tiep');
    }
    await live(page);
    await buzzes(page);
    const seen = says(page, 'Mời đến quầy', 5000).then(() => Date.now());
    await press(desk, '/goi-tiep');
    const committed = Date.now();
    const took = await seen - committed;
    console.log(`# called: seen ${took} ms after the officer had his answer`);
    assert.ok(took < 1000, `${took} ms`);
    assert.deepEqual(await buzzes(page), [5]);
    const region = page.locator('[aria-live=assertive]');
    assert.equal(await region.getAttribute('role'), 'status');
    assert.equal(await region.getAttribute('aria-atomic'), 'true');
    assert.match((await region.innerText()).replace(/\s+/g, ' '), /^Mời đến quầy Quầy 1 Mang theo giấy tờ và phiếu số\.$/);
    assert.match(await page.title(), new RegExp(`^${mine.label} · Mời đến quầy`));
    await look(mine.address, 'turn called');
    const said = await page.content() + await (await fetch(`${url}${mine.address}/trang-thai`)).text();
    for (const name of names) assert.ok(!said.includes(name), 'somebody is named');
    await press(desk, '/goi-lai');
    await until(async () => (await buzzes(page)).length > 0, 'vibrating when called again');
    await press(desk, '/da-den');
    await says(page, 'Đang phục vụ');
    await look(mine.address, 'turn serving');
    await press(desk, '/gac', { ghichu: 'đi photo' }, '/gac');
    await says(page, 'Đang chờ thêm');
    assert.ok(!await page.locator('[data-turn-counter]').isVisible(), 'no counter to go to');
    await look(mine.address, 'turn parked');
    await press(desk, '/tiep-tuc');
    await says(page, 'Đang phục vụ');
    await press(desk, '/xong');
    await says(page, 'Đã xong');
    await look(mine.address, 'turn done');
    await page.locator('[data-turn-rate] a').click();
    await page.waitForURL(/\/danh-gia\//);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});

await test('missed: told to come and that three go first; back in the line it says how many; a second time it says where to go', async () => {
  const desk = await begin();
  const mine = await take();
  for (let i = 1; i <= 4; i++) {
    await at(`09:01:0${i}`);
    await take();
  }
  const { page, end } = await pocket(mine.address);
  try {
    await press(desk, '/goi-tiep');
    await says(page, 'Mời đến quầy');
    await at('09:10');
    await press(desk, '/vang');
    await says(page, 'Đã gọi mà chưa gặp bạn');
    assert.match(await page.locator('[data-turn-text]').innerText(), /quầy 1 .*sau ba người/);
    await look(mine.address, 'turn missed');
    await press(desk, '/cho-lai');
    await page.waitForFunction(() => document.querySelector('[data-turn-ahead]').textContent === '3', null, { timeout: 20000 });
    for (let i = 0; i < 3; i++) {
      await press(desk, '/goi-tiep');
      await press(desk, '/da-den');
      await press(desk, '/xong');
    }
    await press(desk, '/goi-tiep');
    await says(page, 'Mời đến quầy');
    await at('09:20');
    await press(desk, '/vang');
    await says(page, 'Đã gọi mà chưa gặp bạn');
    assert.match(await page.locator('[data-turn-text]').innerText(), /đã được chờ lại một lần/);
  } finally {
    await end();
  }
});

await test('moved to another group it keeps its number and shows the new queue', async () => {
  const desk = await begin();
  const mine = await take();
  const { page, end } = await pocket(mine.address);
  try {
    await press(desk, '/goi-tiep');
    await press(desk, '/da-den');
    await says(page, 'Đang phục vụ');
    await press(desk, '/chuyen', { nhom: dispenser.group('B') }, '/chuyen');
    await page.waitForFunction(() => document.querySelector('[data-turn-group]').textContent === 'Doanh nghiệp, đầu tư');
    assert.equal(await page.locator('.mc-phone__number').innerText(), mine.label);
    assert.equal(await word(page), 'Đang chờ', 'no counter of that group is open: nothing is near');
    await look(mine.address, 'turn transferred');
  } finally {
    await end();
  }
});

await test('where the stream of events is refused it asks again and again', async () => {
  const desk = await begin();
  const mine = await take();
  const { page, end } = await pocket(mine.address, { refuse: ['**/ve/tin/**'] });
  try {
    await live(page, 'polling');
    await press(desk, '/goi-tiep');
    const begun = Date.now();
    await says(page, 'Mời đến quầy', 10000);
    console.log(`# by asking: seen after ${Date.now() - begun} ms`);
    assert.deepEqual((await buzzes(page)).at(-1), 5);
    assert.ok(!await page.locator('[data-live-band]').isVisible());
  } finally {
    await end();
  }
});

await test('without news it says so within ten seconds and since when, and is back within five', async () => {
  await begin();
  const mine = await take();
  const { page, end } = await pocket(mine.address, { refuse: ['**/ve/tin/**'] });
  try {
    await live(page, 'polling');
    const silent = (route) => route.abort();
    await page.route('**/trang-thai', silent);
    await live(page, 'lost', 14000);
    const band = page.locator('[data-live-band]');
    assert.match(await band.innerText(), /^Mất kết nối\. Số liệu này có từ \d\d:\d\d:\d\d\.$/);
    await shot(page, 'turn lost');
    await page.unroute('**/trang-thai', silent);
    await live(page, 'polling', 5000);
    assert.ok(!await band.isVisible());
  } finally {
    await end();
  }
});

await test('without scripts it loads itself anew, shows the call, and takes the ticket back', async () => {
  const desk = await begin();
  const [mine, other] = [await take('A', { dien: 'elderly' }), await take('K')];
  const { page, end } = await pocket(mine.address, { viewport: phone, scripts: false });
  try {
    assert.match(await page.content(), /<meta http-equiv="refresh" content="15">/);
    assert.match(await word(page), /Sắp đến lượt bạn/);
    assert.ok(!await page.locator('[data-live-band]').isVisible());
    assert.ok(!await page.locator('[data-turn-sound]').isVisible(), 'no button that does nothing');
    await press(desk, '/goi-tiep');
    await page.reload();
    assert.equal(await word(page), 'Mời đến quầy');
    assert.equal(await page.locator('[data-turn-number]').innerText(), '1');
    await press(desk, '/da-den');
    await press(desk, '/xong');
    await page.reload();
    assert.equal(await word(page), 'Đã xong');
    assert.ok(!await page.locator('[data-turn-counter]').isVisible());
    await page.goto(other.address);
    await page.locator('[data-turn-cancel] summary').click();
    await Promise.all([page.waitForNavigation(), page.locator('[data-turn-cancel] button').click()]);
    assert.equal(await word(page), 'Bạn đã thôi chờ');
  } finally {
    await end();
  }
});

await test('given back with a double click, once', async () => {
  await begin();
  const mine = await take('K');
  const { page, end } = await pocket(mine.address);
  try {
    await live(page);
    await page.locator('[data-turn-cancel] summary').click();
    await shot(page, 'turn give back');
    await page.locator('[data-turn-cancel] button').dblclick();
    await says(page, 'Bạn đã thôi chờ');
    assert.equal(events(mine.id, 'cancelled'), 1);
    await sound(page, 'turn given back');
    await page.goto(`/en${mine.address}`);
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    await sound(page, 'en turn given back');
  } finally {
    await end();
  }
});

await test('asking to be told: a page of its own, in both languages, with what is wrong and what was asked', async () => {
  await begin();
  const had = sql("select value from setting where name = 'turn_messages'")[0]?.[0];
  sql("insert into setting (name, value, is_public) values ('turn_messages', 'mail,sms', 1) on duplicate key update value = 'mail,sms', is_public = 1");
  try {
    for (const base of ['', '/en']) {
      const mine = await take('K');
      await look(`${base}${mine.address}`, `${base} turn offers to tell`);
      const { page, end } = await pocket(`${base}${mine.address}`);
      try {
        await Promise.all([page.waitForNavigation(), page.locator('.mc-phone__notice a').click()]);
        await look(page.url(), `${base} turn notice`);
        await page.fill('input[name=dienthoai]', '12');
        await Promise.all([page.waitForNavigation(), page.locator('main form button').click()]);
        assert.equal(await page.inputValue('input[name=dienthoai]'), '12');
        await sound(page, `${base} turn notice wrong`);
        await page.fill('input[name=dienthoai]', '0912 345 678');
        await page.locator('main form button').dblclick();
        await page.waitForURL((where) => where.pathname === `${base}${mine.address}`);
        await look(page.url(), `${base} turn notice asked`);
        await Promise.all([page.waitForNavigation(), page.locator('.mc-phone__notice a').click()]);
        await look(page.url(), `${base} turn notice stop`);
        await Promise.all([page.waitForNavigation(), page.locator('main form button').click()]);
        assert.equal(sql(`select count(*) from ticket_notice where ticket_id = ${mine.id}`)[0][0], '0');
      } finally {
        await end();
      }
    }
  } finally {
    sql(`update setting set value = '${had ?? ''}' where name = 'turn_messages'`);
  }
});

await test('on another day, and with a token that is not ours, there is nothing to see', async () => {
  await begin();
  const mine = await take('K');
  const forged = mine.address.slice(0, -1) + (mine.address.endsWith('0') ? '1' : '0');
  await freshDay();
  for (const where of [mine.address, forged, '/ve/0', `/en${mine.address}`]) {
    const { page, end } = await pocket('/');
    try {
      assert.equal((await page.goto(where)).status(), 404, where);
      assert.equal(await page.locator('[data-turn]').count(), 0);
      await sound(page, `turn gone ${where.length}`);
    } finally {
      await end();
    }
  }
});

await test('left open overnight: the page says that the number is over, and asks no more', async () => {
  await begin();
  const mine = await take('K');
  const { page, end } = await pocket(mine.address);
  try {
    await live(page);
    let asked = 0;
    page.on('request', (request) => { if (request.url().endsWith('/trang-thai')) asked += 1; });
    await freshDay();
    await page.getByRole('heading', { name: 'Số này không còn xem được' }).waitFor({ timeout: 40000 });
    assert.equal(await page.locator('[data-turn]').count(), 0);
    const before = asked;
    await page.waitForLoadState('load');
    assert.ok(before <= 2, `${before} questions`);
  } finally {
    await end();
  }
});

await begin();
await at('real');
await close();
done();
