import { type SignatureAlgorithm, signatureAlgorithmOfDer, type WithAlgorithms } from '@quorate/crypto';
import { type CertificateExtensions, requestExtensions, X509Error } from '@quorate/x509';
import { IssueError } from '../error.ts';
import { type ProvenRequest, readProvenRequest } from '../request.ts';

/** A certification request whose sender has proved possession of the private key, and what it asks for. */
export interface CsrReading extends ProvenRequest {
  /** What it is signed with. */
  readonly algorithm: SignatureAlgorithm;
  /** The extensions that it asks for, decoded. */
  readonly extensions: CertificateExtensions;
}

/**
 * Reads a certification request (RFC 2986), strict DER, and checks its proof of possession: its signature over the exact
 * bytes of its CertificationRequestInfo, under the key in it, by an algorithm without SHA-1. Decides nothing about who sent
 * it, nor about what it asks for: that is for the rules of a profile, see `decideFromRequest`.
 *
 * @param csr at most 1 MiB
 * @param options `algorithms`: more kinds of key and signature
 * @throws IssueError `request-malformed`, `request-not-verified`, `key-invalid`, `key-weak`, `algorithm-weak`
 */
export function readCsr(csr: Uint8Array, options: WithAlgorithms = {}): CsrReading {
  const proven = readProvenRequest(csr, options);
  const algorithm = signatureAlgorithmOfDer(proven.request.signatureAlgorithm, options);
  return { ...proven, algorithm, extensions: readRequestExtensions(proven.request) };
}

/**
 * The extensions that a request asks for.
 *
 * @throws IssueError `request-malformed`
 */
export function readRequestExtensions(request: Parameters<typeof requestExtensions>[0]): CertificateExtensions {
  try {
    return requestExtensions(request);
  } catch (cause) {
    if (cause instanceof X509Error) throw new IssueError('request-malformed', { path: 'csr.extensions', cause });
    throw cause;
  }
}
