import { encodeNull } from '@quorate/der';
import { IssueError } from '../error.ts';
import type { ExtensionMembers } from '../profile.ts';
import type { OpenCriticality } from '../profile-extensions.ts';
import { criticalityOf } from './criticality.ts';
import { demandCount, demandDer, demandOid, demandOnce } from './demand.ts';
import { distributionPoints } from './distribution-points.ts';
import { basicConstraints, extendedKeyUsage, keyUsage } from './key-extensions.ts';
import { type Authority, authorityKeyIdentifier, subjectKeyIdentifier } from './key-identifiers.ts';
import { alternativeNames, infoAccess, nameConstraints } from './name-extensions.ts';
import { demandKnownForm, demandOther, OCSP_NO_CHECK } from './other-extensions.ts';
import type { ExtensionContent, PlannedExtension } from './planned-extension.ts';
import { certificatePolicies, inhibitAnyPolicy, policyConstraints, policyMappings } from './policy-extensions.ts';
import { QC_STATEMENTS, qcStatements, readQcStatements } from './qc-statements.ts';
import { readTlsFeature, TLS_FEATURE, tlsFeature } from './tls-feature.ts';

/** What the extensions of a certificate take from elsewhere than its profile. */
export interface ExtensionContext {
  readonly subjectEmpty: boolean;
  /** Object identifiers; `null`: no such extension. */
  readonly extendedKeyUsage: readonly string[] | null;
  /** `null`: no such extension. */
  readonly subjectKeyIdentifier: Uint8Array | null;
  /** `null`: no such extension. */
  readonly authority: Authority | null;
}

/**
 * The extensions that a profile asks for, in the order in which they always stand: basicConstraints, keyUsage,
 * extKeyUsage, subjectKeyIdentifier, authorityKeyIdentifier, subjectAltName, issuerAltName, nameConstraints,
 * certificatePolicies, policyMappings, policyConstraints, inhibitAnyPolicy, cRLDistributionPoints, freshestCRL,
 * authorityInfoAccess, subjectInfoAccess, TLS feature, qcStatements, ocsp-nocheck, then those of `extensions`.
 *
 * @throws IssueError `extension-invalid`, `extension-without-ca`, `criticality-fixed`, `alternative-name-invalid`, and the
 *   codes of usages and distinguished names
 */
export function planExtensions(profile: ExtensionMembers, context: ExtensionContext): readonly PlannedExtension[] {
  const critical = criticalityOf(profile, context.subjectEmpty, context.extendedKeyUsage);
  const planned: PlannedExtension[] = [];
  const add = (
    path: string,
    oid: string,
    read: PlannedExtension['read'],
    content: ExtensionContent,
    fixed?: boolean,
  ) => {
    planned.push({ path, oid, read, ...content, critical: fixed ?? critical(path as OpenCriticality) });
  };
  const { basicConstraints: constraints, keyUsage: usages } = profile;
  if (constraints !== null) add('basicConstraints', '2.5.29.19', 'basicConstraints', basicConstraints(constraints));
  if (usages !== null) add('keyUsage', '2.5.29.15', 'keyUsage', keyUsage(usages));
  const { extendedKeyUsage: purposes, subjectKeyIdentifier: identifier, authority } = context;
  if (purposes !== null) add('extendedKeyUsage', '2.5.29.37', 'extendedKeyUsage', extendedKeyUsage(purposes));
  if (identifier !== null) {
    add('subjectKeyIdentifier', '2.5.29.14', 'subjectKeyIdentifier', subjectKeyIdentifier(identifier), false);
  }
  if (authority !== null) {
    add('authorityKeyIdentifier', '2.5.29.35', 'authorityKeyIdentifier', authorityKeyIdentifier(authority), false);
  }
  for (const [path, oid] of [
    ['subjectAltName', '2.5.29.17'],
    ['issuerAltName', '2.5.29.18'],
  ] as const) {
    const names = profile[path];
    if (names !== undefined) add(path, oid, path, alternativeNames(names, path));
  }
  planPathExtensions(profile, add);
  for (const [path, oid] of [
    ['crlDistributionPoints', '2.5.29.31'],
    ['freshestCrl', '2.5.29.46'],
  ] as const) {
    const points = profile[path];
    if (points !== undefined)
      add(path, oid, path, distributionPoints(points, path), path === 'freshestCrl' ? false : undefined);
  }
  for (const [path, oid] of [
    ['authorityInfoAccess', '1.3.6.1.5.5.7.1.1'],
    ['subjectInfoAccess', '1.3.6.1.5.5.7.1.11'],
  ] as const) {
    const descriptions = profile[path];
    if (descriptions !== undefined) add(path, oid, path, infoAccess(descriptions, path), false);
  }
  if (profile.tlsFeature !== undefined) add('tlsFeature', TLS_FEATURE, readTlsFeature, tlsFeature(profile.tlsFeature));
  if (profile.qcStatements !== undefined) {
    add('qcStatements', QC_STATEMENTS, readQcStatements, qcStatements(profile.qcStatements));
  }
  if (profile.ocspNoCheck === true) {
    const value = encodeNull();
    add('ocspNoCheck', OCSP_NO_CHECK, asItStands, { value, meant: { value } });
  }
  return [...planned, ...planOthers(profile)];
}

type Add = (
  path: string,
  oid: string,
  read: PlannedExtension['read'],
  content: ExtensionContent,
  fixed?: boolean,
) => void;

/** The extensions about paths; all but certificatePolicies are for a CA (RFC 5280, 4.2.1.5, 4.2.1.10, 4.2.1.11, 4.2.1.14). */
function planPathExtensions(profile: ExtensionMembers, add: Add): void {
  const {
    nameConstraints: names,
    policyMappings: mappings,
    policyConstraints: constraints,
    inhibitAnyPolicy: skip,
  } = profile;
  const ofCa = Object.entries({
    nameConstraints: names,
    policyMappings: mappings,
    policyConstraints: constraints,
    inhibitAnyPolicy: skip,
  });
  for (const [path, value] of ofCa) {
    if (value === undefined || profile.basicConstraints?.ca === true) continue;
    throw new IssueError('extension-without-ca', {
      path,
      expected: 'basicConstraints with `ca: true`, or no such extension',
    });
  }
  if (names !== undefined) add('nameConstraints', '2.5.29.30', 'nameConstraints', nameConstraints(names), true);
  if (profile.certificatePolicies !== undefined) {
    add('certificatePolicies', '2.5.29.32', 'certificatePolicies', certificatePolicies(profile.certificatePolicies));
  }
  if (mappings !== undefined) add('policyMappings', '2.5.29.33', 'policyMappings', policyMappings(mappings));
  if (constraints !== undefined) {
    add('policyConstraints', '2.5.29.36', 'policyConstraints', policyConstraints(constraints), true);
  }
  if (skip !== undefined) add('inhibitAnyPolicy', '2.5.29.54', 'inhibitAnyPolicy', inhibitAnyPolicy(skip), true);
}

/** More than any certificate needs; the reader takes 256 in all. */
const MAX_OTHERS = 128;

function planOthers({ extensions }: ExtensionMembers): readonly PlannedExtension[] {
  if (extensions === undefined) return [];
  demandCount(extensions.length, 1, MAX_OTHERS, 'extensions.length');
  const planned = extensions.map(({ oid, critical, der }, i): PlannedExtension => {
    const path = `extensions[${i}]`;
    demandOid(oid, `${path}.oid`);
    demandOther(oid, `${path}.oid`);
    demandDer(der, `${path}.der`);
    demandKnownForm(oid, { critical, der }, path);
    return { path, oid, critical, value: der, meant: { value: der }, read: asItStands };
  });
  demandOnce(
    planned.map(({ oid }) => oid),
    'extensions',
  );
  return planned;
}

function asItStands(value: Uint8Array): object {
  return { value };
}
