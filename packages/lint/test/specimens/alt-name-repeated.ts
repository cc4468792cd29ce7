import { certificate, csr, tbs } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const san = (...names: readonly Uint8Array[]) => certificate({ extensions: [ext.san(names)] });
const ian = (...names: readonly Uint8Array[]) => tbs({ extensions: [ext.ian(names)] });
const request = (...names: readonly Uint8Array[]) => csr({ extensions: [ext.san(names)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: san(general.dns('a.example'), general.dns('A.example')),
  passes: san(general.dns('a.example'), general.dns('b.example')),
  moreFails: [
    { kind: 'certificate', der: san(general.ip(192, 0, 2, 1), general.ip(192, 0, 2, 1)) },
    { kind: 'tbs', der: ian(general.dns('a.example'), general.dns('A.example')) },
    { kind: 'csr', der: request(general.dns('a.example'), general.dns('A.example')) },
  ],
  morePasses: [
    { kind: 'certificate', der: san(general.dns('a.example')) },
    { kind: 'certificate', der: san(general.email('a@example.org'), general.email('A@example.org')) },
    { kind: 'certificate', der: san(general.dns('a.example'), general.email('a.example')) },
    { kind: 'tbs', der: ian(general.dns('a.example'), general.dns('b.example')) },
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: [ext.aki()] }) }],
};
