#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The board of a hall and the display over a counter in a browser: a call is seen within a second and spoken within two,
// whatever happens to nginx or to the programs the screen says so within ten and is back within five, and nobody is
// ever named. MOTCUA_SHOTS names a folder for pictures.
import { assert, done, test, until, url } from '../lib/tap.mjs';
import { Device } from '../lib/device.mjs';
import { dev, end, kill, pids } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';
import { HallDay, tell } from '../lib/hall_now.mjs';
import { close, open, overflow, visit } from './browser.mjs';
import { violations } from './faults.mjs';
import { shot, sound } from './sound.mjs';

const wide = { width: 1920, height: 1080 };
const small = { width: 800, height: 480 };
const day = new HallDay();
const board = await Device.of('board');
const display = await Device.of('display');
const [[own]] = sql("select c.number from device d join counter c on c.id = d.counter_id where d.kind = 'display' and d.state = 'approved' order by d.id limit 1").map(([n]) => [Number(n)]);
const names = () => [...sql('select name from user'), ...sql("select name from party where name <> '' limit 2000")].map(([name]) => name).filter((name) => name.length > 5);

// Notes when each clip is to begin and how long it is: what the loudspeaker will be given.
const ear = () => {
  window.clips = [];
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function note(when, ...rest) {
    window.clips.push({ at: when, s: this.buffer.duration, asked: performance.now() });
    return start.call(this, when, ...rest);
  };
};

async function screen(device, path, viewport, more = {}) {
  const visitor = await visit({ viewport, bypassCSP: true, ...more });
  await visitor.context.addCookies([{ name: device.cookie, value: device.secret, url }]);
  await visitor.page.addInitScript(ear);
  await visitor.page.goto(path);
  return visitor;
}
const live = (page, state = 'live', ms = 10000) => page.waitForFunction((s) => document.documentElement.dataset.live === s, state, { timeout: ms, polling: 50 });
const newest = (page, label, ms = 5000) => page.waitForFunction((t) => document.querySelector('[data-now] [data-number]').textContent === t, label, { timeout: ms, polling: 'raf' });
const texts = (page, selector) => page.locator(selector).allInnerTexts();
const took = async (what) => {
  const begun = performance.now();
  await what();
  return performance.now() - begun;
};
// Failed requests are what these tests are about.
const mistakes = (problems) => problems.filter((p) => !p.startsWith('failed:') && !/net::ERR|Failed to load/.test(p));

// Texts that reach beyond their part of the screen, marks of Vietnamese capitals counted; numbers have none.
const cut = (page) => page.evaluate(() => [...document.querySelectorAll('.mcb section *, .mcb-head *, .mcb-band *')].filter((e) => e.clientHeight + e.offsetHeight && !e.closest('.mcb-hidden, svg') && [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())).filter((e) => {
  const range = document.createRange();
  range.selectNodeContents(e);
  const [ink, frame, px] = [range.getBoundingClientRect(), e.closest('li, section, header, .mcb-band').getBoundingClientRect(), parseFloat(getComputedStyle(e).fontSize)];
  const half = /^[A-Z]?\d+$/.test(e.textContent) ? 0.37 * px : 0.62 * px;
  const middle = (ink.top + ink.bottom) / 2;
  const lines = Math.max(0, Math.round(ink.height / px / 1.3) - 1) * px * 0.6;
  return ink.left < frame.left - 1 || ink.right > frame.right + 1 || middle - half - lines < frame.top - 1 || middle + half + lines > frame.bottom + 1;
}).map((e) => `${e.className} ${e.textContent}`));

await open();

await test('the board: what is called, by whom, how many wait; accessible in both languages, with strong contrast', async () => {
  await day.begin('09:41:00');
  ['clerk', 'handler'].forEach((login, i) => day.sit(i + 1, login));
  day.sit(3, 'head', 'paused');
  for (let i = 1; i <= 12; i++) day.wait(`A${String(i).padStart(3, '0')}`);
  for (let i = 1; i <= 9; i++) day.act(`A${String(i).padStart(3, '0')}`, 'called', 'done', 1 + (i % 2), `09:3${i}:00`);
  day.act('A010', 'called', 'called', 1);
  for (const base of ['', '/en']) {
    const { page, problems, end: leave } = await screen(board, `${base}/kiosk/bang`, wide);
    try {
      await live(page);
      assert.equal(await page.locator('[data-now] [data-number]').innerText(), 'A010');
      assert.equal(await page.locator('[data-now] [data-counter-number]').innerText(), '1');
      assert.deepEqual(await texts(page, '[data-calls] [data-number]'), ['A009', 'A008', 'A007', 'A006', 'A005', 'A004']);
      assert.equal((await texts(page, '[data-groups] [data-waiting]'))[0], '2');
      await page.waitForFunction(() => document.querySelector('[data-clock]').innerText === '09:41');
      assert.match(await page.locator('[data-date]').innerText(), base ? /^\w+day \d+ \w+ 202\d$/ : /^(Thứ|Chủ) [^ ,]+, ngày \d+ tháng \d+ năm 202\d$/);
      const words = await texts(page, '[data-counters] > li');
      assert.ok(words[0].includes('A010') && words.length === Object.keys(day.counters).length);
      // From ten metres: six hundredths of the width
      for (const selector of ['[data-now] [data-number]', '[data-now] [data-counter-number]', '[data-calls] [data-number]', '[data-calls] [data-counter-number]'])
        assert.ok(await page.locator(selector).first().evaluate((e) => parseFloat(getComputedStyle(e).fontSize)) >= 0.06 * wide.width, selector);
      assert.deepEqual(await cut(page), []);
      assert.deepEqual(await violations(page, { type: 'rule', values: ['color-contrast-enhanced'] }), [], '7:1');
      await shot(page, `board${base}`);
      await page.reload();
      await live(page);
      await sound(page, `board ${base || 'vi'}`);
      assert.deepEqual(mistakes(problems), []);
    } finally {
      await leave();
    }
  }
});

await test('upright, and on other screens: nothing is wider than the screen or cut', async () => {
  for (const viewport of [{ width: 1080, height: 1920 }, { width: 3840, height: 2160 }, { width: 1366, height: 768 }, { width: 1024, height: 768 }]) {
    const { page, end: leave } = await screen(board, '/kiosk/bang', viewport);
    try {
      await live(page);
      assert.equal(await overflow(page), 0);
      assert.deepEqual(await cut(page), [], `${viewport.width}x${viewport.height}`);
      assert.ok(await page.evaluate(() => document.querySelector('.mcb-main').getBoundingClientRect().bottom <= innerHeight + 1));
      await shot(page, `board ${viewport.width}x${viewport.height}`);
    } finally {
      await leave();
    }
  }
});

await test('the longest names of hall, counter and groups end in dots; numbers keep their room', async () => {
  const was = [['hall', `id = ${day.id}`], ['counter', `id = ${day.counters[1]}`], ['service_group', `id = ${day.groups.A}`]].map(([table, which]) => [table, which, sql(`select name from ${table} where ${which}`)[0][0]]);
  await day.begin();
  day.sit(1, 'clerk');
  for (let i = 1; i <= 8; i++) day.wait(`A00${i}`);
  for (let i = 1; i <= 7; i++) day.act(`A00${i}`, 'called', i < 7 ? 'done' : 'called', 1, `08:5${i}:00`);
  sql(`update hall set name = '${'Trung tâm Phục vụ hành chính công '.repeat(4).trim()}' where id = ${day.id}`);
  sql(`update counter set name = '${'Tiếp nhận, trả kết quả '.repeat(3).trim()}' where id = ${day.counters[1]}`);
  sql(`update service_group set name = '${'Bảo trợ xã hội, việc làm, '.repeat(4).trim()}' where id = ${day.groups.A}`);
  try {
    for (const viewport of [wide, { width: 1280, height: 720 }, { width: 1080, height: 1920 }]) {
      const { page, end: leave } = await screen(board, '/kiosk/bang', viewport);
      try {
        await live(page);
        await newest(page, 'A007');
        await page.waitForFunction(() => document.querySelector('[data-clock]').textContent);
        assert.equal(await overflow(page), 0);
        const over = await cut(page);
        assert.deepEqual(over.filter((one) => !/mcb-now__name|mcb-group__name|^ /.test(one)), [], `${viewport.width}x${viewport.height}`);
        await shot(page, `board long names ${viewport.width}`);
      } finally {
        await leave();
      }
    }
  } finally {
    was.forEach(([table, which, name]) => sql(`update ${table} set name = '${name}' where ${which}`));
  }
});

await test('a call is seen within a second, stands on gold for a while without flashing, and the one before moves on', async () => {
  await day.begin();
  day.sit(1, 'clerk');
  ['A001', 'A002', 'B001'].forEach((label) => day.wait(label));
  const { page, problems, end: leave } = await screen(board, '/kiosk/bang', wide);
  try {
    await live(page);
    await page.locator('[data-now-none]').waitFor(); // nothing has been called
    for (const [label, counter] of [['A001', 1], ['A002', 2], ['B001', 3]]) {
      const e = day.act(label, 'called', 'called', counter);
      const news = { e, t: label, c: String(counter), k: 'called', z: day.zones[counter] };
      const ms = await took(async () => { await tell(day.channel, news); await newest(page, label); });
      assert.ok(ms <= 1000, `${label} was seen after ${ms} ms`);
      assert.equal(await page.locator('[data-now] [data-counter-number]').innerText(), String(counter));
    }
    assert.deepEqual(await texts(page, '[data-calls] [data-number]'), ['A002', 'A001']);
    // On gold once, then not any more: the classes that colour it change twice at most
    const changes = await page.evaluate(() => new Promise((resolve) => {
      let n = 0;
      new MutationObserver(() => { n++; }).observe(document.querySelector('[data-now]'), { attributes: true, attributeFilter: ['class'] });
      const wait = setInterval(() => {
        if (document.querySelector('.mcb-now--new')) return;
        clearInterval(wait);
        resolve(n);
      }, 100);
    }));
    assert.equal(changes, 1, 'from gold to plain');
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.mcb-now')).animationName), 'none');
    assert.deepEqual(mistakes(problems), []);
  } finally {
    await leave();
  }
});

await test('who wants no motion gets none', async () => {
  const { page, end: leave } = await screen(board, '/kiosk/bang', wide, { reducedMotion: 'reduce' });
  try {
    await live(page);
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('.mcb-now')).transitionDuration), '0s');
  } finally {
    await leave();
  }
});

await test('a button turns the sound on; each call is spoken within two seconds, twice, one after the other; again when called again', async () => {
  await day.begin();
  ['A001', 'A002'].forEach((label) => day.wait(label));
  const { page, problems, end: leave } = await screen(board, '/kiosk/bang', wide);
  try {
    await live(page);
    await page.locator('[data-unlock]').click();
    // A call of an earlier test may still be to be spoken.
    await page.waitForFunction(() => document.documentElement.dataset.voice === 'quiet', null, { timeout: 90000 });
    await page.evaluate(() => { window.clips.length = 0; });
    assert.ok(await page.locator('[data-unlock]').isHidden());
    const first = await took(async () => {
      await day.call('A001', 1);
      await page.waitForFunction(() => window.clips.length > 0, null, { polling: 'raf' });
    });
    assert.ok(first <= 2000, `spoken after ${first} ms`);
    assert.equal(await page.locator('[data-now] [data-number]').innerText(), 'A001', 'what is spoken is shown');
    await day.call('A002', 12);
    await day.call('A001', 1, '09:00:30', 'recalled');
    await page.waitForFunction(() => document.documentElement.dataset.voice === 'quiet', null, { timeout: 90000 });
    const clips = await page.evaluate(() => window.clips);
    // Chime, then twice "invite, letter, three digits, to the counter, its digits"
    const once = (digits) => 1 + 2 * (1 + 1 + 3 + 1 + digits);
    assert.equal(clips.length, once(1) + once(2) + once(1));
    const order = [...clips].sort((a, b) => a.at - b.at);
    for (let i = 1; i < order.length; i++) assert.ok(order[i].at >= order[i - 1].at + order[i - 1].s - 0.001, `clip ${i} begins ${order[i].at - order[i - 1].at - order[i - 1].s} s early`);
    assert.deepEqual(mistakes(problems), []);
  } finally {
    await leave();
  }
});

await test('a board that does not speak has no voice at all; the first of a hall does', async () => {
  sql("update device set speaks = 0 where kind = 'board'");
  const { page, end: leave } = await screen(board, '/kiosk/bang', wide);
  try {
    await live(page);
    assert.equal(await page.locator('[data-unlock]').count(), 0);
    assert.equal(await page.evaluate(() => document.documentElement.dataset.voice), undefined);
    await day.begin();
    day.wait('A001');
    await day.call('A001', 1);
    await newest(page, 'A001');
    assert.equal(await page.evaluate(() => window.clips.length), 0);
    // Staff let it speak: its page is made anew by itself
    sql("update device set speaks = null where kind = 'board'");
    await page.evaluate(() => window.MotcuaHealth.report());
    await page.waitForSelector('[data-unlock]', { state: 'attached', timeout: 30000 });
  } finally {
    sql("update device set speaks = null where kind = 'board'");
    await leave();
  }
});

await test('a board of a zone shows and speaks of its counters alone', async () => {
  const zones = [...new Set(Object.values(day.zones))].filter(Boolean);
  assert.ok(zones.length > 1);
  const inside = Object.keys(day.zones).filter((n) => day.zones[n] === zones[1]).map(Number);
  const outside = Object.keys(day.zones).filter((n) => day.zones[n] === zones[0]).map(Number);
  await day.begin();
  ['A001', 'A002', 'B001'].forEach((label) => day.wait(label));
  sql(`update device set zone = '${zones[1]}' where kind = 'board'`);
  const { page, end: leave } = await screen(board, '/kiosk/bang', wide);
  try {
    await live(page);
    await page.locator('[data-unlock]').click();
    assert.deepEqual((await texts(page, '[data-counters] [data-counter-number]')).map(Number), inside);
    await day.call('A001', outside[0]);
    await day.call('A002', inside[0]);
    await newest(page, 'A002');
    await page.waitForFunction(() => window.clips.length > 0);
    await page.waitForFunction(() => document.documentElement.dataset.voice === 'quiet', null, { timeout: 60000 });
    assert.doesNotMatch(await page.evaluate(() => document.body.innerText), /A001/);
    assert.equal(await page.evaluate(() => window.clips.length), 1 + 2 * (6 + String(inside[0]).length));
    await shot(page, 'board zone');
  } finally {
    sql("update device set zone = '' where kind = 'board'");
    await leave();
  }
});

// What ends, and how it comes back. The line of a browser breaks at once or is silent; both must be noticed.
const ends = {
  'nginx is killed': { stop: async () => { pids('nginx').forEach((pid) => kill(pid)); await end('nginx'); } },
  'nginx ends in good order': { stop: () => end('nginx', 'SIGQUIT') },
  'the program of the devices dies, nginx lives': { stop: () => end('kiosk') },
  'everything stands still': { stop: () => pids('nginx').forEach((pid) => kill(pid, 'SIGSTOP')), go: () => pids('nginx').forEach((pid) => kill(pid, 'SIGCONT')) },
};
for (const [what, { stop, go = () => dev(['up']) }] of Object.entries(ends)) {
  await test(`${what}: the board says so within 10 s and since when, is back within 5 s with what is new, and speaks it`, async () => {
    await day.begin('09:41:12');
    ['A001', 'A002'].forEach((label) => day.wait(label));
    await day.call('A001', 1);
    const { page, problems, end: leave } = await screen(board, '/kiosk/bang', wide);
    let stopped = false;
    try {
      await live(page);
      await newest(page, 'A001');
      await page.locator('[data-unlock]').click();
      assert.ok(await page.locator('[data-live-band]').isHidden());
      const begun = performance.now();
      stopped = true;
      await stop();
      await live(page, 'lost', 15000);
      const lost = performance.now() - begun;
      assert.ok(lost <= 10500, `the band after ${lost} ms`);
      assert.match(await page.locator('[data-live-band]').innerText(), /^Mất kết nối – thông tin từ 09:4\d:\d\d$/);
      await shot(page, `board lost ${what}`);
      // A call while nobody could hear it
      const e = day.act('A002', 'called', 'called', 2, '09:41:20');
      assert.ok(e > 0);
      assert.equal(await page.locator('[data-now] [data-number]').innerText(), 'A001');
      const clips = await page.evaluate(() => window.clips.length);
      await go();
      stopped = false;
      await until(async () => (await fetch(`${url}/kiosk`).catch(() => null))?.status === 200, 'the server', 20000);
      const back = await took(async () => { await live(page, 'live', 15000); await newest(page, 'A002'); });
      assert.ok(back <= 5000, `back after ${back} ms`);
      assert.ok(await page.locator('[data-live-band]').isHidden());
      await page.waitForFunction((n) => window.clips.length > n, clips, { timeout: 40000 });
      assert.deepEqual(mistakes(problems), []);
    } finally {
      if (stopped) await go();
      await leave();
    }
  });
}

await test('the display over a counter: mời vào, đang phục vụ, tạm dừng, đóng; and that it lost its line', async () => {
  await day.begin();
  day.wait('A001');
  const { page, problems, end: leave } = await screen(display, '/kiosk/quay', small);
  const word = (text) => page.waitForFunction((t) => document.querySelector('[data-word]').textContent === t, text, { timeout: 3000 });
  const news = () => day.call('A001', own);
  try {
    await live(page);
    await word('Quầy đóng');
    await sound(page, 'display closed');
    await page.setViewportSize(small);
    assert.equal(await page.locator('h1').innerText().then((t) => t.replace(/\s+/g, ' ')), `Quầy ${own}`);
    day.sit(own, 'clerk');
    await page.reload();
    await live(page);
    await word('Sẵn sàng');
    const ms = await took(async () => { await news(); await word('Mời vào'); });
    assert.ok(ms <= 1500, `${ms} ms`);
    assert.equal(await page.locator('[data-number]').innerText(), 'A001');
    assert.ok(await page.locator('[data-number]').evaluate((e) => parseFloat(getComputedStyle(e).fontSize)) >= 0.2 * small.width);
    await shot(page, 'display called');
    day.act('A001', 'arrived', 'serving', own);
    await tell(`counter-${day.code}-${own}`, { e: 0, k: 'counter', c: String(own) });
    await word('Đang phục vụ');
    await sound(page, 'display serving');
    await page.setViewportSize(small);
    for (const name of names()) assert.ok(!(await page.content()).includes(name), name);
    sql("update device set shows_officer = true where kind = 'display'");
    await tell(`counter-${day.code}-${own}`, { e: 0, k: 'counter', c: String(own) });
    const [[officer]] = sql("select name from user where login = 'clerk'");
    await page.waitForFunction((name) => document.querySelector('[data-officer-name]').textContent === name, officer);
    await shot(page, 'display officer');
    pids('nginx').forEach((pid) => kill(pid));
    await end('nginx');
    await live(page, 'lost', 11000);
    assert.ok(await page.locator('[data-live-band]').isVisible());
    await shot(page, 'display lost');
    await dev(['up']);
    await live(page, 'live', 8000);
    assert.deepEqual(mistakes(problems), []);
  } finally {
    sql("update device set shows_officer = false where kind = 'display'");
    await dev(['up']);
    await leave();
  }
});

await test('nobody is named on a board, whatever happens in the hall', async () => {
  const { page, end: leave } = await screen(board, '/kiosk/bang', wide);
  const seen = [];
  page.on('response', async (answer) => seen.push(await answer.text().catch(() => '')));
  try {
    await live(page);
    await day.begin();
    day.sit(1, 'clerk');
    day.wait('A001');
    await day.call('A001', 1);
    await newest(page, 'A001');
    const all = [await page.content(), ...seen].join('\n');
    for (const name of names()) assert.ok(!all.includes(name), name);
  } finally {
    await leave();
  }
});

day.leave();
await dev(['clock', 'real']);
await close();
done();
