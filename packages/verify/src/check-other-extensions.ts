import { sameBytes } from '@quorate/der';
import type { Finding } from '@quorate/report';
import { type Extension, type ExtensionName, extensionName } from '@quorate/x509';
import { type Check, findingOf, type Remark } from './finding.ts';
import { hex } from './hex.ts';

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
  actual: readonly Extension[],
  requested: readonly Extension[],
): Finding {
  const asked = new Set(requested.map(({ oid }) => oid));
  const remarks: Remark[] = [];
  for (const { oid, critical } of actual) {
    const name = extensionName(oid);
    const identifier = name === 'subjectKeyIdentifier' || name === 'authorityKeyIdentifier';
    if (identifier && critical) remarks.push({ outcome: 'fail', message: `${name} is critical` });
    if ((name !== null && EXPECTED.has(name)) || asked.has(oid)) continue;
    const outcome = name !== null && INFORMATIVE.has(name) && !critical ? 'warn' : 'fail';
    remarks.push({ outcome, message: `${name ?? oid}${critical ? ' (critical)' : ''}, which nobody asked for` });
  }
  return findingOf(check, remarks, 'no extension that nobody asked for', {
    expected: listText(requested, 'no further extension'),
    actual: listText(actual, 'no extension'),
  });
}

/** Judges whether further extensions that were asked for are there, byte for byte. */
export function checkOtherExtensions(
  check: Check,
  actual: readonly Extension[],
  requested: readonly Extension[],
): Finding {
  const remarks: Remark[] = [];
  for (const { oid, critical, value } of requested) {
    const found = actual.find((extension) => extension.oid === oid);
    const name = displayExtension(oid);
    if (found === undefined) remarks.push({ outcome: 'fail', message: `missing: ${name}` });
    else if (!sameBytes(found.value, value)) {
      remarks.push({ outcome: 'fail', message: `${name} says something else than was asked for` });
    } else if (found.critical !== critical) {
      remarks.push({ outcome: 'fail', message: `${name} is ${critical ? 'not critical' : 'critical'}` });
    }
  }
  const wanted = new Set(requested.map(({ oid }) => oid));
  return findingOf(check, remarks, 'the extensions asked for', {
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
        `${displayExtension(oid)}${critical ? ' (critical)' : ''} ${hex(value).slice(0, 80)}`,
    )
    .join(', ');
}
