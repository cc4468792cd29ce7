import { crlExt } from '../make/crl-values.ts';
import { crl } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

const list = (critical: boolean): Uint8Array =>
  crl({ more: [crlExt.freshest('http://example.org/delta.crl', [], critical)] });

export const specimen: Specimen = {
  kind: 'crl',
  fails: list(true),
  passes: list(false),
  others: [{ kind: 'crl', der: crl() }],
};
