import { type KeyUsage, purposeOid, sameName } from '@quorate/x509';
import { extensionValue } from './extension-value.ts';
import type { LintCertificate } from './lint-certificate.ts';
import type { LintRequest } from './lint-request.ts';
import { remembered } from './remembered.ts';

/** Whether basicConstraints says `cA`. Of a request: whether it asks for that. */
export function isCa(object: LintCertificate | LintRequest): boolean {
  return extensionValue(object, 'basicConstraints')?.ca === true;
}

/** Whether subject and issuer are the same name by RFC 5280, 7.1. The signature is not looked at. */
export const isSelfIssued: (object: LintCertificate) => boolean = remembered(({ subject, issuer }) =>
  sameName(subject, issuer),
);

/** A CA whose issuer has its own name. */
export function isRootCa(object: LintCertificate): boolean {
  return isCa(object) && isSelfIssued(object);
}

/** A CA whose issuer has another name. */
export function isSubordinateCa(object: LintCertificate): boolean {
  return isCa(object) && !isSelfIssued(object);
}

/** Whatever is no CA. */
export function isEndEntity(object: LintCertificate | LintRequest): boolean {
  return !isCa(object);
}

/** Whether keyUsage is there and has this bit. */
export function hasKeyUsage(object: LintCertificate | LintRequest, usage: KeyUsage): boolean {
  return extensionValue(object, 'keyUsage')?.usages.includes(usage) === true;
}

/**
 * Whether extKeyUsage is there and names this purpose; anyExtendedKeyUsage does not count for another.
 *
 * @param purpose as in RFC 5280, 4.2.1.12 (`serverAuth`), or an OID
 */
export function hasPurpose(object: LintCertificate | LintRequest, purpose: string): boolean {
  const oid = purposeOid(purpose) ?? purpose;
  return extensionValue(object, 'extKeyUsage')?.purposes.includes(oid) === true;
}
