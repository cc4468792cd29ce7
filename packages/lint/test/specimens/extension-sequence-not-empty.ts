import { certificate } from '../make/objects.ts';
import { ext, extension, hex } from '../make/values.ts';
import { leafWith, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const empty = (oid: string) => ({
  kind: 'certificate' as const,
  der: leafWith([extension(oid as '2.5', hex('3000'))]),
});

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([ext.extKeyUsage([])]),
  passes: leafWith([ext.extKeyUsage(['serverAuth'])]),
  moreFails: [
    ...['2.5.29.9', '2.5.29.17', '2.5.29.18', '2.5.29.31', '2.5.29.32', '2.5.29.33', '2.5.29.46'].map(empty),
    ...['1.3.6.1.5.5.7.1.1', '1.3.6.1.5.5.7.1.11'].map(empty),
    { kind: 'csr', der: requestWith([ext.san([])]) },
  ],
  morePasses: ['1.3.6.1.4.1.99999.1', '2.5.29.19'].map(empty),
  others: [{ kind: 'certificate', der: certificate({ extensions: null }) }],
};
