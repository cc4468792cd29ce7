import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeBlsKey } from './bls-encoding.ts';
import { curves } from './curve.ts';
import { digest } from './digest.ts';
import { encodeDsaKey } from './dsa-key.ts';
import { encodeEcKey } from './ec-key.ts';
import { edwardsCurves } from './edwards-curve.ts';
import { encodeEdwardsKey } from './edwards-key.ts';
import type { PublicKey } from './public-key.ts';
import { encodeRsaKey } from './rsa-key.ts';

/**
 * The one SubjectPublicKeyInfo that stands for all encodings of a key: rsaEncryption for RSA, an uncompressed point for
 * EC, no parameters for BLS.
 */
export function canonicalSpki(key: PublicKey): Uint8Array {
  switch (key.type) {
    case 'rsa':
      // Without a restriction to PSS the reader takes one encoding alone.
      if (key.pss === null) return key.spki;
      return encodeRsaKey(key.modulus, key.exponent);
    case 'ec':
      return encodeEcKey(curves[key.curve], key.point);
    case 'ed25519':
    case 'ed448':
      return encodeEdwardsKey(edwardsCurves[key.type], key.point);
    case 'dsa':
      return encodeDsaKey(key.y, key.parameters);
    case 'bls12-381':
      return encodeBlsKey(key.point);
    default:
      // ML-DSA and SLH-DSA have one encoding alone.
      return key.spki;
  }
}

/**
 * A name for the key as a mathematical object: two encodings of one key have one identity, and one who holds the
 * private key of the one holds that of the other. A PSS restriction is no part of it. A DSA key that inherits its
 * parameters has another identity than the same key with parameters: which key it is cannot be known from it alone.
 *
 * @returns SHA-256 of the canonical SubjectPublicKeyInfo, 64 lower-case hexadecimal digits
 */
export function keyIdentity(key: PublicKey): string {
  return bytesToHex(digest('SHA-256', canonicalSpki(key)));
}

/** SHA-256 of the SubjectPublicKeyInfo as given, 64 lower-case hexadecimal digits: what other tools print of a key. */
export function keyFingerprint(spki: Uint8Array): string {
  return bytesToHex(digest('SHA-256', spki));
}
