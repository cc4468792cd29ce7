import { contentOf } from '@quorate/der';
import { extensionItems } from '../object/extension-items.ts';
import { extensionOf, extensionValue } from '../object/extension-value.ts';
import type { LintObject } from '../object/lint-object.ts';

/**
 * The key identifier in one of the two extensions, or `null` without it. In authorityKeyIdentifier it is read whatever
 * stands beside it.
 */
export function keyIdentifierOf(
  object: LintObject,
  name: 'subjectKeyIdentifier' | 'authorityKeyIdentifier',
): Uint8Array | null {
  if (name === 'subjectKeyIdentifier') return extensionValue(object, name)?.keyIdentifier ?? null;
  const extension = extensionOf(object, name);
  const items = extension === null ? [] : extensionItems(extension, name);
  const found = items.find(({ tag }) => tag === 0x80);
  return found === undefined ? null : contentOf(found);
}
