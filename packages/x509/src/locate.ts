import { type DerElement, DerReader, Tag } from '@quorate/der';
import type { Certificate, TbsCertificate } from './certificate.ts';
import type { CertificateList } from './certificate-list.ts';
import type { CertificationRequest } from './certification-request.ts';
import { reading, type X509Object } from './error.ts';
import type { Extension } from './extension.ts';

/** Octets `[start, end)` of the DER of an object: of its `bytes`, or of its `tbs` where there is nothing else. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** The fields of a certificate by their names in RFC 5280, 4.1; those with a tag of their own stand with it. */
export type CertificateField =
  | 'version'
  | 'serialNumber'
  | 'signature'
  | 'issuer'
  | 'validity'
  | 'notBefore'
  | 'notAfter'
  | 'subject'
  | 'subjectPublicKeyInfo'
  | 'issuerUniqueID'
  | 'subjectUniqueID'
  | 'extensions'
  | 'signatureAlgorithm'
  | 'signatureValue';

/** The fields of a CRL by their names in RFC 5280, 5.1. */
export type CertificateListField =
  | 'version'
  | 'signature'
  | 'issuer'
  | 'thisUpdate'
  | 'nextUpdate'
  | 'revokedCertificates'
  | 'crlExtensions'
  | 'signatureAlgorithm'
  | 'signatureValue';

/** The fields of a certification request by their names in RFC 2986, 4. */
export type RequestField = 'version' | 'subject' | 'subjectPKInfo' | 'attributes' | 'signatureAlgorithm' | 'signature';

/** A field and the tags that it may have. Every field may be left out here: the object was read before. */
type Step<Field extends string> = readonly [field: Field, ...tags: number[]];

const TBS_CERTIFICATE: readonly Step<CertificateField>[] = [
  ['version', 0xa0],
  ['serialNumber', Tag.INTEGER],
  ['signature', Tag.SEQUENCE],
  ['issuer', Tag.SEQUENCE],
  ['validity', Tag.SEQUENCE],
  ['subject', Tag.SEQUENCE],
  ['subjectPublicKeyInfo', Tag.SEQUENCE],
  ['issuerUniqueID', 0x81],
  ['subjectUniqueID', 0x82],
  ['extensions', 0xa3],
];

const VALIDITY: readonly Step<CertificateField>[] = [
  ['notBefore', Tag.UTC_TIME, Tag.GENERALIZED_TIME],
  ['notAfter', Tag.UTC_TIME, Tag.GENERALIZED_TIME],
];

const TBS_CERT_LIST: readonly Step<CertificateListField>[] = [
  ['version', Tag.INTEGER],
  ['signature', Tag.SEQUENCE],
  ['issuer', Tag.SEQUENCE],
  ['thisUpdate', Tag.UTC_TIME, Tag.GENERALIZED_TIME],
  ['nextUpdate', Tag.UTC_TIME, Tag.GENERALIZED_TIME],
  ['revokedCertificates', Tag.SEQUENCE],
  ['crlExtensions', 0xa0],
];

const REQUEST_INFO: readonly Step<RequestField>[] = [
  ['version', Tag.INTEGER],
  ['subject', Tag.SEQUENCE],
  ['subjectPKInfo', Tag.SEQUENCE],
  ['attributes', 0xa0],
];

/** What stands behind the signed part. */
const OUTER: readonly Step<'signatureAlgorithm' | 'signatureValue'>[] = [
  ['signatureAlgorithm', Tag.SEQUENCE],
  ['signatureValue', Tag.BIT_STRING],
];

/**
 * Where a field of a certificate stands, with its tag and length: in `bytes`, or in `tbs` for a TBSCertificate that was
 * read alone. Reads the DER again, so it is for reports and not for the way to a verdict.
 *
 * @returns `null` for a field that is absent
 */
export function locateField(certificate: Certificate | TbsCertificate, field: CertificateField): ByteRange | null {
  const inValidity = field === 'notBefore' || field === 'notAfter';
  return locating('certificate', () => {
    const found = find(certificate, inValidity ? 'validity' : field, TBS_CERTIFICATE);
    if (found === null || !inValidity) return found;
    return step(found.reader.inside(found.element), field, VALIDITY);
  });
}

/**
 * Where a field of a CRL stands in its `bytes`, with its tag and length. An entry stands where its own `bytes` begin.
 *
 * @returns `null` for a field that is absent
 */
export function locateListField(list: CertificateList, field: CertificateListField): ByteRange | null {
  return locating('certificate list', () => find(list, field, TBS_CERT_LIST));
}

/** Where a field of a certification request stands in its `bytes`, with its tag and length. None is ever absent. */
export function locateRequestField(request: CertificationRequest, field: RequestField): ByteRange | null {
  const outer = field === 'signature' ? 'signatureValue' : field;
  return locating('certification request', () => find(request, outer, REQUEST_INFO));
}

/** What has extensions, with the DER that they are views of. */
export type ExtensionHolder = { readonly extensions: readonly Extension[] } & (
  | { readonly bytes: Uint8Array }
  | { readonly tbs: Uint8Array }
);

/**
 * Where an extension stands, from its OID to the end of its value with the SEQUENCE around them. Of a certificate, a
 * TBSCertificate, a request, a CRL or an entry of one, as they were read: the range is one in its `bytes` (or `tbs`).
 *
 * @returns `null` when there is no such extension
 * @throws TypeError when the values of the extensions are not views of those bytes
 */
export function locateExtension(object: ExtensionHolder, oid: string): ByteRange | null {
  const bytes = 'bytes' in object ? object.bytes : object.tbs;
  const extension = object.extensions.find((each) => each.oid === oid);
  if (extension === undefined) return null;
  const { value } = extension;
  const at = value.byteOffset - bytes.byteOffset;
  if (value.buffer !== bytes.buffer || at < 0 || at + value.length > bytes.length) {
    throw new TypeError('the extension is no view of the object given');
  }
  return reading('certificate', null, () => around(DerReader.of(bytes), at));
}

/** The element that holds the OCTET STRING whose content begins at `at`: goes down to it, past all that end before. */
function around(top: DerReader, at: number): ByteRange {
  let reader = top;
  let parent: DerElement | null = null;
  for (;;) {
    const element = reader.element();
    if (element.end < at) continue;
    if (element.content === at && element.tag === Tag.OCTET_STRING && parent !== null) return rangeOf(parent);
    reader = reader.inside(element);
    parent = element;
  }
}

interface Found {
  readonly reader: DerReader;
  readonly element: DerElement;
}

function locating(object: X509Object, locate: () => Found | null): ByteRange | null {
  const found = reading(object, null, locate);
  return found === null ? null : rangeOf(found.element);
}

function rangeOf({ start, end }: DerElement): ByteRange {
  return { start, end };
}

function find<Field extends string>(
  object: { readonly bytes: Uint8Array } | { readonly tbs: Uint8Array },
  field: Field | 'signatureAlgorithm' | 'signatureValue',
  steps: readonly Step<Field>[],
): Found | null {
  if ('bytes' in object) {
    const outer = DerReader.of(object.bytes).sequence();
    const signed = outer.sequence();
    return step<string>(outer, field, OUTER) ?? step<string>(signed, field, steps);
  }
  return step<string>(DerReader.of(object.tbs).sequence(), field, steps);
}

function step<Field extends string>(reader: DerReader, wanted: Field, steps: readonly Step<Field>[]): Found | null {
  for (const [field, ...tags] of steps) {
    const tag = reader.peek();
    if (tag === null || !tags.includes(tag)) continue;
    const element = reader.element();
    if (field === wanted) return { reader, element };
  }
  return null;
}
