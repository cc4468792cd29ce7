import { type CertificateExtensions, purposeName } from '@quorate/x509';
import type { Fault } from '../fault.ts';
import { placeOf } from './check-certificate.ts';
import type { Member } from './member.ts';

/** anyExtendedKeyUsage (RFC 5280, 4.2.1.12). */
const ANY_PURPOSE = '2.5.29.37.0';

/** A purpose for people: its name in RFC 5280, else the OID. */
export function purposeText(oid: string): string {
  return purposeName(oid) ?? oid;
}

/** Whether a certificate is good for a purpose: no extKeyUsage, or one with it or with anyExtendedKeyUsage. */
export function purposeFault(member: Member, extensions: CertificateExtensions, purpose: string): Fault | null {
  const usage = extensions.extendedKeyUsage;
  if (usage === null || usage.purposes.includes(purpose) || usage.purposes.includes(ANY_PURPOSE)) return null;
  return {
    id: 'path.purpose',
    where: 'extensions.extKeyUsage',
    message: `it is not for ${purposeText(purpose)}`,
    expected: purposeText(purpose),
    actual: usage.purposes.map(purposeText).join(', '),
    reference: 'RFC 5280 4.2.1.12',
    object: member.object,
    ...placeOf(member, '2.5.29.37'),
    action: 'use a certificate that was issued for this purpose',
  };
}
