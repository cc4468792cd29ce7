import { p256Spki } from '../make/keys.ts';
import { csr } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'csr',
  fails: csr({ signatureValue: new Uint8Array(64) }),
  passes: csr(),
  moreFails: [{ kind: 'csr', der: csr({ spki: p256Spki }) }],
};
