import { type KeyUsage, purposeName } from '@quorate/x509';

/** The usages that may go with each purpose (RFC 5280, 4.2.1.12). */
const USAGES: Readonly<Record<string, readonly KeyUsage[]>> = {
  serverAuth: ['digitalSignature', 'keyEncipherment', 'keyAgreement'],
  clientAuth: ['digitalSignature', 'keyAgreement'],
  codeSigning: ['digitalSignature'],
  emailProtection: ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'keyAgreement'],
  timeStamping: ['digitalSignature', 'nonRepudiation'],
  OCSPSigning: ['digitalSignature', 'nonRepudiation'],
};

/** The usages of which one goes with a purpose (an OID); `null` for purposes of which the standard does not say. */
export function usagesOfPurpose(oid: string): readonly KeyUsage[] | null {
  return USAGES[purposeName(oid) ?? ''] ?? null;
}
