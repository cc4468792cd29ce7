import { createPublicKey, verify } from 'node:crypto';
import type { PlatformVerifier } from '@quorate/crypto';

const DIGESTS: Readonly<Record<string, string>> = { 'SHA-224': 'sha224', 'SHA-256': 'sha256', 'SHA-384': 'sha384' };

/** OpenSSL does the arithmetic of ECDSA, which is tested elsewhere. */
export const platform: PlatformVerifier = ({ key, algorithm, data, signature }) => {
  const digest = DIGESTS[algorithm.digest ?? ''];
  if (key.type !== 'ec' || digest === undefined) return null;
  const publicKey = createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' });
  return verify(digest, data, { key: publicKey, dsaEncoding: 'der' }, signature);
};
