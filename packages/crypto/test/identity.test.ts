import { createHash } from 'node:crypto';
import { p256 } from '@noble/curves/nist.js';
import { encodeBitString, encodeInteger, encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curves } from '../src/curve.ts';
import { canonicalSpki, keyFingerprint, keyIdentity, parsePublicKey } from '../src/index.ts';
import { curveNames, dsaPair, ecPair, ed448Pair, ed25519Pair, rsaPair } from './support/keys.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const identity = (spki: Uint8Array): string => keyIdentity(parsePublicKey(spki));

describe('the identity of a key', () => {
  test.each(curveNames)('on %s does not depend on the form of its point', (name) => {
    const { Point, oid } = curves[name];
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: curves[name].order - 1n }), (scalar) => {
        const point = Point.BASE.multiply(scalar);
        const encode = (compressed: boolean): Uint8Array =>
          encodeSequence(
            encodeSequence(encodeOid('1.2.840.10045.2.1'), encodeOid(oid)),
            encodeBitString(point.toBytes(compressed)),
          );
        expect(identity(encode(true))).toBe(identity(encode(false)));
        expect(identity(encode(true))).toBe(sha256(encode(false)));
        expect(keyFingerprint(encode(true))).not.toBe(keyFingerprint(encode(false)));
      }),
      { numRuns: 5 },
    );
  });

  test('of an RSA key is the same with rsaEncryption and with id-RSASSA-PSS', () => {
    const { spki } = rsaPair(1024);
    const key = parsePublicKey(spki);
    if (key.type !== 'rsa') throw new Error('not an RSA key');
    const numbers = encodeBitString(encodeSequence(encodeInteger(key.modulus), encodeInteger(key.exponent)));
    const forms = [
      encodeSequence(encodeSequence(encodeOid('1.2.840.113549.1.1.1'), encodeNull()), numbers),
      encodeSequence(encodeSequence(encodeOid('1.2.840.113549.1.1.10')), numbers),
      encodeSequence(encodeSequence(encodeOid('1.2.840.113549.1.1.10'), encodeSequence()), numbers),
    ];
    expect(new Set(forms.map(identity))).toEqual(new Set([sha256(spki)]));
  });

  test('is the fingerprint of what OpenSSL writes for the key', () => {
    const pairs = [...curveNames.map(ecPair), rsaPair(1024), ed25519Pair(), ed448Pair(), dsaPair(1024, 160)];
    for (const { spki } of pairs) {
      const key = parsePublicKey(spki);
      expect(canonicalSpki(key)).toEqual(spki);
      expect(keyIdentity(key)).toBe(sha256(spki));
      expect(keyFingerprint(spki)).toBe(sha256(spki));
    }
    expect(new Set(pairs.map(({ spki }) => identity(spki))).size).toBe(pairs.length);
  });

  test('differs for a key and its negative, which differ in one bit of the compressed form', () => {
    const point = p256.Point.BASE.multiply(5n);
    const encode = (bytes: Uint8Array): Uint8Array =>
      encodeSequence(
        encodeSequence(encodeOid('1.2.840.10045.2.1'), encodeOid('1.2.840.10045.3.1.7')),
        encodeBitString(bytes),
      );
    expect(identity(encode(point.toBytes(true)))).not.toBe(identity(encode(point.negate().toBytes(true))));
  });
});
