import { DerReader } from '@quorate/der';
import { type EdwardsCurve, encodeEdwardsKey } from '../edwards-key.ts';
import { CryptoError } from '../error.ts';
import { checkPublicHalf, digestToSign, type PrivateKey, type PrivateKeyFields } from './key.ts';

/** CurvePrivateKey (RFC 8410, 7): an OCTET STRING inside the OCTET STRING; parameters absent. */
export function readEdwardsPrivateKey(
  curve: EdwardsCurve,
  { algorithm, content, publicKey }: PrivateKeyFields,
): PrivateKey {
  if (algorithm.parameters !== null) {
    throw new CryptoError('private-key-malformed', { subject: `${curve.type} parameters` });
  }
  const reader = DerReader.of(content);
  const seed = reader.octetString().slice();
  reader.finish();
  if (seed.length !== curve.size) throw new CryptoError('private-key-invalid', { subject: `${curve.type} seed` });
  const point = curve.eddsa.getPublicKey(seed);
  checkPublicHalf(publicKey, point);
  return {
    spki: encodeEdwardsKey(curve, point),
    sign(data, algorithm) {
      digestToSign(algorithm, curve.type);
      return curve.eddsa.sign(data, seed);
    },
  };
}
