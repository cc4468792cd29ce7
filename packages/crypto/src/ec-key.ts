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
  if (isUncompressedPoint(curve, bytes)) return bytes;
  try {
    return curve.Point.fromBytes(bytes).toBytes(false);
  } catch (cause) {
    throw new CryptoError('key-invalid', { subject: `${curve.name} point`, cause });
  }
}

function isUncompressedPoint(curve: Curve, bytes: Uint8Array): boolean {
  const { size } = curve;
  if (bytes.length !== 1 + 2 * size || bytes[0] !== UNCOMPRESSED) return false;
  return curve.hasPoint(integerAt(bytes, 1, size), integerAt(bytes, 1 + size, size));
}

/** The integer that so many octets are, big-endian. */
function integerAt(bytes: Uint8Array, start: number, size: number): bigint {
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, size);
  let value = 0n;
  let at = 0;
  for (; (size - at) % 8 !== 0; at++) value = (value << 8n) | BigInt(view.getUint8(at));
  for (; at < size; at += 8) value = (value << 64n) | view.getBigUint64(at);
  return value;
}

/** A SubjectPublicKeyInfo with id-ecPublicKey and a named curve. */
export function encodeEcKey(curve: Curve, point: Uint8Array): Uint8Array {
  return encodeSequence(encodeSequence(encodeOid(EC_KEY_OID), encodeOid(curve.oid)), encodeBitString(point));
}
