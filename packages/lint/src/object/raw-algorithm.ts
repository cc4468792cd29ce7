import { bytesOf, type DerElement, oidText, Tag } from '@quorate/der';
import { inside } from './fields.ts';
import { badTag } from './raw-name.ts';

/** An AlgorithmIdentifier (RFC 5280, 4.1.1.2) taken apart. Byte fields are views of the object. */
export interface RawAlgorithm {
  /** The whole element, as `signatureAlgorithmOfDer` takes it. */
  readonly bytes: Uint8Array;
  readonly oid: string;
  /** The parameters with tag and length, or `null` when they are absent. */
  readonly parameters: Uint8Array | null;
}

/** Reads an AlgorithmIdentifier; the parameters are not looked into. */
export function readRawAlgorithm(element: DerElement, field: string): RawAlgorithm {
  if (element.tag !== Tag.SEQUENCE) throw badTag(field, element, Tag.SEQUENCE);
  const fields = inside(element, field);
  const parameters = fields.optional(1);
  return {
    bytes: bytesOf(element),
    oid: oidText(fields.at(0, `${field}.algorithm`, Tag.OBJECT_IDENTIFIER)),
    parameters: parameters === null ? null : bytesOf(parameters),
  };
}
