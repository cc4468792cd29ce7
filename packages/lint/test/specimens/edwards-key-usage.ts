import { encodeOid, encodeSequence } from '@quorate/der';
import { ed25519Spki, p256Spki, spkiOf } from '../make/keys.ts';
import { ext } from '../make/values.ts';
import { caWith, leafWith, leafWithout, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const x25519 = spkiOf(encodeSequence(encodeOid('1.3.101.110')), new Uint8Array(32).fill(9));
const leaf = (usages: string[], spki = ed25519Spki) => leafWith([ext.keyUsage(usages)], { spki });
const ca = (usages: string[]) => caWith([ext.keyUsage(usages)], { spki: ed25519Spki });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leaf(['digitalSignature', 'keyEncipherment']),
  passes: leaf(['digitalSignature']),
  moreFails: [
    { kind: 'certificate', der: leaf(['keyAgreement']) },
    { kind: 'certificate', der: leaf(['digitalSignature', 'keyCertSign']) },
    { kind: 'certificate', der: leaf(['digitalSignature'], x25519) },
    { kind: 'certificate', der: leaf(['keyAgreement', 'digitalSignature'], x25519) },
    { kind: 'certificate', der: leaf(['encipherOnly'], x25519) },
    { kind: 'certificate', der: ca(['cRLSign']) },
    { kind: 'certificate', der: ca(['keyCertSign', 'keyAgreement']) },
    { kind: 'csr', der: requestWith([ext.keyUsage(['keyEncipherment'])]) },
  ],
  morePasses: [
    { kind: 'certificate', der: leaf(['cRLSign']) },
    { kind: 'certificate', der: leaf(['nonRepudiation']) },
    { kind: 'certificate', der: leaf(['keyAgreement', 'decipherOnly'], x25519) },
    { kind: 'certificate', der: leaf(['keyAgreement', 'encipherOnly'], x25519) },
    { kind: 'certificate', der: ca(['keyCertSign', 'cRLSign', 'digitalSignature']) },
  ],
  others: [
    { kind: 'certificate', der: leaf(['keyEncipherment'], p256Spki) },
    { kind: 'certificate', der: leafWithout('2.5.29.15', { spki: ed25519Spki }) },
  ],
};
