import { encodeOid, encodeSequence } from '@quorate/der';
import { rsaSpki, spkiOf } from '../make/keys.ts';
import { certificate } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const key = (...parameters: readonly Uint8Array[]): Uint8Array =>
  certificate({ spki: spkiOf(encodeSequence(encodeOid('1.2.840.10045.2.1'), ...parameters), hex('04'.repeat(65))) });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: key(encodeOid('1.3.132.0.10')),
  passes: key(encodeOid('1.2.840.10045.3.1.7')),
  moreFails: [
    { kind: 'certificate', der: key() },
    { kind: 'certificate', der: key(encodeSequence()) },
  ],
  morePasses: [
    { kind: 'certificate', der: key(encodeOid('1.3.132.0.34')) },
    { kind: 'certificate', der: key(encodeOid('1.3.132.0.35')) },
  ],
  others: [{ kind: 'certificate', der: certificate({ spki: rsaSpki(2048) }) }],
};
