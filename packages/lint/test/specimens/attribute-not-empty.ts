import { encodeNull, encodeOid, encodeSequence, encodeSetOf } from '@quorate/der';
import { certificate, crl, csr, tbs } from '../make/objects.ts';
import { name } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const rdnOf = (value: Uint8Array) => encodeSequence(encodeSetOf(encodeSequence(encodeOid('2.5.4.45'), value)));

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: name(['OU', ''], ['CN', 'x']) }),
  passes: certificate({ subject: name(['OU', '-'], ['CN', 'x']) }),
  moreFails: [
    { kind: 'csr', der: csr({ subject: name(['C', '']) }) },
    { kind: 'crl', der: crl({ issuer: name(['CN', '']) }) },
    { kind: 'tbs', der: tbs({ subject: name(), issuer: name(['CN', '']) }) },
  ],
  morePasses: [
    { kind: 'crl', der: crl() },
    { kind: 'csr', der: csr({ subject: rdnOf(encodeNull()) }) },
  ],
  others: [{ kind: 'csr', der: csr({ subject: name() }) }],
};
