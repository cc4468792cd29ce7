import { isoTime } from '@quorate/der';
import { displayName } from '../display-name.ts';
import type { Fault } from '../fault.ts';
import { checkCrls } from './check-crls.ts';
import { checkOcsp } from './check-ocsp.ts';
import type { RevocationQuestion, RevocationStatus } from './question.ts';

/** The ids of what may stand in the way of an answer, from what came closest to one to what has least to do with it. */
const BY_USE: readonly string[] = [
  'revocation.budget',
  'revocation.reasons',
  'revocation.ocsp-unknown',
  'revocation.signature',
  'revocation.ocsp-signature',
  'revocation.signer',
  'revocation.ocsp-responder',
  'revocation.expired',
  'revocation.too-old',
  'revocation.not-yet-valid',
  'revocation.no-next-update',
  'revocation.critical',
  'revocation.entry',
  'revocation.delta-alone',
  'revocation.superseded',
  'revocation.responder-unchecked',
  'revocation.scope',
  'revocation.ocsp-empty',
  'revocation.malformed',
];

/** Of no use to know once there is an answer: that something else was given, or something older. */
const SILENT: readonly string[] = [
  'revocation.scope',
  'revocation.reasons',
  'revocation.expired',
  'revocation.too-old',
  'revocation.not-yet-valid',
  'revocation.no-next-update',
  'revocation.delta-alone',
  'revocation.ocsp-empty',
];

/** Faults that one answer carries: who gives thousands of useless CRLs need not read of each. */
const MAX_FAULTS = 16;

/**
 * Whether a certificate is revoked, by the CRLs and OCSP responses given (RFC 5280, 6.3.3; RFC 6960, 3.2).
 *
 * - `revoked`: a usable CRL lists it, or a usable response says so; that wins over anything that says good. What is listed
 *   is revoked, also when its revocation date lies after the time asked about: the RFC has no such comparison, and who
 *   lists it has decided.
 * - `good`: a usable response says good, or usable CRLs that cover all reasons do not list it.
 * - `undetermined`: neither. This is not good: what to make of it is for the caller to say.
 *
 * Decides nothing about the path, and nothing about the issuer's own status.
 *
 * @throws TypeError when the time is no whole number of seconds within the years 0 to 9999
 */
export function checkRevocation(question: RevocationQuestion): RevocationStatus {
  isoTime(question.time);
  const ocsp = checkOcsp(question);
  const crls = checkCrls(question, ocsp.good !== null);
  const revoked = crls.revoked ?? ocsp.revoked;
  if (revoked !== null) return revoked;
  const faults = [...crls.faults, ...ocsp.faults];
  // One that was left unverified may have listed the certificate.
  if (question.exhausted?.() === true) return { status: 'undetermined', faults: mostUseful([BUDGET, ...faults]) };
  const by = ocsp.good ?? crls.good;
  if (by !== null) return { status: 'good', by, notes: mostUseful(faults.filter(({ id }) => !SILENT.includes(id))) };
  const all = mostUseful([...faults, ...question.material.faults]);
  return { status: 'undetermined', faults: all.length > 0 ? all : [nothingFault(question)] };
}

const BUDGET: Fault = {
  id: 'revocation.budget',
  where: 'signatureValue',
  message: 'no more signatures may be verified: the limit of the search is reached',
  reference: 'RFC 5280 6.3.3 (g)',
  action: 'give fewer CRLs and certificates, or a higher limit on signature checks',
};

function mostUseful(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => BY_USE.indexOf(a.id) - BY_USE.indexOf(b.id)).slice(0, MAX_FAULTS);
}

function nothingFault({ certificate, material, time }: RevocationQuestion): Fault {
  const none = material.given === 0;
  const issuer = displayName(certificate.issuer);
  return {
    id: none ? 'revocation.not-given' : 'revocation.issuer',
    where: 'issuer',
    message: none
      ? 'no CRL and no OCSP response was given'
      : `none of the CRLs and OCSP responses given, ${material.given} in all, is about certificates of ${issuer}`,
    reference: 'RFC 5280 6.3.3',
    action: `give the CRL of ${issuer}, or an OCSP response, that was current at ${isoTime(time)}`,
  };
}
