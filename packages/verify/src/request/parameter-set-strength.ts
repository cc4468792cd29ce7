import type { KeyType } from '@quorate/crypto';

/**
 * A number that grows with the strength of a parameter set among those of its scheme: 44, 65, 87 of ML-DSA (FIPS 204,
 * table 1), 128, 192, 256 of SLH-DSA (FIPS 205, table 2), small or fast. Zero for keys without parameter sets.
 */
export function parameterSetStrength(type: KeyType): number {
  return Number(/^(?:ml|slh)-dsa-(?:.*-)?(\d+)[sf]?$/.exec(type)?.[1] ?? 0);
}
