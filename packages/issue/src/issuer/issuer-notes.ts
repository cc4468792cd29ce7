import type { CertificateExtensions } from '@quorate/x509';
import { quoted } from '../text.ts';
import type { Waivers } from '../waivers.ts';
import type { Issuer } from './issuer.ts';

const ANY_POLICY = '2.5.29.32.0';

/**
 * Takes note of what in the issuer's certificate may make verifiers refuse what it issues: critical extensions that are not
 * read here, and policies that do not go on (RFC 5280, 6.1.3 (d) to (f)).
 */
export function noteIssuer(made: CertificateExtensions, issuer: Issuer, waivers: Waivers): void {
  const [unread] = issuer.unread;
  if (unread !== undefined) {
    waivers.note({
      id: 'issue.issuer-extension-unread',
      outcome: 'not-checked',
      where: 'issuer',
      message: `the issuer's certificate has the critical extension ${quoted(unread)}, which is not read here`,
      reference: 'RFC 5280, 4.2',
    });
  }
  notePolicies(made, issuer, waivers);
}

/** Policies of a certificate that is its own issuer are not carried on: verifiers begin below it. */
function notePolicies(made: CertificateExtensions, issuer: Issuer, waivers: Waivers): void {
  if (issuer.self || issuer.policies === null) return;
  const carried = policiesBelow(issuer);
  const own = made.certificatePolicies?.policies.map(({ oid }) => oid) ?? [];
  const beyond = carried.has(ANY_POLICY) ? [] : own.filter((oid) => oid !== ANY_POLICY && !carried.has(oid));
  const [first] = beyond;
  const none = own.length === 0 && issuer.requireExplicitPolicy === 0;
  if (first === undefined && !none) return;
  waivers.note({
    id: 'issue.policies-outside-issuer',
    outcome: 'warn',
    where: 'certificatePolicies',
    message:
      first === undefined
        ? 'the issuer requires an explicit policy of what it issues, and there is none'
        : `the issuer's certificate does not have the policy ${quoted(first)}, so verifiers do not take it as valid`,
    reference: 'RFC 5280, 6.1.3',
  });
}

/** The policies that an issuer's certificate passes on, in the words of those below it (RFC 5280, 6.1.4 (b)). */
function policiesBelow({ policies, policyMappings }: Issuer): ReadonlySet<string> {
  const mappings = policyMappings?.mappings ?? [];
  const below = new Set(policies?.policies.map(({ oid }) => oid) ?? []);
  for (const { issuerDomainPolicy } of mappings) below.delete(issuerDomainPolicy);
  for (const { subjectDomainPolicy } of mappings) below.add(subjectDomainPolicy);
  return below;
}
