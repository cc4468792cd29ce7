import { CryptoError, inheritParameters, type PublicKey } from '@quorate/crypto';
import {
  addNameConstraints,
  type CertificateExtensions,
  type NameSubtrees,
  noSubtrees,
  X509Error,
} from '@quorate/x509';
import type { Budget } from '../budget.ts';
import type { Fault } from '../fault.ts';
import { authorityFault, certificateFault, extensionsFault, keyFault } from './check-certificate.ts';
import { chainingFault, depthFault, signatureFault } from './check-link.ts';
import { nameFault } from './check-names.ts';
import { caught, type Member } from './member.ts';
import { PolicyProcessing } from './policy/policy-processing.ts';
import type { PolicySettings } from './policy/policy-settings.ts';
import { policyFault } from './policy-fault.ts';
import type { SignatureAnswer, Signatures } from './signatures.ts';
import type { Anchor } from './trust-anchor.ts';

/** What a path is validated by: the inputs of RFC 5280, 6.1.1 (b), (c), (e) to (g), and the means. */
export interface ValidationSettings {
  readonly time: number;
  readonly policy: PolicySettings;
  /** The start of max_path_length. */
  readonly maxDepth: number;
  readonly budget: Budget;
  readonly signatures: Signatures;
}

/** What was learned of one certificate of a valid path. */
export interface ValidatedCertificate {
  readonly member: Member;
  readonly extensions: CertificateExtensions;
  /** working_public_key: the key that its signature was verified with. */
  readonly issuerKey: PublicKey;
  readonly signature: Extract<SignatureAnswer, { valid: true }>;
}

/** The outputs of RFC 5280, 6.1.6: success, or the first fault and the certificate it is about. */
export type Validation =
  | {
      readonly valid: true;
      /** user-constrained-policy-set, sorted. */
      readonly policies: readonly string[];
      /** From the one that the anchor issued to the target. */
      readonly certificates: readonly ValidatedCertificate[];
    }
  | { readonly valid: false; readonly at: Member; readonly fault: Fault };

/**
 * Validates one path by RFC 5280, 6.1, short of revocation.
 *
 * @param path from the certificate that the anchor issued, certificate 1, to the target, certificate n; not empty
 */
export function validatePath(anchor: Anchor, path: readonly Member[], settings: ValidationSettings): Validation {
  const state = new PathState(anchor, path.length, settings);
  for (const [index, member] of path.entries()) {
    const fault = state.process(member, index + 1);
    if (fault !== null) return { valid: false, at: member, fault };
  }
  return { valid: true, policies: state.policies.userConstrainedPolicySet(), certificates: state.certificates };
}

/** The state variables of RFC 5280, 6.1.2, by their names. */
class PathState {
  readonly certificates: ValidatedCertificate[] = [];
  readonly policies: PolicyProcessing;
  readonly #settings: ValidationSettings;
  readonly #n: number;
  #workingPublicKey: PublicKey | CryptoError;
  #workingIssuer: Anchor | Member;
  #subtrees: NameSubtrees = noSubtrees;
  #maxPathLength: number;

  constructor(anchor: Anchor, n: number, settings: ValidationSettings) {
    const { constraints } = anchor;
    this.#settings = settings;
    this.#n = n;
    this.#workingPublicKey = anchor.key;
    this.#workingIssuer = anchor;
    this.#maxPathLength = Math.min(settings.maxDepth, constraints?.basicConstraints?.pathLen ?? settings.maxDepth);
    if (anchor.nameConstraints) this.#subtrees = addNameConstraints(noSubtrees, anchor.nameConstraints);
    this.policies = new PolicyProcessing(settings.policy, n, {
      anchor: constraints,
      spend: (steps) => settings.budget.spend('policySteps', steps),
    });
  }

  process(member: Member, i: number): Fault | null {
    const { extensions } = member;
    if (extensions instanceof X509Error) return extensionsFault(member, extensions);
    return (
      this.#basicProcessing(member, extensions, i) ??
      (i < this.#n ? this.#prepareForNext(member, extensions, i) : this.#wrapUp(member, extensions))
    );
  }

  /** 6.1.3, without (a) (3). */
  #basicProcessing(member: Member, extensions: CertificateExtensions, i: number): Fault | null {
    const isFinal = i === this.#n;
    const key = this.#workingPublicKey;
    const chaining = chainingFault(member, this.#workingIssuer);
    if (chaining !== null) return chaining;
    if (key instanceof CryptoError) return issuerKeyFault(this.#workingIssuer, key);
    const { signatureAlgorithm, tbs, signature } = member.certificate;
    const answer = this.#settings.signatures.verify(signatureAlgorithm, key, tbs, signature);
    if (!answer.valid) return signatureFault(member, this.#workingIssuer, answer.reason);
    this.certificates.push({ member, extensions, issuerKey: key, signature: answer });
    const fault = certificateFault(member, this.#settings.time);
    if (fault !== null) return fault;
    if (!member.selfIssued || isFinal) {
      const names = nameFault(member, extensions, this.#subtrees, this.#settings.budget);
      if (names !== null) return names;
    }
    const { certificatePolicies } = extensions;
    const policy = this.policies.processCertificate(i, { certificatePolicies, selfIssued: member.selfIssued });
    return policy === null ? null : policyFault(member, policy);
  }

  /** 6.1.4. */
  #prepareForNext(member: Member, extensions: CertificateExtensions, i: number): Fault | null {
    const { policyMappings, policyConstraints, inhibitAnyPolicy, nameConstraints, basicConstraints } = extensions;
    const { selfIssued } = member;
    const policy = this.policies.prepareForNext(i, { policyMappings, policyConstraints, inhibitAnyPolicy, selfIssued });
    if (policy !== null) return policyFault(member, policy);
    const next = inherited(member.key, this.#workingPublicKey);
    if (next instanceof CryptoError) return keyFault(member, next);
    this.#workingPublicKey = next;
    this.#workingIssuer = member;
    if (nameConstraints !== null) this.#subtrees = addNameConstraints(this.#subtrees, nameConstraints);
    const authority = authorityFault(member, extensions);
    if (authority !== null) return authority;
    if (!selfIssued) {
      if (this.#maxPathLength === 0) return depthFault(member);
      this.#maxPathLength -= 1;
    }
    const pathLen = basicConstraints?.pathLen ?? null;
    if (pathLen !== null && pathLen < this.#maxPathLength) this.#maxPathLength = pathLen;
    return null;
  }

  /** 6.1.5. */
  #wrapUp(member: Member, { policyConstraints }: CertificateExtensions): Fault | null {
    const policy = this.policies.wrapUp({ policyConstraints });
    return policy === null ? null : policyFault(member, policy);
  }
}

/** 6.1.4 (d) to (f). */
function inherited(key: PublicKey | CryptoError, working: PublicKey | CryptoError): PublicKey | CryptoError {
  if (key instanceof CryptoError || working instanceof CryptoError) return key;
  return caught(CryptoError, () => inheritParameters(key, working));
}

function issuerKeyFault(issuer: Anchor | Member, error: CryptoError): Fault {
  if ('certificate' in issuer) return keyFault(issuer, error);
  if (issuer.member !== null) return keyFault(issuer.member, error);
  return {
    id: 'path.anchor-key',
    where: 'publicKey',
    message: `the public key of the trust anchor cannot be used: ${error.message}`,
    reference: 'RFC 5280 6.1.1 (d)',
    action: 'give the anchor with a key of a known type and size',
  };
}
