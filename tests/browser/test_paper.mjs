#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Papers as the counter's browser shows and prints them: accessible, valid, on the right sheet, with codes a scanner
// reads; the bar above them stays on the screen.
import { assert, done, test, url } from '../lib/tap.mjs';
import { Clerk, cookie, idOf, somebody, sql } from '../lib/reception.mjs';
import { Pdf } from '../lib/paper.mjs';
import { close, open, overflow, phone, desktop, visit } from './browser.mjs';
import { invalid, violations } from './faults.mjs';

const [name, ...rest] = (await cookie('manager')).split('=');
const session = { name, value: rest.join('='), url };
const of = (type) => sql(`select min(v.dossier_id) from event v join dossier d on d.id = v.dossier_id where v.type = '${type}' and d.number is not null`)[0][0];
const clerk = await Clerk.open('clerk');
const long = (n) => `Giấy tờ thứ ${String(n).padStart(2, '0')}: Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở đã cấp, kèm trang bổ sung số ${n}.`;
const many = idOf(await clerk.receive('tl', { ...somebody(), them: Array.from({ length: 30 }, (_, i) => long(i + 1)).join('\n') }));
const few = idOf(await clerk.receive('tl', somebody()));
const [handed] = sql("select date(g.closed_at) from task g join agency u on u.id = g.unit_id where u.code = 'TTHCC' order by 1 desc limit 1");
const papers = [
  [`ho-so/${few}/in/giay-tiep-nhan`, [148, 210], 1], [`ho-so/${few}/in/giay-tiep-nhan?kho=a4`, [210, 297], 1], [`ho-so/${few}/in/kiem-soat`, [210, 297], 1],
  [`ho-so/${of('supplement_asked')}/in/yeu-cau-bo-sung`, [210, 297], 1], [`ho-so/${of('refused')}/in/tu-choi`, [210, 297], 1],
  [`ho-so/${of('apologised')}/in/xin-loi`, [210, 297], 1], [`ho-so/${of('withdrawn')}/in/dung-giai-quyet`, [210, 297], 1],
];
const lists = ['in/so-theo-doi?co-quan=TTHCC&tu=2026-11-16&den=2026-11-29', `in/ban-giao?co-quan=TTHCC&ngay=${handed[0]}`, 'in/ban-giao?ngay=2020-01-01', `in/nhan-theo-nhom?ho-so=${few}`];

async function reader(options) {
  const visitor = await visit({ bypassCSP: true, ...options });
  await visitor.context.addCookies([session]);
  return visitor;
}
const printed = async (page) => new Pdf(await page.pdf({ preferCSSPageSize: true, printBackground: false }));

await open();

for (const base of ['', '/en'])
  await test(`papers in ${base || 'Vietnamese'}: no accessibility violation, valid HTML, narrow windows`, async () => {
    const { page, problems, end } = await reader();
    try {
      for (const path of [...papers.map(([p]) => p), ...lists]) {
        await page.setViewportSize(desktop);
        const answer = await page.goto(`${base}/can-bo/${path}`);
        assert.equal(answer.status(), 200, path);
        assert.deepEqual(await invalid(await answer.text()), [], path);
        assert.deepEqual(await violations(page), [], path);
        await page.setViewportSize(phone);
        assert.ok(await overflow(page) <= 0, `${path} at 320 px`);
      }
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });

await test('each paper prints on its sheet, one page for a usual dossier, both codes readable at 203 and 300 dots', async () => {
  const { page, end } = await reader({ scripts: false });
  try {
    for (const [path, size, pages] of papers) {
      await page.goto(`/can-bo/${path}`);
      const sheet = await printed(page);
      assert.deepEqual([path, sheet.size, sheet.pages], [path, size, pages]);
      const words = sheet.words();
      assert.ok(!/Tải PDF|Khổ A5/.test(words), 'the bar stays on the screen');
      const digits = /Mã tra cứu: (\d{4} \d{4} \d{4} \d{4})/.exec(words)[1].replace(/ /g, '');
      for (const dpi of [203, 300]) {
        const [bars, ...squares] = sheet.codes(dpi), square = squares.pop();
        assert.equal(bars, `CODE-128:${digits}`, `${path} ${dpi}`);
        assert.match(square, new RegExp(`^QR-Code:.*/t/${digits}$`), `${path} ${dpi}`);
        assert.equal(squares.filter((one) => /^QR-Code:.*\/danh-gia\/[0-9a-f]{34}$/.test(one)).length, path.includes('giay-tiep-nhan') ? 1 : 0, `${path} ${dpi}: to rate`);
      }
    }
  } finally {
    await end();
  }
});

await test('thirty papers go over several pages: rows whole, the head again, signatures not alone', async () => {
  const { page, end } = await reader();
  try {
    for (const [size, most] of [['a5', 6], ['a4', 4]]) {
      await page.goto(`/can-bo/ho-so/${many}/in/giay-tiep-nhan?kho=${size}`);
      const sheet = await printed(page);
      assert.ok(sheet.pages > 1 && sheet.pages <= most, `${size}: ${sheet.pages} pages`);
      const prose = sheet.prose();
      for (let n = 1; n <= 30; n++) assert.equal(prose.split(long(n)).length, 2, `${size}: paper ${n}`);
      for (let p = 1; p <= sheet.pages; p++)
        if (/Giấy tờ thứ/.test(sheet.words(p))) assert.match(sheet.words(p), /TT +Tên giấy tờ/, `${size}: head on page ${p}`);
      const last = sheet.words(sheet.pages);
      assert.match(last, /NGƯỜI NỘP HỒ SƠ/);
      assert.ok(last.length > 150, `${size}: ${last}`);
    }
  } finally {
    await end();
  }
});

await test('lists are laid wide; the bar picks another period', async () => {
  const { page, end } = await reader();
  try {
    await page.goto(`/can-bo/${lists[0]}`);
    assert.deepEqual((await printed(page)).size, [297, 210]);
    await page.fill('#f-tu', '2020-01-01');
    await page.fill('#f-den', '2020-01-02');
    await page.click('form button');
    await page.waitForURL(/tu=2020-01-01/);
    assert.match(await page.textContent('main'), /không tiếp nhận hồ sơ nào/);
  } finally {
    await end();
  }
});

await close();
done();
