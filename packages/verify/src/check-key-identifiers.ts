import { digest } from '@quorate/crypto';
import { DerError, readSequence, sameBytes } from '@quorate/der';
import type { Finding } from '@quorate/report';
import type { Certificate, CertificateExtensions } from '@quorate/x509';
import { type Check, finding, findingOf, type Remark } from './finding.ts';
import { hex } from './hex.ts';
import { type ExtensionsReading, readExtensions, UNDECODED } from './read-extensions.ts';

const SUBJECT_KEY: Check = {
  id: 'certificate.subject-key-identifier',
  where: 'tbsCertificate.extensions.subjectKeyIdentifier',
  reference: 'RFC 5280 4.2.1.2; SKA.md 8.2.14',
};
const AUTHORITY_KEY: Check = {
  id: 'certificate.authority-key-identifier',
  where: 'tbsCertificate.extensions.authorityKeyIdentifier',
  reference: 'RFC 5280 4.2.1.1; SKA.md 8.2.13',
};

/**
 * Judges subjectKeyIdentifier. A CA must have one (RFC 5280, 4.2.1.2), for others its absence is a warning. One that is
 * not the SHA-1 of the key, which is how the HSM's servers make it (SKA.md 8.2.14), is a warning: any value is allowed.
 */
export function checkSubjectKey(reading: ExtensionsReading, certificate: Certificate): Finding {
  if (reading.extensions === null) return finding(SUBJECT_KEY, 'not-checked', UNDECODED);
  const { subjectKeyIdentifier, basicConstraints } = reading.extensions;
  const derived = derivedIdentifier(certificate.publicKey);
  const compared = {
    ...(derived === null ? {} : { expected: hex(derived) }),
    actual: subjectKeyIdentifier === null ? 'absent' : hex(subjectKeyIdentifier.keyIdentifier),
  };
  if (subjectKeyIdentifier === null) {
    const outcome = basicConstraints?.ca === true ? 'fail' : 'warn';
    return finding(SUBJECT_KEY, outcome, outcome === 'fail' ? 'absent, and a CA must have one' : 'absent', compared);
  }
  if (derived !== null && sameBytes(derived, subjectKeyIdentifier.keyIdentifier)) {
    return finding(SUBJECT_KEY, 'pass', 'the SHA-1 of the key', compared);
  }
  return finding(SUBJECT_KEY, 'warn', 'not the SHA-1 of the key: chosen in another way', compared);
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

/** The identifier that the issuer's certificate states; without one that which its key would have. */
function keyIdentifiers(issuer: Certificate): Uint8Array[] {
  const stated = readExtensions(issuer).extensions?.subjectKeyIdentifier ?? null;
  if (stated !== null) return [stated.keyIdentifier];
  const derived = derivedIdentifier(issuer.publicKey);
  return derived === null ? [] : [derived];
}

/** SHA-1 over the content of subjectPublicKey (RFC 5280, 4.2.1.2, method 1); `null` for what is no such structure. */
function derivedIdentifier(spki: Uint8Array): Uint8Array | null {
  try {
    return readSequence(spki, (fields) => {
      fields.sequence().rest();
      return digest('SHA-1', fields.bitStringBytes());
    });
  } catch (cause) {
    if (cause instanceof DerError) return null;
    throw cause;
  }
}
