import { parsePublicKey } from '@quorate/crypto';
import { postQuantum } from '@quorate/crypto/post-quantum';
import type { Context } from '../context.ts';
import { reading } from '../unusable.ts';
import { loadSpki } from './credential.ts';

/** SubjectPublicKeyInfo out of a file with a public key or a certificate, of a key that can be used, post-quantum ones too. */
export async function loadPublicKey(context: Context, file: string): Promise<Uint8Array> {
  const spki = await loadSpki(context, file);
  reading(file, () => parsePublicKey(spki, { algorithms: postQuantum }), 'give the public key as the HSM attests it');
  return spki;
}
