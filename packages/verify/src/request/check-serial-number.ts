import { hexOf, sameBytes } from '@quorate/der';
import { type Certificate, commonNameOf } from '@quorate/x509';
import { at, rangeOf } from './byte-range.ts';
import type { CertificateRequest } from './certificate-request.ts';
import type { RequestFinding } from './difference.ts';
import { type Check, differs, findingOf, type Remark } from './finding.ts';

const CHECK: Check = {
  id: 'certificate.serial-number',
  where: 'tbsCertificate.serialNumber',
  reference: 'RFC 5280 4.1.2.2; SKA.md 8.2.1, 8.2.4',
  action: 'have it issued anew, with a number that its issuer has not used: revocation goes by number',
};
const MAX_OCTETS = 20;
const MAX_SHOWN = 40;
/** 32 bits, and one octet for the sign. */
const MAX_HASH_OCTETS = 5;

/**
 * Judges the serial number: positive, of at most 20 octets, and the one asked for if one was. A number that is Java's
 * hash of `CN=…` is a warning: the next certificate of that subject will have it again. Whether the issuer has used the
 * number before cannot be seen here.
 */
export function checkSerialNumber(certificate: Certificate, request: CertificateRequest): RequestFinding {
  const { serialNumber } = certificate;
  const remarks: Remark[] = [];
  const zero = serialNumber.every((octet) => octet === 0);
  if (zero) remarks.push({ outcome: 'fail', message: 'it is zero' });
  else if ((serialNumber[0] as number) >= 0x80) remarks.push({ outcome: 'fail', message: 'it is negative' });
  if (serialNumber.length > MAX_OCTETS) {
    remarks.push({ outcome: 'fail', message: `it has ${serialNumber.length} octets, and ${MAX_OCTETS} are allowed` });
  }
  const asked = request.serialNumber;
  if (asked !== null && !sameBytes(asked, serialNumber)) {
    remarks.push(differs('other', 'serialNumber', 'another number than the one asked for'));
  }
  const commonName = commonNameOf(certificate.subject);
  if (commonName !== null && !zero && isHashOf(serialNumber, `CN=${commonName}`)) {
    const message = "it is Java's hash of the subject: each certificate of this subject will have it";
    remarks.push({ outcome: 'warn', message });
  }
  return findingOf(
    at(CHECK, rangeOf(certificate.bytes, serialNumber)),
    remarks,
    asked === null ? 'positive and short enough' : 'the number asked for',
    {
      expected: asked === null ? `positive, at most ${MAX_OCTETS} octets` : hexOf(asked),
      actual: zero ? '0' : numberText(serialNumber),
    },
  );
}

/** The octets, and of too many the first. */
function numberText(octets: Uint8Array): string {
  return octets.length > MAX_SHOWN ? `${hexOf(octets.subarray(0, MAX_SHOWN))} and so on` : hexOf(octets);
}

/** Two's complement, of a few octets. */
function integerOf(octets: Uint8Array): bigint {
  const value = octets.reduce((sum, octet) => (sum << 8n) | BigInt(octet), 0n);
  return BigInt.asIntN(octets.length * 8, value);
}

/** Whether a number is `String.hashCode()` of the text: as it is, without its sign bit, or negated (SKA.md 8.2.3). */
function isHashOf(serialNumber: Uint8Array, text: string): boolean {
  if (serialNumber.length > MAX_HASH_OCTETS) return false;
  const value = integerOf(serialNumber);
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return [hash, -hash, hash >>> 0, hash & 0x7fffffff].some((form) => BigInt(form) === value);
}
