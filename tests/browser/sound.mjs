// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What every page must be: accessible, valid, with one heading, without a placeholder left over, and nowhere too wide.
// MOTCUA_SHOTS names a folder for pictures.
import path from 'node:path';
import { assert } from '../lib/tap.mjs';
import { desktop, overflow, phone } from './browser.mjs';
import { invalid, violations } from './faults.mjs';

export async function shot(page, name) {
  if (process.env.MOTCUA_SHOTS) await page.screenshot({ path: path.join(process.env.MOTCUA_SHOTS, `${name.replace(/\W+/g, '-')}.png`), fullPage: true });
}

// Boxes whose words would not arrive: without a name, in a form that is sent by the browser. Submit buttons and what marks all rows need none.
export const nameless = (page) => page.evaluate(() => [...document.querySelectorAll('form[action] input, form[action] select, form[action] textarea')]
  .filter((box) => !box.name && !('all' in box.dataset) && !['submit', 'button', 'image', 'reset'].includes(box.type)).map((box) => box.outerHTML));

export async function sound(page, name) {
  assert.deepEqual(await invalid(await page.content(), /doctype-style|attr-case|attribute-boolean-style|attribute-empty-style|no-implicit/), [], `${name}: valid`);
  assert.deepEqual(await violations(page), [], name);
  assert.equal(await page.locator('h1').count(), 1, `${name}: one h1`);
  assert.doesNotMatch(await page.evaluate(() => document.body.innerText), /\{[a-z_]+\}|\bundefined\b|\bnull\b|\bNaN\b|&[a-z]+;|<\?cs/, name);
  assert.equal(await overflow(page), 0, `${name}: wider than ${desktop.width} px`);
  assert.deepEqual(await nameless(page), [], `${name}: boxes without a name`);
  await shot(page, name);
  await page.setViewportSize(phone);
  assert.equal(await overflow(page), 0, `${name}: wider than ${phone.width} px`);
  await shot(page, `${name}-phone`);
  await page.setViewportSize(desktop);
}
