import { MAX_POLICY_STEPS, type PolicyFacts, type PolicyProcessingOptions } from './policy-facts.ts';
import type { PolicyFailure } from './policy-failure.ts';
import {
  ANY_POLICY,
  initialPolicyState,
  type PolicyRequirement,
  type PolicySettings,
  sorted,
} from './policy-settings.ts';
import { TracedPolicyGraph } from './traced-policy-graph.ts';

/** A step of the algorithm, and the certificate that it is made with. */
interface Step {
  readonly name: 'processCertificate' | 'prepareForNext' | 'wrapUp' | 'done';
  readonly i: number;
}

/**
 * The certificate policies of a path, by the steps of RFC 5280, 6.1.2 to 6.1.5 that are about them, as RFC 9618 updates
 * them: `processCertificate(1, …)`, `prepareForNext(1, …)`, and so on to `processCertificate(n, …)` and `wrapUp(…)`.
 *
 * Each step answers `null`, or what failed; after a failure every step answers the same failure and both sets are empty.
 * It decides nothing about other constraints, and nothing about a policy's qualifiers.
 */
export class PolicyProcessing {
  readonly #pathLength: number;
  readonly #userInitialPolicySet: ReadonlySet<string> | null;
  readonly #graph: TracedPolicyGraph;
  #explicitPolicy: number;
  #policyMapping: number;
  #inhibitAnyPolicy: number;
  #requiredBy: PolicyRequirement;
  #failure: PolicyFailure | null = null;
  #due: Step;

  /**
   * @param pathLength n: certificates of the path, at least 1, the anchor not counted
   * @throws TypeError for settings that say nothing: see {@link PolicySettings}
   */
  constructor(settings: PolicySettings, pathLength: number, options: PolicyProcessingOptions = {}) {
    if (!Number.isSafeInteger(pathLength) || pathLength < 1) {
      throw new TypeError(`the length of a path is a whole number from 1, not \`${pathLength}\``);
    }
    const initial = initialPolicyState(settings, pathLength, options.anchor ?? null);
    this.#pathLength = pathLength;
    this.#userInitialPolicySet = initial.userInitialPolicySet;
    this.#explicitPolicy = initial.explicitPolicy;
    this.#policyMapping = initial.policyMapping;
    this.#inhibitAnyPolicy = initial.inhibitAnyPolicy;
    this.#requiredBy = initial.requiredBy;
    this.#graph = new TracedPolicyGraph(options.spend ?? countdown(MAX_POLICY_STEPS));
    this.#due = { name: 'processCertificate', i: 1 };
  }

  /** The state variable explicit_policy (RFC 5280, 6.1.2(d)). */
  get explicitPolicy(): number {
    return this.#explicitPolicy;
  }

  /** The state variable policy_mapping (RFC 5280, 6.1.2(f)). */
  get policyMapping(): number {
    return this.#policyMapping;
  }

  /** The state variable inhibit_anyPolicy (RFC 5280, 6.1.2(e)). */
  get inhibitAnyPolicy(): number {
    return this.#inhibitAnyPolicy;
  }

  /**
   * RFC 5280, 6.1.3(d) to (f) for certificate i, from 1.
   *
   * @throws TypeError out of order
   */
  processCertificate(i: number, facts: Pick<PolicyFacts, 'certificatePolicies' | 'selfIssued'>): PolicyFailure | null {
    const last = i === this.#pathLength;
    if (!this.#enter('processCertificate', i, { name: last ? 'wrapUp' : 'prepareForNext', i })) return this.#failure;
    const anyPolicyCounts = this.#inhibitAnyPolicy > 0 || (!last && facts.selfIssued);
    if (!this.#graph.addCertificate(i, facts.certificatePolicies, anyPolicyCounts)) return this.#exhausted(i);
    return this.#explicitPolicy > 0 ? null : this.#requireGraph(i, 'RFC 5280, 6.1.3(f)');
  }

  /**
   * RFC 5280, 6.1.4(a), (b) and (h) to (j) for certificate i, which is not the last.
   *
   * @throws TypeError out of order
   */
  prepareForNext(i: number, facts: Omit<PolicyFacts, 'certificatePolicies'>): PolicyFailure | null {
    if (!this.#enter('prepareForNext', i, { name: 'processCertificate', i: i + 1 })) return this.#failure;
    const mappings = facts.policyMappings?.mappings ?? [];
    for (const mapping of mappings) {
      if (mapping.issuerDomainPolicy === ANY_POLICY || mapping.subjectDomainPolicy === ANY_POLICY) {
        return this.#fail({ code: 'mapping-of-any-policy', depth: i, reference: 'RFC 5280, 6.1.4(a)', ...mapping });
      }
    }
    if (!this.#graph.mapPolicies(i, mappings, this.#policyMapping === 0)) return this.#exhausted(i);
    if (!facts.selfIssued) {
      this.#explicitPolicy = lower(this.#explicitPolicy);
      this.#policyMapping = lower(this.#policyMapping);
      this.#inhibitAnyPolicy = lower(this.#inhibitAnyPolicy);
    }
    const { requireExplicitPolicy = null, inhibitPolicyMapping = null } = facts.policyConstraints ?? {};
    if (requireExplicitPolicy !== null && requireExplicitPolicy < this.#explicitPolicy) {
      this.#explicitPolicy = requireExplicitPolicy;
      this.#requiredBy = i;
    }
    this.#policyMapping = Math.min(this.#policyMapping, inhibitPolicyMapping ?? this.#policyMapping);
    this.#inhibitAnyPolicy = Math.min(
      this.#inhibitAnyPolicy,
      facts.inhibitAnyPolicy?.skipCerts ?? this.#inhibitAnyPolicy,
    );
    return null;
  }

  /**
   * RFC 5280, 6.1.5(a), (b) and (g), with certificate n.
   *
   * @throws TypeError out of order
   */
  wrapUp(facts: Pick<PolicyFacts, 'policyConstraints'>): PolicyFailure | null {
    const n = this.#pathLength;
    if (!this.#enter('wrapUp', n, { name: 'done', i: n })) return this.#failure;
    this.#explicitPolicy = lower(this.#explicitPolicy);
    if (facts.policyConstraints?.requireExplicitPolicy === 0 && this.#explicitPolicy > 0) {
      this.#explicitPolicy = 0;
      this.#requiredBy = n;
    }
    if (this.#explicitPolicy > 0 || this.userConstrainedPolicySet().length > 0) return null;
    const reference = 'RFC 5280, 6.1.5(g)';
    const failure = this.#requireGraph(n, reference);
    if (failure !== null) return failure;
    return this.#fail({
      code: 'no-acceptable-policy',
      depth: n,
      reference,
      requiredBy: this.#requiredBy,
      expected: sorted(this.#userInitialPolicySet ?? []),
      found: this.authorityConstrainedPolicySet(),
    });
  }

  /**
   * The policies that the path is good for by its certificates, in the anchor's domain, sorted (RFC 9618, 5.5(g)(4)).
   * anyPolicy stands beside the policies that the certificates name.
   *
   * @throws TypeError before the end of the path
   */
  authorityConstrainedPolicySet(): readonly string[] {
    if (this.#failure !== null) return [];
    if (this.#due.name !== 'done') throw new TypeError('the sets of policies are known after wrapUp');
    return this.#graph.loss === null ? this.#graph.validPolicies() : [];
  }

  /**
   * Those of them that the user accepts (RFC 9618, 5.5(g)(5) and (6)): all that the user named where the path is good for
   * anyPolicy. Empty where the path is valid without a policy.
   *
   * @throws TypeError before the end of the path
   */
  userConstrainedPolicySet(): readonly string[] {
    const authority = this.authorityConstrainedPolicySet();
    const user = this.#userInitialPolicySet;
    if (user === null) return authority;
    return authority.includes(ANY_POLICY) ? sorted(user) : authority.filter((policy) => user.has(policy));
  }

  /** Whether this step is to be made: it is not after a failure. */
  #enter(name: Step['name'], i: number, next: Step): boolean {
    if (this.#failure !== null) return false;
    const due = this.#due;
    if (due.name !== name || due.i !== i) {
      throw new TypeError(`${name} of certificate \`${i}\` where ${due.name} of certificate ${due.i} is due`);
    }
    this.#due = next;
    return true;
  }

  /** The failure of a path that needs a policy and has none. */
  #requireGraph(depth: number, reference: string): PolicyFailure | null {
    const { loss } = this.#graph;
    if (loss === null) return null;
    return this.#fail({ code: 'no-valid-policy', depth, reference, requiredBy: this.#requiredBy, ...loss });
  }

  #exhausted(depth: number): PolicyFailure {
    return this.#fail({ code: 'budget', depth, reference: 'RFC 9618, 3' });
  }

  #fail(failure: PolicyFailure): PolicyFailure {
    this.#failure = failure;
    return failure;
  }
}

function lower(counter: number): number {
  return counter === 0 ? 0 : counter - 1;
}

function countdown(limit: number): (steps: number) => boolean {
  let left = limit;
  return (steps) => {
    left -= steps;
    return left >= 0;
  };
}
