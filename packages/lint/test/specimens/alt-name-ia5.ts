import { certificate, csr, tbs } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const san = (...names: readonly Uint8Array[]) => certificate({ extensions: [ext.san(names)] });
const ian = (...names: readonly Uint8Array[]) => tbs({ extensions: [ext.ian(names)] });
const request = (...names: readonly Uint8Array[]) => csr({ extensions: [ext.san(names)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: san(general.dns('z\u00fcrich.example')),
  passes: san(general.dns('xn--zrich-kva.example')),
  moreFails: [
    { kind: 'certificate', der: san(general.email('\u00fc@example.org')) },
    { kind: 'certificate', der: san(general.uri('https://example.org/\u0080')) },
    { kind: 'tbs', der: ian(general.dns('z\u00fcrich.example')) },
    { kind: 'csr', der: request(general.dns('z\u00fcrich.example')) },
  ],
  morePasses: [
    { kind: 'certificate', der: san(general.email('a@example.org')) },
    { kind: 'certificate', der: san(general.uri('https://example.org/')) },
    { kind: 'tbs', der: ian(general.dns('xn--zrich-kva.example')) },
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: [ext.san([general.ip(192, 0, 2, 1)])] }) }],
};
