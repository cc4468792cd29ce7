import { allRules, lint, type Rule, readLintObject, runRule } from '@quorate/lint';
import { describe, expect, test } from 'vitest';
import { specimenIds, specimenOf } from './rule-files.ts';
import type { SpecimenObject } from './specimen.ts';

const statusOf = (rule: Rule, { kind, der }: SpecimenObject): string => {
  const { status, reason } = runRule(rule, readLintObject(kind, der));
  return reason === null ? status : `${status}: ${reason}`;
};

test('there is a specimen of every rule, and of nothing else', () => {
  expect(specimenIds().sort()).toEqual(allRules.map(({ id }) => id).sort());
});

describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('fails what it should, passes what it should, and leaves alone the rest', async () => {
    const {
      kind,
      fails,
      passes,
      moreFails = [],
      morePasses = [],
      others = [],
      couldNotRun = [],
    } = await specimenOf(id);
    const statuses = (objects: readonly SpecimenObject[]) => objects.map((object) => statusOf(rule, object));
    expect(statuses([{ kind, der: fails }, ...moreFails])).toEqual(Array(moreFails.length + 1).fill('violates'));
    expect(statuses([{ kind, der: passes }, ...morePasses])).toEqual(Array(morePasses.length + 1).fill('passes'));
    expect(statuses(others)).toEqual(Array(others.length).fill('not-applicable'));
    for (const status of statuses(couldNotRun)) expect(status).toMatch(/^could-not-run: (?!the rule itself failed)/);
  });

  test('says what, where, by which bytes, and what to do', async () => {
    const { kind, fails } = await specimenOf(id);
    const report = lint(readLintObject(kind, fails), { rules: [rule] });
    const found = report.findings.filter((finding) => finding.id === `lint.${id}`);
    expect(found.length).toBeGreaterThan(0);
    expect(report.verdict).toBe(rule.severity === 'error' || report.findings[0]?.outcome === 'fail' ? 'fail' : 'pass');
    for (const finding of found) {
      expect(finding.outcome).toBe(rule.severity === 'error' ? 'fail' : 'warn');
      expect(finding.message).toMatch(/^[^\s].*[^.\s]$/);
      expect(finding.where).not.toBe('');
      expect(finding.reference).toBe(rule.citation);
      expect(finding.action).toBe(rule.remedy);
      if (finding.bytes === undefined) continue;
      const { start, end } = finding.bytes;
      expect(start >= 0 && start <= end && end <= fails.length).toBe(true);
    }
  });

  test('could not run on an object that is none, and never passes it', () => {
    for (const kind of rule.kinds) {
      for (const der of [new Uint8Array(), Uint8Array.of(0x30, 0), Uint8Array.of(0x30, 0x82, 0xff)]) {
        const outcome = runRule(rule, readLintObject(kind, der));
        expect(outcome.status).not.toBe('violates');
        expect(outcome.reason ?? '').not.toContain('the rule itself failed');
        expect(lint(readLintObject(kind, der), { rules: [rule] }).verdict).not.toBe('pass');
      }
    }
  });
});
