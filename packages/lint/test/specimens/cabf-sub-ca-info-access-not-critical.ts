import { CA_ISSUERS, crlExt } from '../make/crl-values.ts';
import { caCertificate, certificate } from '../make/objects.ts';
import { general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const access = (critical: boolean): Uint8Array =>
  crlExt.infoAccess([[CA_ISSUERS, general.uri('http://example.org/root.cer')]], critical);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caCertificate({ more: [access(true)] }),
  passes: caCertificate({ more: [access(false)] }),
  others: [
    { kind: 'certificate', der: caCertificate() },
    { kind: 'certificate', der: certificate({ more: [access(true)] }) },
  ],
};
