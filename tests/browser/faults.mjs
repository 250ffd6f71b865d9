// SPDX-License-Identifier: Apache-2.0
// Copyright motcua contributors
//
// What is wrong with a page: for people with disabilities, as axe sees it, and as HTML. The page must be one whose CSP is
// passed by (bypassCSP).
import fs from 'node:fs';
import { createRequire } from 'node:module';
import { HtmlValidate } from 'html-validate';

const axe = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: { 'no-inline-style': 'error', 'long-title': 'off', 'no-trailing-whitespace': 'off', 'input-missing-label': 'error', 'void-style': 'off', 'tel-non-breaking': 'off' },
});

// A line each. Every rule looks at everything; what it finds in order is not described again for a report nobody reads,
// and does not come out of the browser.
export async function violations(page, runOnly = tags) {
  if (!await page.evaluate(() => Boolean(window.axe))) await page.evaluate(axe);
  return page.evaluate(async (only) => {
    const result = await window.axe.run(document, { runOnly: only, resultTypes: ['violations'] });
    return result.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target} ${n.failureSummary}`));
  }, runOnly);
}

// but: rules that do not matter.
export async function invalid(html, but = /^$/) {
  const report = await validator.validateString(html);
  return report.results.flatMap((r) => r.messages.filter((m) => !but.test(m.ruleId)).map((m) => `${m.line}:${m.column} ${m.ruleId} ${m.message}`));
}
