import { encodeElement, encodeOctetString, encodeOid, encodeSequence, encodeSetOf, Tag } from '@quorate/der';
import { certificate, crl, csr, tbs } from '../make/objects.ts';
import { attribute, hex, name, utf8 } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: encodeSequence(encodeElement(Tag.SET)) }),
  passes: certificate({ subject: name(['CN', 'example.org']) }),
  moreFails: [
    { kind: 'csr', der: csr({ subject: encodeSequence(encodeSequence(encodeOid('2.5.4.3'), utf8('x'))) }) },
    { kind: 'tbs', der: tbs({ issuer: encodeOctetString(hex('')) }) },
    { kind: 'crl', der: crl({ issuer: encodeSequence(encodeSetOf(encodeSequence(encodeOid('2.5.4.3')))) }) },
    {
      kind: 'certificate',
      der: certificate({
        issuer: encodeSequence(encodeSetOf(encodeSequence(encodeOid('2.5.4.3'), utf8('x'), utf8('y')))),
      }),
    },
    { kind: 'certificate', der: certificate({ subject: encodeSequence(encodeSetOf(encodeOid('2.5.4.3'))) }) },
    {
      kind: 'csr',
      der: csr({
        subject: encodeSequence(encodeSetOf(encodeElement(Tag.SEQUENCE, encodeOid('2.5.4.3'), utf8('x'), hex('04')))),
      }),
    },
    {
      kind: 'crl',
      der: crl({
        issuer: encodeSequence(
          encodeSetOf(attribute('CN', 'x'), encodeSequence(encodeOid('2.5.4.10'), utf8('x'), utf8('y'))),
        ),
      }),
    },
  ],
  morePasses: [
    { kind: 'certificate', der: certificate({ subject: name() }) },
    { kind: 'csr', der: csr() },
    { kind: 'crl', der: crl() },
  ],
};
