// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// The page of the keyboard's test: made of the real frame, words and built files, and served to the browser alone, under
// the site's own content security policy.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { url } from '../../lib/tap.mjs';

const top = process.env.MOTCUA_TOP;
const here = path.join(top, 'tests/browser/keyboard');
export const address = `${url}/kiosk/thu-ban-phim`;

function words(lang) {
  const folder = path.join(top, 'templates/lang', lang);
  return fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8')).join('\n');
}

function render(lang) {
  const data = path.join(process.env.MOTCUA_TMP, `keyboard-${lang}.hdf`);
  const assets = fs.readFileSync(path.join(process.env.MOTCUA_STATE, 'static/assets.hdf'), 'utf8');
  const value = (name) => assets.match(new RegExp(`^Asset\\.${name} = (.*)$`, 'm'))[1];
  fs.writeFileSync(data, [
    'Config.VarEscapeMode = html', `hdf.loadpaths.0 = ${top}/templates`, `hdf.loadpaths.1 = ${here}`, words(lang), assets,
    'Page.Body = page.cs', 'Page.Audience = kiosk', 'Page.Title = Bàn phím', `Page.Lang = ${lang}`, 'Page.Base = /kiosk', 'Site.Name = Một cửa',
    `Page.Style = ${value('keyboard_css')}`, `Page.Script = ${value('keyboard')}`, '',
  ].join('\n'));
  const html = execFileSync('cstest', [data, path.join(top, 'templates/layout.cs')], { encoding: 'utf8', cwd: '/' });
  return html.slice(html.indexOf('<!doctype'), html.indexOf('</html>') + '</html>'.length);
}

// The page is there for this visitor.
export async function serve(page, lang = 'vi') {
  const policy = (await fetch(`${url}/kiosk`)).headers.get('content-security-policy');
  const body = render(lang);
  await page.route(address, (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8', headers: { 'Content-Security-Policy': policy } }));
  await page.goto(address);
}

// A keyboard with a clock of its own: keys come at the moments given, however busy the machine is.
export class Keys {
  constructor(session) {
    this.session = session;
    this.at = Date.now() / 1000;
  }

  static async of(page) {
    return new Keys(await page.context().newCDPSession(page));
  }

  // gap: ms since the key before. way: how this keyboard changes what a key gives.
  async press(char, gap, { key = char, code = place(char) } = {}) {
    this.at += gap / 1000;
    const text = key.length === 1 ? key : key === 'Enter' ? '\r' : undefined;
    const stroke = { key, code, windowsVirtualKeyCode: { Enter: 13, Tab: 9, Backspace: 8 }[key] || 0, timestamp: this.at };
    await this.session.send('Input.dispatchKeyEvent', { type: text ? 'keyDown' : 'rawKeyDown', ...stroke, text });
    await this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke });
  }

  async type(text, gap, end) {
    this.at += 2;
    for (const char of text) await this.press(char, gap);
    if (end) await this.press(end, gap);
  }
}

function place(char) {
  if (/\d/.test(char)) return `Digit${char}`;
  if (/[a-z]/i.test(char)) return `Key${char.toUpperCase()}`;
  return { '-': 'Minus', '.': 'Period', '/': 'Slash', ':': 'Semicolon', ' ': 'Space' }[char] || char;
}
