import { caCertificate, certificate } from '../make/objects.ts';
import { ext, general, name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const server = (commonName: string): Uint8Array =>
  certificate({
    subject: name(['CN', commonName]),
    extensions: [ext.san([general.dns('Example.org'), general.ip(192, 0, 2, 1)])],
  });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: server('www.example.org'),
  passes: server('example.org'),
  moreFails: [{ kind: 'certificate', der: certificate({ subject: name(['CN', 'x']), extensions: null }) }],
  morePasses: [{ kind: 'certificate', der: server('192.0.2.1') }],
  others: [
    { kind: 'certificate', der: caCertificate() },
    { kind: 'certificate', der: certificate({ subject: name(['O', 'Example']) }) },
  ],
};
