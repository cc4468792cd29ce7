import { type Certificate, type CertificateExtensions, type CertificationRequest, extensionName } from '@quorate/x509';
import { at, extensionRangeOf, rangeOf } from './byte-range.ts';
import type { CertificateRequest } from './certificate-request.ts';
import { checkBasicConstraints, checkPathLength } from './check-basic-constraints.ts';
import { checkOtherExtensions, checkUnaskedExtensions } from './check-other-extensions.ts';
import { checkExtendedKeyUsage, checkKeyUsage } from './check-usages.ts';
import type { RequestFinding } from './difference.ts';
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

const CA_ACTION = 'refuse it and have it issued anew: what it may do as a CA is not what was approved';
const USAGE_ACTION =
  'refuse it and have it issued anew: some servers drop or add usages, and then another way to issue is needed';

function checksOf(prefix: string, place: string): ExtensionChecks {
  const check = (id: string, field: string, reference: string, action: string): Check => ({
    id: `${prefix}.${id}`,
    where: field === '' ? place : `${place}.${field}`,
    reference,
    action,
  });
  return {
    extensions: check('extensions', '', 'RFC 5280 4.2', 'refuse it: others may read there what cannot be read here'),
    basicConstraints: check('basic-constraints', 'basicConstraints', 'RFC 5280 4.2.1.9; SKA.md 8.2.9', CA_ACTION),
    pathLength: check('path-length', 'basicConstraints.pathLenConstraint', 'RFC 5280 4.2.1.9; SKA.md 8.5', CA_ACTION),
    keyUsage: check('key-usage', 'keyUsage', 'RFC 5280 4.2.1.3; SKA.md 8.2.8', USAGE_ACTION),
    extendedKeyUsage: check('extended-key-usage', 'extKeyUsage', 'RFC 5280 4.2.1.12; SKA.md 8.2.8', USAGE_ACTION),
    other: check(
      'other-extensions',
      '',
      'RFC 5280 4.2',
      'refuse it and have it issued anew, with the extensions asked for',
    ),
    unasked: check('unasked-extension', '', 'RFC 5280 4.2', 'refuse it, or have the extension approved'),
  };
}

const CERTIFICATE = checksOf('certificate', 'tbsCertificate.extensions');
const CSR = checksOf('csr', 'certificationRequestInfo.attributes.extensionRequest');

/** Judges all extensions of a certificate. Those that cannot be decoded are a failure, and then nothing else is judged. */
export function checkCertificateExtensions(
  certificate: Certificate,
  reading: ExtensionsReading,
  request: CertificateRequest,
): RequestFinding[] {
  const checks = placed(CERTIFICATE, certificate);
  if (reading.extensions === null) return undecoded(checks, certificate, reading);
  const { basicConstraints } = reading.extensions;
  return [
    finding(checks.extensions, 'pass', 'every extension known here can be decoded'),
    checkBasicConstraints(checks.basicConstraints, basicConstraints, request.ca, request.critical?.basicConstraints),
    checkPathLength(checks.pathLength, basicConstraints, request.pathLen),
    ...checkUsages(checks, reading.extensions, request),
    ...checkOthers(checks, certificate, request),
  ];
}

/** Judges the extensions that a CSR asks its issuer for. */
export function checkCsrExtensions(
  csr: CertificationRequest,
  reading: ExtensionsReading,
  request: CertificateRequest | null,
): RequestFinding[] {
  const checks = placed(CSR, csr);
  if (reading.extensions === null) return [undecodable(checks, csr, reading)];
  const decoded = finding(checks.extensions, 'pass', 'every extension known here can be decoded');
  const { extensions } = reading;
  if (request === null) return [decoded, ...checkAskedCa(checks, extensions)];
  const { ca, critical } = request;
  return [
    decoded,
    checkBasicConstraints(checks.basicConstraints, extensions.basicConstraints, ca, critical?.basicConstraints),
    ...checkUsages(checks, extensions, request),
    ...checkOthers(checks, csr, request),
  ];
}

/** Without a request nobody says whether a CA is wanted: that it asks to be one is a warning. */
function checkAskedCa(checks: ExtensionChecks, { basicConstraints }: CertificateExtensions): RequestFinding[] {
  if (basicConstraints?.ca !== true) return [];
  const actual = `cA TRUE, ${basicConstraints.pathLen === null ? 'no path length' : `path length ${basicConstraints.pathLen}`}`;
  return [finding(checks.basicConstraints, 'warn', 'it asks to be a CA', { actual })];
}

function checkUsages(
  checks: ExtensionChecks,
  extensions: CertificateExtensions,
  request: CertificateRequest,
): RequestFinding[] {
  const { keyUsage, extendedKeyUsage, basicConstraints } = extensions;
  const { critical } = request;
  return [
    checkKeyUsage(checks.keyUsage, keyUsage, request.keyUsage, basicConstraints?.ca ?? false, critical?.keyUsage),
    checkExtendedKeyUsage(checks.extendedKeyUsage, extendedKeyUsage, request.extendedKeyUsage, critical?.extKeyUsage),
  ];
}

function checkOthers(checks: ExtensionChecks, actual: Extended, request: CertificateRequest): RequestFinding[] {
  const asked = request.otherExtensions ?? [];
  return [
    ...(asked.length === 0 ? [] : [checkOtherExtensions(checks.other, actual, asked)]),
    checkUnaskedExtensions(checks.unasked, actual, asked),
  ];
}

/** A certificate or a CSR. */
type Extended = Pick<Certificate | CertificationRequest, 'bytes' | 'extensions'>;

/** The checks, each at the extension that it is about. */
function placed(checks: ExtensionChecks, object: Extended): ExtensionChecks {
  const place = (check: Check, oid: string): Check => at(check, extensionRangeOf(object, oid));
  return {
    ...checks,
    basicConstraints: place(checks.basicConstraints, '2.5.29.19'),
    pathLength: place(checks.pathLength, '2.5.29.19'),
    keyUsage: place(checks.keyUsage, '2.5.29.15'),
    extendedKeyUsage: place(checks.extendedKeyUsage, '2.5.29.37'),
  };
}

type Undecoded = Extract<ExtensionsReading, { readonly extensions: null }>;

function undecoded(checks: ExtensionChecks, certificate: Certificate, reading: Undecoded): RequestFinding[] {
  return [
    undecodable(checks, certificate, reading),
    ...[checks.basicConstraints, checks.pathLength, checks.keyUsage, checks.extendedKeyUsage, checks.unasked].map(
      (check) => finding(check, 'not-checked', UNDECODED),
    ),
  ];
}

function undecodable(
  { extensions: check }: ExtensionChecks,
  object: Extended,
  { why, name }: Undecoded,
): RequestFinding {
  const found = object.extensions.find(({ oid }) => extensionName(oid) === name);
  return finding(found === undefined ? check : at(check, rangeOf(object.bytes, found.value)), 'fail', why);
}
