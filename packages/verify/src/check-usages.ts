import type { Finding } from '@quorate/report';
import { type CertificateExtensions, type KeyUsage, purposeName, purposeOid } from '@quorate/x509';
import { type Check, findingOf, type Remark } from './finding.ts';

/**
 * Judges keyUsage: every usage asked for and no other. Not critical is a warning (RFC 5280, 4.2.1.3 says SHOULD), no
 * bit at all a failure, one that nobody spoke of a warning. keyCertSign without a CA is a failure even when asked for
 * (4.2.1.9), a CA without keyCertSign a warning: it can sign no certificate.
 *
 * @param ca whether the same certificate says it is a CA
 */
export function checkKeyUsage(
  check: Check,
  actual: CertificateExtensions['keyUsage'],
  requested: readonly KeyUsage[] | null,
  ca: boolean,
): Finding {
  const usages = actual?.usages ?? [];
  const remarks = differences('keyUsage', actual !== null, usages, requested);
  if (actual !== null && usages.length === 0)
    remarks.push({ outcome: 'fail', message: 'there, and without one usage' });
  if (actual !== null && !actual.critical) remarks.push({ outcome: 'warn', message: 'not critical' });
  const signs = usages.includes('keyCertSign');
  if (signs && !ca) remarks.push({ outcome: 'fail', message: 'keyCertSign, and it is not a CA' });
  if (ca && !signs)
    remarks.push({ outcome: 'warn', message: 'a CA without keyCertSign, which can sign no certificate' });
  return findingOf(check, remarks, passed(requested), {
    expected: listText(requested),
    actual: actual === null ? 'absent' : listText(usages, actual.critical),
  });
}

/**
 * Judges extendedKeyUsage: every purpose asked for and no other. anyExtendedKeyUsage in a critical extension is a
 * warning (RFC 5280, 4.2.1.12 says SHOULD NOT), purposes that nobody spoke of are one too.
 *
 * @param requested object identifiers
 */
export function checkExtendedKeyUsage(
  check: Check,
  actual: CertificateExtensions['extendedKeyUsage'],
  requested: readonly string[] | null,
): Finding {
  const purposes = (actual?.purposes ?? []).map(purposeText);
  const asked = requested?.map(purposeText) ?? null;
  const remarks = differences('extKeyUsage', actual !== null, purposes, asked);
  const any = purposeOid('anyExtendedKeyUsage');
  if (actual?.critical === true && any !== null && actual.purposes.includes(any)) {
    remarks.push({ outcome: 'warn', message: 'critical, and any purpose will do' });
  }
  return findingOf(check, remarks, passed(requested), {
    expected: listText(asked),
    actual: actual === null ? 'absent' : listText(purposes, actual.critical),
  });
}

function differences(
  name: string,
  present: boolean,
  actual: readonly string[],
  requested: readonly string[] | null,
): Remark[] {
  if (requested === null) return present ? [{ outcome: 'warn', message: `nobody asked for ${name}` }] : [];
  const remarks: Remark[] = [];
  const missing = without(requested, actual);
  const extra = without(actual, requested);
  if (missing.length > 0) {
    const lost = present ? 'missing' : `${name} is missing, and with it`;
    remarks.push({ outcome: 'fail', message: `${lost}: ${missing.join(', ')}` });
  }
  if (extra.length > 0) remarks.push({ outcome: 'fail', message: `not asked for: ${extra.join(', ')}` });
  return remarks;
}

function passed(requested: readonly string[] | null): string {
  return requested === null || requested.length === 0 ? 'absent, as asked' : 'what was asked for';
}

function purposeText(oid: string): string {
  return purposeName(oid) ?? oid;
}

function listText(list: readonly string[] | null, critical?: boolean): string {
  if (list === null) return 'nothing in particular';
  const names = list.length === 0 ? 'none' : list.join(', ');
  return critical === undefined ? names : `${critical ? 'critical' : 'not critical'}: ${names}`;
}

/** Members of `a` that `b` does not have. */
function without(a: readonly string[], b: readonly string[]): string[] {
  return a.filter((item) => !b.includes(item));
}
