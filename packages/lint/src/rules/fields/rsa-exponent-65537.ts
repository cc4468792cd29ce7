import { bitsOf, isRsaKey, rsaNumbers } from '../../find/keys.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const rsaExponent65537: Rule = defineRule({
  id: 'rsa-exponent-65537',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'the public exponent of an RSA key is from 65537 to below 2^256',
  description:
    'Small exponents have turned small faults of padding into forged signatures, very large ones make ' +
    'verification slow. FIPS 186 takes, since its third edition of 2009, odd exponents from 65537 up to 2^256; ' +
    'readers that are stricter take 65537 alone.',
  citation: 'FIPS 186-5, A.1.1',
  source: 'FIPS 186-5',
  effective: '2009-06-01',
  until: null,
  remedy: 'make a new key, with the public exponent 65537',
  applies: ({ publicKey }) => isRsaKey(publicKey),
  finds: ({ publicKey }) => {
    const { exponent } = rsaNumbers(publicKey);
    if (exponent >= 65537n && exponent < 1n << 256n) return [];
    const actual = bitsOf(exponent) > 64 ? `${bitsOf(exponent)} bits` : `${exponent}`;
    const message = 'the RSA public exponent is unusual';
    return [{ message, where: 'publicKey', at: publicKey.subjectPublicKey, expected: '65537', actual }];
  },
});
