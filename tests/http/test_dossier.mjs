#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// One dossier and what officers do to it, without a script: who may see it and who may not, what is asked, what is written
// down, two people at once, one effect of one form, and requests nobody sends by mistake.
import { assert, done, get, test } from '../lib/tap.mjs';
import { dev } from '../lib/instance.mjs';
import { Clerk, cookie, idOf, somebody, sql } from '../lib/reception.mjs';

const officers = {};
for (const login of ['clerk', 'handler', 'head', 'approver', 'sealer', 'returner', 'supervisor', 'cuong.lg', 'lien.nk', 'admin']) officers[login] = new Clerk(await cookie(login));

const plain = (html) => html.replace(/<[^>]*>/g, ' ').replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&').replace(/\s+/g, ' ');
const page = (id) => `/can-bo/ho-so/${id}`;
const shown = async (login, id) => plain(await (await officers[login].get(page(id))).text());

// The form of an act as a browser would send it back; `more` overwrites.
async function form(login, id, act, branch = '') {
  const answer = await officers[login].get(`${page(id)}/lam/${act}${branch ? `?nhanh=${branch}` : ''}`);
  const html = await answer.text();
  const inside = /<form class="mc-act__form"[\s\S]*?<\/form>/.exec(html)?.[0] || '';
  const fields = Object.fromEntries([...inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, n, v]) => [n, v]));
  for (const [, name, value] of inside.matchAll(/name="(ten|ngay|gio|nguoinhan)" type="text" value="([^"]*)"/g)) fields[name] = value;
  return { status: answer.status, html, fields };
}
async function act(login, id, name, more = {}, branch = '') {
  const { fields } = await form(login, id, name, branch);
  return officers[login].post(`${page(id)}/lam/${name}`, { ...fields, ...more });
}
async function does(login, id, name, more, branch) {
  const answer = await act(login, id, name, more, branch);
  assert.equal(answer.status, 303, `${login}: ${name}: ${plain(await answer.text()).slice(0, 400)}`);
  return answer.headers.get('location');
}
const receive = async (procedure = 'tl', person = somebody()) => ({ ...person, id: idOf(await officers.clerk.receive(procedure, person)) });
const events = (id) => sql(`select type from event where dossier_id = ${id} order by seq`).map((r) => r[0]);
const looks = (id) => sql(`select u.login, a.purpose from access_log a join user u on u.id = a.user_id where a.dossier_id = ${id} order by a.id`);

let one;
await test('the page says where it is, until when, what is next; every look is written down, once in five minutes', async () => {
  one = await receive();
  const text = await shown('clerk', one.id);
  const [[number, due]] = sql(`select number, date_format(due_at, '%d/%m/%Y') from dossier where id = ${one.id}`);
  for (const part of [number, one.ten, 'Mới tiếp nhận', due, 'Tiếp nhận hồ sơ', 'Việc tiếp theo', 'Chuyển xử lý', 'Giấy tờ đã nộp', 'Lệ phí']) assert.ok(text.includes(part), part);
  await shown('clerk', one.id);
  await shown('handler', one.id);
  assert.deepEqual(looks(one.id), [['clerk', 'view'], ['handler', 'view']].slice(0, looks(one.id).length));
  assert.equal(looks(one.id)[0][0], 'clerk');
});

await test('who has no business with it finds nothing, and it is not written down as seen', async () => {
  for (const login of ['cuong.lg', 'lien.nk']) {
    const none = await officers[login].get(page(999999999));
    const foreign = await officers[login].get(page(one.id));
    assert.equal(foreign.status, 404, login);
    const bare = (html) => html.replace(/[0-9a-f]{32}/g, '').replace(/token" value="[^"]*"/g, '').replace(/999999999/g, String(one.id));
    assert.equal(bare(await foreign.text()), bare(await none.text()), 'a dossier of others and none look alike');
    assert.equal((await officers[login].get(`${page(one.id)}/lam/chuyen`)).status, 404);
    assert.ok(!looks(one.id).some((r) => r[0] === login));
  }
  assert.equal((await officers.admin.get(page(one.id))).status, 403, 'the administrator does not read dossiers');
  assert.match((await get(page(one.id))).headers.get('location'), /dang-nhap/);
  const draft = sql("select id from dossier where state = 'draft' limit 1")[0][0];
  assert.equal((await officers.clerk.get(page(draft))).status, 404, 'nobody reads a draft');
});

await test('a supervisor reads and cannot act', async () => {
  const text = await shown('supervisor', one.id);
  assert.ok(text.includes(one.ten));
  assert.doesNotMatch(text, /Chuyển xử lý/);
  assert.equal((await officers.supervisor.get(`${page(one.id)}/lam/chuyen`)).status, 409);
  assert.match(text, /Thêm ghi chú/, 'a note is all there is');
  const borrowed = (await form('clerk', one.id, 'chuyen')).fields;
  assert.equal((await officers.supervisor.post(`${page(one.id)}/lam/chuyen`, borrowed)).status, 403, 'a token of another session');
  assert.deepEqual(events(one.id), ['received']);
});

await test('the identity number is whole for who needs it and masked for others', async () => {
  const tail = one.sodinhdanh.slice(-2);
  assert.ok((await shown('clerk', one.id)).includes(one.sodinhdanh));
  const masked = await shown('supervisor', one.id);
  assert.ok(!masked.includes(one.sodinhdanh));
  assert.ok(masked.includes(`${one.sodinhdanh.slice(0, 3)}•••${tail}`));
});

await test('a form that came from another state of the dossier changes nothing, says who did what, and keeps what was typed', async () => {
  const { fields } = await form('clerk', one.id, 'chuyen');
  await does('clerk', one.id, 'hs-ghi-chu', { ghichu: 'Đã gọi điện cho người nộp.' });
  const before = events(one.id);
  const answer = await officers.clerk.post(`${page(one.id)}/lam/chuyen`, { ...fields, ghichu: 'Ghi chú "quý giá" <b>của tôi</b>' });
  assert.equal(answer.status, 409);
  const html = await answer.text();
  assert.match(plain(html), /Có người vừa làm việc khác với hồ sơ này Nguyễn Thị Mỹ Duyên/);
  assert.match(plain(html), /Ghi chú nội bộ/);
  assert.ok(html.includes('Ghi chú &quot;quý giá&quot; &lt;b&gt;của tôi&lt;/b&gt;'), 'kept, and escaped');
  assert.deepEqual(events(one.id), before);
  const version = /name="phienban" value="(\d+)"/.exec(html)[1];
  const token = /<form class="mc-act__form"[\s\S]*?name="token" value="([^"]+)"/.exec(html)[1];
  const again = await officers.clerk.post(`${page(one.id)}/lam/chuyen`, { token, phienban: version, ghichu: 'Ghi chú' });
  assert.equal(again.status, 303, 'the refreshed form goes through');
});

await test('a form without the state it came from is never done', async () => {
  const two = await receive();
  const { fields } = await form('clerk', two.id, 'chuyen');
  for (const phienban of [undefined, '0', '99999']) {
    const { fields: fresh } = await form('clerk', two.id, 'chuyen');
    const sent = { ...fresh, phienban };
    if (phienban === undefined) delete sent.phienban;
    assert.equal((await officers.clerk.post(`${page(two.id)}/lam/chuyen`, sent)).status, 409, `phienban ${phienban}`);
  }
  assert.deepEqual(events(two.id), ['received']);
  assert.equal((await officers.clerk.post(`${page(two.id)}/lam/chuyen`, fields)).status, 303);
});

await test('two officers press at the same moment: one effect, and the other is told', async () => {
  const two = await receive();
  await does('clerk', two.id, 'chuyen');
  await does('handler', two.id, 'trinh');
  const yes = (await form('approver', two.id, 'ky')).fields;
  const no = { ...(await form('approver', two.id, 'tu-choi')).fields, lydo: 'Không đủ điều kiện.' };
  const answers = await Promise.all([officers.approver.post(`${page(two.id)}/lam/ky`, yes), officers.approver.post(`${page(two.id)}/lam/tu-choi`, no)]);
  assert.deepEqual(answers.map((a) => a.status).sort(), [303, 409]);
  const decided = events(two.id).filter((type) => type === 'approved' || type === 'refused');
  assert.equal(decided.length, 1, 'approved or refused, not both');
  const other = await answers.find((a) => a.status === 409).text();
  assert.match(plain(other), /Có người vừa làm việc khác|Chưa làm được việc này/);
  if (decided[0] === 'approved') assert.ok(plain(other).includes('Không đủ điều kiện.'), 'the words are kept though the act is gone');
});

await test('one form sent twice, one after the other or at once, has one effect', async () => {
  const two = await receive();
  const { fields } = await form('clerk', two.id, 'chuyen');
  const answers = await Promise.all([1, 2, 3].map(() => officers.clerk.post(`${page(two.id)}/lam/chuyen`, fields)));
  const later = await officers.clerk.post(`${page(two.id)}/lam/chuyen`, fields);
  for (const answer of [...answers, later]) {
    assert.equal(answer.status, 303);
    assert.equal(answer.headers.get('location'), later.headers.get('location'));
  }
  assert.deepEqual(events(two.id), ['received', 'forwarded']);
});

await test('after an act the page says so, offers to take it back, and taking it back reopens the task', async () => {
  const two = await receive();
  await does('clerk', two.id, 'chuyen');
  const to = await does('handler', two.id, 'trinh');
  const html = await (await officers.handler.get(to)).text();
  assert.match(plain(html), /Vừa xong:/);
  assert.match(plain(html), /Hoàn tác/);
  assert.doesNotMatch(plain(await (await officers.approver.get(to)).text()), /Vừa xong:/, 'only who did it is told');
  assert.match(await (await officers.handler.get(page(two.id))).text(), /hs-hoan-tac/, 'also from the page itself, as long as it can be');
  const undo = /<form action="([^"]*hs-hoan-tac)"[\s\S]*?name="token" value="([^"]+)"[\s\S]*?name="phienban" value="(\d+)"/.exec(html);
  const answer = await officers.handler.post(undo[1], { token: undo[2], phienban: undo[3] });
  assert.equal(answer.status, 303);
  assert.equal(sql(`select s.code from task t join branch b on b.id = t.branch_id join wf_step s on s.id = t.step_id where b.dossier_id = ${two.id} and t.closed_at is null`)[0][0], 'xu-ly');
  assert.equal(events(two.id).at(-1), 'undone', 'history only grows');
});

await test('who else has it open is said for five minutes', async () => {
  const two = await receive();
  await does('clerk', two.id, 'chuyen');
  await shown('handler', two.id);
  const [[name]] = sql("select name from user where login = 'handler'");
  assert.match(await shown('clerk', two.id), new RegExp(`${name} đang mở hồ sơ này`));
  assert.doesNotMatch(await shown('handler', two.id), new RegExp(`${name} đang mở`), 'nobody is told of himself');
  await dev(['clock', '+360']);
  try {
    assert.doesNotMatch(await shown('clerk', two.id), new RegExp(`${name} đang mở`));
  } finally {
    await dev(['clock', 'real']);
  }
  assert.match(await shown('clerk', two.id), /Ai đã xem hồ sơ này/);
});

await test('wrong input keeps what was typed and says what to do', async () => {
  const two = await receive();
  await does('clerk', two.id, 'chuyen');
  const none = await act('handler', two.id, 'bo-sung', { ngay: '31/02/2026', giay: ['', ''], noidung: ['', ''], ghichu: 'Giữ lại' });
  assert.equal(none.status, 422);
  const html = await none.text();
  assert.match(html, /href="#f-ngay"/);
  assert.ok(html.includes('31/02/2026') && html.includes('Giữ lại'));
  const empty = await act('handler', two.id, 'bo-sung', { giay: ['', ''], noidung: ['', ''] });
  assert.equal(empty.status, 422);
  assert.match(await empty.text(), /href="#f-noidung"/);
  const half = await act('handler', two.id, 'bo-sung', { giay: ['Tờ khai', ''], noidung: ['', 'Thiếu chữ ký'] });
  assert.equal(half.status, 422, 'a paper without words about it');
  assert.match(await half.text(), /value="Thiếu chữ ký"/);
  assert.deepEqual(events(two.id), ['received', 'forwarded']);
});

await test('many points at once, with names of papers of thousands of characters', async () => {
  const two = await receive();
  await does('clerk', two.id, 'chuyen');
  const what = Array.from({ length: 12 }, (_, i) => `Nội dung thứ ${i + 1}`);
  await does('handler', two.id, 'bo-sung', { giay: what.map((_, i) => (i % 2 ? '' : 'Ồ'.repeat(1500))), noidung: what });
  assert.deepEqual(sql(`select i.position, i.what, char_length(i.component_name) from supplement s join supplement_item i on i.supplement_id = s.id where s.dossier_id = ${two.id} order by 1`), what.map((text, i) => [String(i + 1), text, i % 2 ? '0' : '1500']));
  assert.match(await shown('clerk', two.id), /Thời hạn đang tạm dừng/);
});

await test('handing over without looking at the identity paper, without a signature, or with fees owed is refused field by field', async () => {
  const two = await receive();
  await does('clerk', two.id, 'chuyen');
  await does('handler', two.id, 'trinh');
  await does('approver', two.id, 'ky');
  await does('sealer', two.id, 'phat-hanh', { ke: 'B1-02' });
  const { html } = await form('returner', two.id, 'tra');
  assert.match(html, new RegExp(`name="nguoinhan" type="text" value="${two.ten}"`), 'who is entitled is filled in');
  for (const [fields, field] of [[{}, 'bienlai'], [{ bienlai: '1', kynhan: '1' }, 'giayto'], [{ bienlai: '1', giayto: '1' }, 'kynhan'], [{ bienlai: '1', giayto: '1', kynhan: '1', nguoinhan: '' }, 'nguoinhan']]) {
    const answer = await act('returner', two.id, 'tra', { vaitro: 'chuho', ...fields });
    assert.equal(answer.status, 422);
    assert.match(await answer.text(), new RegExp(`href="#f-${field}"`), field);
  }
  await does('returner', two.id, 'tra', { vaitro: 'chuho', bienlai: '0001', giayto: '1', kynhan: '1' });
  assert.deepEqual(sql(`select d.state, r.receiver, r.receiver_role, r.identity_checked, r.signed_for from dossier d join result r on r.dossier_id = d.id where d.id = ${two.id}`), [['returned', two.ten, 'applicant', '1', '1']]);
});

await test('by post: the number of the postal item is asked for, no signature; who comes all the same signs', async () => {
  const sent = await receive('tl', { ...somebody(), nhan: 'buuchinh' });
  const come = await receive('tl', { ...somebody(), nhan: 'buuchinh' });
  for (const { id } of [sent, come]) {
    await does('clerk', id, 'chuyen');
    await does('handler', id, 'trinh');
    await does('approver', id, 'ky');
    await does('sealer', id, 'phat-hanh');
  }
  const { html } = await form('returner', sent.id, 'tra');
  assert.match(html, /name="nguoinhan" type="text" value=""/, 'nobody is expected at the counter');
  const none = await act('returner', sent.id, 'tra', { bienlai: '7' });
  assert.equal(none.status, 422);
  assert.match(await none.text(), /href="#f-vandon"/);
  await does('returner', sent.id, 'tra', { bienlai: '7', vandon: 'EB123456789VN' });
  await does('returner', come.id, 'tra', { bienlai: '8', vaitro: 'khac', nguoinhan: 'Lê Văn Nhận', giayto: '1', kynhan: '1' });
  assert.deepEqual(sql(`select returned_via, tracking_no, receiver from result where dossier_id in (${sent.id}, ${come.id}) order by dossier_id`), [['post', 'EB123456789VN', ''], ['counter', '', 'Lê Văn Nhận']]);
});

await test('from the page to all that belongs to it, and back', async () => {
  const two = await receive();
  const links = async (login) => [...(await (await officers[login].get(page(two.id))).text()).matchAll(/href="(\/can-bo\/ho-so\/\d+\/(?!lam)[^"]*)"/g)].map((m) => m[1].slice(page(two.id).length));
  assert.deepEqual((await links('clerk')).sort(), ['/da-nhan', '/in/giay-tiep-nhan', '/in/kiem-soat', '/sua-tiep-nhan', '/tep']);
  for (const login of ['clerk', 'handler']) for (const link of await links(login)) assert.equal((await officers[login].get(page(two.id) + link)).status, 200, `${login} ${link}`);
  for (const link of ['/da-nhan', '/tep']) assert.ok((await (await officers.clerk.get(page(two.id) + link)).text()).includes(`href="${page(two.id)}"`), `${link} leads back`);
  await does('clerk', two.id, 'chuyen');
  assert.ok(!(await links('clerk')).includes('/sua-tiep-nhan'), 'work has begun');
  for (const round of [1, 2]) {
    await does('handler', two.id, 'bo-sung', { giay: ['', ''], noidung: [`Lần ${round}`, ''] });
    await does('clerk', two.id, 'nhan-bo-sung');
  }
  assert.deepEqual((await links('handler')).filter((link) => /bo-sung/.test(link)), ['/in/yeu-cau-bo-sung?lan=1', '/in/yeu-cau-bo-sung?lan=2'], 'each request has its paper');
  assert.ok(!(await links('handler')).includes('/da-nhan'), 'the look-up code is the counter’s');
  for (const [lan, words] of [[1, 'Lần 1'], [2, 'Lần 2']]) assert.match(plain(await (await officers.handler.get(`${page(two.id)}/in/yeu-cau-bo-sung?lan=${lan}`)).text()), new RegExp(words));
});

await test('what the citizen is shown of it: after the second fact which units looked, never who', async () => {
  const two = await receive();
  await does('clerk', two.id, 'chuyen');
  await shown('handler', two.id);
  const [[number]] = sql(`select number from dossier where id = ${two.id}`);
  const ask = async (fields) => {
    const answer = await get('/tra-cuu', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields) });
    const status = await get('/tra-cuu/ho-so', { headers: { Cookie: answer.headers.get('set-cookie').split(';')[0] } });
    return plain(await status.text());
  };
  const proven = await ask({ ma: number, so: two.sodinhdanh.slice(-4) });
  assert.match(proven, /Ai đã xem hồ sơ của bạn .*Phòng Hành chính tư pháp · Xem hồ sơ/);
  for (const purpose of ['files', 'file 12', 'print_receipt_2', 'print_supplement', 'search', 'never_heard_of']) sql(`insert into access_log (at, user_id, unit_id, dossier_id, purpose) select now(), id, agency_id, ${two.id}, '${purpose}' from user where login = 'handler'`);
  for (const words of ['Xem các tệp', 'Mở tệp', 'In giấy tiếp nhận và hẹn trả', 'In phiếu yêu cầu bổ sung', 'Tra cứu', 'Mục đích khác']) {
    assert.match(await ask({ ma: number, so: two.sodinhdanh.slice(-4) }), new RegExp(`Phòng Hành chính tư pháp · ${words}`), 'to the citizen');
    assert.match(await shown('clerk', two.id), new RegExp(`Phòng Hành chính tư pháp ${words}`), 'and to officers alike');
  }
  for (const [name] of sql('select name from user')) assert.ok(!proven.includes(name), `${name} is not named`);
  const html = await (await officers.clerk.get(`${page(two.id)}/da-nhan`)).text();
  const code = await ask({ ma: /\d{4} \d{4} \d{4} \d{4}/.exec(html)[0] });
  assert.doesNotMatch(code, /Phòng Hành chính tư pháp · Xem hồ sơ/, 'not by the look-up code alone');
});

await test('hostile requests: a page below 500, nothing unescaped, nothing changed', async () => {
  const two = await receive();
  const before = sql(`select version from dossier where id = ${two.id}`)[0][0];
  const evil = '"><svg onload=alert(1)>\'--';
  for (const path of ['0', '-1', '1e3', '99999999999999999999', '1%00', '..%2f..', evil].map((id) => `/can-bo/ho-so/${encodeURIComponent(id)}`)) assert.ok([400, 404].includes((await officers.clerk.get(path)).status), path);
  for (const query of [`xong=${encodeURIComponent(evil)}`, 'xong=99999999', 'xong=1&xong=2', `giay=${encodeURIComponent('../../x')}`, `xong=1&giay=${encodeURIComponent(evil)}`]) {
    const answer = await officers.clerk.get(`${page(two.id)}?${query}`);
    assert.ok(answer.status < 500, query);
    assert.doesNotMatch(await answer.text(), /<svg onload/);
  }
  for (const name of ['khong-co', 'chuyen%00', 'a'.repeat(60), 'ky', 'tra', 'tu-choi', 'hs-dong', 'hs-hoan-tac']) {
    const answer = await officers.clerk.get(`${page(two.id)}/lam/${name}`);
    assert.ok([400, 404, 409].includes(answer.status), `${name}: ${answer.status}`);
  }
  const { fields } = await form('clerk', two.id, 'hs-nhan-tin');
  for (const more of [{ nguoi: '-1' }, { nguoi: evil }, { nhanh: '18446744073709551615' }, { nhanh: '9223372036854775807' }, { lydo: 'x'.repeat(1001) }, { ngay: '99/99/9999' }, { sotien: '-5' }, { vaitro: 'vua' }, { ykien: evil }, { phienban: '-1' }, { phienban: '4294967295' }, { giay: Array(60).fill(evil), noidung: Array(60).fill(evil) }]) {
    const answer = await officers.clerk.post(`${page(two.id)}/lam/hs-nhan-tin`, { ...fields, ...more });
    assert.ok([400, 409, 413, 422].includes(answer.status) || (more.giay && answer.status < 500), `${JSON.stringify(more).slice(0, 60)}: ${answer.status}`);
    assert.doesNotMatch(await answer.text(), /<svg onload/);
  }
  assert.equal(sql(`select version from dossier where id = ${two.id}`)[0][0], before);
  await does('clerk', two.id, 'hs-nhan-tin', { lydo: `<b>Chào</b> ${evil}\r\nSet-Cookie: a=b` });
  const html = await (await officers.clerk.get(page(two.id))).text();
  assert.ok(html.includes('&lt;b&gt;Chào&lt;/b&gt;'));
  assert.doesNotMatch(html, /<svg onload/);
});

await test('an act of another procedure, step or branch is not done by a forged address', async () => {
  const two = await receive();
  const { fields } = await form('clerk', two.id, 'chuyen');
  for (const name of ['ky', 'tra', 'phat-hanh']) assert.equal((await officers.clerk.post(`${page(two.id)}/lam/${name}`, fields)).status, 403, 'the token is of another address');
  const foreign = sql(`select id from branch where dossier_id <> ${two.id} limit 1`)[0][0];
  const answer = await officers.clerk.post(`${page(two.id)}/lam/chuyen`, { ...fields, nhanh: foreign });
  assert.equal(answer.status, 409, 'a branch of another dossier');
  assert.deepEqual(events(two.id), ['received']);
});
done();
