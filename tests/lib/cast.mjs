// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Officers for questions of right: every role of dossiers in every place as seen from the dossiers of one unit, people whose
// right has ended, and people who stand in for others. They have accounts, no passwords.
import { sql } from './reception.mjs';

export const roles = ['clerk', 'handler', 'head', 'approver', 'sealer', 'returner', 'supervisor', 'manager'];

// What a grant looks like in each place: unit, first day, last day, withdrawn.
const grants = {
  own: { unit: 'STP.HCTP' },
  body: { unit: 'STP' },
  sibling: { unit: 'STP.BTTP' },
  other: { unit: 'SKHDT' },
  province: { unit: null },
  expired: { unit: null, to: '2026-01-31' },
  future: { unit: null, from: '2199-01-01' },
  withdrawn: { unit: null, withdrawn: true },
};
export const places = [...Object.keys(grants), 'substitute', 'former'];

const quoted = (text) => (text === null || text === undefined ? 'null' : `'${text}'`);
const account = (login) => `insert into user (login, name, agency_id) select '${login}', 'Người Thử ${login}', id from agency where code = 'STP' on duplicate key update name = values(name);`;
const grant = (login, role, { unit, from = '2020-01-01', to, withdrawn }) => `insert into role_grant (user_id, role, agency_id, from_date, to_date, withdrawn_at)
  select u.id, '${role}', (select id from agency where code = ${quoted(unit)}), '${from}', ${quoted(to)}, ${withdrawn ? "'2026-01-01'" : 'null'} from user u where u.login = '${login}';`;
const stand_in = (login, absent, withdrawn) => `insert into substitution (absent_id, substitute_id, from_date, to_date, set_by, withdrawn_at)
  select a.id, s.id, '2020-01-01', '2199-12-31', a.id, ${withdrawn ? "'2026-01-01'" : 'null'} from user a join user s where a.login = '${absent}' and s.login = '${login}';`;

// { login, role, place } of each. The substitute stands in for who has the role for the whole body; the former one did.
export function cast(prefix) {
  const people = [];
  let orders = '';
  for (const role of roles) {
    for (const place of places) {
      const login = `${prefix}.${role}.${place}`;
      people.push({ login, role, place });
      orders += account(login);
      if (grants[place]) orders += grant(login, role, grants[place]);
    }
    for (const place of ['substitute', 'former']) orders += stand_in(`${prefix}.${role}.${place}`, `${prefix}.${role}.body`, place === 'former');
  }
  sql(orders);
  return people;
}

// They leave again: other tests count on who holds a role.
export function dismiss(prefix) {
  const them = roles.map((role) => `login like '${prefix}.${role}.%'`).join(' or ');
  sql(`update role_grant set withdrawn_at = '2026-01-01' where withdrawn_at is null and user_id in (select id from user where ${them});
    update substitution set withdrawn_at = '2026-01-01' where withdrawn_at is null and substitute_id in (select id from user where ${them});`);
}

// Rights that hold today, and for which dossiers of STP.HCTP they count: written down once more for the tests.
export const alive = (place) => !['expired', 'future', 'withdrawn', 'former'].includes(place);
