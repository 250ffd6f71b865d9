// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// A device of the hall at its address: a browser with a cookie of its own, approved, asking or shut out.
import { dev, Officer, hidden } from './staff.mjs';
import { sql } from './reception.mjs';

// The hall all tests may use, with counters 1 and 2; made when the sample has none.
export function hall() {
  const find = () => sql("select id, code from hall order by id limit 1")[0];
  if (!find()) {
    sql("insert into hall (agency_id, code, name) select id, 'thu-nghiem', 'Sảnh thử nghiệm' from agency order by id limit 1");
    for (const number of [1, 2]) sql(`insert into counter (hall_id, number, name) select id, ${number}, 'Quầy thử' from hall`);
  }
  const [id, code] = find();
  return { id: Number(id), code };
}

export class Device extends Officer {
  // An approved one of the sample: the n-th of its kind.
  static async of(kind, n = 1) {
    hall();
    const device = new Device();
    const [, name, value] = /^Cookie: ([^=]+)=(\S+)/m.exec(await dev('device', kind, String(n)));
    device.jar[name] = value;
    device.cookie = name;
    return device;
  }

  // One that asks to be let in; the answer to its question is kept as `asked`.
  static async asking(from) {
    const device = new Device(from);
    device.asked = await device.send('/kiosk', {}, '/kiosk/ghep');
    device.cookie = 'thietbi';
    return device;
  }

  get secret() {
    return this.jar[this.cookie];
  }

  async state() {
    return JSON.parse((await this.ask('/kiosk/ghep/trang-thai')).body).state;
  }

  // What stands on its screen, six digits; '' when it shows none.
  async code() {
    const found = /mc-pair__code"[^>]*>(\d{3}) (\d{3})</.exec((await this.ask('/kiosk')).body);
    return found ? found[1] + found[2] : '';
  }

  async token(page, action) {
    return hidden((await this.ask(page)).body, action)?.token;
  }
}
