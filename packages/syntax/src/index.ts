/** Bounded readers of the syntaxes that are not DER: JSON, XML, the HSM's TLV, base64 and UTF-8. */
export { Base64Error, decodeBase64, encodeBase64 } from './base64.ts';
export { excerpt, isTreacherous } from './excerpt.ts';
export { parseIsoTime } from './iso-time.ts';
export {
  JSON_MAX_CHARACTERS,
  JSON_MAX_DEPTH,
  JSON_MAX_VALUES,
  JsonError,
  type JsonErrorCode,
  type JsonErrorFacts,
  type JsonValue,
  parseJson,
} from './json.ts';
export { joinPath, readShape, ShapeError } from './shape.ts';
export { TLV_MAX_BYTES, TlvError, type TlvErrorCode, type TlvErrorFacts, TlvReader } from './tlv.ts';
export {
  encodeTlv,
  encodeTlvContainer,
  encodeTlvLevel,
  encodeTlvText,
  encodeTlvU32,
  encodeTlvU64,
  TLV_MAX_VALUE,
} from './tlv-encode.ts';
export { decodeUtf8, encodeUtf8, Utf8Error } from './utf8.ts';
export { parseXml, type XmlElement, XmlError, type XmlErrorCode, type XmlErrorFacts } from './xml.ts';
export {
  childrenOf,
  convertText,
  onlyAttributes,
  onlyChildren,
  optionalChild,
  requiredChild,
  textOf,
} from './xml-structure.ts';
