import { hexOf, sameBytes } from '@quorate/der';
import { type Certificate, parseCertificate, parseTbsCertificate, type TbsCertificate } from '@quorate/x509';
import { rangeOf } from './byte-range.ts';
import { type CheckCertificateOptions, checkCertificateAgainstRequest } from './check-certificate.ts';
import { CERTIFICATE } from './check-returned.ts';
import { type RequestFinding, type RequestReport, requestReportOf } from './difference.ts';
import { type ExpectedTbs, isSelfSigned, requestOfTbs } from './expected-tbs.ts';
import { type Check, differs, finding, findingOf, type Remark } from './finding.ts';
import { isMalformed, malformed, readOr } from './malformed.ts';
import { unnamedRemarks } from './unnamed-differences.ts';

const TBS: Check = {
  id: 'certificate.tbs',
  where: 'tbsCertificate',
  reference: 'RFC 5280 4.1.1.1',
  action: 'refuse it: what was approved is not what was signed; have the TBS signed that was approved',
};

/**
 * Judges a returned certificate by the TBSCertificate that was to be signed: a manifest's or a profile's. The first finding,
 * `certificate.tbs`, passes when both are the same, byte for byte, and fails otherwise, whatever else is found: it says at
 * which byte they part.
 *
 * When they are the same, what follows is about the signature and its issuer, and about what was left to whoever issued it.
 * When not, every check of `checkCertificateAgainstRequest` says what differs and how, and `certificate.tbs` names what is
 * left: the same meaning in other octets, extensions in another order.
 *
 * Without an issuer's certificate, one whose subject is its issuer is taken as self-signed, unless its
 * authorityKeyIdentifier names another key than its own.
 *
 * @throws X509Error when what was expected is no TBSCertificate
 */
export function checkCertificateAgainstTbs(
  certificate: Certificate,
  expected: ExpectedTbs,
  options: CheckCertificateOptions = {},
): RequestReport {
  const meant = parseTbsCertificate(expected.tbs);
  const selfSigned = options.issuer === undefined && isSelfSigned(meant);
  const request = requestOfTbs(meant, expected, selfSigned, options);
  const { findings } = checkCertificateAgainstRequest(certificate, request, options);
  const judged = findings.map((each) => (isTaken(each, expected) ? judgeTaken(each, certificate) : each));
  if (sameBytes(certificate.tbs, meant.tbs)) {
    const { length } = meant.tbs;
    const what = expected.taken?.length ? ', with the serial number that it was given' : '';
    const same = finding(TBS, 'pass', `the TBS that was to be signed${what}, byte for byte: ${length} bytes`);
    return requestReportOf([same, ...judged.filter((each) => saysMore(each, expected))]);
  }
  return requestReportOf([tbsFinding(certificate, meant, judged), ...judged]);
}

/**
 * The same for the bytes that came back; for bytes that are no certificate in strict DER a report with one failure,
 * `certificate.malformed`.
 *
 * @param der at most 1 MiB, and not PEM
 * @throws X509Error when what was expected is no TBSCertificate
 */
export function checkReturnedAgainstTbs(
  der: Uint8Array,
  expected: ExpectedTbs,
  options: CheckCertificateOptions = {},
): RequestReport {
  const certificate = readOr(() => parseCertificate(der));
  if (isMalformed(certificate)) return malformed(CERTIFICATE, 'not a certificate', der, certificate);
  return checkCertificateAgainstTbs(certificate, expected, options);
}

function tbsFinding(
  certificate: Certificate,
  meant: TbsCertificate,
  findings: readonly RequestFinding[],
): RequestFinding {
  const { bytes, tbs } = certificate;
  let at = 0;
  while (at < tbs.length && tbs[at] === meant.tbs[at]) at++;
  const start = (rangeOf(bytes, tbs)?.start ?? 0) + Math.min(at, tbs.length - 1);
  const remarks: Remark[] = [
    { outcome: 'fail', message: `not the TBS that was to be signed: it differs from its byte ${at} on` },
    ...unnamedRemarks(certificate, meant, findings),
  ];
  return findingOf({ ...TBS, bytes: { start, end: start + 1 } }, remarks, '', {
    expected: octetsAt(meant.tbs, at),
    actual: octetsAt(tbs, at),
  });
}

function octetsAt(bytes: Uint8Array, at: number): string {
  if (at >= bytes.length) return `the end, after ${bytes.length} bytes`;
  return `${bytes.length} bytes, there ${hexOf(bytes.subarray(at, at + 8))}`;
}

/** What the same bytes do not decide: who signed, and whether any of it is a fault in itself. */
const ABOUT_THE_ISSUER: ReadonlySet<string> = new Set([
  'certificate.issuer',
  'certificate.authority-key-identifier',
  'certificate.issuer-authority',
  'certificate.signature',
]);

function saysMore(each: RequestFinding, expected: ExpectedTbs): boolean {
  return each.outcome === 'fail' || ABOUT_THE_ISSUER.has(each.id) || isTaken(each, expected);
}

function isTaken({ id }: RequestFinding, { taken = [] }: ExpectedTbs): boolean {
  return id === 'certificate.serial-number' && taken.includes('serialNumber');
}

/** A number drawn from 64 bits or more has fewer octets than this once in 100,000 times (CA/Browser Forum, BR 7.1). */
const FEWEST_RANDOM_OCTETS = 7;

/** A serial number that was to be random, and is short. */
function judgeTaken(each: RequestFinding, { serialNumber }: Certificate): RequestFinding {
  if (each.outcome === 'fail' || serialNumber.length >= FEWEST_RANDOM_OCTETS) return each;
  const message = `weaker: it was to have 64 random bits or more, and has ${serialNumber.length} octets`;
  const { differences } = findingOf(TBS, [differs('weaker', 'serialNumber', message)], '');
  const action = 'have it issued anew, with a random number: one that can be foretold helps to forge';
  return { ...each, outcome: 'fail', message, action, ...(differences === undefined ? {} : { differences }) };
}
