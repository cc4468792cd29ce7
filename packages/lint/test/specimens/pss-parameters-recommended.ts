import { ED25519 } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import { pssOf, pssWithDefaults, SHA384 } from '../make/pss.ts';
import type { Specimen } from '../specimen.ts';

/** By the last number of the OID of a hash. */
const same = (hash: number, salt: number) =>
  pssOf({ digest: `2.16.840.1.101.3.4.2.${hash}`, mgfDigest: `2.16.840.1.101.3.4.2.${hash}`, salt });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ signature: pssOf({ mgfDigest: SHA384 }) }),
  passes: certificate({ signature: pssOf() }),
  moreFails: [
    { kind: 'csr', der: csr({ signatureAlgorithm: pssOf({ salt: 33 }) }) },
    { kind: 'certificate', der: certificate({ signature: ED25519, signatureAlgorithm: pssOf({ salt: 33 }) }) },
    { kind: 'tbs', der: tbs({ signature: pssOf({ salt: 0 }) }) },
  ],
  morePasses: [
    { kind: 'certificate', der: certificate({ signature: pssWithDefaults }) },
    { kind: 'certificate', der: certificate({ signature: pssOf({ digest: SHA384, mgfDigest: SHA384, salt: 48 }) }) },
    { kind: 'tbs', der: tbs({ signature: same(3, 64) }) },
    { kind: 'tbs', der: tbs({ signature: same(4, 28) }) },
    { kind: 'tbs', der: tbs({ signature: same(5, 28) }) },
    { kind: 'tbs', der: tbs({ signature: same(6, 32) }) },
    { kind: 'tbs', der: tbs({ signature: same(7, 28) }) },
    { kind: 'tbs', der: tbs({ signature: same(8, 32) }) },
    { kind: 'tbs', der: tbs({ signature: same(9, 48) }) },
    { kind: 'tbs', der: tbs({ signature: same(10, 64) }) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
