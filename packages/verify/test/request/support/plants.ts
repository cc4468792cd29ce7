import { type ExtensionParts, extension, keyIdentifier, nameOf, type TbsParts } from '@quorate/certificates';
import { encodeElement, encodeOid, encodeSequence, encodeSetOf, Tag } from '@quorate/der';
import fc from 'fast-check';
import type { DifferenceKind } from '../../../src/request/index.ts';
import { CN, caKey, caName, leafKey, O, otherKey, withExtension } from './story.ts';
import { HOSTS, hostNames, PURPOSES, SUBJECT, subParts } from './sub-ca.ts';

/** One change to a good certificate, and what must be said of it. */
export interface Plant {
  readonly what: string;
  readonly parts: TbsParts;
  /** The findings that do not pass, without `certificate.`, and their outcome; the first is the one with the kinds. */
  readonly ids: readonly string[];
  readonly outcome: 'fail' | 'warn';
  readonly kinds: readonly DifferenceKind[];
}

const plant = (
  id: string | readonly string[],
  kinds: DifferenceKind | readonly DifferenceKind[],
  what: string,
  change: Partial<TbsParts>,
  outcome: Plant['outcome'] = 'fail',
): Plant => ({
  what,
  parts: { ...subParts, ...change },
  ids: typeof id === 'string' ? [id] : id,
  outcome,
  kinds: typeof kinds === 'string' ? [kinds] : kinds,
});

const put = (replacement: ExtensionParts): Partial<TbsParts> => ({
  extensions: withExtension(replacement.oid, replacement, subParts.extensions),
});
const drop = (oid: string): Partial<TbsParts> => ({ extensions: withExtension(oid, null, subParts.extensions) });

/** A name with one string type for all. */
function nameAs(tag: number, attributes: readonly (readonly [string, string])[]): Uint8Array {
  const encode = (text: string): Uint8Array => encodeElement(tag, new TextEncoder().encode(text));
  return encodeSequence(
    ...attributes.map(([type, text]) => encodeSetOf(encodeSequence(encodeOid(type), encode(text)))),
  );
}

type Field = 'subject' | 'issuer';
const ISSUER: readonly (readonly [string, string])[] = [
  [O, 'Example'],
  [CN, 'Test CA'],
];
const attributesOf = (field: Field) => (field === 'subject' ? SUBJECT : ISSUER);

const names: fc.Arbitrary<Plant> = fc
  .record({ field: fc.constantFrom<Field>('subject', 'issuer'), at: fc.nat({ max: 1 }), how: fc.nat({ max: 6 }) })
  .map(({ field, at, how }) => {
    const good = attributesOf(field);
    const other = (text: (text: string) => string) =>
      nameOf(...good.map(([type, value], i) => [type, i === at ? text(value) : value] as const));
    const set = (bytes: Uint8Array): Partial<TbsParts> => ({ [field]: bytes });
    switch (how) {
      case 0:
        return plant(field, 'encoding', 'upper case', set(other((text) => `${text.toUpperCase()} `)));
      case 1:
        return plant(
          field,
          good.map(() => 'encoding' as const),
          'PrintableString',
          set(nameAs(Tag.PRINTABLE_STRING, good)),
        );
      case 2:
        return plant(field, 'order', 'turned around', set(nameOf(...[...good].reverse())));
      case 3:
        return plant(field, 'missing', 'one less', set(nameOf(...good.filter((_, i) => i !== at))));
      case 4:
        return plant(field, 'extra', 'one more', set(nameOf(...good, ['2.5.4.11', 'More'])));
      case 5:
        return plant(field, 'extra', 'one twice', set(nameOf(...good, good[at] as readonly [string, string])));
      default:
        return plant(field, ['missing', 'extra'], 'another text', set(other((text) => `${text}x`)));
    }
  });

const serials: fc.Arbitrary<Plant> = fc
  .uint8Array({ minLength: 1, maxLength: 18 })
  .map((octets) => plant('serial-number', 'other', 'another', { serialNumber: Uint8Array.of(0x11, ...octets) }));

const times: fc.Arbitrary<Plant> = fc
  .record({
    field: fc.constantFrom('notBefore' as const, 'notAfter' as const),
    by: fc.integer({ min: -10_000_000, max: 10_000_000 }),
  })
  .map(({ field, by }) => {
    const good = subParts[field];
    if (by === 0) {
      return plant('validity', 'encoding', 'GeneralizedTime', { [field]: { ...good, type: 'GeneralizedTime' } });
    }
    const kind = by > 0 === (field === 'notAfter') ? 'weaker' : 'stronger';
    return plant('validity', kind, `${field} by ${by}`, { [field]: { ...good, seconds: good.seconds + by } });
  });

const digests: fc.Arbitrary<Plant> = fc.constantFrom(
  plant('signature-algorithm', 'stronger', 'SHA-384', { digest: 'sha384' }),
  plant('signature-algorithm', 'weaker', 'SHA-224', { digest: 'sha224' }),
);

const KEY_BITS = subParts.spki.subarray(subParts.spki.length - 65);
const compressed = Uint8Array.of(2 + ((KEY_BITS[64] as number) & 1), ...KEY_BITS.subarray(1, 33));
const compressedSpki = encodeSequence(
  encodeSequence(encodeOid('1.2.840.10045.2.1'), encodeOid('1.2.840.10045.3.1.7')),
  encodeElement(Tag.BIT_STRING, Uint8Array.of(0), compressed),
);
const keys: fc.Arbitrary<Plant> = fc.constantFrom(
  plant('public-key', 'other', 'another', {
    spki: otherKey.spki,
    ...put(extension.subjectKeyIdentifier(keyIdentifier(otherKey.spki))),
  }),
  plant(['public-key', 'subject-key-identifier'], 'encoding', 'a compressed point', { spki: compressedSpki }, 'warn'),
);

const constraints: fc.Arbitrary<Plant> = fc.nat({ max: 9 }).map((pathLen) => {
  const BC = (length: number | null, critical = true) => put(extension.basicConstraints(true, length, critical));
  if (pathLen === 3) return plant('basic-constraints', 'criticality', 'not critical', BC(3, false));
  if (pathLen === 9) return plant('path-length', 'missing', 'no path length', BC(null));
  return plant('path-length', pathLen < 3 ? 'stronger' : 'weaker', `${pathLen}`, BC(pathLen));
});

const noCa: fc.Arbitrary<Plant> = fc
  .constantFrom(drop('2.5.29.19'), put(extension.basicConstraints(false, null, true)))
  .map((change) => plant(['basic-constraints', 'path-length', 'key-usage'], 'missing', 'no CA', change));

const KU = [0, 5, 6];
const keyUsages: fc.Arbitrary<Plant> = fc.oneof(
  fc.subarray(KU, { maxLength: 2 }).map((left) => {
    const kinds = KU.slice(left.length).map(() => 'missing' as const);
    const change = left.length === 0 ? drop('2.5.29.15') : put(extension.keyUsage(left));
    return plant('key-usage', kinds, `only ${left}`, change);
  }),
  fc.subarray([1, 2, 3, 4, 7, 8, 9, 12, 40], { minLength: 1 }).map((more) => {
    const bits = [...KU, ...more].sort((a, b) => a - b);
    const kinds = more.map(() => 'extra' as const);
    return plant('key-usage', kinds, `also ${more}`, put(extension.keyUsage(bits)));
  }),
  fc.constant(plant('key-usage', 'criticality', 'not critical', put(extension.keyUsage(KU, false)))),
);

const purposes: fc.Arbitrary<Plant> = fc.oneof(
  fc.subarray([...PURPOSES], { maxLength: 2 }).map((left) => {
    const kinds = PURPOSES.slice(left.length).map(() => 'missing' as const);
    const change = left.length === 0 ? drop('2.5.29.37') : put(extension.extKeyUsage(left));
    return plant('extended-key-usage', kinds, `only ${left}`, change);
  }),
  fc
    .constantFrom('1.2.3.4', '2.5.29.37.0', PURPOSES[0] as string)
    .map((more) => plant('extended-key-usage', 'extra', more, put(extension.extKeyUsage([...PURPOSES, more])))),
  fc.constant(
    plant('extended-key-usage', 'order', 'turned around', put(extension.extKeyUsage([...PURPOSES].reverse())), 'warn'),
  ),
  fc.constant(plant('extended-key-usage', 'criticality', 'critical', put(extension.extKeyUsage(PURPOSES, true)))),
);

const others: fc.Arbitrary<Plant> = fc.oneof(
  fc.subarray([...HOSTS], { minLength: 1, maxLength: 2 }).map((left) => {
    const kinds = HOSTS.slice(left.length).map(() => 'missing' as const);
    return plant('other-extensions', kinds, `only ${left}`, put(hostNames(left)));
  }),
  fc.constantFrom(
    plant('other-extensions', 'missing', 'no names', drop('2.5.29.17')),
    plant('other-extensions', 'extra', 'one more', put(hostNames([...HOSTS, 'evil.example']))),
    plant('other-extensions', 'order', 'turned around', put(hostNames([...HOSTS].reverse()))),
    plant('other-extensions', 'encoding', 'upper case', put(hostNames(HOSTS.map((name) => name.toUpperCase())))),
    plant('other-extensions', 'criticality', 'critical', put(hostNames(HOSTS, true))),
  ),
);

const UNKNOWN = '1.3.6.1.4.1.99999';
const extras: fc.Arbitrary<Plant> = fc
  .record({ arc: fc.nat(), critical: fc.boolean(), value: fc.uint8Array({ maxLength: 300 }) })
  .map(({ arc, critical, value }) =>
    plant('unasked-extension', 'extra', 'unknown', put({ oid: `${UNKNOWN}.${arc}`, critical, value })),
  );

const identifier = keyIdentifier(leafKey.spki);
const authority = keyIdentifier(caKey.spki);
const identifiers: fc.Arbitrary<Plant> = fc.constantFrom(
  plant('subject-key-identifier', 'missing', 'none', drop('2.5.29.14')),
  plant('subject-key-identifier', [], 'of another make', put(extension.subjectKeyIdentifier(authority)), 'warn'),
  plant('unasked-extension', 'criticality', 'critical', put(extension.subjectKeyIdentifier(identifier, true))),
  plant('authority-key-identifier', 'missing', 'none', drop('2.5.29.35'), 'warn'),
  plant('authority-key-identifier', 'other', 'another', put(extension.authorityKeyIdentifier(identifier))),
  plant('unasked-extension', 'criticality', 'critical', put(extension.authorityKeyIdentifier(authority, true))),
  plant(
    'authority-key-identifier',
    'other',
    'another certificate of the issuer',
    put(extension.authorityCertificate(caName, Uint8Array.of(1))),
  ),
  plant(
    'authority-key-identifier',
    'missing',
    'one that says nothing',
    put({ oid: '2.5.29.35', value: encodeSequence() }),
    'warn',
  ),
);

/** Every kind of change, in every field. */
export const plants: fc.Arbitrary<Plant> = fc.oneof(
  names,
  serials,
  times,
  digests,
  keys,
  constraints,
  noCa,
  keyUsages,
  purposes,
  others,
  extras,
  identifiers,
);
