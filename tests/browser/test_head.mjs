#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The head of staff pages for every role, in both languages: two lines at most on a screen of 1366 pixels, and on a telephone
// every word of the menu whole.
import { assert, done, test, url } from '../lib/tap.mjs';
import { Officer } from '../lib/staff.mjs';
import { sql } from '../lib/reception.mjs';
import { close, desktop, open, overflow, phone, visit } from './browser.mjs';

// One officer of each role: the one whose unit has the longest name.
const roles = [...new Set(sql('select role from role_grant').flat())];
const who = roles.map((role) => [role, sql(`select u.login from user u join role_grant g on g.user_id = u.id and g.role = '${role}' join agency a on a.id = u.agency_id where u.disabled_at is null order by char_length(a.name) desc, u.login limit 1`)[0][0]]);
const cut = (page) => page.evaluate(() => [...document.querySelectorAll('.mc-menu a')].filter((link) => {
  const range = document.createRange();
  range.selectNodeContents(link);
  const [text, box] = [range.getBoundingClientRect(), link.getBoundingClientRect()];
  return text.left < box.left - 0.5 || text.right > box.right + 0.5 || box.right > innerWidth + 0.5;
}).map((link) => link.innerText.trim()));

await open();
for (const [role, login] of who) {
  await test(`${role}: the head is two lines high at most, and no word is cut`, async () => {
    const officer = await Officer.of(login);
    for (const viewport of [desktop, phone]) {
      const { page, context, end } = await visit({ viewport });
      await context.addCookies([{ name: 'staff', value: officer.jar.staff, url }]);
      try {
        for (const base of ['', '/en']) {
          assert.equal((await page.goto(`${base}/can-bo/tai-khoan`)).status(), 200);
          assert.deepEqual(await cut(page), [], `${base} ${viewport.width}`);
          assert.equal(await overflow(page), 0, `${base} ${viewport.width}`);
          if (viewport === desktop) assert.ok(await page.evaluate(() => document.querySelector('.mc-header__in').getBoundingClientRect().height) <= 60, `${base}: two lines`);
        }
      } finally {
        await end();
      }
    }
  });
}
await close();
done();
