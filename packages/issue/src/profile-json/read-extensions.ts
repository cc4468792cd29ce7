import { IssueError } from '../error.ts';
import { tlsFeatureNames } from '../extension/tls-feature.ts';
import type { CertificateProfile } from '../profile.ts';
import type {
  AccessDescriptionProfile,
  DistributionPointProfile,
  KeyIdentifierMethod,
  QcStatement,
} from '../profile-extensions.ts';
import { bytesOfText } from './bytes-text.ts';
import { type AddressForm, readName, readNames } from './names.ts';
import type {
  AccessDescriptionJson,
  DistributionPointJson,
  ExtensionsJson,
  GeneralNameJson,
  QcStatementJson,
} from './types.ts';

/** The members of a profile that are extensions, but for the two that it always has. */
export type ExtensionMembers = Omit<
  Pick<CertificateProfile, Exclude<keyof ExtensionsJson, undefined> & keyof CertificateProfile>,
  'basicConstraints' | 'keyUsage'
>;

/**
 * The extensions out of JSON that has their shape. `null` means none, but for the key identifiers, which would be there
 * otherwise.
 *
 * @throws IssueError `profile-malformed`
 */
export function readExtensions(json: ExtensionsJson): ExtensionMembers {
  return {
    ...member('extendedKeyUsage', json.extendedKeyUsage, (purposes) => purposes),
    ...member('subjectAltName', json.subjectAltName, (names) => readNames(names, 'subjectAltName')),
    ...member('issuerAltName', json.issuerAltName, (names) => readNames(names, 'issuerAltName')),
    ...(json.subjectKeyIdentifier === undefined
      ? {}
      : { subjectKeyIdentifier: keyIdentifierOf(json.subjectKeyIdentifier) }),
    ...(json.authorityKeyIdentifier === undefined ? {} : { authorityKeyIdentifier: json.authorityKeyIdentifier }),
    ...member('nameConstraints', json.nameConstraints, ({ permitted, excluded }) => ({
      ...member('permitted', permitted, (names) => bases(names, 'permitted')),
      ...member('excluded', excluded, (names) => bases(names, 'excluded')),
    })),
    ...member('certificatePolicies', json.certificatePolicies, (policies) => policies),
    ...member('policyMappings', json.policyMappings, (mappings) => mappings),
    ...member('policyConstraints', json.policyConstraints, (constraints) => constraints),
    ...member('inhibitAnyPolicy', json.inhibitAnyPolicy, (skipped) => skipped),
    ...member('crlDistributionPoints', json.crlDistributionPoints, (points) =>
      pointsOf(points, 'crlDistributionPoints'),
    ),
    ...member('freshestCrl', json.freshestCrl, (points) => pointsOf(points, 'freshestCrl')),
    ...member('authorityInfoAccess', json.authorityInfoAccess, (ways) => waysOf(ways, 'authorityInfoAccess')),
    ...member('subjectInfoAccess', json.subjectInfoAccess, (ways) => waysOf(ways, 'subjectInfoAccess')),
    ...member('tlsFeature', json.tlsFeature, (features) =>
      features.map((feature) => (typeof feature === 'number' ? feature : (tlsFeatureNames[feature] ?? -1))),
    ),
    ...member('qcStatements', json.qcStatements, (statements) =>
      statements.map((statement, i) => statementOf(statement, `qcStatements[${i}]`)),
    ),
    ...member('ocspNoCheck', json.ocspNoCheck, (there) => there),
    ...member('extensions', json.extensions, (extensions) =>
      extensions.map(({ oid, critical, der }, i) => ({ oid, critical, der: bytesOfText(der, `extensions[${i}].der`) })),
    ),
    ...member('critical', json.critical, (choices) => choices),
  };
}

/** An object with this member, or without if there is nothing. */
function member<const N extends string, J, T>(
  name: N,
  json: J | null | undefined,
  read: (json: J) => T,
): { readonly [K in N]?: T } {
  return json === null || json === undefined ? {} : ({ [name]: read(json) } as { readonly [K in N]: T });
}

function bases(names: readonly GeneralNameJson[], list: string): ReturnType<typeof readNames> {
  const form: AddressForm = 'subnet';
  return readNames(names, `nameConstraints.${list}`, form);
}

function keyIdentifierOf(text: string | null): KeyIdentifierMethod | Uint8Array | null {
  if (text === null) return null;
  return text.includes(':') ? bytesOfText(text, 'subjectKeyIdentifier') : (text as KeyIdentifierMethod);
}

function pointsOf(points: readonly DistributionPointJson[], path: string): DistributionPointProfile[] {
  return points.map(({ uri, fullName, reasons, cRLIssuer }, i) => {
    const place = `${path}[${i}]`;
    if (uri !== undefined && fullName !== undefined) demandOne(place, 'uri', 'fullName');
    return {
      ...(uri === undefined ? {} : { fullName: [{ type: 'uniformResourceIdentifier', value: uri }] }),
      ...(fullName === undefined ? {} : { fullName: readNames(fullName, `${place}.fullName`) }),
      ...(reasons === undefined ? {} : { reasons }),
      ...(cRLIssuer === undefined ? {} : { cRLIssuer: readNames(cRLIssuer, `${place}.cRLIssuer`) }),
    };
  });
}

function waysOf(ways: readonly AccessDescriptionJson[], path: string): AccessDescriptionProfile[] {
  return ways.map(({ method, uri, location }, i) => {
    const place = `${path}[${i}]`;
    if (location !== undefined && uri === undefined)
      return { method, location: readName(location, `${place}.location`) };
    if (uri === undefined || location !== undefined) demandOne(place, 'uri', 'location');
    return { method, location: { type: 'uniformResourceIdentifier', value: uri } };
  });
}

function demandOne(path: string, first: string, second: string): never {
  throw new IssueError('profile-malformed', { path, expected: `either \`${first}\` or \`${second}\`` });
}

function statementOf(statement: QcStatementJson, path: string): QcStatement {
  if (statement.type !== 'other') return statement;
  const { type, oid, der } = statement;
  return der === undefined ? { type, oid } : { type, oid, der: bytesOfText(der, `${path}.der`) };
}
