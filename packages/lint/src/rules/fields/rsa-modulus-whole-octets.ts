import { bitsOf, isRsaKey, rsaNumbers } from '../../find/keys.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const rsaModulusWholeOctets: Rule = defineRule({
  id: 'rsa-modulus-whole-octets',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'notice',
  title: 'the length of an RSA modulus is a multiple of eight bits',
  description:
    'Generators make moduli of whole octets. Another length is the mark of one that multiplied primes without ' +
    'looking, and some smart cards and HSMs cannot hold such a key.',
  citation: 'no standard; CABF BR, 6.1.5, for servers',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'make a new key of 2048, 3072 or 4096 bits',
  applies: ({ publicKey }) => isRsaKey(publicKey),
  finds: ({ publicKey }) => {
    const bits = bitsOf(rsaNumbers(publicKey).modulus);
    if (bits % 8 === 0) return [];
    const message = 'the RSA modulus is not of whole octets';
    const facts = { expected: 'a multiple of 8 bits', actual: `${bits} bits` };
    return [{ message, where: 'publicKey', at: publicKey.subjectPublicKey, ...facts }];
  },
});
