import type { Finding } from '@quorate/report';
import type { CertificateExtensions, Extension } from '@quorate/x509';
import type { CertificateRequest } from './certificate-request.ts';
import { checkBasicConstraints, checkPathLength } from './check-basic-constraints.ts';
import { checkOtherExtensions, checkUnaskedExtensions } from './check-other-extensions.ts';
import { checkExtendedKeyUsage, checkKeyUsage } from './check-usages.ts';
import { type Check, finding } from './finding.ts';
import { type ExtensionsReading, UNDECODED } from './read-extensions.ts';

/** The checks of one kind of object: a certificate has more of them than a CSR. */
interface ExtensionChecks {
  readonly extensions: Check;
  readonly basicConstraints: Check;
  readonly pathLength: Check;
  readonly keyUsage: Check;
  readonly extendedKeyUsage: Check;
  readonly other: Check;
  readonly unasked: Check;
}

function checksOf(prefix: string, place: string): ExtensionChecks {
  const check = (id: string, field: string, reference: string): Check => ({
    id: `${prefix}.${id}`,
    where: field === '' ? place : `${place}.${field}`,
    reference,
  });
  return {
    extensions: check('extensions', '', 'RFC 5280 4.2'),
    basicConstraints: check('basic-constraints', 'basicConstraints', 'RFC 5280 4.2.1.9; SKA.md 8.2.9'),
    pathLength: check('path-length', 'basicConstraints.pathLenConstraint', 'RFC 5280 4.2.1.9; SKA.md 8.5'),
    keyUsage: check('key-usage', 'keyUsage', 'RFC 5280 4.2.1.3; SKA.md 8.2.8'),
    extendedKeyUsage: check('extended-key-usage', 'extKeyUsage', 'RFC 5280 4.2.1.12; SKA.md 8.2.8'),
    other: check('other-extensions', '', 'RFC 5280 4.2'),
    unasked: check('unasked-extension', '', 'RFC 5280 4.2'),
  };
}

const CERTIFICATE = checksOf('certificate', 'tbsCertificate.extensions');
const CSR = checksOf('csr', 'certificationRequestInfo.attributes.extensionRequest');

/** Judges all extensions of a certificate. Those that cannot be decoded are a failure, and then nothing else is judged. */
export function checkCertificateExtensions(
  actual: readonly Extension[],
  reading: ExtensionsReading,
  request: CertificateRequest,
): Finding[] {
  if (reading.extensions === null) return undecoded(CERTIFICATE, reading.why);
  const { extensions } = reading;
  return [
    finding(CERTIFICATE.extensions, 'pass', 'every extension known here can be decoded'),
    checkBasicConstraints(CERTIFICATE.basicConstraints, extensions.basicConstraints, request.ca),
    checkPathLength(CERTIFICATE.pathLength, extensions.basicConstraints, request.pathLen),
    ...checkUsages(CERTIFICATE, extensions, request),
    ...checkOthers(CERTIFICATE, actual, request),
  ];
}

/** Judges the extensions that a CSR asks its issuer for. */
export function checkCsrExtensions(
  actual: readonly Extension[],
  reading: ExtensionsReading,
  request: CertificateRequest | null,
): Finding[] {
  if (reading.extensions === null) return [finding(CSR.extensions, 'fail', reading.why)];
  const decoded = finding(CSR.extensions, 'pass', 'every extension known here can be decoded');
  const { extensions } = reading;
  if (request === null) return [decoded, ...checkAskedCa(extensions)];
  return [
    decoded,
    checkBasicConstraints(CSR.basicConstraints, extensions.basicConstraints, request.ca),
    ...checkUsages(CSR, extensions, request),
    ...checkOthers(CSR, actual, request),
  ];
}

/** Without a request nobody says whether a CA is wanted: that it asks to be one is a warning. */
function checkAskedCa({ basicConstraints }: CertificateExtensions): Finding[] {
  if (basicConstraints?.ca !== true) return [];
  const actual = `cA TRUE, ${basicConstraints.pathLen === null ? 'no path length' : `path length ${basicConstraints.pathLen}`}`;
  return [finding(CSR.basicConstraints, 'warn', 'it asks to be a CA', { actual })];
}

function checkUsages(
  checks: ExtensionChecks,
  extensions: CertificateExtensions,
  request: CertificateRequest,
): Finding[] {
  const ca = extensions.basicConstraints?.ca ?? false;
  return [
    checkKeyUsage(checks.keyUsage, extensions.keyUsage, request.keyUsage, ca),
    checkExtendedKeyUsage(checks.extendedKeyUsage, extensions.extendedKeyUsage, request.extendedKeyUsage),
  ];
}

function checkOthers(checks: ExtensionChecks, actual: readonly Extension[], request: CertificateRequest): Finding[] {
  const asked = request.otherExtensions ?? [];
  return [
    ...(asked.length === 0 ? [] : [checkOtherExtensions(checks.other, actual, asked)]),
    checkUnaskedExtensions(checks.unasked, actual, asked),
  ];
}

function undecoded(checks: ExtensionChecks, why: string): Finding[] {
  return [
    finding(checks.extensions, 'fail', why),
    ...[checks.basicConstraints, checks.pathLength, checks.keyUsage, checks.extendedKeyUsage, checks.unasked].map(
      (check) => finding(check, 'not-checked', UNDECODED),
    ),
  ];
}
