import { encodeElement } from '@quorate/der';
import { certificate, csr, tbs } from '../make/objects.ts';
import { ext, general, name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const san = (...names: readonly Uint8Array[]) => certificate({ extensions: [ext.san(names)] });
const ian = (...names: readonly Uint8Array[]) => tbs({ extensions: [ext.ian(names)] });
const request = (...names: readonly Uint8Array[]) => csr({ extensions: [ext.san(names)] });

export const specimen: Specimen = {
  kind: 'certificate',
  fails: san(general.email('')),
  passes: san(general.email('a@example.org')),
  moreFails: [
    { kind: 'certificate', der: san(general.directory(name())) },
    { kind: 'certificate', der: san(general.dns('')) },
    { kind: 'certificate', der: san(general.dns('example.org'), general.uri('')) },
    { kind: 'certificate', der: san(encodeElement(0x8b)) },
    { kind: 'tbs', der: ian(general.email('')) },
    { kind: 'csr', der: request(general.email('')) },
  ],
  morePasses: [
    { kind: 'certificate', der: san(general.directory(name(['CN', 'x']))) },
    { kind: 'tbs', der: ian(general.email('a@example.org')) },
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: [ext.aki()] }) }],
};
