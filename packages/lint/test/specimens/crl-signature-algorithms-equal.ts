import { algorithm } from '../make/keys.ts';
import { crl } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

const signature = algorithm.sha256WithRsa;

export const specimen: Specimen = {
  kind: 'crl',
  fails: crl({ signature, signatureAlgorithm: algorithm.sha1WithRsa }),
  passes: crl({ signature, signatureAlgorithm: signature }),
  moreFails: [{ kind: 'crl', der: crl({ signature, signatureAlgorithm: algorithm.sha256WithRsaWithoutParameters }) }],
};
