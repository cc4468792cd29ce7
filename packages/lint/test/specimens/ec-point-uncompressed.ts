import { encodeOid, encodeSequence } from '@quorate/der';
import { p256Spki, rsaSpki, spkiOf } from '../make/keys.ts';
import { certificate, csr } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const P256 = encodeSequence(encodeOid('1.2.840.10045.2.1'), encodeOid('1.2.840.10045.3.1.7'));
const X = Buffer.from(p256Spki.slice(-64, -32)).toString('hex');

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: spkiOf(P256, hex(`03${X}`)) }),
  passes: certificate({ spki: p256Spki }),
  moreFails: [{ kind: 'csr', der: csr({ spki: spkiOf(P256, hex(`02${X}`)) }) }],
  others: [{ kind: 'certificate', der: certificate({ spki: rsaSpki(2048) }) }],
};
