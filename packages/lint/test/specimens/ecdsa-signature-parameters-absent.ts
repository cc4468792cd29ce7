import { encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { algorithm, ED25519 } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import { pssOf } from '../make/pss.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ signature: encodeSequence(encodeOid('1.2.840.10045.4.3.2'), encodeNull()) }),
  passes: certificate({ signature: encodeSequence(encodeOid('1.2.840.10045.4.3.2')) }),
  moreFails: [
    { kind: 'csr', der: csr({ signatureAlgorithm: encodeSequence(encodeOid('1.2.840.10040.4.3'), encodeNull()) }) },
    { kind: 'tbs', der: tbs({ signature: encodeSequence(encodeOid('1.2.840.10045.4.1'), encodeNull()) }) },
    {
      kind: 'certificate',
      der: certificate({
        signature: ED25519,
        signatureAlgorithm: encodeSequence(encodeOid('1.2.840.10045.4.3.2'), encodeNull()),
      }),
    },
  ],
  morePasses: [{ kind: 'certificate', der: certificate({ signature: algorithm.ecdsaWithSha1 }) }],
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: certificate({ signature: algorithm.sha256WithRsa }) },
    { kind: 'certificate', der: certificate({ signature: pssOf() }) },
  ],
};
