import type { CertificatePolicies, PolicyMapping } from '@quorate/x509';
import type { PolicyLoss } from './policy-failure.ts';
import { ANY_POLICY, sorted } from './policy-settings.ts';
import { ValidPolicyGraph } from './valid-policy-graph.ts';

/** Where and why the graph became NULL. */
export interface TracedLoss {
  readonly lostAt: number;
  readonly lostBy: PolicyLoss;
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** The valid_policy_graph of one path, which takes whole extensions, pays for each step, and knows what emptied it. */
export class TracedPolicyGraph {
  readonly #graph: ValidPolicyGraph = new ValidPolicyGraph();
  readonly #spend: (steps: number) => boolean;
  #loss: TracedLoss | null = null;

  constructor(spend: (steps: number) => boolean) {
    this.#spend = spend;
  }

  /** `null` as long as there is a graph. */
  get loss(): TracedLoss | null {
    return this.#loss;
  }

  /** The policies of its valid_policy_node_set, sorted. */
  validPolicies(): readonly string[] {
    return sorted(this.#graph.validPolicyNodeSet());
  }

  /**
   * RFC 5280, 6.1.3(d) and (e).
   *
   * @param anyPolicyCounts whether anyPolicy in this certificate stands for anything
   * @returns `false` if there was no budget for it
   */
  addCertificate(i: number, extension: CertificatePolicies | null, anyPolicyCounts: boolean): boolean {
    if (this.#loss !== null) return true;
    const graph = this.#graph;
    const expected = graph.expectedPolicies();
    if (extension === null) {
      this.#loss = { lostAt: i, lostBy: 'no-certificate-policies', expected: sorted(expected), found: [] };
      return true;
    }
    const policies = extension.policies.map(({ oid }) => oid);
    if (!this.#spend(policies.length + graph.expectedCount)) return false;
    graph.extend(policies, anyPolicyCounts && policies.includes(ANY_POLICY));
    if (graph.isNull) {
      this.#loss = { lostAt: i, lostBy: 'no-expected-policy', expected: sorted(expected), found: sorted(policies) };
    }
    return true;
  }

  /**
   * RFC 5280, 6.1.4(b).
   *
   * @param inhibited whether policy_mapping is 0
   * @returns `false` if there was no budget for it
   */
  mapPolicies(i: number, mappings: readonly PolicyMapping[], inhibited: boolean): boolean {
    if (this.#loss !== null || mappings.length === 0) return true;
    if (!this.#spend(mappings.length)) return false;
    const graph = this.#graph;
    const subjects = subjectDomainPolicies(mappings);
    if (!inhibited) {
      for (const [policy, policies] of subjects) graph.map(policy, policies);
      return true;
    }
    const expected = graph.expectedPolicies();
    graph.delete(subjects.keys());
    if (graph.isNull) {
      this.#loss = {
        lostAt: i,
        lostBy: 'mapping-inhibited',
        expected: sorted(expected),
        found: sorted(subjects.keys()),
      };
    }
    return true;
  }
}

/** The policies that each issuerDomainPolicy is mapped to. */
function subjectDomainPolicies(mappings: readonly PolicyMapping[]): Map<string, Set<string>> {
  const subjects = new Map<string, Set<string>>();
  for (const { issuerDomainPolicy, subjectDomainPolicy } of mappings) {
    const policies = subjects.get(issuerDomainPolicy) ?? new Set();
    subjects.set(issuerDomainPolicy, policies.add(subjectDomainPolicy));
  }
  return subjects;
}
