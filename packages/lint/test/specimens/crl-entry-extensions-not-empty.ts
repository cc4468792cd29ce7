import { crl, revoked } from '../make/objects.ts';
import { ext, hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ revoked: [revoked(hex('11'), undefined, []), revoked(hex('12'), undefined, null)] }),
  passes: crl({ revoked: [revoked(hex('11'), undefined, [ext.reason(1)]), revoked(hex('12'), undefined, null)] }),
  others: [{ kind: 'crl', der: crl({ revoked: [revoked(hex('11'), undefined, null)] }) }],
};
