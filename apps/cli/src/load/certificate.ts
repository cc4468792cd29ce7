import { decodePem } from '@quorate/der';
import {
  type Certificate,
  type CertificationRequest,
  parseCertificate,
  parseCertificationRequest,
} from '@quorate/x509';
import type { Context } from '../context.ts';
import { reading, Unusable } from '../unusable.ts';
import { derOf } from './der.ts';
import { kindOf, textOf } from './kind.ts';

const CERTIFICATE = 'a certificate, PEM or DER';
const CSR = 'a certification request (CSR), PEM or DER';

/** Reads a certificate from a file: PEM, DER, or base64 of DER. */
export async function loadCertificate(context: Context, file: string): Promise<Certificate> {
  const bytes = await loadCertificateDer(context, file);
  return reading(file, () => parseCertificate(bytes), `${file} should be ${CERTIFICATE}`);
}

/** The same without looking at what is in the DER: that is for a judgement to do. */
export async function loadCertificateDer(context: Context, file: string): Promise<Uint8Array> {
  return derOf(file, await context.read(file), ['CERTIFICATE'], CERTIFICATE).bytes;
}

/** Reads a CSR (PKCS#10) from a file: PEM under either label, DER, or base64 of DER. */
export async function loadCsr(context: Context, file: string): Promise<CertificationRequest> {
  const bytes = await loadCsrDer(context, file);
  return reading(file, () => parseCertificationRequest(bytes), `${file} should be ${CSR}`);
}

/** The same without looking at what is in the DER. */
export async function loadCsrDer(context: Context, file: string): Promise<Uint8Array> {
  return derOf(file, await context.read(file), ['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'], CSR).bytes;
}

/** Reads one or more certificates from a file: PEM with one block or more, or one as DER. */
export async function loadCertificates(context: Context, file: string): Promise<Uint8Array[]> {
  const bytes = await context.read(file);
  const text = kindOf(bytes) === 'pem' ? textOf(bytes) : null;
  if (text === null) {
    const { bytes: der } = derOf(file, bytes, ['CERTIFICATE'], 'certificates, PEM or DER');
    return [reading(file, () => parseCertificate(der)).bytes];
  }
  const blocks = reading(file, () => decodePem(text));
  const other = blocks.find(({ label }) => label !== 'CERTIFICATE');
  if (other !== undefined) throw new Unusable(`${file}: a PEM block \`${other.label}\`, expected \`CERTIFICATE\``);
  for (const { bytes: der } of blocks) reading(file, () => parseCertificate(der));
  return blocks.map(({ bytes: der }) => der);
}
