import { crl, revoked } from '../make/objects.ts';
import { ext, hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const list = (reason: number): Uint8Array => crl({ revoked: [revoked(hex('11'), undefined, [ext.reason(reason)])] });

export const specimen: Specimen = {
  kind: 'crl',
  fails: list(0),
  passes: list(1),
  others: [{ kind: 'crl', der: crl({ revoked: [revoked(hex('11'), undefined, null)] }) }],
};
