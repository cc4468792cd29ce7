import { readFileSync } from 'node:fs';
import { describeConformance, suiteFile } from '@quorate/conformance';
import { certificateExtensions, parseCertificate } from '@quorate/x509';
import { expect, test } from 'vitest';
import type { PolicyFacts } from '../../../src/path/policy/policy-facts.ts';
import { judge } from './judge.ts';

interface PkitsCase {
  readonly id: string;
  readonly section: string;
  readonly name: string;
  readonly path: readonly string[];
  readonly settings: {
    readonly initialPolicySet: readonly string[];
    readonly explicitPolicy: boolean;
    readonly policyMappingInhibit: boolean;
    readonly inhibitAnyPolicy: boolean;
  };
  readonly expected: boolean;
  readonly expectedUserConstrainedPolicySet?: readonly string[];
}

/** certificate policies, requireExplicitPolicy, policy mappings, inhibitPolicyMapping, inhibitAnyPolicy */
const ABOUT_POLICIES = new Set(['4.8', '4.9', '4.10', '4.11', '4.12']);

function factsOf(file: string): PolicyFacts {
  const certificate = parseCertificate(new Uint8Array(readFileSync(suiteFile(`pkits/${file}`))));
  const { subject, issuer } = certificate;
  // the suite writes one name in one way wherever it means a self-issued certificate
  const selfIssued = Buffer.compare(subject.bytes, issuer.bytes) === 0;
  return { ...certificateExtensions(certificate), selfIssued };
}

describeConformance('PKITS, the policies of its paths', () => {
  const { cases } = JSON.parse(readFileSync(suiteFile('pkits/cases.json'), 'utf8')) as { cases: PkitsCase[] };
  const aboutPolicies = cases.filter(({ section }) => ABOUT_POLICIES.has(section));
  const otherValid = cases.filter(({ section, expected }) => !ABOUT_POLICIES.has(section) && expected);

  function answerOf({ path, settings }: PkitsCase) {
    const { failure, processing } = judge(path.slice(1).map(factsOf), {
      userInitialPolicySet: settings.initialPolicySet,
      initialExplicitPolicy: settings.explicitPolicy,
      initialPolicyMappingInhibit: settings.policyMappingInhibit,
      initialAnyPolicyInhibit: settings.inhibitAnyPolicy,
    });
    return { valid: failure === null, policies: processing.userConstrainedPolicySet() };
  }

  test.each(aboutPolicies.map((one) => [one.id, one.name, one] as const))('%s %s', (_id, _name, one) => {
    expect(answerOf(one)).toEqual({ valid: one.expected, policies: one.expectedUserConstrainedPolicySet ?? [] });
  });

  test('every other valid path is good for the policies that the suite names', () => {
    for (const one of otherValid) {
      expect(answerOf(one), one.id).toEqual({ valid: true, policies: one.expectedUserConstrainedPolicySet });
    }
  });

  test('that was the suite, whole', () => {
    expect([cases.length, aboutPolicies.length, otherValid.length]).toEqual([171, 66, 44]);
  });
});
