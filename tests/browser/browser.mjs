// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Chromium for the browser tests: one headless browser a program, a fresh
// context (no cookies, no cache) a visitor.
import { chromium } from 'playwright-core';
import { url } from '../lib/tap.mjs';

// Chromium without windows of its own: the same pages for a fourth of the work.
export const executablePath = process.env.CHROMIUM || '/usr/bin/chromium-headless-shell';
let browser;

// more: further switches, for what a kiosk allows and a visitor's browser does not.
export async function open(more = []) {
  browser = await chromium.launch({
    executablePath,
    headless: true,
    // letters as wide as in a window
    args: ['--font-render-hinting=none', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', ...more],
  });
}

export async function close() {
  await browser?.close();
}

export const desktop = { width: 1366, height: 768 };
export const phone = { width: 320, height: 640 };

// A visitor: page plus everything that went wrong while it was looked at.
export async function visit({ viewport = desktop, scripts = true, ...rest } = {}) {
  const context = await browser.newContext({ baseURL: url, viewport, javaScriptEnabled: scripts, locale: 'vi-VN', ...rest });
  const page = await context.newPage();
  const problems = [];
  page.on('pageerror', (error) => problems.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (4|5)\d\d/.test(message.text())) problems.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    // going on to the next page ends what was still under way
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:')) problems.push(`third party: ${request.url()}`);
  });
  return { page, context, problems, end: () => context.close() };
}

// How far the page is wider than the window, in CSS pixels.
export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
