import { keyFingerprint } from '@quorate/crypto';
import { isoTime } from '@quorate/der';
import { encodeBase64 } from '@quorate/syntax';
import type { Certificate, CertificationRequest } from '@quorate/x509';
import { certificateExtensions, nameText, requestExtensions } from '@quorate/x509';
import { asJson } from './as-json.ts';
import { algorithmInWords } from './print-certificate.ts';
import { hex } from './text.ts';

/** A certificate as JSON: the library's fields, names as RFC 4514 text, times ISO 8601 in UTC, bytes as base64. */
export function certificateJson(certificate: Certificate): unknown {
  return {
    version: certificate.version,
    serialNumber: hex(certificate.serialNumber),
    signatureAlgorithm: algorithmInWords(certificate.signatureAlgorithm),
    issuer: nameText(certificate.issuer),
    subject: nameText(certificate.subject),
    notBefore: isoTime(certificate.notBefore.seconds),
    notAfter: isoTime(certificate.notAfter.seconds),
    publicKey: encodeBase64(certificate.publicKey),
    extensions: asJson(certificateExtensions(certificate)),
    sha256: keyFingerprint(certificate.bytes),
  };
}

/** A CSR as JSON, likewise. */
export function csrJson(csr: CertificationRequest): unknown {
  return {
    subject: nameText(csr.subject),
    publicKey: encodeBase64(csr.publicKey),
    signatureAlgorithm: algorithmInWords(csr.signatureAlgorithm),
    extensions: asJson(requestExtensions(csr)),
    sha256: keyFingerprint(csr.bytes),
  };
}
