#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Dossiers from the counter to their end, as officers and citizens live them in a browser; each story on ordinary days and
// over the Lunar New Year of 2026 (14 to 22 February). The due times were counted by hand: 07:30–11:30, 13:00–17:00.
import { assert, done, test } from '../lib/tap.mjs';
import { Officer } from '../lib/staff.mjs';
import { somebody, sql } from '../lib/reception.mjs';
import { Centre, at, today } from '../lib/story.mjs';
import { close, open, visit } from './browser.mjs';

await open();
const centre = new Centre(visit);

// "2026-03-12 10:00" as pages write it
const short = (moment) => moment.replace(/(\d+)-(\d+)-(\d+) (.*)/, '$4 $3/$2/$1');

async function received(login, procedure, moment, person = {}) {
  await at(moment);
  return centre.desk(login, (clerk) => clerk.receives(procedure, { ...somebody(), ...person }));
}

const act = (login, dossier, name, fields) => centre.desk(login, (desk) => desk.does(dossier, name, fields));
const returned = (login, dossier) => centre.desk(login, (desk) => desk.returns(dossier, '0012345'));

async function signed_and_returned(dossier, { approver = 'approver', sealer = 'sealer', returner = 'returner' } = {}) {
  await act(approver, dossier, 'Ký duyệt');
  await act(sealer, dossier, 'Phát hành kết quả', { ke: 'A2-34' });
  await returned(returner, dossier);
}

/* ---- from the counter to the return ---- */

for (const { when, moment, due, later } of [
  { when: 'on an ordinary day', moment: '2026-03-11 09:00', due: '17 giờ 00, thứ Tư 11/03/2026', later: '2026-03-11 14:00' },
  { when: 'on the last afternoon before the New Year', moment: '2026-02-13 15:30', due: '17 giờ 00, thứ Hai 23/02/2026', later: '2026-02-23 08:00' },
]) {
  await test(`a certified copy from the counter to the return, ${when}`, async () => {
    const dossier = await received('clerk', 'tl', moment);
    await centre.desk('clerk', async (clerk) => {
      await clerk.opens(dossier);
      await clerk.reads(dossier.number, dossier.person.ten, due, dossier.person.sodinhdanh);
      await clerk.begins(dossier, 'Chuyển xử lý');
      await clerk.reads('Khi bấm nút', 'Kiểm tra, lập kết quả');
      await clerk.saves();
      await clerk.reads('Vừa xong:');
    });
    await centre.citizen(dossier, (citizen) => citizen.reads(due, 'Phòng Hành chính tư pháp'));
    await at(later);
    await centre.desk('handler', async (handler) => {
      await handler.presses(dossier, 'Nhận xử lý');
      await handler.does(dossier, 'Trình ký', { ghichu: 'Đã đối chiếu sổ gốc.' });
    });
    await signed_and_returned(dossier);
    await centre.desk('returner', async (returner) => {
      await returner.opens(dossier);
      await returner.reads('Đã trả kết quả', 'Giải quyết đúng hạn', 'A2-34', 'Người nhận', 'Không còn việc nào đang mở');
    });
    await centre.citizen(dossier, async (citizen) => {
      await citizen.reads('Đã trả kết quả', 'Ai đã xem hồ sơ của bạn');
      await citizen.never_reads('Đã đối chiếu sổ gốc', dossier.person.ten, 'Trần Quốc Khánh');
    });
    assert.equal(sql(`select count(*) from task t join branch b on b.id = t.branch_id where b.dossier_id = ${dossier.id} and t.closed_at is null`)[0][0], '0');
  });
}

/* ---- the wrong procedure, corrected ---- */

// What the public page says to who has nothing but the look-up code of the receipt.
async function by_code(code, ...wanted) {
  const { page, problems, end } = await visit({});
  try {
    await page.goto('/tra-cuu');
    await page.fill('#f-ma', code);
    await Promise.all([page.waitForNavigation(), page.click('main form button[type=submit]')]);
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    for (const one of wanted) assert.ok(text.includes(one), `by the look-up code: ${one}\n${text}`);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
}

for (const { when, moment, mended, first, due } of [
  { when: 'on an ordinary day', moment: '2026-03-11 09:00', mended: '2026-03-11 09:20', first: '17 giờ 00, thứ Tư 11/03/2026', due: '17 giờ 00, thứ Hai 23/03/2026' },
  { when: 'over the New Year', moment: '2026-02-12 09:00', mended: '2026-02-12 10:00', first: '17 giờ 00, thứ Năm 12/02/2026', due: '17 giờ 00, thứ Hai 23/02/2026' },
]) {
  await test(`the wrong procedure was chosen at the counter and is corrected, ${when}`, async () => {
    const dossier = await received('clerk', 'tl', moment);
    const code = await centre.desk('clerk', async (clerk) => {
      await clerk.page.goto(`/can-bo/ho-so/${dossier.id}/da-nhan`);
      const [digits] = /\d{4} \d{4} \d{4} \d{4}/.exec(await clerk.text());
      await clerk.page.goto(`/can-bo/ho-so/${dossier.id}/in/giay-tiep-nhan`);
      return digits;
    });
    await by_code(code, first);
    await at(mended);
    await centre.desk('clerk', async (clerk) => {
      await clerk.opens(dossier);
      await Promise.all([clerk.page.waitForURL(/sua-tiep-nhan$/), clerk.page.click('text=Sửa tiếp nhận')]);
      await clerk.page.fill('#f-thutuc', 'lltp');
      await clerk.page.press('#f-thutuc', 'Enter');
      await clerk.page.waitForSelector('#hen-tra :text("23/0")');
      await clerk.page.fill('#f-lydo', 'Người nộp cần Phiếu lý lịch tư pháp, chọn nhầm thủ tục');
      await Promise.all([clerk.page.waitForURL(/da-nhan$/), clerk.page.click('[data-save]')]);
      await clerk.reads(dossier.number, code, due, 'Đã sửa 1 lần');
      await clerk.page.click('text=In giấy tiếp nhận A5');
      await clerk.page.waitForURL(/giay-tiep-nhan/);
      assert.match(await clerk.text('body'), /Cấp lần 2, thay giấy đã cấp trước/);
      await clerk.opens(dossier);
      await clerk.reads(dossier.number, due, 'Lý lịch tư pháp', 'Sửa thông tin tiếp nhận', 'Người nộp cần Phiếu lý lịch tư pháp', 'Tiếp nhận hồ sơ');
    });
    await by_code(code, due, 'Sửa thông tin tiếp nhận');
    await centre.desk('clerk', async (clerk) => {
      await clerk.does(dossier, 'Chuyển xử lý');
      await clerk.reads('Phân công xử lý');
      assert.equal(await clerk.page.locator('text=Sửa tiếp nhận').count(), 0, 'work has begun');
    });
    assert.deepEqual(sql(`select distinct w.code from task t join branch b on b.id = t.branch_id join wf_step s on s.id = t.step_id join workflow_rev r on r.id = s.workflow_rev_id join workflow w on w.id = r.workflow_id where b.dossier_id = ${dossier.id}`), [['ly-lich-tu-phap']], 'all its steps are those of the new procedure');
  });
}

/* ---- refusal ---- */

for (const { when, moment, later } of [
  { when: 'on an ordinary day', moment: '2026-03-11 08:00', later: '2026-03-11 10:00' },
  { when: 'over the New Year', moment: '2026-02-13 16:00', later: '2026-02-23 10:00' },
]) {
  await test(`a refusal with its reason, ${when}`, async () => {
    const dossier = await received('clerk', 'tl', moment);
    await act('clerk', dossier, 'Chuyển xử lý');
    await at(later);
    await act('handler', dossier, 'Trình ký');
    await centre.desk('approver', async (approver) => {
      await approver.begins(dossier, 'Từ chối');
      await approver.saves();
      await approver.reads('Có 1 chỗ cần sửa');
      await approver.fills({ lydo: 'Sổ hộ tịch không có thông tin cần trích lục.' });
      await approver.saves();
      await approver.reads('Vừa xong:', 'Sổ hộ tịch không có thông tin cần trích lục.');
    });
    await centre.citizen(dossier, (citizen) => citizen.reads('Từ chối giải quyết', 'Sổ hộ tịch không có thông tin cần trích lục.'));
    await act('sealer', dossier, 'Phát hành kết quả');
    await returned('returner', dossier);
    assert.deepEqual(sql(`select outcome, register_no is not null from result where dossier_id = ${dossier.id}`), [['refused', '1']]);
  });
}

/* ---- supplement: the clock stands and goes on ---- */

for (const { when, moment, asked, given, answer_by, first, due } of [
  { when: 'on ordinary days', moment: '2026-03-11 09:00', asked: '2026-03-12 10:00', given: '2026-03-13 14:00', answer_by: '20/03/2026', first: '9 giờ 00, thứ Hai 16/03/2026', due: '11 giờ 30, thứ Ba 17/03/2026' },
  { when: 'over the New Year', moment: '2026-02-12 09:00', asked: '2026-02-13 10:00', given: '2026-02-23 14:00', answer_by: '27/02/2026', first: '9 giờ 00, thứ Ba 24/02/2026', due: '11 giờ 30, thứ Tư 25/02/2026' },
]) {
  await test(`papers are asked for once, the clock stands, and goes on, ${when}`, async () => {
    const dossier = await received('clerk', 'tv2', moment);
    await centre.citizen(dossier, (citizen) => citizen.reads(first));
    await act('clerk', dossier, 'Chuyển xử lý');
    await act('dung.bh', dossier, 'Phân công', { nguoi: 'Lê Gia Cường' });
    await at(asked);
    await centre.desk('cuong.lg', async (handler) => {
      await handler.does(dossier, 'Yêu cầu bổ sung', { noidung: [[1, 'Thiếu chữ ký của thành viên góp vốn.'], [0, 'Tên công ty trùng với công ty khác; đề nghị chọn tên khác.']], ngay: answer_by });
      await handler.reads('Chờ bổ sung', 'Thời hạn đang tạm dừng', 'Thiếu chữ ký của thành viên góp vốn.');
    });
    await centre.citizen(dossier, (citizen) => citizen.reads('Chờ bạn bổ sung hồ sơ', 'Thời hạn đang tạm dừng', 'Tên công ty trùng', answer_by));
    await at(given);
    await act('clerk', dossier, 'Đã nhận đủ bổ sung');
    await centre.desk('cuong.lg', async (handler) => {
      await handler.opens(dossier);
      await handler.reads('Đang giải quyết', due, 'Lê Gia Cường (bạn)', 'Đã bổ sung đủ');
      await handler.page.locator('.mc-dossier__fold summary').first().click();
      await handler.reads(`Chờ bổ sung giấy tờ: từ ${short(asked)} đến ${short(given)}`);
    });
    await centre.citizen(dossier, (citizen) => citizen.reads(due, 'Hồ sơ bổ sung đã đủ'));
  });
}

/* ---- late, with an apology ---- */

for (const { when, moment, late, day, due } of [
  { when: 'on ordinary days', moment: '2026-03-11 09:00', late: '2026-03-16 10:30', day: '18/03/2026', due: '16 giờ 30, thứ Tư 18/03/2026' },
  { when: 'over the New Year', moment: '2026-02-12 09:00', late: '2026-02-24 10:30', day: '26/02/2026', due: '16 giờ 30, thứ Năm 26/02/2026' },
]) {
  await test(`late: an apology and one new date, ${when}`, async () => {
    const dossier = await received('clerk', 'tv2', moment);
    await act('clerk', dossier, 'Chuyển xử lý');
    await at(late);
    await centre.desk('dung.bh', async (head) => {
      await head.opens(dossier);
      await head.reads('Quá hạn 1 giờ 30 phút làm việc');
      await head.does(dossier, 'Xin lỗi và hẹn lại', { lydo: 'Cần thêm thời gian xác minh.', ngay: day, gio: '16:30' });
      await head.reads(due, 'Hẹn lần đầu:', `16:30 ${day}`);
      await head.reads('Đã hẹn lại một lần');
    });
    await centre.citizen(dossier, (citizen) => citizen.reads(due, 'xin lỗi', 'Cần thêm thời gian xác minh.'));
  });
}

/* ---- two agencies at once ---- */

for (const { when, moment, opened, branch_due, due } of [
  { when: 'on ordinary days', moment: '2026-03-11 09:00', opened: '2026-03-11 10:00', branch_due: '10:00 18/03/2026', due: '17 giờ 00, thứ Ba 31/03/2026' },
  { when: 'over the New Year', moment: '2026-02-12 09:00', opened: '2026-02-12 10:00', branch_due: '10:00 26/02/2026', due: '17 giờ 00, thứ Tư 04/03/2026' },
]) {
  await test(`a birth with residence and health card: two agencies at once, ${when}`, async () => {
    const dossier = await received('tho.ltc', 'lt3', moment, { diachi: 'Số 12, Yersin, Phú Thọ, Thủ Dầu Một, Bình Dương' });
    await act('tho.ltc', dossier, 'Chuyển xử lý');
    await at(opened);
    await centre.desk('ngan.pk', async (handler) => {
      await handler.does(dossier, 'Gửi cơ quan phối hợp');
      await handler.reads('Vừa xong: Gửi cơ quan phối hợp', 'Các cơ quan cùng giải quyết', branch_due, 'Công an phường Phú Thọ', 'Bảo hiểm xã hội', due);
    });
    await centre.citizen(dossier, (citizen) => citizen.reads('Các cơ quan cùng giải quyết', due, 'Bạn chỉ có một hồ sơ'));
    await act('lien.nk', dossier, 'Hoàn thành', { ykien: 'dongy' });
    await centre.desk('ngan.pk', async (handler) => {
      await handler.opens(dossier);
      await handler.reads('Đồng ý', 'Chờ các cơ quan phối hợp');
    });
    await act('tin.ta', dossier, 'Hoàn thành', { ykien: 'dongy' });
    await centre.desk('ngan.pk', async (handler) => {
      await handler.opens(dossier);
      await handler.reads('Tổng hợp kết quả');
      await handler.does(dossier, 'Trình ký');
    });
    await signed_and_returned(dossier, { approver: 'thao.lk', sealer: 'bay.mt', returner: 'dien.lq' });
    assert.equal(sql(`select count(*) from dossier where number = '${dossier.number}'`)[0][0], '1', 'one dossier');
    assert.equal(sql(`select count(distinct agency_id) from branch where dossier_id = ${dossier.id} and kind = 'joint' and register_no like 'LT-%'`)[0][0], '2', 'each register has its number');
  });
}

/* ---- somebody stands in ---- */

for (const { when, moment, day, last } of [
  { when: 'on an ordinary day', moment: '2026-03-18 08:00', day: '18/03/2026', last: '20/03/2026' },
  { when: 'right after the New Year', moment: '2026-02-23 08:00', day: '23/02/2026', last: '24/02/2026' },
]) {
  await test(`a substitute signs on behalf of the approver, ${when}`, async () => {
    const dossier = await received('clerk', 'tl', moment);
    await act('clerk', dossier, 'Chuyển xử lý');
    await act('handler', dossier, 'Trình ký');
    const admin = await Officer.of('admin');
    const set = await admin.send('/can-bo/thay-mat', { vang: 'approver', thay: 'head', tu: day, den: last });
    assert.equal(set.status, 303);
    await centre.desk('head', async (head) => {
      await head.does(dossier, 'Ký duyệt');
      await head.reads('Lãnh đạo đã ký duyệt', 'thay mặt Võ Hoàng Phúc');
    });
    await centre.citizen(dossier, (citizen) => citizen.never_reads('Võ Hoàng Phúc', 'Lê Thị Thanh Hà'));
    const page = await admin.ask('/can-bo/thay-mat');
    for (const [, action] of page.body.matchAll(/action="(\/can-bo\/thay-mat\/\d+\/ket-thuc)"/g)) await admin.send('/can-bo/thay-mat', {}, action);
  });
}

await today();
await close();
done();
