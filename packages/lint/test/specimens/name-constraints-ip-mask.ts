import { constraints, subtree } from '../make/extensions.ts';
import { general } from '../make/values.ts';
import { caWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const ip = (...address: number[]) => caWith([constraints({ permitted: [subtree(general.ip(...address))] })]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: ip(192, 0, 2, 0, 255, 0, 255, 0),
  passes: ip(192, 0, 2, 0, 255, 255, 255, 0),
  moreFails: [
    { kind: 'certificate', der: ip(192, 0, 2, 0) },
    { kind: 'certificate', der: ip(192, 0, 2, 0, 255, 255, 255, 5) },
    { kind: 'certificate', der: ip(...new Array(16).fill(0)) },
  ],
  morePasses: [
    { kind: 'certificate', der: ip(0, 0, 0, 0, 0, 0, 0, 0) },
    { kind: 'certificate', der: ip(192, 0, 2, 0, 255, 255, 255, 128) },
    { kind: 'certificate', der: ip(...new Array(32).fill(255)) },
  ],
  others: [{ kind: 'certificate', der: caWith([]) }],
};
