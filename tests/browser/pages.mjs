// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Every kind of page of the website and every state of it, for the checks that
// look at all of them. `open(page, base)` leaves the browser on the page.
import fs from 'node:fs';
import path from 'node:path';

const sample = (name) => JSON.parse(fs.readFileSync(path.join(process.env.MOTCUA_TOP, 'sql/sample', `${name}.json`), 'utf8')).items;
export const dossiers = sample('dossiers');
export const procedures = sample('procedures');

export const longest = [...procedures].sort((a, b) => b.name.length - a.name.length)[0];
export const fullest = procedures.find((p) => p.steps?.length && p.components?.length > 2 && p.legal?.length);
export const barest = procedures.find((p) => !p.steps?.length && !p.components?.length) || procedures.at(-1);
const ofState = (state) => dossiers.find((d) => d.state === state);
const joint = dossiers.find((d) => d.branches?.length > 2) || dossiers.find((d) => d.branches?.length > 1);

const at = (address, status = 200) => ({ status, open: (page, base) => page.goto(base + address) });

const lookup = (fields, status) => ({
  status,
  open: async (page, base) => {
    await page.goto(`${base}/tra-cuu`);
    await page.fill('input[name=ma]', fields.ma);
    let answer = await submit(page);
    if (fields.so !== undefined) {
      await page.fill('input[name=so]', fields.so);
      answer = await submit(page);
    }
    return answer;
  },
});

async function submit(page) {
  const [answer] = await Promise.all([page.waitForNavigation(), page.locator('main form button[type=submit]').first().click()]);
  return answer;
}

export const pages = {
  home: at('/'),
  'search, many results': at('/thu-tuc?q=khai+sinh'),
  'search, page 2 of all': at('/thu-tuc?trang=2'),
  'search, filtered': at('/thu-tuc?q=giay+phep&cap=tinh'),
  'search, misspelt': at('/thu-tuc?q=dang+ky+ket+hom'),
  'search, nothing': at('/thu-tuc?q=gi%C3%A1+x%C4%83ng+h%C3%B4m+nay'),
  'search, markup': at(`/thu-tuc?q=${encodeURIComponent('<b>"khai" sinh</b>')}`),
  'procedure, full': at(`/thu-tuc/${fullest.code}`),
  'procedure, bare': at(`/thu-tuc/${barest.code}`),
  'procedure, longest name': at(`/thu-tuc/${longest.code}`),
  'procedure, prepare': at(`/thu-tuc/${fullest.code}/chuan-bi`),
  'procedure, unknown': at('/thu-tuc/9.999999', 404),
  agencies: at('/co-quan'),
  agency: at(`/co-quan/${fullest.agency}`),
  fields: at('/linh-vuc'),
  field: at(`/linh-vuc/${fullest.field}`),
  'life events': at('/su-kien'),
  'life event': { status: 200, open: async (page, base) => { await page.goto(`${base}/su-kien`); const href = await page.locator('main a[href*="/su-kien/"]').first().getAttribute('href'); return page.goto(href); } },
  'look-up': at('/tra-cuu'),
  'look-up, empty': lookup({ ma: '' }, 422),
  'look-up, not found': lookup({ ma: '5555444433332222' }, 404),
  'look-up, second fact': lookup({ ma: 'H09.12-990101-0001' }, 200),
  'look-up, wrong second fact': lookup({ ma: `H09.12-990101-${1000 + (process.pid % 9000)}`, so: '12' }, 422),
  'status, processing': lookup({ ma: ofState('processing').lookup }, 200),
  'status, waiting for papers': lookup({ ma: ofState('waiting_citizen').lookup }, 200),
  'status, waiting for money': lookup({ ma: ofState('waiting_fee').lookup }, 200),
  'status, ready': lookup({ ma: ofState('ready').lookup }, 200),
  'status, returned': lookup({ ma: dossiers.find((d) => d.state === 'returned' && d.number).lookup }, 200),
  'status, refused': lookup({ ma: ofState('refused').lookup }, 200),
  'status, joint': lookup({ ma: joint.lookup }, 200),
  'how long people wait': at('/cho-doi'),
  'booking, places': at('/dat-lich'),
  'booking, services': at('/dat-lich?noi=trung-tam'),
  'an appointment, the box': at('/lich'),
  'an appointment, unknown': at('/lich/000000000000', 404),
  'a ticket, unknown': at('/ve/000000000000000000000000', 404),
  contact: at('/lien-he'),
  help: at('/tro-giup'),
  accessibility: at('/tiep-can'),
  privacy: at('/quyen-rieng-tu'),
  'no such page': at('/khong-co-trang-nay', 404),
  'bad request': at('/thu-tuc?q=%ff', 400),
};

// First pages of the other programs: Vietnamese and English too.
// The kiosk's first page moves on by itself; test_device.mjs has it.
export const others = { staff: at('/can-bo') };
