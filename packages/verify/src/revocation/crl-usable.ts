import type { Fault } from '../fault.ts';
import { crlFault } from './crl-fault.ts';
import type { HeldCrl } from './held-crl.ts';

/** reasonCode, invalidityDate, certificateIssuer (RFC 5280, 5.3). */
const KNOWN_IN_ENTRIES: readonly string[] = ['2.5.29.21', '2.5.29.24', '2.5.29.29'];

/**
 * Why a CRL must not be used for any certificate: something critical in it, or in any of its entries, is not known here
 * (RFC 5280, 5.2 and 5.3), or it is not clear whose certificates its entries are about. `null` when it may be used.
 */
export function unusableFault(crl: HeldCrl): Fault | null {
  const unknown = crl.extensions.other.find(({ critical }) => critical);
  if (unknown !== undefined) {
    return crlFault(crl, {
      id: 'revocation.critical',
      where: unknown.oid,
      message: `the CRL has the critical extension \`${unknown.oid}\`, which is not known here, so it must not be used`,
      reference: 'RFC 5280 5.2',
      action: 'ask the issuer for a CRL without it',
    });
  }
  const inEntry = crl.list.criticalEntryExtensions.find((oid) => !KNOWN_IN_ENTRIES.includes(oid));
  if (inEntry !== undefined) {
    return crlFault(crl, {
      id: 'revocation.critical',
      where: 'revokedCertificates',
      message: `an entry of the CRL has the critical extension \`${inEntry}\`, which is not known here, so the CRL must not be used`,
      reference: 'RFC 5280 5.3',
      action: 'ask the issuer for a CRL without it',
    });
  }
  const { unclear } = crl.entries;
  if (unclear === null) return null;
  const message = crl.indirect
    ? 'an entry of the CRL has a certificateIssuer without a directory name: whose certificates are listed is not known'
    : 'an entry of the CRL has a certificateIssuer, but the CRL does not say that it lists certificates of other issuers';
  return crlFault(
    crl,
    {
      id: 'revocation.entry',
      where: 'revokedCertificates',
      message,
      reference: 'RFC 5280 5.3.3',
      action: 'ask the issuer of the CRL for a correct one',
    },
    unclear.bytes,
  );
}
