import { crl, revoked } from '../make/objects.ts';
import { ext, hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const list = (critical: boolean): Uint8Array =>
  crl({ revoked: [revoked(hex('11'), undefined, [ext.reason(1, critical)])] });

export const specimen: Specimen = {
  kind: 'crl',
  fails: list(true),
  passes: list(false),
  others: [{ kind: 'crl', der: crl({ revoked: null }) }],
};
