#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The ticket dispenser as people touch it: three touches and four seconds to a printed ticket, twice tapped once given,
// and what it does when the server is killed, hangs or comes back, when its page is loaded anew without it, when the
// power goes, and when its printer fails. Every number is compared with the table of tickets.
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { assert, done, test, until, url } from '../lib/tap.mjs';
import { Dispenser, at, day, freshDay } from '../lib/dispenser.mjs';
import { dev, end, kill, pids } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';
import { close, executablePath, open, visit } from './browser.mjs';
import { Keys } from './keyboard/page.mjs';
import { shot, sound } from './sound.mjs';

const upright = { width: 1080, height: 1920 };
const dispenser = await Dispenser.of(1);
const one = (text) => sql(text)[0]?.[0];
const tickets = () => sql(`select concat(g.letter, lpad(t.number, 3, '0')) from ticket t join service_group g on g.id = t.letter_group_id where t.service_date = '${day}' order by t.id`).map(([l]) => l);

const printing = () => one(`select printer from device where id = ${dispenser.id}`);
const out = (page) => page.locator('.mc-turn__print--bad', { hasText: 'Máy in đang trục trặc. Số của bạn vẫn có hiệu lực' }).waitFor();

// Its browser has a printer that counts, or one that fails.
const printer = () => {
  window.printed = 0;
  window.print = () => {
    window.printed += 1;
    if (window.localStorage.getItem('broken')) throw new Error('no printer');
  };
};

async function stand(context) {
  await context.addCookies([{ name: dispenser.cookie, value: dispenser.secret, url }]);
  await context.addInitScript(printer);
}

// One dispenser with everything a fresh page has fetched: numbers lent, its parts kept.
async function screen({ viewport = upright, where = '/kiosk/lay-so', ...rest } = {}) {
  const visitor = await visit({ viewport, hasTouch: true, bypassCSP: true, ...rest });
  await stand(visitor.context);
  if (where) await visitor.page.goto(where);
  return { ...visitor, see: new Screen(visitor.page) };
}

class Screen {
  constructor(page) {
    this.page = page;
  }

  // Numbers are lent and the page is kept.
  ready(least = 10) {
    return until(() => this.page.evaluate(async () => {
      if (!(await indexedDB.databases()).some(({ name }) => name === 'motcua-lay-so')) return [0, false];
      const held = await new Promise((resolve, reject) => {
        const asked = indexedDB.open('motcua-lay-so');
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const all = asked.result.transaction('blocks').objectStore('blocks').getAll();
          all.onsuccess = () => { asked.result.close(); resolve(all.result.length); };
        };
      });
      return [held, Boolean(await (await caches.open('motcua-lay-so')).match('/en/kiosk/lay-so'))];
    }).then(([held, kept]) => held >= least && kept), 'numbers and the page to be kept', 20000);
  }

  group(letter) {
    return this.page.locator(`a.mc-group[href="#nhom-${dispenser.group(letter)}"]`);
  }

  service(letter, i = 0) {
    return this.page.locator(`#nhom-${dispenser.group(letter)} label.mc-service`).nth(i);
  }

  take(letter, value = 'ordinary') {
    return this.page.locator(`#nhom-${dispenser.group(letter)} button[name=dien][value=${value}]`);
  }

  async number() {
    return (await this.page.locator('.mc-turn__number').innerText()).trim();
  }

  // As a person does it; the answer: number, touches, milliseconds from the first touch to the order to print.
  async get(letter, value) {
    const before = await this.page.evaluate(() => window.printed);
    const begun = Date.now();
    let touches = 0;
    for (const spot of [this.group(letter), this.service(letter), this.take(letter, value)]) {
      if (await spot.count()) {
        await spot.tap();
        touches += 1;
      }
    }
    await this.page.waitForFunction((n) => window.printed > n, before, { polling: 50 });
    return { ms: Date.now() - begun, touches, number: await this.number() };
  }

  async back() {
    await this.page.locator('[data-leave]').tap();
    await this.page.locator('.mc-disp__start').waitFor();
  }

  // As fast as a scanner types.
  scan(text) {
    return this.page.evaluate((keys) => keys.forEach((key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: /\d/.test(key) ? `Digit${key}` : key, bubbles: true, cancelable: true }))), [...text, 'Enter']);
  }

  band() {
    return this.page.locator('[data-band]:not([hidden])').innerText();
  }
}

await open();

// ---- with the server

await freshDay();
await test('three touches and less than four seconds to a printed ticket; two where a group has one service', async () => {
  const { page, see, problems, end: leave } = await screen();
  try {
    await see.ready();
    const first = await see.get('A');
    assert.equal(first.touches, 3);
    assert.ok(first.ms < 4000, `${first.ms} ms`);
    assert.equal(first.number, 'A001');
    assert.match(await page.locator('.mc-turn').innerText(), /0\s+người chờ trước bạn/);
    await shot(page, 'dispenser-ticket');
    await see.back();
    const second = await see.get('R');
    assert.equal(second.touches, 2);
    assert.equal(second.number, 'R001');
    console.log(`# ${first.ms} and ${second.ms} ms`);
    assert.deepEqual(problems, []);
  } finally {
    await leave();
  }
});
await test('who goes before others needs no more touches', async () => {
  const { page, see, end: leave } = await screen();
  try {
    const { touches, number } = await see.get('A', 'elderly');
    assert.equal(touches, 3);
    assert.match(await page.locator('.mc-turn').innerText(), /Người cao tuổi/);
    assert.equal(one(`select class from ticket t where service_date = '${day}' and number = ${Number(number.slice(1))} and letter_group_id = ${dispenser.group('A')}`), 'elderly');
  } finally {
    await leave();
  }
});
await test('two quick taps give one ticket, and the screen goes back by itself within a quarter of a minute', async () => {
  const { page, see, end: leave } = await screen();
  try {
    const before = tickets().length;
    await see.group('B').tap();
    await see.service('B').tap();
    await see.take('B').evaluate((button) => { button.click(); button.click(); setTimeout(() => button.click()); });
    await page.locator('.mc-turn__number').waitFor();
    const shown = Date.now();
    await page.locator('.mc-disp__start').waitFor({ timeout: 20000 });
    const after = Date.now() - shown;
    assert.ok(after > 9000 && after < 15000, `${after} ms`);
    assert.equal(tickets().length, before + 1);
    assert.equal(await page.evaluate(() => window.printed), 1);
  } finally {
    await leave();
  }
});
await test('nothing chosen: it asks for a service and keeps the step', async () => {
  const { page, see, end: leave } = await screen();
  try {
    await see.group('A').tap();
    await see.take('A').tap();
    await page.locator('[data-missing]:not([hidden])').first().waitFor();
    assert.match(await page.locator('[data-missing]:not([hidden])').first().innerText(), /Chọn ít nhất một việc/);
  } finally {
    await leave();
  }
});
await test('printed again with a mark; a printer that fails leaves the number large on the screen', async () => {
  const { page, see, end: leave } = await screen();
  try {
    const { number } = await see.get('C');
    assert.match(await page.locator('.mc-turn__bar').innerText(), /số vẫn có hiệu lực/);
    assert.ok(await page.locator('[data-missing-slip]').isHidden(), 'first it is printed again');
    await page.locator('[data-again]').tap();
    await page.waitForFunction(() => window.printed === 2);
    await page.waitForFunction(() => /lần 1/.test(document.querySelector('.mc-slip__again').textContent));
    assert.equal(printing(), 'unknown', 'printed again is no fault');
    await page.locator('[data-missing-slip]').tap();
    await out(page);
    await until(() => printing() === 'trouble', 'the word of the visitor in the list of devices');
    await see.back();
    const next = await see.get('C');
    assert.notEqual(next.number, number);
    await out(page);
    assert.match(await page.locator('[data-leaving]').innerText(), /[23]\d giây/, 'time to write it down');
    const box = await page.locator('.mc-turn__number').boundingBox();
    assert.ok(box.height > 200, `${box.height} px`);
    await sound(page, 'dispenser ticket without paper');
    await see.back();
    sql(`update device set printer = 'ok' where id = ${dispenser.id}`);
    await page.evaluate(() => window.MotcuaHealth.report());
    await see.get('C');
    assert.match(await page.locator('[data-printing]').innerText(), /Đang in/, 'mended');
    await see.back();
    await page.evaluate(() => localStorage.setItem('broken', '1'));
    await see.get('C');
    await out(page);
    await until(() => printing() === 'trouble', 'a browser that cannot print at all');
  } finally {
    sql(`update device set printer = 'unknown' where id = ${dispenser.id}`);
    await leave();
  }
});
await test('without scripts the same page gives a ticket by links and a form', async () => {
  const { page, see, end: leave } = await screen({ scripts: false });
  try {
    await see.group('A').tap();
    await see.service('A').tap();
    await Promise.all([page.waitForURL(/\/kiosk\/ve\/\d+$/), see.take('A').tap()]);
    assert.match(await see.number(), /^A\d{3}$/);
  } finally {
    await leave();
  }
});
await test('touched before the script is there: the ticket is a page of its own that prints, goes back by itself and stays nowhere', async () => {
  const { page, see, end: leave } = await screen({ where: '' });
  try {
    await page.route(/\/static\/dispenser-[0-9a-f]+\.js/, (route) => route.abort());
    await page.clock.install();
    await page.goto('/kiosk/lay-so');
    await see.group('A').tap();
    await see.service('A').tap();
    const before = tickets().length;
    await Promise.all([page.waitForURL(/\/kiosk\/ve\/\d+$/), see.take('A').tap()]);
    assert.equal(tickets().length, before + 1);
    await page.unroute(/\/static\/dispenser-[0-9a-f]+\.js/);
    await page.locator('[data-keep]:not([hidden])').waitFor();
    await until(() => page.evaluate(() => window.printed === 1), 'the slip');
    await page.locator('[data-keep]').tap();
    await page.clock.runFor(50000);
    assert.match(page.url(), /\/kiosk\/ve\/\d+$/);
    await page.clock.runFor(11000);
    await page.locator('.mc-disp--scans .mc-disp__start').waitFor();
    assert.equal(new URL(page.url()).pathname, '/kiosk/lay-so');
  } finally {
    await leave();
  }
});
await test('the page of a ticket that is loaded anew prints no second slip', async () => {
  const { page, end: leave } = await screen({ where: `/kiosk/ve/${(await dispenser.ticket('A')).id}` });
  try {
    await page.waitForFunction(() => window.printed === 1);
    await page.reload();
    await page.locator('[data-leaving]', { hasText: /\d/ }).waitFor();
    await page.evaluate(() => document.fonts.ready.then(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(resolve))); })));
    assert.equal(await page.evaluate(() => window.printed), 0);
  } finally {
    await leave();
  }
});
await test('scanned before the script is there: what a code has led to goes back by itself', async () => {
  const { page, end: leave } = await screen({ where: '' });
  try {
    await page.route(/\/static\/dispenser-[0-9a-f]+\.js/, (route) => route.abort());
    await page.clock.install();
    await page.goto('/kiosk/lay-so');
    await page.locator('#f-ma').fill('1111222233334440');
    await Promise.all([page.waitForURL('**/kiosk/lay-so/ma'), page.locator('#f-ma').press('Enter')]);
    await page.locator('[data-found]').waitFor();
    await page.unroute(/\/static\/dispenser-[0-9a-f]+\.js/);
    await page.clock.runFor(50000);
    await page.locator('[data-found]').waitFor();
    await page.clock.runFor(12000);
    await page.locator('.mc-disp--scans .mc-disp__start').waitFor();
  } finally {
    await leave();
  }
});
await test('a receipt held in front of the scanner, whatever is on the screen', async () => {
  const ready = JSON.parse(fs.readFileSync(`${process.env.MOTCUA_TOP}/sql/sample/dossiers.json`, 'utf8')).items.find((d) => d.state === 'ready' && d.deliver_by === 'counter' && d.counter === 'TTHCC');
  const { page, see, end: leave } = await screen();
  try {
    await see.group('A').tap();
    await see.scan(ready.lookup);
    await page.locator('[data-found]').waitFor();
    assert.match(await page.locator('[data-found]').innerText(), /Kết quả đã có/);
    await page.locator('[data-found] .mc-take').tap();
    await page.locator('.mc-turn__number').waitFor();
    assert.match(await see.number(), /^R\d{3}$/);
    assert.notEqual(one('select dossier_id from ticket order by id desc limit 1'), 'NULL');
  } finally {
    await leave();
  }
});
await test('a code that is none of ours takes no ticket for what is ticked', async () => {
  const { page, see, end: leave } = await screen();
  try {
    await page.locator('.mc-disp--scans').waitFor();
    await see.group('A').tap();
    await see.service('A').tap();
    assert.equal(await page.evaluate(() => document.activeElement.type), 'checkbox');
    const before = tickets().length;
    const keys = await Keys.of(page);
    await keys.type('https://evil.example/abc?x=1 2', 10, 'Enter');
    await page.locator('[data-found]', { hasText: 'Chưa đọc được mã này' }).waitFor();
    assert.equal(tickets().length, before);
    await page.locator('[data-leave]').tap();
    await page.locator('.mc-disp__start').waitFor();
  } finally {
    await leave();
  }
});

// ---- without the server

const back = () => dev('up');
// The outside list: what people were given, against what the server has in the end.
const reconciled = (given) => until(() => given.every((number) => tickets().includes(number)), 'the report of what was given out', 40000);

await freshDay();
await test('server killed: lent numbers at once, a page loaded anew without it, and one list in the end', async () => {
  const { page, see, end: leave } = await screen();
  const given = [];
  try {
    await see.ready();
    given.push((await see.get('A')).number);
    await see.back();
    await end('kiosk');
    for (const letter of ['A', 'A', 'R']) {
      const { ms, number } = await see.get(letter);
      assert.ok(ms < 5000, `${ms} ms`);
      assert.match(number, /^[AR]8\d\d$/);
      given.push(number);
      await page.locator('.mc-slip__qr path').first().evaluate((node) => { if (!node.getAttribute('d')) throw new Error('no code'); });
      await shot(page, `dispenser-away-${letter}`);
      await see.back();
    }
    assert.match(await see.band(), /mất kết nối.*vẫn lấy được số/s);
    await page.reload();
    await page.locator('.mc-disp__start').waitFor();
    await shot(page, 'dispenser-away-start');
    given.push((await see.get('A', 'pregnant')).number);
    await see.back();
    await page.goto('/en/kiosk/lay-so');
    given.push((await see.get('D')).number);
    await see.back();
    assert.equal(new Set(given).size, given.length);
    await back();
    await reconciled(given);
    assert.equal(tickets().length, given.length, 'and nothing else');
    const lent = sql(`select number from ticket where service_date = '${day}' and lease_id is not null and letter_group_id = ${dispenser.group('A')} order by number`).map(([n]) => Number(n));
    assert.deepEqual(lent, lent.map((_, i) => lent[0] + i), 'without a gap');
    assert.equal(one(`select class from ticket where service_date = '${day}' and number = ${lent.at(-1)} and letter_group_id = ${dispenser.group('A')}`), 'pregnant');
    await until(async () => (await page.locator('[data-band]').isHidden()), 'the band to go');
    const after = await see.get('A');
    assert.equal(after.number, 'A002', 'the server goes on where it was');
  } finally {
    await back();
    await leave();
  }
});
await freshDay();
await test('server without an answer: three seconds, a lent number, and no ticket of nobody is left when it wakes up', async () => {
  const { page, see, end: leave } = await screen();
  let stopped = [];
  try {
    await see.ready();
    await see.group('L').tap();
    await see.service('L').tap();
    await page.waitForResponse((answer) => answer.url().includes('trang-thai'));
    stopped = pids('kiosk');
    stopped.forEach((pid) => kill(pid, 'SIGSTOP'));
    const begun = Date.now();
    await see.take('L').tap();
    await page.waitForFunction(() => window.printed === 1, null, { polling: 50 });
    const ms = Date.now() - begun;
    const number = await see.number();
    assert.match(number, /^L8\d\d$/);
    assert.ok(ms < 4500, `${ms} ms`);
    await see.back();
    stopped.forEach((pid) => kill(pid, 'SIGCONT'));
    await reconciled([number]);
    await until(() => one(`select count(*) from request_key where result_url = '/kiosk/lay-so'`) !== '0' || tickets().length === 2, 'the form that came late');
    await until(() => one(`select count(*) from ticket where service_date = '${day}' and state = 'waiting'`) === '1', 'one person who waits');
    assert.equal(one(`select group_concat(state order by state) from ticket where service_date = '${day}' and lease_id is null`).replace('NULL', 'cancelled'), 'cancelled');
  } finally {
    stopped.forEach((pid) => kill(pid, 'SIGCONT'));
    await back();
    await leave();
  }
});
await freshDay();
await test('a telephone that scanned a lent number is told so, then its place', async () => {
  const { see, end: leave } = await screen();
  try {
    await see.ready();
    await end('kiosk');
    const { number } = await see.get('P');
    const block = sql(`select l.id, l.first_number from number_lease l where l.group_id = ${dispenser.group('P')} and l.service_date = '${day}' order by l.id desc limit 1`)[0];
    assert.ok(Number(number.slice(1)) >= Number(block[1]));
    const code = await see.page.locator('.mc-slip .mc-slip__qr').evaluate((svg) => {
      const image = svg.cloneNode(true);
      image.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
      image.setAttribute('width', '400');
      image.setAttribute('height', '400');
      return new XMLSerializer().serializeToString(image);
    });
    const address = await decoded(see.page, code);
    const phone = await (await fetch(url + new URL(address).pathname)).text();
    assert.ok(phone.includes(number));
    assert.match(phone, /Máy lấy số đang mất kết nối/);
    await back();
    await reconciled([number]);
    assert.match(await (await fetch(url + new URL(address).pathname)).text(), /Đang chờ|Sắp đến lượt/);
  } finally {
    await back();
    await leave();
  }
});
await freshDay();
await test('the block is used up: nobody gets a number twice, people are sent to the counter', async () => {
  const { page, see, end: leave } = await screen();
  const given = [];
  try {
    await see.ready();
    await end('kiosk');
    for (let i = 0; i < 20; i++) {
      given.push((await see.get('Y')).number);
      await see.back();
    }
    assert.equal(new Set(given).size, 20);
    await see.group('Y').tap();
    await see.service('Y').tap();
    await see.take('Y').tap();
    await until(async () => /Mời bạn đến quầy hướng dẫn/.test(await page.locator('[data-band]').innerText().catch(() => '')), 'the words');
    await shot(page, 'dispenser-used-up');
    // what is heard meanwhile, that the server is still away, does not take the words from who reads them
    for (let i = 0; i < 2; i++) await page.waitForEvent('requestfailed', { timeout: 10000 });
    assert.match(await page.locator('[data-band]').innerText(), /Mời bạn đến quầy hướng dẫn/);
    await back();
    await reconciled(given);
  } finally {
    await back();
    await leave();
  }
});
await freshDay();
await test('power lost right after a number was shown: it is never shown again', async () => {
  const folder = fs.mkdtempSync(path.join(process.env.MOTCUA_TMP, 'kiosk-'));
  const launch = async () => {
    const context = await chromium.launchPersistentContext(folder, {
      executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'], baseURL: url, viewport: upright, hasTouch: true, locale: 'vi-VN', bypassCSP: true,
    });
    await stand(context);
    const page = context.pages()[0] || await context.newPage();
    await page.goto('/kiosk/lay-so');
    return { context, page, see: new Screen(page) };
  };
  // Its processes, by the folder that is theirs alone.
  const pull = () => fs.readdirSync('/proc').filter((pid) => /^\d+$/.test(pid)).filter((pid) => {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(folder);
    } catch {
      return false;
    }
  }).forEach((pid) => { try { process.kill(Number(pid), 'SIGKILL'); } catch { /* gone already */ } });
  const given = [];
  try {
    for (let i = 0; i < 3; i++) {
      const { context, page, see } = await launch();
      if (i === 0) {
        await see.ready();
        await end('kiosk');
      }
      given.push((await see.get('B')).number);
      page.on('crash', () => {});
      pull();
      await context.close().catch(() => {});
    }
    assert.equal(new Set(given).size, 3, given.join(' '));
    await back();
    const { context } = await launch();
    await reconciled(given);
    await context.close();
  } finally {
    await back();
  }
});

// ---- every state is sound

async function decoded(page, svg) {
  const png = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(source)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 400;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, 400, 400);
    pen.drawImage(image, 0, 0, 400, 400);
    return canvas.toDataURL('image/png').split(',')[1];
  }, svg);
  const file = path.join(process.env.MOTCUA_TMP, 'lent.png');
  fs.writeFileSync(file, Buffer.from(png, 'base64'));
  const { execFileSync } = await import('node:child_process');
  return execFileSync('zbarimg', ['-q', '--raw', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}

for (const base of ['', '/en']) {
  await test(`${base || '/vi'}: start, step, ticket, closed and scanned are accessible, valid and fit`, async () => {
    await at('09:30');
    for (const [name, go] of Object.entries({
      start: async () => {},
      step: async (see) => see.group('A').tap(),
      ticket: async (see) => see.get('A'),
      scanned: async (see) => { await see.scan('1111222233334440'); await see.page.locator('[data-found]').waitFor(); },
      closed: async (see) => { await at('2026-12-05 10:00'); await see.page.reload(); await see.page.locator('.mc-disp__shut').waitFor(); },
    })) {
      const { page, see, end: leave } = await screen({ where: `${base}/kiosk/lay-so` });
      try {
        await go(see);
        await sound(page, `${base} dispenser ${name}`);
        await page.setViewportSize(upright);
        await shot(page, `${base} dispenser ${name} upright`);
        await page.setViewportSize({ width: 1280, height: 1024 });
        await shot(page, `${base} dispenser ${name} lying`);
      } finally {
        await leave();
      }
    }
    await at('09:30');
  });
}
await test('every target is at least 64 px and text at least 26 px; large letters and high contrast on request', async () => {
  const { page, see, end: leave } = await screen();
  try {
    const small = await page.evaluate(() => [...document.querySelectorAll('main a, main button, main label')].filter((node) => node.checkVisibility({ opacityProperty: true })).map((node) => [node.className, node.getBoundingClientRect()])
      .filter(([, box]) => box.width > 2 && (box.height < 64 || box.width < 64)).map(([name, box]) => `${name} ${box.width}×${box.height}`));
    assert.deepEqual(small, []);
    await page.locator('[data-view=l]').tap();
    await page.locator('[data-view=c]').tap();
    await see.group('A').tap();
    await shot(page, 'dispenser-larger-contrast');
    await page.locator('.mc-step:target .mc-step__back').tap();
    await shot(page, 'dispenser-start-larger-contrast');
    assert.deepEqual(await page.evaluate(() => [...document.documentElement.classList].filter((name) => /larger|contrast/.test(name)).sort()), ['mc-root--kiosk-contrast', 'mc-root--kiosk-larger']);
  } finally {
    await leave();
  }
});
// What can be touched, from the top of the page on; a link far below the rest is nobody's.
const touched = (page) => page.evaluate(() => [...document.querySelectorAll('.mc-header a, main a, main button, main label, .mc-footer a')]
  .filter((node) => node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && node.getBoundingClientRect().width > 2)
  .map((node) => ({ what: node.className, top: node.getBoundingClientRect().top + scrollY, height: node.getBoundingClientRect().height })));

// The key of help can be touched, and nothing lies over it or below it.
async function helps(page, what) {
  const key = page.locator('[data-help]');
  assert.ok(await key.isVisible(), `${what}: help`);
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
  const hit = await page.evaluate(() => {
    const foot = document.querySelector('.mc-disp__foot').getBoundingClientRect();
    const { x, y, width, height } = document.querySelector('[data-help]').getBoundingClientRect();
    const over = [...document.querySelectorAll('main h2, main a, main button, main label, main p')]
      .filter((node) => !node.closest('.mc-disp__foot') && node.checkVisibility({ opacityProperty: true }))
      .map((node) => [node.className || node.tagName, node.getBoundingClientRect()])
      .filter(([, box]) => box.width > 2 && box.height > 2 && box.bottom > foot.top + 1 && box.top < foot.bottom).map(([name]) => name);
    return { top: Boolean(document.elementFromPoint(x + width / 2, y + height / 2)?.closest('[data-help]')), over };
  });
  assert.deepEqual(hit, { top: true, over: [] }, what);
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
}

for (const base of ['', '/en'])
  for (const viewport of [upright, { width: 1280, height: 1024 }])
    await test(`${base || '/vi'} ${viewport.width}: help on every screen, and everything within reach when asked, until the visit ends`, async () => {
      const { page, see, problems, end: leave } = await screen({ viewport, where: `${base}/kiosk/lay-so` });
      const within = async (what) => {
        await helps(page, what);
        const all = await touched(page);
        assert.ok(all.length > 4, what);
        assert.deepEqual(all.filter(({ top }) => top < viewport.height / 3).map(({ what: name }) => name), [], `${what}: too high`);
        assert.deepEqual(all.filter(({ what: name, height }) => height < 63.5 && !/mc-brand|mc-lang/.test(name) && name).map(({ what: name, height }) => `${name} ${height}`), [], `${what}: too small`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0, what);
        const over = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
        // what has long names in English may go on below a screen that lies, and is scrolled
        assert.ok(over <= (viewport === upright ? 0 : { start: 200, step: 60, scanned: 100 }[what] || 0), `${what}: ${over} px below the screen`);
        await shot(page, `dispenser low ${base} ${what} ${viewport.width}`);
      };
      const key = page.locator('[data-view=t]');
      const isLow = () => page.evaluate(() => document.documentElement.classList.contains('mc-root--kiosk-low'));
      try {
        await helps(page, 'start as usual');
        const heading = await page.locator('.mc-disp__head h2').boundingBox();
        const tools = await page.locator('.mc-disp__tools').boundingBox();
        assert.ok(heading.y + heading.height <= tools.y, 'the keys stand over no heading');
        await see.group('A').tap();
        await helps(page, 'step as usual');
        await page.locator('.mc-step:target .mc-step__back').tap();
        assert.equal((await key.innerText()).trim().replace(/\s+/g, ' '), base ? '↧ Within reach' : '↧ Vừa tầm tay');
        await key.tap();
        await within('start');
        await see.group('A').tap();
        await within('step');
        await see.service('A').tap();
        await see.take('A').tap();
        await page.locator('.mc-turn__number').waitFor();
        await within('ticket');
        await page.locator('[data-help]').tap();
        await page.locator('[data-help-box][open]').waitFor();
        await page.locator('[data-help-box] [data-close]').tap();
        await see.back();
        assert.equal(await isLow(), false, 'whoever is next finds the screen as usual');
        await key.tap();
        await see.scan('1111222233334440');
        await page.locator('[data-found]').waitFor();
        await within('scanned');
        await page.locator('[data-leave]').tap();
        assert.equal(await isLow(), true, 'looking at a receipt ends no visit');
        await page.goto(`${base ? '' : '/en'}/kiosk/lay-so`);
        await page.waitForFunction(() => document.documentElement.classList.contains('mc-root--kiosk-low'));
        assert.deepEqual(problems, []);
      } finally {
        await leave();
      }
    });
await at('real');
await close();
done();
