#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Signing in as officers do and as attackers try.
import { execFileSync } from 'node:child_process';
import { assert, done, test } from '../lib/tap.mjs';
import { Officer, account, code, dev, enrol, hidden, totp } from '../lib/staff.mjs';

const sql = (text) => execFileSync('mariadb', ['--no-defaults', `--socket=${process.env.MOTCUA_STATE}/run/db.sock`, `--user=${process.env.USER || 'root'}`, '--batch', '--skip-column-names', 'motcua', '-e', text], { encoding: 'utf8' }).trim();
const sign_in = '/can-bo/dang-nhap';
const token = (officer) => officer.jar.staff;

// --- the way in
const lan = await account();
const known = new Officer('127.0.0.31'); // Lan's own machine
await test('a stranger is sent to the sign-in and comes back to what was asked', async () => {
  const stranger = new Officer('127.0.0.31');
  const asked = await stranger.ask('/can-bo/tai-khoan?a=1');
  assert.equal(asked.status, 303);
  assert.equal(asked.to, '/can-bo/dang-nhap?tiep=%2Fcan-bo%2Ftai-khoan%3Fa%3D1');
  assert.equal((await stranger.ask('/en/can-bo/tai-khoan')).to, '/en/can-bo/dang-nhap?tiep=%2Fcan-bo%2Ftai-khoan');
  assert.equal((await stranger.ask('/can-bo/dang-xuat', { method: 'POST', form: {} })).to, '/can-bo/dang-nhap');
});
await test('the first sign-in: own password, an app, recovery codes, a session', async () => {
  const first = await known.send(sign_in, { ten: lan.login.toUpperCase(), matkhau: lan.first });
  assert.equal(first.status, 303);
  assert.equal(first.to, '/can-bo/dang-nhap/mat-khau-moi');
  assert.equal(token(known), undefined, 'no session before the end');
  assert.equal((await known.ask('/can-bo')).status, 303);
  for (const [bad, key] of [['ngan', 'password_short'], ['a'.repeat(129), 'password_long'], ['aaaaaaaabbbbbbbbb', 'password_simple'], ['matkhau123456789', 'password_common'], [`${lan.login}2026!`, 'password_common'], ['Password123456!', 'password_common'], ['qwertyuiop123456', 'password_common']]) {
    const answer = await known.send('/can-bo/dang-nhap/mat-khau-moi', { moi: bad, lai: bad });
    assert.equal(answer.status, 422, `${bad} ${key}`);
    assert.ok(!answer.body.includes(`value="${bad}"`), 'a password is never shown again');
  }
  assert.equal((await known.send('/can-bo/dang-nhap/mat-khau-moi', { moi: lan.password, lai: `${lan.password}.` })).status, 422);
  assert.equal((await known.send('/can-bo/dang-nhap/mat-khau-moi', { moi: lan.first, lai: lan.first })).status, 422, 'the first one again');
  const own = await known.send('/can-bo/dang-nhap/mat-khau-moi', { moi: lan.password, lai: lan.password });
  assert.equal(own.to, '/can-bo/dang-nhap/ung-dung');
  const wrong = await known.send('/can-bo/dang-nhap/ung-dung', { ma: '000000' });
  assert.equal(wrong.status, 422);
  const page = await known.ask('/can-bo/dang-nhap/ung-dung');
  lan.seed = /mc-seed">([A-Z2-7 ]{32,})</.exec(page.body)[1].replace(/ /g, '');
  const qr = await known.ask('/can-bo/dang-nhap/ung-dung/ma.svg');
  assert.equal(qr.headers['content-type'], 'image/svg+xml');
  assert.match(qr.headers['cache-control'], /no-store/);
  lan.step = Math.floor(Date.now() / 30000) - 1;
  const last = await known.ask('/can-bo/dang-nhap/ung-dung', { method: 'POST', form: { ...hidden(page.body, '/can-bo/dang-nhap/ung-dung'), ma: totp(lan.seed, lan.step * 30) } });
  assert.equal(last.to, '/can-bo/tai-khoan/ma-du-phong');
  assert.ok(token(known));
  const codes = await known.ask(last.to);
  lan.codes = [...codes.body.matchAll(/<li class="mc-code">([a-z0-9-]+)</g)].map(([, c]) => c);
  assert.equal(new Set(lan.codes).size, 10);
  assert.ok(!(await known.ask(last.to)).body.includes(lan.codes[0]), 'shown once');
  const home = await known.ask('/can-bo');
  assert.equal(home.status, 200);
  assert.match(home.body, /Lý Thị Thử Nghiệm/);
  assert.match(home.headers['cache-control'], /no-store/);
});
await test('password and a code open a session; signing out ends it in the database', async () => {
  const other = new Officer('127.0.0.32');
  const back = await other.send(`${sign_in}?tiep=%2Fcan-bo%2Ftai-khoan`, { ten: lan.login, matkhau: lan.password }, sign_in);
  assert.equal(back.to, '/can-bo/dang-nhap/ma');
  const inside = await other.send('/can-bo/dang-nhap/ma', { ma: code(lan) });
  assert.equal(inside.to, '/can-bo/tai-khoan');
  const kept = { ...other.jar };
  assert.equal((await other.send('/can-bo', {}, '/can-bo/dang-xuat')).to, '/can-bo/dang-nhap');
  assert.equal(token(other), undefined);
  other.jar = kept;
  assert.equal((await other.ask('/can-bo')).status, 303, 'the old cookie is worth nothing');
});
await test('where to go afterwards is a page of the staff and nothing else', async () => {
  for (const [i, wanted] of ['//evil.example/', 'https://evil.example/', '/\\evil.example', '/can-bo//evil', '/thu-tuc', '/can-bo/dang-nhap', '/can-bo/dang-xuat', '/can-boss', '/can-bo/../thu-tuc', 'javascript:alert(1)'].entries()) {
    const person = new Officer(`127.0.1.${i + 1}`);
    const step = await person.send(`${sign_in}?tiep=${encodeURIComponent(wanted)}`, { ten: lan.login, matkhau: lan.password }, sign_in);
    assert.equal(step.to, '/can-bo/dang-nhap/ma', wanted);
    const spare = [0, 1, 3, 4, 5, 6, 7][i]; // the third is for later
    if (spare !== undefined) {
      const end = await person.send('/can-bo/dang-nhap/ma', { ma: lan.codes[spare] });
      assert.equal(end.to, '/can-bo', wanted);
    }
  }
});

// --- what must not work
await test('one code works once, in every browser', async () => {
  const used = totp(lan.seed, lan.step * 30);
  const thief = new Officer('127.0.0.33');
  await thief.send(sign_in, { ten: lan.login, matkhau: lan.password });
  assert.equal((await thief.send('/can-bo/dang-nhap/ma', { ma: used })).status, 422);
  assert.equal((await thief.send('/can-bo/dang-nhap/ma', { ma: lan.codes[0] })).status, 422, 'a recovery code too');
  assert.equal(token(thief), undefined);
});
await test('a stolen half-way cookie is worth nothing once a code was used', async () => {
  const thief = new Officer('127.0.0.34');
  await thief.send(sign_in, { ten: lan.login, matkhau: lan.password });
  const before = { ...thief.jar };
  const owner = new Officer('127.0.0.35');
  await owner.send(sign_in, { ten: lan.login, matkhau: lan.password });
  while (totp(lan.seed, (lan.step + 1) * 30) && lan.step + 1 > Math.floor(Date.now() / 30000) + 1) await new Promise((r) => setTimeout(r, 500));
  assert.equal((await owner.send('/can-bo/dang-nhap/ma', { ma: code(lan) })).status, 303);
  thief.jar = before;
  assert.equal((await thief.ask('/can-bo/dang-nhap/ma')).to, '/can-bo/dang-nhap');
});
await test('steps cannot be skipped', async () => {
  const hasty = new Officer('127.0.0.36');
  for (const step of ['/ma', '/mat-khau-moi', '/ung-dung', '/ung-dung/ma.svg']) assert.equal((await hasty.ask(sign_in + step)).to, sign_in, step);
  await hasty.send(sign_in, { ten: lan.login, matkhau: lan.password });
  for (const step of ['/mat-khau-moi', '/ung-dung']) assert.equal((await hasty.ask(sign_in + step)).to, sign_in, `${step} by a person who has an app`);
  assert.equal((await hasty.ask(`${sign_in}/ung-dung/ma.svg`)).status, 404);
});
await test('the session before is not the session after (fixation)', async () => {
  const victim = new Officer('127.0.0.37');
  victim.jar.staff = 'A'.repeat(43);
  await victim.send(sign_in, { ten: lan.login, matkhau: lan.password });
  await victim.send('/can-bo/dang-nhap/ma', { ma: lan.codes[2] });
  assert.ok(token(victim));
  assert.notEqual(token(victim), 'A'.repeat(43));
});
await test('a form of another browser is refused, and one from another site', async () => {
  const [mine, yours] = [new Officer('127.0.0.38'), new Officer('127.0.0.39')];
  const page = await yours.ask(sign_in);
  await mine.ask(sign_in);
  const form = { ...hidden(page.body, sign_in), ten: lan.login, matkhau: lan.password };
  assert.equal((await mine.ask(sign_in, { method: 'POST', form })).status, 403);
  assert.equal((await mine.ask(sign_in, { method: 'POST', form: { ten: lan.login, matkhau: lan.password } })).status, 403);
  assert.equal((await yours.ask(sign_in, { method: 'POST', form, headers: { Origin: 'https://evil.example' } })).status, 403);
  assert.equal((await yours.ask(sign_in, { method: 'POST', form, headers: { 'Sec-Fetch-Site': 'cross-site' } })).status, 403);
  assert.equal((await yours.ask(sign_in, { method: 'POST', form })).status, 303);
});
await test('cookies are out of reach of scripts and of other sites', async () => {
  const answer = await new Officer().ask(sign_in);
  for (const line of answer.headers['set-cookie']) assert.match(line, /HttpOnly.*SameSite=Strict/);
});

// --- what is stored
await test('neither tokens nor codes nor seeds stand in the database', () => {
  const all = ['session', 'recovery_code', 'known_browser', 'user', 'audit', 'request_key', 'sign_in_try'].map((table) => sql(`select * from ${table}`)).join('\n');
  for (const secret of [token(known), known.jar['staff-browser'], lan.password, lan.first, lan.seed, ...lan.codes, ...lan.codes.map((c) => c.replace('-', ''))]) {
    assert.ok(secret && !all.includes(secret), `found: ${secret}`);
  }
  assert.match(sql(`select password_hash from user where login = '${lan.login}'`), /^\$argon2id\$v=19\$m=32768,t=3,p=1\$/);
});
await test('the audit tells of each sign-in, good and bad, without what was typed', async () => {
  await new Officer('127.0.0.40').send(sign_in, { ten: 'khong.co.ai', matkhau: 'mot mat khau nao do' });
  assert.match(sql(`select type from audit where subject = 'user ${lan.login}' order by id`), /user_added\npassword_changed\napp_enrolled\nsign_in\n/);
  assert.equal(sql("select count(*) from audit where note like '%khong.co.ai%' or subject like '%khong.co.ai%'"), '0');
  assert.ok(Number(sql("select count(*) from audit where type = 'sign_in_failed' and user_id is null")) > 0);
});

// --- ends
await test('a disabled account loses its sessions with the next request', async () => {
  assert.equal((await known.ask('/can-bo')).status, 200);
  sql(`update user set disabled_at = now() where login = '${lan.login}'`);
  assert.equal((await known.ask('/can-bo')).status, 303);
  const again = new Officer('127.0.0.41');
  assert.equal((await again.send(sign_in, { ten: lan.login, matkhau: lan.password })).status, 422, 'and cannot sign in');
  sql(`update user set disabled_at = null where login = '${lan.login}'`);
});
await test('a session ends after 30 idle minutes, and after 12 hours however busy', async () => {
  const [idle, busy] = [await Officer.of('clerk'), await Officer.of('clerk')];
  const start = new Date(Date.now() + 7 * 3600e3);
  const at = (minutes) => dev('clock', new Date(start.getTime() + minutes * 60e3).toISOString().slice(0, 19).replace('T', ' '));
  try {
    await at(29);
    assert.equal((await idle.ask('/can-bo')).status, 200);
    assert.equal((await busy.ask('/can-bo')).status, 200);
    await at(58);
    assert.equal((await busy.ask('/can-bo')).status, 200, 'use keeps it alive');
    await at(60);
    assert.equal((await idle.ask('/can-bo')).status, 303, '31 minutes after its last use');
    for (let minute = 80; minute < 12 * 60; minute += 25) {
      await at(minute);
      assert.equal((await busy.ask('/can-bo')).status, 200, `after ${minute} minutes`);
    }
    await at(12 * 60 + 1);
    assert.equal((await busy.ask('/can-bo')).status, 303, 'after twelve hours');
  } finally {
    await dev('clock', 'real');
  }
});

// --- guessing
const count = (name, answers) => answers.filter((a) => a.status === name).length;
await test('an attacker is slowed down, for known and unknown names alike, and the owner is not kept out', async () => {
  const owner = new Officer('127.0.0.50');
  const mai = await account();
  await enrol(mai, owner);
  for (const name of [mai.login, 'khong.co.nguoi.nay']) {
    const attacker = new Officer('127.0.0.51');
    const page = await attacker.ask(sign_in);
    const answers = [];
    for (let i = 0; i < 14; i++) {
      const shown = i ? answers[i - 1] : page;
      answers.push(await attacker.ask(sign_in, { method: 'POST', form: { ...hidden(shown.body, sign_in), ten: name, matkhau: `sai mat khau ${i}` } }));
    }
    assert.equal(count(422, answers), 10, `${name}: ten tries`);
    assert.equal(count(429, answers), 4, `${name}: then none`);
    assert.equal(answers[13].headers['retry-after'], '900');
  }
  await owner.send('/can-bo', {}, '/can-bo/dang-xuat');
  assert.equal((await owner.send(sign_in, { ten: mai.login, matkhau: mai.password })).status, 303, 'on her own browser');
  const inside = new Officer('127.0.0.51');
  inside.jar['staff-browser'] = owner.jar['staff-browser'];
  assert.equal((await inside.send(sign_in, { ten: mai.login, matkhau: mai.password })).status, 303, 'her browser behind the attacker\'s address');
});
await test('unknown name and wrong password look the same', async () => {
  const bodies = [];
  for (const name of ['khong.co.ai.ca', lan.login]) {
    const person = new Officer('127.0.0.52');
    const answer = await person.send(sign_in, { ten: name, matkhau: 'khong phai mat khau' });
    assert.equal(answer.status, 422);
    bodies.push(answer.body.replaceAll(name, 'NAME').replace(/name="token" value="[^"]*"/g, '').replace(/[0-9a-f]{32}/g, ''));
  }
  assert.equal(bodies[0], bodies[1]);
});
await test('… and take the same time (medians within a third)', async () => {
  const times = { known: [], unknown: [] };
  for (let i = 0; i < 16; i++) {
    for (const kind of ['known', 'unknown']) {
      const person = new Officer(`127.0.2.${i + 1}`);
      const page = await person.ask(sign_in);
      const form = { ...hidden(page.body, sign_in), ten: kind === 'known' ? lan.login : `khong.co.${i}`, matkhau: 'khong phai mat khau' };
      const start = process.hrtime.bigint();
      await person.ask(sign_in, { method: 'POST', form });
      times[kind].push(Number(process.hrtime.bigint() - start) / 1e6);
    }
  }
  const median = (list) => list.sort((a, b) => a - b)[list.length >> 1];
  const [a, b] = [median(times.known), median(times.unknown)];
  console.log(`# ${a.toFixed(0)} ms known, ${b.toFixed(0)} ms unknown`);
  assert.ok(Math.min(a, b) > 30, 'a real hash is worked at');
  assert.ok(Math.abs(a - b) / Math.max(a, b) < 0.34, `${a} and ${b}`);
});
await test('a first password ends, and a sample user has none', async () => {
  const late = await account();
  sql(`update user set password_until = now() - interval 1 minute where login = '${late.login}'`);
  assert.equal((await new Officer('127.0.0.53').send(sign_in, { ten: late.login, matkhau: late.first })).status, 422);
  for (const typed of ['clerk', '123456', ' ']) assert.equal((await new Officer('127.0.0.53').send(sign_in, { ten: 'clerk', matkhau: typed })).status, 422);
});
done();
