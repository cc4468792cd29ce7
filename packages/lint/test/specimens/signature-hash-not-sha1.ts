import { encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { algorithm } from '../make/keys.ts';
import { certificate, tbs } from '../make/objects.ts';
import { pssOf, pssWithDefaults } from '../make/pss.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ signature: algorithm.sha1WithRsa }),
  passes: certificate({ signature: algorithm.sha256WithRsa }),
  moreFails: [
    { kind: 'tbs', der: tbs({ signature: algorithm.ecdsaWithSha1 }) },
    { kind: 'certificate', der: certificate({ signature: pssWithDefaults }) },
    { kind: 'certificate', der: certificate({ signature: encodeSequence(encodeOid('1.3.14.3.2.29'), encodeNull()) }) },
  ],
  morePasses: [
    { kind: 'certificate', der: certificate({ signature: pssOf() }) },
    { kind: 'certificate', der: certificate({ signature: algorithm.ecdsaWithSha256 }) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
