#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Route × role: every address of the staff program is asked as every sample role and by a stranger. What should
// happen follows from the right of the address and from who holds it, both written down here a second time. Units are
// the matter of test_staff_units.mjs.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { assert, done, test } from '../lib/tap.mjs';
import { Officer } from '../lib/staff.mjs';

const roles = ['clerk', 'handler', 'head', 'approver', 'sealer', 'returner', 'supervisor', 'manager', 'admin'];
const dossiers = roles.filter((role) => role !== 'admin');
const holders = {
  'signed-in': roles,
  'dossier-receive': ['clerk'],
  'dossier-read': dossiers,
  'dossier-handle': ['handler'],
  'dossier-assign': ['head'],
  'dossier-approve': ['approver'],
  'dossier-number': ['sealer'],
  'dossier-return': ['returner'],
  'paper-print': dossiers.filter((role) => role !== 'supervisor'),
  supervise: ['supervisor', 'manager'],
  centre: ['manager'],
  substitute: ['head', 'admin'],
  feedback: ['head', 'supervisor', 'manager'],
  admin: ['admin'],
  counter: ['clerk', 'handler', 'head', 'returner'],
  hall: ['head', 'supervisor', 'manager'],
  'hall-set': ['manager'],
  devices: ['manager', 'admin'],
};

const routes = execFileSync(path.join(process.env.MOTCUA_BUILD, 'motcua-staff'), ['--routes'], { encoding: 'utf8' })
  .split('\n').filter((line) => line && !line.startsWith('#')).map((line) => {
    const [method, pattern, right, kind] = line.split('\t');
    return { method, pattern, right, kind };
  });
// Each address and whose it is, written down here a second time: a new one has no row yet and is refused until somebody thought of it.
const wanted = {
  'signed-in': `
    GET /can-bo
    GET /can-bo/duoc-nghe/{kenh}
    POST /can-bo/giup-khach/{id}/den
    POST /can-bo/giup-khach/{id}/xong
    GET /can-bo/thanh
    POST /can-bo/dang-xuat
    GET /can-bo/tai-khoan
    GET+POST /can-bo/tai-khoan/mat-khau
    GET+POST /can-bo/tai-khoan/ung-dung
    GET /can-bo/tai-khoan/ung-dung/ma.svg
    GET+POST /can-bo/tai-khoan/ma-du-phong
    POST /can-bo/tai-khoan/phien/{id}/ket-thuc
    POST /can-bo/tai-khoan/phien/ket-thuc-khac`,
  anyone: `
    GET+POST /can-bo/dang-nhap
    GET+POST /can-bo/dang-nhap/ma
    GET+POST /can-bo/dang-nhap/mat-khau-moi
    GET+POST /can-bo/dang-nhap/ung-dung
    GET /can-bo/dang-nhap/ung-dung/ma.svg`,
  admin: `
    GET /can-bo/nguoi-dung
    GET+POST /can-bo/nguoi-dung/moi
    GET /can-bo/nguoi-dung/{id}
    POST /can-bo/nguoi-dung/{id}/khoa
    POST /can-bo/nguoi-dung/{id}/mo
    POST /can-bo/nguoi-dung/{id}/cap-lai
    GET+POST /can-bo/nguoi-dung/{id}/anh
    POST /can-bo/nguoi-dung/{id}/anh/go
    GET /can-bo/nguoi-dung/{id}/anh/xem
    GET+POST /can-bo/nguoi-dung/{id}/quyen
    POST /can-bo/nguoi-dung/{id}/quyen/{quyen}/thu-hoi
    GET+POST /can-bo/quy-trinh
    GET /can-bo/quy-trinh/{ma}
    GET /can-bo/quy-trinh/{ma}/tai-ve
    GET+POST /can-bo/quy-trinh/{ma}/sua
    POST /can-bo/quy-trinh/{ma}/bo-nhap
    GET+POST /can-bo/quy-trinh/{ma}/phat-hanh`,
  substitute: `
    GET+POST /can-bo/thay-mat
    POST /can-bo/thay-mat/{id}/ket-thuc`,
  'dossier-read': `
    GET /can-bo/danh-gia
    GET /can-bo/danh-gia.csv
    GET+POST /can-bo/viec
    POST /can-bo/viec/bo-loc/{id}/xoa
    POST /can-bo/viec/nhieu
    POST /can-bo/viec/nhieu/lam
    GET /can-bo/viec/nhieu/{id}
    GET+POST /can-bo/ho-so
    GET+POST /can-bo/ho-so/{id}/tep
    GET /can-bo/ho-so/{id}/tep/{tep}
    GET+POST /can-bo/ho-so/{id}/tep/{tep}/thay
    GET+POST /can-bo/ho-so/{id}/tep/{tep}/go
    GET /can-bo/ho-so/{id}
    GET+POST /can-bo/ho-so/{id}/lam/{viec}`,
  feedback: `
    GET /can-bo/phan-anh
    GET+POST /can-bo/phan-anh/{id}`,
  centre: `
    GET+POST /can-bo/khao-sat
    GET+POST /can-bo/khao-sat/{ma}
    POST /can-bo/khao-sat/{ma}/mo
    POST /can-bo/khao-sat/{ma}/dong
    GET+POST /can-bo/khao-sat/{ma}/cau-hoi/{so}
    POST /can-bo/khao-sat/{ma}/cau-hoi/{so}/xoa
    GET /can-bo/khao-sat/{ma}/ket-qua.csv`,
  supervise: `
    GET /can-bo/danh-gia/y-kien
    POST /can-bo/danh-gia/y-kien/{id}
    GET /can-bo/danh-gia/bat-thuong`,
  'dossier-receive': `
    GET+POST /can-bo/tiep-nhan
    GET+POST /can-bo/tiep-nhan/xem
    GET /can-bo/tiep-nhan/thu-tuc
    GET /can-bo/ho-so/{id}/da-nhan
    GET+POST /can-bo/ho-so/{id}/sua-tiep-nhan`,
  'paper-print': `
    GET /can-bo/ho-so/{id}/in/{form}
    GET /can-bo/in/so-theo-doi
    GET /can-bo/in/so-theo-doi.pdf
    GET /can-bo/in/ban-giao
    GET /can-bo/in/ban-giao.pdf
    GET /can-bo/in/nhan-theo-nhom
    GET /can-bo/in/nhan-theo-nhom.pdf`,
  devices: `
    GET /can-bo/thiet-bi
    GET+POST /can-bo/thiet-bi/ghep
    GET /can-bo/thiet-bi/{id}
    GET+POST /can-bo/thiet-bi/{id}/sua
    POST /can-bo/thiet-bi/{id}/yeu-cau
    POST /can-bo/thiet-bi/{id}/may-in
    POST /can-bo/thiet-bi/{id}/thu-hoi`,
  hall: `
    GET /can-bo/sanh
    GET /can-bo/sanh/trang-thai
    GET /can-bo/sanh/goi-y
    GET /can-bo/sanh/phat-lai
    GET /can-bo/bao-dong
    POST /can-bo/bao-dong/{id}/xong
    GET /can-bo/sanh/cong-bang
    GET /can-bo/sanh/cong-bang.csv
    GET /can-bo/sanh/bao-cao
    GET /can-bo/sanh/bao-cao.csv`,
  counter: `
    GET /can-bo/quay
    GET /can-bo/quay/dau
    POST /can-bo/quay/mo
    GET+POST /can-bo/quay/tam-nghi
    POST /can-bo/quay/lam-tiep
    GET+POST /can-bo/quay/nhom
    GET+POST /can-bo/quay/ban-giao
    POST /can-bo/quay/dong
    POST /can-bo/quay/goi-tiep
    POST /can-bo/quay/goi-lai
    POST /can-bo/quay/da-den
    POST /can-bo/quay/xong
    POST /can-bo/quay/vang
    POST /can-bo/quay/cho-lai
    POST /can-bo/quay/tiep-tuc
    POST /can-bo/quay/huy
    POST /can-bo/quay/dich-vu
    GET+POST /can-bo/quay/gac
    GET+POST /can-bo/quay/chuyen
    GET /can-bo/quay/so
    POST /can-bo/quay/nhan-so
    GET+POST /can-bo/quay/goi
    GET+POST /can-bo/quay/bao-dong`,
  'hall-set': `
    GET /can-bo/sanh/cai-dat
    GET+POST /can-bo/sanh/cai-dat/moi
    GET /can-bo/sanh/cai-dat/{sanh}
    GET+POST /can-bo/sanh/cai-dat/{sanh}/sua
    GET+POST /can-bo/sanh/cai-dat/{sanh}/nhom/moi
    GET+POST /can-bo/sanh/cai-dat/{sanh}/nhom/{id}
    GET+POST /can-bo/sanh/cai-dat/{sanh}/nhom/{nhom}/dich-vu/moi
    GET+POST /can-bo/sanh/cai-dat/{sanh}/nhom/{nhom}/dich-vu/{id}
    GET+POST /can-bo/sanh/cai-dat/{sanh}/quay/moi
    GET+POST /can-bo/sanh/cai-dat/{sanh}/quay/{id}`,
};
const row = ({ method, pattern }) => `${method} ${pattern}`;
const rightOf = Object.fromEntries(Object.entries(wanted).flatMap(([right, lines]) => lines.trim().split('\n').flatMap((line) => {
  const [methods, pattern] = line.trim().split(' ');
  return methods.split('+').map((method) => [row({ method, pattern }), right]);
})));
// A number nobody has stands for each part that names something: what is not there is a 404, never an answer.
const concrete = (pattern) => pattern.replace(/\{[^}]+\}/g, '999999999');
// Nobody is shown the answer, so a stranger is not sent to sign in.
const askedByNginx = ['/can-bo/duoc-nghe/{kenh}', '/can-bo/sanh/trang-thai'];
const session = {};
for (const role of roles) session[role] = await Officer.of(role);

await test('every address has its row here, with its right', () => {
  assert.ok(routes.length > 20);
  assert.deepEqual(Object.fromEntries(routes.map((route) => [row(route), route.right])), rightOf);
  assert.deepEqual([...new Set(routes.map((r) => r.right))].filter((right) => right !== 'anyone' && !holders[right]), []);
});
await test('only the sign-in is open to anyone', () => {
  assert.deepEqual(routes.filter((r) => r.right === 'anyone' && !r.pattern.startsWith('/can-bo/dang-nhap')).map((r) => r.pattern), []);
});
for (const route of routes) {
  const { method, pattern, kind } = route;
  const right = rightOf[row(route)];
  if (pattern === '/can-bo/dang-xuat') continue; // would end the sessions of the others
  const where = concrete(pattern);
  // A body of no known kind is looked at after the right and before anything else: it tells who may, and changes nothing.
  const strange = { method, form: {}, headers: { 'Content-Type': 'text/x-nothing' } };
  const ask = (officer) => officer.ask(where, method === 'POST' ? strange : {});
  await test(`${method} ${pattern} is for ${right}`, async () => {
    const stranger = new Officer();
    const answer = await ask(stranger);
    if (right === 'anyone') assert.notEqual(answer.status, 500);
    else if (askedByNginx.includes(pattern)) assert.equal(answer.status, 403, 'a stranger');
    else {
      assert.equal(answer.status, 303, 'a stranger');
      assert.match(answer.to, /^\/can-bo\/dang-nhap(\?tiep=|$)/);
    }
    assert.match(answer.headers['cache-control'], /no-store/);
    for (const role of roles) {
      const got = await ask(session[role]);
      const may = right === 'anyone' || holders[right].includes(role);
      assert.ok(got.status < 500, `${role}: ${got.status}`);
      assert.match(got.headers['cache-control'], /no-store/);
      if (method === 'POST' && may) {
        assert.equal(got.status, 415, `${role} may`);
        if (kind === 'changes') assert.equal((await session[role].ask(where, { method, form: {} })).status, 403, `${role}: a form without its token`);
      } else if (may) assert.notEqual(got.status, 403, `${role} may`);
      else assert.equal(got.status, 403, `${role} may not`);
      if (may && pattern.includes('{') && method === 'GET') assert.equal(got.status, 404, `${role}: what is not there`);
    }
  });
}
await test('each form token is good for its own address alone', async () => {
  const page = await session.clerk.ask('/can-bo/tai-khoan/mat-khau');
  const token = /tai-khoan\/mat-khau"[^>]*><input type="hidden" name="token" value="([^"]+)"/.exec(page.body)[1];
  for (const { pattern } of routes.filter((r) => r.method === 'POST' && r.kind === 'changes' && r.right === 'signed-in' && !/mat-khau|dang-xuat/.test(r.pattern))) {
    assert.equal((await session.clerk.ask(concrete(pattern), { method: 'POST', form: { token } })).status, 403, pattern);
  }
});
await test('a session of the staff is nothing to the other programs, and theirs nothing here', async () => {
  const kiosk = await session.clerk.ask('/kiosk');
  assert.equal(kiosk.status, 200);
  assert.doesNotMatch(kiosk.body, /dang-xuat/);
  const forged = new Officer();
  forged.jar = { 'tra-cuu': session.clerk.jar.staff, staff: `${session.clerk.jar.staff.slice(0, -1)}${session.clerk.jar.staff.endsWith('A') ? 'B' : 'A'}` };
  assert.equal((await forged.ask('/can-bo')).status, 303);
});
done();
