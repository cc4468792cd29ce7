import { fixedEcPair } from '@quorate/certificates';
import { type DsaPublicKey, type PublicKey, parsePublicKey } from '@quorate/crypto';
import { encodeBitString, encodeInteger, encodeOid, encodeSequence } from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { Budget } from '../../src/budget.ts';
import { Signatures } from '../../src/path/signatures.ts';

const ECDSA_SHA256 = encodeSequence(encodeOid('1.2.840.10045.4.3.2'));
const DSA_SHA256 = encodeSequence(encodeOid('2.16.840.1.101.3.4.3.2'));
const data = Uint8Array.of(1, 2, 3);
const rs = (r: bigint): Uint8Array => encodeSequence(encodeInteger(r), encodeInteger(1n));

/** Signatures that are good under the keys given, and how many times the platform was asked. */
function signaturesGoodUnder(...good: readonly PublicKey[]) {
  const budget = new Budget();
  const asked: PublicKey[] = [];
  const signatures = new Signatures(budget, {
    platform: ({ key }) => {
      asked.push(key);
      return good.includes(key);
    },
  });
  return { budget, asked, signatures };
}

describe('a signature', () => {
  const keyOf = (number: number): PublicKey => parsePublicKey(fixedEcPair(number).spki.slice());

  test('is verified once under one key, whichever certificate the key is in', () => {
    const [key, again, other] = [keyOf(1), keyOf(1), keyOf(2)];
    const { signatures, asked, budget } = signaturesGoodUnder(key);
    const signature = rs(1n);
    const answer = (by: PublicKey) => signatures.verify(ECDSA_SHA256, by, data, signature).valid;
    expect([key, again, key, other, again, other].map(answer)).toEqual([true, true, true, false, true, false]);
    expect(asked).toEqual([key, other]);
    expect(budget.spent.signatureChecks).toBe(2);
  });

  test('is another than one of the same octets elsewhere', () => {
    const key = keyOf(1);
    const { signatures, asked } = signaturesGoodUnder(key);
    for (const signature of [rs(1n), rs(1n)]) signatures.verify(ECDSA_SHA256, key, data, signature);
    expect(asked).toHaveLength(2);
  });

  test('that is malformed or of another kind of key costs nothing, and the answer is kept', () => {
    const key = keyOf(1);
    const { signatures, asked, budget } = signaturesGoodUnder(key);
    const [zero, good] = [rs(0n), rs(1n)];
    for (const [algorithm, signature, reason] of [
      [ECDSA_SHA256, zero, 'signature-malformed'],
      [DSA_SHA256, good, 'key-mismatch'],
    ] as const) {
      const answers = [1, 2].map(() => signatures.verify(algorithm, key, data, signature));
      expect(answers).toEqual([
        { valid: false, reason },
        { valid: false, reason },
      ]);
      expect(answers[0]).toBe(answers[1]);
    }
    expect([asked.length, budget.spent.signatureChecks]).toEqual([0, 0]);
  });

  test('under a DSA key is not one under the same key with other parameters', () => {
    const spki = encodeSequence(
      encodeSequence(encodeOid('1.2.840.10040.4.1')),
      encodeBitString(encodeSequence(encodeInteger(4n)).subarray(2)),
    );
    const inherited = parsePublicKey(spki) as DsaPublicKey;
    const withParameters = (g: bigint): DsaPublicKey => ({
      ...inherited,
      parameters: { p: 2n ** 1023n + 1n, q: 2n ** 159n + 1n, g },
    });
    const [good, bad] = [withParameters(2n), withParameters(3n)];
    for (const order of [
      [good, bad],
      [bad, good],
    ]) {
      const { signatures } = signaturesGoodUnder(good);
      const signature = rs(1n);
      for (const key of order) expect(signatures.verify(DSA_SHA256, key, data, signature).valid).toBe(key === good);
    }
  });
});
