import type { SignatureAlgorithm } from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import { parseCertificationRequest } from '@quorate/x509';
import { demandAlgorithm, demandFit } from '../algorithm.ts';
import { join, type ReturnedSignature } from '../assembly/join.ts';
import { demandBytes, demandExpected } from '../assembly/signed-part.ts';
import { IssueError } from '../error.ts';
import { demandKey } from '../subject-key.ts';
import { readCsrInfo } from './read-csr-info.ts';

export interface CsrAssemblyParts extends ReturnedSignature {
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
  const key = demandKey(publicKey, 'info.publicKey');
  demandFit(algorithm, key, 'key-mismatch', 'info.publicKey');
  const part = {
    path: 'info',
    words: 'the CertificationRequestInfo',
    bytes: info,
    publicKey: null,
    authority: null,
  } as const;
  const { bytes, signature } = join(part, { algorithm, identifier, key }, parts);
  const read = parseCertificationRequest(bytes);
  if (!sameBytes(read.info, info) || !sameBytes(read.signature, signature)) {
    throw new IssueError('encoding-fault', { path: 'csr', expected: 'the info and signature given' });
  }
  return bytes;
}
