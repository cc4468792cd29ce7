import { isoTime } from '@quorate/der';
import type { Finding } from '@quorate/report';
import { purposeName } from '@quorate/x509';
import { type Fault, faultFinding } from '../fault.ts';
import { issuerName } from './check-link.ts';
import { peerText } from './peer-fault.ts';
import type { PathRequest } from './request.ts';
import { type CertificateStatus, undeterminedFault } from './revocation.ts';
import type { ValidPath } from './search.ts';
import type { ValidatedCertificate } from './validate.ts';

/** What is said of a path that was found: each certificate, then what was asked for beside. */
export function foundFindings(
  { anchor, certificates }: ValidPath,
  request: PathRequest,
  statuses: readonly CertificateStatus[] | null,
  targetFaults: readonly Fault[],
): Finding[] {
  const findings = certificates.flatMap((certificate, index) => {
    const issuer = certificates[index - 1]?.member ?? anchor;
    return [certificateFinding(certificate, issuerName(issuer)), ...weaknessFindings(certificate)];
  });
  findings.reverse();
  if (request.purpose !== undefined && !targetFaults.some(({ id }) => id === 'path.purpose')) {
    findings.push(
      passed(
        'path.purpose',
        'extensions.extKeyUsage',
        `good for ${purposeName(request.purpose) ?? request.purpose}`,
        'RFC 5280 4.2.1.12',
      ),
    );
  }
  if (request.peer !== undefined && !targetFaults.some(({ id }) => id === 'path.peer-name')) {
    findings.push(
      passed('path.peer-name', 'extensions.subjectAltName', `it names ${peerText(request.peer)}`, 'RFC 9525 6'),
    );
  }
  if (anchor.member !== null && anchor.member.certificate.notAfter.seconds < request.time) {
    findings.push({
      id: 'path.anchor-expired',
      outcome: 'warn',
      where: 'validity.notAfter',
      message: `the certificate of the trust anchor expired at ${isoTime(anchor.member.certificate.notAfter.seconds)}; its name and key are trusted all the same`,
      reference: 'RFC 5280 6.1.1 (d)',
      object: anchor.member.object,
      action: 'ask for the validity of anchors to be checked, if an expired one shall not be trusted',
    });
  }
  return [...findings, ...revocationFindings(statuses)];
}

function passed(id: string, where: string, message: string, reference: string): Finding {
  return { id, outcome: 'pass', where, message, reference };
}

function certificateFinding({ member, signature }: ValidatedCertificate, issuer: string): Finding {
  const { notAfter } = member.certificate;
  return {
    id: 'path.certificate',
    outcome: 'pass',
    where: 'path',
    message: `${member.name}: signed by ${issuer} with ${signature.algorithm.name}, valid to ${isoTime(notAfter.seconds)}`,
    reference: 'RFC 5280 6.1.3',
    object: member.object,
  };
}

function weaknessFindings({ member, signature }: ValidatedCertificate): Finding[] {
  return signature.weaknesses.map((weakness) => ({
    id: 'path.signature-weak',
    outcome: 'warn',
    where: 'signatureAlgorithm',
    message: `${member.name}: its signature is weak: ${weakness.replaceAll('-', ' ')}`,
    reference: 'RFC 5280 6.1.3 (a) (1)',
    object: member.object,
    action: 'have it issued anew with a stronger algorithm or key',
  }));
}

function revocationFindings(statuses: readonly CertificateStatus[] | null): Finding[] {
  if (statuses === null) {
    return [
      {
        id: 'revocation.not-checked',
        outcome: 'warn',
        where: 'revocation',
        message: 'nobody looked whether a certificate of the path is revoked',
        reference: 'RFC 5280 6.1.3 (a) (3)',
        action: 'give CRLs or OCSP responses',
      },
    ];
  }
  return statuses.flatMap(({ member, status }): Finding[] => {
    if (status.status === 'good') {
      const message = `${member.name}: not revoked, says the ${status.by.kind} of ${status.by.name}`;
      const good = { ...passed('revocation.status', 'revocation', message, 'RFC 5280 6.3'), object: member.object };
      return [good, ...status.notes.map((note) => faultFinding(note, 'warn'))];
    }
    if (status.status === 'revoked') return [faultFinding(status.fault, 'fail')];
    const fault = undeterminedFault(member, status);
    return [faultFinding({ ...fault, message: `${member.name}: ${fault.message}` }, 'warn')];
  });
}
