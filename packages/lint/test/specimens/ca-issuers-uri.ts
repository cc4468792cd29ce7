import { access } from '../make/extensions.ts';
import { certificate } from '../make/objects.ts';
import { general } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const locations = (...all: Uint8Array[]) =>
  leafWith([
    access(
      'authorityInfoAccess',
      all.map((one) => ['1.3.6.1.5.5.7.48.2', one]),
    ),
  ]);
const elsewhere = access('authorityInfoAccess', [['1.3.6.1.5.5.7.48.1', general.dns('example.org')]]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: locations(general.dns('example.org')),
  passes: locations(general.dns('example.org'), general.uri('http://example.org/x')),

  moreFails: [{ kind: 'certificate', der: locations(general.uri('ftp://example.org/x')) }],
  morePasses: [{ kind: 'certificate', der: locations(general.uri('ldaps://example.org/x')) }],
  others: [
    { kind: 'certificate', der: leafWith([elsewhere]) },
    { kind: 'certificate', der: certificate() },
  ],
};
