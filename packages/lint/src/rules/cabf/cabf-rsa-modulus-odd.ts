import { isRsaKey, rsaNumbers } from '../../find/keys.ts';
import { isForServers } from '../../find/server-certificates.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfRsaModulusOdd: Rule = defineRule({
  id: 'cabf-rsa-modulus-odd',
  kinds: ['certificate', 'tbs'],
  severity: 'warning',
  title: 'an RSA modulus is odd',
  description:
    'The modulus is the product of two large primes, which are odd. An even one is the product of 2 and a number that ' +
    'anybody can write down: the key is no secret.',
  citation: 'CABF BR, 6.1.6',
  source: 'CABF BR',
  effective: '2013-02-21',
  until: null,
  remedy: 'make another key, and find out what made this one',
  applies: (certificate) => isForServers(certificate) && isRsaKey(certificate.publicKey),
  finds: ({ publicKey }) => {
    if (rsaNumbers(publicKey).modulus % 2n !== 0n) return [];
    return [{ message: 'the modulus is even', where: 'publicKey', at: publicKey.subjectPublicKey }];
  },
});
