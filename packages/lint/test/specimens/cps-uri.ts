import { cps, policies, policy } from '../make/extensions.ts';
import { utf8 } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const pointer = (uri: string | Uint8Array) => leafWith([policies(policy('2.23.140.1.2.1', cps(uri)))]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: pointer('www.example.org/cps'),
  passes: pointer('https://www.example.org/cps'),
  moreFails: [{ kind: 'certificate', der: pointer(utf8('https://www.example.org/cps')) }],
  morePasses: [{ kind: 'certificate', der: pointer('urn:x') }],
  others: [{ kind: 'certificate', der: leafWith([policies('2.23.140.1.2.1')]) }],
};
