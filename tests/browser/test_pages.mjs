#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Each page in each language: right status, no accessibility violation, valid
// HTML, nothing wider than a 320 px window (which is 1280 px at 400 % zoom),
// within the byte budget, one h1, a title, no English left on Vietnamese pages.
import { assert, done, test } from '../lib/tap.mjs';
import { close, desktop, open, overflow, phone, visit } from './browser.mjs';
import { invalid, violations } from './faults.mjs';
import { others, pages } from './pages.mjs';

const budget = { bytes: 120_000, requests: 12 };

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

async function look(seat, { status, open: go }, base, languages) {
  const { page, weight, problems } = seat;
  problems.length = 0;
  await page.setViewportSize(desktop);
  const answer = await go(page, base);
  assert.equal(answer.status(), status);
  assert.deepEqual(await invalid(await answer.text()), []);
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
}

const work = [];
for (const base of ['', '/en']) {
  const language = base ? 'en' : 'vi';
  for (const [name, page] of Object.entries(pages)) work.push([`${language}: ${name}`, (seat) => look(seat, page, base, true)]);
  for (const [name, page] of Object.entries(others)) work.push([`${language}: ${name}`, (seat) => look(seat, page, base, false)]);
}
await open();
// Two at a time: one waits for the network while the other is looked at. Each of them reads one page after the other, and
// finds nothing in a cache.
const hand = async () => {
  const visitor = await visit({ viewport: desktop, bypassCSP: true });
  const seat = { ...visitor, weight: await scales(visitor.context, visitor.page) };
  for (let next; (next = work.shift()); ) await test(next[0], () => next[1](seat));
  await visitor.end();
};
await Promise.all([hand(), hand()]);
await close();
done();
