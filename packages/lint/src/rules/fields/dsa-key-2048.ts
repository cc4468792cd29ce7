import { Tag } from '@quorate/der';
import { keyOid } from '../../find/keys.ts';
import { readerOf } from '../../object/fields.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const dsaKey2048: Rule = defineRule({
  id: 'dsa-key-2048',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'a DSA key has 2048 bits or more',
  description:
    'Shorter keys give less than 112 bits of security, which is not enough for signatures made after 2013; ' +
    'FIPS 186-5 has no DSA any more.',
  citation: 'NIST SP 800-57 part 1, 5.6.1',
  source: 'NIST SP 800-57',
  effective: '2014-01-01',
  until: null,
  remedy: 'make an EC or Ed25519 key, and certify that one',
  applies: ({ publicKey }) =>
    publicKey.algorithm.oid === keyOid.dsa && publicKey.algorithm.parameters?.[0] === Tag.SEQUENCE,
  finds: ({ publicKey: { algorithm } }) => {
    const fields = readerOf(algorithm.parameters ?? algorithm.bytes).sequence();
    const [p, q] = [fields.integerBytes(), fields.integerBytes()].map(bitsIn) as [number, number];
    if (p >= 2048 && q >= 224) return [];
    const facts = { expected: '2048 and 224 bits', actual: `${p} and ${q} bits` };
    return [{ message: 'the DSA key is short', where: 'publicKey', at: algorithm.bytes, ...facts }];
  },
});

/** Of a positive INTEGER. */
function bitsIn(content: Uint8Array): number {
  return 8 * (content.length - 1) + 32 - Math.clz32(content[0] ?? 0);
}
