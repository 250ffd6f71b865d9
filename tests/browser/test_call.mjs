#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// From the officer's key to the hall: three browsers, the counter's page, the board and the display over that counter. F9 is
// pressed once, and everybody sees the number and where to go within a second; called again, both show it anew.
import { assert, done, test, url } from '../lib/tap.mjs';
import { Device } from '../lib/device.mjs';
import { HallDay } from '../lib/hall_now.mjs';
import { dev } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';
import { Officer } from '../lib/staff.mjs';
import { close, desktop, open, visit } from './browser.mjs';

const [board, display] = [await Device.of('board'), await Device.of('display')];
const [[own]] = sql("select c.number from device d join counter c on c.id = d.counter_id where d.kind = 'display' and d.state = 'approved' order by d.id limit 1");
const day = new HallDay();
const [[letter]] = sql(`select min(g.letter) from counter_group x join service_group g on g.id = x.group_id where x.counter_id = ${day.counters[own]}`);

async function screen({ cookie, secret }, path, viewport) {
  const visitor = await visit({ viewport });
  await visitor.context.addCookies([{ name: cookie, value: secret, url }]);
  await visitor.page.goto(path);
  await visitor.page.waitForFunction(() => document.documentElement.dataset.live === 'live');
  return visitor;
}
const on_board = ([label, counter]) => document.querySelector('[data-now] [data-number]').textContent === label
  && document.querySelector('[data-now] [data-counter-number]').textContent === counter && document.querySelector('.mcb-now--new') !== null;
const on_display = ([label, word]) => document.querySelector('[data-number]').textContent === label && document.querySelector('[data-word]').textContent === word;

await open();
await test('one press of F9: the number and the counter on the board and over the counter within a second; called again, anew', async () => {
  await day.begin();
  [`${letter}001`, `${letter}002`].forEach((label) => day.wait(label));
  const officer = await visit({ viewport: desktop });
  await officer.context.addCookies([{ name: 'staff', value: (await Officer.of('clerk')).jar.staff, url }]);
  await officer.page.goto('/can-bo/quay');
  const hall = await screen(board, '/kiosk/bang', { width: 1920, height: 1080 });
  const over = await screen(display, '/kiosk/quay', { width: 800, height: 480 });
  const press = (key) => Promise.all([officer.page.waitForNavigation(), officer.page.keyboard.press(key)]);
  // Milliseconds from the key until each of the two screens shows it.
  const shown = async (key, ...looks) => {
    const begun = performance.now();
    const seen = looks.map(([page, look, argument]) => page.waitForFunction(look, argument, { polling: 'raf', timeout: 5000 }).then(() => Math.round(performance.now() - begun)));
    await press(key);
    return Promise.all(seen);
  };
  try {
    await Promise.all([officer.page.waitForNavigation(), officer.page.click(`[data-counter="${own}"]`)]);
    await over.page.waitForFunction(on_display, ['', 'Sẵn sàng']);
    const called = await shown('F9', [hall.page, on_board, [`${letter}001`, own]], [over.page, on_display, [`${letter}001`, 'Mời vào']]);
    assert.ok(called.every((ms) => ms <= 1000), `called: ${called.join(' and ')} ms`);

    await hall.page.waitForFunction(() => !document.querySelector('.mcb-now--new'), null, { timeout: 20000 });
    const again = await shown('NumpadMultiply', [hall.page, on_board, [`${letter}001`, own]], [over.page, () => document.querySelector('.mcb-face--called.mcb-face--again')]);
    assert.ok(again.every((ms) => ms <= 1000), `called again: ${again.join(' and ')} ms`);
    await over.page.waitForFunction(() => document.querySelector('.mcb-face--called:not(.mcb-face--again)'));

    const there = await shown('F9', [over.page, on_display, [`${letter}001`, 'Đang phục vụ']]);
    assert.ok(there[0] <= 1500, `there: ${there} ms`);
    const next = await shown('F9', [hall.page, on_board, [`${letter}002`, own]], [over.page, on_display, [`${letter}002`, 'Mời vào']]);
    assert.ok(next.every((ms) => ms <= 1000), `the next: ${next.join(' and ')} ms`);
    console.log(`# seen after ${called.join(' and ')} ms; called again ${again.join(' and ')} ms; the next ${next.join(' and ')} ms`);
    assert.deepEqual([...officer.problems, ...hall.problems, ...over.problems], []);
  } finally {
    for (const one of [officer, hall, over]) await one.end();
    day.leave();
  }
});
await dev(['clock', 'real']);
await close();
done();
