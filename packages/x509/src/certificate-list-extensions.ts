import { integerValue, Tag } from '@quorate/der';
import type { CertificateList } from './certificate-list.ts';
import { type CrlDistributionPoints, readCrlDistributionPoints } from './crl-distribution-points.ts';
import { reading, X509Error } from './error.ts';
import type { Extension } from './extension.ts';
import { extensionName } from './extension-name.ts';
import { type IssuingDistributionPoint, readIssuingDistributionPoint } from './issuing-distribution-point.ts';
import { type AuthorityKeyIdentifier, readAuthorityKeyIdentifier } from './key-extensions.ts';
import { type AltName, type InfoAccess, readAltName, readInfoAccess } from './name-extensions.ts';
import { readValue } from './value.ts';

/** cRLNumber (RFC 5280, 5.2.3), or deltaCRLIndicator, whose number is BaseCRLNumber (5.2.4). */
export interface CrlNumber {
  readonly critical: boolean;
  /** From 0, at most 20 octets. */
  readonly number: bigint;
}

/** The extensions of a CRL (RFC 5280, 5.2) as they are read; `null` where there is none. What they say is not judged. */
export interface CertificateListExtensions {
  readonly authorityKeyIdentifier: AuthorityKeyIdentifier | null;
  readonly issuerAltName: AltName | null;
  readonly crlNumber: CrlNumber | null;
  readonly deltaCrlIndicator: CrlNumber | null;
  readonly issuingDistributionPoint: IssuingDistributionPoint | null;
  readonly freshestCrl: CrlDistributionPoints | null;
  readonly authorityInfoAccess: InfoAccess | null;
  /** All that are none of these, unread, in their order. */
  readonly other: readonly Extension[];
}

type Draft = { -readonly [field in keyof CertificateListExtensions]: CertificateListExtensions[field] };

/**
 * The extensions of a CRL, each read to the end by the strict rules of DER and the bounds of RFC 5280, 5.2.
 *
 * @throws X509Error whose `extension` says which one is malformed
 */
export function certificateListExtensions(list: Pick<CertificateList, 'extensions'>): CertificateListExtensions {
  const other: Extension[] = [];
  const draft: Draft = {
    authorityKeyIdentifier: null,
    issuerAltName: null,
    crlNumber: null,
    deltaCrlIndicator: null,
    issuingDistributionPoint: null,
    freshestCrl: null,
    authorityInfoAccess: null,
    other,
  };
  for (const extension of list.extensions) {
    const name = extensionName(extension.oid);
    const known = reading('certificate list', name, () => readInto(draft, name, extension));
    if (!known) other.push(extension);
  }
  return draft;
}

function readInto(draft: Draft, name: string | null, extension: Extension): boolean {
  switch (name) {
    case 'authorityKeyIdentifier':
      draft.authorityKeyIdentifier = readAuthorityKeyIdentifier(extension);
      return true;
    case 'issuerAltName':
      draft.issuerAltName = readAltName(extension);
      return true;
    case 'cRLNumber':
      draft.crlNumber = readCrlNumber(extension);
      return true;
    case 'deltaCRLIndicator':
      draft.deltaCrlIndicator = readCrlNumber(extension);
      return true;
    case 'issuingDistributionPoint':
      draft.issuingDistributionPoint = readIssuingDistributionPoint(extension);
      return true;
    case 'freshestCRL':
      draft.freshestCrl = readCrlDistributionPoints(extension);
      return true;
    case 'authorityInfoAccess':
      draft.authorityInfoAccess = readInfoAccess(extension);
      return true;
    default:
      return false;
  }
}

/** RFC 5280, 5.2.3: users take up to 20 octets, and issuers use no more. */
const MAX_NUMBER_OCTETS = 20;

function readCrlNumber({ critical, value }: Extension): CrlNumber {
  return readValue(value, (reader) => {
    const element = reader.element(Tag.INTEGER);
    const { content, end, source } = element;
    if (end - content > MAX_NUMBER_OCTETS || (source[content] as number) >= 0x80) {
      throw new X509Error('number-invalid', { offset: content });
    }
    return { critical, number: integerValue(element) };
  });
}
