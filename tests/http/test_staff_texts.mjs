#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A dossier whose every text wants to be more than a text, through its whole life: each page and paper shows it as what was
// typed. And what is in it stands in no log and no address afterwards.
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, get, test } from '../lib/tap.mjs';
import { dev, state } from '../lib/instance.mjs';
import { Officer, hidden } from '../lib/staff.mjs';
import { Clerk, idOf, somebody, sql } from '../lib/reception.mjs';
import { Pdf } from '../lib/paper.mjs';
import { Sender, files, jobs, pdf, rows } from '../lib/files.mjs';

const mark = `zqx${process.pid}`;
const evil = (what) => `${mark} ${what} "><svg onload=alert(1)> <script>alert(2)</script> '-alert(3)-' <?cs var:Form ?> </textarea> \\( %s`;
const unescaped = /<svg onload|<script>alert|<\?cs|[^;]<\/textarea> \\\(/;
const roles = ['clerk', 'handler', 'approver', 'sealer', 'returner', 'head', 'manager', 'supervisor', 'admin'];
const officer = {};
for (const role of roles) officer[role] = await Officer.of(role);
const addresses = []; // every address anybody was sent to
const seen = new Set();
async function look(who, where, wrong) {
  const answer = await who.ask(where);
  if (answer.to) addresses.push(answer.to);
  if (answer.status >= 500) wrong.push(`${where}: ${answer.status}`);
  if (/html|json|xml/.test(answer.headers['content-type'] || '') && unescaped.test(answer.body)) wrong.push(`${where}: ${unescaped.exec(answer.body)[0]}`);
  if (answer.body.includes(mark)) seen.add(where.replace(/\d+/g, 'N').replace(/\?.*/, ''));
  return answer;
}
const bare = (answer) => answer.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 600);
async function does(role, id, code, fields = {}) {
  const where = `/can-bo/ho-so/${id}/lam/${code}`;
  const wrong = [];
  const page = await look(officer[role], where, wrong);
  const form = [...Object.entries(hidden(page.body, where) || {}), ...Object.entries(fields).flatMap(([name, value]) => [].concat(value).map((one) => [name, one]))];
  const answer = await officer[role].ask(where, { method: 'POST', form });
  assert.equal(answer.status, 303, `${role} ${code}: ${bare(answer)}`);
  addresses.push(answer.to);
  await look(officer[role], answer.to, wrong);
  assert.equal(wrong.join('; '), '');
}

const clerk = await Clerk.open('clerk');
const someone = { ...somebody(), dienthoai: `09${String(process.pid).padStart(8, '7').slice(-8)}` };
const [[handlerTitle]] = sql("select title from user where login = 'handler'");
const usual = (await dev(['cli', 'export', 'workflows', 'trong-ngay'])).stdout;
async function publish(text) {
  const file = path.join(process.env.MOTCUA_TMP, 'texts.json');
  fs.writeFileSync(file, text);
  await dev(['cli', 'import', 'workflows', file, '--publish']);
}
const quoted = (text) => text.replace(/\\/g, '\\\\').replace(/'/g, "''");
const set_title = (title) => sql(`update user set title = '${quoted(title)}' where login = 'handler'`);

let id;
let code;
let number;
await test('reception with such texts', async () => {
  const workflows = JSON.parse(usual);
  for (const step of workflows.items[0].steps) {
    step.name = `${step.name} "><svg onload=alert(1)> ${mark}`.slice(0, 100);
    for (const action of step.actions || []) action.name = `${action.name} "><svg onload=alert(1)> ${mark}`.slice(0, 100);
  }
  await publish(JSON.stringify(workflows));
  set_title(evil('chức danh').slice(0, 120));
  const answer = await clerk.receive('tl', {
    ...someone, diachi: evil('địa chỉ'), noicap: evil('nơi cấp').slice(0, 190), noidung: evil('nội dung'), nguoinop: 'Lê Thị Nộp', nopso: '074190123457',
    nopdt: '0912345679', nopuq: evil('ủy quyền'), them: `${evil('giấy một')}\n${evil('giấy hai')}`, email: 'thu@example.com',
  });
  id = idOf(answer);
  assert.ok(id, await answer.text());
  // Names at the counter have letters alone; what comes from elsewhere may not.
  sql(`update party set name = '${quoted(`${evil('tên')} Nguyễn`)}' where dossier_id = ${id}`);
  addresses.push(answer.headers.get('location'));
  [[number]] = sql(`select number from dossier where id = ${id}`);
  const wrong = [];
  const page = await look(officer.clerk, `/can-bo/ho-so/${id}/da-nhan`, wrong);
  code = /\d{4} \d{4} \d{4} \d{4}/.exec(page.body)[0].replace(/ /g, '');
  assert.equal(wrong.join('; '), '');
});
const papers = ['giay-tiep-nhan', 'kiem-soat', 'yeu-cau-bo-sung', 'tu-choi', 'xin-loi', 'dung-giai-quyet'];
async function everywhere() {
  const wrong = [];
  for (const role of roles) {
    for (const base of ['', '/en']) {
      const page = await look(officer[role], `${base}/can-bo/ho-so/${id}`, wrong);
      if (!base) for (const [, where] of page.body.matchAll(/href="(\/can-bo\/ho-so\/\d+\/lam\/[^"]+)"/g)) await look(officer[role], where.replace(/&amp;/g, '&'), wrong);
      for (const more of ['/tep', '/da-nhan', '/sua-tiep-nhan', ...papers.map((form) => `/in/${form}`)]) await look(officer[role], `${base}/can-bo/ho-so/${id}${more}`, wrong);
      for (const where of ['/can-bo', '/can-bo/viec?the=toi', '/can-bo/viec?the=don-vi', '/can-bo/viec?the=ke', '/can-bo/in/so-theo-doi', '/can-bo/in/ban-giao', `/can-bo/in/nhan-theo-nhom?ho-so=${id}`, '/can-bo/quy-trinh', '/can-bo/quy-trinh/trong-ngay', '/can-bo/nguoi-dung?q=handler', '/can-bo/thay-mat', '/can-bo/tai-khoan']) await look(officer[role], `${base}${where}`, wrong);
      const found = await officer[role].ask(`${base}/can-bo/ho-so`, { method: 'POST', form: { q: `${mark} nguyen` } });
      if (found.to) addresses.push(found.to);
      if (unescaped.test(found.body)) wrong.push(`${role} ${base} finding`);
    }
  }
  for (const form of papers) {
    const answer = await clerk.get(`/can-bo/ho-so/${id}/in/${form}.pdf`);
    if (answer.status !== 404) assert.ok(new Pdf(Buffer.from(await answer.arrayBuffer())).pages >= 1, form);
  }
  for (const base of ['', '/en']) {
    const asked = await get(`${base}/tra-cuu`, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ ma: code }) });
    addresses.push(asked.headers.get('location') || '');
    const proven = await get(`${base}/tra-cuu`, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ ma: number, so: someone.sodinhdanh.slice(-4) }) });
    for (const answer of [asked, proven]) {
      const status = await get(`${base}/tra-cuu/ho-so`, { headers: { Cookie: (answer.headers.get('set-cookie') || '').split(';')[0] } });
      const html = await status.text();
      if (unescaped.test(html)) wrong.push(`${base} status page: ${unescaped.exec(html)[0]}`);
      if (html.includes(mark)) seen.add('status page');
    }
  }
  assert.equal(wrong.join('; ').slice(0, 2000), '');
}
await test('after reception: every page and paper', everywhere);
await test('papers asked for, handed in; files added and removed; messages and notes', async () => {
  await does('clerk', id, 'chuyen', { ghichu: evil('ghi chú') });
  await does('handler', id, 'bo-sung', { lydo: evil('lý do'), ghichu: evil('ghi chú'), giay: [evil('giấy'), ''], noidung: [evil('điểm một'), evil('điểm hai')], ngay: '30/12/2199' });
  await everywhere();
  await does('clerk', id, 'nhan-bo-sung', { ghichu: evil('nhận') });
  await does('handler', id, 'hs-nhan-tin', { lydo: evil('nhắn tin') });
  await does('clerk', id, 'hs-ghi-chu', { ghichu: evil('ghi chú') });
  const sender = new Sender(officer.handler.jar.staff ? `staff=${officer.handler.jar.staff}` : Object.entries(officer.handler.jar).map(([n, v]) => `${n}=${v}`).join('; '));
  const where = files(id);
  assert.equal((await sender.send(where, [[`${mark} "><svg onload=alert(1)>.pdf`, pdf()], [`${mark} <script>alert(2)<.pdf`, pdf()]], { loai: 'noibo' })).status, 303);
  jobs();
  const [one, two] = rows(id);
  const wrong = [];
  for (const more of ['', '/thay', '/go']) await look(officer.handler, `${where}/${one.id}${more}`, wrong);
  const loaded = await officer.handler.ask(`${where}/${one.id}`);
  assert.equal(loaded.status, 200);
  assert.match(loaded.headers['content-disposition'], /^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[\w%.~-]+$/);
  assert.equal((await sender.post(`${where}/${two.id}/go`, { lydo: evil('gỡ') })).status, 303);
  assert.equal(wrong.join('; '), '');
  await everywhere();
});
await test('decision, shelf, hand-over', async () => {
  await does('handler', id, 'trinh', { ghichu: evil('trình') });
  await does('approver', id, 'tu-choi', { lydo: evil('từ chối'), ten: evil('văn bản') });
  await does('sealer', id, 'phat-hanh', { ke: '"><svg on' });
  await everywhere();
  await does('returner', id, 'tra', { vaitro: 'khac', nguoinhan: evil('người nhận').slice(0, 240), giayto: '1', kynhan: '1', bienlai: '"><svg onload=alert(1)>', ghichu: evil('trả') });
  await everywhere();
});
await test('a kept filter with such a name', async () => {
  const page = await officer.clerk.ask('/can-bo/viec?the=toi&buoc=tiep-nhan&loc=1');
  const form = hidden(page.body, '/can-bo/viec');
  const answer = await officer.clerk.ask('/can-bo/viec', { method: 'POST', form: { ...form, the: 'toi', ten: evil('lọc').slice(0, 60) } });
  assert.equal(answer.status, 303, bare(answer));
  const wrong = [];
  await look(officer.clerk, '/can-bo/viec?the=toi&loc=1', wrong);
  await look(officer.clerk, '/can-bo/viec?the=toi', wrong);
  assert.equal(wrong.join('; '), '');
});
await test('the texts were really there to be seen', () => {
  for (const where of ['/can-bo/ho-so/N', '/can-bo/ho-so/N/tep', '/can-bo/ho-so/N/in/giay-tiep-nhan', '/can-bo/ho-so/N/in/kiem-soat', '/can-bo/ho-so/N/in/yeu-cau-bo-sung', '/can-bo/ho-so/N/in/tu-choi', '/can-bo/viec', '/can-bo/in/so-theo-doi', '/can-bo/quy-trinh/trong-ngay', 'status page']) assert.ok(seen.has(where), `${where}: ${[...seen]}`);
});
await test('no name, telephone, identity number, look-up code or reason in a log or an address', async () => {
  const [[sealed]] = sql(`select hex(lookup_sealed) from dossier where id = ${id}`);
  assert.ok(sealed);
  const secrets = [mark, someone.dienthoai, someone.dienthoai.slice(1), someone.sodinhdanh, '074190123457', code, code.match(/.{4}/g).join(' '), encodeURIComponent('lý do'), 'từ chối"', 'thu@example.com'];
  const texts = fs.readdirSync(path.join(state, 'log')).map((name) => [name, fs.readFileSync(path.join(state, 'log', name), 'utf8')]);
  assert.ok(texts.some(([name, text]) => /access/.test(name) && text.includes(`/can-bo/ho-so/${id}`)) || texts.some(([, text]) => text.includes(`/can-bo/ho-so/${id}`)), 'there is a log of addresses');
  for (const secret of secrets) {
    for (const [name, text] of texts) assert.ok(!text.includes(secret), `${secret} stands in ${name}: ${text.slice(Math.max(0, text.indexOf(secret) - 100), text.indexOf(secret) + 60)}`);
    for (const address of addresses) assert.ok(!address.includes(secret), `${secret} stands in ${address}`);
  }
});
await publish(usual);
set_title(handlerTitle);
// The words a name is found by are those of reception again.
sql(`update party set name = if(role = 'applicant', '${quoted(someone.ten)}', 'Lê Thị Nộp') where dossier_id = ${id}`);
done();
