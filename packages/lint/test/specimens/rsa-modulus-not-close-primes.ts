import { rsaSpki } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import { primes, rsaOf } from '../make/rsa.ts';
import type { Specimen } from '../specimen.ts';

/** The method takes the rounds that lie between the root of a² - b², which is about a - b² / 2a, and a: 100 and 101. */
const a = 1n << 1024n;
const b = squareRootAbove(200n * a - 10_000n) - 3n;
const c = squareRootAbove(202n * a) | 1n;

function squareRootAbove(value: bigint): bigint {
  let root = 1n << 600n;
  for (let next = (root + value / root) >> 1n; next < root; next = (root + value / root) >> 1n) root = next;
  return root;
}

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: rsaOf(primes.first * primes.next) }),
  passes: certificate({ spki: rsaOf(primes.first * primes.far) }),
  moreFails: [
    { kind: 'csr', der: csr({ spki: rsaOf(primes.first * primes.first) }) },
    { kind: 'tbs', der: tbs({ spki: rsaOf(a * a - b * b) }) },
  ],
  morePasses: [
    { kind: 'tbs', der: tbs({ spki: rsaOf(a * a - c * c) }) },
    { kind: 'certificate', der: certificate({ spki: rsaSpki(4096) }) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
