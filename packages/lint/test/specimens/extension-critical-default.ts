import { certificate, csr } from '../make/objects.ts';
import { extension, hex } from '../make/values.ts';
import { leafWith } from '../make/with-extensions.ts';
import type { Specimen } from '../specimen.ts';

const named = (critical: boolean | Uint8Array) =>
  leafWith([extension('issuerAltName', hex('30098207612e6578616d65'), critical)]);

export const specimen: Specimen = {
  kind: 'certificate',
  fails: named(hex('00')),
  passes: named(false),
  moreFails: [{ kind: 'certificate', der: named(hex('01')) }],
  morePasses: [
    { kind: 'certificate', der: named(true) },
    { kind: 'csr', der: csr() },
  ],
  others: [{ kind: 'certificate', der: certificate({ extensions: null }) }],
};
