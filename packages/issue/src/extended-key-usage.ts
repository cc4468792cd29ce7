import { purposeOid as namedPurpose } from '@quorate/x509';
import { IssueError } from './error.ts';
import { demandDistinct } from './key-usage.ts';
import { nearest } from './nearest.ts';
import { isOid, quoted } from './text.ts';

/** Purposes of other documents than RFC 5280. */
const OTHERS: Readonly<Record<string, string>> = {
  /** RFC 9336, 3.1. */
  documentSigning: '1.3.6.1.5.5.7.3.36',
  /** RFC 4945, 5.1.3.12. */
  ipsecIKE: '1.3.6.1.5.5.7.3.17',
  /** RFC 4556, appendix A. */
  keyPurposeClientAuth: '1.3.6.1.5.2.3.4',
  keyPurposeKdc: '1.3.6.1.5.2.3.5',
};

const RFC_5280 = [
  'anyExtendedKeyUsage',
  'serverAuth',
  'clientAuth',
  'codeSigning',
  'emailProtection',
  'timeStamping',
  'OCSPSigning',
];

/** The object identifier of a purpose that has a name here, or `null`. */
function purposeOid(name: string): string | null {
  return namedPurpose(name) ?? (Object.hasOwn(OTHERS, name) ? (OTHERS[name] as string) : null);
}

/**
 * The object identifiers of a list of purposes, in their order.
 *
 * @param purposes names of RFC 5280, 4.2.1.12, as `serverAuth`, some of other documents, or object identifiers
 * @throws IssueError `usage-empty`, `usage-unknown`, `usage-repeated` (by name and by number counts as well)
 */
export function purposeOids(purposes: readonly string[], path: string): readonly string[] {
  const oids = purposes.map((purpose, i) => {
    const oid = purposeOid(purpose) ?? purpose;
    if (typeof purpose !== 'string' || !isOid(oid)) {
      const near = nearest(String(purpose), [...RFC_5280, ...Object.keys(OTHERS)]);
      const expected = `an object identifier or a name, as \`${near ?? 'serverAuth'}\``;
      throw new IssueError('usage-unknown', { path: `${path}[${i}]`, expected, actual: quoted(String(purpose)) });
    }
    return oid;
  });
  demandDistinct(oids, path);
  return oids;
}
