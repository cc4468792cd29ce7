import { CA_ISSUERS, crlExt, OCSP } from '../make/crl-values.ts';
import { crl } from '../make/objects.ts';
import { general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const issuers = [CA_ISSUERS, general.uri('http://example.org/ca.cer')] as const;
const ocsp = [OCSP, general.uri('http://ocsp.example.org')] as const;

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ more: [crlExt.infoAccess([issuers, ocsp])] }),
  passes: crl({ more: [crlExt.infoAccess([issuers])] }),
  moreFails: [{ kind: 'crl', der: crl({ more: [crlExt.infoAccess([ocsp])] }) }],
  others: [{ kind: 'crl', der: crl() }],
};
