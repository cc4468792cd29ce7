import { sameBytes } from '@quorate/der';
import { defineRule, type Rule } from '../../rule.ts';

export const signatureAlgorithmsEqual: Rule = defineRule({
  id: 'signature-algorithms-equal',
  kinds: ['certificate'],
  severity: 'error',
  title: 'both signature algorithm identifiers are the same',
  description:
    'The identifier behind the signed part repeats the one inside it. The outer one is not signed: if it may ' +
    'differ, an attacker can choose the algorithm by which the signature is read.',
  citation: 'RFC 5280, 4.1.1.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the same AlgorithmIdentifier, parameters included, in both places',
  applies: () => true,
  finds: ({ signature, signatureAlgorithm }) => {
    if (signatureAlgorithm === null || sameBytes(signature.bytes, signatureAlgorithm.bytes)) return [];
    const same = signature.oid === signatureAlgorithm.oid;
    const message = `the two signature algorithm identifiers differ${same ? ' in their parameters' : ''}`;
    const facts = same ? {} : { expected: signature.oid, actual: signatureAlgorithm.oid };
    return [{ message, where: 'signatureAlgorithm', at: signatureAlgorithm.bytes, ...facts }];
  },
});
