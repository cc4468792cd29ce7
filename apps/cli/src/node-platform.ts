import { type KeyObject, verify } from 'node:crypto';
import type { DigestName, PlatformRequest, PlatformVerifier, PublicKey, SchemeName } from '@quorate/crypto';
import { nodeKey } from './node-key.ts';

/** Names of digests in OpenSSL. */
const DIGESTS: Readonly<Record<DigestName, string>> = {
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

/** RSA_PKCS1_PSS_PADDING. */
const PSS = 6;

const keys = new WeakMap<PublicKey, KeyObject>();

function keyOf(key: PublicKey): KeyObject {
  let known = keys.get(key);
  if (known === undefined) {
    known = nodeKey(key);
    keys.set(key, known);
  }
  return known;
}

function p1363({ algorithm: { digest }, key, data, rawSignature }: PlatformRequest): boolean | null {
  if (digest === null) return null;
  return verify(DIGESTS[digest], data, { key: keyOf(key), dsaEncoding: 'ieee-p1363' }, rawSignature);
}

const verifiers: Readonly<Record<SchemeName, (request: PlatformRequest) => boolean | null>> = {
  'RSASSA-PKCS1-v1_5': ({ algorithm: { digest }, key, data, signature }) =>
    digest === null ? null : verify(DIGESTS[digest], data, keyOf(key), signature),
  'RSASSA-PSS': ({ algorithm: { pss }, key, data, signature }) =>
    pss === null || pss.digest !== pss.mgfDigest
      ? null
      : verify(DIGESTS[pss.digest], data, { key: keyOf(key), padding: PSS, saltLength: pss.saltLength }, signature),
  ECDSA: p1363,
  DSA: p1363,
  EdDSA: ({ key, data, signature }) => verify(null, data, keyOf(key), signature),
  BLS: () => null,
  // Node 20 has neither.
  'ML-DSA': () => null,
  'SLH-DSA': () => null,
};

/**
 * Signatures by OpenSSL, as Node has it. What it cannot say (a curve or a digest that its build leaves out) is computed
 * by the crypto room.
 */
export const nodePlatform: PlatformVerifier = (request) => {
  try {
    return verifiers[request.algorithm.scheme.name](request);
  } catch {
    return null;
  }
};
