import {
  CryptoError,
  encodeSignatureAlgorithm,
  type SignatureAlgorithm,
  signatureAlgorithmByName,
  signatureAlgorithmOfDer,
} from '@quorate/crypto';
import { hexOf } from '@quorate/der';
import { IssueError } from '../error.ts';
import { bytesOfText, textOfBytes } from './bytes-text.ts';

/**
 * The algorithm with a name of the REST interface, one of those given, or with this AlgorithmIdentifier.
 *
 * @throws IssueError `profile-malformed`
 */
export function readAlgorithm(text: string, more: readonly SignatureAlgorithm[]): SignatureAlgorithm {
  const path = 'signatureAlgorithm';
  const added = more.find(({ name, restNames }) => name === text || restNames.includes(text));
  if (added !== undefined) return added;
  try {
    return /^(?:hex|base64):/.test(text)
      ? signatureAlgorithmOfDer(bytesOfText(text, path))
      : signatureAlgorithmByName(text);
  } catch (cause) {
    if (!(cause instanceof CryptoError)) throw cause;
    throw new IssueError('profile-malformed', { path, cause });
  }
}

/**
 * A name of the algorithm that reads as the same, or else its AlgorithmIdentifier.
 *
 * @throws IssueError `algorithm-unsupported`
 */
export function writeAlgorithm(algorithm: SignatureAlgorithm, more: readonly SignatureAlgorithm[]): string {
  if (algorithm.oid === null) {
    const [path, expected] = ['signatureAlgorithm', 'an algorithm with an object identifier'];
    throw new IssueError('algorithm-unsupported', { path, expected, actual: algorithm.name });
  }
  const identifier = encodeSignatureAlgorithm(algorithm);
  const same = (name: string): boolean => {
    try {
      return hexOf(encodeSignatureAlgorithm(readAlgorithm(name, more))) === hexOf(identifier);
    } catch (cause) {
      if (cause instanceof IssueError || cause instanceof CryptoError) return false;
      throw cause;
    }
  };
  return [...algorithm.restNames, algorithm.name].find(same) ?? textOfBytes(identifier);
}
