import { policies } from '../make/extensions.ts';
import { certificate } from '../make/objects.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([policies('2.23.140.1.2.1', '2.23.140.1.2.2', '2.23.140.1.2.1')]),
  passes: leafWith([policies('2.23.140.1.2.1', '2.23.140.1.2.2')]),
  others: [{ kind: 'certificate', der: certificate() }],
};
