import type { ParameterSetName, PostQuantumPublicKey } from '../public-key.ts';

/** What the library computes for one parameter set: pure mode; the context, which is not given, is empty. */
export interface Arithmetic {
  /** @param seed of `seedSize` octets */
  readonly keygen: (seed: Uint8Array) => Halves;
  /** @param options `extraEntropy`: `false` for the deterministic variant, or `randomSize` octets */
  sign(data: Uint8Array, secretKey: Uint8Array, options: { readonly extraEntropy: Uint8Array | false }): Uint8Array;
  verify(signature: Uint8Array, data: Uint8Array, publicKey: Uint8Array): boolean;
}

/** One parameter set of ML-DSA (FIPS 204, table 2) or SLH-DSA (FIPS 205, table 2). Sizes in octets. */
export interface ParameterSet {
  readonly name: ParameterSetName;
  readonly scheme: 'ML-DSA' | 'SLH-DSA';
  /** In NIST's signature algorithm arc: the same identifier for keys and for signatures (RFC 9881, 2; RFC 9909, 3). */
  readonly oid: string;
  readonly publicKeySize: number;
  /** Of the expanded key of ML-DSA, and of the key of SLH-DSA. */
  readonly secretKeySize: number;
  readonly signatureSize: number;
  /** What keys are made from. */
  readonly seedSize: number;
  /** What a signature that is not deterministic is made with. */
  readonly randomSize: number;
  /** See `PreparedVerification`. */
  readonly cost: number;
  /** Whether octets of that size are the encoding of a signature. */
  isSignature(signature: Uint8Array): boolean;
  readonly arithmetic: Arithmetic;
}

/** NIST's signature algorithm arc. */
export const NIST_SIGNATURES = '2.16.840.1.101.3.4.3';

/** The type of key of a parameter set. */
export function keyTypeOf({ name }: ParameterSet): PostQuantumPublicKey['type'] {
  return name.toLowerCase() as PostQuantumPublicKey['type'];
}

/** The halves of a key pair, encoded as FIPS 204 and FIPS 205 have them. */
export interface Halves {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

/**
 * The key pair that follows from a seed.
 *
 * @throws TypeError for a seed of another size, or none: the library would then make one by chance
 */
export function halvesOf({ name, seedSize, arithmetic: { keygen } }: ParameterSet, seed: Uint8Array): Halves {
  if (!(seed instanceof Uint8Array) || seed.length !== seedSize) {
    throw new TypeError(`a seed of ${name} has ${seedSize} octets`);
  }
  return keygen(seed);
}
