import { certificate } from '../make/objects.ts';
import { ext, extension, hex } from '../make/values.ts';
import { caWith, leafWith, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const unknown = (critical: boolean) => extension('1.3.6.1.4.1.99999.1', hex('0500'), critical);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([unknown(true)]),
  passes: leafWith([unknown(false)]),
  moreFails: [{ kind: 'csr', der: requestWith([unknown(true)]) }],
  morePasses: [
    { kind: 'certificate', der: caWith([]) },
    ...['7', '8', '28', '29'].map((number) => ({
      kind: 'certificate' as const,
      der: leafWith([extension(`1.3.6.1.5.5.7.1.${number}`, hex('3000'), true)]),
    })),
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: [ext.ski()] }) }],
};
