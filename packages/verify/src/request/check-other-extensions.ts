import { hexOf } from '@quorate/der';
import { type Extension, type ExtensionName, extensionName } from '@quorate/x509';
import { at, extensionRangeOf } from './byte-range.ts';
import { valueRemarks } from './compare-lists.ts';
import type { RequestFinding } from './difference.ts';
import { type Check, differs, findingOf, type Remark } from './finding.ts';

/** Judged by checks of their own, or expected in every certificate (RFC 5280, 4.2.1.1 and 4.2.1.2). */
const EXPECTED: ReadonlySet<ExtensionName> = new Set<ExtensionName>([
  'subjectKeyIdentifier',
  'authorityKeyIdentifier',
  'extKeyUsage',
  'basicConstraints',
  'keyUsage',
]);

/** They say where to look something up, or under which rules it was issued: the issuer's affair. */
const INFORMATIVE: ReadonlySet<string> = new Set<ExtensionName>([
  'issuerAltName',
  'cRLDistributionPoints',
  'certificatePolicies',
  'freshestCRL',
  'authorityInfoAccess',
]);

/**
 * Judges extensions that nobody asked for. Key identifiers are expected, and not critical (RFC 5280, 4.2.1.1 and
 * 4.2.1.2). Those that say where to look something up, or under which rules the certificate was issued, are warnings as
 * long as they are not critical. All others fail: a name, a constraint, or something unknown that nobody approved.
 *
 * @param requested further extensions that were asked for
 */
export function checkUnaskedExtensions(
  check: Check,
  { bytes, extensions: actual }: Extended,
  requested: readonly Extension[],
): RequestFinding {
  const asked = new Set(requested.map(({ oid }) => oid));
  const remarks: Remark[] = [];
  let first: string | null = null;
  for (const { oid, critical } of actual) {
    const name = extensionName(oid);
    const identifier = name === 'subjectKeyIdentifier' || name === 'authorityKeyIdentifier';
    if (identifier && critical) {
      remarks.push(differs('criticality', name, `criticality: ${name} is critical`));
      first ??= oid;
    }
    if ((name !== null && EXPECTED.has(name)) || asked.has(oid)) continue;
    const outcome = name !== null && INFORMATIVE.has(name) && !critical ? 'warn' : 'fail';
    const shown = name ?? oid;
    const message = `extra: ${shown}${critical ? ' (critical)' : ''}, which nobody asked for`;
    remarks.push(differs('extra', shown, message, outcome));
    first ??= oid;
  }
  const place = first === null ? check : at(check, extensionRangeOf({ bytes, extensions: actual }, first));
  return findingOf(place, remarks, 'no extension that nobody asked for', {
    expected: listText(requested, 'no further extension'),
    actual: listText(actual, 'no extension'),
  });
}

/** What has extensions: a certificate or a CSR. */
interface Extended {
  readonly bytes: Uint8Array;
  readonly extensions: readonly Extension[];
}

/**
 * Judges whether further extensions that were asked for are there, byte for byte, and as critical as they were asked to
 * be. Of a list it is said which members are missing, were added, or stand in another order.
 */
export function checkOtherExtensions(
  check: Check,
  { bytes, extensions: actual }: Extended,
  requested: readonly Extension[],
): RequestFinding {
  const remarks: Remark[] = [];
  let first: string | null = null;
  for (const { oid, critical, value } of requested) {
    const found = actual.find((extension) => extension.oid === oid);
    const name = displayExtension(oid);
    if (found === undefined) {
      remarks.push(differs('missing', name, `missing: ${name}`));
      continue;
    }
    const before = remarks.length;
    remarks.push(...valueRemarks(name, name === 'subjectAltName' || name === 'issuerAltName', found.value, value));
    if (found.critical !== critical) {
      remarks.push(differs('criticality', name, `criticality: ${name} is ${critical ? 'not critical' : 'critical'}`));
    }
    if (remarks.length > before) first ??= oid;
  }
  const wanted = new Set(requested.map(({ oid }) => oid));
  const place = first === null ? check : at(check, extensionRangeOf({ bytes, extensions: actual }, first));
  return findingOf(place, remarks, 'the extensions asked for', {
    expected: detailText(requested),
    actual: detailText(actual.filter(({ oid }) => wanted.has(oid))),
  });
}

/** The name of an extension, or its identifier. */
function displayExtension(oid: string): string {
  return extensionName(oid) ?? oid;
}

function listText(extensions: readonly Extension[], none: string): string {
  return extensions.length === 0 ? none : extensions.map(({ oid }) => displayExtension(oid)).join(', ');
}

function detailText(extensions: readonly Extension[]): string {
  if (extensions.length === 0) return 'none';
  return extensions
    .map(
      ({ oid, critical, value }) =>
        `${displayExtension(oid)}${critical ? ' (critical)' : ''} ${hexOf(value).slice(0, 80)}`,
    )
    .join(', ');
}
