#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The volume of the files is full: it is said in words, nothing half is left, everything else goes on, and with room
// again files come in as before. Needs the right to mount.
import fs from 'node:fs';
import { execFileSync } from 'node:child_process';
import { assert, done, get, test } from '../lib/tap.mjs';
import { dev } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';
import { dossierOf, files, nothingWrong, pdf, rows, Sender, store, stored } from '../lib/files.mjs';

// Writes until nothing more fits.
function fill(file) {
  const fd = fs.openSync(file, 'w');
  for (let size = 65536; size >= 1; size >>= 4) {
    try {
      for (;;) fs.writeSync(fd, Buffer.alloc(size));
    } catch (error) {
      assert.equal(error.code, 'ENOSPC');
    }
  }
  fs.closeSync(fd);
}

await dev('down');
let mounted = false;
let gone = [];
try {
  fs.mkdirSync(store, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m,mode=0700', 'motcua-test', store], { stdio: 'ignore' });
  mounted = true;
} catch {
  console.log('ok 1 - # SKIP no right to mount a small file system here');
}
try {
  await dev('up');
  if (mounted) {
    const approver = await Sender.open('approver');
    const dossier = dossierOf('approver');
    const page = files(dossier);
    const ballast = `${store}/.ballast`;
    const large = Buffer.concat([pdf().subarray(0, -6), Buffer.alloc(2 << 20), Buffer.from('%%EOF\n')]);
    await test('with room a file comes in', async () => {
      assert.equal((await approver.send(page, [['nhỏ.pdf', pdf()]], { loai: 'noibo' })).status, 303);
    });
    await test('what fits once but not twice is refused in words, and nothing of it is left', async () => {
      const before = [rows(dossier).length, stored().length];
      const answer = await approver.send(page, [['vừa.pdf', large]], { loai: 'noibo' });
      assert.equal(answer.status, 422);
      assert.match(await answer.text(), /Kho lưu tệp đã đầy/);
      assert.deepEqual([rows(dossier).length, stored().length], before);
    });
    fill(ballast);
    await test('on a full disk the form is refused in words, the page and the files that are there stay', async () => {
      const token = await approver.token(page);
      const before = [rows(dossier).length, stored().length];
      const answer = await approver.send(page, [['đầy.pdf', pdf()]], { loai: 'noibo' }, token);
      assert.equal(answer.status, 507);
      assert.match(await answer.text(), /Kho lưu tệp đã đầy/);
      assert.deepEqual([rows(dossier).length, stored().length], before);
      assert.equal((await approver.get(page)).status, 200);
      const file = rows(dossier).at(-1);
      if (file.scan === 'clean') assert.equal((await approver.get(`${page}/${file.id}`)).status, 200);
      assert.equal((await get('/')).status, 200);
    });
    fs.rmSync(ballast);
    await test('with room again files come in', async () => {
      assert.equal((await approver.send(page, [['lại.pdf', pdf()]], { loai: 'noibo' })).status, 303);
    });
    await dev('down');
  }
} finally {
  if (mounted) {
    // What was stored there goes with the volume, and its rows with it.
    gone = stored().filter((name) => !name.startsWith('arriving/')).map((name) => `unhex('${name.slice(3)}')`);
    execFileSync('umount', ['-l', store]);
  }
  await dev('up');
  if (gone.length > 0) {
    sql(`delete from dossier_file where file_id in (select id from file where sha256 in (${gone}))`);
    sql(`delete from file where sha256 in (${gone})`);
    await nothingWrong();
  }
}
done();
