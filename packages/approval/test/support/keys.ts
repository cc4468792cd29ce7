import { createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import type { DigestName, PlatformVerifier, SignatureAlgorithm, Signer } from '@quorate/crypto';

/** A key pair made for this run. */
export interface Pair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly spki: Uint8Array;
}

function pair(keys: { privateKey: KeyObject; publicKey: KeyObject }): Pair {
  return { ...keys, spki: Uint8Array.from(keys.publicKey.export({ type: 'spki', format: 'der' })) };
}

export const ecPair = (namedCurve: string): Pair => pair(generateKeyPairSync('ec', { namedCurve }));
export const rsaPair = (modulusLength: number): Pair => pair(generateKeyPairSync('rsa', { modulusLength }));
export const dsaPair = (): Pair => pair(generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 }));
export const ed25519Pair = (): Pair => pair(generateKeyPairSync('ed25519'));
export const ed448Pair = (): Pair => pair(generateKeyPairSync('ed448'));

/** OpenSSL's name of a digest; `null` where the scheme takes the data themselves. */
export function opensslDigest(digest: DigestName | string | null): string | null {
  if (digest === null) return null;
  return digest.startsWith('SHA3') ? digest.toLowerCase() : digest.replace('-', '').toLowerCase();
}

/** A signer by OpenSSL: nothing of it is this project's. */
export function opensslSigner({ privateKey, spki }: Pair): Signer {
  return {
    publicKey: spki,
    sign: async (data: Uint8Array, algorithm: SignatureAlgorithm) =>
      Uint8Array.from(sign(opensslDigest(algorithm.digest), data, { key: privateKey, dsaEncoding: 'der' })),
  };
}

/** Whether OpenSSL finds a signature good. */
export function opensslVerifies(digest: string | null, data: Uint8Array, key: Pair, signature: Uint8Array): boolean {
  return verify(opensslDigest(digest), data, { key: key.publicKey, dsaEncoding: 'der' }, signature);
}

/** OpenSSL as the platform of the crypto room. */
export const opensslPlatform: PlatformVerifier = ({ algorithm, key, data, rawSignature }) => {
  const publicKey = createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' });
  return verify(opensslDigest(algorithm.digest), data, { key: publicKey, dsaEncoding: 'ieee-p1363' }, rawSignature);
};
