import { pow } from '@noble/curves/abstract/modular.js';
import { bytesToNumberBE, concatBytes, numberToBytesBE } from '@noble/curves/utils.js';
import { sameBytes } from '@quorate/der';
import { digests } from './digest.ts';
import type { PssParameters } from './pss-parameters.ts';
import type { RsaPublicKey } from './public-key.ts';
import { isRepresentative } from './rsa-pkcs1-scheme.ts';
import type { SignatureScheme } from './scheme.ts';

/** RSASSA-PSS (RFC 8017, 8.1.2), MGF1, salt of exactly the stated length, trailer BC. */
export const rsaPssScheme: SignatureScheme = {
  name: 'RSASSA-PSS',
  prepare({ algorithm, key, data, signature }) {
    const { pss } = algorithm;
    if (key.type !== 'rsa' || pss === null) return 'key-mismatch';
    if (!keyAllows(key, pss)) return 'key-parameters';
    if (!isRepresentative(key.modulus, Math.ceil(key.bits / 8), signature)) return 'signature-malformed';
    return {
      rawSignature: signature,
      verify() {
        const message = pow(bytesToNumberBE(signature), key.exponent, key.modulus);
        const bits = key.bits - 1;
        // When the modulus has 8k + 1 bits the block has one octet less than it, and the number may be too large for it.
        if (message >> BigInt(8 * Math.ceil(bits / 8)) !== 0n) return false;
        return pssMatches(numberToBytesBE(message, Math.ceil(bits / 8)), bits, pss, data);
      },
    };
  },
};

/** RFC 4055, 3.3: the same hashes as the key's parameters, and no less salt. */
function keyAllows(key: RsaPublicKey, pss: PssParameters): boolean {
  const allowed = key.pss;
  if (allowed === null || allowed === 'any-parameters') return true;
  return allowed.digest === pss.digest && allowed.mgfDigest === pss.mgfDigest && allowed.saltLength <= pss.saltLength;
}

/** EMSA-PSS-VERIFY (RFC 8017, 9.1.2); `bits` is emBits, and `block` has ceil(bits / 8) octets. */
function pssMatches(block: Uint8Array, bits: number, pss: PssParameters, data: Uint8Array): boolean {
  const { hash } = digests[pss.digest];
  const split = block.length - hash.outputLen - 1;
  const padding = split - pss.saltLength - 1;
  if (padding < 0 || block[block.length - 1] !== 0xbc) return false;
  const masked = block.subarray(0, split);
  const seed = block.subarray(split, block.length - 1);
  const topBits = 0xff >> (8 * block.length - bits);
  if (((masked[0] as number) & ~topBits) !== 0) return false;
  const mask = mgf1(pss.mgfDigest, seed, split);
  const db = masked.map((octet, i) => octet ^ (mask[i] as number));
  db[0] = (db[0] as number) & topBits;
  if (db[padding] !== 1 || db.subarray(0, padding).some((octet) => octet !== 0)) return false;
  const salt = db.subarray(padding + 1);
  return sameBytes(seed, hash(concatBytes(new Uint8Array(8), hash(data), salt)));
}

/** MGF1 (RFC 8017, B.2.1): `length` octets, at most 2048 here. */
function mgf1(digest: PssParameters['mgfDigest'], seed: Uint8Array, length: number): Uint8Array {
  const { hash } = digests[digest];
  const blocks: Uint8Array[] = [];
  for (let counter = 0; counter * hash.outputLen < length; counter++) {
    blocks.push(hash(concatBytes(seed, numberToBytesBE(counter, 4))));
  }
  return concatBytes(...blocks).subarray(0, length);
}
