import { crlExt, scope } from '../make/crl-values.ts';
import { crl, LEAF_NAME, revoked } from '../make/objects.ts';
import { general, hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const list = (critical: boolean): Uint8Array => {
  const issuer = crlExt.certificateIssuer([general.directory(LEAF_NAME)], critical);
  return crl({ revoked: [revoked(hex('11'), undefined, [issuer])], more: [crlExt.scope([scope.indirect])] });
};

export const specimen: Specimen = {
  kind: 'crl',
  fails: list(false),
  passes: list(true),
  others: [{ kind: 'crl', der: crl() }],
};
