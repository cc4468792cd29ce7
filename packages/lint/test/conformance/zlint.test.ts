import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@quorate/ci';
import { type CaseOutcome, describeConformance, recordSuite, timed } from '@quorate/conformance';
import { allRules } from '@quorate/lint';
import { describe, expect, test } from 'vitest';
import { zlintPage } from '../pages/zlint-page.ts';
import { allCases, compareAll, comparisons, defaultCases, defaultLints } from './zlint-data.ts';

const all = [...comparisons().values()];
const mapped = all.flatMap(({ map }) => Object.entries(map));
const unmapped = all.flatMap((one) => one.unmapped);
const divergences = all.flatMap((one) => one.divergences);

/** The corpus has some cases twice; the second of an id gets the number 2, and so on. */
function numbered<T extends { readonly id: string }>(list: readonly T[]): T[] {
  const seen = new Map<string, number>();
  return list.map((one) => {
    const count = (seen.get(one.id) ?? 0) + 1;
    seen.set(one.id, count);
    return count === 1 ? one : { ...one, id: `${one.id} (${count})` };
  });
}

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
  const { value: compared, milliseconds } = timed(compareAll);

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
  test('the totals are those that are written down', () => {
    const key = ({ lint, file }: { readonly lint: string; readonly file: string }): string => `${lint} ${file}`;
    const byDefault = new Set(defaultCases().map(key));
    const groupOf = (one: { readonly lint: string; readonly file: string }): string =>
      byDefault.has(key(one)) ? 'RFC and community' : 'opt-in';
    const run = new Set(compared.map(({ lint }) => lint));
    const left = allCases().filter(({ lint }) => !run.has(lint));
    const optIn = left.filter((one) => groupOf(one) === 'opt-in').length;
    const why = 'rules of browsers and their forum beyond what the cabf set of rules takes up';
    const judged = recordSuite({
      suite: 'zlint',
      outcomes: numbered(
        compared.map((one): CaseOutcome => {
          return { id: `${key(one)}: ${one.expected}`, suite: one.expected, ours: one.ours, group: groupOf(one) };
        }),
      ),
      divergences: numbered(
        divergences.map((one) => {
          return { id: `${key(one)}: ${one.zlint}`, suite: one.zlint, ours: one.ours, reason: one.reason };
        }),
      ),
      notRun: [
        ...unmapped.map(({ lint, reason }) => {
          const cases = left.filter((one) => one.lint === lint && groupOf(one) !== 'opt-in').length;
          return { what: lint, group: 'RFC and community', cases, reason };
        }),
        { what: 'lints of the opt-in groups', group: 'opt-in', cases: optIn, reason: why },
      ],
      milliseconds,
    });
    expect(judged.problems).toEqual([]);
  });
  test('the page about it is not stale', () => {
    const page = join(repositoryRoot, 'docs/rules/zlint.md');
    const text = zlintPage(compared, comparisons());
    if (process.env['QUORATE_UPDATE_RULE_PAGES'] === '1') writeFileSync(page, text);
    expect(readFileSync(page, 'utf8')).toBe(text);
  });
});
