import type { CertificateExtensions } from '@quorate/x509';
import type { PolicyFacts, PolicyProcessingOptions } from '../../../src/path/policy/policy-facts.ts';
import type { PolicyFailure } from '../../../src/path/policy/policy-failure.ts';
import { PolicyProcessing } from '../../../src/path/policy/policy-processing.ts';
import type { PolicySettings } from '../../../src/path/policy/policy-settings.ts';
import type { OracleCertificate } from './policy-tree.ts';

export interface Answer {
  readonly failure: PolicyFailure | null;
  readonly processing: PolicyProcessing;
}

/** Runs every step over a path, the certificate that the anchor issued first, and stops at the first failure. */
export function judge(
  path: readonly PolicyFacts[],
  settings: PolicySettings = {},
  options: PolicyProcessingOptions = {},
): Answer {
  const processing = new PolicyProcessing(settings, path.length, options);
  for (const [index, facts] of path.entries()) {
    const i = index + 1;
    const failure =
      processing.processCertificate(i, facts) ??
      (i < path.length ? processing.prepareForNext(i, facts) : processing.wrapUp(facts));
    if (failure !== null) return { failure, processing };
  }
  return { failure: null, processing };
}

type Policies = Pick<
  CertificateExtensions,
  'certificatePolicies' | 'policyMappings' | 'policyConstraints' | 'inhibitAnyPolicy'
>;

/** The extensions that a plain description stands for. */
export function extensionsOf(certificate: Partial<OracleCertificate>): Policies {
  const { policies = null, mappings = null, inhibitAnyPolicy = null } = certificate;
  const { requireExplicitPolicy = null, inhibitPolicyMapping = null } = certificate;
  const constrained = requireExplicitPolicy !== null || inhibitPolicyMapping !== null;
  return {
    certificatePolicies:
      policies === null ? null : { critical: false, policies: policies.map((oid) => ({ oid, qualifiers: [] })) },
    policyMappings:
      mappings === null
        ? null
        : {
            critical: false,
            mappings: mappings.map(([issuerDomainPolicy, subjectDomainPolicy]) => ({
              issuerDomainPolicy,
              subjectDomainPolicy,
            })),
          },
    policyConstraints: constrained ? { critical: true, requireExplicitPolicy, inhibitPolicyMapping } : null,
    inhibitAnyPolicy: inhibitAnyPolicy === null ? null : { critical: true, skipCerts: inhibitAnyPolicy },
  };
}

/** What processing reads of such a certificate; not self-issued unless said. */
export function factsOf(certificate: Partial<OracleCertificate>): PolicyFacts {
  return { ...extensionsOf(certificate), selfIssued: certificate.selfIssued ?? false };
}
