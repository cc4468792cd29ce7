import { LintError, lint, type Rule, readLintObject, runRule } from '@quorate/lint';
import { describe, expect, test } from 'vitest';
import { defineRule, type RuleFinding } from '../src/rule.ts';
import { certificate, crl, csr, tbs } from './make/objects.ts';
import { generalizedTime, hex, time, utcTime } from './make/values.ts';

/** A rule that finds what it is told, and applies to certificates. */
function ruleThat(finds: () => readonly RuleFinding[], changes: Partial<Rule> = {}): Rule {
  const data = { kinds: ['certificate', 'tbs', 'crl'] as const, severity: 'error', title: 'it is good' } as const;
  const texts = { description: '', citation: 'nowhere', source: 'practice', remedy: 'do it again' } as const;
  return {
    ...defineRule({ id: 'a-rule', ...data, ...texts, effective: null, until: null, applies: () => true, finds }),
    ...changes,
  };
}

const good = readLintObject('certificate', certificate());
const wrong: RuleFinding = { message: 'it is wrong', where: 'serialNumber', at: good.serialNumber };
const bad = ruleThat(() => [wrong]);

describe('one rule', () => {
  test('passes with no finding, violates with one', () => {
    expect(
      runRule(
        ruleThat(() => []),
        good,
      ).status,
    ).toBe('passes');
    expect(runRule(bad, good)).toEqual({ status: 'violates', findings: [wrong], reason: null });
  });
  test('does not apply to another kind, nor where it says so', () => {
    expect(runRule(bad, readLintObject('csr', csr())).status).toBe('not-applicable');
    expect(runRule({ ...bad, applies: () => false }, good).status).toBe('not-applicable');
  });
  test('could not run when it throws, whatever it throws', () => {
    const throwing = (error: unknown) => () => {
      throw error;
    };
    const unreadable = new LintError('missing', { field: 'subject' });
    expect(runRule(ruleThat(throwing(unreadable)), good)).toMatchObject({ reason: 'subject: missing' });
    for (const error of [new Error('oops'), 'oops', new TypeError('oops')]) {
      const outcome = runRule(ruleThat(throwing(error)), good);
      expect(outcome).toEqual({ status: 'could-not-run', findings: [], reason: 'the rule itself failed: oops' });
      expect(runRule({ ...bad, applies: throwing(error) as never }, good)).toEqual(outcome);
    }
  });
  test.each([
    ['2024-06-02', null, 'violates'],
    ['2024-06-03', null, 'violates'],
    ['2024-06-04', null, 'not-in-force'],
    [null, '2024-06-03', 'not-in-force'],
    [null, '2024-06-04', 'violates'],
    ['2024-06-01', '2024-06-03', 'not-in-force'],
  ])('from %s until %s, an object of 3 June 2024: %s', (effective, until, status) => {
    for (const object of [good, readLintObject('tbs', tbs()), readLintObject('crl', crl())]) {
      expect(runRule({ ...bad, effective, until }, object).status).toBe(status);
    }
  });
  test.each([
    ['a UTCTime with an offset', utcTime('2406030941+0200'), 'not-in-force'],
    ['a GeneralizedTime with a fraction', generalizedTime('20240603094117.5Z'), 'not-in-force'],
    ['a UTCTime of 1950', time('1950-06-03T00:00:00Z'), 'not-in-force'],
    ['no time at all', hex('0500'), 'violates'],
  ])('by notBefore as %s', (_name, notBefore, status) => {
    const object = readLintObject('certificate', certificate({ notBefore }));
    expect(runRule({ ...bad, effective: '2024-06-04' }, object).status).toBe(status);
  });
});

describe('a report', () => {
  test('an error fails it, a warning or a notice does not', () => {
    expect(lint(good, { rules: [bad] }).verdict).toBe('fail');
    for (const severity of ['warning', 'notice'] as const) {
      const report = lint(good, { rules: [{ ...bad, severity }] });
      expect(report).toMatchObject({ verdict: 'pass', results: [{ rule: 'a-rule', severity, status: 'violates' }] });
      expect(report.findings[1]).toMatchObject({ outcome: 'warn', severity });
    }
  });
  test('a rule that could not run makes it incomplete', () => {
    const failing = ruleThat(() => {
      throw new Error('oops');
    });
    expect(lint(good, { rules: [failing] }).verdict).toBe('incomplete');
    expect(lint(good, { rules: [failing, bad] }).verdict).toBe('fail');
  });
  test('names the bytes in the object, also when that is a view', () => {
    const der = certificate();
    const within = new Uint8Array(der.length + 20).subarray(7, 7 + der.length);
    within.set(der);
    const object = readLintObject('certificate', within);
    const rule = ruleThat(() => [{ ...wrong, at: object.serialNumber }]);
    const { start, end } = lint(object, { rules: [rule] }).findings[1]?.bytes ?? { start: 0, end: 0 };
    expect(der.subarray(start, end)).toEqual(Uint8Array.from(object.serialNumber));
    const elsewhere = ruleThat(() => [{ ...wrong, at: hex('00') }]);
    expect(lint(object, { rules: [elsewhere] }).findings[1]).not.toHaveProperty('bytes');
  });
  test('shows some of very many, and says how many more', () => {
    const report = lint(good, { rules: [ruleThat(() => Array(10_000).fill(wrong))] });
    expect(report.findings.length).toBe(52);
    expect(report.findings.at(-1)?.message).toBe('and 9950 more like these');
  });
  test('what the strict readers refuse never passes', () => {
    const twice = certificate({ more: [] });
    const trailing = new Uint8Array(twice.length + 1);
    trailing.set(twice);
    const report = lint(readLintObject('certificate', trailing), { rules: [ruleThat(() => [])] });
    expect(report.verdict).toBe('fail');
    expect(report.findings[0]).toMatchObject({ id: 'lint.readable', outcome: 'fail', severity: null });
  });
  test('what is beyond their bounds is incomplete', () => {
    const huge = new Uint8Array(1024 * 1024 + 1);
    const report = lint(readLintObject('certificate', huge), { rules: [ruleThat(() => [])] });
    expect(report.verdict).toBe('incomplete');
  });
  test('bytes that are none, or no kind, are a TypeError', () => {
    expect(() => readLintObject('certificate', 'MII' as never)).toThrow(TypeError);
    expect(() => readLintObject('key' as never, certificate())).toThrow(TypeError);
  });
});
