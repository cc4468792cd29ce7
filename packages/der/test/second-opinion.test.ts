import { spawnSync } from 'node:child_process';
import { noteNotRun } from '@quorate/ci';
import { walkDer } from '@quorate/der';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import { fromBER } from 'asn1js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mutate, numbers } from './mutate.ts';
import { outcome } from './support.ts';

/** Mutated certificates that walkDer accepts, `count` of them, none equal to its original. */
function acceptedMutants(seed: number, count: number): Uint8Array[] {
  const next = numbers(seed);
  const found: Uint8Array[] = [];
  for (let i = 0; found.length < count; i++) {
    const original = i % 2 === 0 ? issuedCertificate : issuedCsr;
    const bytes = mutate(original, next);
    if (outcome(() => walkDer(bytes)) === 'accepted' && Buffer.compare(bytes, original) !== 0) found.push(bytes);
  }
  return found;
}

describe('what walkDer accepts of mutated certificates, others accept', () => {
  test('asn1js', () => {
    let asked = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const bytes of acceptedMutants(seed, 100)) {
          const read = fromBER(Uint8Array.from(bytes));
          if (read.offset !== bytes.length)
            throw new Error(`${read.result.error}: ${Buffer.from(bytes).toString('hex')}`);
          asked++;
        }
      }),
      { numRuns: 10 },
    );
    expect(asked).toBe(1000);
  });

  const version = spawnSync('openssl', ['version']);
  const there = version.error === undefined && version.status === 0;
  if (!there) noteNotRun({ what: 'der: OpenSSL as a second opinion', why: 'there is no `openssl` command' });
  test.skipIf(!there)('OpenSSL', () => {
    let asked = 0;
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        for (const bytes of acceptedMutants(seed, 20)) {
          const { status, stderr } = spawnSync('openssl', ['asn1parse', '-inform', 'DER', '-noout'], { input: bytes });
          if (status !== 0) throw new Error(`${stderr}: ${Buffer.from(bytes).toString('hex')}`);
          asked++;
        }
      }),
      { numRuns: 5 },
    );
    expect(asked).toBe(100);
  });
});
