import { isRsaKey, rsaNumbers } from '../../find/keys.ts';
import { defineRule, type Rule } from '../../rule.ts';

const PRIMES: readonly number[] = Array.from({ length: 752 }, (_, number) => number).filter(isPrime);
/** One division by it, and then by each prime, is faster than one division of the modulus for each. */
const PRODUCT: bigint = PRIMES.reduce((product, prime) => product * BigInt(prime), 1n);

export const rsaModulusNoSmallFactor: Rule = defineRule({
  id: 'rsa-modulus-no-small-factor',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an RSA modulus has no factor below 752',
  description:
    'A modulus is the product of large primes. One that is even or has another small factor was not made by a ' +
    'key generator, or has lost bits on the way: anybody can then compute the private key, or there is none.',
  citation: 'RFC 8017, 3.1; NIST SP 800-89, 5.3.3',
  source: 'RFC 8017',
  effective: null,
  until: null,
  remedy: 'make a new key, and look for what has changed the old one',
  applies: ({ publicKey }) => isRsaKey(publicKey),
  finds: ({ publicKey }) => {
    const { modulus } = rsaNumbers(publicKey);
    const rest = modulus % PRODUCT;
    const factor = PRIMES.find((prime) => rest % BigInt(prime) === 0n);
    if (modulus > 0n && factor === undefined) return [];
    const message = modulus <= 0n ? 'the RSA modulus is not positive' : `the RSA modulus is a multiple of ${factor}`;
    return [{ message, where: 'publicKey', at: publicKey.subjectPublicKey }];
  },
});

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return number > 1;
}
