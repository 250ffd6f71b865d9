// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Speaks FastCGI to a handler's socket, as the server in front does, and as it never would.
import net from 'node:net';

const pair = (name, value) => {
  const length = (n) => (n < 128 ? Buffer.from([n]) : Buffer.from([(n >> 24) | 128, n >> 16, n >> 8, n].map((x) => x & 255)));
  const [a, b] = [Buffer.from(name), Buffer.from(value)];
  return Buffer.concat([length(a.length), length(b.length), a, b]);
};

export const record = (type, body = Buffer.alloc(0)) => {
  const records = [];
  for (let at = 0; at === 0 || at < body.length; at += 65535) {
    const part = body.subarray(at, at + 65535);
    records.push(Buffer.from([1, type, 0, 1, part.length >> 8, part.length & 255, 0, 0]), part);
  }
  return Buffer.concat(records);
};

export const begin = (role = 1) => record(1, Buffer.from([0, role, 0, 0, 0, 0, 0, 0]));

export function encode(params, body = '', role = 1) {
  const bytes = Buffer.from(body);
  const pairs = Buffer.concat(Object.entries(params).map(([name, value]) => pair(name, value)));
  return Buffer.concat([
    begin(role), record(4, pairs), record(4), ...(bytes.length ? [record(5, bytes)] : []), record(5),
  ]);
}

// The whole answer of a connection: { status, head, body, ended }, ended: the handler finished the request.
function decode(answer) {
  const out = [];
  let ended = false;
  for (let at = 0; at + 8 <= answer.length;) {
    const length = answer.readUInt16BE(at + 4);
    if (answer[at + 1] === 6) out.push(answer.subarray(at + 8, at + 8 + length));
    if (answer[at + 1] === 3) ended = true;
    at += 8 + length + answer[at + 6];
  }
  const text = Buffer.concat(out).toString('utf8');
  const split = text.indexOf('\r\n\r\n');
  const head = split < 0 ? text : text.slice(0, split);
  return { status: Number((/^Status: (\d+)/m.exec(head) || [])[1] || 0), head, body: split < 0 ? '' : text.slice(split + 4), ended };
}

// Sends bytes as they are; resolves with what came back when the handler closes. Rejects when nobody listens.
export function send(path, bytes, { timeout = 30000 } = {}) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ path });
    const chunks = [];
    socket.setTimeout(timeout, () => socket.destroy());
    socket.on('connect', () => socket.write(bytes));
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', (error) => (chunks.length || error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT' ? null : reject(error)));
    socket.on('close', () => resolve(decode(Buffer.concat(chunks))));
  });
}

export function ask(path, uri, { method = 'GET', body = '', type = '', params = {}, ...options } = {}) {
  return send(path, encode({
    REQUEST_METHOD: method, DOCUMENT_URI: uri, REQUEST_URI: uri, QUERY_STRING: '',
    ...(body ? { CONTENT_LENGTH: String(Buffer.byteLength(body)), CONTENT_TYPE: type } : {}), ...params,
  }, body), options);
}

// A connection that says `bytes` and then nothing more; its end is the caller's.
export function silent(path, bytes = '') {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ path });
    socket.on('error', reject);
    socket.on('connect', () => {
      if (bytes.length) socket.write(bytes);
      resolve(socket);
    });
  });
}
