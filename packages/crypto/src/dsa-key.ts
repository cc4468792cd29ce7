import { pow } from '@noble/curves/abstract/modular.js';
import { contentOf, DerReader, encodeBitString, encodeInteger, encodeOid, encodeSequence, Tag } from '@quorate/der';
import type { AlgorithmIdentifier } from './algorithm-identifier.ts';
import { CryptoError } from './error.ts';
import type { DsaParameters, DsaPublicKey } from './public-key.ts';
import { bitLength } from './rsa-key.ts';

/** id-dsa (RFC 3279, 2.3.2). */
export const DSA_KEY_OID = '1.2.840.10040.4.1';

const MIN_BITS = 1024;
/** FIPS 186-4, 4.2: no larger p is defined. */
const MAX_BITS = 3072;
/** FIPS 186-4, 4.2: the lengths of q. */
const SUBGROUP_BITS: readonly number[] = [160, 224, 256];

/** id-dsa: parameters are Dss-Parms, or absent when inherited (RFC 3279, 2.3.2); NULL is refused. */
export function readDsaKey(spki: Uint8Array, algorithm: AlgorithmIdentifier, bytes: Uint8Array): DsaPublicKey {
  const outer = DerReader.of(bytes);
  const y = outer.integer();
  outer.finish();
  const parameters = algorithm.parameters === null ? null : readDsaParameters(algorithm);
  if (y <= 1n) throw new CryptoError('key-invalid', { subject: 'DSA y' });
  if (parameters === null) {
    if (bitLength(y) > MAX_BITS) {
      throw new CryptoError('key-too-large', { subject: 'DSA y', actual: bitLength(y), limit: MAX_BITS });
    }
  } else {
    checkDsaValue(y, parameters);
  }
  return { type: 'dsa', spki, y, parameters };
}

/** Checks that y is a member of the group that the parameters generate. */
export function checkDsaValue(y: bigint, { p, q }: DsaParameters): void {
  if (y >= p || pow(y, q, p) !== 1n) throw new CryptoError('key-invalid', { subject: 'DSA y' });
}

function readDsaParameters(algorithm: AlgorithmIdentifier): DsaParameters {
  const element = algorithm.parameters;
  if (element === null || element.tag !== Tag.SEQUENCE) {
    throw new CryptoError('key-malformed', { subject: 'DSA parameters' });
  }
  const fields = DerReader.of(contentOf(element));
  const parameters = { p: fields.integer(), q: fields.integer(), g: fields.integer() };
  fields.finish();
  checkDsaParameters(parameters);
  return parameters;
}

/** p and q odd and of the lengths of FIPS 186-4, q a divisor of p - 1, g of order q. Primality is not tested. */
function checkDsaParameters({ p, q, g }: DsaParameters): void {
  if (p <= 1n || (p & 1n) === 0n || q <= 1n || (q & 1n) === 0n || (p - 1n) % q !== 0n) {
    throw new CryptoError('key-invalid', { subject: 'DSA parameters' });
  }
  const bits = bitLength(p);
  if (bits < MIN_BITS) throw new CryptoError('key-too-weak', { subject: 'DSA p', actual: bits, limit: MIN_BITS });
  if (bits > MAX_BITS) throw new CryptoError('key-too-large', { subject: 'DSA p', actual: bits, limit: MAX_BITS });
  if (!SUBGROUP_BITS.includes(bitLength(q))) throw new CryptoError('key-invalid', { subject: 'DSA q' });
  if (g <= 1n || g >= p || pow(g, q, p) !== 1n) throw new CryptoError('key-invalid', { subject: 'DSA g' });
}

/** A SubjectPublicKeyInfo with id-dsa. */
export function encodeDsaKey(y: bigint, parameters: DsaParameters | null): Uint8Array {
  const algorithm = [encodeOid(DSA_KEY_OID)];
  if (parameters !== null) {
    algorithm.push(encodeSequence(...[parameters.p, parameters.q, parameters.g].map((value) => encodeInteger(value))));
  }
  return encodeSequence(encodeSequence(...algorithm), encodeBitString(encodeInteger(y)));
}
