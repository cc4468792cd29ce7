import { mulAddUnsafe } from '@noble/curves/abstract/curve.js';
import { ecdsa } from '@noble/curves/abstract/weierstrass.js';
import { ed448 } from '@noble/curves/ed448.js';
import { ed25519 } from '@noble/curves/ed25519.js';
import { brainpoolP256r1, brainpoolP384r1, brainpoolP512r1 } from '@noble/curves/misc.js';
import { p256, p384, p521 } from '@noble/curves/nist.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { numberToBytesBE } from '@noble/curves/utils.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { encodeInteger, encodeSequence } from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CurveName, curves } from '../src/curve.ts';
import { encodeEcKey } from '../src/ec-key.ts';
import { edwardsCurves } from '../src/edwards-curve.ts';
import { encodeEdwardsKey } from '../src/edwards-key.ts';
import { parsePublicKey, signatureAlgorithmByName, verifySignature } from '../src/index.ts';

const theirs = {
  'P-256': p256,
  'P-384': p384,
  'P-521': p521,
  secp256k1,
  brainpoolP256r1,
  brainpoolP384r1,
  brainpoolP512r1,
};
const names = Object.keys(theirs) as CurveName[];
const hashes = { SHA1_WITH_ECDSA: sha1, SHA256_WITH_ECDSA: sha256, SHA512_WITH_ECDSA: sha512 } as const;
const algorithms = Object.keys(hashes) as (keyof typeof hashes)[];

describe('the constants of the curves', () => {
  test.each(names)('%s has those that the library of curves has', (name) => {
    expect(curves[name].Point.CURVE()).toEqual(theirs[name].Point.CURVE());
    expect(curves[name].size).toBe(theirs[name].Point.Fp.BYTES);
    expect(curves[name].order).toBe(theirs[name].Point.Fn.ORDER);
  });
  test.each([
    ['ed25519', ed25519],
    ['ed448', ed448],
  ] as const)('%s too', (type, { Point, lengths }) => {
    expect(edwardsCurves[type].Point.CURVE()).toEqual(Point.CURVE());
    expect(edwardsCurves[type].size).toBe(lengths.publicKey);
    expect(edwardsCurves[type].Point.Fp.BYTES).toBe(Point.Fp.BYTES);
  });
  test.each(names)('%s has those points that the library says', (name) => {
    const { Point, size, order, orderOctets } = curves[name];
    expect(Buffer.from(orderOctets).toString('hex')).toBe(order.toString(16).padStart(2 * size, '0'));
    const { p } = Point.CURVE();
    const isPoint = (x: bigint, y: bigint): boolean => {
      try {
        Point.fromAffine({ x, y }).assertValidity();
        return x !== 0n || y !== 0n;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: order - 1n }), fc.integer({ min: -1, max: 1 }), (scalar, step) => {
        const { x, y } = Point.BASE.multiplyUnsafe(scalar).toAffine();
        expect(curves[name].hasPoint(x, y)).toBe(true);
        expect(curves[name].hasPoint(x, p - y)).toBe(true);
        expect(curves[name].hasPoint(x + BigInt(step), y)).toBe(isPoint(x + BigInt(step), y));
        // the same modulo p, which is not the same
        expect([curves[name].hasPoint(x + p, y), curves[name].hasPoint(x, y + p)]).toEqual([false, false]);
      }),
      { numRuns: 20 },
    );
    expect(curves[name].hasPoint(0n, 0n)).toBe(false);
  });
  test.each(names)('the base point of %s has the order that is stated', (name) => {
    const { Point, order } = curves[name];
    expect(
      Point.BASE.multiplyUnsafe(order - 1n)
        .add(Point.BASE)
        .is0(),
    ).toBe(true);
  });
  test.each(['ed25519', 'ed448'] as const)('so has that of %s', (type) => {
    expect(edwardsCurves[type].Point.BASE.isTorsionFree()).toBe(true);
  });
});

/** What the library's own ECDSA says, over any digest with any curve, `s` in either half. */
function libraryAccepts(
  name: CurveName,
  hash: Parameters<typeof ecdsa>[1],
  raw: Uint8Array,
  data: Uint8Array,
  key: Uint8Array,
): boolean {
  const options = { prehash: false, lowS: false, format: 'compact' } as const;
  return ecdsa(theirs[name].Point, hash).verify(raw, hash(Uint8Array.from(data)), key, options);
}

describe('ECDSA', () => {
  test.each(names)('over %s says what the library says, of good, high, spoilt and made-up signatures', (name) => {
    const { size, order, Point } = curves[name];
    let accepted = 0;
    let refused = 0;
    const property = fc.property(
      fc.bigInt(1n, order - 1n),
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom(...algorithms),
      fc.constantFrom('good', 'high', 'other data', 'other r', 'made up'),
      fc.bigInt(1n, order - 1n),
      (d, data, algorithmName, kind, noise) => {
        const hash = hashes[algorithmName];
        const point = Point.BASE.multiplyUnsafe(d).toBytes(false);
        const options = { prehash: false, lowS: false, format: 'compact' } as const;
        const signed = ecdsa(theirs[name].Point, hash).sign(hash(data), numberToBytesBE(d, size), options);
        let [r, s] = [big(signed.subarray(0, size)), big(signed.subarray(size))];
        if (kind === 'high') s = order - s;
        if (kind === 'other r') r = noise;
        if (kind === 'made up') [r, s] = [noise, (noise * noise) % order || 1n];
        const shown = kind === 'other data' ? Uint8Array.of(...data, 0) : data;
        const raw = Uint8Array.of(...numberToBytesBE(r, size), ...numberToBytesBE(s, size));
        const { valid } = verifySignature({
          key: parsePublicKey(encodeEcKey(curves[name], point)),
          algorithm: signatureAlgorithmByName(algorithmName),
          data: shown,
          signature: encodeSequence(encodeInteger(r), encodeInteger(s)),
        });
        expect(valid).toBe(libraryAccepts(name, hash, raw, shown, point));
        if (kind === 'good' || kind === 'high') expect(valid).toBe(true);
        if (valid) accepted += 1;
        else refused += 1;
      },
    );
    fc.assert(property, { numRuns: 12 });
    expect(Math.min(accepted + refused, 12)).toBe(12);
  });

  test('a digest of nothing but zeros, and a sum at infinity, make no exception', () => {
    const { Point, order } = curves['P-256'];
    // With e = 0 the sum is [r/s]Q alone; Q = [d]G with r = x of [2]G and s = r d / 2 verifies, by the equation.
    const d = 12345n;
    const r = Point.BASE.double().toAffine().x % order;
    const { Fn } = Point;
    const s = Fn.div(Fn.mul(r, d), 2n);
    const R = Point.BASE.mulAddUnsafe(0n, Point.BASE.multiplyUnsafe(d), Fn.div(r, s));
    expect(R.equals(Point.BASE.double())).toBe(true);
    expect(Point.BASE.mulAddUnsafe(1n, Point.BASE.negate(), 1n).is0()).toBe(true);
  });
});

describe('EdDSA', () => {
  test.each([
    ['ed25519', ed25519, 'Ed25519'],
    ['ed448', ed448, 'Ed448'],
  ] as const)('%s says what the library says in its strict mode', (type, library, algorithmName) => {
    const curve = edwardsCurves[type];
    const order = curve.Point.Fn.ORDER;
    const property = fc.property(
      fc.uint8Array({ minLength: curve.size, maxLength: curve.size }),
      fc.uint8Array({ maxLength: 40 }),
      fc.constantFrom('good', 'other data', 'flip R', 'flip S'),
      fc.nat({ max: 8 * curve.size - 1 }),
      (seed, data, kind, bit) => {
        const point = library.getPublicKey(seed);
        const signature = library.sign(data, seed);
        const at = (kind === 'flip S' ? curve.size : 0) + (bit >> 3);
        if (kind.startsWith('flip')) signature[at] = (signature[at] as number) ^ (1 << (bit & 7));
        const shown = kind === 'other data' ? Uint8Array.of(...data, 0) : data;
        const { valid } = verifySignature({
          key: parsePublicKey(encodeEdwardsKey(curve, point)),
          algorithm: signatureAlgorithmByName(algorithmName),
          data: shown,
          signature,
        });
        expect(valid).toBe(library.verify(signature, shown, point, { zip215: false }));
        expect(valid).toBe(kind === 'good');
      },
    );
    fc.assert(property, { numRuns: 12 });
    expect(mulAddUnsafe(curve.Point, [curve.Point.BASE, curve.Point.BASE], [order - 1n, 1n]).is0()).toBe(true);
  });
});

function big(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}
