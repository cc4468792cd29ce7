import { crlExt } from '../make/crl-values.ts';
import { crl, revoked } from '../make/objects.ts';
import { ext, hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const entries = (reason: number): Uint8Array[] => [revoked(hex('11'), undefined, [ext.reason(reason)])];

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ revoked: entries(8) }),
  passes: crl({ revoked: entries(6) }),
  others: [
    { kind: 'crl', der: crl({ revoked: entries(8), more: [crlExt.delta(6)] }) },
    { kind: 'crl', der: crl({ revoked: null }) },
  ],
};
