import { encodeOid, encodeSequence } from '@quorate/der';
import { algorithm, ed25519Spki, p256Spki, rsaSpki } from '../make/keys.ts';
import { CA_NAME, rootCertificate, tbs } from '../make/objects.ts';
import { ext, hex, name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'tbs',
  fails: tbs({ subject: CA_NAME, extensions: [ext.basicConstraints(true), ext.ski()] }),
  passes: tbs({ subject: CA_NAME, extensions: [ext.basicConstraints(true), ext.ski()], spki: ed25519Spki }),
  moreFails: [
    { kind: 'certificate', der: rootCertificate({ signature: algorithm.sha256WithRsa }) },
    { kind: 'certificate', der: rootCertificate({ spki: rsaSpki(2048) }) },
    { kind: 'certificate', der: rootCertificate({ spki: p256Spki, more: [ext.aki()] }) },
  ],
  morePasses: [
    { kind: 'certificate', der: rootCertificate({ spki: rsaSpki(2048), signature: algorithm.sha256WithRsa }) },
    { kind: 'certificate', der: rootCertificate({ spki: p256Spki, signature: algorithm.ecdsaWithSha256 }) },
  ],
  others: [
    { kind: 'tbs', der: tbs() },
    { kind: 'tbs', der: tbs({ issuer: name(), subject: name(), extensions: [] }) },
    { kind: 'certificate', der: rootCertificate({ spki: p256Spki, more: [ext.aki(hex('07'))] }) },
    { kind: 'certificate', der: rootCertificate({ signature: encodeSequence(encodeOid('1.3.6.1.4.1.99999.3')) }) },
  ],
};
