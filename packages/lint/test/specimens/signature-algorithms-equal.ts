import { algorithm, ED25519 } from '../make/keys.ts';
import { certificate, tbs } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ signature: algorithm.ecdsaWithSha256, signatureAlgorithm: ED25519 }),
  passes: certificate({ signature: ED25519, signatureAlgorithm: ED25519 }),
  moreFails: [
    {
      kind: 'certificate',
      der: certificate({
        signature: algorithm.sha256WithRsa,
        signatureAlgorithm: algorithm.sha256WithRsaWithoutParameters,
      }),
    },
  ],
  morePasses: [{ kind: 'certificate', der: certificate({ signature: algorithm.sha256WithRsa }) }],
  others: [{ kind: 'tbs', der: tbs() }],
};
