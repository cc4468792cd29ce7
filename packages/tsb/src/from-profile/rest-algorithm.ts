import type { SignatureAlgorithm } from '@quorate/crypto';
import { TsbError } from '../error.ts';

/** What the endpoints take that make certificates (SKA.md 3.8, KeytoolSignatureAlgorithm; clients differ, 11.9). */
const KEYTOOL: readonly string[] = [
  'SHA224_WITH_RSA',
  'SHA256_WITH_RSA',
  'SHA384_WITH_RSA',
  'SHA512_WITH_RSA',
  'SHA256_WITH_ECDSA',
  'SHA384_WITH_ECDSA',
  'SHA512_WITH_ECDSA',
];

/**
 * The name of an algorithm in the interface; of several the first.
 *
 * @param endpoint `certificate`: those that make certificates take seven names; `key`: all others take all
 * @throws TsbError `algorithm-unsupported`
 */
export function restAlgorithm(algorithm: SignatureAlgorithm, endpoint: 'certificate' | 'key', path: string): string {
  const names = algorithm.restNames.filter((name) => endpoint === 'key' || KEYTOOL.includes(name));
  const [name] = names;
  if (name !== undefined) return name;
  const expected =
    endpoint === 'key' ? 'an algorithm that the interface has a name for' : `one of ${KEYTOOL.join(', ')}`;
  throw new TsbError('algorithm-unsupported', { path, expected, actual: algorithm.name });
}
