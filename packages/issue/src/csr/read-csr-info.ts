import { DerError, encodeSequence, Tag, walkDer } from '@quorate/der';
import { type CertificationRequest, parseCertificationRequest, X509Error } from '@quorate/x509';
import { IssueError } from '../error.ts';
import { readRequestExtensions } from './read-csr.ts';

/** A CertificationRequestInfo as read: a request without its signature. Byte fields are views of a copy. */
export type CsrInfo = Omit<CertificationRequest, 'bytes' | 'signature' | 'signatureAlgorithm'>;

/** An AlgorithmIdentifier without anything in it, and a BIT STRING without bits, in the places of what comes later. */
const UNSIGNED = [Uint8Array.of(Tag.SEQUENCE, 0), Uint8Array.of(Tag.BIT_STRING, 1, 0)];

/**
 * Reads a CertificationRequestInfo (RFC 2986, 4.1), strict DER down to its last element, the extensions that it asks for
 * included. Nothing in it is judged.
 *
 * @param info at most 1 MiB
 * @throws IssueError `request-malformed`
 */
export function readCsrInfo(info: Uint8Array): CsrInfo {
  try {
    walkDer(info);
    const request = parseCertificationRequest(encodeSequence(info, ...UNSIGNED));
    readRequestExtensions(request);
    const { bytes: _, signature: __, signatureAlgorithm: ___, ...read } = request;
    return read;
  } catch (cause) {
    if (!(cause instanceof DerError) && !(cause instanceof X509Error)) throw cause;
    const expected = 'a CertificationRequestInfo in strict DER';
    throw new IssueError('request-malformed', { path: 'info', expected, cause });
  }
}
