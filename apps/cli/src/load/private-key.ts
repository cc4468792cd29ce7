import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import type { Signer } from '@quorate/crypto';
import type { Context } from '../context.ts';
import { Unusable } from '../unusable.ts';
import { kindOf, textOf } from './kind.ts';

/**
 * Reads a private key from a file and makes a signer of it: PEM (PKCS#8, SEC 1 or PKCS#1) or DER (PKCS#8). The signing
 * is node:crypto's.
 *
 * @param passphrase for an encrypted PEM
 */
export async function loadSigner(context: Context, file: string, passphrase: string | undefined): Promise<Signer> {
  const key = privateKey(file, await context.read(file), passphrase);
  if (key.asymmetricKeyType === 'rsa-pss') {
    throw new Unusable(`${file}: this key is bound to RSA-PSS, and RSA approvals are PKCS#1 v1.5 (SKA.md 4.3)`, {
      next: 'approve with a plain RSA key, or an EC or Ed25519 key',
    });
  }
  const publicKey = new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }));
  return {
    publicKey,
    sign: async (data, algorithm) => {
      const digest =
        algorithm.digest === null ? null : algorithm.digest.replace('SHA-', 'sha').replace('/', '-').toLowerCase();
      try {
        return new Uint8Array(sign(digest, data, key));
      } catch (cause) {
        throw new Unusable(`${file}: this key cannot sign with ${algorithm.name}`, { cause });
      }
    },
  };
}

function privateKey(file: string, bytes: Uint8Array, passphrase: string | undefined): KeyObject {
  const text = kindOf(bytes) === 'pem' ? textOf(bytes) : null;
  const secret = passphrase === undefined ? {} : { passphrase };
  try {
    if (text !== null) return createPrivateKey({ key: text, ...secret });
    return createPrivateKey({ key: Buffer.from(bytes), format: 'der', type: 'pkcs8', ...secret });
  } catch (cause) {
    const encrypted = text?.includes('ENCRYPTED') === true;
    if (encrypted && passphrase !== undefined)
      throw new Unusable(`${file}: the passphrase does not open it`, { cause });
    throw new Unusable(`${file}: not a private key that can be used here`, {
      next: encrypted
        ? 'the key is encrypted: put its passphrase into a file and give it with --passphrase-file'
        : 'expected PEM (PKCS#8, SEC 1 or PKCS#1) or DER (PKCS#8)',
      cause,
    });
  }
}
