#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Reception at the counter without a script, as a clerk and as an auditor see it: what is shown before saving is what is
// saved, nothing typed is lost, one form is one dossier, and every number that was acknowledged is there, once, without gaps.
import { assert, done, get, test, until } from '../lib/tap.mjs';
import { dev, end, kill, workers } from '../lib/instance.mjs';
import { Clerk, idOf, papers, somebody, sql } from '../lib/reception.mjs';

const clerk = await Clerk.open('clerk');
const text = (html) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const scan = '074190001234|280123456|Nguyễn Thị Ngọc Ẩn|05031990|Nữ|Số 12, Yersin, Phú Cường, Thủ Dầu Một, Bình Dương|25072021';

await test('only clerks come in', async () => {
  assert.notEqual((await get('/can-bo/tiep-nhan')).status, 200);
  const handler = await Clerk.open('handler');
  assert.equal((await handler.get('/can-bo/tiep-nhan')).status, 403);
  assert.equal((await handler.post('/can-bo/tiep-nhan', { token: 'x' })).status, 403);
  assert.equal((await clerk.get('/can-bo/tiep-nhan')).status, 200);
  assert.equal((await clerk.post('/can-bo/tiep-nhan', { ...somebody(), thutuc: 'tl' })).status, 403, 'no form token');
});

await test('a scan fills the person, a short code brings papers, fee and due time; nothing is saved by looking', async () => {
  const before = sql('select count(*) from dossier')[0][0];
  const answer = await clerk.check({ quet: scan, thutuc: 'TL' });
  assert.equal(answer.status, 200);
  const html = await answer.text();
  for (const shown of ['value="074190001234"', 'value="Nguyễn Thị Ngọc Ẩn"', 'value="05/03/1990"', '<option value="nu" selected>', 'value="25/07/2021"']) assert.ok(html.includes(shown), shown);
  assert.ok(papers(html).giay.length > 0 && papers(html).phienban !== '');
  assert.match(text(html), /Hẹn trả \d+ giờ \d\d, thứ \S+ \d\d\/\d\d\/\d{4}/);
  assert.match(html, /<tr class="govuk-table__row mc-trace__row--/);
  assert.equal(sql('select count(*) from dossier')[0][0], before);
});

await test('twelve digits in the scan field are the identity number', async () => {
  assert.match(await (await clerk.check({ quet: '074190001234' })).text(), /name="sodinhdanh"[^>]* value="074190001234"/);
});

await test('words find procedures of this counter, and only those', async () => {
  const html = await (await clerk.check({ thutuc: 'lý lịch tư pháp' })).text();
  assert.match(html, /name="chon" value="3\.000333"/);
  const chosen = await (await clerk.check({ thutuc: 'lý lịch tư pháp', chon: '3.000333' })).text();
  assert.match(chosen, /name="thutuc"[^>]* value="lltp"/);
  const { items } = await (await clerk.get('/can-bo/tiep-nhan/thu-tuc?q=khai%20sinh')).json();
  assert.ok(items.length > 0);
  const mine = new Set(sql("select p.code from `procedure` p join procedure_agency pa on pa.procedure_id = p.id join agency a on a.id = pa.agency_id where a.code in ('STP', 'SKHDT', 'SXD', 'SLDTBXH') or a.parent_id in (select id from agency where code in ('STP', 'SKHDT', 'SXD', 'SLDTBXH')) union select short_code from `procedure` where short_code is not null").map((r) => r[0]));
  for (const { code } of items) assert.ok(mine.has(code), `${code} is not received here`);
  assert.match(text(await (await clerk.check({ thutuc: 'ks' })).text()), /Quầy của bạn không tiếp nhận thủ tục này/);
});

let id;
const person = somebody();
await test('saving writes the dossier with all that belongs to it, and shows the numbers', async () => {
  const html = await (await clerk.check({ ...person, thutuc: 'tl' })).text();
  const due = /<time datetime="(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d\+07:00">/.exec(html);
  const answer = await clerk.save({ ...(await clerk.form('tl')), ...person, nhan: 'buuchinh', noidung: 'Trích lục khai sinh', email: 'a@example.com' });
  assert.equal(answer.status, 303);
  id = idOf(answer);
  const [row] = sql(`select d.number, d.state, d.version, d.channel, d.deliver_by, a.code, c.code, u.login, d.due_at, d.first_due_at = d.due_at, d.due_rule <> '', d.summary from dossier d join agency a on a.id = d.agency_id join agency c on c.id = d.counter_agency_id join user u on u.id = d.received_by where d.id = ${id}`);
  assert.match(row[0], /^H09\.03-\d{6}-\d{4}$/);
  assert.deepEqual(row.slice(1, 8), ['received', '1', 'counter', 'post', 'STP', 'TTHCC', 'clerk']);
  assert.equal(row[8], `${due[1]} ${due[2]}:00`, 'the due time shown before is the one promised');
  assert.deepEqual(row.slice(9), ['1', '1', 'Trích lục khai sinh']);
  assert.deepEqual(sql(`select name, birth_date, sex, identity_kind, identity_number, phone, phone_last4_hash is not null, identity_last4_hash is not null from party where dossier_id = ${id}`), [[person.ten, '1990-03-05', 'female', 'citizen_id', person.sodinhdanh, '+84912345678', '1', '1']]);
  assert.deepEqual(sql(`select seq, type, to_state, is_public from event where dossier_id = ${id}`), [['1', 'received', 'received', '1']]);
  assert.deepEqual(sql(`select b.kind, b.state, s.code, u.login, t.closed_at from branch b join task t on t.branch_id = b.id join wf_step s on s.id = t.step_id left join user u on u.id = t.assignee_id where b.dossier_id = ${id}`), [['main', 'open', 'tiep-nhan', 'clerk', 'NULL']]);
  assert.equal(sql(`select count(*) from clock where dossier_id = ${id} and stopped_at is null`)[0][0], '1');
  assert.deepEqual(sql(`select channel, template, recipient from outbox where dossier_id = ${id} order by channel`), [['mail', 'received', 'a@example.com'], ['sms', 'received', '+84912345678']]);
  assert.equal(sql(`select sum(amount) from fee where dossier_id = ${id}`)[0][0], '8000');
  assert.equal(sql(`select count(*) from audit where subject = 'dossier ${row[0]}'`)[0][0], '0', 'the event is the record');
});

await test('the look-up code on the page after saving opens the status page; number and last four digits do too', async () => {
  const html = await (await clerk.get(`/can-bo/ho-so/${id}/da-nhan`)).text();
  const number = /H09\.03-\d{6}-\d{4}/.exec(html)[0];
  const code = /\d{4} \d{4} \d{4} \d{4}/.exec(html)[0];
  assert.match(html, new RegExp(`href="/can-bo/ho-so/${id}/in/giay-tiep-nhan\\?kho=a5"`));
  for (const fields of [{ ma: code }, { ma: number, so: person.sodinhdanh.slice(-4) }, { ma: number, so: '5678' }]) {
    const answer = await get('/tra-cuu', { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields) });
    assert.equal(answer.status, 303, JSON.stringify(fields));
  }
  assert.ok(!sql(`select data from outbox where dossier_id = ${id}`).join().includes(code.replace(/ /g, '')), 'the code is in no message');
});

await test('another counter\'s dossier is not there', async () => {
  const other = await Clerk.open('linh.dp');
  assert.equal((await other.get(`/can-bo/ho-so/${id}/da-nhan`)).status, 404);
  assert.equal((await clerk.get('/can-bo/ho-so/999999999/da-nhan')).status, 404);
});

await test('everything wrong is said at once, everything typed is kept', async () => {
  const answer = await clerk.save({ ...(await clerk.form('tl')), ten: '', sinh: '31022000', sodinhdanh: '0741', dienthoai: '12', email: 'a@b', diachi: 'Ấp 3 <b>', giam: 'x', mien: 'ngheo' });
  assert.equal(answer.status, 422);
  const html = await answer.text();
  for (const field of ['ten', 'sinh', 'sodinhdanh', 'dienthoai', 'email', 'giam']) assert.match(html, new RegExp(`href="#f-${field}"`), field);
  for (const kept of ['value="31022000"', 'value="0741"', 'value="12"', 'value="a@b"', 'value="Ấp 3 &lt;b&gt;"', '<option value="ngheo" selected>']) assert.ok(html.includes(kept), kept);
  assert.ok(papers(html).giay.length > 0, 'the ticks too');
  const empty = await clerk.save({ token: (await clerk.form('tl')).token });
  assert.equal(empty.status, 422);
  assert.match(await empty.text(), /href="#f-thutuc"/);
});

await test('what is odd about a person is said and does not stop the clerk', async () => {
  const odd = { ...somebody(), gioi: 'nam', sinh: '05031991' };
  const html = await (await clerk.check({ ...odd, thutuc: 'tl' })).text();
  assert.match(text(html), /Năm sinh không khớp/);
  assert.match(text(html), /Giới tính không khớp/);
  assert.equal((await clerk.receive('tl', odd)).status, 303);
});

await test('papers of another procedure, or of none looked at, are not saved', async () => {
  const form = await clerk.form('tl');
  const other = await clerk.save({ ...form, ...somebody(), thutuc: 'lltp' });
  assert.equal(other.status, 422);
  assert.match(await other.text(), /href="#f-thutuc"/);
  const unseen = await clerk.save({ token: form.token, ...somebody(), thutuc: 'tl' });
  assert.equal(unseen.status, 422);
});

await test('the same person and procedure again: shown, and saved only when ticked', async () => {
  assert.match(await (await clerk.check({ ...person, thutuc: 'tl' })).text(), /name="trung"/);
  assert.doesNotMatch(await (await clerk.check({ ...person, thutuc: 'lltp' })).text(), /name="trung"/);
  assert.equal((await clerk.receive('tl', person)).status, 422);
  const ticked = await clerk.receive('tl', { ...person, trung: '1' });
  assert.equal(ticked.status, 303);
  const [first] = sql(`select number from dossier where id = ${id}`);
  assert.match(sql(`select data from event where dossier_id = ${idOf(ticked)} and seq = 1`)[0][0], new RegExp(first[0]));
});

await test('papers: counts as typed, missing ones named, further ones added', async () => {
  const form = await clerk.form('tl');
  const required = form.giay.length;
  form.chinh[0] = '2';
  form.to[0] = '7';
  const answer = await clerk.save({ ...form, ...somebody(), giay: ['1'], them: 'Đơn viết tay\n\nẢnh 3x4', bo: '2' });
  const rows = sql(`select name, originals, sheets, is_present from dossier_component where dossier_id = ${idOf(answer)} order by position`);
  assert.deepEqual(rows[0].slice(1), ['2', '7', '1']);
  assert.equal(rows.filter((r) => r[3] === '0').length, required - 1);
  assert.deepEqual(rows.slice(-2).map((r) => r[0]), ['Đơn viết tay', 'Ảnh 3x4']);
  assert.equal(sql(`select copies from dossier where id = ${idOf(answer)}`)[0][0], '2');
  assert.equal((await clerk.receive('tl', { ...somebody(), chinh: ['x'] })).status, 422);
});

await test('a waiver takes the fee away, in part or wholly; money taken is an event', async () => {
  const whole = idOf(await clerk.receive('tl', { ...somebody(), mien: 'ngheo' }));
  assert.deepEqual(sql(`select amount, waived_amount, paid_at from fee where dossier_id = ${whole}`), [['8000', '8000', 'NULL']]);
  const part = idOf(await clerk.receive('tl', { ...somebody(), mien: 'cong', giam: '3.000', thu: '1', bienlai: '0001' }));
  assert.deepEqual(sql(`select waived_amount, receipt_no, paid_at is not null from fee where dossier_id = ${part}`), [['3000', '0001', '1']]);
  assert.deepEqual(sql(`select type from event where dossier_id = ${part} order by seq`), [['received'], ['fee_paid']]);
  assert.equal((await clerk.receive('tl', { ...somebody(), mien: 'cong', giam: '9.000' })).status, 422);
});

await test('somebody hands it in for the applicant: with an authorisation', async () => {
  assert.equal((await clerk.receive('tl', { ...somebody(), nguoinop: 'Lê Văn B' })).status, 422);
  const answer = await clerk.receive('tl', { ...somebody(), nguoinop: 'Lê Văn B', nopuq: 'Giấy uỷ quyền số 5', nopdt: '0987654321' });
  assert.deepEqual(sql(`select role, name, authority_note from party where dossier_id = ${idOf(answer)} and role = 'submitter'`), [['submitter', 'Lê Văn B', 'Giấy uỷ quyền số 5']]);
  assert.equal(sql(`select recipient from outbox where dossier_id = ${idOf(answer)}`)[0][0], '+84987654321');
});

await test('a workflow of one step is finished at once', async () => {
  sql(`insert into workflow (code, name) values ('mot-buoc', 'Một bước');
    insert into workflow_rev (workflow_id, rev_no) values (last_insert_id(), 1);
    set @w = last_insert_id();
    insert into wf_step (workflow_rev_id, code, position, name, public_name, place, role, kind, public_state) values (@w, 'lam', 1, 'Làm', 'Làm', 'counter', 'clerk', 'task', 'received'), (@w, 'het', 2, 'Hết', 'Hết', 'counter', null, 'end', 'returned');
    insert into wf_action (workflow_rev_id, from_step_id, to_step_id, code, name, effects) select @w, a.id, b.id, 'xong', 'Xong', 'approve,release_results' from wf_step a join wf_step b on b.workflow_rev_id = @w and b.code = 'het' where a.workflow_rev_id = @w and a.code = 'lam';
    update workflow_rev set published_at = now() where id = @w;
    insert into \`procedure\` (code, short_code, agency_id, field_id) select '9.900001', 'motb', id, (select min(id) from field) from agency where code = 'STP';
    set @p = last_insert_id();
    insert into procedure_agency select @p, id from agency where code = 'STP';
    insert into procedure_rev (procedure_id, rev_no, name, result_text, term_value, term_unit, workflow_rev_id, published_at) values (@p, 1, 'Thủ tục một bước', 'Bản sao', 1, 'same_day', @w, now());
    update \`procedure\` set current_rev_id = last_insert_id() where id = @p`);
  const answer = await clerk.receive('motb', somebody());
  assert.equal(answer.status, 303);
  const one = idOf(answer);
  assert.deepEqual(sql(`select d.state, d.closed_at is not null, d.lookup_expires_at > d.closed_at, r.outcome, r.title, b.state, b.outcome, t.closed_at is not null, c.stopped_at is not null from dossier d join result r on r.dossier_id = d.id join branch b on b.dossier_id = d.id join task t on t.branch_id = b.id join clock c on c.dossier_id = d.id where d.id = ${one}`), [['returned', '1', '1', 'approved', 'Bản sao', 'closed', 'agreed', '1', '1']]);
  assert.deepEqual(sql(`select type from event where dossier_id = ${one} order by seq`).flat(), ['received', 'approved', 'ready', 'returned']);
  assert.match(text(await (await clerk.get(`/can-bo/ho-so/${one}/da-nhan`)).text()), /Đã tiếp nhận và trả kết quả/);
});

await test('a double click, and the form sent again later, are one dossier', async () => {
  const form = { ...(await clerk.form('tl')), ...somebody() };
  const answers = await Promise.all(Array.from({ length: 6 }, () => clerk.save(form)));
  const ids = new Set(answers.map(idOf));
  assert.deepEqual(answers.map((a) => a.status), Array(6).fill(303));
  assert.equal(ids.size, 1);
  assert.equal(idOf(await clerk.save(form)), [...ids][0]);
  assert.equal(sql(`select count(*) from party where identity_number = '${form.sodinhdanh}'`)[0][0], '1');
});

await test('a reception is corrected with a reason: number and look-up code stay, the history tells', async () => {
  const who = somebody();
  const dossier = idOf(await clerk.receive('tl', { ...who, mien: 'cong', giam: '3.000', them: 'Đơn viết tay', noidung: 'Trích lục' }));
  const before = sql(`select number, hex(lookup_hash), received_at, procedure_id from dossier where id = ${dossier}`)[0];
  const form = await clerk.correction(dossier);
  for (const [name, text] of Object.entries({ ten: who.ten, sinh: '05/03/1990', gioi: 'nu', sodinhdanh: who.sodinhdanh, dienthoai: '0912345678', thutuc: 'tl', mien: 'cong', giam: '3000', noidung: 'Trích lục' })) assert.equal(form[name], text, name);
  assert.equal(form.them.trim(), 'Đơn viết tay');
  assert.equal((await clerk.correct(dossier, { ...form, ten: 'Trần Thị Mới' })).status, 422, 'no reason');
  const answer = await clerk.correct(dossier, { ...form, ten: 'Trần Thị Mới', giay: form.giay.slice(1), lydo: 'Gõ nhầm tên' });
  assert.equal(answer.status, 303);
  assert.deepEqual(sql(`select number, hex(lookup_hash), received_at, procedure_id from dossier where id = ${dossier}`)[0], before);
  assert.equal(sql(`select name from party where dossier_id = ${dossier}`)[0][0], 'Trần Thị Mới');
  assert.deepEqual(sql(`select type, note from event where dossier_id = ${dossier} order by seq`), [['received', ''], ['corrected', 'Gõ nhầm tên']]);
  assert.equal(sql(`select version from dossier where id = ${dossier}`)[0][0], '2');
  assert.equal(sql(`select sum(not is_present) from dossier_component where dossier_id = ${dossier}`)[0][0], '1');
  assert.deepEqual(sql(`select amount, waived_amount from fee where dossier_id = ${dossier}`), [['8000', '3000']]);
  assert.match(text(await (await clerk.get(`/can-bo/ho-so/${dossier}/da-nhan`)).text()), /Đã sửa 1 lần/);
});

await test('a wrong procedure is corrected: term and due time are the new one\'s, counted from the reception', async () => {
  const dossier = idOf(await clerk.receive('tl', somebody()));
  const { ban, hoso, token, ...person } = await clerk.correction(dossier);
  const looked = await (await clerk.check({ ...person, hoso, ban, thutuc: 'lltp' })).text();
  const due = /<time datetime="(\d{4}-\d\d-\d\d)T(\d\d:\d\d):00\+07:00">/.exec(looked);
  const answer = await clerk.correct(dossier, { ...person, ...papers(looked), token, hoso, ban, thutuc: 'lltp', lydo: 'Nhầm thủ tục' });
  assert.equal(answer.status, 303);
  const [row] = sql(`select p.code, d.due_at, d.first_due_at = d.due_at, d.term_unit, b.due_at = d.due_at, s.workflow_rev_id = r.workflow_rev_id, c.started_at = d.clock_from from dossier d join \`procedure\` p on p.id = d.procedure_id join procedure_rev r on r.id = d.rev_id join branch b on b.dossier_id = d.id join task t on t.branch_id = b.id join wf_step s on s.id = t.step_id join clock c on c.dossier_id = d.id where d.id = ${dossier}`);
  assert.deepEqual(row, ['3.000333', `${due[1]} ${due[2]}:00`, '1', 'day', '1', '1', '1']);
  assert.equal(sql(`select sum(amount) from fee where dossier_id = ${dossier}`)[0][0], '200000');
});

await test('a submitter is corrected, and never lost without a word', async () => {
  const dossier = idOf(await clerk.receive('tl', { ...somebody(), nguoinop: 'Lê Văn Nộp', nopso: '', nopdt: '0987654321', nopuq: 'Giấy ủy quyền' }));
  const form = await clerk.correction(dossier);
  assert.equal(form.nguoinop, 'Lê Văn Nộp');
  const gone = await clerk.correct(dossier, { ...form, nguoinop: '', nopso: '', nopdt: '', nopuq: '', lydo: 'a' });
  assert.equal(gone.status, 422);
  assert.match(text(await gone.text()), /sửa được, không bỏ được/);
  assert.equal((await clerk.correct(dossier, { ...form, token: (await clerk.correction(dossier)).token, nguoinop: 'Lê Văn Nạp', lydo: 'a' })).status, 303);
  assert.deepEqual(sql(`select role, name from party where dossier_id = ${dossier} and role = 'submitter'`), [['submitter', 'Lê Văn Nạp']]);
});

await test('the old look-up code of a corrected dossier still opens its page', async () => {
  const dossier = idOf(await clerk.receive('tl', somebody()));
  const code = /<dd><strong class="mc-nowrap">(\d{4} \d{4} \d{4} \d{4})</.exec(await (await clerk.get(`/can-bo/ho-so/${dossier}/da-nhan`)).text())[1].replace(/ /g, '');
  const form = await clerk.correction(dossier);
  assert.equal((await clerk.correct(dossier, { ...form, ten: 'Người Đã Sửa', lydo: 'Nhầm tên' })).status, 303);
  const opened = await get(`/t/${code}`);
  assert.equal(opened.status, 303);
  const page = await get('/tra-cuu/ho-so', { headers: { Cookie: opened.headers.get('set-cookie').split(';')[0] } });
  assert.equal(page.status, 200);
  assert.match(text(await page.text()), /Sửa thông tin tiếp nhận/);
});

await test('who comes second, or too late, is told what happened, with everything typed kept', async () => {
  const dossier = idOf(await clerk.receive('tl', somebody()));
  const form = await clerk.correction(dossier);
  assert.equal((await clerk.correct(dossier, { ...form, ten: 'Người Một', lydo: 'a' })).status, 303);
  const second = await clerk.correct(dossier, { ...form, token: (await clerk.correction(dossier)).token, ten: 'Người Hai', lydo: 'b' });
  assert.equal(second.status, 422);
  const html = await second.text();
  assert.ok(html.includes('value="Người Hai"'));
  assert.match(text(html), /Sửa thông tin tiếp nhận, Nguyễn Thị Mỹ Duyên/);
  sql(`insert into event (dossier_id, seq, at, type) values (${dossier}, 3, now(), 'forwarded')`);
  const late = await clerk.correction(dossier);
  assert.equal((await clerk.correct(dossier, { ...late, ten: 'Người Ba', lydo: 'c' })).status, 422);
  assert.equal(sql(`select name from party where dossier_id = ${dossier}`)[0][0], 'Người Một');
  const other = await Clerk.open('linh.dp');
  assert.equal(await other.correction(dossier), null);
  assert.equal((await other.check({ hoso: dossier })).status, 404);
});

await test('group reception: the next dossier begins with the same persons, and one list names them all', async () => {
  const submitter = { nguoinop: 'Lê Văn Nộp', nopso: '', nopdt: '0987654321', nopuq: 'Giấy ủy quyền' };
  const person = { ...somebody(), ...submitter };
  const first = idOf(await clerk.receive('tl', person));
  assert.ok((await (await clerk.get(`/can-bo/ho-so/${first}/da-nhan`)).text()).includes(`/can-bo/tiep-nhan?cung=${first}"`));
  const html = await (await clerk.get(`/can-bo/tiep-nhan?cung=${first}`)).text();
  for (const [name, value] of [['ten', person.ten], ['sodinhdanh', person.sodinhdanh], ['nguoinop', submitter.nguoinop], ['nopdt', submitter.nopdt], ['cung', String(first)]]) assert.match(html, new RegExp(`name="${name}"[^>]* value="${value}"`), name);
  assert.match(text(html), /nhóm này đã có 1 hồ sơ/);
  const ids = [first];
  for (const [procedure, more] of [['lltp', {}], ['tl', { ten: 'Người Thứ Ba', sodinhdanh: somebody().sodinhdanh }]])
    ids.push(idOf(await clerk.receive(procedure, { ...person, ...more, cung: ids.at(-1) })));
  assert.ok(ids.every(Boolean));
  assert.deepEqual(sql(`select json_value(data, '$.group') from event where type = 'received' and dossier_id in (${ids}) order by dossier_id`).flat(), ['NULL', String(first), String(first)], 'from any member the group is that of the first');
  const after = text(await (await clerk.get(`/can-bo/ho-so/${ids[1]}/da-nhan`)).text());
  assert.match(after, /Nhóm 3 hồ sơ cùng người nộp/);
  const numbers = sql(`select number from dossier where id in (${ids}) order by id`).flat();
  const list = text(await (await clerk.get(`/can-bo/in/nhan-theo-nhom?ho-so=${ids[2]}`)).text());
  for (const part of [...numbers, 'DANH SÁCH HỒ SƠ TIẾP NHẬN THEO NHÓM', 'Người nộp hồ sơ: Lê Văn Nộp', '0987654321', 'Người Thứ Ba', '3 hồ sơ', 'NGƯỜI TIẾP NHẬN HỒ SƠ']) assert.ok(list.includes(part), part);
  assert.equal((await clerk.get(`/can-bo/in/nhan-theo-nhom.pdf?ho-so=${first}`)).headers.get('content-type'), 'application/pdf');
  assert.equal(sql("select subject from audit where type = 'group_printed' order by id desc limit 1")[0][0], `dossier ${numbers[0]}`);
});

await test('a group is one clerk\'s and one day\'s: others cannot join it, and nothing typed is lost', async () => {
  const first = idOf(await clerk.receive('tl', somebody()));
  const other = await Clerk.open('linh.dp');
  assert.equal((await other.get(`/can-bo/tiep-nhan?cung=${first}`)).status, 404);
  assert.equal((await other.get(`/can-bo/in/nhan-theo-nhom?ho-so=${first}`)).status, 404);
  const [old] = sql("select d.id from dossier d join user u on u.id = d.received_by where u.login = 'clerk' and d.received_at < curdate() - interval 30 day limit 1");
  assert.equal((await clerk.get(`/can-bo/tiep-nhan?cung=${old[0]}`)).status, 404);
  const alone = idOf(await clerk.receive('tl', { ...somebody(), cung: old[0] }));
  assert.ok(alone);
  assert.equal(sql(`select json_value(data, '$.group') from event where type = 'received' and dossier_id = ${alone}`)[0][0], 'NULL');
});

// ---- fifty clerks, and what may happen to them ---------------------------------------------------------------------

// Every clerk repeats his form until it is acknowledged, as a person would; the list of acknowledged numbers is kept here.
async function crowd(clerks, each, acknowledged) {
  await Promise.all(Array.from({ length: clerks }, async () => {
    for (let i = 0; i < each; i++) {
      const form = { ...(await until(() => clerk.form('tl').catch(() => null).then((f) => (f?.phienban ? f : null)), 'a form', 60000)), ...somebody() };
      await until(async () => {
        const answer = await clerk.save(form).catch(() => null);
        if (answer && ![303, 502, 503, 504].includes(answer.status)) throw new Error(`status ${answer.status}`);
        return answer?.status === 303 && acknowledged.push(idOf(answer));
      }, 'an acknowledgement', 60000);
    }
  }));
}

function gaps() {
  return sql("select s.scope, s.period, s.n, count(*), count(distinct d.number), max(cast(substring_index(d.number, '-', -1) as unsigned)) from sequence s join dossier d on d.number like concat(substr(s.scope, 9), '-', s.period, '-%') where s.scope = 'dossier:H09.03' group by s.scope, s.period").filter((r) => new Set(r.slice(2)).size > 1);
}

await test('fifty clerks at once: every number is given once and none is left out', async () => {
  const acknowledged = [];
  await crowd(50, 3, acknowledged);
  assert.equal(acknowledged.length, 150);
  assert.equal(new Set(acknowledged).size, 150);
  assert.deepEqual(gaps(), []);
});

await test('workers and the database killed meanwhile: nothing acknowledged is lost, nothing is doubled', async () => {
  const acknowledged = [];
  const before = Number(sql('select count(*) from dossier')[0][0]);
  const running = crowd(10, 12, acknowledged);
  let kills = 0;
  for (const after of [15, 35, 60, 90]) {
    await until(() => acknowledged.length >= after, `${after} acknowledgements`, 90000);
    if (after === 60) {
      await end('db');
      await dev('up');
    } else {
      kill(workers('staff')[0]);
    }
    kills++;
  }
  await running;
  const ids = sql('select id from dossier').flat().map(Number);
  assert.equal(kills, 4);
  assert.equal(new Set(acknowledged).size, 120);
  assert.deepEqual(acknowledged.filter((one) => !ids.includes(one)), []);
  assert.equal(ids.length - before, 120, 'one dossier an acknowledgement');
  assert.deepEqual(gaps(), []);
  assert.equal(sql("select count(*) from dossier d where d.number is not null and (select count(*) from event e where e.dossier_id = d.id) = 0")[0][0], '0');
});

done();
