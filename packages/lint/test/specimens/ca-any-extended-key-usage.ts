import { caCertificate, certificate, csr } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const any = ext.extKeyUsage(['anyExtendedKeyUsage'], true);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caCertificate({ more: [ext.extKeyUsage(['clientAuth', 'anyExtendedKeyUsage'])] }),
  passes: caCertificate({ more: [ext.extKeyUsage(['clientAuth'])] }),
  moreFails: [{ kind: 'csr', der: csr({ extensions: [ext.basicConstraints(true), any] }) }],
  others: [
    { kind: 'certificate', der: certificate({ extensions: [any] }) },
    { kind: 'certificate', der: caCertificate() },
  ],
};
