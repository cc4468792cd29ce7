import { caCertificate, certificate, tbs } from '../make/objects.ts';
import { ext, extension, hex, name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caCertificate({ subject: name() }),
  passes: caCertificate(),
  moreFails: [{ kind: 'tbs', der: tbs({ subject: name(), extensions: [ext.keyUsage(['cRLSign'])] }) }],
  morePasses: [
    { kind: 'tbs', der: tbs({ extensions: [extension('keyUsage', hex('03020002'))], subject: name(['CN', 'x']) }) },
  ],
  others: [{ kind: 'certificate', der: certificate({ subject: name() }) }],
};
