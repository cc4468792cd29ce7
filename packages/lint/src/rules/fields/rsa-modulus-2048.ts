import { type DerElement, DerReader, integerValue } from '@quorate/der';
import type { RawKey } from '../../object/raw-key.ts';
import { defineRule, type Rule } from '../../rule.ts';

const RSA: ReadonlySet<string> = new Set(['1.2.840.113549.1.1.1', '1.2.840.113549.1.1.10']);

export const rsaModulus2048: Rule = defineRule({
  id: 'rsa-modulus-2048',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'an RSA modulus has 2048 bits or more',
  description:
    'Shorter moduli give less than 112 bits of security, which is not enough for signatures made after 2013. A smart ' +
    'card or HSM often makes a shorter key where none was asked for by length.',
  citation: 'NIST SP 800-57 part 1, 5.6.1',
  source: 'NIST SP 800-57',
  effective: '2014-01-01',
  until: null,
  remedy: 'make a key of 3072 bits or more, and certify that one',
  applies: ({ publicKey }) => RSA.has(publicKey.algorithm.oid),
  finds: ({ publicKey }) => {
    const bits = integerValue(modulusOf(publicKey)).toString(2).length;
    if (bits >= 2048) return [];
    const at = publicKey.subjectPublicKey;
    return [
      { message: 'the RSA modulus is short', where: 'publicKey', at, expected: '2048 bits', actual: `${bits} bits` },
    ];
  },
});

/** Not by the strict reader, which refuses the shortest keys. */
function modulusOf(publicKey: RawKey): DerElement {
  return DerReader.of(publicKey.subjectPublicKey).sequence().element(0x02);
}
