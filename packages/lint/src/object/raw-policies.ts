import { bytesOf, type DerElement, oidText, Tag } from '@quorate/der';
import { extensionItems } from './extension-items.ts';
import { extensionOf } from './extension-value.ts';
import { inside } from './fields.ts';
import type { LintObject } from './lint-object.ts';
import { remembered } from './remembered.ts';

export const ANY_POLICY = '2.5.29.32.0';
/** The qualifiers of RFC 5280, 4.2.1.4. */
export const CPS_QUALIFIER = '1.3.6.1.5.5.7.2.1';
export const USER_NOTICE_QUALIFIER = '1.3.6.1.5.5.7.2.2';

/** A PolicyInformation (RFC 5280, 4.2.1.4) of which only the structure is known to be right. */
export interface RawPolicy {
  readonly oid: string;
  /** The whole element: a view of the object. */
  readonly bytes: Uint8Array;
  readonly qualifiers: readonly RawQualifier[];
}

export interface RawQualifier {
  readonly oid: string;
  readonly bytes: Uint8Array;
  readonly value: DerElement;
}

const FIELD = 'extensions.certificatePolicies';

/** The policies of an object in their order, repeated ones too; none without the extension. */
export const rawPolicies: (object: LintObject) => readonly RawPolicy[] = remembered((object) => {
  const extension = extensionOf(object, 'certificatePolicies');
  return extension === null ? [] : extensionItems(extension, 'certificatePolicies').map(readPolicy);
});

function readPolicy(element: DerElement): RawPolicy {
  const fields = inside(element, FIELD);
  const list = fields.optional(1);
  const qualifiers = list === null ? [] : inside(list, FIELD).all().map(readQualifier);
  return { oid: oidText(fields.at(0, FIELD, Tag.OBJECT_IDENTIFIER)), bytes: bytesOf(element), qualifiers };
}

function readQualifier(element: DerElement): RawQualifier {
  const fields = inside(element, FIELD);
  const oid = oidText(fields.at(0, FIELD, Tag.OBJECT_IDENTIFIER));
  return { oid, bytes: bytesOf(element), value: fields.at(1, FIELD) };
}

/** The fields of a UserNotice. */
export interface RawUserNotice {
  readonly noticeRef: DerElement | null;
  readonly explicitText: DerElement | null;
}

/** The user notices of all policies of an object. */
export function userNotices(object: LintObject): readonly RawUserNotice[] {
  return rawPolicies(object)
    .flatMap(({ qualifiers }) => qualifiers)
    .filter(({ oid }) => oid === USER_NOTICE_QUALIFIER)
    .map(({ value }) => {
      const fields = inside(value, FIELD).all();
      return {
        noticeRef: fields.find(({ tag }) => tag === Tag.SEQUENCE) ?? null,
        explicitText: fields.find(({ tag }) => tag !== Tag.SEQUENCE) ?? null,
      };
    });
}

/** The explicitText of all user notices. */
export function explicitTexts(object: LintObject): readonly DerElement[] {
  return userNotices(object).flatMap(({ explicitText }) => (explicitText === null ? [] : [explicitText]));
}
