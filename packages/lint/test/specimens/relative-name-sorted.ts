import { encodeElement, encodeSequence, Tag } from '@quorate/der';
import { certificate, crl, csr } from '../make/objects.ts';
import { attribute } from '../make/values.ts';
import type { Specimen } from '../specimen.ts';

const commonName = attribute('CN', 'x');
const organization = attribute('O', 'x');

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ subject: encodeSequence(encodeElement(Tag.SET, organization, commonName)) }),
  passes: certificate({ subject: encodeSequence(encodeElement(Tag.SET, commonName, organization)) }),
  moreFails: [
    { kind: 'csr', der: csr({ subject: encodeSequence(encodeElement(Tag.SET, commonName, commonName)) }) },
    {
      kind: 'crl',
      der: crl({
        issuer: encodeSequence(encodeElement(Tag.SET, commonName), encodeElement(Tag.SET, organization, commonName)),
      }),
    },
  ],
  others: [{ kind: 'certificate', der: certificate() }],
};
