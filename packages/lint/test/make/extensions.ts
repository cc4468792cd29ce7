import { encodeElement, encodeInteger, encodeOid, encodeSequence, Tag } from '@quorate/der';
import type { KnownExtension } from '../../src/object/extension-value.ts';
import { extension, text, utf8 } from './values.ts';

/** certificatePolicies; each policy an OID or an element. */
export const policies = (...all: readonly (string | Uint8Array)[]): Uint8Array =>
  extension('certificatePolicies', encodeSequence(...all.map((one) => (typeof one === 'string' ? policy(one) : one))));

/** A PolicyInformation. */
export const policy = (oid: string, ...qualifiers: readonly Uint8Array[]): Uint8Array =>
  encodeSequence(encodeOid(oid), ...(qualifiers.length === 0 ? [] : [encodeSequence(...qualifiers)]));

/** Any PolicyQualifierInfo. */
export const qualifier = (oid: string, value: Uint8Array): Uint8Array => encodeSequence(encodeOid(oid), value);

/** A pointer to a practice statement. */
export const cps = (uri: string | Uint8Array): Uint8Array =>
  qualifier('1.3.6.1.5.5.7.2.1', typeof uri === 'string' ? text(Tag.IA5_STRING, uri) : uri);

/** A user notice of these fields; a text becomes an explicitText as UTF8String. */
export const notice = (...fields: readonly (string | Uint8Array)[]): Uint8Array =>
  qualifier(
    '1.3.6.1.5.5.7.2.2',
    encodeSequence(...fields.map((field) => (typeof field === 'string' ? utf8(field) : field))),
  );

/** policyMappings of pairs of OIDs. */
export const mappings = (pairs: readonly (readonly [string, string])[], critical = true): Uint8Array =>
  extension(
    'policyMappings',
    encodeSequence(...pairs.map(([from, to]) => encodeSequence(encodeOid(from), encodeOid(to)))),
    critical,
  );

/** nameConstraints; a list that is left out is not written. */
export const constraints = (
  { permitted, excluded }: { readonly permitted?: readonly Uint8Array[]; readonly excluded?: readonly Uint8Array[] },
  critical = true,
): Uint8Array =>
  extension(
    'nameConstraints',
    encodeSequence(
      ...(permitted === undefined ? [] : [encodeElement(0xa0, ...permitted)]),
      ...(excluded === undefined ? [] : [encodeElement(0xa1, ...excluded)]),
    ),
    critical,
  );

/** A GeneralSubtree; `rest` are its minimum and maximum as they are to stand. */
export const subtree = (base: Uint8Array, ...rest: readonly Uint8Array[]): Uint8Array => encodeSequence(base, ...rest);

/** cRLDistributionPoints or freshestCRL. */
export const points = (
  all: readonly Uint8Array[],
  critical = false,
  name: KnownExtension = 'cRLDistributionPoints',
): Uint8Array => extension(name, encodeSequence(...all), critical);

/** A DistributionPoint of these fields: general names in `fullName` and `issuer`, an attribute in `relative`. */
export const point = (parts: {
  readonly fullName?: readonly Uint8Array[];
  readonly relative?: Uint8Array;
  readonly reasons?: Uint8Array;
  readonly issuer?: readonly Uint8Array[];
}): Uint8Array => {
  const { fullName, relative, reasons, issuer } = parts;
  return encodeSequence(
    ...(fullName === undefined ? [] : [encodeElement(0xa0, encodeElement(0xa0, ...fullName))]),
    ...(relative === undefined ? [] : [encodeElement(0xa0, encodeElement(0xa1, relative))]),
    ...(reasons === undefined ? [] : [encodeElement(0x81, reasons)]),
    ...(issuer === undefined ? [] : [encodeElement(0xa2, ...issuer)]),
  );
};

/** authorityInfoAccess or subjectInfoAccess of pairs of a method and a general name. */
export const access = (
  name: 'authorityInfoAccess' | 'subjectInfoAccess',
  pairs: readonly (readonly [string, Uint8Array])[],
  critical = false,
): Uint8Array =>
  extension(
    name,
    encodeSequence(...pairs.map(([method, location]) => encodeSequence(encodeOid(method), location))),
    critical,
  );

/** INTEGERs in context tags, for policyConstraints and distances. */
export const tagged = (number: number, value: number): Uint8Array =>
  encodeElement(0x80 | number, encodeInteger(value).subarray(2));
