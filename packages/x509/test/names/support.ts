import { encodeElement, encodeOid, encodeSequence, encodeSetOf, Tag } from '@quorate/der';
import { type GeneralName, type Name, type NameConstraints, parseName } from '../../src/index.ts';

/** One attribute: type, text, and the tag of its string. */
export type Attribute = readonly [type: string, text: string, tag?: number];

export const CN = '2.5.4.3';
export const O = '2.5.4.10';
export const DC = '0.9.2342.19200300.100.1.25';
export const EMAIL = '1.2.840.113549.1.9.1';

/** The octets of a text in a string type. */
function octets(text: string, tag: number): Uint8Array {
  const points = [...text].map((character) => character.codePointAt(0) as number);
  if (tag === Tag.UTF8_STRING) return new TextEncoder().encode(text);
  const width = tag === Tag.BMP_STRING ? 2 : tag === Tag.UNIVERSAL_STRING ? 4 : 1;
  return Uint8Array.from(points.flatMap((p) => [p >>> 24, p >>> 16, p >>> 8, p].slice(4 - width).map((o) => o & 255)));
}

/** A Name of relative names, read back from its DER. */
export function name(...rdns: readonly (readonly Attribute[])[]): Name {
  return parseName(
    encodeSequence(
      ...rdns.map((rdn) =>
        encodeSetOf(
          ...rdn.map(([type, text, tag = Tag.UTF8_STRING]) =>
            encodeSequence(encodeOid(type), encodeElement(tag, octets(text, tag))),
          ),
        ),
      ),
    ),
  );
}

/** A Name of commonNames, one in each relative name. */
export const cn = (...texts: readonly string[]): Name => name(...texts.map((text): Attribute[] => [[CN, text]]));

export const dns = (value: string): GeneralName => ({ type: 'dNSName', value });
export const mail = (value: string): GeneralName => ({ type: 'rfc822Name', value });
export const uri = (value: string): GeneralName => ({ type: 'uniformResourceIdentifier', value });
export const ip = (...octets: readonly number[]): GeneralName => ({
  type: 'iPAddress',
  bytes: Uint8Array.from(octets),
});
export const directory = (of: Name): GeneralName => ({ type: 'directoryName', name: of });

/** Name constraints of bases. */
export function constraints(permitted: readonly GeneralName[], excluded: readonly GeneralName[] = []): NameConstraints {
  return {
    critical: true,
    permitted: permitted.map((base) => ({ base })),
    excluded: excluded.map((base) => ({ base })),
  };
}
