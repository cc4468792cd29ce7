import { CryptoError } from '@quorate/crypto';
import { displayName } from '../display-name.ts';
import { type Fault, rangeOf } from '../fault.ts';
import { fieldPlace, placeOf, UNKNOWN_ALGORITHM } from './check-certificate.ts';
import type { Member } from './member.ts';
import type { SignatureAnswer } from './signatures.ts';
import type { Anchor } from './trust-anchor.ts';

/** Whose name and key the next certificate of a path is checked by. */
export type LinkIssuer = Anchor | Member;

export function issuerName(issuer: LinkIssuer): string {
  return 'certificate' in issuer ? issuer.name : (issuer.member?.name ?? displayName(issuer.name));
}

function issuerNameKey(issuer: LinkIssuer): string {
  return 'certificate' in issuer ? issuer.subjectKey : issuer.nameKey;
}

/** RFC 5280, 6.1.3 (a) (4): the issuer's name is working_issuer_name, by the comparison of section 7.1. */
export function chainingFault(member: Member, issuer: LinkIssuer): Fault | null {
  if (member.issuerKey === issuerNameKey(issuer)) return null;
  return {
    id: 'path.name-chaining',
    where: 'issuer',
    message: 'it names another issuer than the certificate above it',
    expected: issuerName(issuer),
    actual: displayName(member.certificate.issuer),
    reference: 'RFC 5280 6.1.3 (a) (4)',
    object: member.object,
    ...fieldPlace(member, 'issuer'),
    action: 'find the certificate of the issuer that it names',
  };
}

/** RFC 5280, 6.1.3 (a) (1). */
export function signatureFault(
  member: Member,
  issuer: LinkIssuer,
  reason: Extract<SignatureAnswer, { valid: false }>['reason'],
): Fault {
  const { certificate, object } = member;
  const bytes = rangeOf(certificate.bytes, certificate.signature);
  if (reason === 'budget') {
    return {
      id: 'path.budget',
      where: 'signatureValue',
      message: 'no more signatures may be verified: the limit of the search is reached',
      reference: 'RFC 5280 6.1.3 (a) (1)',
      object,
      bytes,
      action: 'give fewer certificates, or a higher limit on signature checks',
    };
  }
  const unknown = reason instanceof CryptoError && reason.code === 'algorithm-unsupported';
  const why = reason instanceof CryptoError ? reason.message : reason.replaceAll('-', ' ');
  return {
    id: reason instanceof CryptoError ? 'path.signature-algorithm' : 'path.signature',
    where: reason instanceof CryptoError ? 'signatureAlgorithm' : 'signatureValue',
    message: `its signature does not verify under the key of ${issuerName(issuer)}: ${why}`,
    reference: 'RFC 5280 6.1.3 (a) (1)',
    object,
    ...(reason instanceof CryptoError ? fieldPlace(member, 'signatureAlgorithm') : { bytes }),
    action: unknown
      ? UNKNOWN_ALGORITHM
      : 'do not trust it: the issuer named in it did not sign these bytes, or signed them with another key',
  };
}

/** RFC 5280, 6.1.4 (l) and (m), seen from the certificate that has the constraint. */
export function pathLenFault(member: Member, pathLen: number, below: number): Fault {
  return {
    id: 'path.length',
    where: 'extensions.basicConstraints.pathLenConstraint',
    message: `more CAs stand between it and the target than its pathLenConstraint allows, self-issued ones not counted`,
    expected: `at most ${pathLen}`,
    actual: `${below}`,
    reference: 'RFC 5280 6.1.4 (l), (m); 4.2.1.9',
    object: member.object,
    ...placeOf(member, '2.5.29.19'),
    action: 'look for a shorter path; a CA below it must not have issued CA certificates',
  };
}

/** RFC 5280, 6.1.4 (l), where the anchor or the request has the constraint. */
export function depthFault(member: Member): Fault {
  return {
    id: 'path.length',
    where: 'path',
    message:
      'one certificate too many: the depth asked for, or the pathLenConstraint of the anchor, allows no further CA here',
    reference: 'RFC 5280 6.1.4 (l), (m); 4.2.1.9',
    object: member.object,
    action: 'look for a shorter path; the CA above must not have issued a CA certificate here',
  };
}
