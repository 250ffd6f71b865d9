// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// An officer at a browser: cookies are kept, forms are sent with what stands in them. And what an officer
// has in the pocket: an app that makes one-time codes.
import crypto from 'node:crypto';
import http from 'node:http';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { url } from './tap.mjs';

export const dev = async (...args) =>
  (await promisify(execFile)(path.join(process.env.MOTCUA_TOP, 'dev'), args, { timeout: 120000, env: { ...process.env, MOTCUA_QUIET: '1' } })).stdout;

// RFC 6238 by the book, independent of the programs under test.
export function totp(seed, seconds, digits = 6) {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...seed.replace(/[\s=]/g, '').toUpperCase()].map((c) => letters.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g).map((b) => parseInt(b, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
  const mac = crypto.createHmac('sha1', key).update(counter).digest();
  const at = mac[19] & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

const text = (html) => html.replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

// The hidden fields of the form that is posted to this address.
export function hidden(body, action) {
  for (const [, head, inside] of body.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)) {
    if (!head.includes(`action="${action}"`) || head.includes('method="get"')) continue;
    return Object.fromEntries([...inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, n, v]) => [n, text(v)]));
  }
  return null;
}

export class Officer {
  constructor(from = '127.0.0.1') {
    this.from = from;
    this.jar = {};
  }

  ask(where, { method = 'GET', form, headers = {} } = {}) {
    const { port } = new URL(url);
    // Among fields by name an array is of boxes ticked more than once.
    const pairs = form && (form[Symbol.iterator] ? form : Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])));
    const body = form && new URLSearchParams(pairs).toString();
    return new Promise((resolve, reject) => {
      const request = http.request({
        host: '127.0.0.1', port, path: where, method, localAddress: this.from, timeout: 20000,
        headers: {
          Cookie: Object.entries(this.jar).map(([n, v]) => `${n}=${v}`).join('; '), 'User-Agent': 'officer of a test',
          ...(body !== undefined ? { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) } : {}), ...headers,
        },
      }, (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () => {
          for (const line of answer.headers['set-cookie'] || []) {
            const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
            if (/Max-Age=0(;|$)/.test(line)) delete this.jar[name];
            else this.jar[name] = value;
          }
          resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks).toString('utf8'), to: answer.headers.location });
        });
      });
      request.on('timeout', () => request.destroy(new Error(`no answer from ${where}`)));
      request.on('error', reject);
      request.end(body);
    });
  }

  // Opens the page, fills its form and sends it.
  async send(page, fields, action = page.split('?')[0]) {
    const shown = await this.ask(page);
    const kept = hidden(shown.body, action);
    if (!kept) throw new Error(`${page} (${shown.status}) has no form for ${action}`);
    return this.ask(action, { method: 'POST', form: { ...kept, ...fields } });
  }

  // A ready session of a sample user.
  static async of(login, from) {
    const officer = new Officer(from);
    const [, name, value] = /^Cookie: ([^=]+)=(\S+)/m.exec(await dev('as', login));
    officer.jar[name] = value;
    officer.login = login;
    return officer;
  }
}

let accounts = 0;

// A new account with its first password, from the administrator's command.
export async function account(prefix = 'thu', ...more) {
  const login = `${prefix}${process.pid}x${++accounts}`;
  const out = await dev('cli', 'user', 'add', '--name', 'Lý Thị Thử Nghiệm', ...more, login);
  return { login, first: /Password\s+(\S+)/.exec(out)[1], password: 'con trau di bo ngoai bien 7' };
}

// The seed shown on a page that asks for an app.
export const seed_on = (body) => /mc-seed">([A-Z2-7 ]{32,})</.exec(body)[1].replace(/ /g, '');

const now = () => Math.floor(Date.now() / 1000);

// The first sign-in to its end: own password, app, recovery codes. Fills person.seed, .codes.
export async function enrol(person, officer = new Officer()) {
  await officer.send('/can-bo/dang-nhap', { ten: person.login, matkhau: person.first });
  await officer.send('/can-bo/dang-nhap/mat-khau-moi', { moi: person.password, lai: person.password });
  const page = await officer.ask('/can-bo/dang-nhap/ung-dung');
  person.seed = seed_on(page.body);
  person.step = Math.floor(now() / 30) - 1;
  const done = await officer.ask('/can-bo/dang-nhap/ung-dung', { method: 'POST', form: { ...hidden(page.body, '/can-bo/dang-nhap/ung-dung'), ma: totp(person.seed, person.step * 30) } });
  if (done.status !== 303) throw new Error(`enrolment ends with ${done.status}`);
  const codes = await officer.ask(done.to);
  person.codes = [...codes.body.matchAll(/<li class="mc-code">([a-z0-9-]+)</g)].map(([, code]) => code);
  officer.login = person.login;
  return officer;
}

// A code that has not been used: of the next step, which is accepted up to 30 seconds early.
export function code(person) {
  person.step = Math.max(person.step + 1, Math.floor(now() / 30) - 1);
  if (person.step > Math.floor(now() / 30) + 1) throw new Error('all codes of this minute are used');
  return totp(person.seed, person.step * 30);
}
