import { certificate, csr, tbs } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const san = (...names: readonly Uint8Array[]) => certificate({ extensions: [ext.san(names)] });
const ian = (...names: readonly Uint8Array[]) => tbs({ extensions: [ext.ian(names)] });
const request = (...names: readonly Uint8Array[]) => csr({ extensions: [ext.san(names)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: san(general.dns('*')),
  passes: san(general.dns('*.example.org')),
  moreFails: [
    { kind: 'certificate', der: san(general.dns('*.')) },
    { kind: 'certificate', der: san(general.dns('www.*')) },
    { kind: 'tbs', der: ian(general.dns('*')) },
    { kind: 'csr', der: request(general.dns('*')) },
  ],
  morePasses: [
    { kind: 'certificate', der: san(general.dns('example.org')) },
    { kind: 'tbs', der: ian(general.dns('*.example.org')) },
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: [ext.san([general.email('a@example.org')])] }) }],
};
