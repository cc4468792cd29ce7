import { encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { algorithm } from '../make/keys.ts';
import { certificate, tbs } from '../make/objects.ts';
import { pssOf } from '../make/pss.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ signature: encodeSequence(encodeOid('1.2.840.113549.1.1.4'), encodeNull()) }),
  passes: certificate({ signature: algorithm.sha256WithRsa }),
  moreFails: [
    { kind: 'tbs', der: tbs({ signature: encodeSequence(encodeOid('1.2.840.113549.1.1.2'), encodeNull()) }) },
    { kind: 'tbs', der: tbs({ signature: encodeSequence(encodeOid('1.2.840.113549.1.1.3'), encodeNull()) }) },
    { kind: 'tbs', der: tbs({ signature: encodeSequence(encodeOid('1.3.14.3.2.3'), encodeNull()) }) },
  ],
  morePasses: [
    { kind: 'certificate', der: certificate({ signature: algorithm.sha1WithRsa }) },
    { kind: 'certificate', der: certificate({ signature: pssOf() }) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
