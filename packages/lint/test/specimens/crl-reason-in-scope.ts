import { crlExt, scope } from '../make/crl-values.ts';
import { crl, revoked } from '../make/objects.ts';
import { ext, hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

/** keyCompromise and aACompromise. */
const compromise = crlExt.scope([scope.someReasons(0x07, 0x40, 0x80)]);
const entries = (reason: number): Uint8Array[] => [revoked(hex('11'), undefined, [ext.reason(reason)])];

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ revoked: entries(4), more: [compromise] }),
  passes: crl({ revoked: entries(1), more: [compromise] }),
  moreFails: [{ kind: 'crl', der: crl({ revoked: entries(0), more: [compromise] }) }],
  morePasses: [
    { kind: 'crl', der: crl({ revoked: entries(10), more: [compromise] }) },
    { kind: 'crl', der: crl({ revoked: entries(8), more: [compromise] }) },
  ],
  others: [
    { kind: 'crl', der: crl({ revoked: entries(4) }) },
    { kind: 'crl', der: crl({ revoked: [revoked(hex('11'), undefined, null)], more: [compromise] }) },
  ],
};
