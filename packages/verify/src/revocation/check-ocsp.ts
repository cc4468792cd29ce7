import { isoTime } from '@quorate/der';
import type { FindingObject } from '@quorate/report';
import type { BasicOcspResponse, Extension, SingleResponse } from '@quorate/x509';
import type { Fault } from '../fault.ts';
import { CertIdMatcher } from './cert-id.ts';
import { checkCrls } from './check-crls.ts';
import { stalenessOf, stalenessText } from './freshness.ts';
import type { HeldResponse } from './held-response.ts';
import { type Delegate, ocspResponder } from './ocsp-responder.ts';
import type { RevocationQuestion, Revoked } from './question.ts';

/** What the OCSP responses say of one certificate. */
export interface OcspAnswer {
  readonly revoked: Revoked | null;
  /** The newest response that says good; `null` when none does. */
  readonly good: FindingObject | null;
  readonly faults: readonly Fault[];
}

/**
 * Extensions that change nothing in a stored response: nonce, CRL references, archive cutoff, extended revoked definition
 * (RFC 6960, 4.4.1, 4.4.2, 4.4.4, 4.4.8).
 */
const HARMLESS: readonly string[] = ['2', '3', '6', '9'].map((last) => `1.3.6.1.5.5.7.48.1.${last}`);
/** Reason code, invalidity date: extensions of CRL entries may stand in a response (RFC 6960, 4.4.5). */
const OF_ENTRIES: readonly string[] = ['2.5.29.21', '2.5.29.24'];

/** What one response says, once it is known to be signed by who may. */
interface Reading {
  readonly held: HeldResponse;
  readonly single: SingleResponse;
}

/**
 * What OCSP responses say of a certificate (RFC 6960, 3.2): those that are about it by CertID, in time, and signed by its
 * issuer or a responder of its issuer. All are read; revoked wins over good, and within one response over the other
 * answers about the same certificate, but a certificateHold is lifted by a newer response. Nonces are not looked at: a
 * stored response is judged by its times (RFC 5019, 4).
 */
export function checkOcsp(question: RevocationQuestion): OcspAnswer {
  const matcher = new CertIdMatcher(question);
  const faults: Fault[] = [];
  let good: Reading | null = null;
  const revoked: Reading[] = [];
  for (const held of question.material.responses) {
    const basic = held.response.basic;
    if (basic === null) {
      faults.push(emptyFault(held));
      continue;
    }
    const matching = basic.responses.filter(({ certId }) => matcher.matches(certId));
    if (matching.length === 0) continue;
    const single = singleOf(held, basic, matching, question);
    if (!('certId' in single)) {
      faults.push(single);
      continue;
    }
    const { type } = single.certStatus;
    if (type === 'good' && good !== null) continue;
    const fault = signerFault(held, basic, question, faults);
    if (fault !== null) faults.push(fault);
    else if (type === 'revoked') revoked.push({ held, single });
    else if (type === 'good') good = { held, single };
    else faults.push(unknownFault(held));
  }
  const newest = good?.single.thisUpdate.seconds ?? Number.NEGATIVE_INFINITY;
  const standing = revoked.find(({ single }) => !isHold(single) || single.thisUpdate.seconds >= newest);
  return {
    revoked: standing === undefined ? null : revokedBy(standing, question),
    good: good?.held.object ?? null,
    faults,
  };
}

/** What counts among the answers of one response about the certificate: the worst that is in time. */
function singleOf(
  held: HeldResponse,
  basic: BasicOcspResponse,
  matching: readonly SingleResponse[],
  question: RevocationQuestion,
): SingleResponse | Fault {
  const unknown = unknownCritical(basic.extensions, HARMLESS) ?? unknownCriticalIn(matching);
  if (unknown !== null) {
    return held.fault({
      id: 'revocation.critical',
      where: unknown,
      message: `the OCSP response has the critical extension \`${unknown}\`, which is not known here, so it must not be used`,
      reference: 'RFC 6960 4.4',
      action: 'ask for a response without it',
    });
  }
  const inTime = matching.filter((single) => stalenessOf('OCSP response', single, question) === null);
  const first = inTime[0];
  if (first !== undefined)
    return inTime.reduce((worst, single) => (rank(single) > rank(worst) ? single : worst), first);
  const newest = matching.reduce((a, b) => (b.thisUpdate.seconds > a.thisUpdate.seconds ? b : a));
  return held.fault(
    stalenessText('OCSP response', stalenessOf('OCSP response', newest, question) ?? 'expired', newest, question),
  );
}

/** A hold is less than another reason, since it may be lifted. */
function rank(single: SingleResponse): number {
  if (single.certStatus.type === 'revoked') return isHold(single) ? 2 : 3;
  return single.certStatus.type === 'unknown' ? 1 : 0;
}

function isHold({ certStatus }: SingleResponse): boolean {
  return certStatus.type === 'revoked' && certStatus.reason === 'certificateHold';
}

function unknownCriticalIn(singles: readonly SingleResponse[]): string | null {
  for (const { extensions } of singles) {
    const unknown = unknownCritical(extensions, [...HARMLESS, ...OF_ENTRIES]);
    if (unknown !== null) return unknown;
  }
  return null;
}

function unknownCritical(extensions: readonly Extension[], known: readonly string[]): string | null {
  return extensions.find(({ critical, oid }) => critical && !known.includes(oid))?.oid ?? null;
}

/** Why the signer of a response must not be believed, or `null`; what is not known about it is added to the notes. */
function signerFault(
  held: HeldResponse,
  basic: BasicOcspResponse,
  question: RevocationQuestion,
  notes: Fault[],
): Fault | null {
  const signer = ocspResponder(held, basic, question);
  if (signer === 'issuer') return null;
  if (!('certificate' in signer)) return signer;
  if (signer.noCheck) return null;
  const { revoked, good } = checkCrls(delegateQuestion(question, signer), false);
  if (revoked === null && good !== null) return null;
  const fault = held.fault({
    id: revoked === null ? 'revocation.responder-unchecked' : 'revocation.ocsp-responder',
    where: 'certs',
    message: `the certificate of ${held.name}, which signed the OCSP response, ${revoked === null ? 'may itself be revoked: no CRL says' : 'is itself revoked'}`,
    reference: 'RFC 6960 4.2.2.2.1',
    action: revoked === null ? 'give the CRL of its issuer as well' : 'ask for a response by another responder',
  });
  if (revoked !== null) return fault;
  notes.push(fault);
  return null;
}

function delegateQuestion(question: RevocationQuestion, { certificate, extensions }: Delegate): RevocationQuestion {
  return { ...question, certificate, extensions, isCa: extensions.basicConstraints?.ca === true };
}

function revokedBy({ held, single }: Reading, { time }: RevocationQuestion): Revoked | null {
  const { certStatus } = single;
  if (certStatus.type !== 'revoked') return null;
  const { reason } = certStatus;
  const revocationTime = certStatus.revocationTime.seconds;
  const later = revocationTime > time ? ', a date after the time asked about' : '';
  const fault = held.fault({
    id: 'revocation.revoked',
    where: 'certStatus',
    message: `the certificate is revoked since ${isoTime(revocationTime)} (${reason ?? 'no reason given'}) by the OCSP response of ${held.name}${later}`,
    reference: 'RFC 6960 2.2',
    action: 'do not rely on the certificate; ask its issuer for another',
  });
  return { status: 'revoked', reason, revocationTime, by: held.object, fault };
}

function emptyFault(held: HeldResponse): Fault {
  const { responseStatus, responseType } = held.response;
  const says = responseType === null ? `says ${responseStatus}` : `is of the type \`${responseType}\``;
  return held.fault({
    id: 'revocation.ocsp-empty',
    where: responseType === null ? 'responseStatus' : 'responseType',
    message: `the OCSP response ${says}: nothing about a certificate`,
    reference: 'RFC 6960 4.2.1',
    action: 'ask the responder again',
  });
}

function unknownFault(held: HeldResponse): Fault {
  return held.fault({
    id: 'revocation.ocsp-unknown',
    where: 'certStatus',
    message: `${held.name} says that it does not know the certificate`,
    reference: 'RFC 6960 2.2',
    action: 'ask the responder of the issuer, or use its CRL',
  });
}
