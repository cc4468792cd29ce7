import { certificate } from '../make/objects.ts';
import { extension, hex } from '../make/values.ts';
import { leafWith, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([extension('ocspNoCheck', hex('3000'))]),
  passes: leafWith([extension('ocspNoCheck', hex('0500'))]),
  moreFails: [{ kind: 'csr', der: requestWith([extension('ocspNoCheck', hex(''))]) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
