import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { Signer } from '@quorate/crypto';

/** A fresh P-256 key that signs with SHA-256: the demonstration's stand-in for approvers' tokens and for the HSM. */
export function softwareKey(): Signer {
  const { publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
  });
  return {
    publicKey: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })),
    sign: async (data) => new Uint8Array(sign('sha256', data, privateKey)),
  };
}
