import { encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { algorithm } from '../make/keys.ts';
import { certificate, csr } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

const sha224 = encodeSequence(encodeOid('1.2.840.113549.1.1.14'), encodeNull());

export const specimen: Specimen = {
  kind: 'certificate',
  fails: certificate({ signature: sha224 }),
  passes: certificate({ signature: algorithm.sha256WithRsa }),
  moreFails: [{ kind: 'csr', der: csr({ signatureAlgorithm: sha224 }) }],
  others: [{ kind: 'certificate', der: certificate() }],
};
