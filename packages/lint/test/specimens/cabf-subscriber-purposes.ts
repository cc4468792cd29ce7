import { caCertificate, certificate } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const server = (...purposes: readonly string[]): Uint8Array => certificate({ extensions: [ext.extKeyUsage(purposes)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: server('serverAuth', 'codeSigning'),
  passes: server('serverAuth', 'clientAuth'),
  moreFails: [{ kind: 'certificate', der: server('anyExtendedKeyUsage') }],
  morePasses: [{ kind: 'certificate', der: server('serverAuth', '1.3.6.1.4.1.99999.1') }],
  others: [
    { kind: 'certificate', der: caCertificate() },
    { kind: 'certificate', der: server('codeSigning') },
  ],
};
