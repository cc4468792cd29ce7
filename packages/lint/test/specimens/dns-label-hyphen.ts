import { certificate, csr, tbs } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const san = (...names: readonly Uint8Array[]) => certificate({ extensions: [ext.san(names)] });
const ian = (...names: readonly Uint8Array[]) => tbs({ extensions: [ext.ian(names)] });
const request = (...names: readonly Uint8Array[]) => csr({ extensions: [ext.san(names)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: san(general.dns('a-.example')),
  passes: san(general.dns('a-b.example')),
  moreFails: [
    { kind: 'certificate', der: san(general.dns('www.-a.example')) },
    { kind: 'certificate', der: san(general.dns('a.example-')) },
    { kind: 'tbs', der: ian(general.dns('a-.example')) },
    { kind: 'csr', der: request(general.dns('a-.example')) },
  ],
  morePasses: [
    { kind: 'certificate', der: san(general.dns('a--b.example')) },
    { kind: 'tbs', der: ian(general.dns('a-b.example')) },
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: [ext.san([general.email('a@example.org')])] }) }],
};
