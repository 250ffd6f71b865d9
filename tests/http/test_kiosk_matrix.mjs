#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Route × kind of device: every address of the kiosks' program is asked by an approved device of every kind, by a
// stranger, by one that is still asking, by one with a forged secret and by one that was shut out. Who has which right
// is written down here a second time.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { assert, done, test } from '../lib/tap.mjs';
import { dev, Officer } from '../lib/staff.mjs';
import { Device, hall } from '../lib/device.mjs';
import { sql } from '../lib/reception.mjs';

const kinds = ['dispenser', 'kiosk', 'board', 'display', 'rating'];
const holders = {
  device: kinds,
  dispenser: ['dispenser', 'kiosk'],
  kiosk: ['kiosk'],
  board: ['board'],
  display: ['display'],
  rating: ['rating'],
};
const open = ['GET /kiosk', 'POST /kiosk/ghep', 'GET /kiosk/ghep/trang-thai'];
const first = { dispenser: '/kiosk/lay-so', kiosk: '/kiosk/trang-dau', board: '/kiosk/bang', display: '/kiosk/quay', rating: '/kiosk/danh-gia' };
// Scripts and nginx ask these, not a screen: a refusal leads nowhere. What only nginx may ask is not there for others.
const bare = { '/kiosk/duoc-nghe/{kenh}': 403, '/kiosk/quay/trang-thai': 403, '/kiosk/bang/trang-thai': 404, '/kiosk/duoc-xem': 404 };

const routes = execFileSync(path.join(process.env.MOTCUA_BUILD, 'motcua-kiosk'), ['--routes'], { encoding: 'utf8' })
  .split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
    const [method, pattern, right, kind, inputs] = line.split('\t');
    return { method, pattern, right, kind, inputs: inputs.split(' ').filter(Boolean).map((input) => input.split(':')[0]) };
  });
const closed = routes.filter(({ method, pattern }) => !open.includes(`${method} ${pattern}`));
const concrete = (pattern) => pattern.replace(/\{[^}]+\}/g, '999999999');
// A body of no known kind is looked at after the right and before anything else: it tells who may, and changes nothing.
const asked = ({ method, pattern }, device) => device.ask(concrete(pattern), method === 'POST' ? { method, form: {}, headers: { 'Content-Type': 'text/x-nothing' } } : {});

hall();
const approved = {};
for (const kind of kinds) approved[kind] = await Device.of(kind);
const asking = await Device.asking();
const revoked = await Device.of('kiosk', 900);
sql(`update device set state = 'revoked' where secret_hash = (select s from (select secret_hash as s from device where name like '%-900' order by id desc limit 1) t)`);
const forged = new Device();
forged.jar.thietbi = `${approved.kiosk.secret.slice(0, -1)}${approved.kiosk.secret.endsWith('0') ? '1' : '0'}`;
const officer = await Officer.of('admin');

await test('only how a device is let in is open to anyone', () => {
  assert.deepEqual(routes.filter((r) => r.right === 'anyone').map((r) => `${r.method} ${r.pattern}`).sort(), [...open].sort());
  assert.deepEqual([...new Set(closed.map((r) => r.right))].filter((right) => !holders[right]), []);
});
for (const [who, device] of Object.entries({ 'a stranger': new Device(), 'one that is asking': asking, 'one that was shut out': revoked, 'one with a forged secret': forged, 'an administrator of the staff': officer })) {
  await test(`${who} gets nothing but the page that lets devices in`, async () => {
    for (const route of closed) {
      const answer = await asked(route, device);
      if (bare[route.pattern]) {
        assert.equal(answer.status, bare[route.pattern], route.pattern);
        continue;
      }
      assert.equal(answer.status, 303, `${route.method} ${route.pattern}`);
      assert.match(answer.to, /^(\/en)?\/kiosk$/);
      assert.match(answer.headers['cache-control'], /no-store/);
    }
    const page = await device.ask('/kiosk');
    assert.equal(page.status, 200);
    assert.match(page.body, /data-pair="/);
  });
}
for (const route of closed) {
  await test(`${route.method} ${route.pattern} is for ${route.right}`, async () => {
    for (const kind of kinds) {
      const answer = await asked(route, approved[kind]);
      const may = holders[route.right].includes(kind);
      assert.ok(answer.status < 500, `${kind}: ${answer.status}`);
      if (!may) assert.equal(answer.status, 403, `${kind} may not`);
      else if (route.method === 'POST') assert.equal(answer.status, 415, `${kind} may`);
      else assert.notEqual(answer.status, 403, `${kind} may`);
    }
  });
}
const hostile = ['<script>alert(1)</script>', "' or 1=1 --", '"><svg onload=alert(1)>', '%00', '../../etc/passwd', '-1', '0', '9223372036854775808', '1e9', ' ', 'ẫ'.repeat(400), 'a'.repeat(5000), '\u202e\u0000', '{{7*7}}', '<?cs var:Page ?>', '$(id)'];
for (const route of routes.filter(({ kind, inputs }) => kind !== 'changes' && inputs.length)) {
  await test(`${route.method} ${route.pattern} bears hostile inputs`, async () => {
    const kind = kinds.find((one) => route.right === 'anyone' || holders[route.right].includes(one));
    for (const name of route.inputs) {
      for (const value of hostile) {
        const where = route.pattern.replace(/\{([^}]+)\}/g, (_, segment) => encodeURIComponent(segment === name ? value : '999999999'));
        const form = { [name]: value };
        const answer = await approved[kind].ask(route.method === 'POST' ? where : `${where}?${new URLSearchParams(form)}`, route.method === 'POST' ? { method: 'POST', form } : {});
        assert.ok(answer.status < 500, `${name}=${value.slice(0, 40)}: ${answer.status}`);
        assert.doesNotMatch(answer.body, /<script>alert|<svg onload|\[object|Page\.Body/, `${name}=${value.slice(0, 40)}`);
      }
    }
  });
}
await test('an approved device begins with the page of its kind', async () => {
  for (const kind of kinds) {
    const answer = await approved[kind].ask('/kiosk');
    assert.equal(answer.status, 303);
    assert.equal(answer.to, first[kind]);
    assert.equal((await approved[kind].ask('/en/kiosk')).to, `/en${first[kind]}`);
  }
});
await test('a device is nobody to the staff program', async () => {
  assert.equal((await approved.kiosk.ask('/can-bo')).status, 303);
});
await test('shut out is shut out at once', async () => {
  const device = await Device.of('kiosk', 901);
  assert.equal((await device.ask('/kiosk/trang-dau')).status, 200);
  const [[id]] = sql("select max(id) from device where name like '%-901'");
  await dev('cli', 'device', 'revoke', id);
  assert.equal((await device.ask('/kiosk/trang-dau')).status, 303);
  assert.equal(await device.state(), 'revoked');
  await assert.rejects(dev('cli', 'device', 'revoke', id));
  await assert.rejects(dev('device', 'kiosk', '901'), /shut out/);
});
done();
