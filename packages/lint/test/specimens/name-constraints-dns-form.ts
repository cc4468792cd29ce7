import { constraints, subtree } from '../make/extensions.ts';
import { general } from '../make/values.ts';
import { caWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const dns = (value: string) => caWith([constraints({ permitted: [subtree(general.dns(value))] })]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: dns('.example.org'),
  passes: dns('example.org'),
  moreFails: [{ kind: 'certificate', der: dns('*.example.org') }],
  morePasses: [{ kind: 'certificate', der: dns('') }],
  others: [{ kind: 'certificate', der: caWith([]) }],
};
