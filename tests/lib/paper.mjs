// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// Printed papers as a reader and as a scanner see them.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { execFileSync, spawnSync } from 'node:child_process';

const scratch = fs.mkdtempSync(path.join(process.env.MOTCUA_TMP || os.tmpdir(), 'paper-'));
process.on('exit', () => fs.rmSync(scratch, { recursive: true, force: true }));

const squeezed = (text) => text.normalize('NFC').replace(/\s+/g, ' ').trim();

// The words of a page of ours, without its tags.
export function wordsOfPage(html) {
  const sheet = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const plain = sheet.replace(/<svg[\s\S]*?<\/svg>/g, ' ').replace(/<[^>]+>/g, ' ');
  return squeezed(plain.replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')).replace(/ ([:,.])/g, '$1');
}

let files = 0;
export class Pdf {
  constructor(bytes) {
    this.file = path.join(scratch, `${++files}.pdf`);
    fs.writeFileSync(this.file, bytes);
    const info = execFileSync('pdfinfo', [this.file], { encoding: 'utf8' });
    this.pages = Number(/^Pages:\s+(\d+)/m.exec(info)[1]);
    const [, width, height] = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(info);
    this.size = [width, height].map((points) => Math.round(points / 72 * 25.4)); // millimetres
  }

  // The words of one page, from 1, or of all.
  words(page) {
    return squeezed(execFileSync('pdftotext', [...(page ? ['-f', page, '-l', page] : []), '-layout', this.file, '-'], { encoding: 'utf8' }));
  }

  // As one reads: column by column, so that a long cell is one text.
  prose() {
    return squeezed(execFileSync('pdftotext', [this.file, '-'], { encoding: 'utf8' }));
  }

  // What a scanner reads off its pages printed at so many dots an inch: sorted texts.
  codes(dpi) {
    const base = `${files}-${dpi}`;
    execFileSync('pdftoppm', ['-r', dpi, '-gray', '-png', this.file, path.join(scratch, base)]);
    const pictures = fs.readdirSync(scratch).filter((name) => name.startsWith(`${base}-`)).map((name) => path.join(scratch, name));
    const read = spawnSync('zbarimg', ['--quiet', ...pictures], { encoding: 'utf8' }).stdout; // ends with 4 where a page has none
    pictures.forEach((picture) => fs.rmSync(picture));
    return read.trim().split('\n').sort();
  }
}
