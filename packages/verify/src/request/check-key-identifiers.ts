import { digest } from '@quorate/crypto';
import { DerError, hexOf, readSequence, sameBytes } from '@quorate/der';
import { type Certificate, type CertificateExtensions, type Name, sameName } from '@quorate/x509';
import { at, extensionRangeOf } from './byte-range.ts';
import type { RequestFinding } from './difference.ts';
import { type Check, differs, finding, findingOf, type Remark } from './finding.ts';
import { type ExtensionsReading, readExtensions, UNDECODED } from './read-extensions.ts';

const SUBJECT_KEY: Check = {
  id: 'certificate.subject-key-identifier',
  where: 'tbsCertificate.extensions.subjectKeyIdentifier',
  reference: 'RFC 5280 4.2.1.2; SKA.md 8.2.14',
  action: 'have it issued anew, with the identifier of its key',
};
const AUTHORITY_KEY: Check = {
  id: 'certificate.authority-key-identifier',
  where: 'tbsCertificate.extensions.authorityKeyIdentifier',
  reference: 'RFC 5280 4.2.1.1; SKA.md 8.2.13',
  action:
    "make sure that the issuer's certificate is the right one of those with its name, else refuse the certificate",
};

/**
 * Judges subjectKeyIdentifier. A CA must have one (RFC 5280, 4.2.1.2), for others its absence is a warning. One that is
 * not the SHA-1 of the key, which is how the HSM's servers make it (SKA.md 8.2.14), is a warning: any value is allowed.
 */
export function checkSubjectKey(reading: ExtensionsReading, certificate: Certificate): RequestFinding {
  const check = at(SUBJECT_KEY, extensionRangeOf(certificate, '2.5.29.14'));
  if (reading.extensions === null) return finding(check, 'not-checked', UNDECODED);
  const { subjectKeyIdentifier, basicConstraints } = reading.extensions;
  const derived = derivedIdentifier(certificate.publicKey);
  const compared = {
    ...(derived === null ? {} : { expected: hexOf(derived) }),
    actual: subjectKeyIdentifier === null ? 'absent' : hexOf(subjectKeyIdentifier.keyIdentifier),
  };
  if (subjectKeyIdentifier === null) {
    const ca = basicConstraints?.ca === true;
    const message = ca ? 'missing, and a CA must have one' : 'missing';
    return findingOf(check, [differs('missing', 'subjectKeyIdentifier', message, ca ? 'fail' : 'warn')], '', compared);
  }
  if (derived !== null && sameBytes(derived, subjectKeyIdentifier.keyIdentifier)) {
    return finding(check, 'pass', 'the SHA-1 of the key', compared);
  }
  return finding(check, 'warn', 'not the SHA-1 of the key: chosen in another way', compared);
}

/**
 * Judges authorityKeyIdentifier against the issuer's certificate: its subjectKeyIdentifier, or, where it has none, the
 * SHA-1 of its key, which is what the HSM's servers use (SKA.md 8.2.14); and issuer and serial number where they stand.
 * Without a key identifier it is a warning, unless the certificate is self-signed (RFC 5280, 4.2.1.1).
 */
export function checkAuthorityKey(
  reading: ExtensionsReading,
  certificate: Certificate,
  issuer: Certificate | null,
  selfSigned: boolean,
): RequestFinding {
  const check = at(AUTHORITY_KEY, extensionRangeOf(certificate, '2.5.29.35'));
  if (reading.extensions === null) return finding(check, 'not-checked', UNDECODED);
  const actual = reading.extensions.authorityKeyIdentifier;
  const shown = { actual: actual?.keyIdentifier == null ? 'absent' : hexOf(actual.keyIdentifier) };
  if (issuer === null) {
    const message = "the issuer's key is not known: give the issuer's certificate";
    return finding(check, 'not-checked', message, shown, "give the issuer's certificate");
  }
  if (actual === null) {
    if (selfSigned) return finding(check, 'pass', 'absent, as it may be in a self-signed certificate', shown);
    const missing = differs('missing', 'authorityKeyIdentifier', "missing: it would name the issuer's key", 'warn');
    return findingOf(check, [missing], '', shown);
  }
  const remarks: Remark[] = [];
  const known = keyIdentifiers(issuer);
  if (actual.keyIdentifier !== null && !known.some((each) => sameBytes(each, actual.keyIdentifier as Uint8Array))) {
    remarks.push(differs('other', 'keyIdentifier', "another key than the issuer's"));
  }
  if (actual.serialNumber !== null && !sameBytes(actual.serialNumber, issuer.serialNumber)) {
    const message = "another serial number than that of the issuer's certificate";
    remarks.push(differs('other', 'authorityCertSerialNumber', message));
  }
  if (actual.issuer !== null && !namesOnly(actual.issuer, issuer.issuer)) {
    const message = "another issuer than that of the issuer's certificate";
    remarks.push(differs('other', 'authorityCertIssuer', message));
  }
  if (actual.keyIdentifier === null && actual.issuer === null && !selfSigned) {
    remarks.push(differs('missing', 'keyIdentifier', 'missing: it names no key', 'warn'));
  }
  return findingOf(check, remarks, "names the issuer's key", {
    expected: known.map(hexOf).join(' or '),
    ...shown,
  });
}

type GeneralNames = NonNullable<NonNullable<CertificateExtensions['authorityKeyIdentifier']>['issuer']>;

/** Whether the distinguished names among them, of which there must be one, are this one. */
function namesOnly(names: GeneralNames, issuer: Name): boolean {
  const distinguished = names.filter((name) => name.type === 'directoryName');
  return distinguished.length > 0 && distinguished.every(({ name }) => sameName(name, issuer));
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
