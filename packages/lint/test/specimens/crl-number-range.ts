import { crl } from '../make/objects.ts';
import { ext } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const list = (number: bigint): Uint8Array => crl({ extensions: [ext.aki(), ext.crlNumber(number)] });

export const specimen: Specimen = {
  kind: 'crl',
  fails: list(-1n),
  passes: list(0n),
  moreFails: [
    { kind: 'crl', der: list(-128n) },
    { kind: 'crl', der: list(1n << 159n) },
  ],
  morePasses: [{ kind: 'crl', der: list((1n << 159n) - 1n) }],
  others: [{ kind: 'crl', der: crl({ extensions: [ext.aki()] }) }],
};
