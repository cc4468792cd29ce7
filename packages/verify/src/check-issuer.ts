import { sameBytes } from '@quorate/der';
import type { Finding } from '@quorate/report';
import type { Certificate } from '@quorate/x509';
import type { CertificateRequest } from './certificate-request.ts';
import { checkName, displayName } from './check-name.ts';
import { type Check, finding, findingOf, type Remark } from './finding.ts';
import { readExtensions } from './read-extensions.ts';

const ISSUER: Check = {
  id: 'certificate.issuer',
  where: 'tbsCertificate.issuer',
  reference: 'RFC 5280 4.1.2.4; SKA.md 8.2.12',
};
const ISSUER_AUTHORITY: Check = {
  id: 'certificate.issuer-authority',
  where: "the issuer's tbsCertificate.extensions",
  reference: 'RFC 5280 6.1.4 (k), (n)',
};

/**
 * Judges the name of the issuer: byte for byte the subject of the issuer's certificate, which for a self-signed
 * certificate is its own; else the name asked for. With neither known it is not checked.
 *
 * @param issuer the issuer's certificate; `null` when it is not known
 */
export function checkIssuer(
  certificate: Certificate,
  request: CertificateRequest,
  issuer: Certificate | null,
): Finding {
  const actual = displayName(certificate.issuer);
  if (issuer === null) {
    if (request.issuer !== null) return checkName(ISSUER, certificate.issuer, request.issuer);
    return finding(ISSUER, 'not-checked', "the issuer is not known: give the issuer's certificate", { actual });
  }
  const subject = issuer.subject;
  const remarks: Remark[] = [];
  if (!sameBytes(certificate.issuer.bytes, subject.bytes)) {
    const whose = issuer === certificate ? 'its own subject' : "the subject of the issuer's certificate";
    remarks.push({ outcome: 'fail', message: `another name than ${whose}` });
  }
  if (request.issuer !== null) {
    const asked = checkName(ISSUER, certificate.issuer, request.issuer);
    if (asked.outcome === 'fail') remarks.push({ outcome: 'fail', message: asked.message });
  }
  return findingOf(ISSUER, remarks, 'the name of the issuer', { expected: displayName(subject), actual });
}

/**
 * Judges whether the issuer's certificate lets it issue: version 3, cA TRUE, and keyCertSign where there is a keyUsage.
 * Where the issuer stands in a chain, and whether it is trusted, is not decided here.
 */
export function checkIssuerAuthority(issuer: Certificate): Finding {
  const reading = readExtensions(issuer);
  if (reading.extensions === null) return finding(ISSUER_AUTHORITY, 'fail', reading.why);
  const { basicConstraints, keyUsage } = reading.extensions;
  const remarks: Remark[] = [];
  if (basicConstraints?.ca !== true) remarks.push({ outcome: 'fail', message: 'the issuer is not a CA' });
  if (keyUsage !== null && !keyUsage.usages.includes('keyCertSign')) {
    remarks.push({ outcome: 'fail', message: 'the issuer may not sign certificates: keyUsage has no keyCertSign' });
  }
  return findingOf(ISSUER_AUTHORITY, remarks, 'the issuer may sign certificates', {
    expected: 'cA TRUE, keyCertSign',
    actual: `cA ${basicConstraints?.ca === true ? 'TRUE' : 'FALSE'}, ${keyUsage?.usages.join(', ') ?? 'no keyUsage'}`,
  });
}
