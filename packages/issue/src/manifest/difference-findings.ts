import { CryptoError, describeKey, parsePublicKey, signatureAlgorithmOfDer } from '@quorate/crypto';
import { hexOf, isoTime } from '@quorate/der';
import type { ByteRange, Finding } from '@quorate/report';
import {
  type CertificateField,
  type Extension,
  extensionName,
  nameText,
  type TbsCertificate,
  type TbsDifference,
  tbsDifferences,
} from '@quorate/x509';

/**
 * What differs between a TBSCertificate and the one that was expected, field by field in the order of RFC 5280, 4.1, and
 * extension by extension. The byte ranges are in the one that was given.
 */
export function differenceFindings(given: TbsCertificate, expected: TbsCertificate): Finding[] {
  return tbsDifferences(given, expected).map((each) =>
    each.field === 'extensions' ? extensionFinding(each, given, expected) : fieldFinding(each, given, expected),
  );
}

function fieldFinding(found: TbsDifference, given: TbsCertificate, expected: TbsCertificate): Finding {
  const { field } = found;
  const [octets, meant] = [part(given, found.given), part(expected, found.expected)];
  const texts = [textOf(field, expected, meant), textOf(field, given, octets)] as const;
  return difference(field, `${field} differs`, ...texts, found.given);
}

function extensionFinding(
  { oid, kind, given: at }: TbsDifference,
  given: TbsCertificate,
  expected: TbsCertificate,
): Finding {
  const name = oid === null ? '' : (extensionName(oid) ?? oid);
  const where = `extensions, ${name}`;
  const [actual, meant] = [find(given, oid), find(expected, oid)];
  switch (kind) {
    case 'missing':
      return difference(where, `${name} is missing`, valueText(meant), NO_EXTENSION, at);
    case 'extra':
      return difference(where, `${name} is too much`, NO_EXTENSION, valueText(actual), at);
    case 'criticality': {
      const [is, shouldBe] = [criticalityText(actual), criticalityText(meant)];
      return difference(where, `${name} is ${is}`, shouldBe, is, at);
    }
    case 'value':
      return difference(where, `${name} differs`, valueText(meant), valueText(actual), at);
    case 'order': {
      const message = 'the order of the extensions differs';
      return difference('extensions', message, orderText(expected), orderText(given), at);
    }
  }
}

const NO_EXTENSION = 'no such extension';

function find({ extensions }: TbsCertificate, oid: string | null): Extension | undefined {
  return extensions.find((extension) => extension.oid === oid);
}

function criticalityText(extension: Extension | undefined): string {
  return extension?.critical === true ? 'critical' : 'not critical';
}

function orderText({ extensions }: TbsCertificate): string {
  return extensions.map(({ oid }) => extensionName(oid) ?? oid).join(', ');
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

/** At most so many octets are shown, then where they go on. */
const SHOWN = 64;

function octetText(octets: Uint8Array): string {
  const shown = hexOf(octets.subarray(0, SHOWN));
  return octets.length > SHOWN ? `${shown}… (${octets.length} octets)` : shown;
}

function valueText(extension: Extension | undefined): string {
  return extension === undefined ? NO_EXTENSION : octetText(extension.value);
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
