import { encodeBitString, encodeInteger, encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { expect, test } from 'vitest';
import { buildTbs } from '../src/index.ts';
import { isRocaModulus } from '../src/key/roca.ts';
import { keys, rsaKey } from './support/keys.ts';
import { leafProfile, root } from './support/profiles.ts';
import { refusal } from './support/refusal.ts';

/** The product of the first 39 primes, which is in that of every size. */
const PRIMORIAL = Array.from({ length: 168 }, (_, number) => number)
  .filter(
    (number) => number > 1 && !Array.from({ length: 12 }, (_, k) => k + 2).some((k) => k < number && number % k === 0),
  )
  .reduce((product, prime) => product * BigInt(prime), 1n);

function power(exponent: number): bigint {
  let result = 1n;
  for (let i = 0; i < exponent; i++) result = (result * 65537n) % PRIMORIAL;
  return result;
}

/** A number of 2048 bits with the structure: that of the product of two such primes. */
const structured = (exponent: number): bigint =>
  (2n ** 2047n / PRIMORIAL + 2n * BigInt(exponent)) * PRIMORIAL + power(exponent);

test('the structure is found, whatever the power', () => {
  expect(PRIMORIAL.toString(2)).toHaveLength(220);
  for (const exponent of [0, 1, 2, 77, 1000]) expect(isRocaModulus(structured(exponent))).toBe(true);
});

test('and not in a number beside it, nor in keys of other libraries', () => {
  for (const exponent of [1, 2, 77]) expect(isRocaModulus(structured(exponent) + 2n)).toBe(false);
  for (const { spki } of [keys.rsa, keys.otherRsa, keys.largeRsa, rsaKey(2048, 'sha256WithRSAEncryption')]) {
    expect(isRocaModulus(BigInt(`0x${Buffer.from(spki.subarray(33, -5)).toString('hex')}`))).toBe(false);
  }
});

test('such a key is not certified', () => {
  const number = structured(77) | 1n;
  const publicKey = encodeSequence(
    encodeSequence(encodeOid('1.2.840.113549.1.1.1'), encodeNull()),
    encodeBitString(encodeSequence(encodeInteger(number), encodeInteger(65537))),
  );
  const { code, path, actual } = refusal(() =>
    buildTbs({ profile: leafProfile(keys.p256), issuer: root(keys.p256), publicKey }),
  );
  expect([code, path]).toEqual(['key-weak', 'publicKey']);
  expect(actual).toContain('CVE-2017-15361');
});
