import { bytesOf, contextConstructed, type DerElement, type DerReader, readSequence, Tag } from '@quorate/der';
import { reading, X509Error } from './error.ts';
import { type Extension, readExtensionList } from './extension.ts';
import { type Name, readName } from './name.ts';
import { checkDer } from './value.ts';

/** An attribute of a certification request (RFC 2986, 4.1). */
export interface RequestAttribute {
  /** Attribute type as dotted text. */
  readonly type: string;
  /** The values as they stand, with tag and length: strict DER, not looked into. At least one. */
  readonly values: readonly Uint8Array[];
}

/**
 * A certification request as written (RFC 2986, 4). Byte fields are views of the input. Nothing in it has been judged:
 * the signature is unchecked, and so are the key and what is asked for.
 */
export interface CertificationRequest {
  readonly bytes: Uint8Array;
  /** The signed part, CertificationRequestInfo. */
  readonly info: Uint8Array;
  readonly subject: Name;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  readonly attributes: readonly RequestAttribute[];
  /** What the attribute extensionRequest holds (RFC 2985, 5.4.2); none without it. */
  readonly extensions: readonly Extension[];
  /** AlgorithmIdentifier. */
  readonly signatureAlgorithm: Uint8Array;
  readonly signature: Uint8Array;
}

/** As for certificates: a request to the HSM holds 64 KB at most (SKA.md 2.1). */
const MAX_BYTES: number = 1024 * 1024;
const MAX_ATTRIBUTES = 256;
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';

/**
 * Reads one certification request (PKCS #10), strict DER, nothing before or behind it.
 *
 * @param der at most 1 MiB
 * @throws X509Error
 */
export function parseCertificationRequest(der: Uint8Array): CertificationRequest {
  return reading('certification request', null, () =>
    readSequence(der, (fields) => readRequest(der, fields), { maxBytes: MAX_BYTES }),
  );
}

function readRequest(bytes: Uint8Array, fields: DerReader): CertificationRequest {
  const infoElement = fields.element(Tag.SEQUENCE);
  const info = fields.inside(infoElement);
  const start = info.offset;
  if (info.integer() !== 0n) throw new X509Error('version-invalid', { offset: start });
  const subject = readName(info);
  const publicKey = bytesOf(info.element(Tag.SEQUENCE));
  const elements = info.setOf(contextConstructed(0));
  info.finish();
  if (elements.length > MAX_ATTRIBUTES) throw new X509Error('limit-exceeded', { offset: start, limit: MAX_ATTRIBUTES });
  const attributes: RequestAttribute[] = [];
  let extensions: Extension[] | null = null;
  for (const element of elements) {
    const { type, values } = readAttribute(info, element);
    attributes.push({ type, values: values.map(bytesOf) });
    if (type !== EXTENSION_REQUEST) continue;
    if (extensions !== null || values.length !== 1) throw new X509Error('request-repeated', { offset: element.start });
    extensions = readRequested(info, values[0] as DerElement);
  }
  return {
    bytes,
    info: bytesOf(infoElement),
    subject,
    publicKey,
    attributes,
    extensions: extensions ?? [],
    signatureAlgorithm: bytesOf(fields.element(Tag.SEQUENCE)),
    signature: fields.bitStringBytes(),
  };
}

function readAttribute(reader: DerReader, element: DerElement): { type: string; values: DerElement[] } {
  const fields = inSequence(reader, element);
  const type = fields.oid();
  const values = fields.setOf();
  fields.finish();
  if (values.length === 0) throw new X509Error('empty', { offset: element.start });
  for (const value of values) checkDer(value);
  return { type, values };
}

function readRequested(reader: DerReader, element: DerElement): Extension[] {
  return readExtensionList(inSequence(reader, element));
}

function inSequence(reader: DerReader, element: DerElement): DerReader {
  if (element.tag !== Tag.SEQUENCE) throw new X509Error('malformed', { offset: element.start });
  return reader.inside(element);
}
