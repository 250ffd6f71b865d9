#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// My account, accounts and rights, substitution: what each changes and what it must not.
import { execFileSync } from 'node:child_process';
import { assert, done, test } from '../lib/tap.mjs';
import { Officer, account, code, enrol, hidden, seed_on, totp } from '../lib/staff.mjs';

const sql = (text) => execFileSync('mariadb', ['--no-defaults', `--socket=${process.env.MOTCUA_STATE}/run/db.sock`, `--user=${process.env.USER || 'root'}`, '--batch', '--skip-column-names', 'motcua', '-e', text], { encoding: 'utf8' }).trim();
const id_of = (login) => sql(`select id from user where login = '${login}'`);
const day = (plus) => {
  const at = new Date(Date.now() + 7 * 3600e3 + plus * 86400e3);
  return `${String(at.getUTCDate()).padStart(2, '0')}/${String(at.getUTCMonth() + 1).padStart(2, '0')}/${at.getUTCFullYear()}`;
};
const mine = '/can-bo/tai-khoan';
const people = '/can-bo/nguoi-dung';

// --- my account
const hoa = await account('hoa');
const here = await enrol(hoa, new Officer('127.0.3.1'));
await test('sessions are listed and ended one by one or all but this one', async () => {
  const signed = [];
  for (let i = 0; i < 3; i++) {
    const other = new Officer(`127.0.3.${10 + i}`);
    await other.send('/can-bo/dang-nhap', { ten: hoa.login, matkhau: hoa.password });
    assert.equal((await other.send('/can-bo/dang-nhap/ma', { ma: hoa.codes[i] })).status, 303);
    signed.push(other);
  }
  const page = await here.ask(mine);
  const ends = [...page.body.matchAll(/action="(\/can-bo\/tai-khoan\/phien\/\d+\/ket-thuc)"/g)].map(([, a]) => a);
  assert.equal(ends.length, 3);
  assert.match(page.body, /127\.0\.3\.11/);
  assert.equal((await here.send(mine, {}, ends[0])).status, 303);
  const states = await Promise.all(signed.map(async (s) => (await s.ask('/can-bo')).status));
  assert.deepEqual(states.sort(), [200, 200, 303]);
  await here.send(mine, {}, '/can-bo/tai-khoan/phien/ket-thuc-khac');
  for (const other of signed) assert.equal((await other.ask('/can-bo')).status, 303);
  assert.equal((await here.ask('/can-bo')).status, 200);
});
await test("nobody ends somebody else's session", async () => {
  const clerk = await Officer.of('clerk');
  const number = sql(`select max(id) from session where user_id = ${id_of(hoa.login)} and ended_at is null`);
  const page = await clerk.ask(mine);
  const token = /name="token" value="([^"]*)"/.exec(page.body)[1];
  const where = `/can-bo/tai-khoan/phien/${number}/ket-thuc`;
  assert.equal((await clerk.ask(where, { method: 'POST', form: { token } })).status, 403, 'the token of another form');
  assert.equal((await here.ask('/can-bo')).status, 200);
});
await test('a new password needs the current one and ends all other sessions', async () => {
  const other = new Officer('127.0.3.20');
  await other.send('/can-bo/dang-nhap', { ten: hoa.login, matkhau: hoa.password });
  await other.send('/can-bo/dang-nhap/ma', { ma: hoa.codes[3] });
  const next = 'mua thu Ha Noi 1010 la vang';
  const page = `${mine}/mat-khau`;
  assert.equal((await here.send(page, { matkhau: 'khong phai', moi: next, lai: next })).status, 422);
  assert.equal((await here.send(page, { matkhau: hoa.password, moi: hoa.password, lai: hoa.password })).status, 422);
  assert.equal((await here.send(page, { matkhau: hoa.password, moi: 'ngan qua', lai: 'ngan qua' })).status, 422);
  const before = here.jar.staff;
  assert.equal((await here.send(page, { matkhau: hoa.password, moi: next, lai: next })).status, 303);
  assert.notEqual(here.jar.staff, before, 'a new session');
  assert.equal((await here.ask('/can-bo')).status, 200);
  assert.equal((await other.ask('/can-bo')).status, 303);
  hoa.password = next;
});
await test('another app needs the password and a code of the old one', async () => {
  const page = await here.ask(`${mine}/ung-dung`);
  const seed = seed_on(page.body);
  const fresh = () => totp(seed, Date.now() / 1000);
  const send = (fields) => here.send(`${mine}/ung-dung`, fields);
  assert.equal((await send({ matkhau: 'khong phai', macu: hoa.codes[4], ma: fresh() })).status, 422);
  assert.equal((await send({ matkhau: hoa.password, macu: '000000', ma: fresh() })).status, 422);
  assert.equal((await send({ matkhau: hoa.password, macu: hoa.codes[4], ma: '000000' })).status, 422);
  const good = await send({ matkhau: hoa.password, macu: hoa.codes[4], ma: fresh() });
  assert.equal(good.to, `${mine}/ma-du-phong`, 'a refused form used up no code');
  assert.equal((await here.ask(good.to)).body.match(/<li class="mc-code">/g).length, 10);
  const thief = new Officer('127.0.3.21');
  await thief.send('/can-bo/dang-nhap', { ten: hoa.login, matkhau: hoa.password });
  assert.equal((await thief.send('/can-bo/dang-nhap/ma', { ma: hoa.codes[5] })).status, 422, 'old recovery codes are gone');
  assert.equal((await thief.send('/can-bo/dang-nhap/ma', { ma: totp(hoa.seed, Date.now() / 1000 + 30) })).status, 422, 'and the old app');
});

// --- accounts and rights
const admin = await Officer.of('admin');
const login = `nv${process.pid}`;
let id;
await test('an administrator adds an account; its first password is shown once', async () => {
  const wrong = await admin.send(`${people}/moi`, { ten: 'Có Dấu', hoten: 'Phan Thị Mới', donvi: 'STP.HCTP' });
  assert.equal(wrong.status, 422);
  assert.equal((await admin.send(`${people}/moi`, { ten: 'clerk', hoten: 'Phan Thị Mới', donvi: 'STP.HCTP' })).status, 422, 'a taken name');
  assert.equal((await admin.send(`${people}/moi`, { ten: login, hoten: 'Phan Thị Mới', donvi: 'KHONG.CO' })).status, 422, 'no such unit');
  const made = await admin.send(`${people}/moi`, { ten: login, hoten: 'Phan Thị Mới', donvi: 'STP.HCTP', chucdanh: 'Chuyên viên' });
  assert.equal(made.status, 303);
  id = id_of(login);
  const shown = await admin.ask(made.to);
  const first = /<span class="mc-code">([a-z0-9-]{23})</.exec(shown.body)[1];
  assert.ok(!(await admin.ask(made.to)).body.includes(first), 'once');
  const found = await admin.ask(`${people}?q=${encodeURIComponent('phan thi moi')}`);
  assert.match(found.body, new RegExp(login), 'found without marks');
  const person = new Officer('127.0.3.30');
  assert.equal((await person.send('/can-bo/dang-nhap', { ten: login, matkhau: first })).to, '/can-bo/dang-nhap/mat-khau-moi');
});
const person = await Officer.of(login);
const rights = async () => [(await person.ask('/can-bo/thay-mat')).status, (await person.ask(people)).status];
await test('rights hold for role, unit and period, and are withdrawn at once', async () => {
  assert.deepEqual(await rights(), [403, 403]);
  const grant = (fields) => admin.send(`${people}/${id}/quyen`, { noi: '', den: '', tu: day(0), ...fields });
  assert.equal((await grant({ vaitro: 'head' })).status, 422, 'a head of the whole province');
  assert.equal((await grant({ vaitro: 'head', noi: 'STP.HCTP', tu: day(2), den: day(1) })).status, 422);
  assert.equal((await grant({ vaitro: 'king', noi: 'STP.HCTP' })).status, 422);
  assert.equal((await grant({ vaitro: 'head', noi: 'STP.HCTP', tu: day(1) })).status, 303);
  assert.deepEqual(await rights(), [403, 403], 'from tomorrow');
  assert.equal((await grant({ vaitro: 'head', noi: 'STP.HCTP', den: day(0) })).status, 303);
  assert.deepEqual(await rights(), [200, 403], 'today');
  const page = await admin.ask(`${people}/${id}`);
  for (const [, where] of page.body.matchAll(/action="([^"]+\/thu-hoi)"/g)) assert.equal((await admin.send(`${people}/${id}`, {}, where)).status, 303);
  assert.deepEqual(await rights(), [403, 403], 'withdrawn');
  assert.match(sql(`select group_concat(type order by id) from audit where subject = 'user ${login}'`), /user_added.*role_granted,role_granted,role_withdrawn,role_withdrawn/);
});
await test('an administrator cannot change the own rights or account', async () => {
  const me = id_of('admin');
  assert.equal((await admin.ask(`${people}/${me}/quyen`)).status, 403);
  assert.doesNotMatch((await admin.ask(`${people}/${me}`)).body, /cap-lai|thu-hoi|\/khoa"/);
});
await test('closing an account ends its session at once; a reset gives a new first password', async () => {
  assert.equal((await person.ask('/can-bo')).status, 200);
  assert.equal((await admin.send(`${people}/${id}`, {}, `${people}/${id}/khoa`)).status, 303);
  assert.equal((await person.ask('/can-bo')).status, 303);
  assert.equal((await admin.send(`${people}/${id}`, {}, `${people}/${id}/mo`)).status, 303);
  const again = await Officer.of(login);
  const reset = await admin.send(`${people}/${id}`, {}, `${people}/${id}/cap-lai`);
  assert.match((await admin.ask(reset.to)).body, /<span class="mc-code">[a-z0-9-]{23}</);
  assert.equal((await again.ask('/can-bo')).status, 303);
  assert.equal((await admin.ask(`${people}/999999999`)).status, 404);
});

// --- substitution
await test('a head arranges a substitute in the own unit, for days, and ends it', async () => {
  const head = await Officer.of('head');
  const approver = await Officer.of('approver');
  const away = `vang${process.pid}`;
  const instead = `thay${process.pid}`;
  for (const name of [away, instead]) assert.equal((await admin.send(`${people}/moi`, { ten: name, hoten: 'Người Trong Phòng', donvi: 'STP.HCTP' })).status, 303);
  await admin.send(`${people}/${id_of(away)}/quyen`, { vaitro: 'head', noi: 'STP.HCTP', tu: day(0), den: '' });
  const stand_in = await Officer.of(instead);
  const set = (officer, fields) => officer.send('/can-bo/thay-mat', { vang: away, thay: instead, tu: day(0), den: day(0), ...fields });
  assert.equal((await stand_in.ask('/can-bo/thay-mat')).status, 403);
  for (const [what, fields] of Object.entries({
    'herself by herself': { thay: away }, 'a past period': { tu: day(-3), den: day(-1) }, 'the wrong way round': { tu: day(2), den: day(1) },
    'somebody of another unit': { vang: 'hien.pt' }, 'by somebody of another unit': { thay: 'hien.pt' }, nobody: { thay: 'khong.co' },
  })) assert.equal((await set(head, fields)).status, 422, what);
  assert.equal((await approver.ask('/can-bo/thay-mat')).status, 403, 'an approver arranges nothing');
  assert.equal((await set(head, {})).status, 303);
  assert.equal((await stand_in.ask('/can-bo/thay-mat')).status, 200, 'has the right of the absent one');
  assert.match((await stand_in.ask('/can-bo')).body, /Người Trong Phòng/);
  await admin.send(`${people}/${id_of(away)}`, {}, `${people}/${id_of(away)}/khoa`);
  assert.equal((await stand_in.ask('/can-bo/thay-mat')).status, 403, 'nobody stands in for a closed account');
  await admin.send(`${people}/${id_of(away)}`, {}, `${people}/${id_of(away)}/mo`);
  const ends = [...(await head.ask('/can-bo/thay-mat')).body.matchAll(/action="(\/can-bo\/thay-mat\/\d+\/ket-thuc)"/g)];
  assert.ok(ends.length > 0);
  for (const [, where] of ends) assert.equal((await head.send('/can-bo/thay-mat', {}, where)).status, 303);
  assert.equal((await stand_in.ask('/can-bo/thay-mat')).status, 403);
});
await test('a head lends no right that reaches beyond the own unit, and no administration is lent', async () => {
  const head = await Officer.of('head');
  const [away, instead] = [`vang${process.pid}`, `thay${process.pid}`];
  await admin.send(`${people}/${id_of(away)}/quyen`, { vaitro: 'supervisor', noi: '', tu: day(0), den: '' });
  assert.equal((await head.send('/can-bo/thay-mat', { vang: away, thay: instead, tu: day(0), den: day(0) })).status, 422);
  await admin.send(`${people}/${id_of(away)}/quyen`, { vaitro: 'admin', noi: '', tu: day(0), den: '' });
  assert.equal((await admin.send('/can-bo/thay-mat', { vang: away, thay: instead, tu: day(0), den: day(0) })).status, 303);
  assert.equal((await (await Officer.of(instead)).ask(people)).status, 403);
  assert.equal((await (await Officer.of(away)).ask(people)).status, 200);
});

// --- a form sent twice
await test('a form sent twice has one effect', async () => {
  const name = `hai${process.pid}`;
  const form = { ...hidden((await admin.ask(`${people}/moi`)).body, `${people}/moi`), ten: name, hoten: 'Gửi Hai Lần', donvi: 'STP.HCTP' };
  const answers = await Promise.all([1, 2].map(() => admin.ask(`${people}/moi`, { method: 'POST', form })));
  assert.deepEqual(answers.map((a) => a.status), [303, 303]);
  assert.equal(answers[0].to, answers[1].to);
  assert.equal(sql(`select count(*) from user where login = '${name}'`), '1');
});
done();
