// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A hall as it stands at a moment, written straight into its tables, and its news, told as the programs tell them.
import http from 'node:http';
import path from 'node:path';
import { url } from './tap.mjs';
import { dev, state } from './instance.mjs';
import { hall } from './device.mjs';
import { sql } from './reception.mjs';

const { port } = new URL(url);
export const socketPath = path.join(state, 'run/live.sock');

// One request by bare HTTP; the answer with its body.
export function ask(options, body = '') {
  return new Promise((resolve, reject) => {
    const request = http.request({ ...(options.socketPath ? {} : { host: '127.0.0.1', port }), ...options, headers: { 'Content-Length': Buffer.byteLength(body), ...options.headers } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (piece) => { text += piece; });
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

export const tell = (channel, news) => ask({ socketPath, path: `/${channel}`, method: 'POST' }, typeof news === 'string' ? news : JSON.stringify(news));

// Listens as a browser does. `text` grows; `heard(what)` waits until it holds that; `status` is there once it answers.
export function listen(where, cookie = '', more = {}) {
  const line = { text: '', status: 0, waiting: [], at: [] };
  const look = () => line.waiting.forEach((wait) => wait());
  line.opened = new Promise((resolve, reject) => {
    line.request = http.get({ host: '127.0.0.1', port, path: where, headers: { Accept: 'text/event-stream', ...(cookie && { Cookie: cookie }), ...more } }, (answer) => {
      line.status = answer.statusCode;
      line.headers = answer.headers;
      answer.setEncoding('utf8').on('data', (piece) => { line.text += piece; look(); });
      answer.on('error', () => {}).on('close', () => { line.closed = true; look(); });
      resolve(line);
    });
    line.request.on('error', (error) => { line.closed = true; look(); reject(error); });
  });
  line.opened.catch(() => {});
  line.heard = (what, ms = 10000) => new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${where} never said ${what}: ${line.text.slice(-300)}`)), ms);
    const wait = () => { if (line.text.includes(what)) { clearTimeout(late); resolve(line); } };
    line.waiting.push(wait);
    wait();
  });
  line.end = () => line.request.destroy();
  return line;
}

// A hall on a day of its own, on which the clock of the instance stands: nothing of it is ever deleted, so each test begins
// another day. Everything by SQL, as little as the screens need.
export class HallDay {
  constructor() {
    Object.assign(this, hall());
    this.channel = `hall-${this.code}`;
    this.groups = Object.fromEntries(sql(`select letter, id from service_group where hall_id = ${this.id}`));
    this.counters = Object.fromEntries(sql(`select number, id from counter where hall_id = ${this.id}`));
    this.zones = Object.fromEntries(sql(`select number, zone from counter where hall_id = ${this.id}`));
  }

  // A new day: nobody sits anywhere, nothing has been given out.
  async begin(time = '09:00:00') {
    [[this.day]] = sql("select date_add(greatest(ifnull(max(service_date), '2026-12-02'), ifnull(date(max(opened_at)), '2026-12-02')), interval 1 day) from ticket left join counter_session on true");
    this.leave();
    await this.clock(time);
  }

  clock(time) {
    this.time = time;
    return dev(['clock', `${this.day} ${time}`]);
  }

  leave() {
    sql("update counter_session set state = 'closed', pause_reason = null, closed_at = changed_at where state <> 'closed'");
    sql("update ticket set state = 'closed', is_exact = false where state in ('waiting', 'called', 'serving', 'parked', 'missed')");
  }

  sit(number, login, state = 'open') {
    sql(`insert into counter_session (counter_id, user_id, state, pause_reason, opened_at, changed_at)
      select ${this.counters[number]}, id, '${state}', ${state === 'paused' ? "'papers'" : 'null'}, '${this.day} 07:30:00', '${this.day} 07:30:00' from user where login = '${login}'`);
  }

  wait(label, at = '08:00:00') {
    const group = this.groups[label[0]];
    sql(`insert into ticket (hall_id, service_date, letter_group_id, number, group_id, rank_at, arrival_at, state, channel)
      values (${this.id}, '${this.day}', ${group}, ${Number(label.slice(1))}, ${group}, '${this.day} ${at}', '${this.day} ${at}', 'waiting', 'dispenser')`);
  }

  idOf(label) {
    return Number(sql(`select id from ticket where service_date = '${this.day}' and letter_group_id = ${this.groups[label[0]]} and number = ${Number(label.slice(1))}`)[0][0]);
  }

  // The ticket goes to another state at this counter; the number of the event.
  act(label, kind, to, number, at = this.time) {
    const [ticket, counter] = [this.idOf(label), this.counters[number]];
    const rows = sql(`update ticket set state = '${to}', counter_id = ${counter}, version = version + 1, calls = calls + ${kind === 'called' || kind === 'recalled' ? 1 : 0} where id = ${ticket};
      insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id, counter_id)
      select id, hall_id, '${this.day} ${at}', '${kind}', 'waiting', '${to}', group_id, ${counter} from ticket where id = ${ticket};
      select last_insert_id()`);
    return Number(rows[0][0]);
  }

  // Called as a counter does it: the tables first, then the news.
  async call(label, number, at = this.time, kind = 'called') {
    const e = this.act(label, kind, 'called', number, at);
    const news = { e, t: label, c: String(number), k: kind, z: this.zones[number] };
    await tell(this.channel, news);
    await tell(`counter-${this.code}-${number}`, news);
    return e;
  }
}
