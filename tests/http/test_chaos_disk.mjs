#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The disk of the logs and of the page cache is full: every page answers as before. Needs the right to mount.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { assert, done, get, test } from '../lib/tap.mjs';
import { dev, state } from '../lib/instance.mjs';

const folders = ['log', 'cache'].map((name) => path.join(state, name));
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const code = '1111222233334440'; // of the sample's receipt

function mounted(folder) {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=0700', 'motcua-test', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

// Writes until nothing more fits.
function fill(folder) {
  const file = fs.openSync(path.join(folder, 'ballast'), 'w');
  for (let size = 65536; size >= 1; size >>= 4) {
    try {
      for (;;) fs.writeSync(file, Buffer.alloc(size));
    } catch (error) {
      assert.equal(error.code, 'ENOSPC');
    }
  }
  fs.closeSync(file);
}

await dev('down');
const full = folders.filter(mounted);
try {
  if (full.length < folders.length) {
    console.log('ok 1 - # SKIP no right to mount a small file system here');
  } else {
    await dev('up');
    await test('pages are kept where the cache has a disk of its own', async () => {
      await get('/su-kien');
      const kept = await get('/su-kien');
      assert.equal(kept.headers.get('x-cache'), 'HIT');
      assert.match(await kept.text(), /<\/html>\s*$/);
    });
    full.forEach(fill);
    await test('with no room for logs and cache pages answer, new ones and asked ones', async () => {
      const { items } = await (await get('/api/v1/procedures?limit=40')).json();
      for (let round = 0; round < 2; round++) {
        for (const item of items) {
          const answer = await get(`/thu-tuc/${item.code}`);
          assert.equal(answer.status, 200, item.code);
          assert.match(await answer.text(), /<\/html>\s*$/);
        }
      }
      for (const page of ['/', '/en/', '/thu-tuc?q=khai+sinh', '/co-quan', '/tra-cuu', '/can-bo', '/kiosk']) {
        assert.ok((await get(page)).status < 400, page);
      }
    });
    await test('with no room for logs and cache a dossier is found', async () => {
      const answer = await get('/tra-cuu', { method: 'POST', headers: form, body: `ma=${code}` });
      assert.equal(answer.status, 303);
      const cookie = answer.headers.get('set-cookie').split(';')[0];
      assert.equal((await get('/tra-cuu/ho-so', { headers: { Cookie: cookie } })).status, 200);
    });
    await test('the disk was full all the time', async () => {
      for (const folder of full) {
        assert.throws(() => fs.writeFileSync(path.join(folder, 'more'), Buffer.alloc(65536)), /ENOSPC/);
      }
    });
    await dev('down');
  }
} finally {
  full.forEach((folder) => execFileSync('umount', ['-l', folder]));
  await dev('up');
}
await test('with room again nothing is missing', async () => {
  assert.equal((await get('/')).status, 200);
  assert.equal((await get(`/api/v1/dossiers/${code}`)).status, 200);
});
done();
