import { DerReader, encodeOid } from '@quorate/der';
import type { ByteRange } from '@quorate/report';
import type { Certificate, Extension } from '@quorate/x509';
import type { Check } from './finding.ts';

/** The check, about this part of the object judged; `null` for what is not there. */
export function at(check: Check, bytes: ByteRange | null): Check {
  return bytes === null ? check : { ...check, bytes };
}

/** Where a view of an object's bytes stands in them; `null` for what is no view of them. */
export function rangeOf(object: Uint8Array, view: Uint8Array): ByteRange | null {
  const start = view.byteOffset - object.byteOffset;
  if (view.buffer !== object.buffer || start < 0 || start + view.length > object.length) return null;
  return { start, end: start + view.length };
}

/** The Validity of a certificate: what stands between its issuer and its subject. */
export function validityRange({ bytes, issuer, subject }: Certificate): ByteRange | null {
  return between(rangeOf(bytes, issuer.bytes)?.end, rangeOf(bytes, subject.bytes)?.start);
}

/** The version of a certificate, with its tag; `null` for version 1, which is not written. */
export function versionRange({ bytes, tbs, version }: Certificate): ByteRange | null {
  const start = rangeOf(bytes, tbs)?.start;
  if (version === 1 || start === undefined) return null;
  const { content } = DerReader.of(tbs).element();
  const length = 5; // [0] { INTEGER of one octet }
  return { start: start + content, end: start + content + length };
}

/** issuerUniqueID and subjectUniqueID of a certificate, with their tags: what follows its key. */
export function uniqueIdRange(certificate: Certificate): ByteRange | null {
  const { bytes, publicKey, issuerUniqueID, subjectUniqueID } = certificate;
  const last = subjectUniqueID ?? issuerUniqueID;
  return last === null ? null : between(rangeOf(bytes, publicKey)?.end, rangeOf(bytes, last.bytes)?.end);
}

/** An Extension, from its tag to the end of its value, which is the last thing in it. */
export function extensionRange(object: Uint8Array, { oid, critical, value }: Extension): ByteRange | null {
  const end = rangeOf(object, value)?.end;
  if (end === undefined) return null;
  const content = encodeOid(oid).length + (critical ? 3 : 0) + elementLength(value.length);
  return { start: end - elementLength(content), end };
}

/** The whole of an extension by its identifier; `null` when it is not there. */
export function extensionRangeOf(
  { bytes, extensions }: { readonly bytes: Uint8Array; readonly extensions: readonly Extension[] },
  oid: string,
): ByteRange | null {
  const found = extensions.find((extension) => extension.oid === oid);
  return found === undefined ? null : extensionRange(bytes, found);
}

function between(start: number | undefined, end: number | undefined): ByteRange | null {
  return start === undefined || end === undefined || end <= start ? null : { start, end };
}

/** Octets of an element with one octet of tag and so many of content (X.690, 8.1.3). */
function elementLength(content: number): number {
  let header = 2;
  for (let rest = content; content > 127 && rest > 0; rest = Math.floor(rest / 256)) header++;
  return header + content;
}
