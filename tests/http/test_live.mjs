#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Live news: who hears them, who can tell them, and that the line says by a beat that it is up.
import http from 'node:http';
import path from 'node:path';
import { assert, done, test, url } from '../lib/tap.mjs';
import { Officer } from '../lib/staff.mjs';

const { port } = new URL(url);
const socketPath = path.join(process.env.MOTCUA_STATE, 'run/live.sock');

// Listens until `enough` says so of what came, or fails after ten seconds.
function listen(where, cookie, enough) {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path: where, headers: { Accept: 'text/event-stream', ...(cookie && { Cookie: cookie }) } }, (answer) => {
      let text = '';
      const late = setTimeout(() => { request.destroy(); reject(new Error(`nothing came: ${text}`)); }, 10000);
      const end = () => { clearTimeout(late); request.destroy(); resolve({ status: answer.statusCode, type: answer.headers['content-type'], text }); };
      if (answer.statusCode !== 200) { answer.resume(); end(); return; }
      enough.open?.();
      answer.setEncoding('utf8').on('data', (piece) => { text += piece; if (enough(text)) end(); });
    });
    request.on('error', (error) => { if (error.code !== 'ECONNRESET') reject(error); });
  });
}
const ask = (options, body = '') => new Promise((resolve, reject) => {
  const request = http.request(options, (answer) => { answer.resume(); answer.on('end', () => resolve(answer.statusCode)); });
  request.on('error', reject);
  request.end(body);
});
const tell = (channel, text) => ask({ socketPath, path: `/${channel}`, method: 'POST', headers: { 'Content-Length': Buffer.byteLength(text) } }, text);
const clerk = await Officer.of('clerk');
const cookie = Object.entries(clerk.jar).map(([name, value]) => `${name}=${value}`).join('; ');

await test('whoever is signed in hears what is told, at once and only once', async () => {
  const enough = (text) => text.includes('"k":"called"');
  enough.open = () => tell('hall-trung-tam', '{"e":7,"t":"A015","k":"called"}');
  const heard = await listen('/can-bo/tin/hall-trung-tam', cookie, enough);
  assert.match(heard.type, /^text\/event-stream/);
  assert.equal(heard.text.split('data: {"e":7,"t":"A015","k":"called"}').length, 2, heard.text);
});
await test('a beat says that the line is up while nothing happens', async () => {
  const heard = await listen('/can-bo/tin/hall-trung-tam', cookie, (text) => text.includes('event: beat'));
  assert.match(heard.text, /event: beat/);
});
await test('phones of those who wait hear the hall, and no counter', async () => {
  const enough = (text) => text.includes('"e":8');
  enough.open = () => tell('hall-trung-tam', '{"e":8}');
  assert.match((await listen('/ve/tin/hall-trung-tam', '', enough)).text, /"e":8/);
  assert.equal((await listen('/ve/tin/counter-trung-tam-1', '', () => true)).status, 404);
});
await test('a stranger and a forged session hear nothing of the staff and of devices', async () => {
  for (const jar of ['', 'staff=forged', `thietbi=${'A'.repeat(43)}`])
    for (const where of ['/can-bo/tin/hall-trung-tam', '/kiosk/tin/hall-trung-tam', '/kiosk/tin/counter-trung-tam-1'])
      assert.ok([403, 404].includes((await listen(where, jar, () => true)).status), `${where} with "${jar}"`);
});
await test('nobody tells news from outside', async () => {
  for (const where of ['/hall-trung-tam', '/can-bo/tin/hall-trung-tam', '/ve/tin/hall-trung-tam', '/kiosk/tin/hall-trung-tam'])
    for (const method of ['POST', 'PUT', 'DELETE'])
      assert.ok(await ask({ host: '127.0.0.1', port, path: where, method, headers: { 'Content-Length': 2, Cookie: cookie } }, '{}') >= 400, `${method} ${where}`);
});
await test('a name that is no channel is none', async () => {
  for (const channel of ['hall-', 'hall-A', 'hall-a/b', 'other-a', `hall-${'a'.repeat(80)}`, 'hall-a%00'])
    assert.ok(await tell(channel, '{}').catch(() => 400) >= 400, channel);
});
done();
