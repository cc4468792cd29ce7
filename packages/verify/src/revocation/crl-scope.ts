import { nameKey } from '@quorate/x509';
import type { Fault } from '../fault.ts';
import { crlFault } from './crl-fault.ts';
import type { HeldCrl } from './held-crl.ts';
import { generalNameKey, MAX_POINT_NAMES, pointNameKeys } from './point-name.ts';
import type { RevocationQuestion } from './question.ts';
import { NO_REASONS, type ReasonSet, reasonSet } from './reasons.ts';

/** A distribution point of the certificate, ready for comparison. */
export interface CrlPoint {
  /** Name keys of its cRLIssuer; `null` when absent: the certificate's issuer. */
  readonly issuerKeys: readonly string[] | null;
  /** Keys of the names of which an issuingDistributionPoint must have one. */
  readonly nameKeys: ReadonlySet<string>;
  readonly reasons: ReasonSet;
}

/** Points of one certificate that are looked at; those in use have up to some ten. What is left out covers nothing. */
const MAX_POINTS = 64;

/**
 * The distribution points of a certificate, and the one that RFC 5280, 6.3.3 (end) assumes for the CRLs of its issuer
 * which no point specifies: all reasons, named by the issuer's name and issuerAltName.
 */
export function crlPoints({ certificate, extensions }: RevocationQuestion): CrlPoint[] {
  const { issuer } = certificate;
  const points: CrlPoint[] = [];
  for (const point of extensions.crlDistributionPoints?.points.slice(0, MAX_POINTS) ?? []) {
    const names = point.cRLIssuer?.slice(0, MAX_POINT_NAMES) ?? null;
    const issuers = names?.flatMap((name) => (name.type === 'directoryName' ? [name.name] : [])) ?? null;
    const unnamed = point.fullName === null && point.nameRelativeToCRLIssuer === null;
    const keys = unnamed ? (names ?? []).map(generalNameKey) : pointNameKeys(point, issuers ?? [issuer]);
    points.push({
      issuerKeys: issuers?.map(nameKey) ?? null,
      nameKeys: new Set(keys),
      reasons: reasonSet(point.reasons),
    });
  }
  const alternatives = extensions.issuerAltName?.names.slice(0, MAX_POINT_NAMES) ?? [];
  const assumed = [{ type: 'directoryName', name: issuer } as const, ...alternatives];
  points.push({ issuerKeys: null, nameKeys: new Set(assumed.map(generalNameKey)), reasons: reasonSet(null) });
  return points;
}

/**
 * The reasons for which a CRL speaks about the certificate (RFC 5280, 6.3.3 (b) and (d)): the interim_reasons_mask,
 * joined over all points that it matches. Or why it does not speak about it.
 *
 * @param issuerKey name key of the certificate's issuer
 */
export function coveredReasons(
  crl: HeldCrl,
  points: readonly CrlPoint[],
  issuerKey: string,
  isCa: boolean,
): ReasonSet | Fault {
  const idp = crl.extensions.issuingDistributionPoint;
  const excluded = kindExcluded(crl, isCa);
  if (excluded !== null) return scopeFault(crl, excluded, 'RFC 5280 6.3.3 (b) (2)');
  const some = reasonSet(idp?.onlySomeReasons ?? null);
  const { pointKeys } = crl;
  let matched = false;
  let reasons = NO_REASONS;
  for (const point of points) {
    const issued = point.issuerKeys === null ? crl.issuerKey === issuerKey : isNamedIssuer(crl, point.issuerKeys);
    if (!issued || (pointKeys !== null && !pointKeys.some((key) => point.nameKeys.has(key)))) continue;
    matched = true;
    reasons |= point.reasons & some;
  }
  if (reasons !== NO_REASONS) return reasons;
  if (matched)
    return scopeFault(crl, 'the CRL covers no reason that the certificate points to it for', 'RFC 5280 6.3.3 (d)');
  return scopeFault(
    crl,
    crl.issuerKey === issuerKey || crl.indirect
      ? 'the CRL is for another distribution point than those of the certificate'
      : 'the certificate names the issuer of the CRL, but the CRL does not say that it lists certificates of others',
    'RFC 5280 6.3.3 (b)',
  );
}

/** RFC 5280, 6.3.3 (b) (1): the point names the issuer, and the CRL says that it is an indirect one. */
function isNamedIssuer(crl: HeldCrl, issuerKeys: readonly string[]): boolean {
  return crl.indirect && issuerKeys.includes(crl.issuerKey);
}

/** What the CRL lists alone, when the certificate is no such thing (6.3.3 (b) (2) (ii) to (iv)). */
function kindExcluded({ extensions }: HeldCrl, isCa: boolean): string | null {
  const idp = extensions.issuingDistributionPoint;
  if (idp === null) return null;
  if (idp.onlyContainsAttributeCerts) return 'the CRL lists attribute certificates alone';
  if (idp.onlyContainsUserCerts && isCa)
    return 'the CRL lists end-entity certificates alone, and this is a CA certificate';
  if (!idp.onlyContainsCACerts || isCa) return null;
  return 'the CRL lists CA certificates alone, and the basicConstraints of this one do not say cA';
}

function scopeFault(crl: HeldCrl, message: string, reference: string): Fault {
  const action = 'give the CRL that the cRLDistributionPoints of the certificate point to';
  return crlFault(crl, { id: 'revocation.scope', where: 'issuingDistributionPoint', message, reference, action });
}
