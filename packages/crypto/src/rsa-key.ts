import {
  contentOf,
  DerReader,
  encodeBitString,
  encodeInteger,
  encodeNull,
  encodeOid,
  encodeSequence,
  readSequence,
  Tag,
} from '@quorate/der';
import { type AlgorithmIdentifier, isNull } from './algorithm-identifier.ts';
import { CryptoError } from './error.ts';
import { type PssParameters, readPssParameters } from './pss-parameters.ts';
import type { RsaPublicKey } from './public-key.ts';

/** rsaEncryption (RFC 3279, 2.3.1). */
export const RSA_KEY_OID = '1.2.840.113549.1.1.1';
/** id-RSASSA-PSS as a key algorithm (RFC 4055, 1.2). */
export const PSS_KEY_OID = '1.2.840.113549.1.1.10';

const MIN_BITS = 1024;
/** OpenSSL's bound on a modulus. */
const MAX_BITS = 16384;
/** FIPS 186-5, A.1.1. */
const MAX_EXPONENT_BITS = 256;

/** rsaEncryption: parameters must be NULL (RFC 3279, 2.3.1). */
export function readRsaKey(spki: Uint8Array, algorithm: AlgorithmIdentifier, bytes: Uint8Array): RsaPublicKey {
  if (!isNull(algorithm.parameters)) throw new CryptoError('key-malformed', { subject: 'RSA parameters are not NULL' });
  return rsaKey(spki, bytes, null);
}

/** id-RSASSA-PSS: parameters absent, or RSASSA-PSS-params that restrict the key (RFC 4055, 1.2, 3.3). */
export function readPssKey(spki: Uint8Array, algorithm: AlgorithmIdentifier, bytes: Uint8Array): RsaPublicKey {
  const { parameters } = algorithm;
  if (parameters === null) return rsaKey(spki, bytes, 'any-parameters');
  if (parameters.tag !== Tag.SEQUENCE) {
    throw new CryptoError('algorithm-parameters', { subject: 'RSASSA-PSS', offset: parameters.start });
  }
  const fields = DerReader.of(contentOf(parameters));
  return rsaKey(spki, bytes, readPssParameters(fields));
}

function rsaKey(spki: Uint8Array, bytes: Uint8Array, pss: PssParameters | 'any-parameters' | null): RsaPublicKey {
  const [modulus, exponent] = readSequence(bytes, (fields): [bigint, bigint] => [fields.integer(), fields.integer()]);
  return { type: 'rsa', spki, modulus, exponent, bits: checkRsaNumbers(modulus, exponent), pss };
}

/**
 * Checks an RSA modulus and exponent as `parsePublicKey` says, and gives the length of the modulus in bits.
 *
 * @throws CryptoError `key-invalid`, `key-too-weak`, `key-too-large`
 */
export function checkRsaNumbers(modulus: bigint, exponent: bigint): number {
  if (modulus <= 0n || (modulus & 1n) === 0n) throw new CryptoError('key-invalid', { subject: 'RSA modulus' });
  const bits = bitLength(modulus);
  if (bits < MIN_BITS) throw new CryptoError('key-too-weak', { subject: 'RSA modulus', actual: bits, limit: MIN_BITS });
  if (bits > MAX_BITS)
    throw new CryptoError('key-too-large', { subject: 'RSA modulus', actual: bits, limit: MAX_BITS });
  if (exponent < 3n || (exponent & 1n) === 0n || exponent >= modulus) {
    throw new CryptoError('key-invalid', { subject: 'RSA exponent' });
  }
  const exponentBits = bitLength(exponent);
  if (exponentBits > MAX_EXPONENT_BITS) {
    throw new CryptoError('key-too-large', { subject: 'RSA exponent', actual: exponentBits, limit: MAX_EXPONENT_BITS });
  }
  return bits;
}

/** Length of a positive integer in bits. */
export function bitLength(value: bigint): number {
  const digits = value.toString(16);
  return 4 * (digits.length - 1) + (32 - Math.clz32(Number.parseInt(digits[0] as string, 16)));
}

/** A SubjectPublicKeyInfo with rsaEncryption. */
export function encodeRsaKey(modulus: bigint, exponent: bigint): Uint8Array {
  return encodeSequence(
    encodeSequence(encodeOid(RSA_KEY_OID), encodeNull()),
    encodeBitString(encodeSequence(encodeInteger(modulus), encodeInteger(exponent))),
  );
}
