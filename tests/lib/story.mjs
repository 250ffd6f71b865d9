// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// People of a story: officers at their desks and the citizen at home, each in a browser, so that a test reads like what
// happened. The clock of the centre is set between the scenes.
import { assert } from './tap.mjs';
import { dev } from './instance.mjs';
import { cookie, sql } from './reception.mjs';
import { url } from './tap.mjs';

export const at = (moment) => dev(['clock', moment]);
export const today = () => dev(['clock', 'real']);

const squeezed = (text) => text.replace(/\s+/g, ' ').trim();

// visit: of tests/browser/browser.mjs
export class Centre {
  constructor(visit) {
    this.visit = visit;
    this.problems = [];
  }

  // Whoever sits there signs in anew: between two scenes days may have passed.
  async desk(login, scene) {
    const { page, context, problems, end } = await this.visit({ bypassCSP: true });
    try {
      const [name, ...value] = (await cookie(login)).split('=');
      await context.addCookies([{ name, value: value.join('='), url }]);
      const result = await scene(new Desk(page, login));
      assert.deepEqual(problems, [], `${login}: nothing went wrong in the browser`);
      return result;
    } finally {
      await end();
    }
  }

  // What the status page tells who knows the number and the last four digits.
  async citizen(dossier, scene) {
    const { page, problems, end } = await this.visit({});
    try {
      await page.goto('/tra-cuu');
      await page.fill('#f-ma', dossier.number);
      await Promise.all([page.waitForNavigation(), page.click('main form button[type=submit]')]);
      await page.fill('#f-so', dossier.person.sodinhdanh.slice(-4));
      await Promise.all([page.waitForNavigation(), page.click('main form button[type=submit]')]);
      await scene(new Status(page));
      assert.deepEqual(problems, []);
    } finally {
      await end();
    }
  }
}

class Status {
  constructor(page) {
    this.page = page;
  }

  async text() {
    return squeezed(await this.page.locator('main').innerText());
  }

  async reads(...wanted) {
    const text = await this.text();
    for (const one of wanted) assert.ok(one instanceof RegExp ? one.test(text) : text.includes(one), `the citizen reads ${one}\n${text}`);
  }

  async never_reads(...unwanted) {
    const text = await this.text();
    for (const one of unwanted) assert.ok(!text.includes(one), `the citizen does not read ${one}\n${text}`);
  }
}

export class Desk {
  constructor(page, login) {
    this.page = page;
    this.login = login;
  }

  // At the counter, as a clerk fills the form; papers stay as the procedure ticks them.
  async receives(procedure, person) {
    await this.page.goto(`/can-bo/tiep-nhan?thutuc=${procedure}`);
    for (const [field, value] of Object.entries(person)) {
      if (field === 'gioi' || field === 'doituong') await this.page.selectOption(`#f-${field}`, value);
      else await this.page.fill(`#f-${field}`, value);
    }
    await this.page.waitForSelector('#hen-tra time');
    await Promise.all([this.page.waitForURL(/\/da-nhan$/), this.page.click('[data-save]')]);
    const id = Number(/ho-so\/(\d+)\//.exec(this.page.url())[1]);
    const [[number]] = sql(`select number from dossier where id = ${id}`);
    return { id, number, person };
  }

  async opens(dossier) {
    const answer = await this.page.goto(`/can-bo/ho-so/${dossier.id}`);
    assert.equal(answer.status(), 200, `${this.login} opens ${dossier.number}`);
  }

  async text(selector = 'main') {
    return squeezed(await this.page.locator(selector).innerText());
  }

  async reads(...wanted) {
    const text = await this.text();
    for (const one of wanted) assert.ok(one instanceof RegExp ? one.test(text) : text.includes(one), `${this.login} reads ${one}\n${text}`);
  }

  offered(name) {
    return this.page.locator('.mc-dossier__side, .mc-dossier__bar, .mc-dossier__done').locator('a, button').filter({ hasText: name }).first();
  }

  // The form of an act, as its button on the page of the dossier opens it.
  async begins(dossier, name) {
    await this.opens(dossier);
    await Promise.all([this.page.waitForNavigation(), this.offered(name).click()]);
    assert.match(await this.page.locator('h1').innerText(), new RegExp(name), `${this.login} may ${name}`);
  }

  async fills(fields) {
    for (const [field, value] of Object.entries(fields)) {
      const input = this.page.locator(`#f-${field}`);
      if (value === true) await input.check();
      else if (Array.isArray(value)) await this.fills_points(value);
      else if (field === 'nguoi' || field === 'donvi') await input.selectOption({ label: (await this.page.locator(`#f-${field} option`).allInnerTexts()).find((text) => text.includes(value)) });
      else if (field === 'ykien') await this.page.check(`[name=ykien][value=${value}]`);
      else {
        const note = this.page.locator('.mc-act__note:not([open]) summary');
        if (field === 'ghichu' && await note.count()) await note.click();
        await input.fill(value);
      }
    }
  }

  async fills_points(points) {
    for (const [i, [paper, what]] of points.entries()) {
      if (paper) await this.page.selectOption(`#giay-${i + 1}`, { index: paper });
      await this.page.fill(`#noidung-${i + 1}`, what);
    }
  }

  async saves() {
    await Promise.all([this.page.waitForNavigation(), this.page.click('[data-save]')]);
  }

  // The whole act. Ends on the page of the dossier, which says that it was done.
  async does(dossier, name, fields = {}) {
    await this.begins(dossier, name);
    await this.fills(fields);
    await this.saves();
    assert.match(await this.text(), /^(?:.* )?Vừa xong:/, `${this.login}: ${name} is done\n${await this.text()}`);
  }

  // Over the counter to who comes for it; what is still owed is paid first.
  async returns(dossier, receipt) {
    await this.begins(dossier, 'Trả kết quả');
    if (await this.page.locator('#f-bienlai').count()) await this.fills({ bienlai: receipt });
    await this.fills({ giayto: true, kynhan: true });
    await this.saves();
    assert.match(await this.text(), /Vừa xong:/, `${this.login}: the result is returned`);
  }

  // An act that asks nothing and can be taken back: one press.
  async presses(dossier, name) {
    await this.opens(dossier);
    await Promise.all([this.page.waitForNavigation(), this.offered(name).click()]);
    assert.match(await this.text(), /Vừa xong:/, `${this.login}: ${name} is done`);
  }
}
