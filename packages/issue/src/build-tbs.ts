import { keyIdentity, type PublicKey, type WithAlgorithms } from '@quorate/crypto';
import { encodeInteger } from '@quorate/der';
import type { LintReport, RuleSelection } from '@quorate/lint';
import type { Policy } from '@quorate/policy';
import type { Finding } from '@quorate/report';
import { carryOver } from './csr-rules.ts';
import { demandProfile } from './demand-profile.ts';
import { IssueError } from './error.ts';
import type { Authority } from './extension/key-identifiers.ts';
import { planExtensions } from './extension/plan.ts';
import { type Issuer, readIssuer } from './issuer/issuer.ts';
import { noteIssuer } from './issuer/issuer-notes.ts';
import { demandOtherSubject, demandUnlikeIssuer } from './issuer/unlike-issuer.ts';
import { demandNames, demandWithinIssuer } from './issuer/within-issuer.ts';
import { demandFit } from './key/algorithm.ts';
import { demandKeyPolicy } from './key/key-policy.ts';
import { demandKey, subjectKeyIdentifierOf } from './key/subject-key.ts';
import { lintTbs } from './lint-tbs.ts';
import { plainCopy } from './plain-copy.ts';
import type { CertificateProfile } from './profile.ts';
import { type ProvenRequest, readProvenRequest } from './request.ts';
import { subjectOf } from './subject.ts';
import { encodeTbs } from './tbs.ts';
import { Waivers } from './waivers.ts';

/** With `algorithms`: more kinds of key and signature, such as those of `@quorate/crypto/post-quantum`. */
export interface TbsRequest extends WithAlgorithms {
  readonly profile: CertificateProfile;
  /** The issuer's certificate, DER; `'self'`: a self-signed certificate, of a CA. */
  readonly issuer: Uint8Array | 'self';
  /** SubjectPublicKeyInfo. With `csr`: the key that must be the one in it. One of the two must be given. */
  readonly publicKey?: Uint8Array;
  /** A certification request (RFC 2986), DER, whose key is certified. */
  readonly csr?: Uint8Array;
  /** For a serial number that is `'random'`: 8 to 20 octets from a good source. */
  readonly randomBytes?: Uint8Array;
  /** Of the subject's key: `null` for an ordinary key. Default: not known, and the report says so where it matters. */
  readonly policy?: Policy | null;
  /** Rules beyond those that the profile asks for; none can be left out here. */
  readonly lint?: Pick<RuleSelection, 'sets' | 'include'>;
}

/** A TBSCertificate and how it came about. */
export interface BuiltTbs {
  readonly tbs: Uint8Array;
  /**
   * What a reader should know that the bytes do not say: what was taken over from a request; what the profile allows in
   * writing (`warn`); what could not be judged (`not-checked`). Always in the same order; ids are `issue.` and a word.
   */
  readonly decisions: readonly Finding[];
  /** Without errors: those refuse. */
  readonly lint: LintReport;
}

/**
 * The TBSCertificate that a profile asks for, to be signed by its issuer. The same input gives the same bytes.
 *
 * From the issuer's certificate come the issuer's name and, as authorityKeyIdentifier, its subjectKeyIdentifier, byte for
 * byte; of a self-signed one they are its own. The key stands in it byte for byte. A request must prove possession of its
 * key; what else is taken from it says the profile. What was written is read again and compared before it is returned.
 *
 * Not decided: whether the issuer's certificate verifies, chains to anything or is valid now; constraints above it.
 *
 * @throws IssueError the codes of a profile, a request, an issuer, a key policy and lint
 * @throws TypeError when neither key nor request is given, and for a profile that is no plain data
 */
export function buildTbs(request: TbsRequest): BuiltTbs {
  const { randomBytes } = request;
  // What is checked must be what is written, whatever object it comes in.
  const asked = plainCopy(request.profile, 'profile', ['signatureAlgorithm']);
  const proven = request.csr === undefined ? null : readProvenRequest(request.csr, request);
  const carried = proven === null ? null : carryOver(asked, proven.request);
  const profile = carried?.profile ?? asked;
  const waivers = new Waivers(profile.allow);
  const demanded = demandProfile(profile, randomBytes);
  const self = request.issuer === 'self';
  if (self && profile.basicConstraints?.ca !== true) {
    throw new IssueError('root-not-ca', { path: 'basicConstraints', expected: 'CA:TRUE' });
  }
  const subject = subjectOf(profile, proven?.request.subject ?? null);
  const key = subjectKey(request, proven);
  const issuer = request.issuer === 'self' ? null : readIssuer(request.issuer, request);
  const subjectKeyIdentifier = subjectKeyIdentifierOf(profile, key.spki);
  if (issuer === null) demandFit(profile.signatureAlgorithm, key, 'algorithm-key-mismatch', 'signatureAlgorithm');
  else {
    demandWithinIssuer(profile, demanded.extendedKeyUsage, issuer, waivers);
    const keyPath = proven === null ? 'publicKey' : 'csr.publicKey';
    demandUnlikeIssuer({ ...demanded, key, keyPath, subjectKeyIdentifier }, issuer, waivers);
  }
  demandKeyPolicy(profile, request.policy, waivers);
  const own: Issuer['keyIdentifier'] | null = issuer?.keyIdentifier ?? subjectKeyIdentifier;
  const pointedTo = {
    issuer: issuer?.issuer ?? subject.bytes,
    serialNumber: issuer?.serialNumber ?? encodeInteger(demanded.serialNumber).subarray(2),
  };
  const { tbs, fields, extensions } = encodeTbs({
    ...demanded,
    issuer: issuer?.name ?? subject.bytes,
    validity: profile,
    subject: subject.bytes,
    publicKey: key.spki,
    extensions: planExtensions(profile, {
      subjectEmpty: subject.empty,
      extendedKeyUsage: demanded.extendedKeyUsage,
      subjectKeyIdentifier,
      authority: authorityOf(profile, self, own, pointedTo),
    }),
  });
  if (issuer !== null) {
    const names = { subject: fields.subject, subjectAltName: extensions.subjectAltName?.names ?? null };
    demandNames(names, { ca: profile.basicConstraints?.ca === true, issuer, waivers });
    demandOtherSubject(fields.subject, profile, issuer);
    noteIssuer(extensions, issuer, waivers);
  }
  const lint = lintTbs(tbs, profile.lint, request.lint ?? {}, waivers, request);
  return { tbs, decisions: [...(carried?.decisions ?? []), ...waivers.findings()], lint };
}

function subjectKey(request: TbsRequest, proven: ProvenRequest | null): PublicKey {
  const { publicKey } = request;
  if (publicKey === undefined) {
    if (proven === null) throw new TypeError('give `publicKey` or `csr`: the key to be certified');
    return proven.key;
  }
  const key = demandKey(publicKey, 'publicKey', request);
  if (proven === null) return key;
  if (keyIdentity(key) === keyIdentity(proven.key)) return proven.key;
  throw new IssueError('key-mismatch', {
    path: 'csr.publicKey',
    expected: 'the key given beside it',
    actual: 'another',
  });
}

function authorityOf(
  { authorityKeyIdentifier: choice = 'key-identifier' }: CertificateProfile,
  self: boolean,
  keyIdentifier: Uint8Array | null,
  certificate: NonNullable<Authority['certificate']>,
): Authority | null {
  const path = 'authorityKeyIdentifier';
  if (choice === null) {
    if (self) return null;
    throw new IssueError('key-identifier-missing', { path, expected: "the issuer's key identifier", actual: 'none' });
  }
  if (keyIdentifier === null)
    throw new IssueError('key-identifier-missing', { path, expected: 'a subjectKeyIdentifier' });
  return { keyIdentifier, certificate: choice === 'with-issuer-and-serial' ? certificate : null };
}
