import { certificate, csr, tbs } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const san = (...names: readonly Uint8Array[]) => certificate({ extensions: [ext.san(names)] });
const ian = (...names: readonly Uint8Array[]) => tbs({ extensions: [ext.ian(names)] });
const request = (...names: readonly Uint8Array[]) => csr({ extensions: [ext.san(names)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: san(general.ip(192, 0, 2, 1, 255, 255, 255, 255)),
  passes: san(general.ip(192, 0, 2, 1)),
  moreFails: [
    { kind: 'certificate', der: san(general.ip(1, 2, 3)) },
    { kind: 'certificate', der: san(general.ip(...new Uint8Array(32))) },
    { kind: 'certificate', der: san(general.ip()) },
    { kind: 'tbs', der: ian(general.ip(192, 0, 2, 1, 255, 255, 255, 255)) },
    { kind: 'csr', der: request(general.ip(192, 0, 2, 1, 255, 255, 255, 255)) },
  ],
  morePasses: [
    { kind: 'certificate', der: san(general.ip(...new Uint8Array(16))) },
    { kind: 'tbs', der: ian(general.ip(192, 0, 2, 1)) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
