import { isRsaKey, rsaNumbers } from '../../find/keys.ts';
import { isForServers } from '../../find/server-certificates.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfRsaExponent: Rule = defineRule({
  id: 'cabf-rsa-exponent',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the exponent of an RSA key is odd and at least 3',
  description:
    'With an even exponent, or 1, RSA is no cipher: what was signed or encrypted cannot be turned back, or is there in ' +
    'the clear. A CA checks this before it issues.',
  citation: 'CABF BR, 6.1.6',
  source: 'CABF BR',
  effective: '2013-02-21',
  until: null,
  remedy: 'make a key with the exponent 65537',
  applies: (certificate) => isForServers(certificate) && isRsaKey(certificate.publicKey),
  finds: ({ publicKey }) => {
    const { exponent } = rsaNumbers(publicKey);
    if (exponent >= 3n && exponent % 2n === 1n) return [];
    const facts = { expected: 'odd, at least 3', actual: exponent.toString().slice(0, 40) };
    return [{ message: 'the exponent is no good one', where: 'publicKey', at: publicKey.subjectPublicKey, ...facts }];
  },
});
