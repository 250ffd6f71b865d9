// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Smallest test harness: `test(name, fn)` prints one TAP line, `done()` ends
// the program with the right exit status. A test fails by throwing.
import assert from 'node:assert/strict';
import net from 'node:net';

export { assert };

let count = 0;
let failed = 0;

export async function test(name, fn) {
  const number = ++count;
  try {
    await fn();
    console.log(`ok ${number} - ${name}`);
  } catch (error) {
    failed++;
    console.log(`not ok ${number} - ${name}`);
    for (const line of String(error && error.stack ? error.stack : error).split('\n').slice(0, 12)) {
      console.log(`  # ${line}`);
    }
  }
}

export function done() {
  console.log(`1..${count}`);
  process.exit(failed ? 1 : 0);
}

export const url = process.env.MOTCUA_URL;
if (!url) {
  console.log('Bail out! MOTCUA_URL is not set: run this through ./dev test');
  process.exit(1);
}

// Sends bytes as they are and gives back { status, headers, body, raw }. For
// requests that no HTTP client would make. Rejects only when nothing listens.
export function raw(bytes, { timeout = 15000, end = false } = {}) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: hostname, port: Number(port) });
    const chunks = [];
    let settled = false;
    const finish = () => {
      if (settled) return;
      settled = true;
      socket.destroy();
      resolve(parse(Buffer.concat(chunks)));
    };
    socket.setTimeout(timeout, finish);
    socket.on('connect', () => (end ? socket.end(bytes) : socket.write(bytes)));
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      if (complete(Buffer.concat(chunks))) finish();
    });
    socket.on('end', finish);
    socket.on('close', finish);
    socket.on('error', (error) => (error.code === 'ECONNREFUSED' ? reject(error) : finish()));
  });
}

function parse(answer) {
  const text = answer.toString('latin1');
  const split = text.indexOf('\r\n\r\n');
  const head = split < 0 ? text : text.slice(0, split);
  const status = Number((/^HTTP\/1\.[01] (\d{3})/.exec(head) || [])[1] || 0);
  const headers = {};
  for (const line of head.split('\r\n').slice(1)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { status, headers, body: split < 0 ? '' : answer.subarray(split + 4).toString('utf8'), raw: answer };
}

function complete(answer) {
  const split = answer.indexOf('\r\n\r\n');
  if (split < 0) return false;
  const head = answer.subarray(0, split).toString('latin1');
  const length = /\r\ncontent-length: (\d+)/i.exec(head);
  return length !== null && answer.length >= split + 4 + Number(length[1]);
}

export function get(path, options = {}) {
  return fetch(url + path, { redirect: 'manual', ...options });
}

// Waits until `condition()` is truthy; never a bare sleep.
export async function until(condition, what, ms = 10000) {
  const end = Date.now() + ms;
  for (;;) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`);
    await new Promise((r) => setTimeout(r, 50));
  }
}
