import type { CertificateExtensions } from '@quorate/x509';

/** The policy that stands for every other (RFC 5280, 4.2.1.4). */
export const ANY_POLICY: string = '2.5.29.32.0';

/** What the user asks of the policies of a path (RFC 5280, 6.1.1(c) and (e) to (g)). */
export interface PolicySettings {
  /** user-initial-policy-set: OIDs as dotted text, at least one, in the anchor's domain. Default anyPolicy alone. */
  readonly userInitialPolicySet?: readonly string[];
  /** initial-policy-mapping-inhibit: no certificate may map policies. Default `false`. */
  readonly initialPolicyMappingInhibit?: boolean;
  /** initial-explicit-policy: the path must be good for an acceptable policy. Default `false`. */
  readonly initialExplicitPolicy?: boolean;
  /** initial-any-policy-inhibit: anyPolicy in a certificate stands for nothing. Default `false`. */
  readonly initialAnyPolicyInhibit?: boolean;
}

/** The extensions of an anchor's own certificate that constrain policies (RFC 5937, 3.2). Its policyMappings do not. */
export type AnchorPolicies = Pick<
  CertificateExtensions,
  'certificatePolicies' | 'policyConstraints' | 'inhibitAnyPolicy'
>;

/** What made explicit_policy what it is: the user, the anchor, or the certificate of this depth. */
export type PolicyRequirement = 'initial-explicit-policy' | 'trust-anchor' | number;

/** The state variables of RFC 5280, 6.1.2(d) to (f), and the set that the outcome is held against. */
export interface InitialPolicyState {
  readonly explicitPolicy: number;
  readonly policyMapping: number;
  readonly inhibitAnyPolicy: number;
  readonly requiredBy: PolicyRequirement;
  /** `null` stands for any-policy. */
  readonly userInitialPolicySet: ReadonlySet<string> | null;
}

/**
 * The state before the first certificate.
 *
 * An anchor narrows the set to the policies that it names, and lowers a counter to its own number where that is smaller.
 * RFC 5937 knows flags alone; a count of 0 is its `true`, and a greater one means what it means in any other certificate.
 *
 * @param pathLength n: certificates of the path, the anchor not counted
 * @param anchor `null` where the anchor is a name and a key, or its constraints are not applied
 * @throws TypeError for a policy that is no OID, or an empty set
 */
export function initialPolicyState(
  settings: PolicySettings,
  pathLength: number,
  anchor: AnchorPolicies | null,
): InitialPolicyState {
  const start = (inhibited: boolean | undefined, count: number | null | undefined): number =>
    inhibited === true ? 0 : Math.min(pathLength + 1, count ?? pathLength + 1);
  const constraints = anchor?.policyConstraints;
  return {
    explicitPolicy: start(settings.initialExplicitPolicy, constraints?.requireExplicitPolicy),
    policyMapping: start(settings.initialPolicyMappingInhibit, constraints?.inhibitPolicyMapping),
    inhibitAnyPolicy: start(settings.initialAnyPolicyInhibit, anchor?.inhibitAnyPolicy?.skipCerts),
    requiredBy: settings.initialExplicitPolicy === true ? 'initial-explicit-policy' : 'trust-anchor',
    userInitialPolicySet: intersect(userSet(settings.userInitialPolicySet), anchorSet(anchor)),
  };
}

const OID = /^[0-2](?:\.(?:0|[1-9][0-9]*))+$/;

function userSet(policies: readonly string[] = [ANY_POLICY]): ReadonlySet<string> | null {
  if (policies.length === 0) throw new TypeError('userInitialPolicySet names at least one policy');
  for (const policy of policies) {
    if (typeof policy !== 'string' || !OID.test(policy))
      throw new TypeError(`\`${policy}\` is not the OID of a policy`);
  }
  return setOf(policies);
}

function anchorSet(anchor: AnchorPolicies | null): ReadonlySet<string> | null {
  const policies = anchor?.certificatePolicies?.policies;
  return policies === undefined ? null : setOf(policies.map(({ oid }) => oid));
}

function setOf(policies: readonly string[]): ReadonlySet<string> | null {
  return policies.includes(ANY_POLICY) ? null : new Set(policies);
}

function intersect(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): ReadonlySet<string> | null {
  if (a === null || b === null) return a ?? b;
  return new Set([...a].filter((policy) => b.has(policy)));
}

/** A set of policies in the order in which this room answers with one. */
export function sorted(policies: Iterable<string>): string[] {
  return [...policies].sort();
}
