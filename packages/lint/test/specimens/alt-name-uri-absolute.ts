import { certificate, csr, tbs } from '../make/objects.ts';
import { ext, general } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const san = (...names: readonly Uint8Array[]) => certificate({ extensions: [ext.san(names)] });
const ian = (...names: readonly Uint8Array[]) => tbs({ extensions: [ext.ian(names)] });
const request = (...names: readonly Uint8Array[]) => csr({ extensions: [ext.san(names)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: san(general.uri('//example.org/a')),
  passes: san(general.uri('https://example.org/a')),
  moreFails: [
    { kind: 'certificate', der: san(general.uri('a/b')) },
    { kind: 'certificate', der: san(general.uri('https:')) },
    { kind: 'certificate', der: san(general.uri('https://example.org/a b')) },
    { kind: 'certificate', der: san(general.uri('https://example.org/%2')) },
    { kind: 'certificate', der: san(general.uri('1a:b')) },
    { kind: 'tbs', der: ian(general.uri('//example.org/a')) },
    { kind: 'csr', der: request(general.uri('//example.org/a')) },
  ],
  morePasses: [
    { kind: 'certificate', der: san(general.uri('urn:uuid:0')) },
    { kind: 'certificate', der: san(general.uri('https://example.org/%2f')) },
    { kind: 'tbs', der: ian(general.uri('https://example.org/a')) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
