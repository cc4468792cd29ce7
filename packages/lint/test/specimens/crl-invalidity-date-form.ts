import { Tag } from '@quorate/der';
import { crlExt } from '../make/crl-values.ts';
import { crl, revoked } from '../make/objects.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const list = (value: string, tag?: number): Uint8Array =>
  crl({ revoked: [revoked(hex('11'), undefined, [crlExt.invalidityDate(value, tag)])] });

export const specimen: Specimen = {
  kind: 'crl',
  fails: list('240501000000Z', Tag.UTC_TIME),
  passes: list('20240501000000Z'),
  moreFails: [
    { kind: 'crl', der: list('20240501000000.5Z') },
    { kind: 'crl', der: list('202405010000Z') },
    { kind: 'crl', der: list('20240501020000+0200') },
  ],
  others: [{ kind: 'crl', der: crl() }],
};
