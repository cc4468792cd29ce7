import { bytesOf, contentOf, type DerElement, DerError, type DerReader, oidText, stringValue, Tag } from '@quorate/der';
import { X509Error } from './error.ts';
import { type Name, readName } from './name.ts';
import { checkDer, readList } from './value.ts';

/** A GeneralName (RFC 5280, 4.2.1.6). */
export type GeneralName =
  /** IA5 text as it stands: whether it is a host name, mailbox or URI is not judged, and it may be empty. */
  | { readonly type: 'rfc822Name' | 'dNSName' | 'uniformResourceIdentifier'; readonly value: string }
  /** 4 or 16 octets; as a base in name constraints 8 or 32, address and mask. */
  | { readonly type: 'iPAddress'; readonly bytes: Uint8Array }
  | { readonly type: 'directoryName'; readonly name: Name }
  | { readonly type: 'registeredID'; readonly oid: string }
  /** Strict DER, not looked into: the whole element, with its tag `[0]`, `[3]` or `[5]`. */
  | { readonly type: 'otherName' | 'x400Address' | 'ediPartyName'; readonly bytes: Uint8Array };

/** Reads the next element, GeneralNames, under the tag given. */
export function readGeneralNames(reader: DerReader, tag: number = Tag.SEQUENCE): GeneralName[] {
  return readList(reader, readGeneralName, tag);
}

/** Reads the next element, a GeneralName. */
export function readGeneralName(reader: DerReader): GeneralName {
  const element = reader.element();
  const length = element.end - element.content;
  if (element.tag === 0x87 && length !== 4 && length !== 16) {
    throw new X509Error('address-invalid', { offset: element.content });
  }
  return generalName(reader, element);
}

/** Reads the next element, the GeneralName that is the base of a name constraint (4.2.1.10). */
export function readConstraintBase(reader: DerReader): GeneralName {
  const element = reader.element();
  if (element.tag === 0x87 && !isSubnet(contentOf(element))) {
    throw new X509Error('address-invalid', { offset: element.content });
  }
  return generalName(reader, element);
}

function generalName(reader: DerReader, element: DerElement): GeneralName {
  switch (element.tag) {
    case 0xa0:
      return { type: 'otherName', bytes: otherName(reader, element) };
    case 0x81:
      return { type: 'rfc822Name', value: ia5(element) };
    case 0x82:
      return { type: 'dNSName', value: ia5(element) };
    case 0xa3:
      return { type: 'x400Address', bytes: unread(element) };
    case 0xa4:
      return { type: 'directoryName', name: directoryName(reader, element) };
    case 0xa5:
      return { type: 'ediPartyName', bytes: unread(element) };
    case 0x86:
      return { type: 'uniformResourceIdentifier', value: ia5(element) };
    case 0x87:
      return { type: 'iPAddress', bytes: contentOf(element) };
    case 0x88:
      return { type: 'registeredID', oid: oidText(element) };
    default:
      throw new DerError('unexpected-tag', { offset: element.start, actual: element.tag });
  }
}

function ia5({ source, start, content, end }: DerElement): string {
  return stringValue({ source, tag: Tag.IA5_STRING, start, content, end });
}

function directoryName(reader: DerReader, element: DerElement): Name {
  const inside = reader.inside(element);
  const name = readName(inside);
  inside.finish();
  return name;
}

function otherName(reader: DerReader, element: DerElement): Uint8Array {
  const fields = reader.inside(element);
  fields.oid();
  const value = fields.sequence(0xa0);
  value.element();
  value.finish();
  fields.finish();
  return unread(element);
}

function unread(element: DerElement): Uint8Array {
  checkDer(element);
  return bytesOf(element);
}

/** An address of 4 or 16 octets and a mask as long, whose ones all stand before its zeros (RFC 4632). */
function isSubnet(bytes: Uint8Array): boolean {
  if (bytes.length !== 8 && bytes.length !== 32) return false;
  const mask = [...bytes.subarray(bytes.length / 2)].map((octet) => octet.toString(2).padStart(8, '0')).join('');
  return !mask.includes('01');
}
