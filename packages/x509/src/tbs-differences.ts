import { sameBytes } from '@quorate/der';
import type { TbsCertificate } from './certificate.ts';
import type { Extension } from './extension.ts';
import { type ByteRange, type CertificateField, locateExtension, locateField } from './locate.ts';

/** One part in which a TBSCertificate is not, octet for octet, the one that was expected. */
export interface TbsDifference {
  /** A field of RFC 5280, 4.1; `extensions` for one extension, and for the order of all. */
  readonly field: CertificateField;
  /** The extension; `null` for a field and for the order. */
  readonly oid: string | null;
  readonly kind: 'missing' | 'extra' | 'value' | 'criticality' | 'order';
  /** Where it stands in the DER of the one that was given, of `bytes` or `tbs` as in `locateField`; `null`: not there. */
  readonly given: ByteRange | null;
  /** The same of the one that was expected. */
  readonly expected: ByteRange | null;
}

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
 * In which parts a certificate or TBSCertificate differs from another, in the order of RFC 5280, 4.1 and then of the
 * extensions that were expected. What the octets mean is not asked: any other octet is a difference. Of an extension that
 * differs in both, value and criticality are two differences; the order is one only when nothing else differs in them.
 */
export function tbsDifferences(given: TbsCertificate, expected: TbsCertificate): TbsDifference[] {
  return [...FIELDS.flatMap((field) => fieldDifference(field, given, expected)), ...inExtensions(given, expected)];
}

function fieldDifference(field: CertificateField, given: TbsCertificate, expected: TbsCertificate): TbsDifference[] {
  const [here, there] = [locateField(given, field), locateField(expected, field)];
  const [octets, meant] = [part(given, here), part(expected, there)];
  const found = { field, oid: null, given: here, expected: there } as const;
  if (octets === null || meant === null) {
    if (octets === meant) return [];
    return [{ ...found, kind: octets === null ? 'missing' : 'extra' }];
  }
  return sameBytes(octets, meant) ? [] : [{ ...found, kind: 'value' }];
}

/** No extension stands twice: the readers refuse that. */
function inExtensions(given: TbsCertificate, expected: TbsCertificate): TbsDifference[] {
  const found: TbsDifference[] = [];
  const [has, should] = [byOid(given), byOid(expected)];
  for (const [oid, meant] of should) {
    const actual = has.get(oid);
    const at = { field: 'extensions', oid, expected: locateExtension(expected, oid) } as const;
    if (actual === undefined) {
      found.push({ ...at, kind: 'missing', given: null });
      continue;
    }
    const here = { ...at, given: locateExtension(given, oid) };
    if (actual.critical !== meant.critical) found.push({ ...here, kind: 'criticality' });
    if (!sameBytes(actual.value, meant.value)) found.push({ ...here, kind: 'value' });
  }
  for (const oid of has.keys()) {
    if (should.has(oid)) continue;
    found.push({ field: 'extensions', oid, kind: 'extra', given: locateExtension(given, oid), expected: null });
  }
  const order = [...has.keys()].join() !== [...should.keys()].join();
  if (found.length > 0 || !order) return found;
  const field = 'extensions';
  return [
    { field, oid: null, kind: 'order', given: locateField(given, field), expected: locateField(expected, field) },
  ];
}

function byOid({ extensions }: TbsCertificate): Map<string, Extension> {
  return new Map(extensions.map((extension) => [extension.oid, extension]));
}

/** The octets of a range, with or without a signature behind them. */
function part(of: TbsCertificate & { readonly bytes?: Uint8Array }, range: ByteRange | null): Uint8Array | null {
  return range === null ? null : (of.bytes ?? of.tbs).subarray(range.start, range.end);
}
