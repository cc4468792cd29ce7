import { extension, hex } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const poison = extension('precertificatePoison', hex('0500'), true);
const list = extension('signedCertificateTimestampList', hex('04020000'));

export const specimen: Specimen = {
  kind: 'certificate',
  fails: leafWith([poison, list]),
  passes: leafWith([poison]),
  others: [{ kind: 'certificate', der: leafWith([list]) }],
};
