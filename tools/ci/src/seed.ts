/** The seed of every property test in CI: the same run for the same code. */
const CI_SEED = 20_240_814;

/**
 * The seed for fast-check: `QUORATE_SEED` if it is set, else a fixed one with `CI=true`, else `otherwise`.
 *
 * @throws TypeError if `QUORATE_SEED` is not a 32-bit whole number
 */
export function chooseSeed(env: Readonly<Record<string, string | undefined>>, otherwise: number): number {
  const asked = env['QUORATE_SEED'];
  if (asked !== undefined && asked !== '') {
    const seed = Number(asked);
    if ((seed | 0) !== seed) throw new TypeError(`QUORATE_SEED must be a 32-bit whole number, not \`${asked}\``);
    return seed;
  }
  return env['CI'] === 'true' ? CI_SEED : otherwise | 0;
}
