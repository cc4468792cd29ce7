import { comparePolicies, type Policy } from '@quorate/policy';
import { type Finding, type Report, reportOf } from '@quorate/report';
import type { Attestation } from './attestation.ts';

/**
 * Judges whether the policy in an attestation is the one expected: a broker may have dropped or changed what was asked
 * for (SKA.md 2.2), so read it back. Null rules and the like count as what the broker makes of them (SKA.md 2.3). A
 * name that differs is a warning: names bind nobody.
 *
 * @param attestation its signature is not checked here
 * @param expected for instance from the request that created or modified the key; `null`: no policy
 */
export function compareAttestedPolicy(attestation: Attestation, expected: Policy | null): Report {
  const finding = { id: 'attestation.policy', reference: 'SKA.md 2.2, 6.5' } as const;
  const actual = attestation.policy;
  if (actual === null || expected === null) {
    const same = actual === expected;
    const message = same ? 'no policy, as expected' : 'one has a policy and the other has none';
    return reportOf([{ ...finding, outcome: same ? 'pass' : 'fail', where: 'policy', message }]);
  }
  const differences = comparePolicies(expected, actual);
  const findings = differences.map(
    (difference): Finding => ({
      ...finding,
      outcome: difference.kind === 'name' ? 'warn' : 'fail',
      where: difference.path,
      message:
        difference.kind === 'name'
          ? 'the attested policy uses another name here'
          : 'the attested policy differs from the one expected',
      expected: difference.expected,
      actual: difference.actual,
    }),
  );
  if (findings.every(({ outcome }) => outcome === 'warn')) {
    const message = 'the attested policy is the one expected';
    findings.unshift({ ...finding, outcome: 'pass', where: 'policy', message });
  }
  return reportOf(findings);
}
