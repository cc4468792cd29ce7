import { encodeElement, encodeSequence } from '@quorate/der';
import { constraints, subtree } from '../make/extensions.ts';
import { CA_NAME } from '../make/objects.ts';
import { general, utf8 } from '../make/values.ts';
import { caWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const on = (base: Uint8Array) =>
  caWith([constraints({ excluded: [subtree(general.dns('example.org')), subtree(base)] })]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: on(general.oid('1.3.6.1.4.1.99999')),
  passes: on(general.dns('example.com')),
  moreFails: [
    { kind: 'certificate', der: on(encodeElement(0xa5, encodeElement(0xa1, utf8('x')))) },
    { kind: 'certificate', der: on(encodeElement(0xa3, encodeSequence())) },
  ],
  morePasses: [{ kind: 'certificate', der: on(general.directory(CA_NAME)) }],
  others: [{ kind: 'certificate', der: caWith([]) }],
};
