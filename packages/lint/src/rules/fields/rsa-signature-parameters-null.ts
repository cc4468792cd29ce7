import { sameBytes } from '@quorate/der';
import { isRsaPkcs1, placedAlgorithms } from '../../find/signature-algorithms.ts';
import { defineRule, type Rule } from '../../rule.ts';

/** NULL in DER. */
const NULL = Uint8Array.of(0x05, 0x00);

export const rsaSignatureParametersNull: Rule = defineRule({
  id: 'rsa-signature-parameters-null',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the parameters of an RSA signature algorithm are NULL',
  description:
    'The identifiers of RSA signatures with PKCS #1 v1.5 padding are followed by NULL. Left out, many readers ' +
    'take it and some do not, and the identifier is no longer byte for byte the one inside the signature.',
  citation: 'RFC 3279, 2.2.1; RFC 4055, 5',
  source: 'RFC 3279',
  effective: '2002-04-01',
  until: null,
  remedy: 'write NULL as the parameters',
  applies: (object) => placedAlgorithms(object).some(({ algorithm }) => isRsaPkcs1(algorithm.oid)),
  finds: (object) =>
    placedAlgorithms(object).flatMap(({ where, algorithm: { oid, parameters, bytes } }) => {
      if (!isRsaPkcs1(oid) || (parameters !== null && sameBytes(parameters, NULL))) return [];
      const actual = parameters === null ? 'no parameters' : 'other parameters';
      return [{ message: `the parameters of \`${oid}\` are not NULL`, where, at: bytes, expected: 'NULL', actual }];
    }),
});
