#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Requests that nobody sends by mistake. Whatever comes in, the answer is a
// page of ours below 500, shows no insides and repeats nothing unescaped.
import { assert, done, raw, test } from '../lib/tap.mjs';
import { insides } from '../lib/insides.mjs';

const long = (n, text = 'a') => text.repeat(n);
const line = (method, target, headers = [], body = '') =>
  [`${method} ${target} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', body].join('\r\n');
const form = (target, body, type = 'application/x-www-form-urlencoded', headers = []) =>
  line('POST', target, [`Content-Type: ${type}`, `Content-Length: ${Buffer.byteLength(body, 'latin1')}`, ...headers], body);
const multi = (body, boundary = 'xyz') => form('/tra-cuu', body, `multipart/form-data; boundary=${boundary}`);

const script = '<script>alert(1)</script>';
const marks = ['"><svg onload=alert(1)>', "'-alert(1)-'", '<?cs var:Form ?>', '{{7*7}}', '${7*7}', '<!--', ']]>', '&lt;x', '<img src=x onerror=alert(1)>', 'javascript:alert(1)', '%00', '\u202eabc', '\ufeffabc', '‮', '😀'.repeat(50)];

// name, request bytes, and the statuses that are right. Empty: any below 500.
const table = [];
const add = (name, bytes, ...statuses) => table.push({ name, bytes, statuses });
const query = (name, q, ...statuses) => add(`query: ${name}`, line('GET', `/thu-tuc?${q}`), ...statuses);

// --- queries
query('empty', '', 200);
query('only ampersands', '&&&&&&', 200);
query('only equals', '====', 200);
query('value without name', '=khai+sinh', 200);
query('name without value', 'q', 200);
query('bad escape', 'q=%', 400);
query('cut escape', 'q=%e', 400);
query('escape with letters', 'q=%zz', 400);
query('NUL', 'q=a%00b', 400);
query('lone continuation byte', 'q=%80', 400);
query('cut sequence', 'q=%e1%ba', 400);
query('overlong slash', 'q=%c0%af', 400);
query('overlong three bytes', 'q=%e0%80%af', 400);
query('overlong NUL', 'q=%c0%80', 400);
query('surrogate', 'q=%ed%a0%80', 400);
query('surrogate pair as bytes', 'q=%ed%a0%bd%ed%b8%80', 400);
query('past U+10FFFF', 'q=%f4%90%80%80', 400);
query('five-byte sequence', 'q=%f8%88%80%80%80', 400);
query('FE FF', 'q=%fe%ff', 400);
query('latin-1', 'q=khai%e9', 400);
query('control bytes', 'q=a%01%02%1b%5b31m', 200, 400);
query('CR LF', 'q=a%0d%0aSet-Cookie:x=1', 200, 400);
query('twice the same', 'q=a&q=b', 400);
query('twice, once empty', 'q=&q=b', 400);
query('unknown names', 'zzz=1&yyy=2', 200);
query('many names', Array.from({ length: 500 }, (_, i) => `n${i}=1`).join('&').slice(0, 3900));
query('many of one name', Array.from({ length: 400 }, () => 'q=a').join('&'), 400);
query('array name', 'q[]=1&q[a]=2', 200);
query('dotted name', 'Config.VarEscapeMode=none&hdf.loadpaths.0=/etc', 200);
query('ClearSilver name', 'Page.Body=/etc/passwd', 200);
query('semicolons', 'q=a;q=b', 200);
query('plus signs', 'q=+++++', 200);
query('3,000 bytes', `q=${long(3000)}`);
query('long past the limit', `q=${long(6000)}`, 400, 414);
query('64 KB', `q=${long(65000)}`, 400, 414);
query('1,000 combining marks', `q=a${'%cc%81'.repeat(600)}`);
query('one word of 2,000 letters', `q=${long(2000, 'x')}`, 200);
query('1,000 spaces', `q=${'%20'.repeat(1000)}`, 200);
query('decomposed Vietnamese', 'q=' + encodeURIComponent('đăng ký khai sinh'.normalize('NFD')), 200);
query('page zero', 'trang=0', 200, 400, 404, 422);
query('page minus one', 'trang=-1', 400, 404, 422);
query('page 2^31', 'trang=2147483648', 400, 404, 422);
query('page 2^63', 'trang=9223372036854775808', 400, 404, 422);
query('page 10^40', `trang=${long(40, '9')}`, 400, 404, 422);
query('page hexadecimal', 'trang=0x10', 400, 404, 422);
query('page 1e9', 'trang=1e9', 400, 404, 422);
query('page with a space', 'trang=1%202', 400, 404, 422);
query('page far beyond the end', 'trang=2000000000', 200, 404);
query('unknown agency', 'co-quan=KHONG_CO', 200, 404, 422);
query('agency with quotes', "co-quan=%27%20OR%201=1--", 200, 400, 404, 422);
query('unknown level', 'cap=9', 200, 400, 404, 422);
query('unknown service level', 'muc-do=99', 200, 400, 404, 422);
query('SQL in q', "q=%27%3B%20DROP%20TABLE%20procedure%3B--", 200);
query('SQL comment', 'q=1/**/UNION/**/SELECT/**/password', 200);
query('LIKE wildcards', 'q=%25%25%25___', 200);
query('regular expression', 'q=(a%2B)%2B%24', 200);
query('format string', 'q=%25n%25n%25s%25s', 200);
query('shell', 'q=%24(reboot)%60id%60', 200);
query('template', 'q=%3C%3Fcs%20var%3AForm%20%3F%3E', 200);
for (const mark of marks) query(`text ${JSON.stringify(mark.slice(0, 24))}`, `q=${encodeURIComponent(mark)}`, 200, 400);
for (const name of ['co-quan', 'linh-vuc', 'cap', 'muc-do', 'doi-tuong', 'trang']) query(`script in ${name}`, `${name}=${encodeURIComponent(script)}`, 200, 400, 404, 422);

// --- paths
const path = (name, target, ...statuses) => add(`path: ${name}`, line('GET', target), ...statuses);
path('script', `/${encodeURIComponent(script)}`, 404);
path('script after a page', `/thu-tuc/${encodeURIComponent(script)}`, 400, 404);
path('dot dot', '/../../etc/passwd', 400, 404);
path('encoded dot dot', '/%2e%2e/%2e%2e/etc/passwd', 400, 404);
path('encoded slash', '/thu-tuc%2f1.001193', 301, 400, 404, 200);
path('dot dot in static', '/static/../../secrets/lookup.key', 400, 403, 404);
path('encoded dot dot in static', '/static/%2e%2e/%2e%2e/secrets/lookup.key', 400, 403, 404);
path('encoded slashes in static', '/static/..%2f..%2fsecrets', 400, 403, 404);
path('backslashes', '/..\\..\\etc', 400, 404);
path('double encoding', '/%252e%252e/%252e%252e/etc/passwd', 400, 404);
path('NUL', '/thu-tuc/%00', 400, 404);
path('bad UTF-8', '/thu-tuc/%ff%fe', 400, 404);
path('overlong', '/%c0%ae%c0%ae/', 400, 404);
path('double slash', '//thu-tuc', 200, 301, 400, 404);
path('trailing slash', '/thu-tuc/', 200, 301, 404);
path('dot', '/./thu-tuc', 200, 301, 404);
path('4,000 bytes', `/${long(4000)}`, 400, 404, 414);
path('40,000 bytes', `/${long(40000)}`, 400, 404, 414);
path('1,000 segments', '/a'.repeat(1000), 400, 404, 414);
path('semicolon', '/thu-tuc;jsessionid=1', 404);
path('other host', '/http://example.com/', 400, 404);
path('star', '*', 400, 404);
path('absolute', 'http://localhost/thu-tuc', 200);
path('no slash', 'thu-tuc', 400);
path('cache deception', '/tra-cuu/ho-so/x.css', 404);
path('cache deception by semicolon', '/tra-cuu/ho-so;x.css', 404);
path('hidden file', '/.git/config', 403, 404);
path('secrets', '/secrets/lookup.key', 403, 404);
path('template', '/templates/layout.cs', 404);
path('status page of the server', '/nginx_status', 404);
path('other language', '/fr/thu-tuc', 404);
path('English twice', '/en/en/thu-tuc', 404);
path('procedure code too long', `/thu-tuc/${long(300, '1')}`, 400, 404);
path('procedure code with quotes', "/thu-tuc/1.0'--", 400, 404);
path('API unknown', '/api/v1/none', 404);
path('API code', '/api/v1/procedures/%3Cscript%3E', 400, 404);
path('API limit', '/api/v1/procedures?limit=100000', 200, 400, 422);
path('API limit text', '/api/v1/procedures?limit=abc', 400, 422);
path('API offset', '/api/v1/procedures?offset=-5', 400, 422);
path('API dossier of words', '/api/v1/dossiers/aaaa', 404);
path('API dossier of 200 digits', `/api/v1/dossiers/${long(200, '1')}`, 400, 404);
path('look-up link of words', '/t/abc', 303, 404);
path('look-up link of 500 digits', `/t/${long(500, '7')}`, 303, 400, 404);
path('look-up link with markup', `/t/${encodeURIComponent(script)}`, 303, 400, 404);
path('suggest, empty', '/goi-y?q=', 200);
path('suggest, bad UTF-8', '/goi-y?q=%ff', 400);
path('staff page', '/can-bo/khong-co', 302, 303, 404, 403);
path('kiosk page', '/kiosk/khong-co', 403, 404);

// --- methods and protocol
const verb = (name, ...statuses) => add(`method: ${name}`, line(name, '/thu-tuc', ['Content-Length: 0']), ...statuses);
verb('HEAD', 200); verb('PUT', 405); verb('DELETE', 405); verb('PATCH', 405); verb('OPTIONS', 204, 405);
verb('TRACE', 405); verb('PROPFIND', 405); verb('BREW', 405); verb('get', 400, 405); verb(long(300, 'X'), 400, 405, 414);
add('method: POST to a page', form('/thu-tuc', 'q=a'), 405);
add('method: POST to a static file', form('/static/assets.hdf', 'q=a'), 403, 404, 405);
add('protocol: HTTP/0.9', 'GET /\r\n');
add('protocol: HTTP/1.0 without host', 'GET / HTTP/1.0\r\n\r\n', 200, 400);
add('protocol: HTTP/9.9', 'GET / HTTP/9.9\r\nHost: localhost\r\n\r\n', 400);
add('protocol: no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400);
add('protocol: two hosts', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n', 400);
add('protocol: rubbish', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc]), 400);
add('protocol: bare LF', 'GET / HTTP/1.1\nHost: localhost\nConnection: close\n\n', 200, 400);
add('protocol: space before colon', line('GET', '/', ['X-Test : 1']));
add('protocol: folded header', line('GET', '/', ['X-Test: 1', ' 2']));
add('protocol: two lengths', 'POST /tra-cuu HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nma=12', 400);
add('protocol: length and chunks', 'POST /tra-cuu HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n', 400, 200, 422);
add('protocol: negative length', 'POST /tra-cuu HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n', 400);
add('protocol: unknown coding', 'POST /tra-cuu HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: zip\r\n\r\n', 400, 501);
add('protocol: chunked form', 'POST /tra-cuu HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nma=ab\r\n0\r\n\r\n', 200);
add('protocol: pipelined smuggling', 'GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30\r\nConnection: close\r\n\r\nGET /can-bo HTTP/1.1\r\nHost: x\r\n\r\n', 200, 400);

// --- headers
const header = (name, lines, ...statuses) => add(`header: ${name}`, line('GET', '/', lines), ...statuses);
header('host with markup', ['X-Forwarded-Host: "><script>alert(1)</script>'], 200);
add('header: host is an attack', `GET / HTTP/1.1\r\nHost: ${script}\r\nConnection: close\r\n\r\n`, 400);
add('header: host with slash', 'GET / HTTP/1.1\r\nHost: a/b\r\nConnection: close\r\n\r\n', 200, 400);
header('8 KB of cookies', [`Cookie: ${long(7900)}`], 200, 400, 431);
header('40 KB of cookies', [`Cookie: ${long(40000)}`], 400, 431);
header('cookie without name', ['Cookie: =a; ;; a=; =; b'], 200);
header('cookie with bytes', ['Cookie: __Host-tra-cuu=\xff\xfe\x01'], 200, 400);
header('1,000 cookies', [`Cookie: ${Array.from({ length: 700 }, (_, i) => `a${i}=1`).join('; ')}`], 200, 400, 431);
header('forged look-up cookie', ['Cookie: __Host-tra-cuu=AAAA'], 200);
header('language list', [`Accept-Language: ${'vi,'.repeat(800)}`], 200);
header('if-none-match rubbish', ['If-None-Match: ",,,"*W/"'], 200);
header('if-none-match star', ['If-None-Match: *'], 200, 304);
header('if-modified-since rubbish', ['If-Modified-Since: gestern'], 200);
header('range', ['Range: bytes=0-0,-1,5-2'], 200, 206, 416);
header('200 ranges', [`Range: bytes=${Array.from({ length: 200 }, (_, i) => `${i}-${i}`).join(',')}`], 200, 206, 416);
header('accept-encoding rubbish', ['Accept-Encoding: gzip;q=nan, \\x00'], 200, 400);
header('underscore header', ['X_Forwarded_For: 1.1.1.1'], 200);
header('proxy', ['Proxy: http://127.0.0.1:1/'], 200);
header('200 headers', Array.from({ length: 200 }, (_, i) => `X-H${i}: 1`), 200, 400, 431);
header('expect', ['Expect: 100-continue'], 100, 200, 417);
header('upgrade', ['Upgrade: websocket', 'Connection: Upgrade'], 200);
header('origin null', ['Origin: null'], 200);

// --- bodies
const ask = (name, body, ...statuses) => add(`form: ${name}`, form('/tra-cuu', body), ...statuses);
ask('empty', '', 422);
ask('empty code', 'ma=', 422);
ask('markup', `ma=${encodeURIComponent(script)}`, 200, 404);
ask('bad escape', 'ma=%zz', 400);
ask('bad UTF-8', 'ma=%ff', 400);
ask('raw high bytes', 'ma=\xff\xfe', 400);
ask('NUL', 'ma=%00', 400);
ask('twice', 'ma=1&ma=2', 400);
ask('unknown names', 'x=1&y=2&ma=1234', 200);
ask('look-up code that fails its check', 'ma=1234567890123456', 404);
ask('15 digits', 'ma=123456789012345', 404);
ask('100,000 digits', `ma=${long(100000, '1')}`, 404, 413, 422);
ask('300 KB', `ma=${long(300000, '1')}`, 413);
ask('number with wildcard', 'ma=H09.%25-______-____&so=%25%25%25%25', 422);
ask('number, letters for digits', 'ma=H09.12-261123-0001&so=abcd', 404, 422);
ask('number, 5,000 digits', `ma=H09.12-261123-0001&so=${long(5000, '1')}`, 404, 422);
ask('full-width digits', `ma=${encodeURIComponent('１２３４５６７８９０１２３４５６')}`, 404);
ask('Telex garbage', 'ma=H09%C6%B0%E1%BA%AF', 200);
add('form: wrong type', form('/tra-cuu', '{"ma":"1"}', 'application/json'), 400, 415, 422);
add('form: no type', 'POST /tra-cuu HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 4\r\n\r\nma=1', 400, 404, 415, 422);
add('form: odd charset', form('/tra-cuu', 'ma=1', 'application/x-www-form-urlencoded; charset=utf-7'), 400, 404, 415, 422);
add('form: cross-site', form('/tra-cuu', 'ma=1', undefined, ['Origin: https://evil.example', 'Sec-Fetch-Site: cross-site']), 403);
add('form: short body', 'POST /tra-cuu HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\nma=1', 0, 400, 408);
add('multipart: where none is taken', multi('--xyz\r\nContent-Disposition: form-data; name="ma"\r\n\r\n1\r\n--xyz--\r\n'), 400, 415, 422);
add('multipart: no end', multi('--xyz\r\nContent-Disposition: form-data; name="ma"\r\n\r\n1'), 400, 415, 422);
add('multipart: no boundary', form('/tra-cuu', 'x', 'multipart/form-data'), 400, 415, 422);
add('multipart: boundary of 200', multi('x', long(200, 'b')), 400, 415, 422);
add('multipart: nested', multi('--xyz\r\nContent-Type: multipart/mixed; boundary=q\r\n\r\n--q--\r\n--xyz--\r\n'), 400, 415, 422);
add('multipart: path in file name', multi('--xyz\r\nContent-Disposition: form-data; name="f"; filename="../../x.php"\r\n\r\n1\r\n--xyz--\r\n'), 400, 415, 422);
add('multipart: 5,000 parts', multi('--xyz\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(2000) + '--xyz--\r\n'), 400, 413, 415, 422);

const unescaped = [script, '<svg onload', '<img src=x onerror'];

for (const { name, bytes, statuses } of table) {
  await test(name, async () => {
    const answer = await raw(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes, { end: /short body|HTTP\/0\.9/.test(name) });
    if (statuses.length) assert.ok(statuses.includes(answer.status), `status ${answer.status}, right would be ${statuses}`);
    else assert.ok(answer.status < 500, `status ${answer.status}`);
    assert.equal(insides(answer.body), null);
    for (const text of unescaped) assert.ok(!answer.body.includes(text), `${text} came back unescaped`);
    assert.ok(!/\r\nset-cookie: x=1/i.test(answer.raw.toString('latin1')), 'a header was injected');
  });
}

await test('the table holds at least 150 requests', () => assert.ok(table.length >= 150, `${table.length}`));
await test('after all that the site answers', async () => assert.equal((await raw(line('GET', '/'))).status, 200));
done();
