// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Files to send, good and bad ones, and an officer who sends them.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { execFileSync } from 'node:child_process';
import { get, url } from './tap.mjs';
import { dev, state } from './instance.mjs';
import { cookie, sql } from './reception.mjs';

export const store = path.join(state, 'store');

// The check with the files finds nothing. Tests of the hall write tickets straight into its tables, without numbers
// from the register and without history: what it says of tickets is left to sql/check_rules.
const ofTickets = /^WRONG  (tickets of a group|numbers lent|the last event of a ticket|a closed day of a hall|a slot has)/;
export const nothingWrong = () => dev(['cli', 'check', '--files']).catch((error) => {
  const wrong = String(error.stdout).split('\n').filter((line) => line.startsWith('WRONG') && !ofTickets.test(line));
  if (wrong.length || !String(error.stdout).includes('WRONG')) throw new Error([error.message, ...wrong].join('\n'));
});
export const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

let made = 0;
// A page of its own each time, so that no content is met twice by chance; `inside` stands in a stream.
export const pdf = (inside = `${process.pid} ${++made} ${Math.random()}`) =>
  Buffer.from(`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n4 0 obj<</Length ${inside.length}>>stream\n${inside}\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`, 'latin1');

// members: { name: content }
export function zip(members) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, content] of Object.entries(members)) {
    const data = Buffer.from(content);
    const packed = zlib.deflateRawSync(data);
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE(8, 2); // deflated
    fields.writeUInt32LE(crc32(data), 8);
    fields.writeUInt32LE(packed.length, 12);
    fields.writeUInt32LE(data.length, 16);
    fields.writeUInt16LE(Buffer.byteLength(name), 20);
    const local = Buffer.concat([Buffer.from('PK\x03\x04\x14\x00', 'latin1'), fields, Buffer.alloc(2), Buffer.from(name), packed]);
    const place = Buffer.alloc(4);
    place.writeUInt32LE(at);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00\x14\x00', 'latin1'), fields, Buffer.alloc(12), place, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const whole = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(whole.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, whole, end]);
}

function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ -1) >>> 0;
}

export const docx = (more = {}) => zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document/>', 'docProps/app.xml': `<Properties>${Math.random()}</Properties>`, ...more });

export class Sender {
  constructor(session) {
    this.headers = { Cookie: session };
  }

  static async open(login) {
    return new Sender(await cookie(login));
  }

  get(where, headers = {}) {
    return get(where, { headers: { ...this.headers, ...headers } });
  }

  async token(page) {
    const html = await (await this.get(page)).text();
    return (new RegExp(`action="${page}"[^>]*><input type="hidden" name="token" value="([^"]+)"`).exec(html) || [])[1] || '';
  }

  // files: [[name, bytes], …]
  async send(page, files, fields = {}, token) {
    const form = new FormData();
    form.append('token', token ?? await this.token(page));
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    for (const [name, bytes] of files) form.append('tepmoi', new Blob([bytes]), name);
    return get(page, { method: 'POST', headers: this.headers, body: form });
  }

  async post(page, fields) {
    const body = new URLSearchParams({ token: await this.token(page), ...fields });
    return get(page, { method: 'POST', headers: { ...this.headers, 'Content-Type': 'application/x-www-form-urlencoded' }, body });
  }
}

// Every file of the store but its lock, as paths below it.
export function stored(folder = store) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => entry.isDirectory()
    ? stored(path.join(folder, entry.name)).map((below) => path.join(entry.name, below))
    : entry.name === '.lock' ? [] : [entry.name]);
}

// The background program, now.
export function jobs() {
  sql("delete from job_run where job in ('scan-files', 'audit-files', 'sweep-store', 'remove-refused-files')");
  execFileSync(path.join(process.env.MOTCUA_BUILD, 'motcua-jobs'), {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: {
      ...process.env, MOTCUA_DB: `unix:${state}/run/db.sock`, MOTCUA_DB_PASSWORD_FILE: `${state}/secrets/motcua-jobs.password`,
      MOTCUA_STORE: store, MOTCUA_CLAMD: `unix:${state}/run/clamd.sock`, MOTCUA_CLOCK: `${state}/clock`,
    },
  });
}

// An open dossier whose task `login` holds.
export const dossierOf = (login) => Number(sql(`select b.dossier_id from task t join branch b on b.id = t.branch_id join user u on u.id = t.assignee_id
  join dossier d on d.id = b.dossier_id where t.closed_at is null and u.login = '${login}' and d.closed_at is null order by 1 limit 1`)[0][0]);

export const rows = (dossier) => sql(`select x.id, x.kind, x.name, f.scan_state, f.type, hex(f.sha256), x.version from dossier_file x join file f on f.id = x.file_id where x.dossier_id = ${dossier} order by x.id`)
  .map(([id, kind, name, scan, type, sha256, version]) => ({ id: Number(id), kind, name, scan, type, sha256: sha256.toLowerCase(), version: Number(version) }));
export const place = (sha256) => path.join(store, sha256.slice(0, 2), sha256);
export const files = (dossier) => `/can-bo/ho-so/${dossier}/tep`;
export { url };
