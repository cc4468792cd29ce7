import { rsaSpki } from '../make/keys.ts';
import { ext } from '../make/values.ts';
import { leafWith, leafWithout } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([ext.keyUsage(['digitalSignature', 'keyEncipherment'])]),
  passes: leafWith([ext.keyUsage(['digitalSignature'])]),
  moreFails: [{ kind: 'certificate', der: leafWith([ext.keyUsage(['dataEncipherment'])]) }],
  morePasses: [{ kind: 'certificate', der: leafWith([ext.keyUsage(['keyAgreement'])]) }],
  others: [
    { kind: 'certificate', der: leafWithout('2.5.29.15') },
    { kind: 'certificate', der: leafWith([ext.keyUsage(['keyEncipherment'])], { spki: rsaSpki(2048) }) },
  ],
};
