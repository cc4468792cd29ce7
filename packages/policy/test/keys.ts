import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  encodeBitString,
  encodeInteger,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeTime,
  encodeUtf8String,
} from '@quorate/der';

const spki = (key: KeyObject): Uint8Array => new Uint8Array(key.export({ type: 'spki', format: 'der' }));
const ec = (namedCurve: string): Uint8Array => spki(generateKeyPairSync('ec', { namedCurve }).publicKey);

/** Real public keys of every kind that an approver may have, made once for this run. */
export const keys: readonly Uint8Array[] = [
  spki(generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey),
  spki(generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey),
  ...['prime256v1', 'prime256v1', 'prime256v1', 'prime256v1', 'secp384r1', 'secp521r1'].map(ec),
  ...['secp256k1', 'secp256k1', 'secp256k1', 'brainpoolP256r1'].map(ec),
  spki(generateKeyPairSync('ed25519').publicKey),
  spki(generateKeyPairSync('ed448').publicKey),
];

/** The same P-256 key with its point compressed. */
export function compressed(key: Uint8Array): Uint8Array {
  const jwk = createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' }).export({ format: 'jwk' });
  const point = Buffer.concat([
    Buffer.from([4]),
    Buffer.from(jwk.x as string, 'base64url'),
    Buffer.from(jwk.y as string, 'base64url'),
  ]);
  const prefix = ((point.at(-1) as number) & 1) === 1 ? 3 : 2;
  const short = Buffer.concat([Buffer.from([prefix]), point.subarray(1, 33)]);
  const algorithm = encodeSequence(encodeOid('1.2.840.10045.2.1'), encodeOid('1.2.840.10045.3.1.7'));
  return encodeSequence(algorithm, encodeBitString(new Uint8Array(short)));
}

/** A BLS12-381 key: the generator of G1, compressed, which is a point of the subgroup like any other. */
export const blsKey: Uint8Array = encodeSequence(
  encodeSequence(encodeOid('1.3.6.1.4.1.44668.5.3.1.1')),
  encodeBitString(
    new Uint8Array(
      Buffer.from(
        '97f1d3a73197d7942695638c4fa9ac0fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb',
        'hex',
      ),
    ),
  ),
);

/** An SPKI of an algorithm that nobody knows. */
export const unknownKey: Uint8Array = encodeSequence(
  encodeSequence(encodeOid('1.2.3.4.5')),
  encodeBitString(new Uint8Array([1, 2, 3])),
);

const utcTime = (seconds: number): Uint8Array => encodeTime({ type: 'UTCTime', seconds });

/** A certificate of version 1 around a key, with a signature of nothing. */
export function certificate(key: Uint8Array, commonName: string | null, serial = 1n): Uint8Array {
  const algorithm = encodeSequence(encodeOid('1.2.840.10045.4.3.2'));
  const name =
    commonName === null
      ? encodeSequence()
      : encodeSequence(encodeSetOf(encodeSequence(encodeOid('2.5.4.3'), encodeUtf8String(commonName))));
  const validity = encodeSequence(utcTime(1_577_836_800), utcTime(1_893_456_000));
  const tbs = encodeSequence(encodeInteger(serial), algorithm, name, validity, name, key);
  return encodeSequence(tbs, algorithm, encodeBitString(new Uint8Array(8)));
}
