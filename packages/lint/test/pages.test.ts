import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@quorate/ci';
import { decodePem } from '@quorate/der';
import { allRules, readLintObject, runRule } from '@quorate/lint';
import { describe, expect, test } from 'vitest';
import { indexPage, kindOfLabel, rulePage } from './pages/rule-page.ts';
import { ruleFiles, specimenOf } from './rule-files.ts';

const folder = join(repositoryRoot, 'docs/rules');
const update = process.env['QUORATE_UPDATE_RULE_PAGES'] === '1';
const groups = new Map(ruleFiles().map(({ id, group }) => [id, group]));

function expectPage(file: string, text: string): void {
  if (update) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
}

describe('the pages of docs/rules', () => {
  test('are one for each rule, the list of them, and the comparison with zlint', () => {
    const expected = [...allRules.map(({ id }) => `${id}.md`), 'README.md', 'zlint.md'].sort();
    expect(readdirSync(folder).sort()).toEqual(update ? expect.anything() : expected);
  });
  test('the list is not stale', () => expectPage('README.md', indexPage(groups)));

  test.each(allRules.map((rule) => [rule.id, rule] as const))(
    '%s: is not stale, and its examples are true',
    async (id, rule) => {
      expectPage(`${id}.md`, rulePage(rule, await specimenOf(id)));
      const blocks = decodePem(readFileSync(join(folder, `${id}.md`), 'utf8'));
      const statuses = blocks.map(({ label, bytes }) => {
        const kind = kindOfLabel(label);
        return kind === undefined ? `label ${label}` : runRule(rule, readLintObject(kind, bytes)).status;
      });
      expect(statuses).toEqual(['violates', 'passes']);
    },
  );
});
