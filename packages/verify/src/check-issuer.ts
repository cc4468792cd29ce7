import { digest } from '@quorate/crypto';
import { DerError, readSequence } from '@quorate/der';
import type { Finding } from '@quorate/report';
import type { Certificate, CertificateExtensions } from '@quorate/x509';
import type { CertificateRequest } from './certificate-request.ts';
import { checkName, displayName } from './check-name.ts';
import { type Check, finding, findingOf, hex, type Remark, sameBytes } from './finding.ts';
import { type ExtensionsReading, readExtensions, UNDECODED } from './read-extensions.ts';

const ISSUER: Check = {
  id: 'certificate.issuer',
  where: 'tbsCertificate.issuer',
  reference: 'RFC 5280 4.1.2.4; SKA.md 8.2.12',
};
const AUTHORITY_KEY: Check = {
  id: 'certificate.authority-key-identifier',
  where: 'tbsCertificate.extensions.authorityKeyIdentifier',
  reference: 'RFC 5280 4.2.1.1; SKA.md 8.2.13',
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
 * Judges authorityKeyIdentifier against the issuer's certificate: its subjectKeyIdentifier, or, where it has none, the
 * SHA-1 of its key, which is what the HSM's servers use (SKA.md 8.2.14); and issuer and serial number where they stand.
 * Absent it is a warning, unless the certificate is self-signed (RFC 5280, 4.2.1.1).
 */
export function checkAuthorityKey(
  reading: ExtensionsReading,
  issuer: Certificate | null,
  selfSigned: boolean,
): Finding {
  if (reading.extensions === null) return finding(AUTHORITY_KEY, 'not-checked', UNDECODED);
  const actual = reading.extensions.authorityKeyIdentifier;
  const shown = { actual: actual?.keyIdentifier == null ? 'absent' : hex(actual.keyIdentifier) };
  if (issuer === null) {
    return finding(AUTHORITY_KEY, 'not-checked', "the issuer's key is not known: give the issuer's certificate", shown);
  }
  if (actual === null) {
    if (selfSigned) return finding(AUTHORITY_KEY, 'pass', 'absent, as it may be in a self-signed certificate', shown);
    return finding(AUTHORITY_KEY, 'warn', "absent: it would name the issuer's key", shown);
  }
  const remarks: Remark[] = [];
  const known = keyIdentifiers(issuer);
  if (actual.keyIdentifier !== null && !known.some((each) => sameBytes(each, actual.keyIdentifier as Uint8Array))) {
    remarks.push({ outcome: 'fail', message: "another key than the issuer's" });
  }
  if (actual.serialNumber !== null && !sameBytes(actual.serialNumber, issuer.serialNumber)) {
    remarks.push({ outcome: 'fail', message: "another serial number than that of the issuer's certificate" });
  }
  if (actual.issuer !== null && !actual.issuer.some((name) => isName(name, issuer.issuer.bytes))) {
    remarks.push({ outcome: 'fail', message: "another issuer than that of the issuer's certificate" });
  }
  return findingOf(AUTHORITY_KEY, remarks, "names the issuer's key", {
    expected: known.map(hex).join(' or '),
    ...shown,
  });
}

type GeneralNames = NonNullable<NonNullable<CertificateExtensions['authorityKeyIdentifier']>['issuer']>;

function isName(name: GeneralNames[number], bytes: Uint8Array): boolean {
  return name.type === 'directoryName' && sameBytes(name.name.bytes, bytes);
}

/** The identifier that the issuer's certificate states; without one the SHA-1 of its key (RFC 5280, 4.2.1.2, method 1). */
function keyIdentifiers(issuer: Certificate): Uint8Array[] {
  const stated = readExtensions(issuer).extensions?.subjectKeyIdentifier ?? null;
  if (stated !== null) return [stated.keyIdentifier];
  try {
    return readSequence(issuer.publicKey, (fields) => {
      fields.sequence().rest();
      return [digest('SHA-1', fields.bitStringBytes())];
    });
  } catch (cause) {
    if (cause instanceof DerError) return [];
    throw cause;
  }
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
