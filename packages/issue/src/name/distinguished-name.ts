import { encodeElement, encodeOid, encodeSequence, encodeSetOf, encodeUtf8String, Tag } from '@quorate/der';
import type { Name } from '@quorate/x509';
import { IssueError } from '../error.ts';
import { asciiBytes, deceptiveCharacter, isAscii, isOid, isPrintable, quoted } from '../text.ts';
import { type AttributeType, attributeType, attributeTypeNames, type StringType } from './attribute-type.ts';
import type { AttributeTypeAndValue, DistinguishedName } from './name-types.ts';

/** More than any name needs; the reader of certificates takes as many. */
const MAX_ATTRIBUTES = 256;

/**
 * A Name in DER (RFC 5280, 4.1.2.4): one SET of one attribute after the other. Written by hand, since `pkijs` would join
 * all attributes in one relative distinguished name.
 *
 * @throws IssueError `name-attribute-unknown`, `name-value-invalid`, `name-value-too-long`
 */
export function encodeDistinguishedName(name: DistinguishedName, path: string): Uint8Array {
  if (name.length > MAX_ATTRIBUTES) {
    const [expected, actual] = [`at most ${MAX_ATTRIBUTES} attributes`, `${name.length}`];
    throw new IssueError('name-value-too-long', { path, expected, actual });
  }
  return encodeSequence(...name.map((attribute, i) => encodeSetOf(encodeAttribute(attribute, `${path}[${i}]`))));
}

function encodeAttribute({ type: name, value, string }: AttributeTypeAndValue, path: string): Uint8Array {
  const known = attributeType(name);
  if (known === null || !isOid(known.oid)) {
    throw new IssueError('name-attribute-unknown', {
      path: `${path}.type`,
      expected: `an object identifier or one of ${attributeTypeNames.join(', ')}`,
      actual: quoted(name),
    });
  }
  const type = string === undefined ? known : withString(known, string, `${path}.string`);
  demandValue(type, value, `${path}.value`);
  return encodeSequence(encodeOid(type.oid), encodeValue(type, value));
}

function withString(type: AttributeType, string: StringType, path: string): AttributeType {
  const possible = [type.string, ...type.otherStrings.filter((other) => other !== type.string)];
  if (possible.includes(string)) return { ...type, string };
  const [expected, actual] = [possible.join(' or '), quoted(String(string))];
  throw new IssueError('name-value-invalid', { path, expected, actual });
}

function encodeValue(type: AttributeType, value: string): Uint8Array {
  switch (type.string) {
    case 'UTF8String':
      return encodeUtf8String(value);
    case 'PrintableString':
      return encodeElement(Tag.PRINTABLE_STRING, asciiBytes(value));
    case 'IA5String':
      return encodeElement(Tag.IA5_STRING, asciiBytes(value));
  }
}

/** Checks that a text may be the value of an attribute. */
function demandValue(type: AttributeType, value: string, path: string): void {
  demandText(value, type.upperBound, path);
  if (type.form !== undefined && !type.form.pattern.test(value)) {
    throw new IssueError('name-value-invalid', { path, expected: type.form.words, actual: quoted(value) });
  }
  const carried = type.string === 'PrintableString' ? isPrintable : type.string === 'IA5String' ? isAscii : () => true;
  if (!carried(value)) {
    throw new IssueError('name-value-invalid', {
      path,
      expected: `characters of a ${type.string}`,
      actual: quoted(value),
    });
  }
}

function demandText(value: string, upperBound: number, path: string): void {
  if (typeof value !== 'string' || value === '') {
    throw new IssueError('name-value-invalid', { path, expected: 'text of at least one character' });
  }
  // Characters are at most two code units: the cheap bound first.
  const length = value.length > 2 * upperBound ? value.length : [...value].length;
  if (length > upperBound) {
    const [expected, actual] = [`at most ${upperBound} characters`, `${length}`];
    throw new IssueError('name-value-too-long', { path, expected, actual });
  }
  const deceptive = deceptiveCharacter(value);
  if (deceptive !== null) {
    throw new IssueError('name-value-invalid', { path, expected: 'characters that can be seen', actual: deceptive });
  }
}

/**
 * Checks a name that is taken over as it stands, from a request: every value is text, and within the same bounds as a
 * value that a profile states. The string types and the grouping of attributes are the requester's.
 *
 * @throws IssueError `name-value-invalid`, `name-value-too-long`
 */
export function demandForeignName(name: Name, path: string): void {
  name.rdns.forEach((rdn, i) => {
    rdn.forEach(({ type, text }, k) => {
      const place = rdn.length === 1 ? `${path}[${i}].value` : `${path}[${i}][${k}].value`;
      if (text === null) {
        throw new IssueError('name-value-invalid', { path: place, expected: 'a string', actual: 'another type' });
      }
      const known = attributeType(type) as AttributeType;
      demandText(text, known.upperBound, place);
      if (known.form !== undefined && !known.form.pattern.test(text)) {
        throw new IssueError('name-value-invalid', { path: place, expected: known.form.words, actual: quoted(text) });
      }
    });
  });
}
