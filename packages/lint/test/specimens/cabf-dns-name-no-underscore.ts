import { caCertificate, certificate } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const server = (...names: readonly string[]): Uint8Array =>
  certificate({ extensions: [ext.extKeyUsage(['serverAuth']), ext.san(names.map(general.dns))] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: server('example.org', 'my_server.example.org'),
  passes: server('example.org', 'my-server.example.org'),
  moreFails: [{ kind: 'certificate', der: server('_.example.org') }],
  others: [
    { kind: 'certificate', der: certificate({ extensions: [ext.san([general.ip(192, 0, 2, 1)])] }) },
    { kind: 'certificate', der: caCertificate({ more: [ext.san([general.dns('a_b.example.org')])] }) },
  ],
};
