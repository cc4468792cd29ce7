import { encodeOid, encodeSequence } from '@quorate/der';
import { ed25519Spki, spkiOf } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: spkiOf(encodeSequence(encodeOid('1.3.101.112')), hex('00'.repeat(32))) }),
  passes: certificate({ spki: ed25519Spki }),
  moreFails: [
    { kind: 'csr', der: csr({ spki: spkiOf(encodeSequence(encodeOid('1.3.101.113')), hex('01')) }) },
    { kind: 'tbs', der: tbs({ spki: spkiOf(encodeSequence(encodeOid('1.3.101.112')), hex('01')) }) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
