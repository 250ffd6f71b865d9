#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Appointments in a browser: booked, moved and cancelled with the keyboard alone and without scripts, the last place lost
// without typing anything again, a double click, the code printed and scanned at the dispenser; and how long people wait.
// MOTCUA_SHOTS names a folder for pictures.
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { assert, done, test, url } from '../lib/tap.mjs';
import { Dispenser, at, day, freshDay, scanned } from '../lib/dispenser.mjs';
import { sql } from '../lib/reception.mjs';
import { close, desktop, open, overflow, phone, visit } from './browser.mjs';
import { shot, sound } from './sound.mjs';

const dispenser = await Dispenser.of(1);
const one = (text) => sql(text)[0]?.[0];
const service = dispenser.services('A')[0];
const group = dispenser.group('A');
const slot = (time) => one(`select id from appointment_slot where group_id = ${group} and day = '${day}' and from_time = '${time}'`);
const booked = (id) => Number(one(`select count(*) from appointment where slot_id = ${id} and state = 'booked'`));
const taken = (id) => Number(one(`select taken from appointment_slot where id = ${id}`));

// Times of a day nobody has booked, two places each.
async function times() {
  await freshDay('07:00');
  sql(`insert into appointment_slot (group_id, day, from_time, to_time, capacity)
    select ${group}, '${day}', sec_to_time(28800 + 1800 * seq), sec_to_time(30600 + 1800 * seq), 2 from seq_0_to_5
    on duplicate key update capacity = greatest(2, taken)`);
}

async function person(where = '/dat-lich', more = {}) {
  const visitor = await visit({ viewport: desktop, bypassCSP: true, ...more });
  await visitor.page.goto(where);
  return visitor;
}
const confirmAt = (time) => `/dat-lich?viec=${service}&ngay=${day}&gio=${slot(time)}`;
const submit = async (page) => (await Promise.all([page.waitForNavigation(), page.locator('main form button[type=submit]').first().click()]))[0];
const codeOn = async (page) => (await page.locator('.mc-pass__code').innerText()).replace(/ /g, '');

// Tab until the thing is reached, then a key: what somebody without a mouse does.
async function reach(page, selector) {
  for (let i = 0; i < 90; i++) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate((s) => document.activeElement.matches(s), selector);
    if (!there) continue;
    const outline = await page.evaluate(() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle !== 'none' || style.boxShadow !== 'none'; });
    assert.ok(outline, `${selector}: the focus is seen`);
    return;
  }
  throw new Error(`${selector} is not reached with the keyboard`);
}
async function enter(page, selector) {
  await reach(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

await open();
await times();

await test('booked, moved and cancelled with the keyboard alone', async () => {
  const { page, problems, end } = await person();
  try {
    await enter(page, `a.mc-choice[href$="noi=${dispenser.hallCode}"]`);
    await enter(page, `a.mc-choice[href$="viec=${service}"]`);
    await enter(page, `a.mc-choice[href$="ngay=${day}"]`);
    await enter(page, `a.mc-choice[href$="gio=${slot('08:30')}"]`);
    await reach(page, 'input[name=email]');
    await page.keyboard.type('nguoi.dan@example.com');
    await enter(page, 'main form button');
    assert.equal(await page.locator('h1').innerText(), 'Đã đặt lịch cho bạn');
    assert.equal(booked(slot('08:30')), 1);
    const code = await codeOn(page);
    await enter(page, 'main a[href$="/doi"]');
    await enter(page, `a.mc-choice[href$="ngay=${day}"]`);
    await enter(page, `a.mc-choice[href$="gio=${slot('09:30')}"]`);
    await enter(page, 'main form button');
    assert.equal(await codeOn(page), code, 'the code stays');
    assert.match(await page.locator('.mc-pass').innerText(), /09:30–10:00/);
    assert.deepEqual([booked(slot('08:30')), booked(slot('09:30'))], [0, 1]);
    assert.equal(taken(slot('08:30')), 0);
    await reach(page, 'details.mc-phone__cancel summary');
    await page.keyboard.press('Enter');
    await enter(page, 'details.mc-phone__cancel button');
    assert.match(await page.locator('main').innerText(), /Lịch hẹn đã được hủy/);
    assert.deepEqual([booked(slot('09:30')), taken(slot('09:30'))], [0, 0]);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});

await test('the last place has gone: what was typed stays, the next time is chosen, one more touch books it', async () => {
  const { page, end } = await person(confirmAt('09:00'));
  try {
    await page.fill('input[name=email]', 'giu.nguyen@example.com');
    sql(`update appointment_slot set taken = capacity where id = ${slot('09:00')}`);
    assert.equal((await submit(page)).status(), 409);
    assert.match(await page.locator('main').innerText(), /vừa có người đặt chỗ cuối cùng/);
    assert.equal(await page.inputValue('input[name=email]'), 'giu.nguyen@example.com');
    assert.equal(await page.locator('input[name=gio]:checked').getAttribute('value'), slot('09:30'));
    assert.equal(await page.locator(`input[name=gio][value="${slot('09:00')}"]`).count(), 0);
    await sound(page, 'booking full');
    await submit(page);
    assert.match(await page.locator('.mc-pass').innerText(), /09:30–10:00/);
    assert.equal(one(`select email from appointment where slot_id = ${slot('09:30')} and state = 'booked'`), 'giu.nguyen@example.com');
  } finally {
    await end();
    sql(`update appointment_slot set taken = 0 where id = ${slot('09:00')}`);
  }
});

await test('a double click makes one appointment', async () => {
  const { page, end } = await person(confirmAt('10:00'));
  try {
    await page.locator('main form button[type=submit]').dblclick();
    await page.waitForURL(/\/dat-lich\/xong\//);
    assert.deepEqual([booked(slot('10:00')), taken(slot('10:00'))], [1, 1]);
    await page.reload();
    assert.equal(booked(slot('10:00')), 1);
  } finally {
    await end();
  }
});

await test('without scripts, on the smallest telephone', async () => {
  const { page, end } = await person('/dat-lich', { viewport: phone, scripts: false });
  try {
    for (const choice of [`noi=${dispenser.hallCode}`, `viec=${service}`, `ngay=${day}`, `gio=${slot('10:30')}`]) {
      assert.equal(await overflow(page), 0);
      await Promise.all([page.waitForNavigation(), page.locator(`a.mc-choice[href$="${choice}"]`).click()]);
    }
    await submit(page);
    assert.equal(await overflow(page), 0);
    assert.equal(booked(slot('10:30')), 1);
    await page.locator('details.mc-phone__cancel summary').click();
    await Promise.all([page.waitForNavigation(), page.locator('details.mc-phone__cancel button').click()]);
    assert.equal(booked(slot('10:30')), 0);
  } finally {
    await end();
  }
});

await test('printed, its code is read at 203 and at 300 dots an inch, and from the screen; the dispenser gives a ticket by appointment', async () => {
  const { page, end } = await person(confirmAt('08:00'));
  let code;
  try {
    await submit(page);
    code = await codeOn(page);
    const pdf = await page.pdf({ format: 'A4' });
    for (const dpi of [203, 300]) assert.equal(scanned(pdf, dpi), `${url}/lich/${code}`, `${dpi} dpi`);
    const picture = path.join(process.env.MOTCUA_TMP, 'appointment.png');
    await page.screenshot({ path: picture, fullPage: true });
    assert.equal(execFileSync('zbarimg', ['-q', '--raw', picture], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim(), `${url}/lich/${code}`);
  } finally {
    await end();
  }
  await at('07:40');
  const stand = await visit({ viewport: { width: 1080, height: 1920 }, hasTouch: true, bypassCSP: true });
  try {
    await stand.context.addCookies([{ name: dispenser.cookie, value: dispenser.secret, url }]);
    await stand.page.addInitScript(() => { window.print = () => {}; });
    await stand.page.goto('/kiosk/lay-so');
    await stand.page.waitForFunction(() => document.documentElement.dataset.live !== 'starting' || document.querySelector('.mc-disp__start'));
    await stand.page.evaluate((keys) => keys.forEach((key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: /\d/.test(key) ? `Digit${key}` : key, bubbles: true, cancelable: true }))), [...`${url}/lich/${code}`, 'Enter']);
    await stand.page.locator('[data-found]').waitFor();
    await shot(stand.page, 'booking at the dispenser');
    await stand.page.locator('[data-found] .mc-take').first().tap();
    await stand.page.locator('.mc-turn__number').waitFor();
    assert.match(await stand.page.locator('.mc-turn__number').innerText(), /^A\d{3}$/);
  } finally {
    await stand.end();
  }
  assert.deepEqual(sql(`select t.class, time(t.rank_at), a.state from ticket t join appointment a on a.id = t.appointment_id where a.slot_id = ${slot('08:00')}`), [['appointment', '08:00:00', 'arrived']]);
  const { page: after, end: leave } = await person(`/lich/${code}`);
  try {
    assert.match(await after.locator('main').innerText(), /Lịch hẹn đã lấy số/);
    assert.equal(await after.locator('main form').count(), 0, 'nothing to move or cancel any more');
    await sound(after, 'appointment used');
  } finally {
    await leave();
  }
  await at('07:00');
});

for (const base of ['', '/en']) {
  const language = base ? 'en' : 'vi';
  await test(`${language}: every page of booking, of an appointment and of how long people wait`, async () => {
    const { page, problems, end } = await person(`${base}/dat-lich`);
    const look = async (where, name, status = 200) => {
      assert.equal((await page.goto(`${base}${where}`)).status(), status, name);
      await sound(page, `${language} ${name}`);
    };
    try {
      await sound(page, `${language} booking places`);
      await look(`/dat-lich?noi=${dispenser.hallCode}`, 'booking services');
      await look(`/dat-lich?viec=${service}`, 'booking days');
      await look(`/dat-lich?viec=${service}&ngay=${day}`, 'booking times');
      await look(confirmAt('09:00'), 'booking confirm');
      await page.fill('input[name=email]', 'khong phai thu');
      assert.equal((await submit(page)).status(), 422);
      await sound(page, `${language} booking wrong address`);
      await page.fill('input[name=email]', '');
      await submit(page);
      await sound(page, `${language} booking done`);
      const code = await codeOn(page);
      await look(`/lich/${code}`, 'appointment');
      await look(`/lich/${code}/doi`, 'appointment days');
      await look(`/lich/${code}/doi?ngay=${day}`, 'appointment times');
      await look(`/lich/${code}/doi?ngay=${day}&gio=${slot('09:30')}`, 'appointment move');
      await page.goto(`${base}/lich/${code}`);
      await page.locator('details.mc-phone__cancel summary').click();
      await Promise.all([page.waitForNavigation(), page.locator('details.mc-phone__cancel button').click()]);
      await sound(page, `${language} appointment cancelled`);
      await look('/lich', 'appointment ask');
      await look('/lich/000000000000', 'appointment none', 404);
      await look(`/cho-doi?noi=${dispenser.hallCode}`, 'waiting closed');
      await at('09:10');
      await dispenser.ticket('A');
      await look(`/cho-doi?noi=${dispenser.hallCode}&x=${language}`, 'waiting open');
      await at('07:00');
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });
}
sql(`update appointment set state = 'cancelled' where state = 'booked'; update appointment_slot set taken = 0 where day = '${day}'`);
await at('real');
await close();
done();
