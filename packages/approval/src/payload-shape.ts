import { DerError, encodeBitString, encodeSequence, Tag, walkDer } from '@quorate/der';
import {
  certificateExtensions,
  parseCertificate,
  parseCertificationRequest,
  parseTbsCertificate,
  requestExtensions,
  X509Error,
} from '@quorate/x509';

/** What a payload looks like, and why it is not that. */
export interface MalformedCertificate {
  /** In words, with an article. */
  readonly what: string;
  readonly why: string;
}

/**
 * Whether bytes begin like a certificate or a CSR, before its signature or whole, and are not one in strict DER; `null`
 * for all that begin otherwise, and for those that can be read. Lenient readers may take such bytes, and every one of
 * them for something else. The beginning is told without regard to the form and the value of lengths.
 */
export function malformedCertificate(payload: Uint8Array): MalformedCertificate | null {
  const shape = shapeOf(payload);
  if (shape === null) return null;
  try {
    walkDer(payload);
    READ[shape](payload);
    return null;
  } catch (cause) {
    if (cause instanceof DerError || cause instanceof X509Error) return { what: WORDS[shape], why: cause.message };
    throw cause;
  }
}

type Unsigned = 'tbs' | 'info';
type Shape = Unsigned | 'certificate' | 'csr';

const WORDS: Readonly<Record<Shape, string>> = {
  tbs: 'a certificate to be signed',
  info: 'a CSR to be signed',
  certificate: 'a certificate',
  csr: 'a CSR',
};

/** Each reads to the end, extensions too, or throws. */
const READ: Readonly<Record<Shape, (bytes: Uint8Array) => unknown>> = {
  tbs: (bytes) => certificateExtensions(parseTbsCertificate(bytes)),
  // With an empty algorithm and signature behind it, it is a CSR.
  info: (bytes) => readCsr(encodeSequence(bytes, encodeSequence(), encodeBitString(new Uint8Array()))),
  certificate: (bytes) => certificateExtensions(parseCertificate(bytes)),
  csr: readCsr,
};

function readCsr(bytes: Uint8Array): unknown {
  return requestExtensions(parseCertificationRequest(bytes));
}

const SIGNED: Readonly<Record<Unsigned, Shape>> = { tbs: 'certificate', info: 'csr' };

function shapeOf(bytes: Uint8Array): Shape | null {
  const outer = contentAt(bytes, 0, Tag.SEQUENCE);
  if (outer === null) return null;
  const unsigned = unsignedShape(bytes, outer);
  if (unsigned !== null) return unsigned;
  const inner = contentAt(bytes, outer, Tag.SEQUENCE);
  const inside = inner === null ? null : unsignedShape(bytes, inner);
  return inside === null ? null : SIGNED[inside];
}

const VERSION = 0xa0;
const SET = 0x31;

/**
 * What the fields from here on look like. TBSCertificate: [0] with an INTEGER; or, version 1, an INTEGER, an algorithm
 * (SEQUENCE of an OID) and two more SEQUENCEs, where a CRL has a time in the place of the second.
 * CertificationRequestInfo: an INTEGER and a name (SEQUENCE of SETs), or an empty name and a key.
 */
function unsignedShape(bytes: Uint8Array, at: number): Unsigned | null {
  const version = contentAt(bytes, at, VERSION);
  if (version !== null) return bytes[version] === Tag.INTEGER ? 'tbs' : null;
  const second = behind(bytes, at, Tag.INTEGER);
  const inside = second === null ? null : contentAt(bytes, second, Tag.SEQUENCE);
  if (second === null || inside === null) return null;
  if (bytes[inside] === SET) return 'info';
  const third = behind(bytes, second, Tag.SEQUENCE);
  const key = third === null ? null : contentAt(bytes, third, Tag.SEQUENCE);
  if (third === null || key === null) return null;
  if (inside === third) {
    const algorithm = contentAt(bytes, key, Tag.SEQUENCE);
    return algorithm !== null && bytes[algorithm] === Tag.OBJECT_IDENTIFIER ? 'info' : null;
  }
  const fourth = behind(bytes, third, Tag.SEQUENCE);
  const validity = fourth === null ? null : contentAt(bytes, fourth, Tag.SEQUENCE);
  return bytes[inside] === Tag.OBJECT_IDENTIFIER && validity !== null ? 'tbs' : null;
}

/** Where the content of the element here begins, whatever the form of its length; `null` when it has another tag. */
function contentAt(bytes: Uint8Array, at: number, tag: number): number | null {
  return bytes[at] === tag ? (headerAt(bytes, at)?.content ?? null) : null;
}

/** Where the next element begins; `null` when this one has another tag, or does not say how long it is. */
function behind(bytes: Uint8Array, at: number, tag: number): number | null {
  return bytes[at] === tag ? (headerAt(bytes, at)?.end ?? null) : null;
}

/** Header of an element by BER (X.690, 8.1.3); `end` is `null` for a length that is indefinite. */
function headerAt(bytes: Uint8Array, at: number): { readonly content: number; readonly end: number | null } | null {
  const first = bytes[at + 1];
  if (first === undefined) return null;
  if (first < 0x80) return { content: at + 2, end: at + 2 + first };
  const content = at + 2 + (first & 0x7f);
  if (first === 0x80) return { content, end: null };
  let length = 0;
  for (const octet of bytes.subarray(at + 2, content)) length = length * 256 + octet;
  return { content, end: content + length };
}
