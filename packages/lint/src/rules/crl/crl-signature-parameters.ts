import { hasParameters, parametersOf } from '../../find/crl-algorithm-parameters.ts';
import { defineRule, type Rule, type RuleFinding } from '../../rule.ts';

export const crlSignatureParameters: Rule = defineRule({
  id: 'crl-signature-parameters',
  kinds: ['crl'],
  severity: 'error',
  title: 'the parameters of the signature algorithm are NULL with RSA and absent with all others',
  description:
    'With RSASSA-PKCS1-v1_5 the parameters of the algorithm are there and NULL; with DSA, ECDSA, EdDSA, ML-DSA and ' +
    'SLH-DSA they are left out. Readers that compare the encoding byte for byte refuse anything else.',
  citation: 'RFC 4055, 5; RFC 3279, 2.2; RFC 5758, 3; RFC 8410, 3; RFC 9881, 2; RFC 9909, 3',
  source: 'RFC 4055',
  effective: '2005-06-01',
  until: null,
  remedy: 'write the AlgorithmIdentifier as its document has it, in both places, and sign again',
  applies: ({ signature, signatureAlgorithm }) =>
    parametersOf(signature) !== null || parametersOf(signatureAlgorithm) !== null,
  finds: ({ signature, signatureAlgorithm }) => {
    const fields = [
      ['tbsCertList.signature', signature],
      ['signatureAlgorithm', signatureAlgorithm],
    ] as const;
    return fields.flatMap(([where, algorithm]): RuleFinding[] => {
      const expected = parametersOf(algorithm);
      if (expected === null || hasParameters(algorithm, expected)) return [];
      return [{ message: `the parameters of \`${algorithm.oid}\` are not ${expected}`, where, at: algorithm.bytes }];
    });
  },
});
