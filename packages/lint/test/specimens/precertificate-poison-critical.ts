import { certificate } from '../make/objects.ts';
import { extension, hex } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const poison = (value: string, critical: boolean) =>
  leafWith([extension('precertificatePoison', hex(value), critical)]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: poison('0500', false),
  passes: poison('0500', true),
  moreFails: [{ kind: 'certificate', der: poison('3000', true) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
