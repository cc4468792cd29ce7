import { keyFingerprint } from '@quorate/crypto';
import { isoTime } from '@quorate/der';
import { encodeBase64 } from '@quorate/syntax';
import type { Certificate, CertificationRequest } from '@quorate/x509';
import { certificateExtensions, nameText, requestExtensions } from '@quorate/x509';
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
    extensions: jsonable(certificateExtensions(certificate)),
    sha256: keyFingerprint(certificate.bytes),
  };
}

/** A CSR as JSON, likewise. */
export function csrJson(csr: CertificationRequest): unknown {
  return {
    subject: nameText(csr.subject),
    publicKey: encodeBase64(csr.publicKey),
    signatureAlgorithm: algorithmInWords(csr.signatureAlgorithm),
    extensions: jsonable(requestExtensions(csr)),
    sha256: keyFingerprint(csr.bytes),
  };
}

/** Bytes as base64, names as text, all the way down. */
function jsonable(value: unknown): unknown {
  if (value instanceof Uint8Array) return encodeBase64(value);
  if (Array.isArray(value)) return value.map(jsonable);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if ('rdns' in value && 'bytes' in value) return nameText(value as Parameters<typeof nameText>[0]);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, jsonable(member)]));
}
