import { encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { ed25519Spki, spkiOf } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

const point = ed25519Spki.slice(-32);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: spkiOf(encodeSequence(encodeOid('1.3.101.112'), encodeNull()), point) }),
  passes: certificate({ spki: spkiOf(encodeSequence(encodeOid('1.3.101.112')), point) }),
  moreFails: [
    { kind: 'csr', der: csr({ spki: spkiOf(encodeSequence(encodeOid('1.3.101.110'), encodeNull()), point) }) },
    { kind: 'tbs', der: tbs({ spki: spkiOf(encodeSequence(encodeOid('1.3.101.113'), encodeNull()), point) }) },
  ],
  morePasses: [{ kind: 'csr', der: csr({ spki: ed25519Spki }) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
