import { digest } from '@quorate/crypto';
import { hexOf, isoTime, sameBytes } from '@quorate/der';
import type { FindingObject } from '@quorate/report';
import type { Certificate } from '@quorate/x509';
import { displayName } from '../display-name.ts';
import { at, rangeOf } from './byte-range.ts';
import type { CertificateRequest } from './certificate-request.ts';
import { checkName, requestedNameRemarks } from './check-name.ts';
import { exactNameRemarks } from './compare-names.ts';
import type { RequestFinding } from './difference.ts';
import { type Check, finding, findingOf, type Remark } from './finding.ts';
import { readExtensions } from './read-extensions.ts';

const ISSUER: Check = {
  id: 'certificate.issuer',
  where: 'tbsCertificate.issuer',
  reference: 'RFC 5280 4.1.2.4; SKA.md 8.2.12',
  action: 'give the certificate of the CA that was asked to sign; if that was it, refuse this one',
};
const ISSUER_AUTHORITY: Check = {
  id: 'certificate.issuer-authority',
  where: "the issuer's tbsCertificate",
  reference: 'RFC 5280 4.2.1.9, 6.1.4 (k) to (n); SKA.md 8.2.5',
  action: 'refuse it: no path through this issuer will be valid; have it issued by a CA that may',
};

/**
 * Judges the name of the issuer: byte for byte the subject of the issuer's certificate, which for a self-signed
 * certificate is its own; else the name asked for. With neither known it is not checked. A name that is only equal by
 * RFC 5280, 7.1 leads to the issuer, and fails here all the same: a CA's name is encoded in one way (4.1.2.6).
 *
 * @param issuer the issuer's certificate; `null` when it is not known
 */
export function checkIssuer(
  certificate: Certificate,
  request: CertificateRequest,
  issuer: Certificate | null,
): RequestFinding {
  const actual = displayName(certificate.issuer);
  const check = at(ISSUER, rangeOf(certificate.bytes, certificate.issuer.bytes));
  if (issuer === null) {
    if (request.issuer !== null) return checkName(check, certificate.issuer, request.issuer);
    const message = "the issuer is not known: give the issuer's certificate";
    return finding(check, 'not-checked', message, { actual }, "give the issuer's certificate");
  }
  const subject = issuer.subject;
  const remarks: Remark[] = [];
  const whose = issuer === certificate ? 'its own subject' : "the subject of the issuer's certificate";
  for (const remark of exactNameRemarks(certificate.issuer, subject)) {
    remarks.push({ ...remark, message: `another name than ${whose}: ${remark.message}` });
  }
  if (request.issuer !== null) remarks.push(...requestedNameRemarks(certificate.issuer, request.issuer));
  return findingOf(check, remarks, 'the name of the issuer', { expected: displayName(subject), actual });
}

/**
 * Judges whether the issuer's certificate lets it issue this one: version 3, cA TRUE, keyCertSign where there is a
 * keyUsage; of a CA below it, a path length that the issuer's leaves room for; and an end no later than its own. A
 * beginning before the issuer's is a warning, since servers go back to midnight (SKA.md 8.2.5). So is what a path length
 * forbids where subject and issuer have one name: such a certificate is not counted (RFC 5280, 6.1.4 (l)).
 *
 * Where the issuer stands in a chain, and whether it is trusted, is not decided here.
 */
export function checkIssuerAuthority(issuer: Certificate, certificate: Certificate): RequestFinding {
  const check: Check = { ...ISSUER_AUTHORITY, object: objectOf(issuer) };
  const reading = readExtensions(issuer);
  if (reading.extensions === null) return finding(check, 'fail', reading.why);
  const { basicConstraints, keyUsage } = reading.extensions;
  const remarks: Remark[] = [];
  if (basicConstraints?.ca !== true) remarks.push({ outcome: 'fail', message: 'the issuer is not a CA' });
  if (keyUsage !== null && !keyUsage.usages.includes('keyCertSign')) {
    remarks.push({ outcome: 'fail', message: 'the issuer may not sign certificates: keyUsage has no keyCertSign' });
  }
  const pathLen = basicConstraints?.pathLen ?? null;
  if (pathLen !== null) remarks.push(...pathRemarks(pathLen, certificate));
  remarks.push(...validityRemarks(issuer, certificate));
  const usages = keyUsage?.usages.join(', ') ?? 'no keyUsage';
  const length = pathLen === null ? 'no path length' : `path length ${pathLen}`;
  return findingOf(check, remarks, 'the issuer may sign this certificate', {
    expected: 'cA TRUE, keyCertSign, room in the path length, valid as long as the certificate',
    actual: `cA ${basicConstraints?.ca === true ? 'TRUE' : 'FALSE'}, ${usages}, ${length}, ${validityText(issuer)}`,
  });
}

/** Extensions of the certificate that cannot be decoded are a failure elsewhere. */
function pathRemarks(pathLen: number, certificate: Certificate): Remark[] {
  const below = readExtensions(certificate).extensions?.basicConstraints ?? null;
  if (below?.ca !== true) return [];
  const outcome = sameBytes(certificate.subject.bytes, certificate.issuer.bytes) ? 'warn' : 'fail';
  if (pathLen === 0) return [{ outcome, message: "a CA, and the issuer's path length of 0 allows none below it" }];
  if (below.pathLen === null || below.pathLen < pathLen) return [];
  return [{ outcome, message: `a path length of ${below.pathLen}, which is not below the issuer's, ${pathLen}` }];
}

function validityRemarks(issuer: Certificate, certificate: Certificate): Remark[] {
  const remarks: Remark[] = [];
  if (certificate.notAfter.seconds > issuer.notAfter.seconds) {
    const message = `valid to ${isoTime(certificate.notAfter.seconds)}, after the end of its issuer`;
    remarks.push({ outcome: 'fail', message });
  }
  if (certificate.notBefore.seconds < issuer.notBefore.seconds) {
    const message = `valid from ${isoTime(certificate.notBefore.seconds)}, before the beginning of its issuer`;
    remarks.push({ outcome: 'warn', message });
  }
  return remarks;
}

function validityText({ notBefore, notAfter }: Certificate): string {
  return `valid ${isoTime(notBefore.seconds)} to ${isoTime(notAfter.seconds)}`;
}

function objectOf({ subject, bytes }: Certificate): FindingObject {
  return { kind: 'certificate', name: displayName(subject), sha256: hexOf(digest('SHA-256', bytes)) };
}
