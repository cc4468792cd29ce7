import { encodeOid, encodeSequence } from '@quorate/der';
import { p256Spki, rsaSpki, spkiOf } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const P256 = encodeSequence(encodeOid('1.2.840.10045.2.1'), encodeOid('1.2.840.10045.3.1.7'));
const point = p256Spki.slice(-65);
const X = Buffer.from(point.subarray(1, 33)).toString('hex');
const hybrid = Uint8Array.from(point, (octet, i) => (i === 0 ? 7 : octet));

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: spkiOf(P256, hex(`04${X}${'00'.repeat(32)}`)) }),
  passes: certificate({ spki: p256Spki }),
  moreFails: [
    { kind: 'csr', der: csr({ spki: spkiOf(P256, hex('00')) }) },
    { kind: 'tbs', der: tbs({ spki: spkiOf(P256, hybrid) }) },
  ],
  morePasses: [{ kind: 'certificate', der: certificate({ spki: spkiOf(P256, hex(`03${X}`)) }) }],
  others: [
    { kind: 'certificate', der: certificate({ spki: rsaSpki(2048) }) },
    {
      kind: 'certificate',
      der: certificate({
        spki: spkiOf(encodeSequence(encodeOid('1.2.840.10045.2.1'), encodeOid('1.3.132.0.26')), hex('04')),
      }),
    },
    {
      kind: 'certificate',
      der: certificate({ spki: spkiOf(encodeSequence(encodeOid('1.2.840.10045.2.1')), hex('04')) }),
    },
  ],
};
