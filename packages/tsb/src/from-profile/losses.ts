import type { CertificateProfile } from '@quorate/issue';
import { type NotExpressible, unheard, unsaid } from './not-expressible.ts';
import type { Dialect, SubjectPart } from './subject-members.ts';
import { purposeLosses } from './usage-members.ts';
import type { ValidityDays } from './validity-days.ts';

/** The three requests about certificates, by the last part of their paths. */
export type CertificateBodyKind = 'request' | 'sign' | 'selfsign';

/** What was asked of `certificateBodyOf`, and what has been made of it so far. */
export interface Asked {
  readonly profile: CertificateProfile;
  readonly kind: CertificateBodyKind;
  readonly dialect: Dialect;
  readonly subject: SubjectPart;
  readonly validity: ValidityDays;
}

type Rule = (asked: Asked) => readonly NotExpressible[];

/** 9999-12-31T23:59:59Z. */
const NEVER = 253402300799;
const NO_MEMBER = 'the interface has no member for it';
const NOT_IN_CSR = 'a CSR has no place for it: whoever issues the certificate decides';

/** For what is said elsewhere in the body, or is not about the certificate. */
const nothing: Rule = () => [];

/** For extensions that no body has: what their absence means. */
function absent(member: keyof CertificateProfile, then?: string): Rule {
  const why = then === undefined ? NO_MEMBER : `${NO_MEMBER}: ${then}`;
  return ({ profile }) => (isThere(profile[member]) ? [unsaid(member, why)] : []);
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}

/** What becomes of each member of a profile; a member that is not in this table does not compile. */
const RULES: { readonly [member in keyof Required<CertificateProfile>]: Rule } = {
  note: nothing,
  subject: ({ subject }) => subject.losses,
  notBefore: ({ kind }) => [
    unsaid('notBefore', kind === 'request' ? NOT_IN_CSR : 'servers begin when they sign, or at midnight before it'),
  ],
  notAfter: endLosses,
  serialNumber: ({ kind }) => [
    unsaid(
      'serialNumber',
      kind === 'request' ? NOT_IN_CSR : 'servers choose it: 0, or a number that follows from the name',
    ),
  ],
  signatureAlgorithm: ({ kind }) => (kind === 'request' ? [unsaid('signatureAlgorithm', NOT_IN_CSR)] : []),
  basicConstraints: basicConstraintsLosses,
  keyUsage: ({ profile, ...asked }) => (isThere(profile.keyUsage) ? droppedOnSign('keyUsage', asked) : []),
  extendedKeyUsage: ({ profile, ...asked }) => [
    ...(isThere(profile.extendedKeyUsage) ? droppedOnSign('extendedKeyUsage', asked) : []),
    ...purposeLosses(profile),
  ],
  subjectAltName: absent('subjectAltName', 'the certificate would have none'),
  issuerAltName: absent('issuerAltName'),
  subjectKeyIdentifier: keyIdentifierLosses,
  authorityKeyIdentifier: authorityLosses,
  nameConstraints: absent('nameConstraints', 'the CA would be free to certify any name'),
  certificatePolicies: absent('certificatePolicies'),
  policyMappings: absent('policyMappings'),
  policyConstraints: absent('policyConstraints'),
  inhibitAnyPolicy: absent('inhibitAnyPolicy'),
  crlDistributionPoints: absent('crlDistributionPoints', 'nobody would be told where its revocation is published'),
  freshestCrl: absent('freshestCrl'),
  authorityInfoAccess: absent('authorityInfoAccess'),
  subjectInfoAccess: absent('subjectInfoAccess'),
  tlsFeature: absent('tlsFeature'),
  qcStatements: absent('qcStatements'),
  ocspNoCheck: absent('ocspNoCheck'),
  extensions: ({ profile: { extensions = [] } }) =>
    extensions.map(({ oid }, i) => unsaid(`extensions[${i}]`, `${NO_MEMBER}: \`${oid}\``)),
  critical: criticalLosses,
  quorum: nothing,
  lint: nothing,
  allow: nothing,
  csr: ({ profile, kind }) =>
    profile.csr === undefined || kind !== 'sign'
      ? []
      : [unsaid('csr', 'servers decide what they take from a CSR: of those known, its key alone')],
};

/** What a profile says and a body does not bring about, in the order of the members of profiles. */
export function lossesOf(asked: Asked): NotExpressible[] {
  return Object.values(RULES).flatMap((rule) => rule(asked));
}

function endLosses({ profile, kind, dialect, validity: { days, rest } }: Asked): NotExpressible[] {
  if (kind === 'request') {
    if (days === 0) return [unsaid('notAfter', NOT_IN_CSR)];
    return [unheard('notAfter', '`validity` is taken and has no effect: a CSR has no place for it')];
  }
  if (kind === 'sign' && dialect === 'commonName') {
    return [unsaid('notAfter', 'this dialect has no member for it: servers gave 90 days, or 3650')];
  }
  const counted = `only days from the server's own start can be asked for, ${days} of them`;
  const cut = rest > 0 ? `, ${rest} s less than here` : rest < 0 ? ', 1 s more than here' : '';
  const never = profile.notAfter === NEVER ? '; that there is no end cannot' : '';
  return [unsaid('notAfter', `${counted}${cut}${never}`)];
}

function basicConstraintsLosses({ profile: { basicConstraints }, kind }: Asked): NotExpressible[] {
  if (basicConstraints === null) return [];
  const losses: NotExpressible[] = [];
  if (kind === 'request') losses.push(unsaid('basicConstraints', 'a request for a CSR has no member for it'));
  else if (!basicConstraints.ca) {
    losses.push(unsaid('basicConstraints', 'servers leave the extension out when it is no CA'));
  }
  if (basicConstraints.pathLen !== undefined) {
    const why = `${NO_MEMBER}: the number of CAs below would have no bound`;
    losses.push(unsaid('basicConstraints.pathLen', why));
  }
  return losses;
}

/** SKA.md 8.2.8: certificates of 2024 lack them, later servers pass them on. */
function droppedOnSign(path: string, { kind, dialect }: Pick<Asked, 'kind' | 'dialect'>): NotExpressible[] {
  if (kind !== 'sign' || dialect !== 'commonName') return [];
  return [unheard(path, 'servers of this dialect left it out of the certificates that are known')];
}

/** SKA.md 8.2.14. */
function keyIdentifierLosses({ profile: { subjectKeyIdentifier: asked = 'rfc5280-1' } }: Asked): NotExpressible[] {
  if (asked === 'rfc5280-1') return [];
  return [unsaid('subjectKeyIdentifier', 'servers write SHA-1 of the key (RFC 5280, 4.2.1.2, method 1)')];
}

/** SKA.md 8.1: the issuer's key identifier in what is signed, none in what is self-signed. */
function authorityLosses({ profile, kind }: Asked): NotExpressible[] {
  const { authorityKeyIdentifier: asked = 'key-identifier' } = profile;
  const path = 'authorityKeyIdentifier';
  if (kind === 'request') return asked === null ? [] : [unsaid(path, NOT_IN_CSR)];
  if (kind === 'selfsign')
    return asked === null ? [] : [unsaid(path, 'servers write none in self-signed certificates')];
  return asked === 'key-identifier' ? [] : [unsaid(path, "servers write the issuer's key identifier alone")];
}

/** No body speaks of criticality. What servers write: SKA.md 8.2.9, 8.3. */
function criticalLosses({ profile, kind }: Asked): NotExpressible[] {
  const { basicConstraints, keyUsage, extendedKeyUsage, critical = {} } = profile;
  const losses: NotExpressible[] = [];
  if (basicConstraints?.ca === true && kind !== 'request') {
    losses.push(
      unsaid('critical.basicConstraints', 'servers write it as not critical, which RFC 5280 forbids of a CA'),
    );
  }
  if (keyUsage !== null && critical.keyUsage === false) {
    losses.push(unsaid('critical.keyUsage', 'servers write it as critical'));
  }
  if (extendedKeyUsage !== undefined && critical.extendedKeyUsage !== true) {
    losses.push(unsaid('critical.extendedKeyUsage', 'servers write it as critical'));
  }
  return losses;
}
