#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Officers take dossiers from the counter to the counter while workers and the database are killed (kill -9): each sends the same
// form until it is answered. Afterwards every act was done once and whole: its event, task, message and number, no gap, no
// half. MOTCUA_DOSSIERS says how many (24).
import { assert, done, test, until } from '../lib/tap.mjs';
import { dev, kill, main, pids, workers } from '../lib/instance.mjs';
import { Clerk, cookie, idOf, somebody, sql } from '../lib/reception.mjs';

const dossiers = Number(process.env.MOTCUA_DOSSIERS || 24);
const hands = 6;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const officer = {};
for (const login of ['clerk', 'handler', 'approver', 'sealer', 'returner']) officer[login] = new Clerk(await cookie(login));

// 5xx and broken connections are repeated, everything else is the answer.
async function patient(ask) {
  for (;;) {
    try {
      const answer = await ask();
      const text = await answer.text();
      if (answer.status < 500) return { status: answer.status, to: answer.headers.get('location'), text };
    } catch (error) {
      if (error.code === 'ERR_ASSERTION') throw error;
    }
    await pause(50);
  }
}
const load = { acts: 0, repeated: 0, over: false };
async function act(login, id, name, more = {}) {
  const where = `/can-bo/ho-so/${id}/lam/${name}`;
  const page = await patient(() => officer[login].get(where));
  const inside = /<form class="mc-act__form"[\s\S]*?<\/form>/.exec(page.text)?.[0] || '';
  const fields = Object.fromEntries([...inside.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, n, v]) => [n, v]));
  for (const [, field, value] of inside.matchAll(/name="(ten|nguoinhan)" type="text" value="([^"]*)"/g)) fields[field] = value;
  let tries = 0;
  const answer = await patient(() => { tries++; return officer[login].post(where, { ...fields, ...more }); });
  load.repeated += tries > 1;
  load.acts++;
  assert.equal(answer.status, 303, `${login} ${name} of ${id}: ${answer.text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 400)}`);
}
const story = [['clerk', 'chuyen'], ['handler', 'trinh'], ['approver', 'ky'], ['sealer', 'phat-hanh'], ['returner', 'tra', { vaitro: 'chuho', bienlai: '1', giayto: '1', kynhan: '1' }]];
async function hand(ids) {
  for (let id = ids.shift(); id; id = ids.shift()) for (const [login, name, more] of story) await act(login, id, name, more);
}
const killed = { staff: 0, db: 0 };
async function trouble() {
  while (!load.over) {
    await pause(150 + 300 * Math.random());
    const alive = workers('staff');
    if (alive.length > 0) {
      kill(alive[Math.floor(Math.random() * alive.length)]);
      killed.staff++;
    }
    if (killed.db === 0 && load.acts > dossiers * story.length / 3) {
      kill(main('db'));
      killed.db++;
      await until(() => pids('db').length === 0, 'the database to be gone');
      await dev('up');
    }
  }
}

// What earlier tests broke on purpose in the same data is theirs.
async function broken() {
  const { stdout } = await dev(['cli', 'check']).catch((error) => error);
  return stdout.split('\n').filter((line) => line.startsWith('WRONG')).join('\n');
}
const before = await broken();

let ids = [];
await test(`${dossiers} dossiers from the counter to the counter while workers and the database are killed`, async () => {
  for (let i = 0; i < dossiers; i++) ids.push(idOf(await officer.clerk.receive('tl', somebody())));
  assert.ok(ids.every((id) => id > 0));
  const left = [...ids];
  const enemy = trouble();
  try {
    await Promise.all(Array.from({ length: hands }, () => hand(left)));
  } finally {
    load.over = true;
    await enemy;
  }
  console.log(`# ${load.acts} acts, ${load.repeated} sent again; killed ${killed.staff} workers and ${killed.db} databases`);
  assert.ok(killed.staff > 0 && killed.db === 1);
});
await test('every act was done once, and whole', () => {
  const list = ids.join(',');
  assert.deepEqual(sql(`select distinct group_concat(type order by seq) from event where dossier_id in (${list}) group by dossier_id`), [['received,forwarded,submitted_for_signature,approved,numbered,ready,returned']]);
  assert.deepEqual(sql(`select distinct state, closed_at is not null, decided_at is not null, version from dossier where id in (${list})`), [['returned', '1', '1', sql(`select version from dossier where id = ${ids[0]}`)[0][0]]]);
  assert.deepEqual(sql(`select count(*), sum(t.closed_at is null), sum(t.closed_by_seq is null) from task t join branch b on b.id = t.branch_id where b.dossier_id in (${list})`), [[String(5 * dossiers), '0', '0']]);
  assert.deepEqual(sql(`select distinct group_concat(distinct template order by template), count(*) = count(distinct template, channel, recipient) from outbox where dossier_id in (${list}) group by dossier_id`), [['ready,received,returned', '1']]);
  assert.equal(sql(`select count(distinct register_no) from result where dossier_id in (${list}) and register_no is not null`)[0][0], String(dossiers));
});
await test('and the check has nothing to say that it did not say before', async () => {
  assert.equal(await broken(), before);
});
done();
