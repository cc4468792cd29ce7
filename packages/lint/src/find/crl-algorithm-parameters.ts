import type { RawAlgorithm } from '../object/raw-algorithm.ts';
import { isPostQuantum } from './post-quantum.ts';

/** Signature algorithms by what their parameters must be. */
const NULL: ReadonlySet<string> = new Set(
  [2, 4, 5, 11, 12, 13, 14, 15, 16].map((number) => `1.2.840.113549.1.1.${number}`),
);
const ABSENT: ReadonlySet<string> = new Set([
  '1.2.840.10040.4.3',
  '2.16.840.1.101.3.4.3.1',
  '2.16.840.1.101.3.4.3.2',
  '1.2.840.10045.4.1',
  '1.2.840.10045.4.3.1',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
  '1.3.101.112',
  '1.3.101.113',
]);

/**
 * What the parameters of a signature algorithm must be: `NULL` with RSASSA-PKCS1-v1_5 (RFC 3279, 2.2.1; RFC 4055, 5),
 * `absent` with DSA, ECDSA, EdDSA, ML-DSA and SLH-DSA (RFC 3279, 2.2.2 and 2.2.3; RFC 5758, 3; RFC 8410, 3; RFC 9881, 2;
 * RFC 9909, 3). `null`: something else, or the
 * algorithm is not known here.
 */
export function parametersOf({ oid }: RawAlgorithm): 'NULL' | 'absent' | null {
  if (NULL.has(oid)) return 'NULL';
  return ABSENT.has(oid) || isPostQuantum(oid) ? 'absent' : null;
}

/** Whether the parameters are what `parametersOf` says. */
export function hasParameters({ parameters }: RawAlgorithm, expected: 'NULL' | 'absent'): boolean {
  if (parameters === null) return expected === 'absent';
  return expected === 'NULL' && parameters.length === 2 && parameters[0] === 0x05 && parameters[1] === 0;
}
