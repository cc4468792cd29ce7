import { rsaSpki } from '../make/keys.ts';
import { ext } from '../make/values.ts';
import { caWith, leafWith, leafWithout } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const rsa = (...usages: string[]) => leafWith([ext.keyUsage(usages)], { spki: rsaSpki(2048) });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: rsa('digitalSignature', 'keyAgreement'),
  passes: rsa('digitalSignature', 'keyEncipherment'),
  moreFails: [
    { kind: 'certificate', der: rsa('keyCertSign') },
    { kind: 'certificate', der: rsa('encipherOnly') },
    { kind: 'certificate', der: rsa('decipherOnly') },
  ],
  morePasses: [{ kind: 'certificate', der: rsa('nonRepudiation', 'dataEncipherment', 'cRLSign') }],
  others: [
    { kind: 'certificate', der: leafWith([ext.keyUsage(['keyAgreement'])]) },
    { kind: 'certificate', der: caWith([ext.keyUsage(['keyAgreement'])], { spki: rsaSpki(2048) }) },
    { kind: 'certificate', der: leafWithout('2.5.29.15', { spki: rsaSpki(2048) }) },
  ],
};
