import { crlExt, scope } from '../make/crl-values.ts';
import { crl } from '../make/objects.ts';
import { extension, hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const list = (critical: boolean): Uint8Array =>
  crl({ more: [crlExt.scope([scope.userCerts]), extension('1.3.6.1.4.1.99999.1', hex('0500'), critical)] });

export const specimen: Specimen = {
  kind: 'crl',
  fails: list(true),
  passes: list(false),
  others: [{ kind: 'crl', der: crl() }],
};
