import { contentOf, Tag } from '@quorate/der';
import { type KeyUsage, keyUsageNames } from '@quorate/x509';
import { LintError } from '../error.ts';
import { extensionOf } from './extension-value.ts';
import { readerOf } from './fields.ts';
import type { LintObject } from './lint-object.ts';
import { remembered } from './remembered.ts';

/** The BIT STRING of keyUsage as it is written. */
export interface RawKeyUsage {
  /** The octets behind the first: a view of the object. */
  readonly octets: Uint8Array;
  /** The first octet: how many bits at the end are not counted, 0 to 7 when it is right. */
  readonly unused: number;
  /** Bits that are counted. */
  readonly length: number;
}

/**
 * The keyUsage of an object, or `null` when it has none.
 *
 * @throws LintError, DerError when its value is no BIT STRING
 */
export const rawKeyUsage: (object: LintObject) => RawKeyUsage | null = remembered((object) => {
  const extension = extensionOf(object, 'keyUsage');
  if (extension === null) return null;
  const content = contentOf(readerOf(extension.value).element(Tag.BIT_STRING));
  const [unused] = content;
  if (unused === undefined) throw new LintError('missing', { field: 'extensions.keyUsage' });
  const octets = content.subarray(1);
  return { octets, unused, length: octets.length * 8 - unused };
});

/**
 * The usages of keyUsage in the order of its bits, also where the encoding is not that of DER (zero bits at the end); none
 * without the extension.
 */
export const usagesOf: (object: LintObject) => readonly KeyUsage[] = remembered((object) => {
  const { octets = new Uint8Array() } = rawKeyUsage(object) ?? {};
  return keyUsageNames.filter((_, bit) => ((octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
});
