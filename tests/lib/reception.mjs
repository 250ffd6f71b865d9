// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A clerk at the counter, for tests: signs in, fills the reception form, looks into the database.
import os from 'node:os';
import { execFileSync } from 'node:child_process';
import { get } from './tap.mjs';
import { dev, state } from './instance.mjs';

// One row an array of texts, as the administrator of the tests' own server.
export function sql(text) {
  const out = execFileSync('mariadb', ['--no-defaults', `--socket=${state}/run/db.sock`, `--user=${os.userInfo().username}`, '--batch', '--skip-column-names', 'motcua', '-e', text], { encoding: 'utf8', maxBuffer: 64 << 20 });
  return out.split('\n').filter(Boolean).map((line) => line.split('\t'));
}

export async function cookie(login) {
  const { stdout } = await dev(['as', login]);
  return stdout.trim().replace(/^Cookie: /, '');
}

const value = (html, name) => (new RegExp(`name="${name}" value="([^"]*)"`).exec(html) || [])[1] || '';

export class Clerk {
  constructor(session) {
    // A connection for each question: one that is kept is closed by nginx while a test reads papers for half a minute.
    this.headers = { Cookie: session, Connection: 'close' };
  }

  static async open(login) {
    return new Clerk(await cookie(login));
  }

  get(path) {
    return get(path, { headers: this.headers });
  }

  // fields: an object; an array value is sent several times
  post(path, fields) {
    const body = new URLSearchParams();
    for (const [name, one] of Object.entries(fields)) for (const each of [].concat(one)) body.append(name, each);
    return get(path, { method: 'POST', headers: { ...this.headers, 'Content-Type': 'application/x-www-form-urlencoded' }, body });
  }

  check(fields) {
    return this.post('/can-bo/tiep-nhan/xem', fields);
  }

  // The form of a procedure as a browser would send it back: token, edition, papers as ticked.
  async form(procedure) {
    const html = await (await this.get(`/can-bo/tiep-nhan?thutuc=${procedure}`)).text();
    return { token: value(html.slice(html.indexOf('data-reception')), 'token'), thutuc: procedure, ...papers(html) };
  }

  // The form that corrects a dossier, as it comes.
  async correction(id) {
    const answer = await this.get(`/can-bo/ho-so/${id}/sua-tiep-nhan`);
    if (answer.status !== 200) return null;
    const html = await answer.text();
    const form = html.slice(html.indexOf('data-reception'));
    const fields = { token: value(form, 'token'), ...papers(form), hoso: value(form, 'hoso'), ban: value(form, 'ban') };
    for (const [, name, text] of form.matchAll(/id="f-(\w+)" name="\1" type="(?:text|tel|email)" value="([^"]*)"/g)) fields[name] = text;
    for (const [, name, options] of form.matchAll(/<select [^>]*name="(\w+)"[^>]*>([\s\S]*?)<\/select>/g)) fields[name] = (/value="([^"]*)" selected/.exec(options) || [])[1] || '';
    fields.them = (/<textarea[^>]*name="them"[^>]*>([\s\S]*?)<\/textarea>/.exec(form) || [])[1] || '';
    return fields;
  }

  async correct(id, fields) {
    return this.post(`/can-bo/ho-so/${id}/sua-tiep-nhan`, fields);
  }

  async save(fields) {
    return this.post('/can-bo/tiep-nhan', fields);
  }

  async receive(procedure, person) {
    return this.save({ ...(await this.form(procedure)), ...person });
  }
}

// What the page has ticked and counted.
export function papers(html) {
  const all = (name) => [...html.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map((m) => m[1]);
  const ticked = (name) => [...html.matchAll(new RegExp(`name="${name}" value="(\\d+)" checked`, 'g'))].map((m) => m[1]);
  return { phienban: value(html, 'phienban'), giay: ticked('giay'), chinh: all('chinh'), sao: all('sao'), to: all('to'), phi: ticked('phi'), tien: all('tien') };
}

let people = 0;
// Somebody nobody has seen before; the identity number fits the person.
export function somebody() {
  const n = String((process.pid % 1000 * 1000 + people++) % 1000000).padStart(6, '0');
  return { ten: `Nguyễn Thị Thử ${n}`, sodinhdanh: `074190${n}`, sinh: '05031990', gioi: 'nu', dienthoai: '0912345678', diachi: 'Số 12, Yersin, Phú Cường, Thủ Dầu Một, Bình Dương' };
}

export const idOf = (answer) => Number(/\/can-bo\/ho-so\/(\d+)\/da-nhan$/.exec(answer.headers.get('location') || '')?.[1] || 0);
