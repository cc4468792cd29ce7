import { bytesOf, oidText, Tag } from '@quorate/der';
import { extensionItems } from './extension-items.ts';
import { extensionOf } from './extension-value.ts';
import { inside } from './fields.ts';
import type { LintObject } from './lint-object.ts';
import type { RawExtension } from './raw-extension.ts';
import { type RawGeneralName, rawGeneralName } from './raw-general-name.ts';
import { remembered } from './remembered.ts';

/** The access methods of RFC 5280, 4.2.2. */
export const accessMethod = {
  ocsp: '1.3.6.1.5.5.7.48.1',
  caIssuers: '1.3.6.1.5.5.7.48.2',
  caRepository: '1.3.6.1.5.5.7.48.5',
} as const;

/** An AccessDescription (RFC 5280, 4.2.2.1) of which only the structure is known to be right. Byte fields are views. */
export interface RawAccess {
  readonly bytes: Uint8Array;
  readonly method: string;
  readonly location: RawGeneralName;
}

/** The descriptions in one of the two extensions that use one method; none without the extension. */
export function rawAccess(
  object: LintObject,
  name: 'authorityInfoAccess' | 'subjectInfoAccess',
  method: keyof typeof accessMethod,
): readonly RawAccess[] {
  const extension = extensionOf(object, name);
  if (extension === null) return [];
  return descriptions[name](extension).filter((access) => access.method === accessMethod[method]);
}

const descriptions = {
  authorityInfoAccess: descriptionsOf('authorityInfoAccess'),
  subjectInfoAccess: descriptionsOf('subjectInfoAccess'),
};

function descriptionsOf(name: string): (extension: RawExtension) => readonly RawAccess[] {
  return remembered((extension) =>
    extensionItems(extension, name).map((element) => {
      const fields = inside(element, `extensions.${name}`);
      const oid = oidText(fields.at(0, `extensions.${name}.accessMethod`, Tag.OBJECT_IDENTIFIER));
      const location = rawGeneralName(fields.at(1, `extensions.${name}.accessLocation`));
      return { bytes: bytesOf(element), method: oid, location };
    }),
  );
}
