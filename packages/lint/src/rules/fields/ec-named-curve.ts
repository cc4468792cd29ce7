import { Tag } from '@quorate/der';
import { keyOid } from '../../find/keys.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const ecNamedCurve: Rule = defineRule({
  id: 'ec-named-curve',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an EC key names its curve',
  description:
    'The parameters of an EC key are the OID of a curve. A curve that is spelled out can be a forged one on ' +
    "which the private key of somebody else's point is known, as happened to Windows in 2020; parameters left " +
    'out say nothing.',
  citation: 'RFC 5480, 2.1.1',
  source: 'RFC 5480',
  effective: '2009-03-01',
  until: null,
  remedy: 'encode the key with the OID of its curve',
  applies: ({ publicKey }) => publicKey.algorithm.oid === keyOid.ec,
  finds: ({ publicKey: { algorithm } }) => {
    const { parameters, bytes } = algorithm;
    if (parameters?.[0] === Tag.OBJECT_IDENTIFIER) return [];
    const actual =
      parameters === null
        ? 'no parameters'
        : parameters[0] === Tag.SEQUENCE
          ? 'explicit parameters'
          : 'other parameters';
    return [
      {
        message: 'the EC key does not name its curve',
        where: 'publicKey',
        at: bytes,
        expected: 'the OID of a curve',
        actual,
      },
    ];
  },
});
