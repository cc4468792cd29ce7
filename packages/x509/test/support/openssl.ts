import { X509Certificate } from 'node:crypto';
import type { Certificate, Name } from '../../src/index.ts';

/** Short names as OpenSSL prints them. */
const SHORT: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.42': 'GN',
  '2.5.4.43': 'initials',
  '2.5.4.44': 'generationQualifier',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.65': 'pseudonym',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
};

/** A name as Node prints it: one RDN a line. */
function multiline(name: Name): string {
  const value = (text: string | null): string => (text ?? '').replace(/[,+"\\<>;]|^[ #]| $/g, '\\$&');
  return name.rdns
    .map((rdn) => rdn.map(({ type, text }) => `${SHORT[type] ?? type}=${value(text)}`).join(' + '))
    .join('\n');
}

function number(serial: Uint8Array): bigint {
  const hex = Buffer.from(serial).toString('hex');
  return BigInt.asIntN(8 * serial.length, BigInt(`0x${hex}`));
}

function signed(hex: string): bigint {
  return hex.startsWith('-') ? -BigInt(`0x${hex.slice(1)}`) : BigInt(`0x${hex}`);
}

/** The fields that Node gives too, as read here and as read there. */
export function twoReadings(certificate: Certificate): { here: object; there: object } {
  const other = new X509Certificate(certificate.bytes);
  return {
    here: {
      subject: multiline(certificate.subject),
      issuer: multiline(certificate.issuer),
      serialNumber: number(certificate.serialNumber),
      notBefore: certificate.notBefore.seconds,
      notAfter: certificate.notAfter.seconds,
      publicKey: Buffer.from(certificate.publicKey).toString('hex'),
    },
    there: {
      subject: other.subject ?? '',
      issuer: other.issuer ?? '',
      serialNumber: signed(other.serialNumber),
      notBefore: Date.parse(other.validFrom) / 1000,
      notAfter: Date.parse(other.validTo) / 1000,
      publicKey: other.publicKey.export({ type: 'spki', format: 'der' }).toString('hex'),
    },
  };
}
