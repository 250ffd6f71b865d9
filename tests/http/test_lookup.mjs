#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The look-up as a citizen and as an auditor see it: both codes find the
// dossier, nothing personal is shown, no code is left anywhere, and guessing
// tells nothing.
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, get, test, url } from '../lib/tap.mjs';

const top = process.env.MOTCUA_TOP;
const state = process.env.MOTCUA_STATE;
const dossiers = JSON.parse(fs.readFileSync(path.join(top, 'sql/sample/dossiers.json'), 'utf8')).items;
const showcase = dossiers.find((d) => d.number && d.state === 'processing');
const procedures = JSON.parse(fs.readFileSync(path.join(top, 'sql/sample/procedures.json'), 'utf8')).items;
const names = new Map(procedures.map((p) => [p.code, `${p.name} ${p.official_name}`]));
const lastFour = (text) => text.slice(-4);
const wrong = (digits) => String((Number(digits) + 1) % 10000).padStart(4, '0');

function ask(fields, base = '') {
  return get(`${base}/tra-cuu`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields),
  });
}

const cookieOf = (answer) => (answer.headers.get('set-cookie') || '').split(';')[0];

async function statusPage(code, base = '') {
  const answer = await ask({ ma: code }, base);
  assert.equal(answer.status, 303, `look-up of ${code}`);
  const page = await get(`${base}/tra-cuu/ho-so`, { headers: { Cookie: cookieOf(answer) } });
  assert.equal(page.status, 200);
  return page.text();
}

// What differs between two answers by nature: the request number, the time, what was typed.
const plain = (html) => html.replace(/value="[^"]*"/g, '').replace(/[0-9a-f]{16,}/g, '').replace(/\d\d:\d\d/g, '');

await test('the look-up code shows the status at once, with or without spaces', async () => {
  for (const typed of [showcase.lookup, showcase.lookup.replace(/(....)/g, '$1 ').trim(), showcase.lookup.replace(/(....)(?=.)/g, '$1-')]) {
    const html = await statusPage(typed);
    assert.ok(html.includes(showcase.number), 'the number stands on the page');
  }
});

await test('the address in the QR code works when a scanner types it into the box', async () => {
  await statusPage(`${url}/t/${showcase.lookup}`);
});

await test('the cookie is sealed, short-lived and for this host only', async () => {
  const answer = await ask({ ma: showcase.lookup });
  const cookie = answer.headers.get('set-cookie');
  assert.match(cookie, url.startsWith('https:') ? /^__Host-tra-cuu=.*; Secure/ : /^tra-cuu=/); // browsers drop __Host- without TLS
  for (const part of [/; HttpOnly/i, /; SameSite=Lax/i, /; Path=\//i, /; Max-Age=600/i]) assert.match(cookie, part);
  assert.doesNotMatch(cookie, new RegExp(showcase.lookup));
  assert.doesNotMatch(answer.headers.get('location'), /\d{4}/);
});

await test('the QR link leaves the code in no address, referrer or log', async () => {
  const answer = await get(`/t/${showcase.lookup}`);
  assert.equal(answer.status, 303);
  assert.equal(answer.headers.get('location'), '/tra-cuu/ho-so');
  assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
  assert.equal(answer.headers.get('cache-control'), 'no-store');
  const page = await get('/tra-cuu/ho-so', { headers: { Cookie: cookieOf(answer) } });
  assert.equal(page.status, 200);
  assert.equal(page.headers.get('cache-control'), 'no-store');
  assert.match(page.headers.get('x-robots-tag') || '', /noindex/);
  assert.ok(!(await page.text()).includes(showcase.lookup), 'the page repeats the code');
  await ask({ ma: showcase.number, so: lastFour(showcase.applicant.phone) });
  const logs = path.join(state, 'log');
  let read = 0;
  for (const file of fs.readdirSync(logs)) {
    if (/^db/.test(file)) continue;
    const text = fs.readFileSync(path.join(logs, file), 'utf8');
    read += text.length;
    for (const secret of [showcase.lookup, showcase.number, showcase.applicant.name, showcase.applicant.identity_number]) {
      assert.ok(!text.includes(secret), `${file} holds ${secret}`);
    }
  }
  assert.ok(read > 0, 'there are logs to look at');
});

await test('no status page shows a person, a number, an address or an officer', async () => {
  const users = JSON.parse(fs.readFileSync(path.join(top, 'sql/sample/users.json'), 'utf8')).items;
  const officers = users.map((u) => u.name);
  let seen = 0;
  for (const d of dossiers) {
    if (d.state === 'draft') continue;
    const answer = await ask({ ma: d.lookup });
    if (answer.status === 404) continue; // older than its 90 days
    assert.equal(answer.status, 303, d.lookup);
    const html = await (await get('/tra-cuu/ho-so', { headers: { Cookie: cookieOf(answer) } })).text();
    seen++;
    const people = [d.applicant, d.submitter].filter(Boolean);
    const secrets = people.flatMap((p) => [p.name, p.identity_number, p.phone, p.email, p.address, p.representative]);
    const published = `${names.get(d.procedure)} ${d.result?.title}`; // a summary that only repeats this tells nothing
    if (!published.toLowerCase().includes(d.summary.toLowerCase())) secrets.push(d.summary);
    for (const secret of [...secrets, ...officers]) {
      if (secret && secret.length > 5) assert.ok(!html.includes(secret), `dossier ${d.lookup} shows ${secret}`);
    }
    for (const event of d.events || []) if (event.note) assert.ok(!html.includes(event.note), `internal note of ${d.lookup}`);
  }
  assert.ok(seen > 300, `${seen} pages looked at`);
});

await test('every state is shown in words, in both languages', async () => {
  const states = new Map();
  for (const d of dossiers) {
    if (d.state === 'draft' || states.has(d.state)) continue;
    if ((await ask({ ma: d.lookup })).status === 303) states.set(d.state, d); // not older than its 90 days
  }
  for (const [name, d] of states) {
    for (const base of ['', '/en']) {
      const html = await statusPage(d.lookup, base);
      const title = /mc-state__title">([^<]+)</.exec(html);
      assert.ok(title && title[1].trim().length > 3, `${name} has words in ${base || 'vi'}`);
      assert.ok(!/\b(undefined|null)\b/.test(title[1]));
    }
  }
  assert.ok(states.size >= 12);
});

await test('someone who must bring papers is told which and until when', async () => {
  const waiting = dossiers.find((d) => d.state === 'waiting_citizen' && d.supplements?.length);
  const html = await statusPage(waiting.lookup);
  for (const item of waiting.supplements.at(-1).items) if (!item.done) assert.ok(html.includes(item.what), item.what);
});

await test('what is to be corrected is said on top; a result by post asks nobody to the counter', async () => {
  const fix = dossiers.find((d) => d.state === 'needs_fix' && d.events.at(-1).public_note);
  const html = await statusPage(fix.lookup);
  assert.ok(html.indexOf(fix.events.at(-1).public_note) < html.indexOf('mc-timeline'), 'before the timeline');
  const sent = dossiers.find((d) => d.state === 'ready' && d.deliver_by === 'post');
  assert.match(await statusPage(sent.lookup), /mc-state__title">[^<]*bưu điện/);
});

await test('the due time is explained day by day', async () => {
  const html = await statusPage(showcase.lookup);
  assert.match(html, /mc-trace/);
  const rows = html.match(/mc-trace__row/g) || [];
  assert.ok(rows.length >= 3, `${rows.length} days`);
});

await test('the dossier number alone asks for the second fact and tells nothing', async () => {
  const real = await ask({ ma: showcase.number });
  const invented = await ask({ ma: 'H09.12-990101-9999' });
  assert.equal(real.status, 200);
  assert.equal(invented.status, 200);
  const [a, b] = [await real.text(), await invented.text()];
  assert.match(a, /name="so"/);
  assert.equal(plain(a), plain(b));
});

await test('either second fact opens the dossier, written in several ways', async () => {
  for (const ma of [showcase.number, showcase.number.toLowerCase(), showcase.number.replace(/[.-]/g, ' ')]) {
    for (const so of [lastFour(showcase.applicant.phone), lastFour(showcase.applicant.identity_number)]) {
      const answer = await ask({ ma, so });
      assert.equal(answer.status, 303, `${ma} with ${so}`);
      const page = await get('/tra-cuu/ho-so', { headers: { Cookie: cookieOf(answer) } });
      assert.ok((await page.text()).includes(showcase.number));
    }
  }
});

await test('unknown, malformed and damaged codes get the same answer', async () => {
  const answers = [];
  for (const ma of ['5555444433332222', '1234', 'xin chào', `${showcase.lookup.slice(0, 15)}${(Number(showcase.lookup[15]) + 1) % 10}`, '12345678901234567890']) {
    const answer = await ask({ ma, so: '' });
    if (answer.status === 200) continue; // taken as a dossier number: asks on, as for a real one
    assert.equal(answer.status, 404, ma);
    answers.push(plain(await answer.text()));
  }
  assert.ok(answers.length >= 3);
  for (const body of answers) assert.equal(body, answers[0]);
});

await test('five wrong second facts close a number for an hour, real or invented', async () => {
  const victim = dossiers.find((d) => d.number && d !== showcase);
  const right = lastFour(victim.applicant.phone);
  for (const [ma, so] of [[victim.number, wrong(right)], ['H09.77-990101-7777', '1234']]) {
    for (let i = 0; i < 5; i++) assert.equal((await ask({ ma, so })).status, 404, `try ${i + 1} of ${ma}`);
    const answer = await ask({ ma, so });
    assert.equal(answer.status, 429);
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
  }
  assert.equal((await ask({ ma: victim.number, so: right })).status, 429, 'the right answer does not open it either');
  await statusPage(victim.lookup);
});

await test('a forged, foreign or damaged cookie opens nothing', async () => {
  const good = cookieOf(await ask({ ma: showcase.lookup }));
  for (const cookie of ['__Host-tra-cuu=AAAA', 'tra-cuu=AAAA', `${good.slice(0, -3)}AAA`, 'tra-cuu=', good.replace('=', '=x')]) {
    const page = await get('/tra-cuu/ho-so', { headers: { Cookie: cookie } });
    assert.ok([303, 404].includes(page.status), `${page.status}`);
    assert.ok(!(await page.text()).includes(showcase.number));
  }
});

await test('the status page closes by itself after ten minutes', async () => {
  const clock = path.join(state, 'clock');
  const before = fs.existsSync(clock) ? fs.readFileSync(clock, 'utf8') : '+0\n';
  const cookie = cookieOf(await ask({ ma: showcase.lookup }));
  try {
    const shift = /^\+(\d+)/.exec(before);
    fs.writeFileSync(`${clock}.new`, `+${(shift ? Number(shift[1]) : 0) + 660}\n`);
    fs.renameSync(`${clock}.new`, clock);
    const page = await get('/tra-cuu/ho-so', { headers: { Cookie: cookie } });
    assert.equal(page.status, 404);
  } finally {
    fs.writeFileSync(`${clock}.new`, before);
    fs.renameSync(`${clock}.new`, clock);
  }
});

await test('programs get the same facts as JSON, and nothing personal', async () => {
  const answer = await get(`/api/v1/dossiers/${showcase.lookup}`);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type'), /^application\/json/);
  const text = await answer.text();
  const json = JSON.parse(text);
  assert.equal(json.number, showcase.number);
  assert.equal(json.state, showcase.state);
  assert.match(json.due_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$/);
  for (const secret of [showcase.applicant.name, showcase.applicant.identity_number, showcase.summary]) assert.ok(!text.includes(secret));
  const none = await get('/api/v1/dossiers/5555444433332222');
  assert.equal(none.status, 404);
  assert.match(none.headers.get('content-type'), /^application\/problem\+json/);
});

await test('HEAD and GET of the form change nothing and set no cookie', async () => {
  for (const method of ['GET', 'HEAD']) {
    const answer = await get('/tra-cuu', { method });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('set-cookie'), null);
  }
});

done();
