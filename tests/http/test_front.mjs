#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What nginx promises in front of the handlers: headers, limits, cache, error
// pages in the look of the site, and a log that gives nobody away.
import fs from 'node:fs';
import http from 'node:http';
import zlib from 'node:zlib';
import { assert, done, raw, test, until, url } from '../lib/tap.mjs';

const state = process.env.MOTCUA_STATE;

// One request as it is: nothing is followed, decoded or joined. `from` is the
// address it comes from; 127.0.0.1 is trusted by the instance of the tests.
function ask(path, { method = 'GET', headers = {}, body, from } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(url + path, { method, headers, localAddress: from, agent: false }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, all: answer.rawHeaders, body: Buffer.concat(chunks) })
      );
    });
    request.on('error', reject);
    request.end(body);
  });
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const lookUp = (from, path = '/tra-cuu') => ask(path, { method: 'POST', headers: form, body: 'ma=0000000000000000', from });
const code = '4716093825501234'; // nobody's

// --- headers
const kinds = {
  'home page': '/',
  'English home page': '/en/',
  'search page': '/thu-tuc?q=khai+sinh',
  'look-up form': '/tra-cuu',
  'page that does not exist': '/khong-co-trang-nay',
  'static file that does not exist': '/static/khong-co.css',
  'style sheet': `/static/${fs.readdirSync(`${state}/static`).find((name) => /^motcua-.*\.css$/.test(name))}`,
  API: '/api/v1/procedures?q=khai+sinh&limit=1',
  'staff pages': '/can-bo',
  'kiosk pages': '/kiosk',
};
for (const [name, path] of Object.entries(kinds)) {
  await test(`security headers stand once on: ${name}`, async () => {
    const answer = await ask(path);
    const count = (wanted) => answer.all.filter((text, i) => i % 2 === 0 && text.toLowerCase() === wanted).length;
    for (const header of ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'x-frame-options', 'permissions-policy']) {
      assert.equal(count(header), 1, `${header} on ${path}`);
    }
    const policy = answer.headers['content-security-policy'];
    for (const part of ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
      assert.ok(policy.includes(part), part);
    }
    assert.doesNotMatch(policy, /unsafe|\*|https?:/);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.equal(answer.headers.server, 'nginx');
    assert.equal(answer.headers['x-powered-by'], undefined);
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  });
}
for (const path of ['/tra-cuu', '/tra-cuu/ho-so', `/t/${code}`, `/en/t/${code}`, `/api/v1/dossiers/${code}`]) {
  await test(`nothing keeps or passes on: ${path.replace(code, 'CODE')}`, async () => {
    const answer = await ask(path);
    assert.equal(answer.headers['referrer-policy'], 'no-referrer');
    assert.match(answer.headers['x-robots-tag'], /noindex/);
    assert.match(answer.headers['cache-control'], /no-store/);
    assert.equal(answer.headers['x-cache'], undefined);
  });
}

// --- the micro-cache
const procedures = JSON.parse((await ask('/api/v1/procedures?limit=5')).body);
const fresh = (n) => `/thu-tuc/${encodeURIComponent(procedures.items[n].code)}`;
await test('an anonymous page is kept: the second visitor gets the first one\'s', async () => {
  const first = await ask(fresh(0));
  const second = await ask(fresh(0));
  assert.equal(first.status, 200);
  assert.equal(second.headers['x-cache'], 'HIT');
  assert.deepEqual(second.body, first.body);
});
await test('a visitor with a cookie gets a page of his own', async () => {
  await ask(fresh(0));
  assert.equal((await ask(fresh(0), { headers: { Cookie: 'a=b' } })).headers['x-cache'], 'BYPASS');
  assert.equal((await ask(fresh(0), { headers: { Authorization: 'Basic YTpi' } })).headers['x-cache'], 'BYPASS');
});
await test('what the cache keeps compressed is the same page', async () => {
  const plain = await ask(fresh(1));
  for (let i = 0; i < 2; i++) {
    const packed = await ask(fresh(1), { headers: { 'Accept-Encoding': 'br;q=1.0, gzip;q=0.8, *;q=0.1' } });
    assert.equal(packed.headers['content-encoding'], 'gzip');
    assert.match(packed.headers.vary, /accept-encoding/i);
    assert.deepEqual(zlib.gunzipSync(packed.body), plain.body);
  }
});
await test('gzip;q=0 means no', async () => {
  for (const value of ['gzip;q=0', 'gzip; q=0.0', 'identity', 'xgzip']) {
    assert.equal((await ask(fresh(1), { headers: { 'Accept-Encoding': value } })).headers['content-encoding'], undefined, value);
  }
});
await test('HEAD has the headers of GET and no body', async () => {
  const answer = await ask(fresh(2), { method: 'HEAD' });
  assert.equal(answer.status, 200);
  assert.equal(answer.body.length, 0);
  assert.match((await ask(fresh(2))).body.toString(), /<html/);
});
for (const path of [`/t/${code}/x.css`, '/tra-cuu/ho-so/x.css', '/tra-cuu/ho-so;x.css', '//tra-cuu/ho-so/x.js', '/tra-cuu/ho-so/..%2fx.css', '/%74ra-cuu/ho-so', '/x/../tra-cuu/ho-so', '/en/tra-cuu/ho-so/style.css']) {
  await test(`no cache is talked into keeping ${path.replace(code, 'CODE')}`, async () => {
    for (let i = 0; i < 2; i++) {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
      assert.ok(answer.status >= 300 || /no-store/.test(answer.headers['cache-control']), `status ${answer.status}`);
      assert.notEqual(answer.headers['x-cache'], 'HIT');
    }
  });
}

// --- limits
await test('30 look-ups a minute: ten more at once, then 429 with a time to wait', async () => {
  const statuses = [];
  for (let i = 0; i < 14; i++) statuses.push((await lookUp('127.0.0.21')).status);
  assert.ok(!statuses.slice(0, 11).includes(429), statuses.join(' '));
  assert.equal(statuses[13], 429, statuses.join(' '));
  const refused = await lookUp('127.0.0.21');
  assert.equal(refused.headers['retry-after'], '10');
  assert.match(refused.body.toString(), /<html lang="vi"/);
});
await test('the refusal speaks English to who asked in English, JSON to a program', async () => {
  for (let i = 0; i < 12; i++) await lookUp('127.0.0.22');
  assert.match((await lookUp('127.0.0.22', '/en/tra-cuu')).body.toString(), /<html lang="en"/);
  const json = await ask(`/api/v1/dossiers/${code}`, { from: '127.0.0.22' });
  assert.equal(json.status, 429);
  assert.match(json.headers['content-type'], /^application\/problem\+json/);
  assert.equal(JSON.parse(json.body).status, 429);
});
await test('links, forms and the API count together; another address is not concerned', async () => {
  const statuses = [];
  for (let i = 0; i < 5; i++) {
    statuses.push((await ask(`/t/${code}`, { from: '127.0.0.23' })).status);
    statuses.push((await lookUp('127.0.0.23')).status);
    statuses.push((await ask(`/api/v1/dossiers/${code}`, { from: '127.0.0.23' })).status);
  }
  assert.ok(statuses.slice(11).every((status) => status === 429), statuses.join(' '));
  assert.notEqual((await lookUp('127.0.0.24')).status, 429);
});
await test('the form, the status page and everything else are not counted', async () => {
  for (let i = 0; i < 14; i++) await lookUp('127.0.0.25');
  for (const path of ['/tra-cuu', '/tra-cuu/ho-so', '/', '/thu-tuc?q=a', '/goi-y?q=k']) {
    assert.notEqual((await ask(path, { from: '127.0.0.25' })).status, 429, path);
  }
});
await test('suggestions keep up with somebody who types', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, (_, i) => ask(`/goi-y?q=k${i}`, { from: '127.0.0.26' })));
  assert.ok(answers.every((answer) => answer.status === 200));
});

// --- error pages in the look of the site
const large = 'x=' + 'a'.repeat(100000);
const looks = [
  ['413 of a body that is too large', () => ask('/tra-cuu', { method: 'POST', headers: form, body: large }), 413, 'vi'],
  ['413 in English', () => ask('/en/tra-cuu', { method: 'POST', headers: form, body: large }), 413, 'en'],
  ['414 of an address that is too long', () => ask('/' + 'a'.repeat(9000)), 414, 'vi'],
  ['400 of a header that is too large', () => ask('/', { headers: { 'X-Long': 'a'.repeat(9000) } }), 400, 'vi'],
  ['400 of a request that is none', () => raw('KHÔNG PHẢI\r\n\r\n'), 400, 'vi'],
  ['404 of a file', () => ask('/static/khong-co.js'), 404, 'vi'],
  ['404 of a folder', () => ask('/static/'), 404, 'vi'],
];
for (const [name, get, status, language] of looks) {
  await test(`${name} is a page of ours`, async () => {
    const answer = await get();
    assert.equal(answer.status, status);
    const body = answer.body.toString();
    assert.match(body, new RegExp(`<html lang="${language}"`));
    assert.match(body, /\/static\/motcua-[0-9a-f]{8}\.css/);
    assert.doesNotMatch(body, /<center>|nginx/);
  });
}
await test('the files of the error pages cannot be asked for', async () => {
  assert.equal((await ask('/loi/503.vi.html')).status, 404);
});

// --- hosts and addresses
for (const host of ['evil.example', '127.0.0.1.evil.example', '']) {
  await test(`a stranger's Host gets no page: "${host}"`, async () => {
    const answer = await raw(`GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    assert.ok([400, 421].includes(answer.status), String(answer.status));
  });
}
await test('headers with underscores do not reach a handler', async () => {
  const answer = await raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nREMOTE_ADDR: 1.2.3.4\r\nProxy: http://evil.example\r\nConnection: close\r\n\r\n`);
  assert.equal(answer.status, 200);
});
for (const path of ['/static/../dev', '/static/..%2f..%2fdev', '/static/%2e%2e/%2e%2e/etc/passwd', '/static../secrets/keys/lookup.key', '/static/assets.hdf/../../secrets/keys/lookup.key']) {
  await test(`nothing outside the static files is served: ${path}`, async () => {
    const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`);
    assert.ok(answer.status >= 400 && answer.status < 500, String(answer.status));
  });
}

// --- static files
await test('a static file is compressed beforehand and kept for ever', async () => {
  const plain = await ask(kinds['style sheet']);
  const packed = await ask(kinds['style sheet'], { headers: { 'Accept-Encoding': 'gzip' } });
  assert.equal(packed.headers['content-encoding'], 'gzip');
  assert.equal(packed.headers['cache-control'], 'public, max-age=31536000, immutable');
  assert.match(packed.headers.vary, /accept-encoding/i);
  assert.deepEqual(zlib.gunzipSync(packed.body), plain.body);
  assert.equal((await ask(kinds['style sheet'], { method: 'POST' })).status, 405);
});

// --- the logs
await test('no look-up code, query or full address is ever written down', async () => {
  const secret = `93${Date.now()}`.padEnd(16, '7').slice(0, 16);
  const word = `tukhoa${Date.now()}`;
  await ask(`/t/${secret}`);
  await ask(`/en/t/${secret}`, { from: '127.0.0.77' });
  await ask(`/%74/${secret}`);
  await ask(`/api/v1/dossiers/${secret}`);
  await ask('/tra-cuu', { method: 'POST', headers: form, body: `ma=${secret}` });
  for (let i = 0; i < 16; i++) await ask(`/t/${secret}`, { from: '127.0.0.78' });
  await ask(`/thu-tuc?q=${word}`);
  const log = `${state}/log/motcua-access.log`;
  await until(() => /"path":"\/thu-tuc"/.test(fs.readFileSync(log, 'utf8').split('\n').slice(-3).join('\n')), 'the last line of the log');
  for (const name of fs.readdirSync(`${state}/log`)) {
    const text = fs.readFileSync(`${state}/log/${name}`, 'latin1');
    assert.ok(!text.includes(secret), `a code stands in ${name}`);
    if (name === 'motcua-access.log') {
      assert.ok(!text.includes(word), `a query stands in ${name}`);
      assert.ok(!/127\.0\.0\.7[78]/.test(text), `an address stands in ${name}`);
    }
  }
  const line = JSON.parse(fs.readFileSync(log, 'utf8').trim().split('\n').at(-1));
  assert.deepEqual(Object.keys(line), ['at', 'id', 'net', 'method', 'path', 'status', 'bytes', 'seconds', 'cache']);
  assert.equal(line.net, '127.0.0.0');
});
done();
