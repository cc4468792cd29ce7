import type { EdDSA } from '@noble/curves/abstract/edwards.js';
import { ed448 } from '@noble/curves/ed448.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { DerReader } from '@quorate/der';
import type { EdwardsCurve } from '../edwards-curve.ts';
import { encodeEdwardsKey } from '../edwards-key.ts';
import { CryptoError } from '../error.ts';
import { checkPublicHalf, digestToSign, type PrivateKey, type PrivateKeyFields } from './key.ts';

const signers: Readonly<Record<EdwardsCurve['type'], EdDSA>> = { ed25519, ed448 };

/** CurvePrivateKey (RFC 8410, 7): an OCTET STRING inside the OCTET STRING; parameters absent. */
export function readEdwardsPrivateKey(
  curve: EdwardsCurve,
  { algorithm, content, publicKey }: PrivateKeyFields,
): PrivateKey {
  if (algorithm.parameters !== null) {
    throw new CryptoError('private-key-malformed', { subject: `${curve.type} parameters` });
  }
  const eddsa = signers[curve.type];
  const reader = DerReader.of(content);
  const seed = reader.octetString().slice();
  reader.finish();
  if (seed.length !== curve.size) throw new CryptoError('private-key-invalid', { subject: `${curve.type} seed` });
  const point = eddsa.getPublicKey(seed);
  checkPublicHalf(publicKey, point);
  return {
    spki: encodeEdwardsKey(curve, point),
    sign(data, algorithm) {
      digestToSign(algorithm, curve.type);
      return eddsa.sign(data, seed);
    },
  };
}
