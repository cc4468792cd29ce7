import { encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { algorithm } from '../make/keys.ts';
import { crl } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

const ecdsaWithNull = encodeSequence(encodeOid('1.2.840.10045.4.3.2'), encodeNull());
const sha1Empty = encodeSequence(encodeOid('1.2.840.113549.1.1.5'), encodeSequence());
const mlDsaWithNull = encodeSequence(encodeOid('2.16.840.1.101.3.4.3.17'), encodeNull());
const pss = encodeSequence(encodeOid('1.2.840.113549.1.1.10'), encodeSequence());

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ signature: algorithm.sha256WithRsaWithoutParameters }),
  passes: crl({ signature: algorithm.sha256WithRsa }),
  moreFails: [
    { kind: 'crl', der: crl({ signature: ecdsaWithNull }) },
    { kind: 'crl', der: crl({ signature: sha1Empty }) },
    { kind: 'crl', der: crl({ signature: mlDsaWithNull }) },
    {
      kind: 'crl',
      der: crl({ signature: algorithm.sha256WithRsa, signatureAlgorithm: algorithm.sha256WithRsaWithoutParameters }),
    },
  ],
  morePasses: [
    { kind: 'crl', der: crl() },
    { kind: 'crl', der: crl({ signature: pss, signatureAlgorithm: algorithm.sha256WithRsa }) },
  ],
  others: [{ kind: 'crl', der: crl({ signature: pss }) }],
};
