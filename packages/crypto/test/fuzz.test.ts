import { bls12_381 } from '@noble/curves/bls12-381.js';
import { traceAttestationKey, traceTimestampKey } from '@quorate/vectors';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeBlsKey } from '../src/bls-encoding.ts';
import {
  canonicalSpki,
  describeKey,
  encodeSignatureAlgorithm,
  keyIdentity,
  keyWeaknesses,
  parsePublicKey,
  signatureAlgorithmOfDer,
  signatureAlgorithms,
  verifySignature,
} from '../src/index.ts';
import { curveNames, dsaPair, ecPair, ed448Pair, ed25519Pair, rsaPair } from './support/keys.ts';
import { refusal } from './support/refusal.ts';

/** One change to some bytes: an octet replaced, removed, put in, or everything behind a place cut off. */
const change = fc.record({
  kind: fc.constantFrom('replace', 'flip', 'remove', 'insert', 'cut'),
  at: fc.nat(),
  octet: fc.nat(255),
});

type Change = Readonly<{ kind: string; at: number; octet: number }>;

function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  const octets = [...bytes];
  for (const { kind, at, octet } of changes) {
    const place = at % Math.max(octets.length, 1);
    if (kind === 'replace') octets[place] = octet;
    else if (kind === 'flip') octets[place] = (octets[place] ?? 0) ^ (1 << (octet & 7));
    else if (kind === 'remove') octets.splice(place, 1);
    else if (kind === 'insert') octets.splice(place, 0, octet);
    else octets.length = place;
  }
  return Uint8Array.from(octets);
}

const keys: readonly Uint8Array[] = [
  traceAttestationKey,
  traceTimestampKey,
  ...curveNames.map((name) => ecPair(name).spki),
  rsaPair(1024).spki,
  dsaPair(1024, 160).spki,
  ed25519Pair().spki,
  ed448Pair().spki,
  encodeBlsKey(bls12_381.G1.Point.BASE.toBytes()),
  encodeBlsKey(bls12_381.G2.Point.BASE.toBytes()),
];
const identifiers: readonly Uint8Array[] = signatureAlgorithms
  .filter(({ oid }) => oid !== null)
  .map(encodeSignatureAlgorithm);

describe('damaged bytes', () => {
  test('of a key give a CryptoError, or a key that can be used', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.array(change, { minLength: 1, maxLength: 3 }), (bytes, changes) => {
        const damaged = changed(bytes, changes);
        const code = refusal(() => {
          const key = parsePublicKey(damaged);
          expect(key.spki).toBe(damaged);
          expect(keyIdentity(parsePublicKey(canonicalSpki(key)))).toBe(keyIdentity(key));
          expect(describeKey(key)).not.toBe('');
          keyWeaknesses(key);
        });
        if (code !== 'accepted') {
          refused++;
          expect(code).toMatch(/^(key|curve|algorithm)-/);
        }
      }),
      { numRuns: 3000 },
    );
    expect(refused).toBeGreaterThan(1500);
  });

  test('of an AlgorithmIdentifier give a CryptoError, or an algorithm that encodes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...identifiers),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (bytes, changes) => {
          const damaged = changed(bytes, changes);
          const code = refusal(() => {
            const algorithm = signatureAlgorithmOfDer(damaged, { nullParameters: 'tolerate' });
            expect(signatureAlgorithmOfDer(encodeSignatureAlgorithm(algorithm))).toEqual(algorithm);
          });
          if (code !== 'accepted') expect(code).toMatch(/^algorithm-/);
        },
      ),
      { numRuns: 5000 },
    );
  });

  test('of any kind give a CryptoError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(refusal(() => parsePublicKey(bytes))).toMatch(/^key-/);
        expect(refusal(() => signatureAlgorithmOfDer(bytes))).toMatch(/^algorithm-/);
      }),
      { numRuns: 2000 },
    );
  });

  test('as a signature are never valid and never throw, for any algorithm with any key', () => {
    const parsed = keys.map((bytes) => parsePublicKey(bytes));
    fc.assert(
      fc.property(
        fc.constantFrom(...parsed),
        fc.constantFrom(...signatureAlgorithms),
        fc.oneof(fc.uint8Array({ maxLength: 150 }), fc.constantFrom(48, 64, 96, 114, 128, 384).chain(octets)),
        (key, algorithm, signature) => {
          expect(verifySignature({ algorithm, key, data: Uint8Array.of(1), signature }).valid).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function octets(length: number): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: length, maxLength: length });
}
