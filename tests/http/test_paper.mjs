#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The statutory papers as a citizen and an inspector read them: every field, in both circulars' numbering, on the
// page and in the PDF; who may print; what is written down; and the codes as a scanner reads them.
import { assert, done, get, test } from '../lib/tap.mjs';
import { Clerk, idOf, somebody, sql } from '../lib/reception.mjs';
import { Pdf, wordsOfPage } from '../lib/paper.mjs';

const clerk = await Clerk.open('clerk');
const manager = await Clerk.open('manager'); // of the centre: the whole province
const paper = (who, id, form, query = '') => who.get(`/can-bo/ho-so/${id}/in/${form}${query}`);
async function pdf(who, id, form, query = '') {
  const answer = await paper(who, id, `${form}.pdf`, query);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-type'), 'application/pdf');
  return new Pdf(Buffer.from(await answer.arrayBuffer()));
}
async function page(who, id, form, query = '') {
  const answer = await paper(who, id, form, query);
  assert.equal(answer.status, 200, `${form} of ${id}`);
  return answer.text();
}
const numbering = (value) => sql(`update setting set value = '${value}' where name = 'form_numbering'`);
const one = (query) => sql(query)[0];
const day = (iso) => iso.slice(0, 10).split('-').reverse().join('/');
const moment = (iso) => `${iso.slice(11, 13)} giờ ${iso.slice(14, 16)} phút, ngày ${iso.slice(8, 10)} tháng ${iso.slice(5, 7)} năm ${iso.slice(0, 4)}`;
const lookup = async (id) => /<dd><strong class="mc-nowrap">(\d{4} \d{4} \d{4} \d{4})</.exec(await (await clerk.get(`/can-bo/ho-so/${id}/da-nhan`)).text())[1];
const nation = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Bình Dương, ngày '];

// Every text stands on the page and in the PDF.
async function both(who, id, form, texts, query = '') {
  const html = wordsOfPage(await page(who, id, form, query));
  const sheet = await pdf(who, id, form, query);
  const prose = sheet.prose();
  for (const text of [...nation, ...texts]) {
    assert.ok(html.includes(text), `the page of ${form} lacks “${text}”: ${html}`);
    assert.ok(prose.includes(text), `the PDF of ${form} lacks “${text}”: ${prose}`);
  }
  return { html, sheet };
}

// A dossier with everything a receipt can say.
const person = { ...somebody(), email: 'nguoi.nop@example.com', nguoinop: 'Trần Văn Nộp', nopdt: '0987654321', nopuq: 'Giấy ủy quyền ngày 01/11/2026', bo: '2', them: 'Đơn viết tay' };
const mine = idOf(await clerk.receive('tl', person));
const [number, received, due, procedure, term] = one(`select d.number, d.received_at, d.due_at, r.name, ifnull(d.term_value, '') from dossier d join procedure_rev r on r.id = d.rev_id where d.id = ${mine}`);
const code = await lookup(mine);

for (const [circular, marks] of Object.entries({
  'TT01/2018': { receipt: 'Mẫu số 01', supplement: 'Mẫu số 02', refusal: 'Mẫu số 03', apology: 'Mẫu số 04', stop: '', control: 'Mẫu số 05', register: 'Mẫu số 06', text: 'Thông tư số 01/2018/TT-VPCP' },
  'TT03/2025': { receipt: 'Mẫu số 01', supplement: 'Mẫu số 02', refusal: 'Mẫu số 03', apology: 'Mẫu số 04', stop: 'Mẫu số 05', control: 'Mẫu số 06', register: 'Mẫu số 07', text: 'Thông tư số 03/2025/TT-VPCP' },
})) {
  numbering(circular);
  const late = circular === 'TT03/2025';
  const mark = (name) => (marks[name] ? [`${marks[name]} - ${marks.text}`] : []);

  await test(`${circular}, 01: the receipt has every field, on A5 and A4`, async () => {
    for (const [size, paperSize] of [['a5', [148, 210]], ['a4', [210, 297]]]) {
      const { sheet } = await both(clerk, mine, 'giay-tiep-nhan', [
        ...mark('receipt'), 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', `Số: ${number}/TNHS`, `Mã hồ sơ: ${number}`, `Mã tra cứu: ${code}`,
        late ? 'Trung tâm Phục vụ hành chính công: ' : 'Bộ phận Tiếp nhận và Trả kết quả: ', `Tiếp nhận hồ sơ của: ${person.ten}`, 'Trần Văn Nộp (Giấy ủy quyền ngày 01/11/2026)',
        'Địa chỉ: Số 12, Yersin, Phú Cường, Thủ Dầu Một, Bình Dương Số điện thoại: 0912345678', 'Số điện thoại: 0912345678', 'Email: nguoi.nop@example.com', `Nội dung yêu cầu giải quyết: ${procedure}`, 'Thành phần hồ sơ nộp gồm',
        'Đơn viết tay', 'Bản chính', 'Bản sao', 'Số lượng hồ sơ: 02 (bộ)', 'Thời gian giải quyết hồ sơ theo quy định là:', `Thời gian nhận hồ sơ: ${moment(received)}`,
        `Thời gian trả kết quả giải quyết hồ sơ: ${moment(due)}`, 'Đăng ký nhận kết quả tại:', 'Phí, lệ phí:', `Vào Sổ theo dõi hồ sơ: Quyển số ${number.split('-')[0]}/${received.slice(0, 4)}; số thứ tự`,
        'NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ', 'Nguyễn Thị Mỹ Duyên', 'Hỗ trợ: 1022',
      ], `?kho=${size}`);
      assert.deepEqual(sheet.size, paperSize);
      assert.equal(term === '' || sheet.prose().includes(`${term} `), true);
    }
  });

  await test(`${circular}, 02: the supplement request has every field`, async () => {
    const [id, round, reason, by, officer, asked] = one('select s.dossier_id, s.round, s.reason, s.answer_by, u.name, s.asked_at from supplement s join user u on u.id = s.asked_by join dossier d on d.id = s.dossier_id where s.answer_by is not null and s.reason <> "" limit 1');
    const points = sql(`select i.what from supplement s join supplement_item i on i.supplement_id = s.id where s.dossier_id = ${id} and s.round = ${round} order by i.position`).flat();
    const [who, its] = one(`select p.name, d.number from party p join dossier d on d.id = p.dossier_id where d.id = ${id} and p.role = 'applicant'`);
    const { html } = await both(manager, id, 'yeu-cau-bo-sung', [
      ...mark('supplement'), 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ', `Số: ${its}-${round}/HDHS`, `Hồ sơ của: ${who}`, 'Nội dung yêu cầu giải quyết:', 'Địa chỉ:', 'Số điện thoại:', 'Email:',
      'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau', `Lý do: ${reason}`, `Thời hạn bổ sung, hoàn thiện: ${day(by)}`, `liên hệ với ${officer}`, 'NGƯỜI HƯỚNG DẪN', officer, 'NGƯỜI NỘP HỒ SƠ',
      `ngày ${asked.slice(8, 10)} tháng ${asked.slice(5, 7)}`, ...points,
    ], `?lan=${round}`);
    assert.ok(points.length > 0 && html.includes('1. '));
    assert.equal((await paper(manager, id, 'yeu-cau-bo-sung', '?lan=9')).status, 404, 'there was no ninth request');
  });

  await test(`${circular}, 03: the refusal has every field; not accepted online, too`, async () => {
    const [id, reason, clerkName] = one("select d.id, e.public_reason, u.name from dossier d join result e on e.dossier_id = d.id join user u on u.id = d.received_by where d.state = 'refused' and e.public_reason <> '' limit 1");
    const fields = ['PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ', 'Tiếp nhận hồ sơ của:', 'Địa chỉ:', 'Số điện thoại:', 'Email:', 'Nội dung yêu cầu giải quyết:', 'thông báo không tiếp nhận, giải quyết hồ sơ này', '/thu-tuc/', 'số điện thoại', 'NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ'];
    await both(manager, id, 'tu-choi', [...mark('refusal'), ...fields, `Lý do: ${reason}`, '/TCHS', clerkName]);
    const [online, note, officer] = one("select v.dossier_id, v.public_note, u.name from event v join user u on u.id = v.actor_id where v.type = 'rejected_online' limit 1");
    await both(manager, online, 'tu-choi', [...mark('refusal'), ...fields, `Lý do: ${note}`, officer]);
  });

  await test(`${circular}, 04: the apology has every field and that circular's title`, async () => {
    const [id, its, agency, first, next, at, note] = one("select d.id, d.number, a.name, d.first_due_at, d.due_at, v.at, v.public_note from event v join dossier d on d.id = v.dossier_id join agency a on a.id = d.agency_id where v.type = 'apologised' limit 1");
    const [who, begun] = one(`select p.name, d.received_at from party p join dossier d on d.id = p.dossier_id where d.id = ${id} and p.role = 'applicant'`);
    await both(manager, id, 'xin-loi', [
      ...mark('apology'), late ? 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT' : 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ', `Số: ${its}/PXL`, `Kính gửi: ${who}`, `Ngày ${day(begun)}, ${agency} tiếp nhận`,
      `mã hồ sơ: ${its}`, `Thời gian hẹn trả kết quả: ${moment(first)}`, `Lý do: ${note}`, `vào: ${moment(next)}`, 'Sự chậm trễ này đã gây phiền hà', 'thành thật xin lỗi', 'xin liên hệ', 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ',
      `ngày ${at.slice(8, 10)} tháng ${at.slice(5, 7)}`,
    ]);
  });

  await test(`${circular}: the stop notice has every field`, async () => {
    const [id, its, at, note] = one("select d.id, d.number, v.at, v.public_note from event v join dossier d on d.id = v.dossier_id where v.type = 'withdrawn' and d.number is not null limit 1");
    const { html } = await both(manager, id, 'dung-giai-quyet', [...mark('stop'), 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ', `Số: ${its}/TBDHS`, 'Kính gửi:', `mã hồ sơ: ${its}`, `kể từ ${moment(at)}`, `Lý do: ${note}`, 'THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ']);
    assert.equal(html.includes('Mẫu số'), late, 'only the later circular has this form');
  });

  await test(`${circular}: the control sheet has a line for every hand-over`, async () => {
    const [id] = one('select b.dossier_id from branch b join task t on t.branch_id = b.id group by 1 order by count(*) desc limit 1');
    const steps = sql(`select w.name, t.opened_at from task t join branch b on b.id = t.branch_id join wf_step w on w.id = t.step_id where b.dossier_id = ${id}`);
    const { html } = await both(manager, id, 'kiem-soat', [...mark('control'), 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ', 'Cơ quan giải quyết hồ sơ:', 'Cơ quan phối hợp giải quyết hồ sơ:', 'Ghi chú', 'Người giao', 'Người nhận']);
    for (const head of ['Tên cơ quan, đơn vị', 'Thời gian giao, nhận hồ sơ', 'Kết quả giải quyết hồ sơ', 'Đúng hạn']) assert.ok(html.includes(head), head);
    assert.equal(html.match(/1\. Giao: \d\d giờ/g).length, steps.length);
    for (const [name, opened] of steps) {
      assert.ok(html.includes(name), name);
      assert.ok(html.includes(`2. Nhận: ${opened.slice(11, 13)} giờ ${opened.slice(14, 16)} phút, ${day(opened)}`), opened);
    }
  });

  await test(`${circular}: the register has every column and every dossier of its office`, async () => {
    const answer = await manager.get('/can-bo/in/so-theo-doi?co-quan=STP&tu=2026-10-01&den=2026-11-30');
    assert.equal(answer.status, 200);
    const html = wordsOfPage(await answer.text());
    for (const head of [...mark('register'), ...nation, 'SỔ THEO DÕI HỒ SƠ', 'TT', 'Mã hồ sơ', 'Tên thủ tục hành chính', 'Số lượng hồ sơ (bộ)', 'Tên cá nhân, tổ chức', 'Địa chỉ, số điện thoại', 'Cơ quan chủ trì giải quyết', 'Nhận hồ sơ', 'Hẹn trả kết quả', 'Phương thức nhận kết quả', 'Ký nhận', 'Ghi chú']) assert.ok(html.includes(head), head);
    const rows = sql("select d.number from dossier d join agency a on a.id = d.agency_id where a.code = 'STP' and d.received_at >= '2026-10-01' and d.received_at < '2026-12-01'").flat();
    assert.ok(rows.length > 10);
    assert.ok(html.includes(`${rows.length} hồ sơ`));
    for (const its of rows) assert.ok(html.includes(its), its);
    const sheet = new Pdf(Buffer.from(await (await manager.get('/can-bo/in/so-theo-doi.pdf?co-quan=STP&tu=2026-10-01&den=2026-11-30')).arrayBuffer()));
    assert.deepEqual(sheet.size, [297, 210]);
    const words = sheet.words();
    for (const its of rows) assert.ok(words.includes(its), its);
  });
}
numbering('TT01/2018');

await test('the hand-over list says what left a unit on a day, to whom, and with how many papers', async () => {
  const [unit, to, on, its] = one("select u.code, v.code, date(g.closed_at), d.number from task g join branch b on b.id = g.branch_id join branch b2 on b2.dossier_id = b.dossier_id join task t on t.branch_id = b2.id and t.opened_at = g.closed_at and t.unit_id <> g.unit_id join agency u on u.id = g.unit_id join agency v on v.id = t.unit_id join dossier d on d.id = b.dossier_id where u.code = 'TTHCC' order by g.closed_at desc limit 1");
  const ask = (query) => manager.get(`/can-bo/in/ban-giao${query}`);
  const html = wordsOfPage(await (await ask(`?co-quan=${unit}&ngay=${on}`)).text());
  const [[n]] = sql(`select count(distinct t.id) from task g join branch b on b.id = g.branch_id join branch b2 on b2.dossier_id = b.dossier_id join task t on t.branch_id = b2.id and t.opened_at = g.closed_at and t.unit_id <> g.unit_id join agency u on u.id = g.unit_id where u.code = '${unit}' and date(g.closed_at) = '${on}'`);
  for (const text of [...nation, 'DANH SÁCH BÀN GIAO HỒ SƠ', 'Bên giao: Trung tâm Hành chính công', `Ngày ${day(on)}; ${n} hồ sơ`, its, 'Số giấy tờ', 'Hạn bước này', 'ĐẠI DIỆN BÊN GIAO', 'ĐẠI DIỆN BÊN NHẬN']) assert.ok(html.includes(text), text);
  const [there] = one(`select name from agency where code = '${to}'`);
  const only = wordsOfPage(await (await ask(`?co-quan=${unit}&ngay=${on}&toi=${to}`)).text());
  assert.ok(only.includes(`Bên nhận: ${there}`) && only.includes(its));
  assert.match(wordsOfPage(await (await ask(`?co-quan=${unit}&ngay=2020-01-01`)).text()), /không có hồ sơ nào được bàn giao/);
  const sheet = new Pdf(Buffer.from(await (await ask(`.pdf?co-quan=${unit}&ngay=${on}`)).arrayBuffer()));
  assert.ok(sheet.words().includes(its));
});

await test('a scanner reads both codes of every paper at 203 and at 300 dots an inch', async () => {
  const of = (type) => one(`select min(v.dossier_id) from event v join dossier d on d.id = v.dossier_id where v.type = '${type}' and d.number is not null`)[0];
  const forms = [['giay-tiep-nhan', mine], ['kiem-soat', mine], ['yeu-cau-bo-sung', of('supplement_asked')], ['tu-choi', of('refused')], ['xin-loi', of('apologised')], ['dung-giai-quyet', of('withdrawn')]];
  for (const [form, id] of forms)
    for (const size of ['a5', 'a4']) {
      const sheet = await pdf(manager, id, form, `?kho=${size}`);
      const digits = /Mã tra cứu: (\d{4} \d{4} \d{4} \d{4})/.exec(sheet.prose())[1].replace(/ /g, '');
      for (const dpi of [203, 300]) {
        const [bars, ...squares] = sheet.codes(dpi), square = squares.pop();
        assert.equal(bars, `CODE-128:${digits}`, `${form} ${size} ${dpi}`);
        assert.match(square, new RegExp(`^QR-Code:https?://.+/t/${digits}$`), `${form} ${size} ${dpi}`);
        assert.equal(squares.length, form === 'giay-tiep-nhan' ? 1 : 0, `${form} ${size} ${dpi}: the receipt alone has a code to rate the service`);
        if (squares.length) assert.match(squares[0], /^QR-Code:https?:\/\/.+\/danh-gia\/[0-9a-f]{34}$/);
      }
      if (id === mine) assert.equal(digits, code.replace(/ /g, ''));
    }
});

await test('thirty papers with long names break cleanly: none is lost, none twice, the head on every page', async () => {
  const long = (n) => `Giấy tờ thứ ${String(n).padStart(2, '0')}: Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở đã cấp, kèm trang bổ sung số ${n}.`;
  const name = 'Công ty Trách nhiệm hữu hạn Một thành viên Xuất nhập khẩu Thương mại Dịch vụ Vận tải và Xây dựng Công nghiệp Dân dụng Phước Hòa An Điền, Chi nhánh Thủ Dầu Một';
  const id = idOf(await clerk.receive('tl', { ...somebody(), doituong: 'tochuc', ten: name, sodinhdanh: '0300588569', sinh: '', gioi: '', daidien: 'Nguyễn Thị Ngọc Ẩn', them: Array.from({ length: 30 }, (_, i) => long(i + 1)).join('\n') }));
  assert.ok(id);
  const lines = Number(one(`select count(*) from dossier_component where dossier_id = ${id} and is_present`)[0]);
  for (const size of ['a5', 'a4']) {
    const sheet = await pdf(clerk, id, 'giay-tiep-nhan', `?kho=${size}`);
    assert.ok(sheet.pages >= 3 && sheet.pages <= 7, `${size}: ${sheet.pages} pages`);
    const prose = sheet.prose();
    for (let n = 1; n <= 30; n++) assert.equal(prose.split(long(n)).length, 2, `${size}: paper ${n} once and in one piece`);
    assert.ok(prose.includes(name), 'the whole name');
    for (let p = 1; p <= sheet.pages; p++) {
      const words = sheet.words(p);
      const rows = [...words.matchAll(/Giấy tờ thứ \d\d/g)].length;
      if (rows) assert.match(words, /TT +Tên giấy tờ/, `${size}: head on page ${p}`);
      assert.match(words, new RegExp(`Mã hồ sơ H[\\d.-]+.* ${p}$`), `${size}: number and page at the foot of ${p}`);
    }
    const last = sheet.words(sheet.pages);
    assert.match(last, /NGƯỜI NỘP HỒ SƠ/);
    assert.ok(last.length > 150, `${size}: signatures do not stand alone: ${last}`);
  }
  assert.equal([...(await page(clerk, id, 'giay-tiep-nhan')).matchAll(/<tr><td class="mc-paper__centre">/g)].length, lines);
});

// ---- who prints, and what is written down ----------------------------------------------------------------------------

await test('a dossier of another unit is not there; the supervisor prints nothing; a stranger signs in first', async () => {
  const other = await Clerk.open('linh.dp');
  for (const form of ['giay-tiep-nhan', 'giay-tiep-nhan.pdf', 'kiem-soat']) {
    assert.equal((await paper(other, mine, form)).status, 404);
    assert.equal((await paper(other, 999999999, form)).status, 404);
  }
  const before = sql(`select count(*) from access_log where dossier_id = ${mine}`)[0][0];
  assert.equal((await paper(await Clerk.open('supervisor'), mine, 'giay-tiep-nhan')).status, 403);
  assert.equal((await get(`/can-bo/ho-so/${mine}/in/giay-tiep-nhan`)).status, 303);
  assert.equal(sql(`select count(*) from access_log where dossier_id = ${mine}`)[0][0], before, 'nothing was shown, nothing is logged');
  assert.equal((await other.get('/can-bo/in/so-theo-doi?co-quan=STP')).status, 404);
  assert.equal((await other.get('/can-bo/in/ban-giao?co-quan=STP')).status, 404);
  assert.equal((await paper(clerk, mine, 'khong-co')).status, 404);
});

await test('a paper nobody has occasion for is not there', async () => {
  for (const form of ['yeu-cau-bo-sung', 'tu-choi', 'xin-loi', 'dung-giai-quyet']) assert.equal((await paper(clerk, mine, form)).status, 404, form);
});

await test('the first print is the paper, the next says so; each stands in the access log, a look at the head does not', async () => {
  const id = idOf(await clerk.receive('tl', somebody()));
  const head = await get(`/can-bo/ho-so/${id}/in/giay-tiep-nhan`, { method: 'HEAD', headers: clerk.headers });
  assert.equal(head.status, 200);
  assert.ok(!wordsOfPage(await page(clerk, id, 'giay-tiep-nhan')).includes('Bản in lại'));
  assert.match(wordsOfPage(await page(clerk, id, 'giay-tiep-nhan')), /Bản in lại, lần 2 /);
  assert.match((await pdf(clerk, id, 'giay-tiep-nhan', '?kho=a4')).prose(), /Bản in lại, lần 3 /);
  assert.ok(!wordsOfPage(await page(clerk, id, 'kiem-soat')).includes('Bản in lại'), 'another paper counts by itself');
  assert.deepEqual(sql(`select l.purpose, count(*), u.login from access_log l join user u on u.id = l.user_id where l.dossier_id = ${id} group by 1 order by 1`), [['print_control', '1', 'clerk'], ['print_receipt', '3', 'clerk']]);
});

await test('after a correction the receipt is the second issue, not a copy of the first; the look-up code stays', async () => {
  const id = idOf(await clerk.receive('tl', somebody()));
  const digits = await lookup(id);
  await page(clerk, id, 'giay-tiep-nhan');
  const form = await clerk.correction(id);
  assert.equal((await clerk.correct(id, { ...form, ten: 'Lê Thị Sửa', lydo: 'Nhầm tên' })).status, 303);
  const html = wordsOfPage(await page(clerk, id, 'giay-tiep-nhan'));
  assert.match(html, /\(Cấp lần 2, thay giấy đã cấp trước\)/);
  assert.ok(html.includes('Lê Thị Sửa') && html.includes(digits));
  assert.ok(!html.includes('Bản in lại'));
  const again = (await pdf(clerk, id, 'giay-tiep-nhan')).prose();
  assert.match(again, /\(Cấp lần 2, thay giấy đã cấp trước\)/);
  assert.match(again, /Bản in lại, lần 2/);
});

await test('a clerk of the centre sees in its register the dossiers of his own agencies alone', async () => {
  const html = wordsOfPage(await (await clerk.get('/can-bo/in/so-theo-doi?tu=2026-10-01&den=2026-11-30')).text());
  const inside = "a.code in ('STP', 'SKHDT', 'SXD', 'SLDTBXH')";
  const rows = (where) => sql(`select d.number from dossier d join agency a on a.id = d.agency_id join agency c on c.id = d.counter_agency_id where c.code = 'TTHCC' and ${where} and d.received_at >= '2026-10-01' and d.received_at < '2026-12-01'`).flat();
  for (const its of rows(inside)) assert.ok(html.includes(its), its);
  const outside = rows(`not ${inside} and a.parent_id not in (select id from agency a where ${inside})`);
  assert.ok(outside.length > 0);
  for (const its of outside) assert.ok(!html.includes(its), its);
  const [type, subject, note] = one("select type, subject, note from audit where type = 'register_printed' order by id desc limit 1");
  assert.deepEqual([type, subject, note], ['register_printed', 'agency TTHCC', '2026-10-01 2026-11-30']);
});

await test('a long register has parts; its numbers go on; a period is at most a quarter', async () => {
  sql(`insert into dossier (number, lookup_hash, lookup_sealed, procedure_id, rev_id, agency_id, counter_agency_id, channel, state, state_at, received_at)
    select concat('SO-DAI-', s.seq), unhex(sha2(concat('so dai ', s.seq), 256)), '', d.procedure_id, d.rev_id, d.agency_id, d.counter_agency_id, 'counter', 'processing', '2019-03-04 08:00:00', date_add('2019-03-04 08:00:00', interval s.seq minute)
    from seq_1_to_405 s join dossier d on d.id = ${mine}`);
  try {
    const ask = async (more) => (await manager.get(`/can-bo/in/so-theo-doi?co-quan=STP&tu=2019-03-04&den=2019-03-05${more}`)).text();
    const [first, second] = [await ask(''), await ask('&phan=2')];
    assert.match(first, /Phần 2/);
    assert.ok(first.includes('405 hồ sơ') && first.includes('SO-DAI-400<') && !first.includes('SO-DAI-401<'));
    assert.ok(second.includes('SO-DAI-401<') && second.includes('>405<') && !second.includes('SO-DAI-400<'));
  } finally {
    sql("delete from dossier where number like 'SO-DAI-%'");
  }
  assert.equal((await manager.get('/can-bo/in/so-theo-doi?co-quan=STP&tu=2026-01-01&den=2026-11-30')).status, 400);
});

await test('on English pages the form stays Vietnamese, with a second line for the visitor', async () => {
  const html = await (await clerk.get(`/en/can-bo/ho-so/${mine}/in/giay-tiep-nhan`)).text();
  assert.match(html, /GIẤY TIẾP NHẬN HỒ SƠ/);
  assert.match(html, /<span class="mc-paper__english" lang="en">[^<]*[Rr]eceipt/);
});

done();
