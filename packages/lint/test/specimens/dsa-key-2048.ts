import { encodeInteger, encodeOid, encodeSequence } from '@quorate/der';
import { spkiOf } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

const DSA = encodeOid('1.2.840.10040.4.1');
const y = encodeInteger(5);
const bits = (length: number) => encodeInteger((1n << BigInt(length - 1)) | 1n);
const dsa = (p: number, q: number) =>
  spkiOf(encodeSequence(DSA, encodeSequence(bits(p), bits(q), encodeInteger(4))), y);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: dsa(1024, 160) }),
  passes: certificate({ spki: dsa(2048, 224) }),
  moreFails: [
    { kind: 'csr', der: csr({ spki: dsa(2048, 160) }) },
    { kind: 'tbs', der: tbs({ spki: dsa(2047, 224) }) },
    { kind: 'tbs', der: tbs({ spki: dsa(2048, 223) }) },
  ],
  morePasses: [{ kind: 'certificate', der: certificate({ spki: dsa(3072, 256) }) }],
  others: [
    { kind: 'certificate', der: certificate() },
    { kind: 'certificate', der: certificate({ spki: spkiOf(encodeSequence(DSA), y) }) },
  ],
};
