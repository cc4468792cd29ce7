import { mappings, policies } from '../make/extensions.ts';
import { caWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const map = (from: string, to: string) =>
  caWith([
    policies(from),
    mappings([
      ['1.3.6.1.4.1.99999.1', '1.3.6.1.4.1.99999.2'],
      [from, to],
    ]),
  ]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: map('2.5.29.32.0', '1.3.6.1.4.1.99999.20'),
  passes: map('1.3.6.1.4.1.99999.10', '1.3.6.1.4.1.99999.20'),
  moreFails: [{ kind: 'certificate', der: map('1.3.6.1.4.1.99999.10', '2.5.29.32.0') }],
  others: [{ kind: 'certificate', der: caWith([]) }],
};
