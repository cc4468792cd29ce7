import { ecdsa } from '@noble/curves/abstract/weierstrass.js';
import { bytesToNumberBE, numberToBytesBE } from '@noble/curves/utils.js';
import { contextConstructed, oidText, readSequence, Tag } from '@quorate/der';
import type { Curve } from '../curve.ts';
import { digests } from '../digest.ts';
import { encodeEcKey, readNamedCurve, uncompressedPoint } from '../ec-key.ts';
import { CryptoError } from '../error.ts';
import { encodeRsSignature } from '../rs-signature.ts';
import { checkPublicHalf, digestToSign, type PrivateKey, type PrivateKeyFields } from './key.ts';

/** ECPrivateKey (RFC 5915, 3): its curve, if stated, is that of the algorithm; its public key, if present, its own. */
export function readEcPrivateKey({ algorithm, content, publicKey }: PrivateKeyFields): PrivateKey {
  const curve = readNamedCurve(algorithm);
  const { scalar, stated } = readSequence(content, (fields) => {
    fields.smallInteger(1, 1);
    const scalar = fields.octetString();
    const parameters = fields.optional(contextConstructed(0));
    if (parameters !== null && oidText(fields.inside(parameters).element(Tag.OBJECT_IDENTIFIER)) !== curve.oid) {
      throw new CryptoError('private-key-invalid', { subject: 'two curves in one key' });
    }
    const point = fields.optional(contextConstructed(1));
    return { scalar, stated: point === null ? null : fields.inside(point).bitStringBytes() };
  });
  const d = bytesToNumberBE(scalar);
  if (scalar.length !== curve.size || d === 0n || d >= curve.order) {
    throw new CryptoError('private-key-invalid', { subject: `${curve.name} scalar` });
  }
  const point = curve.Point.BASE.multiply(d).toBytes(false);
  for (const half of [stated, publicKey]) checkPublicHalf(half === null ? null : uncompressedPoint(curve, half), point);
  return ecPrivateKey(curve, d, encodeEcKey(curve, point));
}

function ecPrivateKey(curve: Curve, d: bigint, spki: Uint8Array): PrivateKey {
  const secret = numberToBytesBE(d, curve.size);
  return {
    spki,
    sign(data, algorithm) {
      const digest = digestToSign(algorithm, 'ec');
      if (digest === null) throw new CryptoError('algorithm-unsupported', { subject: algorithm.name });
      // RFC 6979 runs on the digest of the message, not on the one that usually goes with the curve.
      const scheme = ecdsa(curve.Point, digests[digest].hash);
      const joined = scheme.sign(data, secret, { lowS: false, format: 'compact' });
      const [r, s] = [joined.subarray(0, curve.size), joined.subarray(curve.size)];
      return encodeRsSignature({ r: bytesToNumberBE(r), s: bytesToNumberBE(s) });
    },
  };
}
