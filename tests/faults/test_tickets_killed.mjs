#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Dispensers give out tickets and counters call them while their processes and the database are killed (kill -9): each begins
// anew with the form in its hand, as a browser does, and what was acknowledged stands on a list outside. Afterwards every number
// of the list is on one ticket, no group has a gap, and everybody was called once. MOTCUA_TICKETS says how many (240).
import fs from 'node:fs';
import path from 'node:path';
import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { assert, done, test, until } from '../lib/tap.mjs';
import { dev, kill, main, pids, state } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';

const tickets = Number(process.env.MOTCUA_TICKETS || 240);
const [dispensers, counters] = [8, 5];
const day = '2027-03-01';
const { MOTCUA_BUILD: build, MOTCUA_TOP: top, MOTCUA_TMP: tmp } = process.env;
const list = path.join(tmp, 'tickets');
execFileSync('make', ['-s', '-C', build, 'tests/bench/ticket_load'], { stdio: 'inherit' });

const settings = Object.fromEntries(fs.readFileSync(path.join(state, 'run/kiosk.env'), 'utf8').trim().split('\n')
  .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
const environment = { ...process.env, ...settings, MOTCUA_STATE: state, MOTCUA_CLOCK: undefined, MOTCUA_FAULT_FILE: undefined };

sql(`set @code = 'load', @day = '${day}', @groups = 4, @dispensers = ${dispensers}, @counters = ${counters}; ${fs.readFileSync(path.join(top, 'tests/bench/ticket_hall.sql'), 'utf8')}`);
const [[hall]] = sql("select id from hall where code = 'load'");

const acknowledged = (kind) => {
  const lines = fs.existsSync(list) ? fs.readFileSync(list, 'utf8').trim().split('\n').map((line) => line.split(' ')) : [];
  // A line is there twice when its process was killed just then: one form, one answer.
  return [...new Map(lines.filter(([what]) => what === kind).map(([, key, group, number]) => [key, `${group} ${number}`])).values()];
};
const rows = (query) => sql(query).map((row) => row.join(' ')).sort();

const load = { over: false };
async function trouble() {
  await until(() => load.over || acknowledged('issued').length > tickets / 3, 'a third of the tickets', 60000);
  if (load.over) return 0;
  kill(main('db'));
  await until(() => pids('db').length === 0, 'the database to be gone');
  await dev('up');
  return 1;
}

let issued, called;
await test(`${tickets} tickets from ${dispensers} dispensers to ${counters} counters while they and the database are killed`, async () => {
  const hand = trouble();
  const run = promisify(execFile)(path.join(build, 'tests/bench/ticket_load'), ['load', `${day} 08:00:00`, dispensers, counters, tickets, 0, 60, 'ours', list].map(String), { env: environment, timeout: 120000 });
  const { stdout } = await run.finally(() => { load.over = true; });
  const databases = await hand;
  const out = JSON.parse(stdout);
  console.log(`# killed ${out.killed} processes and ${databases} database; ${out.repeated} forms were answered before`);
  assert.ok(out.killed > 3 && databases === 1);
  issued = acknowledged('issued');
  called = acknowledged('called');
  assert.ok(issued.length >= tickets);
});

await test('every number of the list is on one ticket, there is no other, and no gap', () => {
  assert.equal(new Set(issued).size, issued.length, 'no number twice');
  assert.deepEqual(rows(`select letter_group_id, number from ticket where hall_id = ${hall}`), [...issued].sort());
  assert.deepEqual(sql(`select letter_group_id from ticket where hall_id = ${hall} group by 1 having min(number) <> 1 or max(number) <> count(*)`), []);
});

await test('everybody was called once, at one counter', () => {
  assert.equal(new Set(called).size, called.length, 'nobody twice on the list');
  assert.deepEqual([...called].sort(), [...issued].sort(), 'nobody left out');
  assert.deepEqual(rows(`select t.letter_group_id, t.number from ticket_event e join ticket t on t.id = e.ticket_id where e.hall_id = ${hall} and e.kind = 'called'`), [...called].sort());
  assert.deepEqual(sql(`select state, count(*) from ticket where hall_id = ${hall} group by 1`), [['done', String(issued.length)]]);
});

await test('what happened is one history: every ticket given out, called, arrived, done, in this order', () => {
  assert.deepEqual(sql(`select group_concat(kind order by id) k, count(*) from (select e.id, e.kind, e.ticket_id from ticket_event e where e.hall_id = ${hall}) x group by ticket_id having k <> 'issued,called,arrived,done'`), []);
});

// Nobody sits there any more when the next test begins.
sql(`update counter_session s join counter c on c.id = s.counter_id set s.state = 'closed', s.closed_at = s.opened_at, s.pause_reason = null where c.hall_id = ${hall} and s.state <> 'closed'`);
sql(`update hall set is_active = false where id = ${hall}`);
done();
