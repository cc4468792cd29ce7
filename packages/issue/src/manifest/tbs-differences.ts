import { CryptoError, describeKey, parsePublicKey, signatureAlgorithmOfDer } from '@quorate/crypto';
import { hexOf, isoTime, sameBytes } from '@quorate/der';
import type { ByteRange, Finding } from '@quorate/report';
import {
  type CertificateField,
  type Extension,
  extensionName,
  locateExtension,
  locateField,
  nameText,
  type TbsCertificate,
} from '@quorate/x509';

const FIELDS: readonly CertificateField[] = [
  'version',
  'serialNumber',
  'signature',
  'issuer',
  'notBefore',
  'notAfter',
  'subject',
  'subjectPublicKeyInfo',
  'issuerUniqueID',
  'subjectUniqueID',
];

/**
 * What differs between a TBSCertificate and the one that was expected, field by field in the order of RFC 5280, 4.1, and
 * extension by extension. The byte ranges are in the one that was given.
 */
export function tbsDifferences(given: TbsCertificate, expected: TbsCertificate): Finding[] {
  const fields = FIELDS.flatMap((field) => fieldDifference(field, given, expected));
  return [...fields, ...extensionDifferences(given, expected)];
}

function fieldDifference(field: CertificateField, given: TbsCertificate, expected: TbsCertificate): Finding[] {
  const [at, meantAt] = [locateField(given, field), locateField(expected, field)];
  const [octets, meant] = [part(given, at), part(expected, meantAt)];
  if (octets === null && meant === null) return [];
  if (octets !== null && meant !== null && sameBytes(octets, meant)) return [];
  return [difference(field, `${field} differs`, textOf(field, expected, meant), textOf(field, given, octets), at)];
}

function extensionDifferences(given: TbsCertificate, expected: TbsCertificate): Finding[] {
  const found: Finding[] = [];
  for (const meant of expected.extensions) {
    const actual = given.extensions.find(({ oid }) => oid === meant.oid);
    const where = `extensions, ${nameOf(meant)}`;
    if (actual === undefined) {
      found.push(difference(where, `${nameOf(meant)} is missing`, valueText(meant), 'no such extension', null));
      continue;
    }
    const at = locateExtension(given, actual.oid);
    if (actual.critical !== meant.critical) {
      const words = ({ critical }: Extension): string => (critical ? 'critical' : 'not critical');
      found.push(difference(where, `${nameOf(meant)} is ${words(actual)}`, words(meant), words(actual), at));
    }
    if (!sameBytes(actual.value, meant.value)) {
      found.push(difference(where, `${nameOf(meant)} differs`, valueText(meant), valueText(actual), at));
    }
  }
  for (const extra of given.extensions) {
    if (expected.extensions.some(({ oid }) => oid === extra.oid)) continue;
    const [where, at] = [`extensions, ${nameOf(extra)}`, locateExtension(given, extra.oid)];
    found.push(difference(where, `${nameOf(extra)} is too much`, 'no such extension', valueText(extra), at));
  }
  const order = ({ extensions }: TbsCertificate): string => extensions.map(nameOf).join(', ');
  if (found.length === 0 && order(given) !== order(expected)) {
    const at = locateField(given, 'extensions');
    found.push(difference('extensions', 'the order of the extensions differs', order(expected), order(given), at));
  }
  return found;
}

function difference(
  where: string,
  message: string,
  expected: string,
  actual: string,
  bytes: ByteRange | null,
): Finding {
  const finding = { id: 'manifest.field', outcome: 'fail', where, message, expected, actual } as const;
  return { ...finding, ...(bytes === null ? {} : { bytes }), reference: 'RFC 5280 4.1' };
}

function part({ tbs }: TbsCertificate, range: ByteRange | null): Uint8Array | null {
  return range === null ? null : tbs.subarray(range.start, range.end);
}

function nameOf({ oid }: Extension): string {
  return extensionName(oid) ?? oid;
}

/** At most so many octets are shown, then where they go on. */
const SHOWN = 64;

function octetText(octets: Uint8Array): string {
  const shown = hexOf(octets.subarray(0, SHOWN));
  return octets.length > SHOWN ? `${shown}… (${octets.length} octets)` : shown;
}

function valueText({ value }: Extension): string {
  return octetText(value);
}

function textOf(field: CertificateField, tbs: TbsCertificate, octets: Uint8Array | null): string {
  if (octets === null) return 'nothing';
  switch (field) {
    case 'version':
      return `${tbs.version}`;
    case 'serialNumber':
      return octetText(tbs.serialNumber);
    case 'signature':
      return known(octets, () => signatureAlgorithmOfDer(tbs.signatureAlgorithm).name);
    case 'issuer':
    case 'subject':
      return `${nameText(tbs[field])} (${octetText(octets)})`;
    case 'notBefore':
    case 'notAfter':
      return `${isoTime(tbs[field].seconds)} (${tbs[field].type})`;
    case 'subjectPublicKeyInfo':
      return known(octets, () => `${describeKey(parsePublicKey(tbs.publicKey))}, ${octetText(tbs.publicKey)}`);
    default:
      return octetText(octets);
  }
}

function known(octets: Uint8Array, words: () => string): string {
  try {
    return words();
  } catch (cause) {
    if (cause instanceof CryptoError) return octetText(octets);
    throw cause;
  }
}
