import { encodeOctetString, encodeOid, encodeSequence } from '@quorate/der';
import { spkiOf } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import { time } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const year = { notBefore: time('2026-06-03T09:41:17Z'), notAfter: time('2027-06-03T09:41:16Z') };
/** A key of an algorithm in NIST's arc, of this many octets. */
const key = (arc: number, octets: Uint8Array) =>
  spkiOf(encodeSequence(encodeOid(`2.16.840.1.101.3.4.3.${arc}`)), octets);
const octets = (length: number) => new Uint8Array(length).fill(7);
const sizes = [1312, 1952, 2592, 32, 32, 48, 48, 64, 64, 32, 32, 48, 48, 64, 64];

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ ...year, spki: key(20, encodeOctetString(octets(32))) }),
  passes: certificate({ ...year, spki: key(20, octets(32)) }),
  moreFails: [
    { kind: 'tbs', der: tbs({ ...year, spki: key(17, octets(1952)) }) },
    { kind: 'csr', der: csr({ spki: key(31, octets(63)) }) },
    { kind: 'csr', der: csr({ spki: key(31, octets(0)) }) },
  ],
  morePasses: sizes.map((size, i) => ({ kind: 'tbs', der: tbs({ ...year, spki: key(17 + i, octets(size)) }) })),
  others: [
    { kind: 'tbs', der: tbs({ ...year, spki: key(16, octets(32)) }) },
    { kind: 'tbs', der: tbs({ ...year, spki: key(32, octets(1312)) }) },
  ],
};
