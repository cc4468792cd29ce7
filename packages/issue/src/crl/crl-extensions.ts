import { contextPrimitive, encodeElement, encodeInteger, encodeSequence } from '@quorate/der';
import type { CertificateListExtensions } from '@quorate/x509';
import { IssueError } from '../error.ts';
import {
  distributionPointName,
  distributionPoints,
  encodeReasons,
  reasonFlags,
} from '../extension/distribution-points.ts';
import { authorityKeyIdentifier } from '../extension/key-identifiers.ts';
import { alternativeNames, infoAccess } from '../extension/name-extensions.ts';
import type { ExtensionContent } from '../extension/planned-extension.ts';
import { meantNames } from '../name/general-name.ts';
import type { CrlProfile, IssuingDistributionPointProfile } from './crl-profile.ts';

/** An extension of a CRL that is about to be written. */
export interface PlannedCrlExtension extends ExtensionContent {
  readonly oid: string;
  readonly critical: boolean;
  /** How it is read again. */
  readonly read: Exclude<keyof CertificateListExtensions, 'other'>;
}

export interface CrlNumbers {
  readonly crlNumber: bigint;
  /** `null`: a complete CRL. */
  readonly baseCrlNumber: bigint | null;
}

/**
 * The extensions of a CRL, in the order of RFC 5280, 5.2: authorityKeyIdentifier, issuerAltName, cRLNumber,
 * deltaCRLIndicator, issuingDistributionPoint, freshestCRL, authorityInfoAccess. deltaCRLIndicator and
 * issuingDistributionPoint are critical. freshestCRL is left out of delta CRLs.
 *
 * @param keyIdentifier the issuer's, byte for byte
 * @throws IssueError `crl-scope-invalid`, `extension-invalid`, `alternative-name-invalid`, and the codes of a
 *   distinguished name
 */
export function planCrlExtensions(
  profile: CrlProfile,
  { crlNumber, baseCrlNumber }: CrlNumbers,
  keyIdentifier: Uint8Array,
): readonly PlannedCrlExtension[] {
  const { issuerAltName, issuingDistributionPoint, freshestCrl, authorityInfoAccess } = profile;
  const planned: PlannedCrlExtension[] = [];
  const add = (oid: string, critical: boolean, read: PlannedCrlExtension['read'], content: ExtensionContent): void => {
    planned.push({ oid, critical, read, ...content });
  };
  const authority = authorityKeyIdentifier({ keyIdentifier, certificate: null });
  add('2.5.29.35', false, 'authorityKeyIdentifier', authority);
  if (issuerAltName !== undefined) {
    add('2.5.29.18', false, 'issuerAltName', alternativeNames(issuerAltName, 'issuerAltName'));
  }
  add('2.5.29.20', false, 'crlNumber', { value: encodeInteger(crlNumber), meant: { number: crlNumber } });
  if (baseCrlNumber !== null) {
    const base = { value: encodeInteger(baseCrlNumber), meant: { number: baseCrlNumber } };
    add('2.5.29.27', true, 'deltaCrlIndicator', base);
  }
  if (issuingDistributionPoint !== undefined) {
    add('2.5.29.28', true, 'issuingDistributionPoint', issuingPoint(issuingDistributionPoint));
  }
  if (freshestCrl !== undefined) {
    const points = distributionPoints(
      freshestCrl.map(({ fullName }) => ({ fullName })),
      'freshestCrl',
    );
    if (baseCrlNumber === null) add('2.5.29.46', false, 'freshestCrl', points);
  }
  if (authorityInfoAccess !== undefined) {
    authorityInfoAccess.forEach(({ method }, i) => {
      if (method === 'caIssuers' || method === CA_ISSUERS) return;
      refuse(`authorityInfoAccess[${i}].method`, 'caIssuers (RFC 5280, 5.2.7)', String(method));
    });
    add('1.3.6.1.5.5.7.1.1', false, 'authorityInfoAccess', infoAccess(authorityInfoAccess, 'authorityInfoAccess'));
  }
  return planned;
}

const CA_ISSUERS = '1.3.6.1.5.5.7.48.2';

function issuingPoint(point: IssuingDistributionPointProfile): ExtensionContent {
  const path = 'issuingDistributionPoint';
  const { fullName, onlySomeReasons } = point;
  const [users, cas, indirect] = [point.onlyContainsUserCerts, point.onlyContainsCACerts, point.indirectCRL].map(
    (flag) => flag === true,
  );
  if (users && cas) refuse(path, 'at most one of onlyContainsUserCerts and onlyContainsCACerts', 'both');
  const fields: Uint8Array[] = [];
  if (fullName !== undefined) fields.push(distributionPointName(fullName, `${path}.fullName`));
  if (users) fields.push(flag(1));
  if (cas) fields.push(flag(2));
  if (onlySomeReasons !== undefined) fields.push(encodeReasons(onlySomeReasons, 3, `${path}.onlySomeReasons`));
  if (indirect) fields.push(flag(4));
  if (fields.length === 0) refuse(path, 'at least one member, or no such extension', 'none');
  const names = fullName === undefined ? null : meantNames(fullName, `${path}.fullName`);
  const meant = {
    distributionPoint: names && { fullName: names, nameRelativeToCRLIssuer: null },
    onlyContainsUserCerts: users,
    onlyContainsCACerts: cas,
    onlySomeReasons: onlySomeReasons && reasonFlags.filter((reason) => onlySomeReasons.includes(reason)),
    indirectCRL: indirect,
    onlyContainsAttributeCerts: false,
  };
  return { value: encodeSequence(...fields), meant: { ...meant, onlySomeReasons: meant.onlySomeReasons ?? null } };
}

/** BOOLEAN TRUE under the tag `[number]`. */
function flag(number: number): Uint8Array {
  return encodeElement(contextPrimitive(number), Uint8Array.of(0xff));
}

function refuse(path: string, expected: string, actual: string): never {
  throw new IssueError('crl-scope-invalid', { path, expected, actual });
}
