import type { SignatureAlgorithm, WithAlgorithms } from '@quorate/crypto';
import { join, type ReturnedSignature } from '../assembly/join.ts';
import { demandBytes, demandExpected } from '../assembly/signed-part.ts';
import { demandAlgorithm, demandFit } from '../key/algorithm.ts';
import { demandKey } from '../key/subject-key.ts';
import { readCsrInfo } from './read-csr-info.ts';

/** With `algorithms`: more kinds of key, such as those of `@quorate/crypto/post-quantum`. */
export interface CsrAssemblyParts extends ReturnedSignature, WithAlgorithms {
  /** The bytes that were signed, as `buildCsrInfo` gave them. */
  readonly info: Uint8Array;
  /** What the signature was made with. */
  readonly algorithm: SignatureAlgorithm;
  /** What the caller built itself: `info` must be the same, byte for byte. Default: not compared. */
  readonly expectedInfo?: Uint8Array;
}

/**
 * Joins a CertificationRequestInfo with its signature, after verifying it under the key inside: the request proves
 * possession of that key. What goes wrong is told apart as for certificates: see `assemble`.
 *
 * @returns the certification request, DER
 * @throws IssueError `request-malformed`, `tbs-differs`, `algorithm-unsupported`, `algorithm-weak`, `algorithm-mismatch`,
 *   `key-…`, `signature-…`, `tbs-mismatch`
 * @throws TypeError as `assemble`
 */
export function assembleCsr(parts: CsrAssemblyParts): Uint8Array {
  const { info, algorithm, expectedInfo } = parts;
  demandBytes({ info, ...(expectedInfo === undefined ? {} : { expectedInfo }) });
  const { publicKey } = readCsrInfo(info);
  demandExpected(info, expectedInfo, 'info');
  const identifier = demandAlgorithm(algorithm, 'algorithm');
  const key = demandKey(publicKey, 'info.publicKey', parts);
  demandFit(algorithm, key, 'key-mismatch', 'info.publicKey');
  const part = {
    path: 'info',
    words: 'the CertificationRequestInfo',
    bytes: info,
    publicKey: null,
    authority: null,
  } as const;
  return join(part, { algorithm, identifier, key, algorithms: parts.algorithms }, parts);
}
