import { type CertificateExtensions, type KeyUsage, purposeName, purposeOid } from '@quorate/x509';
import { criticalityRemarks } from './criticality.ts';
import type { RequestFinding } from './difference.ts';
import { type Check, differs, findingOf, type Remark } from './finding.ts';

/** The most bits without a name that are listed. */
const MAX_NAMED = 10;

/**
 * Judges keyUsage: every usage asked for and no other. Not critical is a warning (RFC 5280, 4.2.1.3 says SHOULD), no
 * bit at all a failure, a bit without a name too, usages that nobody spoke of a warning. keyCertSign without a CA is a
 * failure even when asked for (4.2.1.9), a CA without keyCertSign a warning: it can sign no certificate.
 *
 * @param ca whether the same certificate says it is a CA
 * @param critical what the request says of it, if anything: then it must be so
 */
export function checkKeyUsage(
  check: Check,
  actual: CertificateExtensions['keyUsage'],
  requested: readonly KeyUsage[] | null,
  ca: boolean,
  critical?: boolean,
): RequestFinding {
  const usages = actual?.usages ?? [];
  const remarks = differences('keyUsage', actual !== null, usages, requested);
  if (actual !== null && usages.length === 0) {
    remarks.push({ outcome: 'fail', message: 'there, and without one usage' });
  }
  const unknown = (actual?.unknownBits ?? []).slice(0, MAX_NAMED).map((bit) => `bit ${bit}`);
  if (unknown.length > 0) remarks.push(differs('extra', unknown, `extra, without a name: ${unknown.join(', ')}`));
  if (critical !== undefined) remarks.push(...criticalityRemarks('keyUsage', actual, critical));
  else if (actual?.critical === false) {
    remarks.push(differs('criticality', 'keyUsage', 'criticality: not critical', 'warn'));
  }
  const signs = usages.includes('keyCertSign');
  if (signs && !ca) remarks.push({ outcome: 'fail', message: 'keyCertSign, and it is not a CA' });
  if (ca && !signs) {
    remarks.push({ outcome: 'warn', message: 'a CA without keyCertSign, which can sign no certificate' });
  }
  return findingOf(check, remarks, passed(requested), {
    expected: listText(requested),
    actual: actual === null ? 'absent' : listText(usages, actual.critical),
  });
}

/**
 * Judges extendedKeyUsage: every purpose asked for and no other. anyExtendedKeyUsage in a critical extension is a
 * warning (RFC 5280, 4.2.1.12 says SHOULD NOT), purposes that nobody spoke of are one too, and so is another order: it has
 * no meaning.
 *
 * @param requested object identifiers
 * @param critical what the request says of it, if anything; else RFC 5280 leaves it to the issuer
 */
export function checkExtendedKeyUsage(
  check: Check,
  actual: CertificateExtensions['extendedKeyUsage'],
  requested: readonly string[] | null,
  critical?: boolean,
): RequestFinding {
  const purposes = (actual?.purposes ?? []).map(purposeText);
  const asked = requested?.map(purposeText) ?? null;
  const remarks = differences('extKeyUsage', actual !== null, purposes, asked);
  remarks.push(...orderRemarks(purposes, asked), ...criticalityRemarks('extKeyUsage', actual, critical));
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
  if (requested === null) {
    return present ? [differs('extra', name, `extra: nobody asked for ${name}`, 'warn')] : [];
  }
  const remarks: Remark[] = [];
  const missing = without(requested, actual);
  const extra = without(actual, requested);
  if (missing.length > 0) {
    const lost = present ? 'missing' : `${name} is missing, and with it`;
    remarks.push(differs('missing', missing, `${lost}: ${missing.join(', ')}`));
  }
  if (extra.length > 0) remarks.push(differs('extra', extra, `extra, not asked for: ${extra.join(', ')}`));
  return remarks;
}

/** Purposes that stand twice, and purposes that are the ones asked for but for their order. */
function orderRemarks(actual: readonly string[], requested: readonly string[] | null): Remark[] {
  const once = [...new Set(actual)];
  const remarks: Remark[] = [];
  if (once.length < actual.length) {
    const first = new Set(actual);
    const again = [...new Set(actual.filter((item) => !first.delete(item)))];
    remarks.push(differs('extra', again, `extra, more than once: ${again.join(', ')}`));
  }
  const asked = [...new Set(requested ?? once)];
  const same = asked.length === once.length && without(asked, once).length === 0;
  if (same && asked.some((item, i) => item !== once[i])) {
    remarks.push(differs('order', 'extKeyUsage', 'the purposes asked for, in another order', 'warn'));
  }
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
  const known = new Set(b);
  return a.filter((item) => !known.has(item));
}
