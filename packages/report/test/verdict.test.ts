import { type Finding, type Outcome, reportOf, type Verdict, verdictOf } from '@quorate/report';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const outcomes: readonly Outcome[] = ['pass', 'fail', 'warn', 'not-checked'];

function findings(...given: readonly Outcome[]): Finding[] {
  return given.map((outcome, i) => ({ id: `check.${i}`, outcome, where: 'here', message: 'found' }));
}

describe('the verdict of findings', () => {
  /** All sixteen sets of outcomes, each with its verdict written out. */
  const table: readonly (readonly [readonly Outcome[], Verdict])[] = [
    [[], 'incomplete'],
    [['pass'], 'pass'],
    [['fail'], 'fail'],
    [['warn'], 'incomplete'],
    [['not-checked'], 'incomplete'],
    [['pass', 'fail'], 'fail'],
    [['pass', 'warn'], 'pass'],
    [['pass', 'not-checked'], 'incomplete'],
    [['fail', 'warn'], 'fail'],
    [['fail', 'not-checked'], 'fail'],
    [['warn', 'not-checked'], 'incomplete'],
    [['pass', 'fail', 'warn'], 'fail'],
    [['pass', 'fail', 'not-checked'], 'fail'],
    [['pass', 'warn', 'not-checked'], 'incomplete'],
    [['fail', 'warn', 'not-checked'], 'fail'],
    [['pass', 'fail', 'warn', 'not-checked'], 'fail'],
  ];

  test('the table has every set of outcomes once', () => {
    expect(new Set(table.map(([given]) => [...given].sort().join())).size).toBe(2 ** outcomes.length);
  });

  test.each(table)('%j is %s', (given, verdict) => {
    expect(verdictOf(findings(...given))).toBe(verdict);
    expect(verdictOf(findings(...given.toReversed()))).toBe(verdict);
  });

  test('depends on which outcomes there are, not on their order or number', () => {
    const some = fc.array(fc.constantFrom(...outcomes), { maxLength: 12 });
    fc.assert(
      fc.property(
        some.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([given, shuffled]) => {
          const verdict = verdictOf(findings(...given));
          expect(verdictOf(findings(...shuffled))).toBe(verdict);
          expect(verdictOf(findings(...given, ...given))).toBe(verdict);
          const set = [...new Set(given)].sort().join();
          expect(table.find(([row]) => [...row].sort().join() === set)?.[1]).toBe(verdict);
        },
      ),
    );
  });

  test('one more finding never turns a bad verdict good, but for a pass where nothing passed', () => {
    const rank: Readonly<Record<Verdict, number>> = { fail: 0, incomplete: 1, pass: 2 };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...outcomes)), fc.constantFrom(...outcomes), (given, more) => {
        const before = rank[verdictOf(findings(...given))];
        const after = rank[verdictOf(findings(...given, more))];
        if (more !== 'pass' || given.includes('pass')) expect(after).toBeLessThanOrEqual(before);
        if (given.includes('fail') || given.includes('not-checked')) expect(after).toBeLessThanOrEqual(before);
      }),
    );
  });
});

describe('a report', () => {
  test('keeps its findings, in their order, with every field', () => {
    const given: Finding[] = [
      { id: 'b', outcome: 'warn', where: 'x', message: 'm', expected: '1', actual: '2', reference: 'RFC 5280, 4.1' },
      { id: 'a', outcome: 'pass', where: 'y', message: 'n' },
    ];
    expect(reportOf(given)).toEqual({ verdict: 'pass', findings: given });
    expect(reportOf([])).toEqual({ verdict: 'incomplete', findings: [] });
  });
});
