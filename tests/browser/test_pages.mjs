#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Each page in each language: right status, no accessibility violation, valid
// HTML, nothing wider than a 320 px window (which is 1280 px at 400 % zoom),
// within the byte budget, one h1, a title, no English left on Vietnamese pages.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';
import { assert, done, test } from '../lib/tap.mjs';
import { close, desktop, open, overflow, phone, visit } from './browser.mjs';
import { others, pages } from './pages.mjs';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: { 'no-inline-style': 'error', 'long-title': 'off', 'no-trailing-whitespace': 'off', 'input-missing-label': 'error', 'void-style': 'off', 'tel-non-breaking': 'off' },
});
const budget = { bytes: 120_000, requests: 12 };

async function violations(page) {
  await page.evaluate(axe);
  const result = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), rules);
  return result.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`));
}

// Counts what the last page asked for, from its first byte on; nothing of it comes out of a cache.
async function scales(context, page) {
  const session = await context.newCDPSession(page);
  const weight = { bytes: 0, requests: 0 };
  let document = '';
  const { frameTree: { frame } } = await session.send('Page.getFrameTree');
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  session.on('Network.requestWillBeSent', ({ frameId, requestId, loaderId }) => {
    if (frameId !== frame.id || requestId !== loaderId) return;
    document = loaderId;
    Object.assign(weight, { bytes: 0, requests: 0, of: new Set() });
  });
  session.on('Network.responseReceived', (e) => {
    if (e.loaderId !== document) return;
    weight.requests++;
    weight.of.add(e.requestId);
  });
  session.on('Network.loadingFinished', (e) => { if (weight.of?.has(e.requestId)) weight.bytes += e.encodedDataLength; });
  return weight;
}

async function html_faults(page, answer) {
  const report = await validator.validateString(await answer.text());
  return report.results.flatMap((r) => r.messages.map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`));
}

async function look(name, { status, open: go }, base, languages) {
  const { page, context, problems, end } = await visit({ viewport: desktop, bypassCSP: true });
  try {
    const weight = await scales(context, page);
    const answer = await go(page, base);
    assert.equal(answer.status(), status);
    assert.deepEqual(await html_faults(page, answer), []);
    assert.deepEqual(await violations(page), []);
    assert.equal(await page.locator('h1').count(), 1, 'one h1');
    assert.ok((await page.title()).length > 5, 'a title');
    if (languages) assert.equal(await page.getAttribute('html', 'lang'), base ? 'en' : 'vi');
    assert.equal(await overflow(page), 0, 'wider than 1366 px');
    await page.setViewportSize(phone);
    assert.equal(await overflow(page), 0, 'wider than 320 px');
    assert.deepEqual(await violations(page), [], 'at 320 px');
    const words = await page.evaluate(() => document.body.innerText);
    assert.doesNotMatch(words, /\{[a-z_]+\}|\bundefined\b|\bnull\b|\bNaN\b|&[a-z]+;|<\?cs/, 'left-overs of making the page');
    assert.deepEqual(problems, []);
    if (status === 200) {
      assert.ok(weight.bytes > 1000 && weight.bytes <= budget.bytes, `${weight.bytes} bytes`);
      assert.ok(weight.requests > 0 && weight.requests <= budget.requests, `${weight.requests} requests`);
    }
  } finally {
    await end();
  }
}

const work = [];
for (const base of ['', '/en']) {
  const language = base ? 'en' : 'vi';
  for (const [name, page] of Object.entries(pages)) work.push([`${language}: ${name}`, () => look(name, page, base, true)]);
  for (const [name, page] of Object.entries(others)) work.push([`${language}: ${name}`, () => look(name, page, base, false)]);
}
await open();
// Two at a time: one waits for the network while the other is looked at.
const hand = async () => {
  for (let next; (next = work.shift()); ) await test(...next);
};
await Promise.all([hand(), hand()]);
await close();
done();
