import type { PssParameters } from '@quorate/crypto';
import { type DigestName, digest, digestNames, type RsaPublicKey, signatureAlgorithms } from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import { unsigned } from './other-forms.ts';

/**
 * What an RSA signature is when opened with a public key. A block with the right structure comes out under the key that
 * made the signature and, but for a chance of 2^-13 (PSS) or 2^-80 (PKCS#1), under no other: so it tells the wrong key from the wrong bytes.
 */
export type RsaOpening =
  /** EMSA-PKCS1-v1_5 (RFC 8017, 9.2); `content` is the DigestInfo, or what a signer without one put there. */
  | { readonly scheme: 'RSASSA-PKCS1-v1_5'; readonly content: Uint8Array }
  /**
   * EMSA-PSS (RFC 8017, 9.1): parameters that it may have been made with, the likeliest first. Digests that were not used
   * fit too, each with a chance of 1 in 256, so several may.
   */
  | { readonly scheme: 'RSASSA-PSS'; readonly readings: readonly [PssParameters, ...PssParameters[]] };

/**
 * Opens a signature: `s^e mod n`.
 *
 * @returns `null` when what comes out has neither structure: another key's, or damaged
 */
export function openRsa(key: RsaPublicKey, signature: Uint8Array): RsaOpening | null {
  const size = Math.ceil(key.bits / 8);
  if (signature.length !== size) return null;
  const block = octets(power(unsigned(signature), key.exponent, key.modulus), size);
  const content = pkcs1Content(block);
  if (content !== null) return { scheme: 'RSASSA-PKCS1-v1_5', content };
  const [first, ...others] = pssReadings(block, key.bits - 1);
  return first === undefined ? null : { scheme: 'RSASSA-PSS', readings: [first, ...others] };
}

/** `00 01 FF… 00 content`, at least eight FF. */
function pkcs1Content(block: Uint8Array): Uint8Array | null {
  const end = block.indexOf(0, 1);
  if (block[0] !== 0 || block[1] !== 1 || end < 10) return null;
  return block.subarray(2, end).every((octet) => octet === 0xff) ? block.subarray(end + 1) : null;
}

const pssDigests: readonly PssParameters[] = signatureAlgorithms.flatMap(({ pss }) => (pss === null ? [] : [pss]));

/** EMSA-PSS without the comparison of the digest: mask, padding and trailer, whatever the length of the salt. */
function pssReadings(block: Uint8Array, bits: number): PssParameters[] {
  const encoded = block.subarray(block.length - Math.ceil(bits / 8));
  if (encoded.at(-1) !== 0xbc || (encoded.length < block.length && block[0] !== 0)) return [];
  const readings: PssParameters[] = [];
  const topBits = 0xff >> (8 * encoded.length - bits);
  for (const { digest: name, mgfDigest } of pssDigests) {
    const split = encoded.length - digest(name, new Uint8Array(0)).length - 1;
    const mask = mgf1(mgfDigest, encoded.subarray(split, -1), split);
    const data = encoded.subarray(0, split).map((octet, i) => octet ^ (mask[i] as number));
    data[0] = (data[0] as number) & topBits;
    const one = data.findIndex((octet) => octet !== 0);
    if (data[one] === 1) readings.push({ digest: name, mgfDigest, saltLength: split - one - 1 });
  }
  // Much padding is no accident: the shorter the salt that is left, the likelier the reading.
  return readings.sort((a, b) => a.saltLength - b.saltLength);
}

/** MGF1 (RFC 8017, B.2.1). */
function mgf1(name: DigestName, seed: Uint8Array, length: number): Uint8Array {
  const mask: number[] = [];
  for (let counter = 0; mask.length < length; counter++) {
    mask.push(...digest(name, Uint8Array.of(...seed, 0, 0, counter >> 8, counter & 0xff)));
  }
  return Uint8Array.from(mask.slice(0, length));
}

/** The digest whose bare value, without a DigestInfo around it, is the content of a PKCS#1 block; or `null`. */
export function bareDigest(content: Uint8Array, data: Uint8Array): DigestName | null {
  return digestNames.find((name) => sameBytes(digest(name, data), content)) ?? null;
}

/** Square and multiply. The exponent is public and has at most 256 bits (`parsePublicKey`). */
function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = (result * result) % modulus;
    if (bit === '1') result = (result * base) % modulus;
  }
  return result;
}

function octets(value: bigint, size: number): Uint8Array {
  const digits = value.toString(16).padStart(2 * size, '0');
  return Uint8Array.from({ length: size }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}
