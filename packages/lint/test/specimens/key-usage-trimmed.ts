import { extension, hex } from '../make/values.ts';
import { leafWith, leafWithout, requestWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const bits = (value: string) => leafWith([extension('keyUsage', hex(value), true)]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: bits('0303078000'),
  passes: bits('03020780'),
  moreFails: [
    { kind: 'certificate', der: bits('03020086') },
    { kind: 'certificate', der: bits('03020781') },
    { kind: 'certificate', der: bits('03020880') },
    { kind: 'certificate', der: bits('030107') },
    { kind: 'csr', der: requestWith([extension('keyUsage', hex('03020580'), true)]) },
  ],
  morePasses: [
    { kind: 'certificate', der: bits('03020186') },
    { kind: 'certificate', der: bits('0303070880') },
    { kind: 'certificate', der: bits('030100') },
  ],
  others: [{ kind: 'certificate', der: leafWithout('2.5.29.15') }],
};
