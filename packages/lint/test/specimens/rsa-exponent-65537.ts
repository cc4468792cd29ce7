import { certificate, csr, tbs } from '../make/objects.ts';
import { primes, rsaOf } from '../make/rsa.ts';
import type { Specimen } from '../specimen.ts';

const modulus = primes.first * primes.far;

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: rsaOf(modulus, 3n) }),
  passes: certificate({ spki: rsaOf(modulus, 65537n) }),
  moreFails: [
    { kind: 'csr', der: csr({ spki: rsaOf(modulus, 65535n) }) },
    { kind: 'tbs', der: tbs({ spki: rsaOf(modulus, 1n << 256n) }) },
  ],
  morePasses: [{ kind: 'certificate', der: certificate({ spki: rsaOf(modulus, (1n << 256n) - 1n) }) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
