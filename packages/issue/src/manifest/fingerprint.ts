import { digest } from '@quorate/crypto';
import { hexOf } from '@quorate/der';
import { EVEN_WORDS, ODD_WORDS } from './word-list.ts';

/** SHA-256 of some bytes, in the forms that people compare. All forms are whole. */
export interface Fingerprint {
  /** 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** The same in groups of four, a space between them. */
  readonly hex: string;
  /** The same in 32 words of the PGP word list, of two and of three syllables by turns. */
  readonly words: readonly string[];
}

/** 128 bits: a shorter fingerprint can be forged. */
const MIN_OCTETS = 16;

/** The fingerprint of a TBS, or of any bytes. */
export function fingerprintOf(bytes: Uint8Array): Fingerprint {
  const octets = digest('SHA-256', bytes);
  const sha256 = hexOf(octets);
  return { sha256, hex: (sha256.match(/.{4}/g) ?? []).join(' '), words: wordsOf(octets) };
}

/**
 * The words for octets: one for each.
 *
 * @param octets of a digest, whole: at least 16
 * @throws TypeError for fewer, which can be forged
 */
export function wordsOf(octets: Uint8Array): readonly string[] {
  if (octets.length < MIN_OCTETS) throw new TypeError(`fewer than ${MIN_OCTETS} octets are no fingerprint`);
  return Array.from(octets, (octet, i) => (i % 2 === 0 ? EVEN_WORDS : ODD_WORDS)[octet] as string);
}
