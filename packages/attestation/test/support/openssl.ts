import { constants, createPublicKey, verify } from 'node:crypto';
import type { PlatformVerifier } from '@quorate/crypto';

/** OpenSSL as the platform of the crypto room, for RSA and ECDSA. */
export const opensslPlatform: PlatformVerifier = ({ algorithm, key, data, rawSignature }) => {
  const publicKey = createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' });
  const digest = (algorithm.digest ?? '').replace('-', '').toLowerCase();
  const pss =
    algorithm.pss === null ? {} : { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: algorithm.pss.saltLength };
  return verify(digest, data, { key: publicKey, dsaEncoding: 'ieee-p1363', ...pss }, rawSignature);
};
