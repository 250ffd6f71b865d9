// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The processes of the tests' own instance: who they are, how they end, how they come back.
import fs from 'node:fs';
import path from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { assert, until } from './tap.mjs';

export const state = process.env.MOTCUA_STATE;

export const dev = (args, environment = {}) =>
  promisify(execFile)(path.join(process.env.MOTCUA_TOP, 'dev'), [].concat(args), { timeout: 120000, env: { ...process.env, MOTCUA_QUIET: '1', ...environment } });

// Every live process of a service holds its lock as descriptor 9.
export function pids(service) {
  return fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).filter((pid) => {
    try {
      return fs.readlinkSync(`/proc/${pid}/fd/9`) === `${state}/run/${service}.lock`;
    } catch {
      return false; // gone meanwhile, or without such a descriptor
    }
  }).map(Number);
}
export const main = (service) => Number(fs.readFileSync(`${state}/run/${service}.pid`, 'utf8'));
export const workers = (service) => pids(service).filter((pid) => pid !== main(service));

export function kill(pid, signal = 'SIGKILL') {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

// Ends a service and waits until the last of its processes is gone. Its next start begins a new log.
export async function end(service, signal = 'SIGKILL') {
  kill(main(service), signal);
  await until(() => pids(service).length === 0, `the end of ${service}`, 30000);
  if (fs.existsSync(path.join(state, 'log', `${service}.log`))) assert.doesNotMatch(log(service), /ERROR: (Address|Leak)Sanitizer|runtime error:/);
}

// The order for the fault points of the running programs (cgi/lib/fault.h): "crash:1", "" for none.
export function fault(order) {
  const file = path.join(state, 'fault');
  fs.writeFileSync(`${file}.new`, order);
  fs.renameSync(`${file}.new`, file);
}

export const log = (name) => fs.readFileSync(path.join(state, 'log', `${name}.log`), 'utf8');
