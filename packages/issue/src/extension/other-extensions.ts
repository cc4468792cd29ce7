import { Tag } from '@quorate/der';
import { extensionName } from '@quorate/x509';
import { refuse } from './demand.ts';
import { QC_STATEMENTS } from './qc-statements.ts';
import { TLS_FEATURE } from './tls-feature.ts';

/** id-pkix-ocsp-nocheck (RFC 6960, 4.2.2.2.1). */
export const OCSP_NO_CHECK = '1.3.6.1.5.5.7.48.1.5';

/** Of certificates, with a member in profiles; those of RFC 5280 are in `extensionName`. */
const MEMBERS: readonly string[] = [TLS_FEATURE, QC_STATEMENTS, OCSP_NO_CHECK];

/** Of CRLs, of their entries and of OCSP responses (RFC 5280, 5; X.509; RFC 6960, 4), beside those in `extensionName`. */
const OF_OTHERS: ReadonlySet<string> = new Set([
  ...[23, 40, 44, 45, 47, 53, 60].map((arc) => `2.5.29.${arc}`),
  ...[1, 2, 3, 4, 6, 7, 8, 9].map((arc) => `1.3.6.1.5.5.7.48.1.${arc}`),
]);

/**
 * Other ways to say what members say, which some software still heeds: the numbers that drafts of X.509 had
 * for key identifiers, usages, policies, names, constraints and CRLs, and Netscape's certificate type.
 */
const OBSOLETE: ReadonlySet<string> = new Set([
  ...[1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 25, 26, 34].map((arc) => `2.5.29.${arc}`),
  '2.16.840.1.113730.1.1',
]);

/**
 * Checks that an extension may stand in `extensions`: that it is not said twice, by a member and by its number, nor in an
 * old way beside the new, and that it is one of certificates.
 *
 * @throws IssueError `extension-invalid`
 */
export function demandOther(oid: string, path: string): void {
  if (MEMBERS.includes(oid) || OF_OTHERS.has(oid) || extensionName(oid) !== null) {
    refuse(path, 'an extension that has no member of its own in a profile, and is one of certificates', oid);
  }
  if (OBSOLETE.has(oid)) refuse(path, 'the member of a profile that took the place of this extension', oid);
}

interface KnownForm {
  readonly tag: number;
  readonly words: string;
  /** `undefined`: left open. */
  readonly critical?: boolean;
}

/** What is known of some that have no member. */
const FORMS: ReadonlyMap<string, KnownForm> = new Map<string, KnownForm>([
  // subjectDirectoryAttributes (RFC 5280, 4.2.1.8).
  ['2.5.29.9', { tag: Tag.SEQUENCE, words: 'a SEQUENCE', critical: false }],
  // privateKeyUsagePeriod (RFC 3280, 4.2.1.4).
  ['2.5.29.16', { tag: Tag.SEQUENCE, words: 'a SEQUENCE' }],
  // The list of signed certificate timestamps, and the poison of a precertificate (RFC 6962, 3.3, 3.1).
  ['1.3.6.1.4.1.11129.2.4.2', { tag: Tag.OCTET_STRING, words: 'an OCTET STRING' }],
  ['1.3.6.1.4.1.11129.2.4.3', { tag: Tag.NULL, words: 'NULL', critical: true }],
]);

/**
 * Checks the outermost type and the criticality of an extension of which they are known.
 *
 * @throws IssueError `extension-invalid`
 */
export function demandKnownForm(
  oid: string,
  { critical, der }: { readonly critical: boolean; readonly der: Uint8Array },
  path: string,
): void {
  const form = FORMS.get(oid);
  if (form === undefined) return;
  if (der[0] !== form.tag) refuse(`${path}.der`, form.words, 'another type');
  if (form.critical !== undefined && critical !== form.critical) {
    refuse(`${path}.critical`, `${form.critical}`, `${critical}`);
  }
}
