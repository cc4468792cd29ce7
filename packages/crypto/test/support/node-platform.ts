import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import {
  canonicalSpki,
  type DigestName,
  type PlatformRequest,
  type PublicKey,
  type SchemeName,
} from '../../src/index.ts';

/** Names of digests in OpenSSL. */
export const opensslDigests: Readonly<Record<DigestName, string>> = {
  'SHA-1': 'sha1',
  'SHA-224': 'sha224',
  'SHA-256': 'sha256',
  'SHA-384': 'sha384',
  'SHA-512': 'sha512',
  'SHA-512/224': 'sha512-224',
  'SHA-512/256': 'sha512-256',
  'SHA3-224': 'sha3-224',
  'SHA3-256': 'sha3-256',
  'SHA3-384': 'sha3-384',
  'SHA3-512': 'sha3-512',
};

const keyObjects = new WeakMap<PublicKey, KeyObject>();

function keyObject(key: PublicKey): KeyObject {
  const known = keyObjects.get(key);
  if (known !== undefined) return known;
  const made = createPublicKey({ key: Buffer.from(canonicalSpki(key)), format: 'der', type: 'spki' });
  keyObjects.set(key, made);
  return made;
}

const verifiers: Readonly<Record<SchemeName, (request: PlatformRequest) => boolean | null>> = {
  'RSASSA-PKCS1-v1_5': ({ algorithm, key, data, signature }) =>
    verify(opensslDigests[algorithm.digest ?? 'SHA-1'], data, keyObject(key), signature),
  'RSASSA-PSS': ({ algorithm: { pss }, key, data, signature }) => {
    // `verify` has no way to say that MGF1 uses another digest.
    if (pss === null || pss.digest !== pss.mgfDigest) return null;
    const padding = { padding: 6, saltLength: pss.saltLength };
    return verify(opensslDigests[pss.digest], data, { key: keyObject(key), ...padding }, signature);
  },
  ECDSA: ({ algorithm, key, data, rawSignature }) => {
    const options = { key: keyObject(key), dsaEncoding: 'ieee-p1363' } as const;
    return verify(opensslDigests[algorithm.digest ?? 'SHA-1'], data, options, rawSignature);
  },
  DSA: ({ algorithm, key, data, rawSignature }) => {
    const options = { key: keyObject(key), dsaEncoding: 'ieee-p1363' } as const;
    return verify(opensslDigests[algorithm.digest ?? 'SHA-1'], data, options, rawSignature);
  },
  EdDSA: ({ key, data, signature }) => verify(null, data, keyObject(key), signature),
  BLS: () => null,
  'ML-DSA': () => null,
  'SLH-DSA': () => null,
};

/** A platform over `node:crypto` that counts what it answered. */
export function nodePlatform(): { answered: number; verify(request: PlatformRequest): boolean | null } {
  return {
    answered: 0,
    verify(request) {
      const said = verifiers[request.algorithm.scheme.name](request);
      if (said !== null) this.answered++;
      return said;
    },
  };
}
