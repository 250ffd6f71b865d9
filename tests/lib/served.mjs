// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Somebody who was served at a counter, written straight into the tables of the hall, and what a vote leaves behind.
import { sql } from './reception.mjs';
import { dev } from './instance.mjs';

const workday = '2026-12-01';

// The centre's clock on a working day.
export const at = (time, day = workday) => dev(['clock', `${day} ${time}`]);

// A ticket at this counter with this officer; the answer is its number in the table.
export function served(counter, login, { state = 'done', day = workday, from = '08:50:00', to = '09:00:00', dossier } = {}) {
  const [[officer]] = sql(`select id from user where login = '${login}'`);
  sql(`insert into counter_session (counter_id, user_id, state, opened_at, changed_at)
    select ${counter}, ${officer}, 'open', '${day} 07:30:00', '${day} 07:30:00' from dual
    where not exists (select 1 from counter_session where open_counter = ${counter})`);
  const [[session]] = sql(`select id from counter_session where open_counter = ${counter} and user_id = ${officer}`);
  const [[hall, group]] = sql(`select c.hall_id, min(g.group_id) from counter c join counter_group g on g.counter_id = c.id where c.id = ${counter}`);
  const ended = state === 'done' ? `'${day} ${to}'` : 'null';
  const [[number]] = sql(`select greatest(900, ifnull(max(number), 0)) + 1 from ticket where letter_group_id = ${group} and service_date = '${day}'`);
  sql(`insert into ticket (hall_id, service_date, letter_group_id, number, group_id, rank_at, arrival_at, state, counter_id, session_id, channel, called_at, served_at, ended_at, dossier_id)
    values (${hall}, '${day}', ${group}, ${number}, ${group}, '${day} 08:30:00', '${day} 08:30:00', '${state}', ${counter}, ${session}, 'dispenser', '${day} ${from}', '${day} ${from}', ${ended}, ${dossier || 'null'})`);
  return Number(sql(`select id from ticket where service_date = '${day}' and letter_group_id = ${group} and number = ${number}`)[0][0]);
}

export const leave = (counter) => sql(`update counter_session set state = 'closed', closed_at = opened_at where counter_id = ${counter} and state <> 'closed'`);

// Every table with a checksum of its rows.
export function tables() {
  const names = sql("select table_name from information_schema.tables where table_schema = 'motcua' and table_type = 'BASE TABLE' order by 1").map(([name]) => name);
  return Object.fromEntries(sql(`checksum table ${names.map((name) => `\`${name}\``).join(', ')}`).map(([name, sum]) => [name.replace('motcua.', ''), sum]));
}

export const changed = (before, after) => Object.keys(after).filter((name) => before[name] !== after[name]);
