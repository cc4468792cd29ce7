import { encodeBitString, encodeOid, encodeSequence, oidText, Tag } from '@quorate/der';
import type { AlgorithmIdentifier } from './algorithm-identifier.ts';
import { type Curve, curveOfOid } from './curve.ts';
import { CryptoError } from './error.ts';
import type { EcPublicKey } from './public-key.ts';

/** id-ecPublicKey (RFC 5480, 2.1.1). Keys for ECDH or ECMQV alone have other identifiers and are not taken. */
export const EC_KEY_OID = '1.2.840.10045.2.1';

/** SEC 1, 2.3.3. */
const UNCOMPRESSED = 0x04;

/** id-ecPublicKey: a named curve and a point in uncompressed or compressed form (RFC 5480, 2.1.1, 2.2). */
export function readEcKey(spki: Uint8Array, algorithm: AlgorithmIdentifier, bytes: Uint8Array): EcPublicKey {
  const curve = readNamedCurve(algorithm);
  return { type: 'ec', spki, curve: curve.name, point: uncompressedPoint(curve, bytes) };
}

/**
 * The curve that ECParameters name.
 *
 * @throws CryptoError `curve-parameters-explicit`, `curve-parameters-missing`, `key-unsupported`, `key-malformed`
 */
export function readNamedCurve(algorithm: AlgorithmIdentifier): Curve {
  const { parameters } = algorithm;
  if (parameters === null || parameters.tag === Tag.NULL) throw new CryptoError('curve-parameters-missing');
  if (parameters.tag === Tag.SEQUENCE) throw new CryptoError('curve-parameters-explicit');
  if (parameters.tag !== Tag.OBJECT_IDENTIFIER) {
    throw new CryptoError('key-malformed', { subject: 'EC parameters', offset: parameters.start });
  }
  const oid = oidText(parameters);
  const curve = curveOfOid(oid);
  if (curve === null) throw new CryptoError('key-unsupported', { subject: oid });
  return curve;
}

/**
 * Checks that the bytes are a point of the curve, not at infinity, and gives its uncompressed form.
 *
 * @throws CryptoError `key-invalid`
 */
export function uncompressedPoint(curve: Curve, bytes: Uint8Array): Uint8Array {
  try {
    const point = curve.Point.fromBytes(bytes);
    return bytes[0] === UNCOMPRESSED ? bytes : point.toBytes(false);
  } catch (cause) {
    throw new CryptoError('key-invalid', { subject: `${curve.name} point`, cause });
  }
}

/** A SubjectPublicKeyInfo with id-ecPublicKey and a named curve. */
export function encodeEcKey(curve: Curve, point: Uint8Array): Uint8Array {
  return encodeSequence(encodeSequence(encodeOid(EC_KEY_OID), encodeOid(curve.oid)), encodeBitString(point));
}
