import { looksLikePem } from '@quorate/der';
import { Base64Error, decodeBase64 } from '@quorate/syntax';
import type { Certificate, CertificationRequest } from '@quorate/x509';
import { CERTIFICATE_LABELS, readCertificate } from './answers.ts';
import { CSR_LABELS, parseCsr, readPem } from './csr-member.ts';
import { TsbError } from './error.ts';
import type { RequestStatus } from './request-status.ts';

/** What the `result` of a request is, told by its form: the interface does not say (SKA.md 3.6). */
export type RequestResult =
  | { readonly type: 'none' }
  /** What self-signing answers: the certificate itself must be fetched. */
  | { readonly type: 'true' }
  | { readonly type: 'certificate'; readonly certificate: Certificate }
  | { readonly type: 'csr'; readonly csr: CertificationRequest }
  /** Base64: a signature, or the plaintext of a decryption. */
  | { readonly type: 'bytes'; readonly bytes: Uint8Array }
  /** For instance a one-time code. */
  | { readonly type: 'text'; readonly text: string }
  /** PEM that is neither one certificate nor one CSR. */
  | { readonly type: 'pem-invalid'; readonly why: string };

const PEM_LABELS: readonly string[] = [...CERTIFICATE_LABELS, ...CSR_LABELS];

/** What a request came to. `"true"` is taken as that and not as base64, which it also is. */
export function requestResult(status: RequestStatus): RequestResult {
  const { result } = status;
  if (result === null || result === '') return { type: 'none' };
  if (result === 'true') return { type: 'true' };
  if (looksLikePem(result)) return readPemResult(result);
  try {
    return { type: 'bytes', bytes: decodeBase64(result) };
  } catch (cause) {
    if (cause instanceof Base64Error) return { type: 'text', text: result };
    throw cause;
  }
}

function readPemResult(text: string): RequestResult {
  try {
    const { label, bytes } = readPem(text, PEM_LABELS, 'result');
    if (CSR_LABELS.includes(label)) return { type: 'csr', csr: parseCsr(bytes, 'result') };
    return { type: 'certificate', certificate: readCertificate(bytes, 'result') };
  } catch (cause) {
    if (cause instanceof TsbError) return { type: 'pem-invalid', why: cause.message };
    throw cause;
  }
}
