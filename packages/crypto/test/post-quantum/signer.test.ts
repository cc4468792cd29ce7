import {
  contextPrimitive,
  encodeBitString,
  encodeElement,
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
} from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CryptoError, parsePublicKey, signatureAlgorithmByName, verifySignature } from '../../src/index.ts';
import { postQuantum, postQuantumSigner } from '../../src/post-quantum/index.ts';
import type { ParameterSet } from '../../src/post-quantum/parameter-set.ts';
import { softwareSigner } from '../../src/software/index.ts';
import { ecPair } from '../support/keys.ts';
import { algorithmOf, pairOf, setOf } from '../support/post-quantum.ts';
import { refusal } from '../support/refusal.ts';

const ML = setOf('ML-DSA-44');
const SLH = setOf('SLH-DSA-SHA2-128f');
const data = Uint8Array.of(1, 2, 3);
const seed = Uint8Array.from({ length: 32 }, (_, index) => index);
const { secretKey, publicKey } = ML.arithmetic.keygen(seed);

/** A private key with this content, and whatever else. */
function pkcs8(set: ParameterSet, content: Uint8Array, version = 0, ...rest: readonly Uint8Array[]): Uint8Array {
  const algorithm = encodeSequence(encodeOid(set.oid));
  return encodeSequence(encodeInteger(version), algorithm, encodeOctetString(content), ...rest);
}
const read = (bytes: Uint8Array): string => refusal(() => postQuantumSigner(bytes));
const both = (first: Uint8Array, second: Uint8Array): Uint8Array =>
  encodeSequence(encodeOctetString(first), encodeOctetString(second));
const publicHalf = (key: Uint8Array): Uint8Array =>
  encodeElement(contextPrimitive(1), encodeBitString(key).subarray(encodeBitString(key).length - key.length - 1));

describe('private keys of ML-DSA (RFC 9881, 6)', () => {
  const onlySeed = encodeElement(contextPrimitive(0), seed);

  test('the seed, and seed with expanded key, are one key', () => {
    expect(pkcs8(ML, onlySeed)).toEqual(pairOf(ML).pkcs8);
    expect(postQuantumSigner(pkcs8(ML, onlySeed)).publicKey).toEqual(pairOf(ML).spki);
    expect(postQuantumSigner(pkcs8(ML, both(seed, secretKey))).publicKey).toEqual(pairOf(ML).spki);
  });

  test('an expanded key alone is not taken, and one that does not follow from the seed is invalid', () => {
    expect(read(pkcs8(ML, encodeOctetString(secretKey)))).toBe('private-key-unsupported');
    const other = secretKey.slice();
    other.set([(other[200] ?? 0) ^ 1], 200);
    expect(read(pkcs8(ML, both(seed, other)))).toBe('private-key-invalid');
    expect(read(pkcs8(ML, both(seed, secretKey.subarray(1))))).toBe('private-key-invalid');
  });

  test('a seed of another size, other shapes, and parameters are refused', () => {
    expect(read(pkcs8(ML, encodeElement(contextPrimitive(0), seed.subarray(1))))).toBe('private-key-invalid');
    expect(read(pkcs8(ML, seed))).toBe('private-key-malformed');
    expect(read(pkcs8(ML, new Uint8Array(0)))).toBe('private-key-malformed');
    expect(read(pkcs8(ML, Uint8Array.from([...onlySeed, 5, 0])))).toBe('private-key-malformed');
    expect(read(pkcs8(ML, encodeSequence(encodeOctetString(seed))))).toBe('private-key-malformed');
    const algorithm = encodeSequence(encodeOid(ML.oid), encodeNull());
    const withNull = encodeSequence(encodeInteger(0), algorithm, encodeOctetString(onlySeed));
    expect(read(withNull)).toBe('private-key-malformed');
  });

  test('a public half must be its own', () => {
    expect(read(pkcs8(ML, onlySeed, 1, publicHalf(publicKey)))).toBe('accepted');
    const other = publicKey.slice();
    other.set([(other[0] ?? 0) ^ 1]);
    expect(read(pkcs8(ML, onlySeed, 1, publicHalf(other)))).toBe('private-key-invalid');
  });
});

describe('private keys of SLH-DSA (RFC 9909, 6)', () => {
  const key = SLH.arithmetic.keygen(new Uint8Array(48).fill(1)).secretKey;

  test('the key by itself, of its size', () => {
    expect(read(pkcs8(SLH, key))).toBe('accepted');
    expect(read(pkcs8(SLH, key.subarray(1)))).toBe('private-key-invalid');
    expect(read(pkcs8(SLH, encodeOctetString(key)))).toBe('private-key-invalid');
    expect(read(pkcs8(SLH, key, 1, publicHalf(key.subarray(32))))).toBe('accepted');
    expect(read(pkcs8(SLH, key, 1, publicHalf(key.subarray(0, 32))))).toBe('private-key-invalid');
  });

  test('with the root of another key it signs nothing', async () => {
    const other = key.slice();
    other.set([(other[63] ?? 0) ^ 1], 63);
    const signer = postQuantumSigner(pkcs8(SLH, other));
    await expect(signer.sign(data, algorithmOf(SLH))).rejects.toMatchObject({ code: 'private-key-invalid' });
  });
});

describe('the signer', () => {
  test('is deterministic without random octets, and asks for them once each time when it is given a source', async () => {
    for (const set of [ML, SLH]) {
      const algorithm = algorithmOf(set);
      const key = parsePublicKey(pairOf(set).spki, { algorithms: postQuantum });
      const plain = postQuantumSigner(pairOf(set).pkcs8);
      const first = await plain.sign(data, algorithm);
      expect(await plain.sign(data, algorithm)).toEqual(first);
      const asked: number[] = [];
      const random = (size: number): Uint8Array => {
        asked.push(size);
        return new Uint8Array(size).fill(asked.length);
      };
      const hedged = postQuantumSigner(pairOf(set).pkcs8, { random });
      const made = [await hedged.sign(data, algorithm), await hedged.sign(data, algorithm)];
      expect(asked).toEqual([set.randomSize, set.randomSize]);
      expect(made[0]).not.toEqual(made[1]);
      for (const signature of [first, ...made]) {
        expect(verifySignature({ algorithm, key, data, signature }).valid).toBe(true);
      }
      expect(made).not.toContainEqual(first);
    }
  });

  test('a random source that gives another number of octets is a mistake of the caller', async () => {
    const signer = postQuantumSigner(pairOf(ML).pkcs8, { random: () => new Uint8Array(31) });
    await expect(signer.sign(data, algorithmOf(ML))).rejects.toThrow(TypeError);
  });

  test('refuses the algorithms of other keys', async () => {
    const signer = postQuantumSigner(pairOf(ML).pkcs8);
    for (const algorithm of [algorithmOf(SLH), signatureAlgorithmByName('SHA256_WITH_ECDSA')]) {
      await expect(signer.sign(data, algorithm)).rejects.toMatchObject({ code: 'algorithm-key-mismatch' });
    }
  });

  test('and the signer of other keys know nothing of each other', () => {
    expect(read(ecPair('P-256').pkcs8)).toBe('private-key-unsupported');
    expect(refusal(() => softwareSigner(pairOf(ML).pkcs8))).toBe('private-key-unsupported');
  });

  test('damaged private keys give a CryptoError or a key', () => {
    const bytes = pairOf(ML).pkcs8;
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), (at, octet, cut) => {
        const damaged = cut ? bytes.subarray(0, at) : bytes.map((old, index) => (index === at ? octet : old));
        try {
          postQuantumSigner(damaged);
        } catch (error) {
          if (!(error instanceof CryptoError)) throw error;
        }
      }),
      { numRuns: 200 },
    );
  });
});
