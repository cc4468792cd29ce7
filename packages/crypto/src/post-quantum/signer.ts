import type { SignatureAlgorithm } from '../scheme.ts';
import type { Signer } from '../signer.ts';
import { readPrivateKey } from '../software/pkcs8.ts';
import { type EntropySource, postQuantumKeyReaders } from './private-key.ts';

export interface PostQuantumSignerOptions {
  /** Random octets for signatures: 32 for ML-DSA, 16, 24 or 32 for SLH-DSA. Default: signatures are deterministic. */
  readonly random?: EntropySource;
}

/**
 * A signer over an ML-DSA or SLH-DSA key in memory: for demonstrations, tests and emulators, as `softwareSigner`. It keeps
 * no key safe. Each signature is verified before it is given. SLH-DSA signs slowly: up to a minute with the sets whose
 * names end in `s`.
 *
 * @param pkcs8 PrivateKeyInfo or OneAsymmetricKey, not encrypted, at most 64 KiB. ML-DSA: with the seed, or with seed and
 *   expanded key (RFC 9881, 6); an expanded key alone is not taken. SLH-DSA: RFC 9909, 6
 * @returns a signer; its `sign` rejects with CryptoError `algorithm-key-mismatch` for an algorithm of another key type,
 *   `private-key-invalid` when the public half in an SLH-DSA key is not its own; with TypeError when `random` gives octets
 *   of another number
 * @throws CryptoError `private-key-malformed`, `private-key-unsupported`, `private-key-invalid`
 */
export function postQuantumSigner(pkcs8: Uint8Array, { random }: PostQuantumSignerOptions = {}): Signer {
  const key = readPrivateKey(pkcs8, postQuantumKeyReaders(random === undefined ? null : checked(random)));
  return {
    publicKey: key.spki,
    sign: async (data: Uint8Array, algorithm: SignatureAlgorithm) => key.sign(data, algorithm),
  };
}

function checked(random: EntropySource): EntropySource {
  return (size) => {
    const octets = random(size);
    if (!(octets instanceof Uint8Array) || octets.length !== size) {
      throw new TypeError(`\`random\` gives ${size} octets`);
    }
    return octets;
  };
}
