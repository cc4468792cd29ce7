import { Tag } from '@quorate/der';
import { keyFault, keyOid } from '../../find/keys.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const ecPointOnCurve: Rule = defineRule({
  id: 'ec-point-on-curve',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an EC key is a point of its curve',
  description:
    'The key is a point of the curve other than infinity, uncompressed or compressed; the hybrid form must not ' +
    'be used. A point off the curve is of no use to an honest owner, and gives away secrets of whoever ' +
    'computes with it.',
  citation: 'RFC 5480, 2.2',
  source: 'RFC 5480',
  effective: '2009-03-01',
  until: null,
  remedy: 'take the key from its owner again, or make a new one',
  applies: ({ publicKey }) =>
    publicKey.algorithm.oid === keyOid.ec &&
    publicKey.algorithm.parameters?.[0] === Tag.OBJECT_IDENTIFIER &&
    keyFault(publicKey)?.code !== 'key-unsupported',
  finds: ({ publicKey }) => {
    const fault = keyFault(publicKey);
    if (fault === null) return [];
    if (fault.code !== 'key-invalid') throw fault;
    return [{ message: 'the EC key is no point of its curve', where: 'publicKey', at: publicKey.subjectPublicKey }];
  },
});
