import { mappings, policies } from '../make/extensions.ts';
import { caWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const mapped = mappings([['1.3.6.1.4.1.99999.10', '1.3.6.1.4.1.99999.20']]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caWith([policies('1.3.6.1.4.1.99999.20'), mapped]),
  passes: caWith([policies('1.3.6.1.4.1.99999.10'), mapped]),
  moreFails: [{ kind: 'certificate', der: caWith([mapped]) }],
  others: [{ kind: 'certificate', der: caWith([policies('1.3.6.1.4.1.99999.10')]) }],
};
