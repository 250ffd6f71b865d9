#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Clerks receive while workers and the database are killed (kill -9): each repeats the same form until it is acknowledged and
// writes the number down. Afterwards every number of that list stands on one dossier of its own, there is no other, and no
// register has a gap. MOTCUA_RECEPTIONS says how many (300), MOTCUA_CLERKS how many clerks (8).
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, test, until } from '../lib/tap.mjs';
import { dev, kill, main, pids, workers } from '../lib/instance.mjs';
import { Clerk, cookie, idOf, somebody, sql } from '../lib/reception.mjs';

const receptions = Number(process.env.MOTCUA_RECEPTIONS || 300);
const clerks = Number(process.env.MOTCUA_CLERKS || 8);
const list = path.join(process.env.MOTCUA_TMP, 'acknowledged');
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const count = (query) => Number(sql(query)[0][0]);

// Asks until there is an answer: 5xx and broken connections are repeated, everything else is the answer.
async function patient(ask) {
  for (;;) {
    try {
      const answer = await ask();
      if (answer.status < 500) return answer;
      await answer.arrayBuffer();
    } catch (error) {
      if (error.code === 'ERR_ASSERTION') throw error;
    }
    await pause(50);
  }
}

const load = { taken: 0, repeated: 0, over: false };
async function receive(session) {
  const clerk = new Clerk(session);
  let form = null;
  const fetchForm = async () => {
    form = null;
    while (!form) form = await clerk.form('tl').then((one) => (one.token ? one : null)).catch(() => null) || await pause(50);
  };
  while (load.taken++ < receptions) {
    await fetchForm();
    const fields = { ...form, ...somebody() };
    let tries = 0;
    const answer = await patient(() => { tries++; return clerk.save(fields); });
    load.repeated += tries > 1;
    assert.equal(answer.status, 303, await answer.text());
    const id = idOf(answer);
    const page = await (await patient(() => clerk.get(answer.headers.get('location')))).text();
    const number = /H09\.\d+[\d.]*-\d{6}-\d{4,}/.exec(page);
    fs.appendFileSync(list, `${id}\t${number ? number[0] : ''}\n`);
  }
}

const pace = Math.max(150, receptions / 16); // ms from one kill to the next
const killed = { staff: 0, db: 0 };
async function trouble() {
  const databases = Math.max(1, Math.round(receptions / 1000));
  const acknowledged = () => (fs.existsSync(list) ? fs.readFileSync(list, 'utf8').split('\n').length - 1 : 0);
  while (!load.over) {
    await pause(pace * (0.5 + Math.random()));
    const alive = workers('staff');
    if (alive.length > 0) {
      kill(alive[Math.floor(Math.random() * alive.length)]);
      killed.staff++;
    }
    if (killed.db < databases && acknowledged() > ((killed.db + 0.5) * receptions) / databases) {
      kill(main('db'));
      killed.db++;
      await until(() => pids('db').length === 0, 'the database to be gone');
      await dev('up');
    }
  }
}

await test(`${receptions} receptions by ${clerks} clerks while workers and the database are killed: nothing lost, nothing doubled`, async () => {
  const before = count('select max(id) from dossier');
  const session = await cookie('clerk');
  const hand = trouble();
  try {
    await Promise.all(Array.from({ length: clerks }, () => receive(session)));
  } finally {
    load.over = true;
    await hand;
  }
  const acknowledged = fs.readFileSync(list, 'utf8').trim().split('\n').map((line) => line.split('\t'));
  console.log(`# killed ${killed.staff} workers and ${killed.db} databases; ${load.repeated} forms had to be sent again`);
  assert.ok(killed.staff > 3 && killed.db > 0);
  assert.equal(acknowledged.length, receptions);
  assert.ok(acknowledged.every(([id, number]) => Number(id) > 0 && number), 'every acknowledgement has its number');
  assert.equal(new Set(acknowledged.map(([, number]) => number)).size, receptions, 'no number twice');
  const written = new Map(sql(`select id, number from dossier where id > ${before}`));
  assert.equal(written.size, receptions, 'no dossier nobody was told of');
  for (const [id, number] of acknowledged) assert.equal(written.get(id), number);
  const each = (what, query) => assert.equal(count(`select count(*) from (${query}) x`), 0, what);
  each('one applicant', `select d.id from dossier d left join party p on p.dossier_id = d.id where d.id > ${before} group by d.id having count(p.name) <> 1`);
  each('received once', `select d.id from dossier d left join event e on e.dossier_id = d.id and e.type = 'received' where d.id > ${before} group by d.id having count(e.id) <> 1`);
  each('told once', `select d.id from dossier d left join outbox o on o.dossier_id = d.id where d.id > ${before} group by d.id having count(o.id) <> 1`);
});

await test('and no register has a gap', async () => {
  const { stdout } = await dev(['cli', 'check']).catch((error) => error);
  assert.match(stdout, /^ok {5}dossier numbers are without gaps$/m);
  assert.match(stdout, /^ok {5}events of a dossier are numbered without gaps$/m);
});
done();
