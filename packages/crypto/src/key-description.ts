import type { PublicKey } from './public-key.ts';
import { bitLength } from './rsa-key.ts';

/** What a careful reader should know of a key that is not refused. */
export type KeyWeakness =
  /** RSA modulus below 2048 bits: under 112 bits of security (NIST SP 800-57, part 1, 5.6.1). */
  | 'rsa-below-2048'
  /** RSA exponent below 65,537 (NIST SP 800-56B, 6.2; FIPS 186-5, A.1.1). */
  | 'rsa-exponent-below-65537'
  /** DSA with p below 2048 or q below 224 bits (NIST SP 800-57, part 1, 5.6.1). */
  | 'dsa-below-2048';

/** In the order of {@link KeyWeakness}; empty when there is nothing to say. */
export function keyWeaknesses(key: PublicKey): readonly KeyWeakness[] {
  const found: KeyWeakness[] = [];
  if (key.type === 'rsa') {
    if (key.bits < 2048) found.push('rsa-below-2048');
    if (key.exponent < 65537n) found.push('rsa-exponent-below-65537');
  } else if (key.type === 'dsa' && key.parameters !== null) {
    if (bitLength(key.parameters.p) < 2048 || bitLength(key.parameters.q) < 224) found.push('dsa-below-2048');
  }
  return found;
}

/** A few words for people: `RSA 2048`, `RSA 2048 (PSS only)`, `EC P-384`, `Ed25519`, `DSA 2048/256`, `BLS12-381 G1`, `ML-DSA-65`. */
export function describeKey(key: PublicKey): string {
  switch (key.type) {
    case 'rsa':
      return key.pss === null ? `RSA ${key.bits}` : `RSA ${key.bits} (PSS only)`;
    case 'ec':
      return `EC ${key.curve}`;
    case 'ed25519':
      return 'Ed25519';
    case 'ed448':
      return 'Ed448';
    case 'dsa':
      return key.parameters === null
        ? 'DSA (parameters inherited)'
        : `DSA ${bitLength(key.parameters.p)}/${bitLength(key.parameters.q)}`;
    case 'bls12-381':
      return key.point.length === 48 ? 'BLS12-381 G1' : 'BLS12-381 G2';
    default:
      return key.parameterSet;
  }
}
