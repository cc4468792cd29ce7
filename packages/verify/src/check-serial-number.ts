import { sameBytes } from '@quorate/der';
import type { Finding } from '@quorate/report';
import { type Certificate, commonNameOf } from '@quorate/x509';
import type { CertificateRequest } from './certificate-request.ts';
import { type Check, findingOf, type Remark } from './finding.ts';
import { hex } from './hex.ts';

const CHECK: Check = {
  id: 'certificate.serial-number',
  where: 'tbsCertificate.serialNumber',
  reference: 'RFC 5280 4.1.2.2; SKA.md 8.2.1, 8.2.4',
};
const MAX_OCTETS = 20;

/**
 * Judges the serial number: positive, of at most 20 octets, and the one asked for if one was. A number that is Java's
 * hash of `CN=…` is a warning: the next certificate of that subject will have it again. Whether the issuer has used the
 * number before cannot be seen here.
 */
export function checkSerialNumber(certificate: Certificate, request: CertificateRequest): Finding {
  const { serialNumber } = certificate;
  const remarks: Remark[] = [];
  const value = integerOf(serialNumber);
  if (value <= 0n) remarks.push({ outcome: 'fail', message: value === 0n ? 'it is zero' : 'it is negative' });
  if (serialNumber.length > MAX_OCTETS) {
    remarks.push({ outcome: 'fail', message: `it has ${serialNumber.length} octets, and ${MAX_OCTETS} are allowed` });
  }
  const asked = request.serialNumber;
  if (asked !== null && !sameBytes(asked, serialNumber)) {
    remarks.push({ outcome: 'fail', message: 'another number than the one asked for' });
  }
  const commonName = commonNameOf(certificate.subject);
  if (commonName !== null && value !== 0n && isHashOf(value, `CN=${commonName}`)) {
    const message = "it is Java's hash of the subject: each certificate of this subject will have it";
    remarks.push({ outcome: 'warn', message });
  }
  return findingOf(CHECK, remarks, asked === null ? 'positive and short enough' : 'the number asked for', {
    expected: asked === null ? `positive, at most ${MAX_OCTETS} octets` : hex(asked),
    actual: value === 0n ? '0' : hex(serialNumber),
  });
}

/** Two's complement. */
function integerOf(octets: Uint8Array): bigint {
  const value = octets.reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n);
  return BigInt.asIntN(octets.length * 8, value);
}

/** Whether a number is `String.hashCode()` of the text: as it is, without its sign bit, or negated (SKA.md 8.2.3). */
function isHashOf(value: bigint, text: string): boolean {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return [hash, -hash, hash >>> 0, hash & 0x7fffffff].some((form) => BigInt(form) === value);
}
