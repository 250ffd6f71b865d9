#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The page of a dossier in every state, and the form of every act, in both languages: sound, and what matters in sight
// without scrolling; keys; and the whole of it without a script. MOTCUA_SHOTS names a folder for pictures.
import { assert, done, test, url } from '../lib/tap.mjs';
import { cookie, sql } from '../lib/reception.mjs';
import { close, desktop, open, visit } from './browser.mjs';
import { sound } from './sound.mjs';

async function officer(login, options = {}) {
  const visitor = await visit({ bypassCSP: true, viewport: desktop, ...options });
  const [name, ...value] = (await cookie(login)).split('=');
  await visitor.context.addCookies([{ name, value: value.join('='), url }]);
  return visitor;
}

const states = sql('select distinct state from dossier where number is not null order by 1').map((r) => r[0]);
const of_state = (state) => sql(`select id from dossier where number is not null and state = '${state}' order by id desc limit 1`)[0][0];
// An open task of each kind of step with the one who has it.
const tasks = sql(`select min(d.id), u.login, s.code from dossier d join branch b on b.dossier_id = d.id join task t on t.open_key = b.id
  join wf_step s on s.id = t.step_id join user u on u.id = t.assignee_id where s.kind = 'task' group by s.code, s.role order by s.code`.replace(/\n/g, ' '))
  .map(([id, , step]) => [id, sql(`select u.login from branch b join task t on t.open_key = b.id join wf_step s on s.id = t.step_id join user u on u.id = t.assignee_id where b.dossier_id = ${id} and s.code = '${step}' limit 1`)[0][0], step]);
const visible = (page, selector) => page.locator(selector).first().evaluate((node) => {
  const box = node.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && box.right <= innerWidth;
});

await open();

for (const base of ['', '/en']) {
  await test(`${base || '/vi'}: the page in every state`, async () => {
    const { page, problems, end } = await officer('manager');
    try {
      for (const state of states) {
        const answer = await page.goto(`${base}/can-bo/ho-so/${of_state(state)}`);
        assert.equal(answer.status(), 200, state);
        await sound(page, `${base.slice(1)} dossier ${state}`);
      }
      const joint = sql('select dossier_id from branch group by 1 having count(*) > 2 order by 1 desc limit 1')[0][0];
      await page.goto(`${base}/can-bo/ho-so/${joint}`);
      for (const fold of await page.locator('.mc-dossier__fold summary').all()) await fold.click();
      await sound(page, `${base.slice(1)} dossier joint, unfolded`);
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  });
}

await test('the form of every act', async () => {
  const seen = new Set();
  for (const [id, login] of tasks) {
    const { page, problems, end } = await officer(login);
    try {
      await page.goto(`/can-bo/ho-so/${id}`);
      const links = await page.locator('.mc-dossier__side a[href*="/lam/"], .mc-dossier__bar a[href*="/lam/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      for (const href of links) {
        const kind = /lam\/([\w.-]+)/.exec(href)[1];
        if (seen.has(kind)) continue;
        seen.add(kind);
        const answer = await page.goto(href);
        assert.equal(answer.status(), 200, `${login}: ${href}`);
        await sound(page, `act ${kind}`);
      }
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  }
  console.log(`# ${seen.size} forms`);
  for (const kind of ['hs-gia-han', 'hs-rut', 'hs-xin-y-kien', 'hs-ghi-chu', 'hs-nhan-tin', 'hs-dung', 'ky', 'tu-choi', 'tra', 'phat-hanh', 'bo-sung', 'giao']) assert.ok([...seen].some((one) => one === kind), `${kind} was looked at`);
});

await test('a wrong form and one somebody was faster with are sound too', async () => {
  const [id, login] = tasks.find(([, , step]) => step === 'tham-dinh');
  const { page, end } = await officer(login);
  try {
    await page.goto(`/can-bo/ho-so/${id}/lam/bo-sung`);
    await Promise.all([page.waitForNavigation(), page.click('[data-save]')]);
    assert.ok(await page.locator('.govuk-error-summary').isVisible());
    await sound(page, 'act wrong');
    await page.fill('#noidung-1', 'Thiếu chữ ký');
    sql(`update dossier set version = version + 1 where id = ${id}`);
    const [answer] = await Promise.all([page.waitForNavigation(), page.click('[data-save]')]);
    assert.equal(answer.status(), 409);
    assert.equal(await page.inputValue('#noidung-1'), 'Thiếu chữ ký', 'kept');
    await sound(page, 'act moved');
  } finally {
    await end();
  }
});

await test('at 1366 × 768 number, state, holder, due time and the next thing are in sight; Ctrl+Enter opens it, Esc goes back', async () => {
  const [id, login] = tasks.find(([, , step]) => step === 'phan-cong');
  const { page, problems, end } = await officer(login);
  try {
    await page.goto(`/can-bo/ho-so/${id}`);
    for (const part of ['.mc-dossier__number', '.mc-tag', '.mc-dossier__holder', '.mc-dossier__due .mc-light', '[data-primary]', '#dien-bien']) assert.ok(await visible(page, part), `${part} in sight`);
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Control+Enter')]);
    assert.match(page.url(), /\/lam\/giao/);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'f-nguoi', 'the first field has the focus');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Escape')]);
    assert.match(page.url(), new RegExp(`/ho-so/${id}$`));
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});

await test('without a script: more than three points, a note, and saving', async () => {
  const [id, login] = tasks.find(([, , step]) => step === 'tham-dinh');
  const { page, problems, end } = await officer(login, { javaScriptEnabled: false, scripts: false });
  try {
    await page.goto(`/can-bo/ho-so/${id}`);
    await page.click('text=Yêu cầu bổ sung >> nth=0');
    await page.click('text=Thêm nội dung');
    await page.fill('#noidung-1', 'Thiếu chữ ký của người nộp.');
    await page.fill('#noidung-7', 'Nội dung ở dòng thứ bảy.');
    await Promise.all([page.waitForNavigation(), page.click('[data-save]')]);
    const text = await page.locator('main').innerText();
    assert.match(text, /Vừa xong:/);
    assert.match(text, /Nội dung ở dòng thứ bảy\./);
    assert.deepEqual(problems, []);
  } finally {
    await end();
  }
});

await test('on paper: history and parts are there, buttons are not', async () => {
  const { page, end } = await officer('manager');
  try {
    await page.goto(`/can-bo/ho-so/${of_state('processing')}`);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('.mc-story').isVisible());
    assert.ok(!await page.locator('.mc-dossier__acts').isVisible());
    assert.ok(!await page.locator('.mc-menu').isVisible());
  } finally {
    await end();
  }
});
await close();
done();
