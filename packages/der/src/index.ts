/** Strict DER (ITU-T X.690, 10 and 11) over `Uint8Array`, and PEM (RFC 7468). */

export { type BitString, bitStringValue, namedBits } from './bit-string.ts';
export { hexOf, sameBytes } from './bytes.ts';
export {
  encodeBitString,
  encodeBoolean,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeNamedBits,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeTime,
  encodeUtf8String,
} from './encode.ts';
export { DerError, type DerErrorCode, type DerErrorFacts } from './error.ts';
export type { DerElement } from './header.ts';
export { integerValue, smallInteger } from './integer.ts';
export type { DerLimits } from './limits.ts';
export { oidContent, oidText } from './oid.ts';
export { decodePem, encodePem, looksLikePem, type PemBlock, PemError, type PemErrorCode } from './pem.ts';
export { bytesOf, contentOf, DerReader, readSequence } from './reader.ts';
export { isStringTag, stringValue } from './string.ts';
export { contextConstructed, contextPrimitive, isConstructed, Tag } from './tag.ts';
export { type DerTime, isoTime, isTime, timeValue } from './time.ts';
export { type DerVisitor, walkDer } from './walk.ts';
