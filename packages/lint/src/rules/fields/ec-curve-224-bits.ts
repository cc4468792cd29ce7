import { oidText, Tag } from '@quorate/der';
import { keyOid } from '../../find/keys.ts';
import { readerOf } from '../../object/fields.ts';
import { defineRule, type Rule } from '../../rule.ts';

/** Those of SEC 2, ANSI X9.62 and RFC 5639 whose order is below 224 bits. */
const SHORT_CURVES: ReadonlySet<string> = new Set([
  ...[1, 2, 4, 5, 6, 7, 8, 9, 15, 22, 23, 24, 25, 28, 29, 30, 31].map((number) => `1.3.132.0.${number}`),
  ...[1, 2, 3].map((number) => `1.2.840.10045.3.1.${number}`),
  ...[1, 2, 3, 4, 5, 6, 7, 10].map((number) => `1.2.840.10045.3.0.${number}`),
  ...[1, 2, 3, 4].map((number) => `1.3.36.3.3.2.8.1.1.${number}`),
]);

export const ecCurve224Bits: Rule = defineRule({
  id: 'ec-curve-224-bits',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'the curve of an EC key has 224 bits or more',
  description:
    'Shorter curves give less than 112 bits of security, which is not enough for signatures made after 2013. ' +
    'They are found as defaults of old smart cards.',
  citation: 'NIST SP 800-57 part 1, 5.6.1',
  source: 'NIST SP 800-57',
  effective: '2014-01-01',
  until: null,
  remedy: 'make a key on P-256 or a larger curve, and certify that one',
  applies: ({ publicKey }) =>
    publicKey.algorithm.oid === keyOid.ec && publicKey.algorithm.parameters?.[0] === Tag.OBJECT_IDENTIFIER,
  finds: ({ publicKey: { algorithm } }) => {
    const oid = oidText(readerOf(algorithm.parameters ?? algorithm.bytes).element(Tag.OBJECT_IDENTIFIER));
    if (!SHORT_CURVES.has(oid)) return [];
    return [
      { message: `the curve \`${oid}\` is short`, where: 'publicKey', at: algorithm.bytes, expected: '224 bits' },
    ];
  },
});
