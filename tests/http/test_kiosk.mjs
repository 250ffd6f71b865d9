#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The pages of a kiosk as everybody in the hall sees them: procedures are found, dossiers show where they are and never
// whose they are, wrong tries are counted with those of the website, and outside hours the next opening is said.
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, test } from '../lib/tap.mjs';
import { dev } from '../lib/staff.mjs';
import { Device } from '../lib/device.mjs';
import { sql } from '../lib/reception.mjs';

const sample = (name) => JSON.parse(fs.readFileSync(path.join(process.env.MOTCUA_TOP, 'sql/sample', `${name}.json`), 'utf8')).items;
const dossiers = sample('dossiers');
const showcase = dossiers.find((d) => d.number && d.state === 'processing' && d.applicant.phone);
const kiosk = await Device.of('kiosk', 811);
const page = async (address, status = 200) => {
  const answer = await kiosk.ask(address);
  assert.equal(answer.status, status, address);
  assert.match(answer.headers['cache-control'], /no-store/, address);
  return answer.body;
};
const ask = (fields, base = '') => kiosk.ask(`${base}/kiosk/tra-cuu`, { method: 'POST', form: fields });
const json = async (address) => JSON.parse(await page(address));

async function status(code, base = '') {
  const answer = await ask({ ma: code }, base);
  assert.equal(answer.status, 303, code);
  assert.equal(answer.to, `${base}/kiosk/tra-cuu/ho-so`);
  return page(answer.to);
}

// Whatever says who somebody is.
const folded = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
const secrets = (d) => [d.applicant, d.subject, d.payer].filter(Boolean).flatMap((p) => [p.name, p.identity_number, p.phone?.replace('+84', ''), p.email, p.address, p.birth_date])
  .filter((text) => text && text.length > 5);
const written = (d) => [...(d.supplements || []).flatMap((s) => [s.reason, ...s.items.map((i) => i.what)]), d.result, d.reason].filter((text) => text && text.length > 12);

function impersonal(html, d, name) {
  const text = folded(html);
  for (const secret of secrets(d)) assert.ok(!text.includes(folded(secret)), `${name}: ${secret}`);
  for (const note of written(d)) assert.ok(!html.includes(note), `${name}: ${note}`);
}

await test('the first page has three entries and nothing else to choose', async () => {
  await dev('clock', '2026-11-25 09:00');
  const html = await page('/kiosk/trang-dau');
  assert.deepEqual([...html.matchAll(/class="mc-entry" href="([^"]+)"/g)].map((m) => m[1]), ['/kiosk/thu-tuc', '/kiosk/tra-cuu', '/kiosk/lay-so']);
  assert.match(html, /data-help /);
});
await test('outside hours it says when tickets are given out again; procedures and dossiers can be seen', async () => {
  for (const [when, said] of [['2026-11-23 20:30', /thứ Tư 25\/11\/2026/], ['2026-11-24 10:00', /Ngày Văn hóa Việt Nam[^]*thứ Tư 25\/11\/2026/], ['2026-11-29 10:00', /thứ Hai 30\/11\/2026/], ['2026-11-25 05:00', /thứ Tư 25\/11\/2026/]]) {
    await dev('clock', when);
    const html = await page('/kiosk/trang-dau');
    assert.match(html, /data-kiosk-closed/, when);
    assert.match(html, said, when);
    assert.match(html, /data-turns="2026-11-\d\d 0[67]:/);
    assert.match(html, /href="\/kiosk\/thu-tuc"/);
    assert.doesNotMatch(html, /href="\/kiosk\/lay-so"/);
  }
  await dev('clock', 'real');
});
await test('a procedure is found by words, with or without marks, and half a word', async () => {
  for (const q of ['đăng ký khai sinh', 'dang ky khai sinh', 'khai s', 'ddawng kys khai sinh']) {
    const { items } = await json(`/kiosk/goi-y?q=${encodeURIComponent(q)}`);
    assert.ok(items.some((i) => /khai sinh/i.test(i.text) && /^\/kiosk\/thu-tuc\//.test(i.href)), q);
    assert.ok(items.length <= 3);
  }
  assert.match(await page('/kiosk/thu-tuc?q=dang+ky+khai+sinh'), /href="\/kiosk\/thu-tuc\/1\.001193"/);
  assert.match(await page('/en/kiosk/thu-tuc?q=birth'), /href="\/en\/kiosk\/thu-tuc\//);
});
await test('and without typing: agency, field, procedure, page by page', async () => {
  const agencies = await page('/kiosk/co-quan');
  const agency = /href="(\/kiosk\/co-quan\/STP)"/.exec(agencies)[1];
  const field = /href="(\/kiosk\/thu-tuc\?co-quan=STP&amp;linh-vuc=[^"]+)"/.exec(await page(agency))[1].replace(/&amp;/g, '&');
  assert.match(await page(field), /href="\/kiosk\/thu-tuc\/[\d.]+"/);
  const all = await page('/kiosk/thu-tuc?co-quan=STP&linh-vuc=');
  const [, last] = /Trang 1 \/ (\d+)/.exec(all);
  const seen = new Set();
  for (let n = 1; n <= Number(last); n++) for (const m of (await page(`/kiosk/thu-tuc?co-quan=STP&linh-vuc=&trang=${n}`)).matchAll(/mc-hits__link" href="([^"]+)"/g)) seen.add(m[1]);
  const [, count] = /mc-choice--all"[^]*?__count">(\d+)</.exec(await page(agency));
  assert.ok(seen.size > 0 && seen.size <= Number(count));
});
await test('its page leads nowhere outside the kiosk and has a code for the phone', async () => {
  const html = await page('/kiosk/thu-tuc/1.001193');
  const links = [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map((m) => m[1]).filter((href) => !href.startsWith('#'));
  assert.ok(links.every((href) => /^(\/en)?\/kiosk/.test(href)), links.join(' '));
  assert.match(await page('/kiosk/thu-tuc/1.001193/qr.svg'), /^<svg/);
  await page('/kiosk/thu-tuc/9.999999', 404);
  await page('/kiosk/thu-tuc/9.999999/qr.svg', 404);
});
await test('the help line is read, not touched: no page of a device leads out of its browser', async () => {
  for (const [kind, addresses] of [['kiosk', ['/kiosk/trang-dau', '/kiosk/khong-co']], ['dispenser', ['/kiosk/lay-so', '/kiosk/khong-co']], ['rating', ['/kiosk/danh-gia']]]) {
    const device = await Device.of(kind, 1);
    for (const address of addresses) {
      const { body } = await device.ask(address);
      if (kind !== 'rating') assert.match(body, /1022/, address);
      assert.doesNotMatch(body, /href="(?!\/|#|http:\/\/127)/, address);
    }
  }
});
await test('a dossier by its look-up code, scanned or typed', async () => {
  for (const typed of [showcase.lookup, showcase.lookup.replace(/(....)/g, '$1 ').trim(), `http://127.0.0.1/t/${showcase.lookup}`]) {
    const html = await status(typed);
    assert.ok(html.includes(showcase.number));
    assert.match(html, /data-say-state="processing"/);
  }
});
await test('no page of any sample dossier says whose it is, nor what was written about it', async () => {
  let n = 0;
  for (const d of dossiers.filter((one) => one.lookup)) {
    const answer = await ask({ ma: d.lookup });
    if (answer.status !== 303) continue; // no longer valid
    impersonal(await page('/kiosk/tra-cuu/ho-so'), d, d.lookup);
    n++;
  }
  assert.ok(n > 50, `${n} dossiers looked at`);
  impersonal(await status(showcase.lookup, '/en'), showcase, 'in English');
});
await test('a dossier number asks for four digits; whether it exists is not told before', async () => {
  const asked = await ask({ ma: showcase.number });
  const unknown = await ask({ ma: 'H09.99-991231-9999' });
  assert.equal(asked.status, 200);
  assert.equal(unknown.status, 200);
  assert.match(asked.body, /name="so"/);
  assert.match(unknown.body, /name="so"/);
  assert.equal((await ask({ ma: showcase.number, so: '12' })).status, 422);
  const right = await ask({ ma: showcase.number, so: showcase.applicant.phone.slice(-4) });
  assert.equal(right.status, 303);
  impersonal(await page(right.to), showcase, 'by number');
});
await test('wrong digits are counted together with those typed on the website', async () => {
  const number = 'H09.98-981231-0007';
  sql('delete from lookup_try');
  for (let i = 0; i < 5; i++) assert.equal((await ask({ ma: number, so: '0000' })).status, 404);
  assert.equal((await ask({ ma: number, so: '0000' })).status, 429);
  const site = await kiosk.ask('/tra-cuu', { method: 'POST', form: { ma: number, so: '0000' } });
  assert.equal(site.status, 429);
});
await test('what was looked up opens no more after the first page or the form was shown', async () => {
  for (const end of ['/kiosk/trang-dau', '/kiosk/tra-cuu']) {
    await status(showcase.lookup);
    const kept = { ...kiosk.jar };
    assert.ok(kept['ho-so'] && !kept['ho-so'].includes(showcase.lookup), 'sealed');
    const answer = await kiosk.ask(end);
    assert.match([answer.headers['set-cookie']].flat().join('\n'), /ho-so=; .*Max-Age=0/);
    const { 'ho-so': _, ...jar } = kiosk.jar;
    kiosk.jar = jar;
    assert.equal((await kiosk.ask('/kiosk/tra-cuu/ho-so')).to, '/kiosk/tra-cuu');
  }
});
await test('the list for a kiosk without its server: every procedure of the centre, unchanged is not sent again', async () => {
  const answer = await kiosk.ask('/kiosk/danh-sach');
  const { items, edition } = JSON.parse(answer.body);
  const [code, name, , time, fee, papers] = items.find((i) => i[0] === '1.001193');
  assert.deepEqual([code, name], ['1.001193', 'Đăng ký khai sinh']);
  assert.ok(time && fee && papers.length > 0 && Number(edition) > 0);
  assert.ok(answer.body.length < 2e6);
  const again = await kiosk.ask('/kiosk/danh-sach', { headers: { 'If-None-Match': answer.headers.etag } });
  assert.equal(again.status, 304);
  assert.equal(again.body, '');
  assert.notEqual((await kiosk.ask('/en/kiosk/danh-sach')).headers.etag, answer.headers.etag);
});
await test('how somebody wants to read comes with the page', async () => {
  kiosk.jar['kieu-xem'] = 'lct';
  assert.match(await page('/kiosk/thu-tuc'), /mc-kiosk--larger mc-kiosk--contrast mc-kiosk--low"/);
  kiosk.jar['kieu-xem'] = 'n';
  assert.match(await page('/kiosk/thu-tuc'), /data-view="n" aria-pressed="true"/);
  delete kiosk.jar['kieu-xem'];
});
await dev('clock', 'real');
done();
