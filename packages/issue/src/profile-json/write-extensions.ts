import type { AccessDescriptionProfile, DistributionPointProfile, QcStatement } from '../profile-extensions.ts';
import { textOfBytes } from './bytes-text.ts';
import { writeName, writeNames } from './names.ts';
import type { ExtensionMembers } from './read-extensions.ts';
import type { AccessDescriptionJson, DistributionPointJson, ExtensionsJson, QcStatementJson } from './types.ts';

/** The extensions as JSON that `readExtensions` reads as the same. */
export function writeExtensions(profile: ExtensionMembers): ExtensionsJson {
  const { nameConstraints: constraints, subjectKeyIdentifier: identifier } = profile;
  return {
    ...member('extendedKeyUsage', profile.extendedKeyUsage, (purposes) => [...purposes]),
    ...member('subjectAltName', profile.subjectAltName, writeNames),
    ...member('issuerAltName', profile.issuerAltName, writeNames),
    ...member('subjectKeyIdentifier', identifier, (it) => (it instanceof Uint8Array ? textOfBytes(it) : it)),
    ...member('authorityKeyIdentifier', profile.authorityKeyIdentifier, (it) => it),
    ...member('nameConstraints', constraints, ({ permitted, excluded }) => ({
      ...member('permitted', permitted, writeNames),
      ...member('excluded', excluded, writeNames),
    })),
    ...member('certificatePolicies', profile.certificatePolicies, (policies) =>
      policies.map(({ policy, qualifiers }) => ({
        policy,
        ...member('qualifiers', qualifiers, (list) => list.map((qualifier) => ({ ...qualifier }))),
      })),
    ),
    ...member('policyMappings', profile.policyMappings, (pairs) => pairs.map((pair) => ({ ...pair }))),
    ...member('policyConstraints', profile.policyConstraints, (it) => ({ ...it })),
    ...member('inhibitAnyPolicy', profile.inhibitAnyPolicy, (it) => it),
    ...member('crlDistributionPoints', profile.crlDistributionPoints, (points) => points.map(pointJson)),
    ...member('freshestCrl', profile.freshestCrl, (points) => points.map(pointJson)),
    ...member('authorityInfoAccess', profile.authorityInfoAccess, (ways) => ways.map(wayJson)),
    ...member('subjectInfoAccess', profile.subjectInfoAccess, (ways) => ways.map(wayJson)),
    ...member('tlsFeature', profile.tlsFeature, (features) => [...features]),
    ...member('qcStatements', profile.qcStatements, (statements) => statements.map(statementJson)),
    ...member('ocspNoCheck', profile.ocspNoCheck, (it) => it),
    ...member('extensions', profile.extensions, (list) =>
      list.map(({ oid, critical, der }) => ({ oid, critical, der: textOfBytes(der) })),
    ),
    ...member('critical', profile.critical, (choices) => ({ ...choices })),
  };
}

/** An object with this member, or without if it is `undefined`. */
function member<const N extends string, T, J>(
  name: N,
  value: T | undefined,
  write: (value: T) => J,
): { readonly [K in N]?: J } {
  return value === undefined ? {} : ({ [name]: write(value) } as { readonly [K in N]: J });
}

function pointJson({ fullName, reasons, cRLIssuer }: DistributionPointProfile): DistributionPointJson {
  const [only] = fullName ?? [];
  const short = fullName?.length === 1 && only?.type === 'uniformResourceIdentifier';
  return {
    ...(short ? { uri: only.value } : member('fullName', fullName, writeNames)),
    ...member('reasons', reasons, (list) => [...list]),
    ...member('cRLIssuer', cRLIssuer, writeNames),
  };
}

function wayJson({ method, location }: AccessDescriptionProfile): AccessDescriptionJson {
  if (location.type === 'uniformResourceIdentifier') return { method, uri: location.value };
  return { method, location: writeName(location) };
}

function statementJson(statement: QcStatement): QcStatementJson {
  if (statement.type !== 'other') return { ...statement };
  const { type, oid, der } = statement;
  return der === undefined ? { type, oid } : { type, oid, der: textOfBytes(der) };
}
