import { hexOf } from '@quorate/der';
import { type DistributionPointName, type GeneralName, type Name, nameKey } from '@quorate/x509';

/**
 * How many names of one point are looked at. Those in use have one to three; what is left out can only make a CRL not
 * match, never match.
 */
export const MAX_POINT_NAMES = 64;

/**
 * The names of a distribution point as keys, of which two are equal when the names are the same by RFC 5280, 7.
 *
 * @param bases the CRL issuers that a nameRelativeToCRLIssuer is relative to
 */
export function pointNameKeys(point: DistributionPointName, bases: readonly Name[]): string[] {
  const { fullName, nameRelativeToCRLIssuer: relative } = point;
  if (fullName !== null) return fullName.slice(0, MAX_POINT_NAMES).map(generalNameKey);
  if (relative === null) return [];
  // RFC 5280, 4.2.1.13: appended to the name of the CRL issuer. A key is made of the relative names alone.
  return bases.map((base) => `directoryName:${nameKey({ ...base, rdns: [...base.rdns, relative] })}`);
}

/** Equal for names of one type that are the same: RFC 5280, 7.1 to 7.5. */
export function generalNameKey(name: GeneralName): string {
  switch (name.type) {
    case 'directoryName':
      return `${name.type}:${nameKey(name.name)}`;
    case 'uniformResourceIdentifier':
      return `${name.type}:${uriKey(name.value)}`;
    case 'dNSName':
      return `${name.type}:${lower(name.value)}`;
    case 'rfc822Name':
      return `${name.type}:${hostLower(name.value)}`;
    case 'registeredID':
      return `${name.type}:${name.oid}`;
    default:
      return `${name.type}:${hexOf(name.bytes)}`;
  }
}

/** RFC 5280, 7.4: scheme and host without regard to case, the rest as it stands. */
function uriKey(uri: string): string {
  const parts = /^([A-Za-z][A-Za-z0-9+.-]*:)(\/\/[^/?#]*)?/.exec(uri);
  if (parts === null) return uri;
  const [opening, scheme = '', authority = ''] = parts;
  return `${lower(scheme)}${hostLower(authority)}${uri.slice(opening.length)}`;
}

/** What stands before the last `@` as it is, what stands behind it in lower case. */
function hostLower(text: string): string {
  const at = text.lastIndexOf('@') + 1;
  return text.slice(0, at) + lower(text.slice(at));
}

/** ASCII letters alone. */
function lower(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
