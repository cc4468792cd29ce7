import { createHash } from 'node:crypto';
import { type CaseOutcome, describeConformance, type Divergence, judgeSuite } from '@quorate/conformance';
import { type PathReport, verifyPath } from '@quorate/verify';
import { describe, expect, test } from 'vitest';
import { chainCases, chainRequest } from './chain.ts';
import divergences from './divergences.json' with { type: 'json' };
import { limboCases, limboGroups, limboRequest } from './limbo.ts';
import { builderRequest, builderSuite } from './path-builder.ts';
import { pkitsCases, pkitsRequest } from './pkits.ts';

const LISTED: Readonly<Record<string, readonly Divergence[]>> = divergences;

const answer = (valid: boolean): string => (valid ? 'valid' : 'invalid');
/** `pass` is a yes; everything else is a no, and which no is held against the entry of a divergence. */
const ours = (report: PathReport): string => (report.verdict === 'pass' ? 'valid' : 'invalid');

const sha256 = (der: Uint8Array): string => createHash('sha256').update(der).digest('hex');

/** The groups of cases in which RFC 5280 is the rule, so that no divergence may be listed. */
const LIMBO_MUST = ['rfc5280-path', 'rfc5280-syntax', 'anchor-constraints', 'tls-name', 'limits', 'real-world', 'algorithm-profile'];
const CHAIN_MUST = ['rfc5280', 'anchor-constraints', 'eku-nesting'];

describeConformance('PKITS', () => {
  const cases = pkitsCases();
  const reports = cases.map((item) => ({ item, report: verifyPath(pkitsRequest(item)) }));

  test('171 cases, all as PKITS has them', () => {
    const outcomes = reports.map(({ item, report }) => ({ id: item.id, suite: answer(item.expected), ours: ours(report) }));
    const { cases: total, agreed, problems } = judgeSuite(outcomes, []);
    expect(problems).toEqual([]);
    expect([total, agreed]).toEqual([171, 171]);
  });

  test('the user-constrained policy set of every valid path is the one expected', () => {
    let compared = 0;
    for (const { item, report } of reports) {
      const expected = item.expectedUserConstrainedPolicySet ?? item.pkitsUserConstrainedPolicySet;
      if (report.verdict !== 'pass' || expected === undefined) continue;
      compared += 1;
      expect({ id: item.id, policies: report.policies }).toEqual({ id: item.id, policies: [...expected].sort() });
    }
    expect(compared).toBeGreaterThan(60);
  });

  test('every refusal says which certificate, where in its bytes, by which section, and what to do', () => {
    for (const { item, report } of reports.filter(({ item }) => !item.expected)) {
      const [first] = report.findings.filter(({ outcome }) => outcome === 'fail');
      expect(first, item.id).toBeDefined();
      expect(first?.reference, item.id).toMatch(/^(RFC|X\.)/);
      expect(first?.action?.length, item.id).toBeGreaterThan(10);
      expect(first?.object?.sha256, item.id).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});

describeConformance('x509-limbo', () => {
  const groups = limboGroups();
  const groupOf = (id: string): string => groups[id]?.policy ?? 'none';
  const outcomes = limboCases().map((item): CaseOutcome => {
    const report = verifyPath(limboRequest(item, groupOf(item.id)));
    return { id: item.id, suite: answer(item.expected_result === 'SUCCESS'), ours: ours(report) };
  });

  test('135 cases, each as limbo has it or with a reason', () => {
    const { cases, agreed, divergent, problems } = judgeSuite(outcomes, LISTED['x509-limbo'] ?? []);
    expect(problems).toEqual([]);
    expect([cases, agreed, divergent]).toEqual([135, 97, 38]);
  });

  test('none of the cases whose rule is RFC 5280, its syntax, or a name is answered otherwise', () => {
    const listed = (LISTED['x509-limbo'] ?? []).map(({ id }) => groupOf(id));
    expect(listed.filter((group) => LIMBO_MUST.includes(group))).toEqual([]);
  });
});

describeConformance('BoringSSL certificate chains', () => {
  const cases = chainCases();
  const reports = cases.map((item) => ({ item, report: verifyPath(chainRequest(item)) }));

  test('91 cases, each as BoringSSL has it or with a reason', () => {
    const outcomes = reports.map(({ item, report }) => ({ id: item.id, suite: answer(item.valid), ours: ours(report) }));
    const judged = judgeSuite(outcomes, LISTED['boringssl-chain'] ?? []);
    expect(judged.problems).toEqual([]);
    expect([judged.cases, judged.agreed, judged.divergent]).toEqual([91, 68, 23]);
  });

  test('none of the cases whose rule is RFC 5280, RFC 5937 or the nesting of purposes is answered otherwise', () => {
    const scopes = new Map(cases.map(({ id, scope }) => [id, scope]));
    const listed = (LISTED['boringssl-chain'] ?? []).map(({ id }) => scopes.get(id) ?? 'none');
    expect(listed.filter((scope) => CHAIN_MUST.includes(scope))).toEqual([]);
  });
});

describeConformance('BoringSSL path building', () => {
  const suite = builderSuite();
  const reports = suite.cases.map((item) => ({ item, report: verifyPath(builderRequest(item, suite)) }));

  test('22 cases, all as BoringSSL has them', () => {
    const outcomes = reports.map(({ item, report }) => ({ id: item.id, suite: answer(item.valid), ours: ours(report) }));
    const { cases, agreed, problems } = judgeSuite(outcomes, LISTED['boringssl-path-builder'] ?? []);
    expect(problems).toEqual([]);
    expect([cases, agreed]).toEqual([22, 22]);
  });

  test('the path found is the one expected, from the target to the anchor', () => {
    const compared = reports.filter(({ item }) => item.expectedPath !== undefined);
    expect(compared.length).toBeGreaterThan(6);
    for (const { item, report } of compared) {
      const request = builderRequest({ ...item, anchors: [], intermediates: item.expectedPath ?? [] }, suite);
      const expected = (request.intermediates ?? []).map((der) => sha256(der as Uint8Array));
      expect({ id: item.id, path: report.path.map((step) => step.sha256) }).toEqual({ id: item.id, path: expected });
    }
  });
});

describe('the judge of suites fails', () => {
  const reason = 'a reason that is long enough';
  test.each([
    ['on a difference without a reason', [{ id: 'a', suite: 'valid', ours: 'invalid' }], []],
    ['on a reason without a difference', [{ id: 'a', suite: 'valid', ours: 'valid' }], [{ id: 'a', suite: 'valid', ours: 'invalid', reason }]],
    ['on a reason for other answers', [{ id: 'a', suite: 'valid', ours: 'invalid' }], [{ id: 'a', suite: 'invalid', ours: 'valid', reason }]],
    ['on a reason for no case', [], [{ id: 'a', suite: 'valid', ours: 'invalid', reason }]],
    ['on an empty reason', [{ id: 'a', suite: 'valid', ours: 'invalid' }], [{ id: 'a', suite: 'valid', ours: 'invalid', reason: '' }]],
  ])('%s', (_, outcomes, listed) => {
    expect(judgeSuite(outcomes, listed).problems).toHaveLength(1);
  });
});
