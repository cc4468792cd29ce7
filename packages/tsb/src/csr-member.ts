import { decodePem, looksLikePem, type PemBlock, PemError } from '@quorate/der';
import { type CertificationRequest, parseCertificationRequest, X509Error } from '@quorate/x509';
import { TsbError } from './error.ts';

/** The text where a CSR should be, and the CSR if it is one. */
export interface CsrMember {
  readonly text: string;
  /** `null` when the text is no PEM, as in published samples that have a remark there. */
  readonly csr: CertificationRequest | null;
}

/** RFC 7468 asks for the first; the HSM's servers write the second (SKA.md 8.3). */
export const CSR_LABELS: readonly string[] = ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'];

/**
 * Reads the text of a CSR in a body.
 *
 * @throws TsbError `pem-invalid` when it is PEM and not one CSR
 */
export function readCsrMember(text: string, path: string): CsrMember {
  return { text, csr: looksLikePem(text) ? parseCsr(readPem(text, CSR_LABELS, path).bytes, path) : null };
}

/** @throws TsbError `pem-invalid` */
export function parseCsr(der: Uint8Array, path: string): CertificationRequest {
  try {
    return parseCertificationRequest(der);
  } catch (cause) {
    if (cause instanceof X509Error) throw new TsbError('pem-invalid', { path, cause });
    throw cause;
  }
}

/**
 * The one PEM block in a text.
 *
 * @throws TsbError `pem-invalid` when it cannot be read, or is not one block with one of these labels
 */
export function readPem(text: string, labels: readonly string[], path: string): PemBlock {
  const blocks = pemBlocks(text, path);
  const [block] = blocks;
  if (block !== undefined && blocks.length === 1 && labels.includes(block.label)) return block;
  const expected = `one PEM block \`${labels[0]}\``;
  throw new TsbError('pem-invalid', { path, expected, actual: blocks.map(({ label }) => `\`${label}\``).join(', ') });
}

function pemBlocks(text: string, path: string): PemBlock[] {
  try {
    return decodePem(text);
  } catch (cause) {
    if (cause instanceof PemError) throw new TsbError('pem-invalid', { path, cause });
    throw cause;
  }
}
