import { encodeInteger, encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { p256Spki, rsaSpki, spkiOf } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

const EC = encodeOid('1.2.840.10045.2.1');
const point = p256Spki.subarray(-65);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: spkiOf(encodeSequence(EC, encodeSequence(encodeInteger(1))), point) }),
  passes: certificate({ spki: p256Spki }),
  moreFails: [
    { kind: 'csr', der: csr({ spki: spkiOf(encodeSequence(EC), point) }) },
    { kind: 'tbs', der: tbs({ spki: spkiOf(encodeSequence(EC, encodeNull()), point) }) },
  ],
  others: [{ kind: 'certificate', der: certificate({ spki: rsaSpki(2048) }) }],
};
