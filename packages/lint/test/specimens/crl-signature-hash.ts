import { encodeExplicit, encodeOid, encodeSequence } from '@quorate/der';
import { algorithm } from '../make/keys.ts';
import { crl } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

const pss = (...fields: readonly Uint8Array[]): Uint8Array =>
  encodeSequence(encodeOid('1.2.840.113549.1.1.10'), encodeSequence(...fields));
const sha256 = encodeExplicit(0, encodeSequence(encodeOid('2.16.840.1.101.3.4.2.1')));

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ signature: algorithm.sha1WithRsa }),
  passes: crl({ signature: algorithm.sha256WithRsa }),
  moreFails: [
    { kind: 'crl', der: crl({ signature: algorithm.ecdsaWithSha1 }) },
    { kind: 'crl', der: crl({ signature: pss() }) },
  ],
  others: [{ kind: 'crl', der: crl() }],
  morePasses: [{ kind: 'crl', der: crl({ signature: pss(sha256) }) }],
};
