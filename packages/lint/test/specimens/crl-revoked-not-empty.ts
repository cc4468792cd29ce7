import { crl } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ revoked: [] }),
  passes: crl(),
  others: [{ kind: 'crl', der: crl({ revoked: null }) }],
};
