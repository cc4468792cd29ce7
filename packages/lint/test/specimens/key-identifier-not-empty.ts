import { certificate } from '../make/objects.ts';
import { ext, extension, hex } from '../make/values.ts';
import { leafWith, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const none = hex('');

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([ext.ski(none)]),
  passes: leafWith([ext.ski()]),
  moreFails: [
    { kind: 'certificate', der: leafWith([ext.aki(none)]) },
    { kind: 'csr', der: requestWith([ext.ski(none)]) },
  ],
  morePasses: [
    { kind: 'certificate', der: leafWith([extension('authorityKeyIdentifier', hex('3000'))]) },
    { kind: 'certificate', der: leafWith([extension('authorityKeyIdentifier', hex('3006 800105 820107'))]) },
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: null }) }],
};
