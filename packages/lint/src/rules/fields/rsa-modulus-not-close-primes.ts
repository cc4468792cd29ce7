import { LintError } from '../../error.ts';
import { bitsOf, isRsaKey, rsaNumbers } from '../../find/keys.ts';
import { defineRule, type Rule } from '../../rule.ts';

/** As other linters do; careful generators make primes of which it would take more than 2^900. */
const ROUNDS = 100;

export const rsaModulusNotClosePrimes: Rule = defineRule({
  id: 'rsa-modulus-not-close-primes',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the primes of an RSA modulus are not close to each other',
  description:
    'The product of two primes that are near each other lies just below a square, and falls in a moment to the ' +
    'method that Fermat described in 1643. Printers and a cryptographic library have made such keys.',
  citation: 'FIPS 186-5, A.1.3',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'make a new key with another generator; this private key is as good as public',
  applies: ({ publicKey }) => isRsaKey(publicKey),
  finds: ({ publicKey }) => {
    const { modulus } = rsaNumbers(publicKey);
    if (modulus <= 0n || modulus % 2n === 0n) throw new LintError('unreadable', { field: 'publicKey' });
    if (!fallsToFermat(modulus)) return [];
    const message = `Fermat's method finds the primes of the modulus in ${ROUNDS} rounds or less`;
    return [{ message, where: 'publicKey', at: publicKey.subjectPublicKey }];
  },
});

/** Whether the modulus is a² - b² for one of the first values of a above its root. */
function fallsToFermat(modulus: bigint): boolean {
  let a = squareRoot(modulus);
  if (a * a === modulus) return true;
  a += 1n;
  let difference = a * a - modulus;
  for (let round = 0; round < ROUNDS; round++) {
    if (isSquare(difference)) return true;
    difference += 2n * a + 1n;
    a += 1n;
  }
  return false;
}

/** Most numbers are no square modulo 64 already. */
function isSquare(value: bigint): boolean {
  if (!SQUARES_MODULO_64.has(Number(BigInt.asUintN(6, value)))) return false;
  const root = squareRoot(value);
  return root * root === value;
}

const SQUARES_MODULO_64: ReadonlySet<number> = new Set(Array.from({ length: 64 }, (_, i) => (i * i) % 64));

/** The integer part of the root, by Newton's method from above. */
function squareRoot(value: bigint): bigint {
  if (value < 2n) return value;
  let root = 1n << BigInt((bitsOf(value) + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
