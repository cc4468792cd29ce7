import { certificate, csr, tbs } from '../make/objects.ts';
import { primes, rsaOf } from '../make/rsa.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: rsaOf(751n * primes.first) }),
  passes: certificate({ spki: rsaOf(primes.next * primes.far) }),
  moreFails: [
    { kind: 'csr', der: csr({ spki: rsaOf(2n * primes.far) }) },
    { kind: 'tbs', der: tbs({ spki: rsaOf(0n) }) },
    { kind: 'tbs', der: tbs({ spki: rsaOf(-primes.far) }) },
  ],
  morePasses: [{ kind: 'certificate', der: certificate({ spki: rsaOf(757n * primes.first) }) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
