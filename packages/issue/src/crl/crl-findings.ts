import { keyFingerprint } from '@quorate/crypto';
import { isoTime } from '@quorate/der';
import type { Finding } from '@quorate/report';
import type { CrlIssuer } from './crl-issuer.ts';
import type { CrlEntry } from './entry.ts';

/** What is not known without the CRL before. */
export function unknownPrevious(dropped: boolean): Finding {
  const left = dropped ? ', nor whether what is dropped may be' : '';
  return {
    id: 'issue.crl-previous',
    outcome: 'not-checked',
    where: 'previous',
    message: `without the CRL before it is not known whether the number is higher and no entry is lost${left}`,
    reference: 'RFC 5280, 3.3 and 5.2.3',
    action: 'give the last CRL of this issuer and scope, unless this is the first',
  };
}

/** That the CRL before was verified under a key that nothing but the caller's word ties to this issuer. */
export function olderKey({ key }: CrlIssuer): Finding {
  return {
    id: 'issue.crl-previous-key',
    outcome: 'warn',
    where: 'previousIssuer',
    message: `the CRL before is signed with another key (SHA-256 ${keyFingerprint(key.spki)}): that it is an older one of this issuer is taken from whoever says so`,
    reference: 'RFC 5280, 5.2.1',
    action: 'compare the fingerprint with that of the key that the issuer had before',
  };
}

/** What is odd about the issuer, or about the times beside its own. */
export function issuerFindings(
  issuer: CrlIssuer,
  times: { readonly thisUpdate: number; readonly nextUpdate: number },
  indirect: boolean,
): readonly Finding[] {
  const findings: Finding[] = [];
  if (!issuer.ca && !indirect) {
    findings.push({
      id: 'issue.crl-issuer-not-ca',
      outcome: 'warn',
      where: 'issuer.basicConstraints',
      message: 'the issuer is no CA and the CRL is not indirect: it is about certificates of a CA with the same name',
      reference: 'RFC 5280, 5.2.5',
    });
  }
  for (const [where, time] of Object.entries({ thisUpdate: times.thisUpdate, nextUpdate: times.nextUpdate })) {
    if (time >= issuer.notBefore && time <= issuer.notAfter) continue;
    findings.push({
      id: 'issue.crl-outside-issuer',
      outcome: 'warn',
      where,
      message: "the CRL's time is outside the validity of its issuer's certificate",
      expected: `${isoTime(issuer.notBefore)} to ${isoTime(issuer.notAfter)}`,
      actual: isoTime(time),
      reference: 'RFC 5280, 6.3.3 (f)',
    });
  }
  return findings;
}

/** What is odd about entries, the first of each kind told. */
export function entryFindings(entries: readonly CrlEntry[]): readonly Finding[] {
  const findings: Finding[] = [];
  const strange = entries.filter(({ serialNumber }) => serialNumber <= 0n);
  if (strange[0] !== undefined) {
    findings.push({
      id: 'issue.crl-serial-number',
      outcome: 'warn',
      where: `revoked[${strange[0].index}].serialNumber`,
      message: `serial numbers that are not positive: ${strange.length}, the first ${strange[0].serialNumber}`,
      reference: 'RFC 5280, 4.1.2.2',
      action: 'compare it with the certificate, octet by octet',
    });
  }
  const late = entries.filter(
    ({ invalidityDate, revocationDate }) => (invalidityDate ?? revocationDate) > revocationDate,
  );
  if (late[0] !== undefined) {
    findings.push({
      id: 'issue.crl-invalidity-date',
      outcome: 'warn',
      where: `revoked[${late[0].index}].invalidityDate`,
      message: `invalidity dates after the date of revocation: ${late.length}`,
      reference: 'RFC 5280, 5.3.2',
    });
  }
  return findings;
}
