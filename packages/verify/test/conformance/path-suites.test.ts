import { createHash } from 'node:crypto';
import { type CaseOutcome, type Divergence, describeConformance, recordSuite, timed } from '@quorate/conformance';
import { DEFAULT_LIMITS, type PathReport, type PathRequest, verifyPath } from '@quorate/verify';
import { expect, test } from 'vitest';
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

/** The report on what cannot be asked: no. */
const UNASKED: PathReport = {
  verdict: 'fail',
  path: [],
  policies: [],
  findings: [],
  broken: [],
  spent: DEFAULT_LIMITS,
};

/** Every case with its report, and what running them took; reading the files of the suite is not in it. */
function run<Case>(cases: readonly Case[], requestOf: (item: Case) => PathRequest | null) {
  const requests = cases.map((item) => ({ item, request: requestOf(item) }));
  const { value: reports, milliseconds } = timed(() =>
    requests.map(({ item, request }) => ({ item, report: request === null ? UNASKED : verifyPath(request) })),
  );
  return { reports, milliseconds };
}

describeConformance('PKITS', () => {
  const { reports, milliseconds } = run(pkitsCases(), pkitsRequest);

  test('171 cases, all as PKITS has them', () => {
    const outcomes = reports.map(({ item, report }) => ({
      id: item.id,
      suite: answer(item.expected),
      ours: ours(report),
    }));
    const judged = recordSuite({ suite: 'pkits', outcomes, divergences: [], milliseconds });
    expect(judged.problems).toEqual([]);
    expect([judged.cases, judged.agreed]).toEqual([171, 171]);
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
  const { reports, milliseconds } = run(limboCases(), (item) => limboRequest(item, groupOf(item.id)));

  // In the groups whose rule is RFC 5280, its syntax, or a name no divergence is allowed: the list of suites has them.
  test('135 cases, each as limbo has it or with a reason', () => {
    const outcomes = reports.map(({ item, report }): CaseOutcome => {
      const suite = answer(item.expected_result === 'SUCCESS');
      return { id: item.id, suite, ours: ours(report), group: groupOf(item.id) };
    });
    const judged = recordSuite({ suite: 'limbo', outcomes, divergences: LISTED['limbo'] ?? [], milliseconds });
    expect(judged.problems).toEqual([]);
    expect([judged.cases, judged.agreed, judged.divergent, judged.falseRejects]).toEqual([135, 97, 38, 0]);
  });
});

describeConformance('BoringSSL certificate chains', () => {
  const { reports, milliseconds } = run(chainCases(), chainRequest);

  // No divergence is allowed in the scopes whose rule is RFC 5280, RFC 5937 or the nesting of purposes.
  test('91 cases, each as BoringSSL has it or with a reason', () => {
    const outcomes = reports.map(({ item, report }): CaseOutcome => {
      return { id: item.id, suite: answer(item.valid), ours: ours(report), group: item.scope };
    });
    const listed = LISTED['boringssl-chain'] ?? [];
    const judged = recordSuite({ suite: 'boringssl-chain', outcomes, divergences: listed, milliseconds });
    expect(judged.problems).toEqual([]);
    expect([judged.cases, judged.agreed, judged.divergent]).toEqual([91, 68, 23]);
  });

  // The part of the suite that was here when this was written says it of no chain; the whole one does.
  test('the user-constrained policy set of a valid chain is the one expected, where the suite says it', () => {
    const compared = reports.filter(({ item }) => item.valid && item.expectedUserConstrainedPolicySet !== undefined);
    for (const { item, report } of compared) {
      const expected = [...(item.expectedUserConstrainedPolicySet ?? [])].sort();
      expect({ id: item.id, policies: report.policies }).toEqual({ id: item.id, policies: expected });
    }
  });
});

describeConformance('BoringSSL path building', () => {
  const suite = builderSuite();
  const { reports, milliseconds } = run(suite.cases, (item) => builderRequest(item, suite));

  test('22 cases, all as BoringSSL has them', () => {
    const outcomes = reports.map(({ item, report }) => ({
      id: item.id,
      suite: answer(item.valid),
      ours: ours(report),
    }));
    const judged = recordSuite({ suite: 'boringssl-path-builder', outcomes, divergences: [], milliseconds });
    expect(judged.problems).toEqual([]);
    expect([judged.cases, judged.agreed]).toEqual([22, 22]);
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
