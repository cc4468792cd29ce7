import {
  bitStringValue,
  contentOf,
  type DerElement,
  DerReader,
  encodeBoolean,
  encodeElement,
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeTime,
  encodeUtf8String,
  integerValue,
  isConstructed,
  oidText,
  stringValue,
  Tag,
  timeValue,
} from '@quorate/der';

/** Decodes one element to its value, down to the leaves, and encodes that value; no octet of content is copied if it has a type. */
export function reencode(element: DerElement): Uint8Array {
  const { tag } = element;
  switch (tag) {
    case Tag.BOOLEAN:
      return encodeBoolean(element.source[element.content] === 0xff);
    case Tag.INTEGER:
      return encodeInteger(integerValue(element));
    case Tag.ENUMERATED:
      return withTag(tag, encodeInteger(integerValue(element)));
    case Tag.BIT_STRING: {
      const { bytes, unusedBits } = bitStringValue(element);
      return encodeElement(tag, Uint8Array.of(unusedBits), bytes);
    }
    case Tag.OCTET_STRING:
      return encodeOctetString(contentOf(element));
    case Tag.NULL:
      return encodeNull();
    case Tag.OBJECT_IDENTIFIER:
      return encodeOid(oidText(element));
    case Tag.UTF8_STRING:
      return encodeUtf8String(stringValue(element));
    case Tag.NUMERIC_STRING:
    case Tag.PRINTABLE_STRING:
    case Tag.IA5_STRING:
    case Tag.VISIBLE_STRING:
    case Tag.TELETEX_STRING:
      return encodeElement(tag, wide(stringValue(element), 1));
    case Tag.BMP_STRING:
      return encodeElement(tag, wide(stringValue(element), 2));
    case Tag.UNIVERSAL_STRING:
      return encodeElement(tag, wide(stringValue(element), 4));
    case Tag.UTC_TIME:
    case Tag.GENERALIZED_TIME:
      return encodeTime(timeValue(element));
    default:
      return isConstructed(tag) ? constructed(element) : encodeElement(tag, contentOf(element));
  }
}

function constructed(element: DerElement): Uint8Array {
  const parts = DerReader.of(contentOf(element)).rest().map(reencode);
  if (element.tag === Tag.SEQUENCE) return encodeSequence(...parts);
  if (element.tag === Tag.SET) return encodeSetOf(...parts);
  return encodeElement(element.tag, ...parts);
}

function withTag(tag: number, bytes: Uint8Array): Uint8Array {
  const element = DerReader.of(bytes).element();
  return encodeElement(tag, contentOf(element));
}

function wide(text: string, octets: number): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const point = character.codePointAt(0) as number;
      return Array.from({ length: octets }, (_, i) => Math.floor(point / 256 ** (octets - 1 - i)) % 256);
    }),
  );
}
