import { encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { algorithm, spkiOf } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import { time } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const year = { notBefore: time('2026-06-03T09:41:17Z'), notAfter: time('2027-06-03T09:41:16Z') };
const oid = encodeOid('2.16.840.1.101.3.4.3.20');
const right = encodeSequence(oid);
const withNull = encodeSequence(oid, encodeNull());
const mlDsaWithNull = encodeSequence(encodeOid('2.16.840.1.101.3.4.3.18'), encodeNull());
const key = (identifier: Uint8Array) => spkiOf(identifier, new Uint8Array(32).fill(7));

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ ...year, spki: key(withNull) }),
  passes: certificate({ ...year, spki: key(right) }),
  moreFails: [
    { kind: 'certificate', der: certificate({ ...year, signature: withNull }) },
    { kind: 'certificate', der: certificate({ ...year, signature: right, signatureAlgorithm: mlDsaWithNull }) },
    { kind: 'tbs', der: tbs({ ...year, signature: mlDsaWithNull }) },
    { kind: 'csr', der: csr({ spki: key(withNull) }) },
    { kind: 'csr', der: csr({ signatureAlgorithm: withNull }) },
  ],
  morePasses: [
    { kind: 'tbs', der: tbs({ ...year, signature: right }) },
    { kind: 'csr', der: csr({ spki: key(right) }) },
  ],
  others: [{ kind: 'tbs', der: tbs({ ...year, signature: algorithm.sha256WithRsa }) }],
};
