import { encodeSequence, isoTime, sameBytes } from '@quorate/der';
import {
  addNameConstraints,
  type CertificateNames,
  checkNames,
  generalNameText,
  hostName,
  type Name,
  type NameViolation,
  nameText,
  noSubtrees,
  parseName,
  purposeName,
  purposeOid,
} from '@quorate/x509';
import { IssueError } from '../error.ts';
import { demandFit } from '../key/algorithm.ts';
import type { CertificateProfile } from '../profile.ts';
import { quoted } from '../text.ts';
import type { Waivers } from '../waivers.ts';
import type { Issuer } from './issuer.ts';

/**
 * Checks that an issuer may issue what a profile asks for: its key goes with the algorithm, the dates lie within its
 * own, the purposes are among its own if it has some, and its pathLen leaves room for a CA below it with the pathLen asked
 * for. A CA that is asked for without pathLen is bounded by the issuer's all the same. Self-issued certificates, which
 * pathLen does not count (6.1.4 (l)), are no exception here.
 *
 * @param purposes object identifiers; `null`: no extKeyUsage, which an issuer with purposes restricts all the same
 * @throws IssueError `algorithm-key-mismatch`, `validity-outside-issuer`, `purposes-outside-issuer`,
 *   `path-length-exhausted`
 */
export function demandWithinIssuer(
  profile: CertificateProfile,
  purposes: readonly string[] | null,
  issuer: Issuer,
  waivers: Waivers,
): void {
  demandFit(profile.signatureAlgorithm, issuer.key, 'algorithm-key-mismatch', 'signatureAlgorithm');
  if (profile.notBefore < issuer.notBefore) {
    const [path, expected] = ['notBefore', `${isoTime(issuer.notBefore)} or later, as the issuer's`];
    waivers.refuse('validity-outside-issuer', { path, expected, actual: isoTime(profile.notBefore) });
  }
  if (profile.notAfter > issuer.notAfter) {
    const [path, expected] = ['notAfter', `${isoTime(issuer.notAfter)} or earlier, as the issuer's`];
    waivers.refuse('validity-outside-issuer', { path, expected, actual: isoTime(profile.notAfter) });
  }
  demandPurposes(purposes, issuer, waivers);
  if (profile.basicConstraints?.ca !== true || issuer.pathLen === null) return;
  if (issuer.pathLen === 0) {
    const expected = 'no CA below an issuer with pathLen 0';
    throw new IssueError('path-length-exhausted', { path: 'basicConstraints', expected, actual: 'CA:TRUE' });
  }
  const { pathLen } = profile.basicConstraints;
  if (pathLen !== undefined && pathLen >= issuer.pathLen) {
    const [path, expected] = ['basicConstraints.pathLen', `less than the issuer's pathLen, ${issuer.pathLen}`];
    throw new IssueError('path-length-exhausted', { path, expected, actual: `${pathLen}` });
  }
}

const ANY_PURPOSE = purposeOid('anyExtendedKeyUsage');

function demandPurposes(purposes: readonly string[] | null, issuer: Issuer, waivers: Waivers): void {
  const own = issuer.purposes;
  if (purposes === null || own === null || own.some((purpose) => purpose === ANY_PURPOSE)) return;
  const beyond = purposes.findIndex((purpose) => !own.includes(purpose));
  if (beyond < 0) return;
  const words = (oid: string): string => purposeName(oid) ?? oid;
  waivers.refuse('purposes-outside-issuer', {
    path: `extendedKeyUsage[${beyond}]`,
    expected: `one of the issuer's purposes: ${own.slice(0, 16).map(words).join(', ')}`,
    actual: words(purposes[beyond] as string),
  });
}

/** Comparisons of names; verifiers give up there. */
const MAX_COMPARISONS = 2 ** 20;

/**
 * Checks the names of a certificate against the issuer's name constraints (RFC 5280, 4.2.1.10, 6.1.3 (b), (c)), and the
 * mail addresses of its subject whether or not it has a subjectAltName. A CA with the issuer's own name is exempt. A common
 * name that looks like a host, where no dNSName is, is compared too, and noted when it lies outside. The constraints of CAs above the issuer are not known here, and that is noted, unless
 * the issuer is its own.
 *
 * @throws IssueError `names-outside-issuer`
 */
export function demandNames(
  names: CertificateNames,
  { ca, issuer, waivers }: { readonly ca: boolean; readonly issuer: Issuer; readonly waivers: Waivers },
): void {
  if (!issuer.self) {
    waivers.note({
      id: 'issue.constraints-above',
      outcome: 'not-checked',
      where: 'issuer',
      message: 'name constraints of the CAs above the issuer are not known here',
      reference: 'RFC 5280, 4.2.1.10',
      action: 'verify the whole path once the certificate is there',
    });
  }
  if (issuer.nameConstraints === null || (ca && sameBytes(names.subject.bytes, issuer.name))) return;
  let left = MAX_COMPARISONS;
  const spend = (comparisons: number): boolean => {
    left -= comparisons;
    return left >= 0;
  };
  const state = addNameConstraints(noSubtrees, issuer.nameConstraints);
  // The mail addresses of a subject are looked at beside a subjectAltName too, as many verifiers do.
  const violation = checkNames(state, names, spend) ?? checkNames(state, { ...names, subjectAltName: null }, spend);
  if (violation !== null) {
    const { reason, base } = violation;
    const actual = `${nameOf(violation)}: ${reason.replaceAll('-', ' ')}`;
    const expected = `names within the issuer's name constraints, as ${quoted(generalNameText(base))}`;
    throw new IssueError('names-outside-issuer', { path: pathOf(violation, names), expected, actual });
  }
  if (ca || names.subjectAltName?.some(({ type }) => type === 'dNSName')) return;
  const nobody = parseName(encodeSequence());
  const common = hostsIn(names.subject).find(
    (value) => checkNames(state, { subject: nobody, subjectAltName: [{ type: 'dNSName', value }] }, spend) !== null,
  );
  if (common === undefined) return;
  waivers.note({
    id: 'issue.common-name-outside-issuer',
    outcome: 'warn',
    where: 'subject',
    message: `the common name ${quoted(common)} looks like a host outside the issuer's name constraints: some verifiers refuse it`,
    reference: 'RFC 9525, 2; RFC 5280, 4.2.1.10',
    action: 'state the host as a dNSName, or choose a name without a dot',
  });
}

const COMMON_NAME = '2.5.4.3';

/** Common names that verifiers which know no better take for hosts. */
function hostsIn(subject: Name): string[] {
  return subject.rdns.flat().flatMap(({ type, text }) => {
    const host = type === COMMON_NAME && text !== null && text.includes('.') ? hostName(text) : null;
    return host === null ? [] : [host];
  });
}

function nameOf({ name }: NameViolation): string {
  if (name.type === 'subject') return quoted(nameText(name.name));
  return quoted(name.type === 'emailAddress' ? (name.text ?? 'an emailAddress') : generalNameText(name));
}

function pathOf({ name }: NameViolation, { subjectAltName }: CertificateNames): string {
  if (name.type === 'subject' || name.type === 'emailAddress') return 'subject';
  return `subjectAltName[${subjectAltName?.indexOf(name) ?? 0}]`;
}
