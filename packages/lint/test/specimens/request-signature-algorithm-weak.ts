import { encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { algorithm } from '../make/keys.ts';
import { csr } from '../make/objects.ts';
import type { Specimen } from '../specimen.ts';

const older = ['2', '3', '4'].map((number) => encodeSequence(encodeOid(`1.2.840.113549.1.1.${number}`), encodeNull()));

export const specimen: Specimen = {
  kind: 'csr',
  fails: csr({ signatureAlgorithm: algorithm.sha1WithRsa }),
  passes: csr({ signatureAlgorithm: algorithm.sha256WithRsa }),
  moreFails: [
    { kind: 'csr', der: csr({ signatureAlgorithm: algorithm.ecdsaWithSha1 }) },
    ...older.map((signatureAlgorithm) => ({ kind: 'csr' as const, der: csr({ signatureAlgorithm }) })),
  ],
  morePasses: [{ kind: 'csr', der: csr() }],
};
