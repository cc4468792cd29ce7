import { encodeInteger, encodeSequence } from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { curves } from '../src/curve.ts';
import { encodeRsSignature, readRsSignature, splitRsSignature } from '../src/rs-signature.ts';
import { curveNames } from './support/keys.ts';

/** Integers around every border: of an octet, of the sign, of the order, and of more octets than it has. */
function integers(order: bigint): fc.Arbitrary<bigint> {
  const borders = [0n, 1n, 0x7fn, 0x80n, 0xffn, 0x100n, order, 2n * order, 2n ** 600n];
  return fc.oneof(
    fc.tuple(fc.constantFrom(...borders), fc.bigInt({ min: -2n, max: 2n })).map(([border, step]) => border + step),
    fc.bigInt({ min: -order, max: 2n * order }),
    fc.nat(600).map((bits) => 2n ** BigInt(bits)),
  );
}

describe('the signature of ECDSA and DSA', () => {
  test.each(curveNames)('is r and s joined, if both lie within 1 and the order of %s less one', (name) => {
    const { order, orderOctets, size } = curves[name];
    const octets = (value: bigint): string => value.toString(16).padStart(2 * size, '0');
    fc.assert(
      fc.property(integers(order), integers(order), (r, s) => {
        const good = r > 0n && r < order && s > 0n && s < order;
        const joined = readRsSignature(encodeRsSignature({ r, s }), orderOctets);
        expect(joined === null ? null : Buffer.from(joined).toString('hex')).toBe(good ? octets(r) + octets(s) : null);
        if (joined !== null) expect(splitRsSignature(joined)).toEqual({ r, s });
      }),
      { numRuns: 500 },
    );
  });

  test('has two integers, not one and not three', () => {
    const { orderOctets } = curves['P-256'];
    for (const count of [0, 1, 3]) {
      const integers = Array.from({ length: count }, () => encodeInteger(1n));
      expect(readRsSignature(encodeSequence(...integers), orderOctets)).toBeNull();
    }
    expect(readRsSignature(encodeRsSignature({ r: 1n, s: 1n }), orderOctets)).toHaveLength(64);
  });
});
