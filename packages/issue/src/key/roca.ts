/**
 * Moduli of a library for smart cards and TPMs that made its primes as multiples of a primorial plus a power of 65537, so
 * that they can be factored (CVE-2017-15361; CA/Browser Forum, Baseline Requirements 6.1.1.3): modulo every small prime they
 * are a power of 65537.
 */

const GENERATOR = 65537;
/** In the primorial of all sizes of key that the library made. */
const LARGEST = 167;

/** A small prime, and which remainders are powers of 65537; `null` for primes of which all are. */
function powersModulo(prime: number): ReadonlySet<number> | null {
  const powers = new Set<number>();
  for (let power = 1; !powers.has(power); power = (power * GENERATOR) % prime) powers.add(power);
  return powers.size === prime - 1 ? null : powers;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) if (number % divisor === 0) return false;
  return number > 1;
}

let tests: readonly (readonly [bigint, ReadonlySet<number>])[] | null = null;

/**
 * Whether an RSA modulus is one of these. Of others one in about 2^27 looks the same.
 *
 * @param modulus of any size
 */
export function isRocaModulus(modulus: bigint): boolean {
  tests ??= Array.from({ length: LARGEST + 1 }, (_, number) => number)
    .filter((number) => number > 2 && isPrime(number))
    .flatMap((prime) => {
      const powers = powersModulo(prime);
      return powers === null ? [] : [[BigInt(prime), powers] as const];
    });
  return tests.every(([prime, powers]) => powers.has(Number(modulus % prime)));
}
