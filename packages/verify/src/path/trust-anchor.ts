import { CryptoError, type PublicKey, parseCertificateKey, type WithAlgorithms } from '@quorate/crypto';
import {
  type CertificateExtensions,
  certificateExtensions,
  type Name,
  type NameConstraints,
  nameKey,
  X509Error,
} from '@quorate/x509';
import type { Fault } from '../fault.ts';
import { authorityFault, criticalFault, extensionsFault, validityFault } from './check-certificate.ts';
import { caught, type Member } from './member.ts';

/**
 * What of an anchor's own certificate binds, beside its name and key. RFC 5280, 6.1.1 (d) takes nothing more; 6.2 allows
 * more, and a CA that its own certificate confines should not be trusted beyond that without a word.
 */
export interface AnchorChecks {
  /** Apply its name constraints to the paths below it. Default `true`, as OpenSSL and Go have it. */
  readonly nameConstraints?: boolean;
  /**
   * Apply its policies, policy constraints, inhibitAnyPolicy and pathLen to the paths below it (RFC
   * 5937, 3.2), and refuse it when its basicConstraints or keyUsage deny that it is a CA, or when something critical in it is not known. With name constraints this is RFC 5937. Default `false`.
   */
  readonly constraints?: boolean;
  /** Refuse it outside its own validity. Default `false`. */
  readonly validity?: boolean;
  /** With `constraints`: refuse it when it has no basicConstraints. Default `false`. */
  readonly basicConstraints?: boolean;
}

/** A trust anchor in a search: a name and a key, and what its certificate demands if that was asked for. */
export interface Anchor {
  readonly name: Name;
  readonly nameKey: string;
  readonly publicKey: Uint8Array;
  readonly key: PublicKey | CryptoError;
  /** Its certificate, when it was given as one. */
  readonly member: Member | null;
  /** Extensions that bind the paths below it, by `constraints`; `null` when they do not. */
  readonly constraints: CertificateExtensions | null;
  readonly nameConstraints: NameConstraints | null;
  /** Why it must not be used, by the checks asked for. */
  readonly fault: Fault | null;
}

/** The anchor that a certificate makes. */
export function anchorOfCertificate(member: Member, checks: AnchorChecks, time: number): Anchor {
  const { subject, publicKey } = member.certificate;
  const bound = checks.constraints === true && !(member.extensions instanceof X509Error) ? member.extensions : null;
  const names = checks.nameConstraints === false ? null : readNames(member);
  const malformed = names instanceof X509Error ? extensionsFault(member, names) : null;
  return {
    name: subject,
    nameKey: member.subjectKey,
    publicKey,
    key: member.key,
    member,
    constraints: bound,
    nameConstraints: names instanceof X509Error ? null : names,
    fault: anchorFault(member, checks, time) ?? malformed,
  };
}

const NAME_CONSTRAINTS = '2.5.29.30';

/** Its name constraints, whatever its other extensions are. */
function readNames({ certificate }: Member): NameConstraints | X509Error | null {
  const extensions = certificate.extensions.filter(({ oid }) => oid === NAME_CONSTRAINTS);
  if (extensions.length === 0) return null;
  return caught(X509Error, () => certificateExtensions({ extensions }).nameConstraints);
}

/** The anchor that a name and a SubjectPublicKeyInfo make. */
export function anchorOfKey(name: Name, publicKey: Uint8Array, options: WithAlgorithms): Anchor {
  const key = caught(CryptoError, () => parseCertificateKey(publicKey, options));
  const nothing = { member: null, constraints: null, nameConstraints: null, fault: null };
  return { name, nameKey: nameKey(name), publicKey, key, ...nothing };
}

function anchorFault(member: Member, checks: AnchorChecks, time: number): Fault | null {
  if (checks.validity === true) {
    const fault = validityFault(member, time);
    if (fault !== null) return fault;
  }
  if (checks.constraints !== true) return null;
  const { extensions } = member;
  if (extensions instanceof X509Error) return extensionsFault(member, extensions);
  const critical = criticalFault(member, extensions);
  if (critical !== null) return critical;
  const absent = extensions.basicConstraints === null && checks.basicConstraints !== true;
  return authorityFault(member, extensions, absent ? 'may lack basicConstraints' : 'must be a CA');
}
