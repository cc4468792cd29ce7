import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { canonicalSpki, type PublicKey } from '@quorate/crypto';

/**
 * A key as Node has it. From DER, OpenSSL 3 takes 100 microseconds for any key, which is more than an RSA signature; from
 * its numbers, as a JWK (RFC 7517), 3 for an RSA key, 5 for an Edwards key and 60 for P-256. On larger curves it takes
 * longer that way.
 */
export function nodeKey(key: PublicKey): KeyObject {
  const jwk = jwkOf(key);
  if (jwk !== null) return createPublicKey({ key: jwk, format: 'jwk' });
  return createPublicKey({ key: Buffer.from(canonicalSpki(key)), format: 'der', type: 'spki' });
}

function jwkOf(key: PublicKey): JsonWebKey | null {
  switch (key.type) {
    case 'rsa':
      return { kty: 'RSA', n: ofInteger(key.modulus), e: ofInteger(key.exponent) };
    case 'ec': {
      if (key.curve !== 'P-256') return null;
      const { point } = key;
      return { kty: 'EC', crv: 'P-256', x: ofOctets(point.subarray(1, 33)), y: ofOctets(point.subarray(33)) };
    }
    case 'ed25519':
      return { kty: 'OKP', crv: 'Ed25519', x: ofOctets(key.point) };
    case 'ed448':
      return { kty: 'OKP', crv: 'Ed448', x: ofOctets(key.point) };
    default:
      return null;
  }
}

/** A positive integer in as few octets as hold it (RFC 7518, 6.3.1). */
function ofInteger(value: bigint): string {
  const digits = value.toString(16);
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex').toString('base64url');
}

function ofOctets(octets: Uint8Array): string {
  return Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString('base64url');
}
