import { certificate } from '../make/objects.ts';
import { name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['emailAddress', `${'x'.repeat(244)}@example.org`]) }),
  passes: certificate({ subject: name(['emailAddress', `${'x'.repeat(243)}@example.org`]) }),
  others: [{ kind: 'certificate', der: certificate() }],
};
