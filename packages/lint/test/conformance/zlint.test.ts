import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@quorate/ci';
import { describeConformance } from '@quorate/conformance';
import { allRules } from '@quorate/lint';
import { describe, expect, test } from 'vitest';
import { zlintPage } from '../pages/zlint-page.ts';
import { allCases, compareAll, comparisons, defaultCases, defaultLints } from './zlint-data.ts';

const all = [...comparisons().values()];
const mapped = all.flatMap(({ map }) => Object.entries(map));
const unmapped = all.flatMap((one) => one.unmapped);
const divergences = all.flatMap((one) => one.divergences);

describe('what is said of zlint', () => {
  test('every lint is named once, every rule exists, every reason is one', () => {
    const names = [...mapped.map(([lint]) => lint), ...unmapped.map(({ lint }) => lint)];
    expect(names.filter((lint, i) => names.indexOf(lint) !== i)).toEqual([]);
    const ids = new Set(allRules.map(({ id }) => id));
    expect(mapped.filter(([, rule]) => !ids.has(rule))).toEqual([]);
    for (const { reason } of [...unmapped, ...divergences]) expect(reason).toMatch(/^\S.{20,}[^.]$/);
  });
});

describeConformance('zlint', () => {
  const compared = compareAll();

  test('the corpus is whole', () => {
    expect([defaultLints().length, defaultCases().length, allCases().length]).toEqual([99, 265, 1518]);
  });
  test('every lint of the default group is covered by a rule, or has a reason why not', () => {
    const known = new Set([...mapped.map(([lint]) => lint), ...unmapped.map(({ lint }) => lint)]);
    expect(defaultLints().filter((lint) => !known.has(lint))).toEqual([]);
  });
  test('what is named there is a lint of zlint', () => {
    const lints = new Set([...defaultLints(), ...allCases().map(({ lint }) => lint)]);
    expect(
      [...mapped.map(([lint]) => lint), ...unmapped.map(({ lint }) => lint)].filter((one) => !lints.has(one)),
    ).toEqual([]);
  });
  test('every case of a covered lint has the same answer, or a reason; and no reason is stale', () => {
    const key = (lint: string, file: string, zlint: string, ours: string) => `${lint} ${file}: ${zlint}, ours ${ours}`;
    const found = compared.filter(({ expected, ours }) => expected !== ours);
    expect(found.map(({ lint, file, expected, ours }) => key(lint, file, expected, ours)).sort()).toEqual(
      divergences.map(({ lint, file, zlint, ours }) => key(lint, file, zlint, ours)).sort(),
    );
  });
  test('the page about it is not stale', () => {
    const page = join(repositoryRoot, 'docs/rules/zlint.md');
    const text = zlintPage(compared, comparisons());
    if (process.env['QUORATE_UPDATE_RULE_PAGES'] === '1') writeFileSync(page, text);
    expect(readFileSync(page, 'utf8')).toBe(text);
  });
});
