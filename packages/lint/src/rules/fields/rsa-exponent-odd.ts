import { bitsOf, isRsaKey, rsaNumbers } from '../../find/keys.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const rsaExponentOdd: Rule = defineRule({
  id: 'rsa-exponent-odd',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the public exponent of an RSA key is odd and at least 3',
  description:
    'The public exponent is a positive odd number from 3 up, below the modulus. With an even one the key has ' +
    'no inverse, and with 1 every message is its own signature.',
  citation: 'RFC 8017, 3.1',
  source: 'RFC 8017',
  effective: null,
  until: null,
  remedy: 'make a new key, with the public exponent 65537',
  applies: ({ publicKey }) => isRsaKey(publicKey),
  finds: ({ publicKey }) => {
    const { modulus, exponent } = rsaNumbers(publicKey);
    if (exponent >= 3n && exponent % 2n === 1n && exponent < modulus) return [];
    const actual = bitsOf(exponent) > 64 ? `${bitsOf(exponent)} bits` : `${exponent}`;
    const message = 'the RSA public exponent cannot be right';
    const at = publicKey.subjectPublicKey;
    return [{ message, where: 'publicKey', at, expected: 'an odd number from 3 to below the modulus', actual }];
  },
});
