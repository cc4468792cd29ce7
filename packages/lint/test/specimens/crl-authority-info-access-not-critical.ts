import { CA_ISSUERS, crlExt } from '../make/crl-values.ts';
import { crl } from '../make/objects.ts';
import { general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const list = (critical: boolean): Uint8Array =>
  crl({ more: [crlExt.infoAccess([[CA_ISSUERS, general.uri('http://example.org/ca.cer')]], critical)] });

export const specimen: Specimen = {
  kind: 'crl',
  fails: list(true),
  passes: list(false),
  others: [{ kind: 'crl', der: crl() }],
};
