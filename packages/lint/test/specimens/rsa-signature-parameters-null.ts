import { encodeOctetString, encodeOid, encodeSequence } from '@quorate/der';
import { algorithm, ED25519 } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import { pssOf } from '../make/pss.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ signature: algorithm.sha256WithRsaWithoutParameters }),
  passes: certificate({ signature: algorithm.sha256WithRsa }),
  moreFails: [
    { kind: 'tbs', der: tbs({ signature: algorithm.sha256WithRsaWithoutParameters }) },
    {
      kind: 'csr',
      der: csr({ signatureAlgorithm: encodeSequence(encodeOid('1.2.840.113549.1.1.12'), encodeOctetString(hex(''))) }),
    },
    {
      kind: 'certificate',
      der: certificate({ signature: ED25519, signatureAlgorithm: algorithm.sha256WithRsaWithoutParameters }),
    },
    { kind: 'certificate', der: certificate({ signature: encodeSequence(encodeOid('1.2.840.113549.1.1.4')) }) },
  ],
  morePasses: [{ kind: 'certificate', der: certificate({ signature: algorithm.sha1WithRsa }) }],
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'csr', der: csr() },
    { kind: 'certificate', der: certificate({ signature: algorithm.ecdsaWithSha256 }) },
    { kind: 'certificate', der: certificate({ signature: pssOf() }) },
  ],
};
