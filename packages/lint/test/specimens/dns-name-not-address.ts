import { certificate, csr, tbs } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const san = (...names: readonly Uint8Array[]) => certificate({ extensions: [ext.san(names)] });
const ian = (...names: readonly Uint8Array[]) => tbs({ extensions: [ext.ian(names)] });
const request = (...names: readonly Uint8Array[]) => csr({ extensions: [ext.san(names)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: san(general.dns('192.0.2.1')),
  passes: san(general.dns('example.org')),
  moreFails: [
    { kind: 'certificate', der: san(general.dns('0x7f')) },
    { kind: 'certificate', der: san(general.dns('a.0X1')) },
    { kind: 'tbs', der: ian(general.dns('192.0.2.1')) },
    { kind: 'csr', der: request(general.dns('192.0.2.1')) },
  ],
  morePasses: [
    { kind: 'certificate', der: san(general.dns('1.example')) },
    { kind: 'certificate', der: san(general.dns('192.0.2.a')) },
    { kind: 'tbs', der: ian(general.dns('example.org')) },
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: [ext.san([general.email('a@example.org')])] }) }],
};
