import { rsaSpki } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import { primes, rsaOf } from '../make/rsa.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: rsaOf(primes.long * primes.far) }),
  passes: certificate({ spki: rsaOf(primes.first * primes.far) }),
  moreFails: [{ kind: 'csr', der: csr({ spki: rsaSpki(2047) }) }],
  morePasses: [{ kind: 'tbs', der: tbs({ spki: rsaSpki(2056) }) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
