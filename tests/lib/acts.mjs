// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Acts on dossiers below the pages, for tests: tests/sql/act_try does them with the account and the keys of the staff
// program, and the database is looked at as its administrator.
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { execFileSync, spawn } from 'node:child_process';
import { assert } from './tap.mjs';
import { sql } from './reception.mjs';

const { MOTCUA_BUILD: build, MOTCUA_STATE: state } = process.env;
const program = path.join(build, 'tests/sql/act_try');
execFileSync('make', ['-s', '-C', build, 'tests/sql/act_try'], { stdio: 'inherit' });

const environment = Object.fromEntries(fs.readFileSync(path.join(state, 'run/staff.env'), 'utf8').trim().split('\n')
  .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));

// Everything an act could have written, as one text.
const everything = `select 'dossier', count(*), sum(version), md5(group_concat(id, state, version, ifnull(due_at, '') order by id)) from dossier
  union all select 'task', count(*), sum(closed_at is null), md5(group_concat(id, ifnull(assignee_id, 0), unit_id order by id)) from task
  union all select 'branch', count(*), sum(closed_at is null), md5(group_concat(id, state, outcome order by id)) from branch
  union all select 'event', count(*), max(id), '' from event union all select 'pause', count(*), sum(to_at is null), '' from clock_pause
  union all select 'supplement', count(*), sum(accepted_at is null), '' from supplement union all select 'point', count(*), sum(done_at is null), '' from supplement_item
  union all select 'fee', count(*), sum(paid_at is null), '' from fee union all select 'result', count(*), sum(returned_at is null), md5(group_concat(dossier_id, ifnull(register_no, ''), outcome order by dossier_id)) from result
  union all select 'outbox', count(*), 0, '' from outbox union all select 'sequence', count(*), sum(n), '' from sequence
  union all select 'clock', count(*), sum(stopped_at is null), '' from clock`;

export class Acts {
  constructor() {
    this.child = spawn(program, [], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...environment, MOTCUA_FAULT_FILE: undefined, ASAN_OPTIONS: process.env.ASAN_OPTIONS, UBSAN_OPTIONS: process.env.UBSAN_OPTIONS, LSAN_OPTIONS: process.env.LSAN_OPTIONS },
    });
    this.lines = readline.createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  async ask(fields) {
    this.child.stdin.write(`${JSON.stringify(fields)}\n`);
    const { value, done } = await this.lines.next();
    if (done) throw new Error('the program that acts has ended');
    return JSON.parse(value);
  }

  async trace() {
    const { result, rows } = await this.ask({ do: 'select', user: 'admin', now: '2026-01-01 00:00', sql: everything });
    assert.equal(result, 'done');
    return rows.map((row) => row.join(' ')).join('\n');
  }

  end() {
    this.child.stdin.end();
  }
}

// One dossier through its life: who does what, when; each step is checked for the state it leaves.
export class Story {
  constructor(acts, id, now) {
    Object.assign(this, { acts, id, now });
  }

  static async begin(acts, clerk, now, fields) {
    const answer = await acts.ask({ do: 'receive', user: clerk, now, ...fields });
    assert.equal(answer.result, 'done', JSON.stringify(answer));
    return new Story(acts, answer.dossier, now);
  }

  at(now) {
    this.now = now;
    return this;
  }

  offers(user) {
    return this.acts.ask({ do: 'offers', user, now: this.now, dossier: this.id });
  }

  async offer(user, code, branch) {
    const { offers } = await this.offers(user);
    return (offers || []).find((one) => one.code === code && (!branch || one.branch === branch));
  }

  // As a form does: with the version that was seen.
  try(user, code, fields = {}) {
    return this.acts.ask({ do: 'act', user, now: this.now, dossier: this.id, code, version: this.version, ...fields });
  }

  // The citizen is told of it what was offered, once, and of nothing else. What was handed over otherwise than it was
  // wanted is told as it was handed over.
  async do(user, code, fields = {}, state) {
    const { tells = '' } = (await this.offer(user, code, fields.branch)) || {};
    const before = this.messages();
    const answer = await this.try(user, code, fields);
    const handed = tells === 'returned' || tells === 'sent_by_post';
    const told = handed ? (fields.tracking ? 'sent_by_post' : 'returned') : tells;
    if (answer.result === 'done' && before.length) assert.deepEqual(this.messages().slice(before.length), told ? [told] : [], `${code} tells`);
    assert.equal(answer.result, 'done', `${user} ${code} at ${this.now}: ${JSON.stringify(answer)}`);
    assert.equal(answer.version, this.version);
    if (state) assert.equal(this.state, state, `after ${code}`);
    return answer;
  }

  // It is not done, and nothing is written.
  async not(user, code, fields, expected) {
    const before = await this.acts.trace();
    const answer = await this.try(user, code, fields);
    for (const [name, value] of Object.entries(expected)) assert.equal(answer[name], value, `${user} ${code}: ${JSON.stringify(answer)}`);
    assert.notEqual(answer.result, 'done');
    assert.equal(await this.acts.trace(), before, `${user} ${code} wrote something`);
    return answer;
  }

  row(columns) {
    return sql(`select ${columns} from dossier where id = ${this.id}`)[0];
  }

  get version() {
    return Number(this.row('version')[0]);
  }

  get state() {
    return this.row('state')[0];
  }

  get due() {
    return this.row('due_at')[0];
  }

  events() {
    return sql(`select type from event where dossier_id = ${this.id} order by seq`).map((row) => row[0]);
  }

  // Open tasks: step, unit, person, due time, oldest branch first.
  tasks() {
    return sql(`select ifnull(s.code, '-'), a.code, ifnull(u.login, '-'), ifnull(t.due_at, '-') from branch b join task t on t.open_key = b.id
      left join wf_step s on s.id = t.step_id join agency a on a.id = t.unit_id left join user u on u.id = t.assignee_id where b.dossier_id = ${this.id} order by b.id`);
  }

  branch(agency) {
    return Number(sql(`select b.id from branch b join agency a on a.id = b.agency_id where b.dossier_id = ${this.id} and a.code = '${agency}' and b.kind <> 'main' order by b.id desc limit 1`)[0][0]);
  }

  // What the last message of this occasion says.
  said(occasion) {
    return JSON.parse(sql(`select data from outbox where dossier_id = ${this.id} and channel = 'mail' and template = '${occasion}' order by id desc limit 1`)[0][0]);
  }

  messages() {
    return sql(`select template from outbox where dossier_id = ${this.id} and channel = 'mail' order by id`).map((row) => row[0]);
  }
}
