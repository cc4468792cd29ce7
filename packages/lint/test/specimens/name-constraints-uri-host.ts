import { constraints, subtree } from '../make/extensions.ts';
import { general } from '../make/values.ts';
import { caWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const uri = (value: string) => caWith([constraints({ permitted: [subtree(general.uri(value))] })]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: uri('https://host.example.org/'),
  passes: uri('host.example.org'),
  moreFails: ['example', '.example', '192.0.2.1', '', '..example.org', 'exa mple.org'].map((value) => ({
    kind: 'certificate',
    der: uri(value),
  })),
  morePasses: [
    { kind: 'certificate', der: uri('.example.org') },
    { kind: 'certificate', der: caWith([constraints({ permitted: [subtree(general.dns('example'))] })]) },
  ],
  others: [{ kind: 'certificate', der: caWith([]) }],
};
