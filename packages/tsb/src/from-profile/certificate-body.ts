import type { SignatureAlgorithm } from '@quorate/crypto';
import { encodePem } from '@quorate/der';
import type { CertificateProfile } from '@quorate/issue';
import type { JsonValue } from '@quorate/syntax';
import { type CertificationRequest, parseCertificationRequest, X509Error } from '@quorate/x509';
import { TsbError } from '../error.ts';
import { type Asked, type CertificateBodyKind, lossesOf } from './losses.ts';
import { restAlgorithm } from './rest-algorithm.ts';
import { type KeyAccess, keyNameMember, metaDataMembers, passwordMember, type RestRequest } from './rest-request.ts';
import { type Dialect, subjectPart } from './subject-members.ts';
import { keyUsageMember, purposeMember } from './usage-members.ts';
import { validityDays } from './validity-days.ts';

export interface CertificateBodyParts extends KeyAccess {
  readonly profile: CertificateProfile;
  /** `sign`: the key signs a certificate of the key in `csr`. `selfsign`: of itself. `request`: it signs a CSR for itself. */
  readonly kind: CertificateBodyKind;
  /**
   * The generation of the server, which refuses members that it does not know (SKA.md 3.0). `commonName`: of the published
   * interface, without a validity in `sign`. `standardCertificateAttributes`: of clients from 2025 on, with one. A
   * `request` is the same in both.
   */
  readonly dialect: Dialect;
  /** For `sign`: a CSR, DER. */
  readonly csr?: Uint8Array;
  /** For `request`: what the key signs the CSR with; the profile's is that of the issuer's key. */
  readonly algorithm?: SignatureAlgorithm;
}

type Members = { readonly [member: string]: JsonValue };

/** The path, and the member around the body, of each kind (SKA.md 3.3). */
const WRAPPERS: Readonly<Record<CertificateBodyKind, string>> = {
  request: 'csrSignRequest',
  sign: 'signCertificateRequest',
  selfsign: 'selfSignCertificateRequest',
};

/**
 * The body that asks a broker for the certificate of a profile, or for a CSR towards one, and all that it does not bring
 * about. To have exactly what the profile says signed, build its TBS and see `signBodyOf`.
 *
 * What `toCertificateRequest` makes of the body is what the profile says, but for what is listed. A profile without
 * keyUsage or purposes becomes an empty list. Its days are whole days, rounded down.
 *
 * Not decided: whether the profile makes sense (`buildTbs` does), whether the CSR proves possession of its key (`readCsr`
 * does), and whether a server does as it is known to.
 *
 * @throws TsbError `name-value-unsafe` for a value that would change the name that it is pasted into;
 * `profile-not-expressible` without a common name, or with less than a day where the body must state days;
 * `algorithm-unsupported` for one that the endpoint does not take; `csr-invalid`; `body-invalid` for the key name
 * @throws TypeError without the `csr` or `algorithm` that the kind needs, or with one that it does not take
 */
export function certificateBodyOf(parts: CertificateBodyParts): RestRequest {
  const { profile, kind, dialect } = parts;
  demandParts(parts);
  const csr = parts.csr === undefined ? null : readCsr(parts.csr);
  // A request for a CSR knows the attributes alone.
  const subject = subjectPart(profile, kind === 'request' ? 'standardCertificateAttributes' : dialect, csr);
  const asked: Asked = { profile, kind, dialect, subject, validity: validityDays(profile) };
  const inner: Members = { ...membersOf(asked, parts, csr), ...givenMetaData(parts) };
  return {
    path: `/v1/certificate/${kind}`,
    body: { [WRAPPERS[kind]]: inner },
    notExpressible: lossesOf(asked),
  };
}

function demandParts({ kind, dialect, csr, algorithm }: CertificateBodyParts): void {
  if (!Object.hasOwn(WRAPPERS, kind)) throw new TypeError(`not a kind of body: \`${String(kind)}\``);
  if (dialect !== 'commonName' && dialect !== 'standardCertificateAttributes') {
    throw new TypeError(`not a dialect: \`${String(dialect)}\``);
  }
  if ((csr !== undefined) !== (kind === 'sign')) throw new TypeError('`csr` goes with `sign`, and only with it');
  if ((algorithm !== undefined) !== (kind === 'request')) {
    throw new TypeError('`algorithm` goes with `request`, and only with it');
  }
}

/** In the order of the published samples. */
function membersOf(asked: Asked, parts: CertificateBodyParts, csr: CertificationRequest | null): Members {
  const { profile, kind, dialect, subject } = asked;
  const days = daysMember(asked);
  const key = { signKeyName: keyNameMember(parts), keyPassword: passwordMember(parts) };
  const usages = { keyUsage: keyUsageMember(profile), extendedKeyUsage: purposeMember(profile) };
  if (kind === 'request') {
    const signatureAlgorithm = restAlgorithm(parts.algorithm ?? profile.signatureAlgorithm, 'key', 'algorithm');
    return { ...key, signatureAlgorithm, ...days, ...subject.members, ...usages };
  }
  const signatureAlgorithm = restAlgorithm(profile.signatureAlgorithm, 'certificate', 'signatureAlgorithm');
  const certificateAuthority = profile.basicConstraints?.ca === true;
  if (kind === 'selfsign') {
    return { ...key, ...days, signatureAlgorithm, ...subject.members, certificateAuthority, ...usages };
  }
  return {
    ...key,
    ...(dialect === 'commonName' ? {} : days),
    signatureAlgorithm,
    ...subject.members,
    certificateAuthority,
    ...(csr === null ? {} : { certificateSigningRequest: pemOf(csr) }),
    ...usages,
  };
}

function daysMember({ kind, dialect, validity: { days } }: Asked): Members {
  if (days > 0) return { validity: days };
  // A CSR has no validity, and this dialect states none: there the rest of the body is as good as ever.
  if (kind === 'request' || (kind === 'sign' && dialect === 'commonName')) return {};
  const [expected, actual] = ['at least a day: the body counts in days', 'less'];
  throw new TsbError('profile-not-expressible', { path: 'notAfter', expected, actual });
}

/** RFC 7468 asks for this label; servers write another. */
function pemOf({ bytes }: CertificationRequest): string {
  return encodePem({ label: 'CERTIFICATE REQUEST', bytes });
}

function readCsr(der: Uint8Array): CertificationRequest {
  try {
    return parseCertificationRequest(der);
  } catch (cause) {
    if (cause instanceof X509Error) throw new TsbError('csr-invalid', { path: 'csr', cause });
    throw cause;
  }
}

function givenMetaData(parts: KeyAccess): Members {
  const { metaData, metaDataSignature } = metaDataMembers(parts);
  return {
    ...(metaData === null ? {} : { metaData }),
    ...(metaDataSignature === null ? {} : { metaDataSignature }),
  };
}
