import { encodeSequence } from '@quorate/der';
import { point, points } from '../make/extensions.ts';
import { certificate, LEAF_NAME, tbs } from '../make/objects.ts';
import { ext, extension, general, hex } from '../make/values.ts';
import { leafWith, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const indefinite = extension('1.3.6.1.4.1.99999.1', hex('30800500 0000'));

/** SEQUENCEs inside each other. */
const nested = (depth: number): Uint8Array =>
  Array.from({ length: depth }).reduce<Uint8Array>((inner) => encodeSequence(inner), encodeSequence());

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([extension('issuerAltName', hex('30098207612e6578616d6500'))]),
  passes: leafWith([extension('issuerAltName', hex('30098207612e6578616d65'))]),
  moreFails: [
    { kind: 'certificate', der: leafWith([extension('basicConstraints', hex('3003010100'))]) },
    { kind: 'certificate', der: leafWith([indefinite]) },
    { kind: 'csr', der: requestWith([extension('keyUsage', hex('0403'))]) },
    {
      kind: 'certificate',
      der: leafWith([points([point({ reasons: hex('0060'), issuer: [general.directory(LEAF_NAME)] })])]),
    },
  ],
  morePasses: [
    { kind: 'certificate', der: leafWith([extension('issuerAltName', hex('3000'))]) },
    { kind: 'certificate', der: leafWith([extension('1.3.6.1.4.1.99999.1', hex('30020500'))]) },
    { kind: 'certificate', der: leafWith([extension('keyUsage', hex('0303078000'))]) },
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: null }) }],
  couldNotRun: [
    { kind: 'certificate', der: leafWith([ext.san(Array(10_001).fill(general.dns('a')))]) },
    { kind: 'certificate', der: leafWith([extension('1.3.6.1.4.1.99999.1', nested(66))]) },
    { kind: 'tbs', der: tbs({ extensions: [ext.san([general.other('1.3.6.1.4.1.99999.2', nested(66))])] }) },
  ],
};
