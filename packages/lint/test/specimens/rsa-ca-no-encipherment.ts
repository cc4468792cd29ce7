import { rsaSpki } from '../make/keys.ts';
import { ext } from '../make/values.ts';
import { caWith, caWithout, leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const rsa = (...usages: string[]) => caWith([ext.keyUsage(usages)], { spki: rsaSpki(2048) });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: rsa('keyEncipherment', 'keyCertSign'),
  passes: rsa('keyCertSign'),
  moreFails: [{ kind: 'certificate', der: rsa('dataEncipherment', 'cRLSign') }],
  morePasses: [{ kind: 'certificate', der: rsa('keyEncipherment') }],
  others: [
    { kind: 'certificate', der: caWith([]) },
    { kind: 'certificate', der: caWithout('2.5.29.15', { spki: rsaSpki(2048) }) },
    { kind: 'certificate', der: leafWith([ext.keyUsage(['keyEncipherment'])], { spki: rsaSpki(2048) }) },
  ],
};
