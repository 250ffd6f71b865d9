// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Officers at the counters of a hall of the tests' own, and the people who wait there. Tickets are written into the tables as a
// dispenser would have left them.
import { sql } from './reception.mjs';
import { Officer, hidden } from './staff.mjs';

export const day = '2026-12-08';
export const one = (query) => sql(query)[0]?.[0];

// A hall of UBND_PG with counters 1 (A), 2 (A, B) and 3 (C); group B has two services.
export function makeHall(code) {
  sql(`insert into hall (agency_id, code, name, name_en, called_seconds) select id, '${code}', 'Một cửa thử ${code}', 'Try-out hall ${code}', 60 from agency where code = 'UBND_PG';
    set @hall = last_insert_id();
    insert into service_group (hall_id, letter, name, name_en, position) values (@hall, 'A', 'Hộ tịch, chứng thực', 'Civil status', 1), (@hall, 'B', 'Đất đai, xây dựng', 'Land', 2), (@hall, 'C', 'Nhận kết quả', 'Results', 3);
    insert into service (group_id, name, name_en, position) select id, 'Việc chính của nhóm', 'Main service', 1 from service_group where hall_id = @hall;
    insert into service (group_id, name, position) select id, 'Việc phụ của nhóm B', 2 from service_group where hall_id = @hall and letter = 'B';
    insert into counter (hall_id, number, name, zone) values (@hall, 1, 'Hộ tịch', 'A'), (@hall, 2, 'Tổng hợp', 'A'), (@hall, 3, 'Trả kết quả', 'B');
    insert into counter_group select c.id, g.id from counter c join service_group g on g.hall_id = c.hall_id where c.hall_id = @hall and ((c.number = 1 and g.letter = 'A') or (c.number = 2 and g.letter in ('A', 'B')) or (c.number = 3 and g.letter = 'C'))`);
  return code;
}

// It disappears from the pages; what happened in it stays.
export function retireHall(code) {
  sql(`update ticket t join hall h on h.id = t.hall_id set t.state = 'closed', t.is_exact = 0, t.ended_at = t.arrival_at where h.code = '${code}' and t.state in ('waiting', 'called', 'serving', 'parked', 'missed');
    update counter_session s join counter c on c.id = s.counter_id join hall h on h.id = c.hall_id set s.state = 'closed', s.pause_reason = null, s.closed_at = s.changed_at where h.code = '${code}' and s.state <> 'closed';
    update hall set is_active = false where code = '${code}'`);
}

// "A015" was taken at a time; answers its number in the table.
export function take(code, label, time = '08:30', kind = 'ordinary', date = day) {
  sql(`insert into ticket (hall_id, service_date, letter_group_id, number, group_id, class, rank_at, arrival_at, state, channel)
      select g.hall_id, '${date}', g.id, ${Number(label.slice(1))}, g.id, '${kind}', '${date} ${time}:00', '${date} ${time}:00', 'waiting', 'dispenser' from service_group g join hall h on h.id = g.hall_id where h.code = '${code}' and g.letter = '${label[0]}';
    set @ticket = last_insert_id();
    insert into ticket_item (ticket_id, service_id, position) select @ticket, s.id, s.position from service s join ticket t on t.group_id = s.group_id where t.id = @ticket;
    insert into ticket_event (ticket_id, hall_id, at, kind, to_state, group_id) select id, hall_id, arrival_at, 'issued', 'waiting', group_id from ticket where id = @ticket`);
  return ticket(code, label, date).id;
}

// How it stands in the tables.
export function ticket(code, label, date = day) {
  const [row] = sql(`select t.id, t.state, t.version, c.number, g.letter, t.calls, t.arrival_at, t.rank_at, t.is_requeued, t.dossier_id from ticket t join service_group l on l.id = t.letter_group_id join service_group g on g.id = t.group_id join hall h on h.id = t.hall_id left join counter c on c.id = t.counter_id where h.code = '${code}' and t.service_date = '${date}' and l.letter = '${label[0]}' and t.number = ${Number(label.slice(1))}`);
  if (!row) return null;
  const [id, state, version, counter, group, calls, arrival, rank, requeued, dossier] = row;
  return { id: Number(id), state, version: Number(version), counter, group, calls: Number(calls), arrival, rank, requeued: requeued === '1', dossier };
}
// Kinds of its events, oldest first.
export const events = (code, label) => sql(`select kind, ifnull(reason, ''), passed, note from ticket_event where ticket_id = ${ticket(code, label).id} order by id`);
export const counter_id = (code, number) => one(`select c.id from counter c join hall h on h.id = c.hall_id where h.code = '${code}' and c.number = ${number}`);

const root = '/can-bo/quay';

export class Desk extends Officer {
  static async at(login, code, number) {
    const desk = new Desk();
    desk.jar = (await Officer.of(login)).jar;
    desk.login = login;
    if (number) {
      const answer = await desk.open(code, number);
      if (answer.status !== 303) throw new Error(`${login} cannot open counter ${number}: ${answer.status}`);
    }
    return desk;
  }

  async page(where = '') {
    return (await this.ask(root + where)).body;
  }

  // The forms of the page: those of one address, in order.
  async forms(action, where = '') {
    const body = await this.page(where);
    const all = [...body.matchAll(/<form action="([^"]+)" method="post">([\s\S]*?)<\/form>/g)].filter(([, at]) => at === root + action);
    return all.map(([whole]) => hidden(whole.replace('<form ', '<form method="post" '), root + action));
  }

  post(action, form) {
    return this.ask(root + action, { method: 'POST', form });
  }

  async open(code, number) {
    const id = counter_id(code, number);
    const form = (await this.forms('/mo')).find((one) => one.quay === id);
    return form ? this.post('/mo', form) : { status: 0 };
  }

  // Presses a button of the page; `where`: of the page of a question.
  async press(action, fields = {}, where = '') {
    const [form] = await this.forms(action, where);
    if (!form) throw new Error(`${this.login}: there is no button for ${action}`);
    return this.post(action, { ...form, ...fields });
  }

  async close() {
    const forms = await this.forms('/dong');
    if (forms[0]) await this.post('/dong', forms[0]);
  }
}

// What a refused page says.
export const notice = (body) => (/data-notice>[\s\S]*?<p class="mc-notice__title">([^<]*)</.exec(body) || [])[1]?.replace(/&#39;/g, "'");
