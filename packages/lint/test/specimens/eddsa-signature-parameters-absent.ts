import { encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { algorithm } from '../make/keys.ts';
import { certificate, csr } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ signature: encodeSequence(encodeOid('1.3.101.112'), encodeNull()) }),
  passes: certificate({ signature: encodeSequence(encodeOid('1.3.101.112')) }),
  moreFails: [
    { kind: 'csr', der: csr({ signatureAlgorithm: encodeSequence(encodeOid('1.3.101.113'), encodeNull()) }) },
    {
      kind: 'certificate',
      der: certificate({
        signature: algorithm.ecdsaWithSha256,
        signatureAlgorithm: encodeSequence(encodeOid('1.3.101.113'), encodeNull()),
      }),
    },
  ],
  morePasses: [{ kind: 'csr', der: csr() }],
  others: [{ kind: 'certificate', der: certificate({ signature: algorithm.sha256WithRsa }) }],
};
