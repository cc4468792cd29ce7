import { rsaSpki } from '../make/keys.ts';
import { certificate, csr } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: rsaSpki(2047) }),
  passes: certificate({ spki: rsaSpki(2048) }),
  moreFails: [{ kind: 'csr', der: csr({ spki: rsaSpki(512) }) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
