import { type CaseOutcome, type Divergence, judgeSuite } from '@quorate/conformance';
import { describe, expect, test } from 'vitest';

const reason = 'a reason that is long enough';
const outcome = (suite: string, ours: string, group?: string): CaseOutcome =>
  group === undefined ? { id: 'a', suite, ours } : { id: 'a', suite, ours, group };
const entry = (suite: string, ours: string, why: string = reason): Divergence => ({
  id: 'a',
  suite,
  ours,
  reason: why,
});

describe('the judge of suites finds one problem', () => {
  test.each([
    ['in a difference without a reason', [outcome('valid', 'invalid')], []],
    ['in a reason without a difference', [outcome('valid', 'valid')], [entry('valid', 'invalid')]],
    ['in a reason for other answers', [outcome('valid', 'invalid')], [entry('invalid', 'valid')]],
    ['in a reason for no case', [], [entry('valid', 'invalid')]],
    ['in an empty reason', [outcome('valid', 'invalid')], [entry('valid', 'invalid', '')]],
    ['in an id that is there twice', [outcome('valid', 'valid'), outcome('valid', 'valid')], []],
  ])('%s', (_, outcomes, listed) => {
    expect(judgeSuite(outcomes, listed).problems).toHaveLength(1);
  });
  test('in a divergence, with a reason, of a group in which none is allowed', () => {
    const outcomes = [outcome('valid', 'invalid', 'rfc')];
    expect(judgeSuite(outcomes, [entry('valid', 'invalid')], ['other']).problems).toEqual([]);
    expect(judgeSuite(outcomes, [entry('valid', 'invalid')], ['rfc']).problems).toHaveLength(1);
    expect(judgeSuite(outcomes, [entry('valid', 'invalid')], 'all').problems).toHaveLength(1);
  });
  test('in an entry that is there twice', () => {
    const listed = [entry('valid', 'invalid'), entry('valid', 'invalid')];
    expect(judgeSuite([outcome('valid', 'invalid')], listed).problems).toHaveLength(1);
  });
});

describe('the judge of suites counts', () => {
  test.each([
    ['invalid', 'valid', [1, 0]],
    ['unknown', 'good', [1, 0]],
    ['error', 'pass', [1, 0]],
    ['valid', 'invalid', [0, 1]],
    ['pass', 'warn', [0, 1]],
    ['warn', 'error', [0, 0]],
    ['acceptable', 'invalid', [0, 0]],
    ['error', 'could-not-run', [0, 0]],
  ])('%s answered as %s: false accepts and false rejects', (suite, ours, expected) => {
    const { falseAccepts, falseRejects, differences } = judgeSuite([outcome(suite, ours)], []);
    expect([falseAccepts, falseRejects]).toEqual(expected);
    expect(differences).toEqual([{ id: 'a', suite, ours, reason: null }]);
  });
  test('cases by their groups, and all together', () => {
    const outcomes = ['x', 'x', 'y'].map((group, i) => ({
      id: `${i}`,
      suite: 'valid',
      ours: i === 1 ? 'invalid' : 'valid',
      group,
    }));
    const listed = [{ id: '1', suite: 'valid', ours: 'invalid', reason }];
    const { groups, differences, problems, ...whole } = judgeSuite(outcomes, listed);
    expect(problems).toEqual([]);
    expect(whole).toEqual({ cases: 3, agreed: 2, divergent: 1, falseAccepts: 0, falseRejects: 1 });
    expect(groups['x']).toEqual({ cases: 2, agreed: 1, divergent: 1, falseAccepts: 0, falseRejects: 1 });
    expect(groups['y']).toEqual({ cases: 1, agreed: 1, divergent: 0, falseAccepts: 0, falseRejects: 0 });
  });
});
