import type { LintObject } from '../object/lint-object.ts';
import type { RawAttribute, RawName } from '../object/raw-name.ts';
import { latin1 } from '../object/raw-time.ts';
import { remembered } from '../object/remembered.ts';
import { attributeName } from './attribute-types.ts';
import { flatAttributes } from './attributes.ts';

/** A distinguished name of an object and the field that holds it. */
export interface PlacedName {
  readonly field: 'issuer' | 'subject';
  readonly name: RawName;
}

/** A name attribute and where it stands, for instance `subject.commonName`. */
export interface PlacedAttribute {
  readonly where: string;
  readonly attribute: RawAttribute;
}

/** Issuer and subject of a certificate, the subject of a request, the issuer of a CRL. */
export const namesOf: (object: LintObject) => readonly PlacedName[] = remembered((object) => {
  switch (object.kind) {
    case 'csr':
      return [{ field: 'subject', name: object.subject }];
    case 'crl':
      return [{ field: 'issuer', name: object.issuer }];
    default:
      return [
        { field: 'issuer', name: object.issuer },
        { field: 'subject', name: object.subject },
      ];
  }
});

/** Every attribute of the names of an object, in their order. */
export const placedAttributes: (object: LintObject) => readonly PlacedAttribute[] = remembered((object) =>
  namesOf(object).flatMap(({ field, name }) =>
    flatAttributes(name).map((attribute) => ({ where: `${field}.${attributeName(attribute.type)}`, attribute })),
  ),
);

/** The text of an attribute; of a string that is not valid, its octets as ISO 8859-1. `null` when it is no string. */
export function lenientText({ text, error, content }: RawAttribute): string | null {
  return text ?? (error === null ? null : latin1(content));
}
