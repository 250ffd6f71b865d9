#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Messages to the citizen go out once, after the commit and whatever dies meanwhile: by a real mail server and a
// gateway for short messages, both of which keep their own list of what they were given.
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { assert, done, test, until } from '../lib/tap.mjs';
import { state } from '../lib/instance.mjs';
import { sql } from '../lib/reception.mjs';

const { MOTCUA_BUILD: build, MOTCUA_TOP: top, MOTCUA_TMP: tmp } = process.env;
const list = path.join(tmp, 'mails');
const keys = path.join(tmp, 'keys');
fs.cpSync(path.join(state, 'secrets', 'keys'), keys, { recursive: true });
fs.writeFileSync(path.join(keys, 'mail.password'), 'mat-khau-thu\n', { mode: 0o600 });
fs.writeFileSync(path.join(keys, 'sms.secret'), 'bi-mat-cua-cong\n', { mode: 0o600 });

// ---- the two servers -------------------------------------------------------------------------------

const children = new Set();
async function smtp(...args) {
  const child = spawn('/usr/bin/python3', [path.join(top, 'tests/lib/smtp_server.py'), list, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  children.add(child);
  const line = await Promise.race([once(createInterface(child.stdout), 'line'), once(child, 'exit').then(() => ['0'])]);
  assert.ok(Number(line[0]) > 0, 'the mail server did not start');
  return { port: Number(line[0]), end: async () => { child.kill('SIGKILL'); await once(child, 'exit'); children.delete(child); } };
}
process.on('exit', () => children.forEach((child) => child.kill('SIGKILL')));
const mails = () => (fs.existsSync(list) ? fs.readFileSync(list, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)) : []);
const to = (address) => mails().filter((mail) => mail.to[0] === address);

const posts = [];
let answers = []; // of the next requests: [status, body]; otherwise 200
const gateway = http.createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8').on('data', (part) => { body += part; }).on('end', () => {
    const [status, text] = answers.shift() || [200, '{"code":"100"}'];
    posts.push({ path: request.url, headers: request.headers, body, status });
    if (status === 0) return request.socket.destroy();
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(text);
  });
});
await new Promise((resolve) => gateway.listen(0, '127.0.0.1', resolve));

let server = await smtp();
const usual = () => ({
  MOTCUA_DB: `unix:${state}/run/db.sock`, MOTCUA_DB_USER: 'motcua-jobs', MOTCUA_DB_NAME: 'motcua',
  MOTCUA_DB_PASSWORD_FILE: `${state}/secrets/motcua-jobs.password`, MOTCUA_KEYS: keys, MOTCUA_CLOCK: `${tmp}/clock`,
  MOTCUA_TEMPLATES: `${top}/templates`, MOTCUA_ASSETS: `${state}/static/assets.hdf`, MOTCUA_SITE: 'https://dichvucong.example',
  MOTCUA_MAIL_SERVER: `smtp://127.0.0.1:${server.port}`, MOTCUA_MAIL_TLS: 'no', MOTCUA_MAIL_FROM: 'khong-tra-loi@dichvucong.example',
  MOTCUA_SMS_URL: `http://127.0.0.1:${gateway.address().port}/gui`, MOTCUA_SMS_HEADERS: 'Content-Type: application/json|Authorization: Bearer {secret}',
  MOTCUA_SMS_BODY: '{"phone":"{to84}","content":"{text}","ref":"{id}"}', MOTCUA_SMS_DONE: '"code":"100"',
});
let logged = '';
function jobs(more = {}) {
  sql('delete from job_run');
  const child = spawn(path.join(build, 'motcua-jobs'), { env: { ...process.env, ...usual(), ...more }, stdio: ['ignore', 'ignore', 'pipe'] });
  children.add(child);
  child.stderr.setEncoding('utf8').on('data', (part) => { logged += part; });
  child.ended = once(child, 'exit').then((end) => { children.delete(child); return end; });
  return child;
}
const run = (more) => jobs(more).ended;

// ---- messages ----------------------------------------------------------------------------------------

// The clock of the test: it goes on by minutes.
let minute = 0;
const now = () => new Date(Date.UTC(2026, 10, 23, 8, minute)).toISOString().slice(0, 19).replace('T', ' ');
const later = (minutes) => { minute += minutes; fs.writeFileSync(`${tmp}/clock.new`, now()); fs.renameSync(`${tmp}/clock.new`, `${tmp}/clock`); };
later(0);
const facts = { number: 'H09.12-261123-0001', procedure: 'Cấp phiếu lý lịch tư pháp', due: '2026-12-01 16:30:00', place: 'Trung tâm Hành chính công tỉnh Bình Dương' };
const row = (channel, recipient, template = 'received', lang = 'vi', more = {}) => `insert into outbox (channel, recipient, template, lang, data, next_at, created_at) values ('${channel}', '${recipient}', '${template}', '${lang}', '${JSON.stringify({ ...facts, ...more })}', '${now()}', '${now()}')`;
const add = (...args) => { sql(row(...args)); return Number(sql('select max(id) from outbox')[0][0]); };
const stateOf = (id) => sql(`select state from outbox where id = ${id}`)[0][0];
const dead = () => sql("update outbox set claim_until = now() - interval 1 second where state in ('sending', 'handed')");

function read(mail) {
  const python = "import email, email.policy, json, sys; m = email.message_from_string(sys.stdin.read(), policy=email.policy.default);"
    + "print(json.dumps({'headers': dict(m.items()), 'text': m.get_content(), 'defects': [str(d) for d in m.defects]}))";
  return JSON.parse(execFileSync('/usr/bin/python3', ['-c', python], { input: mail.mail, encoding: 'utf8' }));
}

sql("update outbox set state = 'skipped' where state = 'waiting'");

await test('a mail and a short message say what a person needs, and go out once', async () => {
  const mail = add('mail', 'a@example.com'), sms = add('sms', '+84912345678');
  await run();
  assert.deepEqual([stateOf(mail), stateOf(sms)], ['sent', 'sent'], logged);
  later(1);
  await run();
  const [got] = to('a@example.com');
  assert.equal(to('a@example.com').length, 1);
  const { headers, text, defects } = read(got);
  assert.deepEqual(defects, []);
  assert.equal(headers.Subject, 'Đã tiếp nhận hồ sơ H09.12-261123-0001');
  assert.match(headers.From, /Trung tâm Hành chính công tỉnh\s+Bình Dương.*<khong-tra-loi@dichvucong.example>/);
  assert.match(headers['Message-ID'], new RegExp(`^<20261123080000\\.${mail}\\.motcua@dichvucong\\.example>$`));
  assert.equal(headers.Date, 'Mon, 23 Nov 2026 08:00:00 +0700');
  for (const words of ['Mã hồ sơ: H09.12-261123-0001', 'Thủ tục: Cấp phiếu lý lịch tư pháp', '16 giờ 30, thứ Ba 01/12/2026', 'https://dichvucong.example/tra-cuu', '1022']) assert.ok(text.includes(words), `${words} in\n${text}`);
  assert.equal(posts.length, 1);
  assert.deepEqual(JSON.parse(posts[0].body), { phone: '84912345678', content: 'Ho so H09.12-261123-0001 da duoc tiep nhan. Hen tra: 16:30 01/12/2026. Cap phieu ly lich tu phap. https://dichvucong.example/tra-cuu', ref: `motcua-1795420800-${sms}` });
  assert.equal(posts[0].headers.authorization, 'Bearer bi-mat-cua-cong');
});

await test('the mail about a result that was handed over has the address to rate it, which is stored nowhere', async () => {
  const [[dossier]] = sql("select dossier_id from event where type = 'returned' order by dossier_id limit 1");
  const mail = add('mail', 'rate@example.com', 'returned');
  sql(`update outbox set dossier_id = ${dossier} where id = ${mail}`);
  await run();
  const [, token] = /https:\/\/dichvucong\.example\/danh-gia\/([0-9a-f]{34})\r?\n/.exec(read(to('rate@example.com')[0]).text);
  assert.equal(sql(`select count(*) from outbox where concat(ifnull(data, ''), recipient) like '%${token}%'`)[0][0], '0');
  assert.notEqual((await fetch(`${process.env.MOTCUA_URL}/danh-gia/${token}`)).status, 404, 'it is one of ours');
});

await test('every occasion has its words in both languages, for mail and short message', async () => {
  const occasions = ['received', 'supplement_asked', 'supplement_accepted', 'fee_asked', 'fee_paid', 'apologised', 'stopped', 'resumed', 'refused', 'ready', 'returned', 'sent_by_post', 'withdrawn', 'message', 'corrected'];
  posts.length = 0;
  for (const lang of ['vi', 'en']) {
    for (const occasion of occasions) {
      add('mail', `${occasion}.${lang}@example.com`, occasion, lang, { reason: 'LY-DO', answer_by: '2026-12-10', title: 'KET-QUA', amount: 1250000, points: [{ paper: 'GIAY', what: 'SAI' }] });
      add('sms', '+84912345678', occasion, lang, { answer_by: '2026-12-10' });
    }
  }
  await run();
  assert.equal(posts.length, 2 * occasions.length);
  for (const { body } of posts) {
    const { content } = JSON.parse(body);
    assert.match(content, /^[\x20-\x7e]{40,160}$/);
    assert.ok(content.includes('H09.12-261123-0001') && !content.includes('{'), content);
  }
  for (const lang of ['vi', 'en']) {
    for (const occasion of occasions) {
      const { headers, text } = read(to(`${occasion}.${lang}@example.com`)[0]);
      assert.ok(headers.Subject.includes('H09.12-261123-0001'), headers.Subject);
      assert.ok(!/[{}]|undefined|\n\n\n/.test(text), text);
      assert.ok(text.includes(lang === 'vi' ? 'Kính gửi Ông/Bà' : 'Dear Sir or Madam'));
      if (['supplement_asked', 'fee_asked', 'refused', 'message'].includes(occasion)) assert.ok(text.includes('LY-DO'), text);
      if (occasion === 'fee_asked') assert.ok(text.includes('1.250.000'), text);
      if (occasion === 'supplement_asked') assert.ok(text.includes('  - GIAY: SAI') && /10\/12\/2026|10 December 2026/.test(text), text);
    }
  }
});

await test('nothing goes out before the commit', async () => {
  const client = spawn('mariadb', ['--no-defaults', `--socket=${state}/run/db.sock`, '--batch', '--skip-column-names', '--unbuffered', 'motcua'], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.add(client);
  const lines = createInterface(client.stdout);
  const say = async (text) => { client.stdin.write(`${text};\nselect 'done';\n`); await once(lines, 'line'); };
  await say(`start transaction; ${row('mail', 'open@example.com')}`);
  await run();
  assert.equal(to('open@example.com').length, 0);
  await say('commit');
  await run();
  assert.equal(to('open@example.com').length, 1);
  client.stdin.end();
});

await test('told to come later it does, more and more slowly; what is refused is given up and shown', async () => {
  const slow = add('mail', 'later-2@example.com'), never = add('mail', 'no-rcpt@example.com'), refused = add('mail', 'no-data@example.com'), broken = add('mail', 'no address');
  await run();
  assert.deepEqual([slow, never, refused, broken].map(stateOf), ['waiting', 'failed', 'failed', 'failed']);
  await run();
  assert.equal(stateOf(slow), 'waiting', 'not before its minute');
  later(1);
  await run();
  later(1);
  await run();
  assert.equal(stateOf(slow), 'waiting', 'the second time it waits five');
  later(5);
  await run();
  assert.equal(stateOf(slow), 'sent');
  assert.equal(to('later-2@example.com').length, 1);
  assert.deepEqual(sql(`select attempts, last_error from outbox where id = ${slow}`)[0], ['3', '']);
  assert.match(sql(`select last_error from outbox where id = ${never}`)[0][0], /answer 550/);
  assert.ok(!sql(`select last_error from outbox where id = ${never}`)[0][0].includes('example.com'), 'without the address');
  const shown = execFileSync(path.join(top, 'dev'), ['cli', 'outbox', 'list'], { encoding: 'utf8' });
  for (const id of [never, refused, broken]) assert.match(shown, new RegExp(`^ +${id} .* failed `, 'm'));
});

await test('while the server is away all wait, and nothing counts as a try', async () => {
  const { port } = server;
  await server.end();
  const ids = [1, 2, 3].map((n) => add('mail', `away-${n}@example.com`));
  await run();
  later(1);
  await run();
  assert.deepEqual(ids.map(stateOf), ['waiting', 'waiting', 'waiting']);
  assert.deepEqual(sql(`select sum(attempts) from outbox where id in (${ids})`)[0], ['0']);
  server = await smtp('--port', String(port));
  later(1);
  await run();
  for (const n of [1, 2, 3]) assert.equal(to(`away-${n}@example.com`).length, 1);
});

await test('killed before the mail is with the server: it goes out once, by another process', async () => {
  fs.writeFileSync(`${list}.wait`, '');
  const id = add('mail', 'wait@example.com');
  const first = jobs();
  await until(() => stateOf(id) === 'sending', 'the mail to be claimed');
  await run();
  assert.equal(stateOf(id), 'sending', 'a second process leaves it alone');
  first.kill('SIGKILL');
  await first.ended;
  fs.unlinkSync(`${list}.wait`);
  later(1);
  await run();
  assert.equal(stateOf(id), 'sending', 'nor does anybody before its time is over');
  dead();
  await run();
  assert.equal(stateOf(id), 'sent');
  assert.equal(to('wait@example.com').length, 1);
});

await test('killed while the server has it but has not answered: never sent again but by a person', async () => {
  fs.writeFileSync(`${list}.hang`, '');
  const id = add('mail', 'hang@example.com');
  const first = jobs();
  await until(() => to('hang@example.com').length === 1, 'the server to have it');
  assert.equal(stateOf(id), 'handed');
  first.kill('SIGKILL');
  await first.ended;
  fs.unlinkSync(`${list}.hang`);
  dead();
  for (let i = 0; i < 3; i++) {
    later(60);
    await run();
  }
  assert.equal(stateOf(id), 'unknown');
  assert.equal(to('hang@example.com').length, 1);
  const dropped = add('mail', 'drop@example.com');
  await run();
  later(60);
  await run();
  assert.deepEqual([stateOf(dropped), to('drop@example.com').length], ['unknown', 1]);
  const shown = execFileSync(path.join(top, 'dev'), ['cli', 'outbox', 'list'], { encoding: 'utf8' });
  for (const one of [id, dropped]) assert.match(shown, new RegExp(`^ +${one} .* unknown `, 'm'));
  execFileSync(path.join(top, 'dev'), ['cli', 'outbox', 'again', String(id)]);
  sql(`update outbox set next_at = '${now()}' where id = ${id}`);
  await run();
  assert.equal(stateOf(id), 'sent');
  const [one, two] = to('hang@example.com');
  assert.equal(read(one).headers['Message-ID'], read(two).headers['Message-ID'], 'whoever gets it twice can tell');
});

await test('a process that slept past its time gives nothing away any more', async () => {
  fs.writeFileSync(`${list}.wait`, '');
  const id = add('mail', 'wait.2@example.com');
  const first = jobs();
  await until(() => stateOf(id) === 'sending', 'the mail to be claimed');
  dead();
  fs.unlinkSync(`${list}.wait`);
  await first.ended;
  assert.equal(to('wait.2@example.com').length, 0);
  later(1);
  await run();
  assert.equal(to('wait.2@example.com').length, 1);
});

await test('three processes at once, some of them killed: each of 120 messages once', async () => {
  const ids = [];
  for (let n = 0; n < 120; n++) ids.push(add('mail', `many-${n}@example.com`));
  const waiting = () => Number(sql(`select count(*) from outbox where id in (${ids}) and state in ('waiting', 'sending', 'handed')`)[0][0]);
  for (let round = 0; round < 60 && waiting() > 0; round++) {
    const three = [jobs(), jobs(), jobs()];
    if (round < 8) {
      const before = mails().length;
      await until(() => mails().length > before + 3 || waiting() === 0, 'some mails to go');
      three[round % 3].kill('SIGKILL');
    }
    await Promise.all(three.map((child) => child.ended));
    dead();
    later(1);
  }
  const counts = ids.map((id, n) => [stateOf(id), to(`many-${n}@example.com`).length]);
  for (const [is, times] of counts) assert.ok((is === 'sent' && times === 1) || (is === 'unknown' && times <= 1), `${is} ${times}`);
  assert.ok(counts.filter(([is]) => is === 'unknown').length <= 8, 'at most one for each kill');
});

await test('the gateway says later, never, nothing at all', async () => {
  posts.length = 0;
  const one = async (answer) => {
    answers = [answer];
    const id = add('sms', '+84912345678');
    await run();
    return [id, stateOf(id)];
  };
  const [busy, busyState] = await one([503, '']);
  const [poor, poorState] = await one([200, '{"code":"103"}']);
  const [, badState] = await one([400, '']);
  const [, brokenState] = await one([500, '']);
  const [, goneState] = await one([0, '']);
  const [, closedState] = await one([401, '']);
  assert.deepEqual([busyState, poorState, badState, brokenState, goneState, closedState], ['waiting', 'waiting', 'failed', 'unknown', 'unknown', 'waiting']);
  answers = [];
  later(2);
  await run();
  assert.deepEqual([busy, poor].map(stateOf), ['sent', 'sent']);
  const refs = posts.filter(({ body }) => body.includes(`-${busy}"`)).map(({ body }) => JSON.parse(body).ref);
  assert.equal(refs.length, 2);
  assert.equal(refs[0], refs[1], 'a repeated request has the same name');
  answers = [[500, '']];
  const known = add('sms', '+84912345678');
  await run({ MOTCUA_SMS_REPEATS: 'known' });
  assert.equal(stateOf(known), 'waiting', 'a gateway that knows repeats is asked again');
  later(1);
  await run({ MOTCUA_SMS_REPEATS: 'known' });
  assert.equal(stateOf(known), 'sent');
});

await test('a form with marks, as other gateways want it', async () => {
  posts.length = 0;
  sql("insert into setting (name, value) values ('sms_marks', '1') on duplicate key update value = '1'");
  add('sms', '+84912345678', 'ready');
  await run({ MOTCUA_SMS_HEADERS: 'Content-Type: application/x-www-form-urlencoded', MOTCUA_SMS_BODY: 'den={to0}&noidung={text}&khoa={secret}', MOTCUA_SMS_DONE: '' });
  sql("update setting set value = '0' where name = 'sms_marks'");
  assert.deepEqual(Object.fromEntries(new URLSearchParams(posts[0].body)), { den: '0912345678', noidung: 'Hồ sơ H09.12-261123-0001 đã có kết quả, mời đến nhận.', khoa: 'bi-mat-cua-cong' });
});

await test('with encryption demanded: the right certificate and sign-in, or nothing', async () => {
  const at = (name) => path.join(tmp, name);
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', at('tls.key'), '-out', at('tls.pem')], { stdio: 'ignore' });
  const sealed = await smtp('--tls', at('tls.pem'), at('tls.key'), '--user', 'motcua', '--password', 'mat-khau-thu');
  const settings = { MOTCUA_MAIL_SERVER: `smtp://localhost:${sealed.port}`, MOTCUA_MAIL_TLS: 'must', MOTCUA_MAIL_USER: 'motcua', MOTCUA_MAIL_CA: at('tls.pem') };
  const id = add('mail', 'sealed@example.com');
  await run({ ...settings, MOTCUA_MAIL_CA: '' });
  assert.equal(stateOf(id), 'waiting', 'a certificate nobody knows');
  later(1);
  await run({ ...settings, MOTCUA_MAIL_USER: 'somebody' });
  assert.equal(stateOf(id), 'waiting', 'a wrong sign-in');
  later(1);
  await run({ MOTCUA_MAIL_TLS: 'must' });
  assert.equal(stateOf(id), 'waiting', 'a server without encryption');
  later(1);
  await run(settings);
  assert.deepEqual(to('sealed@example.com').map(({ tls, user }) => [tls, user]), [[true, 'motcua']]);
  await sealed.end();
});

await test('what the centre does not use is skipped; what nobody has told it waits', async () => {
  const mail = add('mail', 'off@example.com'), sms = add('sms', '+84912345678');
  await run({ MOTCUA_MAIL_SERVER: '', MOTCUA_SMS_URL: 'off' });
  assert.deepEqual([stateOf(mail), stateOf(sms)], ['waiting', 'skipped']);
  sql(`update outbox set state = 'skipped' where id = ${mail}`);
});

await test('logs name nobody and hold no secret', () => {
  assert.ok(logged.length > 100);
  assert.doesNotMatch(logged, /example\.com|84912345678|bi-mat|mat-khau/);
  assert.doesNotMatch(sql('select group_concat(last_error) from outbox')[0][0], /example\.com|84912345678|bi-mat|mat-khau/);
});

sql("delete from outbox where dossier_id is null");
gateway.close();
done();
