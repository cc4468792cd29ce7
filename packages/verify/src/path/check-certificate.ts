import type { CryptoError } from '@quorate/crypto';
import { isoTime } from '@quorate/der';
import {
  type CertificateExtensions,
  type CertificateField,
  extensionName,
  locateExtension,
  locateField,
  X509Error,
} from '@quorate/x509';
import { type Fault, rangeOf } from '../fault.ts';
import type { Member } from './member.ts';

/** Policy qualifiers that RFC 5280, 4.2.1.4 defines: id-qt-cps and id-qt-unotice. */
const KNOWN_QUALIFIERS: ReadonlySet<string> = new Set(['1.3.6.1.5.5.7.2.1', '1.3.6.1.5.5.7.2.2']);

/**
 * What is wrong with one certificate by itself, wherever it stands in a path: its extensions cannot be read, it is not
 * valid at that time, or something critical in it is not known here.
 */
export function certificateFault(member: Member, time: number): Fault | null {
  const { extensions } = member;
  if (extensions instanceof X509Error) return extensionsFault(member, extensions);
  return criticalOnce(member, extensions) ?? validityFault(member, time);
}

/** Asked for each path that a certificate is in, and no matter of time. */
function criticalOnce(member: Member, extensions: CertificateExtensions): Fault | null {
  if (member.critical === undefined) member.critical = criticalFault(member, extensions);
  return member.critical;
}

/** The extensions cannot be read. */
export function extensionsFault(member: Member, error: X509Error): Fault {
  const extension = member.certificate.extensions.find(({ oid }) => extensionName(oid) === error.extension);
  return {
    id: 'path.extension-malformed',
    where: `extensions.${error.extension ?? 'unknown'}`,
    message: `an extension cannot be read: ${error.message}`,
    reference: 'RFC 5280 4.2',
    object: member.object,
    ...(extension === undefined ? {} : { bytes: rangeOf(member.certificate.bytes, extension.value) }),
    action: 'have the certificate issued anew; it is no DER of the form that the RFC gives',
  };
}

/** Validity to the second, both ends included: RFC 5280, 4.1.2.5 and 6.1.3 (a) (2). */
export function validityFault(member: Member, time: number): Fault | null {
  const { notBefore, notAfter } = member.certificate;
  if (time < notBefore.seconds) {
    return {
      id: 'path.not-yet-valid',
      where: 'validity.notBefore',
      message: `not yet valid: it begins at ${isoTime(notBefore.seconds)}`,
      expected: `not after ${isoTime(time)}`,
      actual: isoTime(notBefore.seconds),
      reference: 'RFC 5280 6.1.3 (a) (2)',
      object: member.object,
      ...fieldPlace(member, 'notBefore'),
      action: 'check the time that was asked about; else wait, or use the certificate that was valid then',
    };
  }
  if (time <= notAfter.seconds) return null;
  return {
    id: 'path.expired',
    where: 'validity.notAfter',
    message: `expired at ${isoTime(notAfter.seconds)}`,
    expected: `not before ${isoTime(time)}`,
    actual: isoTime(notAfter.seconds),
    reference: 'RFC 5280 6.1.3 (a) (2)',
    object: member.object,
    ...fieldPlace(member, 'notAfter'),
    action: 'get a renewed certificate; to judge the past, give the time as it was then',
  };
}

/** Critical extensions and critical policy qualifiers that are not known: RFC 5280, 4.2, 4.2.1.4 and 6.1.4 (o). */
export function criticalFault(member: Member, extensions: CertificateExtensions): Fault | null {
  const unknown = extensions.other.find(({ critical }) => critical);
  if (unknown !== undefined) {
    return {
      id: 'path.unknown-critical-extension',
      where: `extensions.${unknown.oid}`,
      message: `the critical extension ${unknown.oid} is not known here, so the certificate must be refused`,
      reference: 'RFC 5280 4.2, 6.1.4 (o), 6.1.5 (f)',
      object: member.object,
      bytes: locateExtension(member.certificate, unknown.oid) ?? rangeOf(member.certificate.bytes, unknown.value),
      action: 'find out what the extension demands; nobody may rely on the certificate without knowing it',
    };
  }
  const policies = extensions.certificatePolicies;
  if (policies?.critical !== true) return null;
  const qualifier = policies.policies
    .flatMap(({ qualifiers }) => qualifiers)
    .find(({ oid }) => !KNOWN_QUALIFIERS.has(oid));
  if (qualifier === undefined) return null;
  return {
    id: 'path.unknown-critical-qualifier',
    where: 'extensions.certificatePolicies',
    message: `critical certificate policies have a qualifier of the type ${qualifier.oid}, which is not known here`,
    reference: 'RFC 5280 4.2.1.4',
    object: member.object,
    bytes: rangeOf(member.certificate.bytes, qualifier.value),
    action: 'ask the issuer what the qualifier demands',
  };
}

/**
 * Why a certificate may not sign others: RFC 5280, 6.1.4 (k) and (n).
 *
 * @param demand anchors may lack basicConstraints when nobody asked for them
 */
export function authorityFault(
  member: Member,
  extensions: CertificateExtensions,
  demand: 'must be a CA' | 'may lack basicConstraints' = 'must be a CA',
): Fault | null {
  const { certificate, object } = member;
  const { basicConstraints, keyUsage } = extensions;
  if (basicConstraints?.ca !== true && !(demand === 'may lack basicConstraints' && basicConstraints === null)) {
    const old =
      certificate.version < 3 ? `it is a version ${certificate.version} certificate, without extensions` : null;
    return {
      id: 'path.not-a-ca',
      where: 'extensions.basicConstraints',
      message: `it issued the certificate below it and is no CA: ${
        old ?? (basicConstraints === null ? 'it has no basicConstraints' : 'its basicConstraints say that it is none')
      }`,
      expected: 'cA TRUE',
      actual: basicConstraints === null ? 'no basicConstraints' : 'cA FALSE',
      reference: 'RFC 5280 6.1.4 (k)',
      object,
      ...placeOf(member, '2.5.29.19'),
      action: 'do not trust what it signed; find the CA certificate of the issuer',
    };
  }
  if (keyUsage === null || keyUsage.usages.includes('keyCertSign')) return null;
  return {
    id: 'path.key-usage',
    where: 'extensions.keyUsage',
    message: 'it issued the certificate below it, and its key is not for signing certificates',
    expected: 'keyCertSign',
    actual: keyUsage.usages.join(', '),
    reference: 'RFC 5280 6.1.4 (n)',
    object,
    ...placeOf(member, '2.5.29.15'),
    action: 'do not trust what it signed; find the CA certificate of the issuer',
  };
}

/** What may be done about an algorithm that is not known. */
export const UNKNOWN_ALGORITHM = 'pass `algorithms` that have it, as in @quorate/crypto/post-quantum';

/** A key that cannot be used. */
export function keyFault(member: Member, error: CryptoError): Fault {
  const unknown = error.code === 'key-unsupported';
  return {
    id: unknown ? 'path.key-unsupported' : 'path.key-refused',
    where: 'subjectPublicKeyInfo',
    message: `its public key cannot be used: ${error.message}`,
    reference: 'RFC 5280 4.1.2.7, 6.1.4 (d)',
    object: member.object,
    bytes: rangeOf(member.certificate.bytes, member.certificate.publicKey),
    action: unknown ? UNKNOWN_ALGORITHM : 'have a certificate issued for a key of a known type and size',
  };
}

/** The byte range of a field, if the certificate has it. */
export function fieldPlace(member: Member, field: CertificateField): Pick<Fault, 'bytes'> {
  const bytes = locateField(member.certificate, field);
  return bytes === null ? {} : { bytes };
}

/** The byte range of an extension, if the certificate has it. */
export function placeOf(member: Member, oid: string): Pick<Fault, 'bytes'> {
  const bytes = locateExtension(member.certificate, oid);
  return bytes === null ? {} : { bytes };
}
