import { CryptoError, describeKey, keyFingerprint, parsePublicKey, signatureAlgorithmOfDer } from '@quorate/crypto';
import { postQuantum } from '@quorate/crypto/post-quantum';
import type { Certificate, CertificationRequest } from '@quorate/x509';
import { certificateExtensions, nameText, requestExtensions } from '@quorate/x509';
import type { Context } from './context.ts';
import { extensionLines } from './extension-lines.ts';
import { printLines } from './print-lines.ts';
import { hex, utc } from './text.ts';

/** Prints a certificate: all that matters on one screen. */
export function printCertificate(context: Context, certificate: Certificate): void {
  printLines(context, [
    ['subject', nameText(certificate.subject) || '(empty)'],
    ['issuer', nameText(certificate.issuer) || '(empty)'],
    ['serial', hex(certificate.serialNumber)],
    ['not before', utc(certificate.notBefore.seconds)],
    ['not after', utc(certificate.notAfter.seconds)],
    ['key', keyInWords(certificate.publicKey)],
    ['signed with', algorithmInWords(certificate.signatureAlgorithm)],
    ['version', String(certificate.version)],
    ...extensionLines(certificateExtensions(certificate)),
    ['SHA-256', keyFingerprint(certificate.bytes)],
  ]);
}

/** Prints a CSR: who asks for what. */
export function printCsr(context: Context, csr: CertificationRequest): void {
  printLines(context, [
    ['subject', nameText(csr.subject) || '(empty)'],
    ['key', keyInWords(csr.publicKey)],
    ['signed with', algorithmInWords(csr.signatureAlgorithm)],
    ...extensionLines(requestExtensions(csr)),
    ['SHA-256', keyFingerprint(csr.bytes)],
  ]);
}

/** A key in words: kind, size and the beginning of the SHA-256 of its SubjectPublicKeyInfo. */
export function keyInWords(publicKey: Uint8Array): string {
  return `${kindOfKey(publicKey)}, SHA-256 ${keyFingerprint(publicKey).slice(0, 16)}…`;
}

/** A kind of key in words, with its size. */
export function kindOfKey(publicKey: Uint8Array): string {
  try {
    return describeKey(parsePublicKey(publicKey, { algorithms: postQuantum }));
  } catch (error) {
    if (error instanceof CryptoError) return `a key not usable here (${error.message})`;
    throw error;
  }
}

/** The name of a signature algorithm. */
export function algorithmInWords(identifier: Uint8Array): string {
  try {
    return signatureAlgorithmOfDer(identifier, { algorithms: postQuantum }).name;
  } catch (error) {
    if (error instanceof CryptoError) return `an algorithm not known here (${error.message})`;
    throw error;
  }
}
