// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What every page must be: accessible, valid, with one heading, without a placeholder left over, and nowhere too wide.
// MOTCUA_SHOTS names a folder for pictures.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import { assert } from '../lib/tap.mjs';
import { desktop, overflow, phone } from './browser.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: { 'no-inline-style': 'error', 'long-title': 'off', 'no-trailing-whitespace': 'off', 'input-missing-label': 'error', 'void-style': 'off', 'tel-non-breaking': 'off' },
});

async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), rules);
  return result.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`));
}

export async function shot(page, name) {
  if (process.env.MOTCUA_SHOTS) await page.screenshot({ path: path.join(process.env.MOTCUA_SHOTS, `${name.replace(/\W+/g, '-')}.png`), fullPage: true });
}

export async function sound(page, name) {
  const html = await page.content();
  const report = await validator.validateString(html);
  assert.deepEqual(report.results.flatMap((r) => r.messages.filter((m) => !/doctype-style|attr-case|attribute-boolean-style|attribute-empty-style|no-implicit/.test(m.ruleId)).map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`)), [], `${name}: valid`);
  assert.deepEqual(await violations(page), [], name);
  assert.equal(await page.locator('h1').count(), 1, `${name}: one h1`);
  assert.doesNotMatch(await page.evaluate(() => document.body.innerText), /\{[a-z_]+\}|\bundefined\b|\bnull\b|\bNaN\b|&[a-z]+;|<\?cs/, name);
  assert.equal(await overflow(page), 0, `${name}: wider than ${desktop.width} px`);
  await shot(page, name);
  await page.setViewportSize(phone);
  assert.equal(await overflow(page), 0, `${name}: wider than ${phone.width} px`);
  await shot(page, `${name}-phone`);
  await page.setViewportSize(desktop);
}
