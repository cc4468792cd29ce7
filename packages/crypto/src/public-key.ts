import type { CurveName } from './curve.ts';
import type { PssParameters } from './pss-parameters.ts';

/** What every public key has. */
interface KeyBytes {
  /** The SubjectPublicKeyInfo it was read from, byte for byte; a view of what was given. */
  readonly spki: Uint8Array;
}

export interface RsaPublicKey extends KeyBytes {
  readonly type: 'rsa';
  readonly modulus: bigint;
  readonly exponent: bigint;
  /** Length of the modulus, 1024 to 16,384. */
  readonly bits: number;
  /**
   * Which schemes the key may be used with. `null`: any (rsaEncryption). `'any-parameters'`: PSS alone, with whatever
   * parameters (id-RSASSA-PSS without parameters). Parameters: PSS alone, with the same hashes and at least that much
   * salt (RFC 4055, 1.2 and 3.3).
   */
  readonly pss: PssParameters | 'any-parameters' | null;
}

export interface EcPublicKey extends KeyBytes {
  readonly type: 'ec';
  readonly curve: CurveName;
  /** Uncompressed (SEC 1, 2.3.3), `04 x y`, whatever form `spki` has. */
  readonly point: Uint8Array;
}

export interface EdwardsPublicKey extends KeyBytes {
  readonly type: 'ed25519' | 'ed448';
  /** 32 or 57 octets (RFC 8032): a canonical encoding of a point of the prime-order subgroup. */
  readonly point: Uint8Array;
}

/** The domain of DSA (FIPS 186-4, 4.1). */
export interface DsaParameters {
  readonly p: bigint;
  readonly q: bigint;
  readonly g: bigint;
}

export interface DsaPublicKey extends KeyBytes {
  readonly type: 'dsa';
  readonly y: bigint;
  /** `null` when absent: they are those of the issuer's key (RFC 3279, 2.3.2), and this key alone verifies nothing. */
  readonly parameters: DsaParameters | null;
}

export interface BlsPublicKey extends KeyBytes {
  readonly type: 'bls12-381';
  /** Compressed: 48 octets are a point of G1 (signatures in G2), 96 octets a point of G2 (signatures in G1). */
  readonly point: Uint8Array;
}

/** The parameter sets of ML-DSA (FIPS 204, 4) and of SLH-DSA (FIPS 205, 11), by their names there. */
export type ParameterSetName =
  | 'ML-DSA-44'
  | 'ML-DSA-65'
  | 'ML-DSA-87'
  | `SLH-DSA-${'SHA2' | 'SHAKE'}-${'128' | '192' | '256'}${'s' | 'f'}`;

/** Read with the `algorithms` of `@quorate/crypto/post-quantum` alone. */
export interface PostQuantumPublicKey extends KeyBytes {
  readonly type: Lowercase<ParameterSetName>;
  readonly parameterSet: ParameterSetName;
  /** As FIPS 204, algorithm 22, or FIPS 205, 9.1, encodes it. */
  readonly encoded: Uint8Array;
}

/** A public key that passed every check which can be made on it alone. See `parsePublicKey`. */
export type PublicKey =
  | RsaPublicKey
  | EcPublicKey
  | EdwardsPublicKey
  | DsaPublicKey
  | BlsPublicKey
  | PostQuantumPublicKey;

export type KeyType = PublicKey['type'];
