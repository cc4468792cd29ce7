import {
  CryptoError,
  type PublicKey,
  type SignatureAlgorithm,
  signatureAlgorithmOfDer,
  verifySignature,
  type WithAlgorithms,
} from '@quorate/crypto';
import { type CertificationRequest, parseCertificationRequest, X509Error } from '@quorate/x509';
import { IssueError } from './error.ts';
import { demandAlgorithm } from './key/algorithm.ts';
import { demandKey } from './key/subject-key.ts';

/** A certification request whose sender has proved possession of the private key. */
export interface ProvenRequest {
  readonly request: CertificationRequest;
  readonly key: PublicKey;
}

/**
 * Reads a certification request (RFC 2986) and checks its proof of possession: its signature over the exact bytes of its
 * CertificationRequestInfo, under the key in it, by an algorithm without SHA-1. Decides nothing about who sent it, nor about
 * what it asks for.
 *
 * @param options `algorithms`: more kinds of key and signature
 * @throws IssueError `request-malformed`, `request-not-verified`, `key-invalid`, `key-weak`, `algorithm-weak`
 */
export function readProvenRequest(csr: Uint8Array, options: WithAlgorithms = {}): ProvenRequest {
  const request = guard(() => parseCertificationRequest(csr));
  const key = demandKey(request.publicKey, 'csr.publicKey', options);
  const algorithm = readAlgorithm(request, options);
  demandAlgorithm(algorithm, 'csr.signatureAlgorithm');
  const verdict = verifySignature({ algorithm, key, data: request.info, signature: request.signature });
  if (!verdict.valid) {
    throw new IssueError('request-not-verified', {
      path: 'csr.signature',
      expected: `a signature (${algorithm.name}) by the key in the request`,
      actual: verdict.reason.replaceAll('-', ' '),
    });
  }
  return { request, key };
}

function readAlgorithm(request: CertificationRequest, options: WithAlgorithms): SignatureAlgorithm {
  try {
    return signatureAlgorithmOfDer(request.signatureAlgorithm, options);
  } catch (cause) {
    if (cause instanceof CryptoError) {
      throw new IssueError('request-not-verified', { path: 'csr.signatureAlgorithm', cause });
    }
    throw cause;
  }
}

function guard<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof X509Error) throw new IssueError('request-malformed', { path: 'csr', cause });
    throw cause;
  }
}
