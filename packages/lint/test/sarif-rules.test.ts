import { allRules, lint, readLintObject, sarifRules } from '@quorate/lint';
import { sarifOf } from '@quorate/report';
import { issuedCertificate } from '@quorate/vectors';
import { expect, test } from 'vitest';

const tool = { name: 'quorate', version: '0' };

test('there are the words of every rule, and those of lint.readable', () => {
  const rules = sarifRules();
  expect(Object.keys(rules).sort()).toEqual(['lint.readable', ...allRules.map(({ id }) => `lint.${id}`)].sort());
  for (const { shortDescription, fullDescription, help, level, helpUri } of Object.values(rules)) {
    expect(shortDescription).toMatch(/^\S.*\.$/);
    expect(fullDescription).toMatch(/^\S.*\.$/);
    expect(help).toMatch(/^[A-Z]/);
    expect(['error', 'warning', 'note']).toContain(level);
    expect(helpUri).toBeUndefined();
  }
});

test('a page is named when it is said where the pages are', () => {
  const [rule] = allRules.filter(({ id }) => id === 'serial-number-short');
  const rules = sarifRules(rule === undefined ? [] : [rule], 'https://example.org/rules/');
  expect(rules['lint.serial-number-short']?.helpUri).toBe('https://example.org/rules/serial-number-short.md');
});

test('in SARIF an error is an error, a warning a warning, and a notice a note', () => {
  const report = lint(readLintObject('certificate', issuedCertificate), { sets: ['all'] });
  const [run] = sarifOf(report, { tool, rules: sarifRules() }).runs;
  const level = (id: string): string[] => run.results.filter(({ ruleId }) => ruleId === id).map((one) => one.level);
  expect(level('lint.serial-number-positive')).toEqual(['error']);
  expect(level('lint.serial-number-short')).toEqual(['warning']);
  expect(level('lint.not-before-midnight')).toEqual(['note']);
  expect(level('lint.readable')).toEqual(['none']);
  const severities = new Map(report.findings.map(({ id, severity }) => [id, severity]));
  for (const { ruleId, kind, level } of run.results) {
    const expected = { error: 'error', warning: 'warning', notice: 'note' }[severities.get(ruleId) ?? 'error'];
    expect(level).toBe(kind === 'fail' ? expected : 'none');
  }
  expect(run.tool.driver.rules.every(({ defaultConfiguration }) => defaultConfiguration !== undefined)).toBe(true);
});
