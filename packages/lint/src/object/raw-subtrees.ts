import { bytesOf, contentOf, type DerElement } from '@quorate/der';
import { extensionItems } from './extension-items.ts';
import { extensionOf } from './extension-value.ts';
import { inside } from './fields.ts';
import type { LintObject } from './lint-object.ts';
import { type RawGeneralName, rawGeneralName } from './raw-general-name.ts';
import { remembered } from './remembered.ts';

/** A GeneralSubtree (RFC 5280, 4.2.1.10) of which only the structure is known to be right. Byte fields are views. */
export interface RawSubtree {
  readonly list: 'permittedSubtrees' | 'excludedSubtrees';
  readonly bytes: Uint8Array;
  readonly base: RawGeneralName;
  /** Content octets of the INTEGER, or `null` when it is left out, as it is when it is 0. */
  readonly minimum: Uint8Array | null;
  readonly maximum: Uint8Array | null;
}

const FIELD = 'extensions.nameConstraints';

/** What the nameConstraints of an object permit and exclude, in their order; none without the extension. */
export const rawSubtrees: (object: LintObject) => readonly RawSubtree[] = remembered((object) => {
  const extension = extensionOf(object, 'nameConstraints');
  if (extension === null) return [];
  return extensionItems(extension, 'nameConstraints').flatMap((list) =>
    inside(list, FIELD)
      .all()
      .map((element) => readSubtree(element, list.tag === 0xa0 ? 'permittedSubtrees' : 'excludedSubtrees')),
  );
});

function readSubtree(element: DerElement, list: RawSubtree['list']): RawSubtree {
  const fields = inside(element, FIELD);
  const rest = fields.all().slice(1);
  const distance = (tag: number): Uint8Array | null => {
    const found = rest.find((field) => field.tag === tag);
    return found === undefined ? null : contentOf(found);
  };
  const base = rawGeneralName(fields.at(0, FIELD));
  return { list, bytes: bytesOf(element), base, minimum: distance(0x80), maximum: distance(0x81) };
}
