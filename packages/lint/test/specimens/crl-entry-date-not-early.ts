import { crl, revoked } from '../make/objects.ts';
import { hex, time } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ revoked: [revoked(hex('11'), time('1998-12-31T23:59:59Z'))] }),
  passes: crl({ revoked: [revoked(hex('11'), time('1999-01-01T00:00:00Z'))] }),
  others: [{ kind: 'crl', der: crl({ revoked: null }) }],
};
