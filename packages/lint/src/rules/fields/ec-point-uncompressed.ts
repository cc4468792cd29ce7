import { keyOid } from '../../find/keys.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const ecPointUncompressed: Rule = defineRule({
  id: 'ec-point-uncompressed',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'notice',
  title: 'an EC point is not compressed',
  description:
    'Software must read uncompressed points and may read compressed ones. Several libraries and HSMs do not, ' +
    'and a certificate with a compressed point is then refused by some of those it is shown to.',
  citation: 'RFC 5480, 2.2',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'encode the key as an uncompressed point, which begins with 04',
  applies: ({ publicKey }) => publicKey.algorithm.oid === keyOid.ec,
  finds: ({ publicKey: { subjectPublicKey: at } }) =>
    at[0] === 0x02 || at[0] === 0x03
      ? [
          {
            message: 'the EC point is compressed',
            where: 'publicKey',
            at,
            expected: '04 first',
            actual: `0${at[0]} first`,
          },
        ]
      : [],
});
