import { pow } from '@noble/curves/abstract/modular.js';
import { bytesToNumberBE, concatBytes, numberToBytesBE } from '@noble/curves/utils.js';
import { sameBytes } from '@quorate/der';
import type { DigestName } from './digest.ts';
import { digestInfo } from './digest-info.ts';
import type { SignatureScheme } from './scheme.ts';

/**
 * RSASSA-PKCS1-v1_5 (RFC 8017, 8.2). The block that the signature opens to is compared, whole, with the one block that
 * is right: nothing in it is parsed, so nothing in it can be overlooked.
 */
export const rsaPkcs1Scheme: SignatureScheme = {
  name: 'RSASSA-PKCS1-v1_5',
  prepare({ algorithm, key, data, signature }) {
    const { digest } = algorithm;
    if (key.type !== 'rsa' || digest === null) return 'key-mismatch';
    if (key.pss !== null) return 'key-parameters';
    const size = Math.ceil(key.bits / 8);
    if (!isRepresentative(key.modulus, size, signature)) return 'signature-malformed';
    return {
      rawSignature: signature,
      verify() {
        const block = numberToBytesBE(pow(bytesToNumberBE(signature), key.exponent, key.modulus), size);
        return sameBytes(block, pkcs1Block(digest, data, size));
      },
    };
  },
};

/** Octets that a double holds exactly, as an integer. */
const LEADING = 6;

/**
 * Whether a signature has the length of the modulus and is, as an integer, below it (RFC 8017, 5.2.2). The first octets
 * nearly always tell, and the integer itself is only needed where the arithmetic is done.
 */
export function isRepresentative(modulus: bigint, size: number, signature: Uint8Array): boolean {
  if (signature.length !== size) return false;
  let leading = 0;
  for (let i = 0; i < LEADING; i++) leading = leading * 256 + (signature[i] as number);
  const bound = Number(modulus >> BigInt(8 * (size - LEADING)));
  return leading === bound ? bytesToNumberBE(signature) < modulus : leading < bound;
}

/**
 * EMSA-PKCS1-v1_5 (RFC 8017, 9.2): `00 01 FF… 00 DigestInfo`, NULL in the DigestInfo.
 *
 * @param size octets of the modulus, at least 128: every digest fits
 */
export function pkcs1Block(digest: DigestName, data: Uint8Array, size: number): Uint8Array {
  const info = digestInfo(digest, data);
  const padding = new Uint8Array(size - info.length - 3).fill(0xff);
  return concatBytes(Uint8Array.of(0, 1), padding, Uint8Array.of(0), info);
}
