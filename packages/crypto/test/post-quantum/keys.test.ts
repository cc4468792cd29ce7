import { encodeBitString, encodeElement, encodeNull, encodeOid, encodeSequence, Tag } from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CryptoError,
  canonicalSpki,
  describeKey,
  inheritParameters,
  keyFingerprint,
  keyIdentity,
  keyWeaknesses,
  parseCertificateKey,
  parsePublicKey,
} from '../../src/index.ts';
import { postQuantum, postQuantumKeyPair } from '../../src/post-quantum/index.ts';
import { ecPair } from '../support/keys.ts';
import { allSets, fastSets, pairOf, setOf } from '../support/post-quantum.ts';
import { refusal } from '../support/refusal.ts';

const algorithms = postQuantum;
const read = (spki: Uint8Array) => parsePublicKey(spki, { algorithms });
const spkiOf = (oid: string, key: Uint8Array, ...parameters: readonly Uint8Array[]): Uint8Array =>
  encodeSequence(encodeSequence(encodeOid(oid), ...parameters), encodeBitString(key));

describe('public keys', () => {
  test.each(fastSets)('$name: read, described, and one encoding is the only one', (set) => {
    const { spki } = pairOf(set);
    const key = read(spki);
    expect(key.type).toBe(set.name.toLowerCase());
    expect(describeKey(key)).toBe(set.name);
    expect(keyWeaknesses(key)).toEqual([]);
    expect(canonicalSpki(key)).toBe(spki);
    expect(keyIdentity(key)).toBe(keyFingerprint(spki));
    expect(parseCertificateKey(spki, { algorithms })).toEqual(key);
    expect(inheritParameters(key, key)).toBe(key);
    if (!('encoded' in key)) throw new Error('another kind of key');
    expect(key.encoded).toEqual(spki.subarray(-set.publicKeySize));
    expect(key.encoded.buffer).toBe(spki.buffer);
  });

  test('octet by octet, an SLH-DSA key is what RFC 9909 has', () => {
    const key = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
    const der = Buffer.from(spkiOf('2.16.840.1.101.3.4.3.20', key)).toString('hex');
    expect(der).toBe(`3030300b0609608648016503040314032100${Buffer.from(key).toString('hex')}`);
    expect(read(Buffer.from(der, 'hex')).type).toBe('slh-dsa-sha2-128s');
  });

  test.each(allSets)('$name: parameters and another size are malformed', ({ oid, publicKeySize }) => {
    const key = new Uint8Array(publicKeySize);
    expect(refusal(() => read(spkiOf(oid, key)))).toBe('accepted');
    expect(refusal(() => read(spkiOf(oid, key, encodeNull())))).toBe('key-malformed');
    for (const size of [0, 1, publicKeySize - 1, publicKeySize + 1]) {
      expect(refusal(() => read(spkiOf(oid, new Uint8Array(size))))).toBe('key-malformed');
    }
    const wrapped = spkiOf(oid, encodeElement(Tag.OCTET_STRING, key));
    expect(refusal(() => read(wrapped))).toBe('key-malformed');
  });

  test('the bound on the size of a key holds for these too', () => {
    expect(refusal(() => read(spkiOf(setOf('ML-DSA-87').oid, new Uint8Array(20_000))))).toBe('key-malformed');
  });

  test('of damaged octets either a key is read that is written the same, or a CryptoError comes', () => {
    const { spki } = pairOf(setOf('ML-DSA-44'));
    fc.assert(
      fc.property(fc.nat(60), fc.nat(255), fc.constantFrom('set', 'cut', 'insert'), (at, octet, kind) => {
        const octets = [...spki];
        if (kind === 'set') octets[at] = octet;
        else if (kind === 'cut') octets.splice(at, 1 + octet);
        else octets.splice(at, 0, octet);
        const damaged = Uint8Array.from(octets);
        try {
          expect(canonicalSpki(read(damaged))).toEqual(damaged);
        } catch (error) {
          if (!(error instanceof CryptoError)) throw error;
        }
      }),
      { numRuns: 500 },
    );
  });

  test('the algorithms given change nothing for other keys', () => {
    const { spki } = ecPair('P-256');
    expect(read(spki)).toEqual(parsePublicKey(spki));
  });
});

describe('key pairs', () => {
  test('follow from the seed alone', () => {
    const seed = new Uint8Array(32).fill(9);
    expect(postQuantumKeyPair('ML-DSA-65', seed)).toEqual(postQuantumKeyPair('ML-DSA-65', seed));
    const other = seed.map((octet, index) => (index === 31 ? octet ^ 1 : octet));
    expect(postQuantumKeyPair('ML-DSA-65', other).spki).not.toEqual(postQuantumKeyPair('ML-DSA-65', seed).spki);
  });

  test('a seed of another size, and another name, are mistakes of the caller', () => {
    expect(() => postQuantumKeyPair('ML-DSA-44', new Uint8Array(31))).toThrow(TypeError);
    expect(() => postQuantumKeyPair('SLH-DSA-SHA2-128f', new Uint8Array(32))).toThrow(TypeError);
    expect(() => postQuantumKeyPair('ML-DSA-45' as 'ML-DSA-44', new Uint8Array(32))).toThrow(TypeError);
  });
});
