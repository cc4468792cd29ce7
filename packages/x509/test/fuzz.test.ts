import { walkDer } from '@quorate/der';
import { issuedCertificate } from '@quorate/vectors';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commonNameOf, parseCertificate, X509Error } from '../src/index.ts';
import { certificate, extension, extensionsOf, uniqueId, version } from './support/parts.ts';

/** A small generator of numbers (xorshift), so that one seed gives one series of mutations. */
function numbers(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const INTERESTING = [0x00, 0x01, 0x02, 0x03, 0x05, 0x17, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x82, 0xa0, 0xa3, 0xff];

/** The bytes with one or two octets set or bent, or some taken out or put in. */
function mutate(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let out: Uint8Array = bytes.slice();
  for (let changes = 1 + next(2); changes > 0; changes--) {
    const at = next(out.length);
    const count = 1 + next(4);
    switch (next(5)) {
      case 0:
        out[at] = INTERESTING[next(INTERESTING.length)] as number;
        break;
      case 1:
      case 2:
        out[at] = (out[at] ?? 0) ^ (1 << next(8));
        break;
      case 3:
        out = Uint8Array.from([...out.subarray(0, at), ...out.subarray(at + count)]);
        break;
      default:
        out = Uint8Array.from([...out.subarray(0, at), ...bytes.subarray(at, at + count), ...out.subarray(at)]);
    }
  }
  return out;
}

const originals = [
  issuedCertificate,
  certificate(),
  certificate({
    version: version(2),
    rest: [uniqueId(1), uniqueId(2), extensionsOf(extension('2.5.29.15', true, Uint8Array.of(3, 2, 1, 6)))],
  }),
];

test('of 50,000 mutants each is read, or refused with an X509Error', () => {
  const counts = { read: 0, refused: 0 };
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const next = numbers(seed);
      for (let i = 0; i < 500; i++) {
        const bytes = mutate(originals[i % originals.length] as Uint8Array, next);
        try {
          const read = parseCertificate(bytes);
          commonNameOf(read.subject);
          walkDer(read.issuer.bytes);
          counts.read++;
        } catch (error) {
          if (!(error instanceof X509Error)) throw error;
          counts.refused++;
        }
      }
    }),
    { numRuns: 100 },
  );
  expect(counts.read + counts.refused).toBe(50_000);
  expect(counts.read).toBeGreaterThan(5000);
  expect(counts.refused).toBeGreaterThan(5000);
});
