import { type DerElement, Tag } from '@quorate/der';
import { inside, readerOf } from './fields.ts';
import type { RawExtension } from './raw-extension.ts';

/**
 * The elements in the SEQUENCE that the value of an extension starts with, by their headers: for rules about what the strict
 * readers refuse.
 *
 * @param name of the extension, for messages
 * @throws LintError, DerError
 */
export function extensionItems(extension: RawExtension, name: string): readonly DerElement[] {
  return inside(readerOf(extension.value).element(Tag.SEQUENCE), `extensions.${name}`).all();
}
