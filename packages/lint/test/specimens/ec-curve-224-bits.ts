import { encodeOid, encodeSequence } from '@quorate/der';
import { p256Spki, rsaSpki, spkiOf } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

const point = p256Spki.slice(-65);
const on = (curve: string) => spkiOf(encodeSequence(encodeOid('1.2.840.10045.2.1'), encodeOid(curve)), point);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: on('1.2.840.10045.3.1.1') }),
  passes: certificate({ spki: on('1.2.840.10045.3.1.7') }),
  moreFails: [
    { kind: 'csr', der: csr({ spki: on('1.3.132.0.8') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.3.132.0.1') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.3.132.0.15') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.3.132.0.25') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.3.132.0.31') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.2.840.10045.3.1.3') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.2.840.10045.3.0.10') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.3.36.3.3.2.8.1.1.4') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.3.36.3.3.2.8.1.1.3') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.2.840.10045.3.0.1') }) },
  ],
  morePasses: [
    { kind: 'certificate', der: certificate({ spki: on('1.3.132.0.33') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.3.132.0.3') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.3.132.0.10') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.3.132.0.16') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.3.132.0.26') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.3.132.0.27') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.3.132.0.32') }) },
    { kind: 'tbs', der: tbs({ spki: on('1.3.132.0.34') }) },
    { kind: 'certificate', der: certificate({ spki: on('1.3.36.3.3.2.8.1.1.5') }) },
  ],
  others: [
    { kind: 'certificate', der: certificate({ spki: rsaSpki(2048) }) },
    { kind: 'certificate', der: certificate({ spki: spkiOf(encodeSequence(encodeOid('1.2.840.10045.2.1')), point) }) },
  ],
};
