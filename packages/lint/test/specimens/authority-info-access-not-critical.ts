import { access } from '../make/extensions.ts';
import { certificate } from '../make/objects.ts';
import { general } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const value = (critical: boolean) =>
  access('authorityInfoAccess', [['1.3.6.1.5.5.7.48.1', general.uri('http://example.org/x')]], critical);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([value(true)]),
  passes: leafWith([value(false)]),
  others: [{ kind: 'certificate', der: certificate({ extensions: null }) }],
};
