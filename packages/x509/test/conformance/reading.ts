import {
  certificateExtensions,
  type DistributionPoint,
  type GeneralName,
  type NameAttribute,
  parseCertificate,
} from '../../src/index.ts';

/** A certificate in terms that two readers can be compared in. */
export interface Reading {
  readonly version: number;
  readonly serialNumber: string;
  readonly issuer: readonly string[];
  readonly subject: readonly string[];
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: string;
  /** OIDs of the critical extensions. */
  readonly critical: readonly string[];
  readonly basicConstraints: unknown;
  readonly keyUsage: unknown;
  readonly extendedKeyUsage: unknown;
  readonly subjectKeyIdentifier: unknown;
  readonly authorityKeyIdentifier: unknown;
  readonly subjectAltName: unknown;
  readonly issuerAltName: unknown;
  readonly nameConstraints: unknown;
  readonly certificatePolicies: unknown;
  readonly policyMappings: unknown;
  readonly policyConstraints: unknown;
  readonly inhibitAnyPolicy: unknown;
  readonly crlDistributionPoints: unknown;
  readonly authorityInfoAccess: unknown;
}

const USAGES: readonly string[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

const REASONS: readonly string[] = [
  'unused',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'privilegeWithdrawn',
  'aACompromise',
];

const KINDS: readonly GeneralName['type'][] = [
  'otherName',
  'rfc822Name',
  'dNSName',
  'x400Address',
  'directoryName',
  'ediPartyName',
  'uniformResourceIdentifier',
  'iPAddress',
  'registeredID',
];

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const flat = (rdns: readonly (readonly NameAttribute[])[]): string[] =>
  rdns.flat().map(({ type, value }) => `${type} ${hex(value)}`);

function generalName(name: GeneralName): string {
  const kind = KINDS.indexOf(name.type);
  switch (name.type) {
    case 'iPAddress':
      return `${kind} ${hex(name.bytes)}`;
    case 'directoryName':
      return `${kind} ${flat(name.name.rdns).join()}`;
    case 'registeredID':
      return `${kind} ${name.oid}`;
    case 'rfc822Name':
    case 'dNSName':
    case 'uniformResourceIdentifier':
      return `${kind} ${name.value}`;
    default:
      return `${kind}`;
  }
}

function point({ fullName, nameRelativeToCRLIssuer, reasons, cRLIssuer }: DistributionPoint): unknown {
  return {
    full: fullName?.map(generalName) ?? null,
    relative: nameRelativeToCRLIssuer === null ? null : flat([nameRelativeToCRLIssuer]),
    reasons: reasons?.map((reason) => REASONS.indexOf(reason)) ?? null,
    issuer: cRLIssuer?.map(generalName) ?? null,
  };
}

/** What this package reads in a certificate. */
export function reading(der: Uint8Array): Reading {
  const certificate = parseCertificate(der);
  const found = certificateExtensions(certificate);
  const { basicConstraints: basic, authorityKeyIdentifier: authority, policyConstraints: policy } = found;
  return {
    version: certificate.version,
    serialNumber: hex(certificate.serialNumber),
    issuer: flat(certificate.issuer.rdns),
    subject: flat(certificate.subject.rdns),
    notBefore: certificate.notBefore.seconds,
    notAfter: certificate.notAfter.seconds,
    publicKey: hex(certificate.publicKey),
    critical: certificate.extensions.filter(({ critical }) => critical).map(({ oid }) => oid),
    basicConstraints: basic === null ? null : { ca: basic.ca, pathLen: basic.pathLen },
    keyUsage:
      found.keyUsage === null
        ? null
        : [...found.keyUsage.usages.map((usage) => USAGES.indexOf(usage)), ...found.keyUsage.unknownBits],
    extendedKeyUsage: found.extendedKeyUsage?.purposes ?? null,
    subjectKeyIdentifier: found.subjectKeyIdentifier === null ? null : hex(found.subjectKeyIdentifier.keyIdentifier),
    authorityKeyIdentifier:
      authority === null
        ? null
        : {
            keyIdentifier: authority.keyIdentifier === null ? null : hex(authority.keyIdentifier),
            issuer: authority.issuer?.map(generalName) ?? null,
            serialNumber: authority.serialNumber === null ? null : hex(authority.serialNumber),
          },
    subjectAltName: found.subjectAltName?.names.map(generalName) ?? null,
    issuerAltName: found.issuerAltName?.names.map(generalName) ?? null,
    nameConstraints:
      found.nameConstraints === null
        ? null
        : {
            permitted: found.nameConstraints.permitted.map(({ base }) => generalName(base)),
            excluded: found.nameConstraints.excluded.map(({ base }) => generalName(base)),
          },
    certificatePolicies:
      found.certificatePolicies?.policies.map(({ oid, qualifiers }) => [
        oid,
        ...qualifiers.map((each) => `${each.oid} ${hex(each.value)}`),
      ]) ?? null,
    policyMappings:
      found.policyMappings?.mappings.map((pair) => [pair.issuerDomainPolicy, pair.subjectDomainPolicy]) ?? null,
    policyConstraints: policy === null ? null : [policy.requireExplicitPolicy, policy.inhibitPolicyMapping],
    inhibitAnyPolicy: found.inhibitAnyPolicy?.skipCerts ?? null,
    crlDistributionPoints: found.crlDistributionPoints?.points.map(point) ?? null,
    authorityInfoAccess:
      found.authorityInfoAccess?.descriptions.map(({ method, location }) => [method, generalName(location)]) ?? null,
  };
}
