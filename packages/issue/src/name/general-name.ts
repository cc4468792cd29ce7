import {
  contentOf,
  contextConstructed,
  contextPrimitive,
  DerReader,
  encodeElement,
  encodeExplicit,
  encodeOid,
  oidContent,
  Tag,
} from '@quorate/der';
import { asciiBytes } from '../text.ts';
import { encodeDistinguishedName } from './distinguished-name.ts';
import type { AlternativeName } from './name-types.ts';

/**
 * GeneralNames (RFC 5280, 4.2.1.6): a SEQUENCE of names that have been checked, or one under an implicit tag.
 *
 * @param path of the list, for the errors of distinguished names
 * @throws IssueError the codes of a distinguished name
 */
export function encodeGeneralNames(
  names: readonly AlternativeName[],
  path: string,
  tag: number = Tag.SEQUENCE,
): Uint8Array {
  return encodeElement(tag, ...names.map((name, i) => encodeGeneralName(name, `${path}[${i}]`)));
}

/** One GeneralName that has been checked. */
export function encodeGeneralName(name: AlternativeName, path: string): Uint8Array {
  switch (name.type) {
    case 'otherName':
      return encodeElement(contextConstructed(0), encodeOid(name.oid), encodeExplicit(0, name.der));
    case 'rfc822Name':
      return encodeElement(contextPrimitive(1), asciiBytes(name.value));
    case 'dNSName':
      return encodeElement(contextPrimitive(2), asciiBytes(name.value));
    case 'x400Address':
      return encodeElement(contextConstructed(3), insideOf(name.der));
    case 'directoryName':
      // A CHOICE: its tag stands around the Name (X.680, 31.2.7).
      return encodeExplicit(4, encodeDistinguishedName(name.name, `${path}.name`));
    case 'ediPartyName':
      return encodeElement(contextConstructed(5), insideOf(name.der));
    case 'uniformResourceIdentifier':
      return encodeElement(contextPrimitive(6), asciiBytes(name.value));
    case 'iPAddress':
      return encodeElement(contextPrimitive(7), name.bytes);
    case 'registeredID':
      return encodeElement(contextPrimitive(8), oidContent(name.oid));
  }
}

/** What stands in a SEQUENCE, for an implicit tag to take its place. */
function insideOf(sequence: Uint8Array): Uint8Array {
  return contentOf(DerReader.of(sequence).element(Tag.SEQUENCE));
}

/** What the strict reader must make of names that were written. */
export function meantNames(names: readonly AlternativeName[], path: string): readonly object[] {
  return names.map((name, i) => meantName(name, `${path}[${i}]`));
}

/** What the strict reader must make of a name that was written. */
export function meantName(name: AlternativeName, path: string): object {
  switch (name.type) {
    case 'directoryName':
      return { type: name.type, name: { bytes: encodeDistinguishedName(name.name, `${path}.name`) } };
    case 'otherName':
    case 'x400Address':
    case 'ediPartyName':
      return { type: name.type, bytes: encodeGeneralName(name, path) };
    case 'iPAddress':
      return { type: name.type, bytes: name.bytes };
    case 'registeredID':
      return { type: name.type, oid: name.oid };
    case 'dNSName':
    case 'rfc822Name':
    case 'uniformResourceIdentifier':
      return { type: name.type, value: name.value };
  }
}
