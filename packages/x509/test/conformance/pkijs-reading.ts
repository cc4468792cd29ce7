import type { BitString, Integer, OctetString } from 'asn1js';
import {
  type AltName,
  type AuthorityKeyIdentifier,
  type BasicConstraints,
  Certificate,
  type CertificatePolicies,
  type CRLDistributionPoints,
  type DistributionPoint,
  type ExtKeyUsage,
  type GeneralName,
  type GeneralSubtree,
  type InfoAccess,
  type NameConstraints,
  type PolicyConstraints,
  type PolicyMappings,
  type RelativeDistinguishedNames,
} from 'pkijs';
import type { Reading } from './reading.ts';

const hex = (bytes: Uint8Array | ArrayBuffer): string => Buffer.from(bytes as Uint8Array).toString('hex');
const contentOf = (value: OctetString | Integer | BitString): Uint8Array => value.valueBlock.valueHexView;

/** pkijs keeps the attributes of a name in one list, whatever relative name they stand in. */
function nameOf(name: RelativeDistinguishedNames): string[] {
  return name.typesAndValues.map(({ type, value }) => `${type} ${hex(value.toBER())}`);
}

function generalName({ type, value }: GeneralName): string {
  switch (type) {
    case 1:
    case 2:
    case 6:
    case 8:
      return `${type} ${String(value)}`;
    case 4:
      return `4 ${nameOf(value as RelativeDistinguishedNames).join()}`;
    case 7:
      return `7 ${hex(contentOf(value as OctetString))}`;
    default:
      return `${type}`;
  }
}

const subtree = ({ base }: GeneralSubtree): string => generalName(base);

function bits(value: BitString): number[] {
  const octets = contentOf(value);
  return Array.from({ length: octets.length * 8 }, (_, bit) => bit).filter(
    (bit) => (((octets[bit >> 3] as number) << (bit & 7)) & 0x80) !== 0,
  );
}

function point({ distributionPoint, reasons, cRLIssuer }: DistributionPoint): unknown {
  const full = Array.isArray(distributionPoint) ? distributionPoint.map(generalName) : null;
  const relative =
    Array.isArray(distributionPoint) || distributionPoint === undefined ? null : nameOf(distributionPoint);
  return {
    full,
    relative,
    reasons: reasons === undefined ? null : bits(reasons),
    issuer: cRLIssuer?.map(generalName) ?? null,
  };
}

/** What pkijs reads in a certificate. */
export function pkijsReading(der: Uint8Array): Reading {
  const certificate = Certificate.fromBER(Uint8Array.from(der));
  const values = new Map(
    (certificate.extensions ?? []).map(({ extnID, parsedValue }) => [extnID, parsedValue as unknown]),
  );
  function extension<T>(oid: string, read: (value: T) => unknown): unknown {
    const value = values.get(oid);
    return value === undefined ? null : read(value as T);
  }
  const altName = (oid: string): unknown => extension<AltName>(oid, ({ altNames }) => altNames.map(generalName));
  return {
    version: certificate.version + 1,
    serialNumber: hex(contentOf(certificate.serialNumber)),
    issuer: nameOf(certificate.issuer),
    subject: nameOf(certificate.subject),
    notBefore: certificate.notBefore.value.getTime() / 1000,
    notAfter: certificate.notAfter.value.getTime() / 1000,
    publicKey: hex(certificate.subjectPublicKeyInfo.toSchema().toBER()),
    critical: (certificate.extensions ?? []).filter(({ critical }) => critical).map(({ extnID }) => extnID),
    basicConstraints: extension<BasicConstraints>('2.5.29.19', ({ cA, pathLenConstraint }) => ({
      ca: cA,
      pathLen: pathLenConstraint ?? null,
    })),
    keyUsage: extension<BitString>('2.5.29.15', bits),
    extendedKeyUsage: extension<ExtKeyUsage>('2.5.29.37', ({ keyPurposes }) => keyPurposes),
    subjectKeyIdentifier: extension<OctetString>('2.5.29.14', (value) => hex(contentOf(value))),
    authorityKeyIdentifier: extension<AuthorityKeyIdentifier>('2.5.29.35', (value) => ({
      keyIdentifier: value.keyIdentifier === undefined ? null : hex(contentOf(value.keyIdentifier)),
      issuer: value.authorityCertIssuer?.map(generalName) ?? null,
      serialNumber:
        value.authorityCertSerialNumber === undefined ? null : hex(contentOf(value.authorityCertSerialNumber)),
    })),
    subjectAltName: altName('2.5.29.17'),
    issuerAltName: altName('2.5.29.18'),
    nameConstraints: extension<NameConstraints>('2.5.29.30', ({ permittedSubtrees, excludedSubtrees }) => ({
      permitted: (permittedSubtrees ?? []).map(subtree),
      excluded: (excludedSubtrees ?? []).map(subtree),
    })),
    certificatePolicies: extension<CertificatePolicies>('2.5.29.32', ({ certificatePolicies }) =>
      certificatePolicies.map(({ policyIdentifier, policyQualifiers }) => [
        policyIdentifier,
        ...(policyQualifiers ?? []).map((each) => `${each.policyQualifierId} ${hex(each.qualifier.toBER())}`),
      ]),
    ),
    policyMappings: extension<PolicyMappings>('2.5.29.33', ({ mappings }) =>
      mappings.map(({ issuerDomainPolicy, subjectDomainPolicy }) => [issuerDomainPolicy, subjectDomainPolicy]),
    ),
    policyConstraints: extension<PolicyConstraints>('2.5.29.36', (value) => [
      value.requireExplicitPolicy ?? null,
      value.inhibitPolicyMapping ?? null,
    ]),
    inhibitAnyPolicy: extension<Integer>('2.5.29.54', (value) => value.valueBlock.valueDec),
    crlDistributionPoints: extension<CRLDistributionPoints>('2.5.29.31', ({ distributionPoints }) =>
      distributionPoints.map(point),
    ),
    authorityInfoAccess: extension<InfoAccess>('1.3.6.1.5.5.7.1.1', ({ accessDescriptions }) =>
      accessDescriptions.map(({ accessMethod, accessLocation }) => [accessMethod, generalName(accessLocation)]),
    ),
  };
}
