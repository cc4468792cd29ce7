import { bytesOf, contentOf, type DerElement, oidText, Tag } from '@quorate/der';
import type { Extension } from '@quorate/x509';
import { inside } from './fields.ts';
import { badTag } from './raw-name.ts';

/** An extension of which only the structure is known to be right. It can be given to the strict readers. */
export interface RawExtension extends Extension {
  /** The whole element: a view of the object, as `value` is. */
  readonly bytes: Uint8Array;
  /** The content of the BOOLEAN `critical`, or `null` when it is left out. DER wants FF, and FALSE left out. */
  readonly criticalOctets: Uint8Array | null;
}

/** Reads the items of Extensions (RFC 5280, 4.1): repeated ones are kept, an empty list is no error. */
export function readRawExtensions(list: DerElement, field: string): readonly RawExtension[] {
  if (list.tag !== Tag.SEQUENCE) throw badTag(field, list, Tag.SEQUENCE);
  return inside(list, field)
    .all()
    .map((element) => readRawExtension(element, field));
}

function readRawExtension(element: DerElement, field: string): RawExtension {
  if (element.tag !== Tag.SEQUENCE) throw badTag(field, element, Tag.SEQUENCE);
  const fields = inside(element, field);
  const oid = oidText(fields.at(0, `${field}.extnID`, Tag.OBJECT_IDENTIFIER));
  const second = fields.at(1, `${field}.extnValue`);
  const criticalOctets = second.tag === Tag.BOOLEAN ? contentOf(second) : null;
  const value = criticalOctets === null ? second : fields.at(2, `${field}.extnValue`);
  if (value.tag !== Tag.OCTET_STRING) throw badTag(`${field}.extnValue`, value, Tag.OCTET_STRING);
  const critical = criticalOctets?.some((octet) => octet !== 0) ?? false;
  return { oid, critical, criticalOctets, value: contentOf(value), bytes: bytesOf(element) };
}
