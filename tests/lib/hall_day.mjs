// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A day played in a hall of its own: tickets, calls, counters, as history and as the rows that follow from it. Written into the
// database at once; nothing here asks the programs under test.
import { dev } from './instance.mjs';
import { sql } from './reception.mjs';

const quote = (value) => (value === null || value === undefined ? 'null' : typeof value === 'number' ? String(value) : `'${String(value).replace(/'/g, "''")}'`);
const one = (query) => sql(query)[0]?.[0];
const states = { issued: 'waiting', called: 'called', recalled: 'called', arrived: 'serving', done: 'done', missed: 'missed', requeued: 'waiting', parked: 'parked', resumed: 'serving', transferred: 'waiting', cancelled: 'cancelled', closed: 'closed' };

// letters: 'ABC'; counters: { 1: 'A', 2: 'AB' }. Returns the code of the hall.
export function makeHall(code, { agency = 'UBND_TA', letters = 'ABC', counters = { 1: 'A', 2: 'AB', 3: 'BC' }, warn = 30, names = {} } = {}) {
  sql(`start transaction;
    insert into hall (agency_id, code, name, name_en, wait_warn_minutes) select id, '${code}', 'Sảnh thử ${code}', 'Hall ${code}', ${warn} from agency where code = '${agency}';
    set @hall = last_insert_id();
    ${[...letters].map((letter, i) => `insert into service_group (hall_id, letter, name, position, minutes) values (@hall, '${letter}', ${quote(names[letter] || `Nhóm ${letter}`)}, ${i}, 10); insert into service (group_id, name) values (last_insert_id(), 'Việc của nhóm ${letter}');`).join('\n')}
    ${Object.entries(counters).map(([number, serves]) => `insert into counter (hall_id, number, name) values (@hall, ${number}, 'Quầy thử'); insert into counter_group select last_insert_id(), id from service_group where hall_id = @hall and letter in (${[...serves].map(quote)});`).join('\n')}
    commit`);
  return code;
}

// The hall disappears from the pages; what happened in it stays.
export const retireHall = (code) => sql(`start transaction; update counter_session s join counter c on c.id = s.counter_id join hall h on h.id = c.hall_id set s.state = 'closed', s.pause_reason = null, s.closed_at = s.changed_at where h.code = '${code}' and s.state <> 'closed'; update ticket t join hall h on h.id = t.hall_id set t.state = 'closed', t.is_exact = 0 where h.code = '${code}' and t.state in ('waiting', 'called', 'serving', 'parked'); update hall set is_active = 0 where code = '${code}'; commit`);

export class HallDay {
  // date: 'YYYY-MM-DD'
  constructor(code, date) {
    this.date = date;
    this.hall = Number(one(`select id from hall where code = '${code}'`));
    this.groups = Object.fromEntries(sql(`select letter, id from service_group where hall_id = ${this.hall}`).map(([letter, id]) => [letter, Number(id)]));
    this.counters = Object.fromEntries(sql(`select number, id from counter where hall_id = ${this.hall}`).map(([number, id]) => [number, Number(id)]));
    this.served = Object.fromEntries(sql(`select c.number, group_concat(g.letter order by g.letter separator '') from counter c join counter_group x on x.counter_id = c.id join service_group g on g.id = x.group_id where c.hall_id = ${this.hall} group by c.id`));
    this.tickets = new Map();
    this.sessions = new Map();
    this.events = [];
    this.counterEvents = [];
  }

  user(login) {
    return Number(one(`select id from user where login = '${login}'`));
  }

  at(time) {
    return `${this.date} ${time.length === 5 ? `${time}:00` : time}`;
  }

  // "A001" is taken at a time.
  take(label, time, { class: kind = 'ordinary', rank = time, channel = 'dispenser', exact = 1 } = {}) {
    const ticket = { label, group: this.groups[label[0]], state: 'waiting', kind, rank: this.at(rank), arrival: this.at(time), channel, exact, calls: 0, counter: null, session: null, called: null, served: null, ended: null, requeued: 0 };
    this.tickets.set(label, ticket);
    this.event(label, time, 'issued');
    return this;
  }

  event(label, time, kind, { counter, login, reason = null, passed = 0, note = '', group } = {}) {
    const ticket = this.tickets.get(label);
    const from = kind === 'issued' ? null : ticket.state;
    const session = counter ? this.sessions.get(String(counter)) : null;
    ticket.state = states[kind] || ticket.state;
    if (group) ticket.group = this.groups[group];
    const busy = ['called', 'serving', 'parked'].includes(ticket.state);
    if (counter && busy) [ticket.counter, ticket.session] = [this.counters[counter], session];
    if (!busy && ticket.state === 'waiting') [ticket.counter, ticket.session] = [null, null];
    if (kind === 'called') [ticket.called, ticket.calls] = [this.at(time), ticket.calls + 1];
    if (kind === 'arrived') ticket.served = this.at(time);
    if (kind === 'requeued') ticket.requeued = 1;
    if (['done', 'cancelled', 'closed'].includes(kind)) ticket.ended = this.at(time);
    this.events.push({ ticket, at: this.at(time), kind, from, to: ticket.state, group: ticket.group, counter: counter ? this.counters[counter] : null, session, user: login ? this.user(login) : session?.user ?? null, reason, passed, note });
    return this;
  }

  // Called at a counter, there after `walk` seconds, done after `serve` seconds; without them it stays where it is.
  serve(label, time, counter, { walk, serve, reason = 'turn', passed = 0, note = '' } = {}) {
    const seconds = (text) => { const [h, m, s = 0] = text.split(':').map(Number); return h * 3600 + m * 60 + s; };
    const text = (n) => [n / 3600, (n / 60) % 60, n % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');
    const start = seconds(time);
    this.event(label, time, 'called', { counter, reason, passed, note });
    if (walk !== undefined) this.event(label, text(start + walk), 'arrived', { counter });
    if (serve !== undefined) this.event(label, text(start + walk + serve), 'done', { counter });
    return this;
  }

  counter(number, time, kind, login, detail = '') {
    const key = String(number);
    if (kind === 'open') this.sessions.set(key, { key, counter: this.counters[number], user: this.user(login), opened: this.at(time), state: 'open', pause: null, changed: this.at(time), closed: null });
    const session = this.sessions.get(key);
    session.changed = this.at(time);
    session.state = { pause: 'paused', close: 'closed' }[kind] || 'open';
    session.pause = kind === 'pause' ? detail : null;
    if (kind === 'close') session.closed = this.at(time);
    this.counterEvents.push({ session, at: this.at(time), kind, detail: kind === 'open' ? this.served[number] : detail });
    return this;
  }

  save() {
    const sessions = [...new Set(this.counterEvents.map((event) => event.session))];
    const tickets = [...this.tickets.values()];
    sessions.forEach((session, i) => { session.name = `@s${i}`; });
    tickets.forEach((ticket, i) => { ticket.name = `@t${i}`; });
    const by = (a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);
    sql(`start transaction;
      ${sessions.map((s) => `insert into counter_session (counter_id, user_id, state, pause_reason, opened_at, changed_at, closed_at) values (${[s.counter, s.user, s.state, s.pause, s.opened, s.changed, s.closed].map(quote)}); set ${s.name} = last_insert_id();`).join('\n')}
      ${tickets.map((t) => `insert into ticket (hall_id, service_date, letter_group_id, number, group_id, class, rank_at, arrival_at, state, counter_id, session_id, calls, is_requeued, channel, called_at, served_at, ended_at, is_exact) values (${[this.hall, this.date, this.groups[t.label[0]], Number(t.label.slice(1)), t.group, t.kind, t.rank, t.arrival, t.state, t.counter].map(quote)}, ${t.session ? t.session.name : 'null'}, ${[t.calls, t.requeued, t.channel, t.called, t.served, t.ended, t.exact].map(quote)}); set ${t.name} = last_insert_id(); insert into ticket_item select ${t.name}, id, 1, null from service where group_id = ${this.groups[t.label[0]]} limit 1;`).join('\n')}
      ${this.events.sort(by).map((e) => `insert into ticket_event (ticket_id, hall_id, at, kind, from_state, to_state, group_id, counter_id, session_id, user_id, reason, passed, note) values (${e.ticket.name}, ${[this.hall, e.at, e.kind, e.from, e.to, e.group, e.counter].map(quote)}, ${e.session ? e.session.name : 'null'}, ${[e.user, e.reason, e.passed, e.note].map(quote)});`).join('\n')}
      ${this.counterEvents.sort(by).map((e) => `insert into counter_event (hall_id, counter_id, session_id, user_id, at, kind, detail) values (${[this.hall, e.session.counter].map(quote)}, ${e.session.name}, ${[e.session.user, e.at, e.kind, e.detail].map(quote)});`).join('\n')}
      commit`);
    return this;
  }
}

// Today at ten past three, whatever the hour is outside: so much of the day lies behind the hall. The clock of the instance runs on
// from there until it is dev(['clock', 'real']).
export async function afternoon() {
  const [today, seconds] = sql("select date(t), time_to_sec('15:10:00') - time_to_sec(t) from (select convert_tz(utc_timestamp(), '+00:00', '+07:00') t) q")[0];
  await dev(['clock', seconds.startsWith('-') ? seconds : `+${seconds}`]);
  const ago = (minutes) => {
    const n = Math.round(15 * 3600 + 10 * 60 - minutes * 60);
    return [n / 3600, (n / 60) % 60, n % 60].map((x) => String(Math.floor(x)).padStart(2, '0')).join(':');
  };
  return { today, ago };
}
