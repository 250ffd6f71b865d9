#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What an officer's browser would never send, to every address of the staff program and to every input its table names: the
// answer is below 500, shows no insides, brings nothing back unescaped, and keeps what was typed. And texts that want to
// be more than texts, stored wherever a text can be stored, seen on every page and paper that shows them.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { assert, done, raw, test } from '../lib/tap.mjs';
import { insides } from '../lib/insides.mjs';
import { dev } from '../lib/instance.mjs';
import { Officer, hidden } from '../lib/staff.mjs';
import { Clerk, cookie, idOf, somebody, sql } from '../lib/reception.mjs';
import { counter_id, makeHall, one, retireHall, take } from '../lib/desk.mjs';
import { Sender, files, jobs, pdf, rows } from '../lib/files.mjs';

const login = { 'signed-in': 'handler', anyone: 'clerk', 'dossier-receive': 'clerk', 'dossier-read': 'clerk', 'paper-print': 'clerk', substitute: 'admin', admin: 'admin', counter: 'son.na', hall: 'manager', 'hall-set': 'manager', devices: 'admin', supervise: 'manager', centre: 'manager', feedback: 'manager' };
const officer = {};
for (const name of ['clerk', 'handler', 'approver', 'sealer', 'returner', 'head', 'manager', 'admin', 'son.na']) officer[name] = await Officer.of(name);
const clerk = await Clerk.open('clerk');

const svg = '"><svg onload=alert(1)>';
const corpus = [svg, '<script>alert(1)</script>', "'-alert(1)-'", '<?cs var:Form ?>', '<img src=x onerror=alert(1)>', '</textarea><script>alert(1)</script>', '{{7*7}}', ']]>', 'javascript:alert(1)'];
const unescaped = /<svg onload|<script>alert|<img src=x|<\?cs/;
const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&#39;');
const long = (n, text = 'a') => text.repeat(n);
// As they stand in an address or a form.
const values = ['', '%', '%zz', '%00', 'a%00b', '%80', '%c0%af', '%ed%a0%80', '%f4%90%80%80', '%ff', 'a%0d%0aSet-Cookie:x=1', '-1', '0', '1e9', '0x10', '2147483648', '4294967296', '9223372036854775807', '9223372036854775808', '18446744073709551616', long(40, '9'), long(3000), '%25n%25s', '..%2f..%2fetc%2fpasswd', '31%2F02%2F2026', '99%2F99%2F9999', "1'%20or%20'1'='1", '%e2%80%ae%ef%bb%bf', encodeURIComponent(long(700, 'Ộ')), ...corpus.map(encodeURIComponent)];

// All of them; of a longer form a quarter each, another one for the next input.
const some = (inputs, at) => (inputs.length > 3 ? values.filter((value, i) => (i + at) % 4 === 0 || value === encodeURIComponent(svg)) : values);

const routes = execFileSync(path.join(process.env.MOTCUA_BUILD, 'motcua-staff'), ['--routes'], { encoding: 'utf8' })
  .split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
    const [method, pattern, right, kind, inputs] = line.split('\t');
    return { method, pattern, right, kind, inputs: inputs.split(' ').filter((one) => one && one !== '+files').map((one) => one.split(':')) };
  });

const person = somebody();
const dossier = idOf(await clerk.receive('tl', person));
const sender = new Sender(await cookie('clerk'));
await sender.send(files(dossier), [['a.pdf', pdf()]], { loai: 'giay' });
const file = rows(dossier)[0].id;
await dev(['cli', 'user', 'add', '--name', 'Người Bị Thử', `bithu${process.pid}`]);
const victim = sql(`select id from user where login = 'bithu${process.pid}'`)[0][0];
// A hall and a device that nobody else counts on; people wait, and somebody sits there.
const hall = makeHall(`la-${process.pid}`);
const date = one("select date(convert_tz(utc_timestamp(), '+00:00', '+07:00'))");
for (let n = 1; n <= 9; n++) take(hall, `A00${n}`, '00:01', 'ordinary', date);
const group = one(`select g.id from service_group g join hall h on h.id = g.hall_id where h.code = '${hall}' and g.letter = 'C'`);
sql(`insert into device (state, secret_hash, pairing_code, asked_at) values ('asking', unhex(sha2('${hall}', 256)), '${String(process.pid).padStart(6, '9').slice(-6)}', now())`);
const seat = hidden((await officer['son.na'].ask('/can-bo/quay')).body, '/can-bo/quay/mo');
await officer['son.na'].ask('/can-bo/quay/mo', { method: 'POST', form: { ...seat, quay: counter_id(hall, 2) } });
const settings = '/can-bo/sanh/cai-dat/{sanh}';
const places = {
  '/can-bo/ho-so/{id}': dossier, '/can-bo/nguoi-dung/{id}': victim, '/can-bo/thiet-bi/{id}': one(`select id from device where secret_hash = unhex(sha2('${hall}', 256))`),
  [`${settings}/nhom/{id}`]: group, [`${settings}/nhom/{nhom}`]: one(`select min(id) from service where group_id = ${group}`), [`${settings}/quay/{id}`]: counter_id(hall, 3),
};
function concrete(pattern, name, value) {
  const id = Object.entries(places).find(([start]) => pattern.startsWith(start))?.[1] ?? 1;
  const parts = { id, tep: file, viec: 'hs-ghi-chu', form: 'giay-tiep-nhan', ma: 'trong-ngay', quyen: 1, sanh: hall, nhom: group, ...(name ? { [name]: value } : {}) };
  return pattern.replace(/\{([^}]+)\}/g, (_, part) => parts[part]);
}
function look(answer, what, wrong) {
  if (answer.status >= 500 || answer.status === 0) wrong.push(`${what}: ${answer.status}`);
  if (unescaped.test(answer.body)) wrong.push(`${what}: came back unescaped`);
  const shown = insides(answer.body);
  if (shown) wrong.push(`${what}: shows insides, ${shown[0]}`);
  if ((answer.headers['set-cookie'] || []).some((line) => line.startsWith('x='))) wrong.push(`${what}: sets a cookie`);
  if (answer.status >= 400 && answer.status < 500 && /html/.test(answer.headers['content-type']) && !/<html lang="vi"/.test(answer.body)) wrong.push(`${what}: not a page of ours`);
}

for (const { pattern, right, inputs } of routes.filter((route) => route.method === 'GET')) {
  await test(`GET ${pattern}: every input, every value`, async () => {
    const who = officer[login[right]];
    const wrong = [];
    const named = (name) => pattern.includes(`{${name}}`);
    for (const [at, [name]] of inputs.entries()) {
      for (const value of some(inputs, at)) {
        const where = named(name) ? concrete(pattern, name, value) : `${concrete(pattern)}?${name}=${value}`;
        if (named(name) && value === '') continue;
        look(await who.ask(where), `${name}=${value.slice(0, 30)}`, wrong);
      }
      if (!named(name)) look(await who.ask(`${concrete(pattern)}?${name}=1&${name}=2`), `${name} twice`, wrong);
    }
    for (const query of ['zzz=1', '&&==&', 'Page.Body=/etc/passwd&T.app=x&Form.x.Value=1', 'q[]=1', Array.from({ length: 300 }, (_, i) => `n${i}=1`).join('&').slice(0, 3900)]) look(await who.ask(`${concrete(pattern)}?${query}`), query.slice(0, 20), wrong);
    assert.equal(wrong.join('; ').slice(0, 1500), '');
  });
}

// ---- forms --------------------------------------------------------------------------------------------------

// Passwords and sign-in have limits of their own, and are asked in test_staff_sign_in.mjs.
const forms = routes.filter((route) => route.method === 'POST' && !/dang-nhap|dang-xuat|tai-khoan/.test(route.pattern));
const shownOn = { // where the form of an address stands, unless on the page of the same address
  '/can-bo/nguoi-dung/{id}/khoa': '/can-bo/nguoi-dung/{id}', '/can-bo/nguoi-dung/{id}/mo': '/can-bo/nguoi-dung/{id}', '/can-bo/nguoi-dung/{id}/cap-lai': '/can-bo/nguoi-dung/{id}',
  ...Object.fromEntries(forms.filter(({ pattern }) => pattern.startsWith('/can-bo/quay/') && !routes.some((one) => one.method === 'GET' && one.pattern === pattern)).map(({ pattern }) => [pattern, '/can-bo/quay'])),
  '/can-bo/bao-dong/{id}/xong': '/can-bo/bao-dong',
  '/can-bo/viec': '/can-bo/viec?the=toi&buoc=tiep-nhan&loc=1', '/can-bo/quy-trinh/{ma}/bo-nhap': '/can-bo/quy-trinh/{ma}/sua',
};
async function formOf(route) {
  const where = concrete(route.pattern);
  if (route.kind === 'asks') return { fields: {}, typed: [] };
  if (route.pattern === '/can-bo/viec/nhieu/lam') {
    const [[task]] = sql(`select t.id from task t join branch b on b.id = t.branch_id where b.dossier_id = ${dossier} and t.closed_at is null`);
    const choice = { chon: `${dossier}-${task}`, viec: 'step:chuyen:Chuyển xử lý' };
    return { fields: hidden((await officer.clerk.ask('/can-bo/viec/nhieu', { method: 'POST', form: choice })).body, where), typed: [] };
  }
  const page = await officer[login[route.right]].ask(concrete(shownOn[route.pattern] || (routes.some((one) => one.method === 'GET' && one.pattern === route.pattern) ? route.pattern : '/can-bo')));
  const typed = [...page.body.matchAll(/<(?:input|textarea)\b[^>]*\bname="(\w+)"/g)].filter(([tag]) => !/type="(hidden|radio|checkbox|file)"/.test(tag)).map((m) => m[1]);
  return { fields: hidden(page.body, where) || {}, typed };
}
const encode = (fields) => Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
const send = (who, where, body, type = 'application/x-www-form-urlencoded') => new Promise((resolve) => {
  const head = [`POST ${where} HTTP/1.1`, 'Host: localhost', 'Connection: close', `Cookie: ${Object.entries(who.jar).map(([n, v]) => `${n}=${v}`).join('; ')}`, `Content-Type: ${type}`, `Content-Length: ${Buffer.byteLength(body, 'latin1')}`, '', ''].join('\r\n');
  resolve(raw(Buffer.from(head + body, 'latin1')).then((answer) => ({ ...answer, headers: { ...answer.headers, 'set-cookie': /^set-cookie: x=/im.test(answer.raw.toString('latin1')) ? ['x='] : [] } })));
});

for (const route of forms) {
  const { pattern, right, inputs } = route;
  await test(`POST ${pattern}: every input, every value`, async () => {
    const who = officer[login[right]];
    const wrong = [];
    const where = concrete(pattern);
    let form = await formOf(route);
    // A form that had its effect is used up.
    const post = async (body) => {
      const answer = await send(who, where, body);
      if (answer.status === 303) form = await formOf(route);
      return answer;
    };
    for (const [at, [name, type]] of inputs.filter(([one]) => !pattern.includes(`{${one}}`)).entries()) {
      for (const value of some(inputs, at)) {
        const fields = { ...form.fields };
        delete fields[name];
        const answer = await post(`${encode(fields)}&${name}=${value}`);
        look(answer, `${name}=${value.slice(0, 30)}`, wrong);
        if (answer.status === 422 && form.typed.includes(name) && /^(text|lines|query)\??$/.test(type) && name !== 'tepmoi' && value === encodeURIComponent(svg) && !answer.body.includes(escape(svg)) && !answer.body.includes(escape(svg).replace('&#39;', "'"))) wrong.push(`${name}: what was typed is gone`);
      }
      look(await post(`${encode(form.fields)}&${name}=1&${name}=2`), `${name} twice`, wrong);
    }
    const token = form.fields.token || 'x';
    for (const body of ['', 'token=', 'token=%ff', `token=${long(5000)}`, `token=${token}&token=${token}`, `token=${token.slice(0, -1)}`, `${encode(form.fields)}&zzz=1`]) look(await post(body), `body ${body.slice(0, 12)}`, wrong);
    for (const [type, body] of [['application/json', '{"token":1}'], ['multipart/form-data', 'x'], [`multipart/form-data; boundary=${long(200)}`, 'x'], ['multipart/form-data; boundary=q', `--q\r\nContent-Disposition: form-data; name="token"\r\n\r\n${token}\r\n--q--\r\n`], ['multipart/form-data; boundary=q', '--q\r\nContent-Disposition: form-data; name="tepmoi"; filename="../../x.php"\r\n\r\n1'], ['application/x-www-form-urlencoded; charset=utf-7', 'a=1']]) look(await send(who, where, body, type), type.slice(0, 40), wrong);
    assert.equal(wrong.join('; ').slice(0, 1500), '');
  });
}
sql(`update panic_call set ended_at = at, ended_by = user_id where ended_at is null; update device set state = 'revoked', pairing_code = null where secret_hash = unhex(sha2('${hall}', 256))`);
retireHall(hall);
await test('the sessions and accounts lived through that', async () => {
  for (const [name, who] of Object.entries(officer)) assert.equal((await who.ask('/can-bo')).status, 200, name);
});
done();
