import {
  type AlgorithmSupport,
  CryptoError,
  encodeSignatureAlgorithm,
  type SignatureAlgorithm,
  signatureAlgorithmByName,
  signatureAlgorithmOfDer,
} from '@quorate/crypto';
import { hexOf } from '@quorate/der';
import { IssueError } from '../error.ts';
import { bytesOfText, textOfBytes } from './bytes-text.ts';

/** What readers and writers of profiles know beside what is always known. */
export interface MoreAlgorithms {
  /** More signature algorithms, such as those of `@quorate/crypto/post-quantum`. */
  readonly algorithms?: Pick<AlgorithmSupport, 'signatureAlgorithms'> | undefined;
}

/**
 * The algorithm with a name of the REST interface, with that of an algorithm that is added, or with this AlgorithmIdentifier.
 *
 * @throws IssueError `profile-malformed`
 */
export function readAlgorithm(text: string, options: MoreAlgorithms): SignatureAlgorithm {
  const path = 'signatureAlgorithm';
  const algorithms = options.algorithms && { keyReaders: new Map(), ...options.algorithms };
  try {
    return /^(?:hex|base64):/.test(text)
      ? signatureAlgorithmOfDer(bytesOfText(text, path), { algorithms })
      : signatureAlgorithmByName(text, { algorithms });
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
export function writeAlgorithm(algorithm: SignatureAlgorithm, options: MoreAlgorithms): string {
  if (algorithm.oid === null) {
    const [path, expected] = ['signatureAlgorithm', 'an algorithm with an object identifier'];
    throw new IssueError('algorithm-unsupported', { path, expected, actual: algorithm.name });
  }
  const identifier = encodeSignatureAlgorithm(algorithm);
  const same = (name: string): boolean => {
    try {
      return hexOf(encodeSignatureAlgorithm(readAlgorithm(name, options))) === hexOf(identifier);
    } catch (cause) {
      if (cause instanceof IssueError || cause instanceof CryptoError) return false;
      throw cause;
    }
  };
  return [...algorithm.restNames, algorithm.name].find(same) ?? textOfBytes(identifier);
}
