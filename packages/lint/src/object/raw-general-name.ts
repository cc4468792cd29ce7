import { bytesOf, contentOf, type DerElement, Tag } from '@quorate/der';
import { inside, readerOf } from './fields.ts';
import { badTag, type RawName, readRawName } from './raw-name.ts';
import { latin1 } from './raw-time.ts';

/** The forms of GeneralName by their numbers (RFC 5280, 4.2.1.6). */
export const generalNameForms = [
  'otherName',
  'rfc822Name',
  'dNSName',
  'x400Address',
  'directoryName',
  'ediPartyName',
  'uniformResourceIdentifier',
  'iPAddress',
  'registeredID',
] as const;

export type GeneralNameForm = (typeof generalNameForms)[number];

/** A GeneralName of which only the header is known to be right. Byte fields are views of the object. */
export interface RawGeneralName {
  /** `null`: a tag that GeneralName does not have. */
  readonly form: GeneralNameForm | null;
  readonly bytes: Uint8Array;
  readonly content: Uint8Array;
  /** The octets as ISO 8859-1; of a dNSName, rfc822Name or URI, this is its text when it is IA5 at all. */
  readonly text: string;
}

/**
 * The names in the value of a subjectAltName or issuerAltName.
 *
 * @param value the value of the extension
 * @param field for messages, for instance `extensions.subjectAltName`
 * @throws LintError, DerError
 */
export function rawGeneralNames(value: Uint8Array, field: string): readonly RawGeneralName[] {
  const list = readerOf(value).element(Tag.SEQUENCE);
  return inside(list, field).all().map(rawGeneralName);
}

/** One element as a GeneralName. */
export function rawGeneralName(element: DerElement): RawGeneralName {
  const content = contentOf(element);
  const constructed = (element.tag & 0x20) !== 0;
  const number = element.tag & 0x1f;
  const known = element.tag >= 0x80 && element.tag <= 0xbf && CONSTRUCTED.has(number) === constructed;
  const form = known ? (generalNameForms[number] ?? null) : null;
  return { form, bytes: bytesOf(element), content, text: latin1(content) };
}

const CONSTRUCTED: ReadonlySet<number> = new Set([0, 3, 4, 5]);

/** The name inside a directoryName. */
export function directoryNameOf(name: RawGeneralName, field: string): RawName {
  const element = readerOf(name.content).element();
  if (element.tag !== Tag.SEQUENCE) throw badTag(field, element, Tag.SEQUENCE);
  return readRawName(element, field);
}
