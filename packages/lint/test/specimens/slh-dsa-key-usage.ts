import { encodeOid, encodeSequence } from '@quorate/der';
import { spkiOf } from '../make/keys.ts';
import { ext, time } from '../make/values.ts';
import { leafWith, leafWithout, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const slhDsa = spkiOf(encodeSequence(encodeOid('2.16.840.1.101.3.4.3.26')), new Uint8Array(32).fill(7));
const year = { notBefore: time('2026-06-03T09:41:17Z'), notAfter: time('2027-06-03T09:41:16Z') };
const leaf = (usages: string[]) => leafWith([ext.keyUsage(usages)], { spki: slhDsa, ...year });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leaf(['digitalSignature', 'keyEncipherment']),
  passes: leaf(['digitalSignature']),
  moreFails: [
    ...['dataEncipherment', 'keyAgreement', 'encipherOnly', 'decipherOnly'].map((usage) => ({
      kind: 'certificate' as const,
      der: leaf(['digitalSignature', usage]),
    })),
    { kind: 'csr', der: requestWith([ext.keyUsage(['keyAgreement'])], { spki: slhDsa }) },
  ],
  morePasses: [
    ...['nonRepudiation', 'keyCertSign', 'cRLSign'].map((usage) => ({
      kind: 'certificate' as const,
      der: leaf([usage]),
    })),
    { kind: 'csr', der: requestWith([ext.keyUsage(['digitalSignature'])], { spki: slhDsa }) },
  ],
  others: [
    { kind: 'certificate', der: leafWithout('2.5.29.15', { spki: slhDsa, ...year }) },
    { kind: 'certificate', der: leafWith([ext.keyUsage(['keyEncipherment'])], year) },
  ],
};
