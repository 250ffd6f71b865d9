// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A ticket dispenser at its address, for tests: what it offers, tickets taken by its forms, codes scanned, reports.
import fs from 'node:fs';
import path from 'node:path';
import { execFileSync } from 'node:child_process';
import { Device } from './device.mjs';
import { dev } from './instance.mjs';
import { hidden } from './staff.mjs';
import { sql } from './reception.mjs';

// What happened stays written down, so each story has a working day of its own: the next one of this month on which
// nothing was given out or lent.
export let day = '2026-12-01';
const iso = (date) => date.toISOString().slice(0, 10);

export async function freshDay(time = '09:00') {
  const used = new Set(sql('select service_date from ticket union select service_date from number_lease').map(([d]) => d));
  const next = new Date(`${day}T00:00:00Z`);
  do next.setUTCDate(next.getUTCDate() + 1); while ([0, 6].includes(next.getUTCDay()) || used.has(iso(next)));
  day = iso(next);
  await at(time);
  return day;
}

// A time of that day, or a whole moment: the same for all programs.
export const at = (moment) => dev(['clock', moment === 'real' || moment.length > 8 ? moment : `${day} ${moment}`]);

const row = (text) => sql(text)[0];

export class Dispenser extends Device {
  static async of(n = 1) {
    const one = new Dispenser();
    Object.assign(one, await Device.of('dispenser', n));
    [one.id, one.hall, one.hallCode] = row(`select d.id, h.id, h.code from device d join hall h on h.id = d.hall_id
      where d.kind = 'dispenser' and d.state = 'approved' and d.name like '%-${n}' order by d.id desc limit 1`);
    return one;
  }

  group(letter) {
    return row(`select id from service_group where hall_id = ${this.hall} and letter = '${letter}'`)[0];
  }

  services(letter) {
    return sql(`select id from service where group_id = ${this.group(letter)} and is_active order by position, id`).map(([id]) => id);
  }

  async page(base = '') {
    return this.ask(`${base}/kiosk/lay-so`);
  }

  async state() {
    return JSON.parse((await this.ask('/kiosk/lay-so/trang-thai')).body);
  }

  // A form of this page as it would be sent; token: of an earlier page.
  async take(fields = {}, token) {
    const form = { token: token || (await this.state()).take, dien: 'ordinary', ...fields };
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
    return this.ask('/kiosk/lay-so', { method: 'POST', form: body });
  }

  // One ticket: its id and label.
  async ticket(letter, fields = {}) {
    const answer = await this.take({ nhom: this.group(letter), viec: this.services(letter)[0], ...fields });
    if (answer.status !== 303) throw new Error(`no ticket: ${answer.status} ${/data-problem[\s\S]*?<span>([^<]*)/.exec(answer.body)?.[1]}`);
    const id = Number(/\/kiosk\/ve\/(\d+)$/.exec(answer.to)[1]);
    return { id, to: answer.to, label: label(id) };
  }

  scan(code, base = '') {
    return this.ask(`${base}/kiosk/lay-so/ma`, { method: 'POST', form: { ma: code } });
  }

  // What it tells, and the new blocks it hears of.
  async report({ held = [], tickets = [], keys = [], token } = {}) {
    const body = new URLSearchParams({ token: token || (await this.state()).report });
    held.forEach((id) => body.append('giu', id));
    tickets.forEach((ticket) => body.append('ve', ticket));
    keys.forEach((key) => body.append('bo', key));
    const answer = await this.ask('/kiosk/lay-so/bao', { method: 'POST', form: body });
    if (answer.status !== 303) return { status: answer.status };
    return { status: 303, to: answer.to, blocks: JSON.parse((await this.ask(answer.to)).body).blocks };
  }
}

export const label = (id) => row(`select concat(g.letter, lpad(t.number, 3, '0')) from ticket t join service_group g on g.id = t.letter_group_id where t.id = ${id}`)[0];

// The fields of the form on a page that takes a ticket.
export const form = (body, action = '/kiosk/lay-so') => hidden(body, action);

// What a scanner reads from a page of a PDF printed at so many dots an inch.
export function scanned(pdf, dpi = 203) {
  const base = path.join(process.env.MOTCUA_TMP, `ve-${dpi}`);
  fs.writeFileSync(`${base}.pdf`, pdf);
  execFileSync('pdftoppm', ['-r', String(dpi), '-gray', '-png', '-singlefile', `${base}.pdf`, base]);
  return execFileSync('zbarimg', ['-q', '--raw', `${base}.png`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}
