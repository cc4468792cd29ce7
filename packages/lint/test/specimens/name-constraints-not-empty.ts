import { constraints, subtree } from '../make/extensions.ts';
import { general } from '../make/values.ts';
import { caWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const names = [subtree(general.dns('example.org'))];

export const specimen: Specimen = {
  kind: 'certificate',
  fails: caWith([constraints({})]),
  passes: caWith([constraints({ permitted: names })]),
  moreFails: [{ kind: 'certificate', der: caWith([constraints({ permitted: names, excluded: [] })]) }],
  morePasses: [{ kind: 'certificate', der: caWith([constraints({ excluded: names })]) }],
  others: [{ kind: 'certificate', der: caWith([]) }],
};
