#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Does the search find what people mean? Asks the instance every query of
// queries.jsonl and measures the answers:
//   tests/search/test_quality.mjs          in a run of tests: asserts the floors below
//   tests/search/test_quality.mjs --show   prints figures by kind of query and every miss
// A query counts if a procedure it should find first is in the catalogue asked.
// Grades: 3 the procedure meant, 2 as good as it, 1 related.
import fs from 'node:fs';
import path from 'node:path';
import { assert, done, test, url } from '../lib/tap.mjs';

const floors = { first: 0.8, third: 0.9, reciprocal: 0.85, gain: 0.82 };
const falseAnswers = 0.05;
const page = 20;
const show = process.argv.includes('--show');
const queries = fs
  .readFileSync(path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), 'queries.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));

async function get(address) {
  const response = await fetch(url + address);
  assert.equal(response.status, 200, address);
  return response.json();
}

// Every code of the catalogue, page by page.
async function catalogue() {
  const codes = new Set();
  for (let offset = 0; ; ) {
    const { total, items } = await get(`/api/v1/procedures?limit=100&offset=${offset}`);
    for (const { code } of items) codes.add(code);
    offset += items.length;
    if (items.length === 0 || offset >= total) return codes;
  }
}

const discounted = (grades) => grades.reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0);

function judge(query, codes, known) {
  const relevant = Object.fromEntries(Object.entries(query.relevant).filter(([code]) => known.has(code)));
  const grades = codes.slice(0, 10).map((code) => relevant[code] ?? 0);
  const best = Object.values(relevant).sort((a, b) => b - a).slice(0, 10);
  const place = grades.findIndex((grade) => grade >= 2);
  return {
    first: place === 0 ? 1 : 0,
    third: place >= 0 && place < 3 ? 1 : 0,
    reciprocal: place >= 0 ? 1 / (place + 1) : 0,
    gain: discounted(grades) / discounted(best),
  };
}

const known = await catalogue();
const kinds = new Map();
const all = { n: 0, first: 0, third: 0, reciprocal: 0, gain: 0 };
const wrong = { n: 0, answered: [] };
const codesMissed = [];

for (const query of queries) {
  const wanted = Object.entries(query.relevant).filter(([code, grade]) => grade === 3 && known.has(code));
  if (query.category !== 'noanswer' && wanted.length === 0) continue;
  const { items } = await get(`/api/v1/procedures?q=${encodeURIComponent(query.q)}&limit=${page}`);
  const codes = items.map((item) => item.code);
  if (query.category === 'noanswer') {
    wrong.n++;
    if (codes.length) wrong.answered.push(`${query.q} -> ${codes[0]} ${items[0].name}`);
    continue;
  }
  const verdict = judge(query, codes, known);
  if (query.category === 'code' && !verdict.first) codesMissed.push(query.q);
  if (!kinds.has(query.category)) kinds.set(query.category, { n: 0, first: 0, third: 0, reciprocal: 0, gain: 0 });
  for (const figures of [all, kinds.get(query.category)]) {
    figures.n++;
    for (const name of Object.keys(verdict)) figures[name] += verdict[name];
  }
  if (show && !verdict.first) console.log(`# ${query.id} ${query.q}: wanted ${wanted.map(([code]) => code)}, got ${codes.slice(0, 3)}`);
}

const share = (figures, name) => figures[name] / figures.n;
const line = (name, figures) =>
  `# ${name.padEnd(12)} ${String(figures.n).padStart(4)}` +
  Object.keys(floors).map((floor) => `  ${floor} ${share(figures, floor).toFixed(3)}`).join('');

for (const [name, figures] of [...kinds].sort()) console.log(line(name, figures));
console.log(line('all', all));
console.log(`# no answer    ${wrong.n}  answered ${wrong.answered.length}`);
if (show) for (const text of wrong.answered) console.log(`#   ${text}`);

await test('there are queries to judge by', () => {
  assert.ok(all.n >= 200, `${all.n} queries have their procedure in the catalogue`);
  assert.ok(wrong.n >= 80);
});
for (const [name, floor] of Object.entries(floors)) {
  await test(`${name} is at least ${floor}`, () => {
    assert.ok(share(all, name) >= floor, share(all, name).toFixed(3));
  });
}
await test(`at most ${falseAnswers} of the questions that no procedure answers are answered`, () => {
  assert.ok(wrong.answered.length <= falseAnswers * wrong.n, wrong.answered.join('\n'));
});
await test('a code finds its procedure first, always', () => assert.deepEqual(codesMissed, []));
done();
