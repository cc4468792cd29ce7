import { certificate } from '../make/objects.ts';
import { extension, hex } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([extension('ocspNoCheck', hex('0500'), true)]),
  passes: leafWith([extension('ocspNoCheck', hex('0500'))]),
  others: [{ kind: 'certificate', der: certificate() }],
};
