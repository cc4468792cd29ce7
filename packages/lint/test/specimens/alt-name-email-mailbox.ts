import { certificate, csr, tbs } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const san = (...names: readonly Uint8Array[]) => certificate({ extensions: [ext.san(names)] });
const ian = (...names: readonly Uint8Array[]) => tbs({ extensions: [ext.ian(names)] });
const request = (...names: readonly Uint8Array[]) => csr({ extensions: [ext.san(names)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: san(general.email('<a@example.org>')),
  passes: san(general.email('a@example.org')),
  moreFails: [
    { kind: 'certificate', der: san(general.email('A <a@example.org>')) },
    { kind: 'certificate', der: san(general.email('a@example.org (work)')) },
    { kind: 'certificate', der: san(general.email('example.org')) },
    { kind: 'certificate', der: san(general.email('a@')) },
    { kind: 'certificate', der: san(general.email('a@[192.0.2]')) },
    { kind: 'certificate', der: san(general.email('')) },
    { kind: 'tbs', der: ian(general.email('<a@example.org>')) },
    { kind: 'csr', der: request(general.email('<a@example.org>')) },
  ],
  morePasses: [
    { kind: 'certificate', der: san(general.email('"a b"@example.org')) },
    { kind: 'certificate', der: san(general.email('a@[192.0.2.1]')) },
    { kind: 'certificate', der: san(general.email('a@[IPv6:2001:db8::1]')) },
    { kind: 'tbs', der: ian(general.email('a@example.org')) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
