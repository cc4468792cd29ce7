import { crlExt } from '../make/crl-values.ts';
import { crl, revoked } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const list = (critical: boolean): Uint8Array =>
  crl({ revoked: [revoked(hex('11'), undefined, [crlExt.invalidityDate('20240501000000Z', 0x18, critical)])] });

export const specimen: Specimen = {
  kind: 'crl',
  fails: list(true),
  passes: list(false),
  others: [{ kind: 'crl', der: crl() }],
};
