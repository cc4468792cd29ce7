import { encodeElement, encodeInteger, encodeNull, encodeOid, encodeSequence, Tag } from '@quorate/der';
import { rsaSpki, spkiOf } from '../make/keys.ts';
import { certificate, csr, tbs } from '../make/objects.ts';
import { primes, rsaWith } from '../make/rsa.ts';
import { hex } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const modulus = primes.first * primes.far;

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ spki: rsaWith(encodeInteger(modulus)) }),
  passes: certificate({ spki: rsaWith(encodeInteger(modulus), encodeInteger(65537)) }),
  moreFails: [
    { kind: 'csr', der: csr({ spki: rsaWith(encodeInteger(modulus), encodeInteger(3), encodeInteger(5)) }) },
    { kind: 'tbs', der: tbs({ spki: rsaWith(encodeInteger(modulus), encodeElement(Tag.INTEGER, hex('00 010001'))) }) },
    { kind: 'tbs', der: tbs({ spki: rsaWith(encodeElement(Tag.INTEGER, hex('00 010001')), encodeInteger(3)) }) },
    {
      kind: 'tbs',
      der: tbs({ spki: spkiOf(encodeSequence(encodeOid('1.2.840.113549.1.1.1'), encodeNull()), hex('0203010001')) }),
    },
    {
      kind: 'tbs',
      der: tbs({
        spki: spkiOf(encodeSequence(encodeOid('1.2.840.113549.1.1.1'), encodeNull()), hex('3006 020103 020103 0500')),
      }),
    },
  ],
  morePasses: [
    { kind: 'certificate', der: certificate({ spki: rsaSpki(2048, 65537, null, '1.2.840.113549.1.1.10') }) },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
