import { ED25519 } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import { pssOf, pssWithDefaults, pssWithoutParameters } from '../make/pss.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ signature: pssOf({ trailer: 1 }) }),
  passes: certificate({ signature: pssOf() }),
  moreFails: [
    { kind: 'csr', der: csr({ signatureAlgorithm: pssWithoutParameters }) },
    { kind: 'certificate', der: certificate({ signature: ED25519, signatureAlgorithm: pssWithoutParameters }) },
    { kind: 'tbs', der: tbs({ signature: pssOf({ salt: 20 }) }) },
  ],
  morePasses: [{ kind: 'certificate', der: certificate({ signature: pssWithDefaults }) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
