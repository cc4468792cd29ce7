import { crl } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ more: [ext.ian([general.dns('ca.example.org')], true)] }),
  passes: crl({ more: [ext.ian([general.dns('ca.example.org')])] }),
  others: [{ kind: 'crl', der: crl() }],
};
