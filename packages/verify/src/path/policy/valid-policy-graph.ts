import { ANY_POLICY } from './policy-settings.ts';

/** A node of the graph: one policy at one depth, however many ways lead to it. */
interface PolicyNode {
  readonly validPolicy: string;
  readonly depth: number;
  readonly parents: readonly PolicyNode[];
  /** expected_policy_set: each policy once. */
  expected: readonly string[];
  /** How many nodes of the next depth have this one as a parent. */
  children: number;
}

/** The nodes of one depth by their valid_policy. */
type Level = Map<string, PolicyNode>;

/**
 * The valid_policy_graph of RFC 9618, 5.2, which stands for the valid_policy_tree of RFC 5280, 6.1.2(a) without its growth:
 * a policy has one node at a depth. A depth has at most as many nodes as its certificate has policies and the depth
 * before expects policies; each step costs as much as it reads. Qualifiers are not kept: no verdict rests on them.
 *
 * Between steps no node but those of the last depth is without a child. A graph without nodes is the RFC's NULL.
 */
export class ValidPolicyGraph {
  #levels: Level[];

  constructor() {
    const root: PolicyNode = { validPolicy: ANY_POLICY, depth: 0, parents: [], expected: [ANY_POLICY], children: 0 };
    this.#levels = [new Map([[ANY_POLICY, root]])];
  }

  get isNull(): boolean {
    return this.#levels.length === 0;
  }

  /** The policies that the next certificate may have: the expected_policy_set of every node of the last depth. */
  expectedPolicies(): Set<string> {
    const policies = new Set<string>();
    for (const { expected } of this.#last()) for (const policy of expected) policies.add(policy);
    return policies;
  }

  /** How much the next {@link extend} has to read here: the sizes of those sets together. */
  get expectedCount(): number {
    let count = 0;
    for (const { expected } of this.#last()) count += expected.length;
    return count;
  }

  /**
   * RFC 9618, 5.3(d): the depth of the next certificate.
   *
   * @param policies those of the certificate; anyPolicy among them is passed over
   * @param anyPolicy whether the certificate has an anyPolicy that counts here
   */
  extend(policies: Iterable<string>, anyPolicy: boolean): void {
    if (this.isNull) return;
    const before = [...this.#last()];
    const expecting = new Map<string, PolicyNode[]>();
    for (const node of before) {
      for (const policy of node.expected) {
        const nodes = expecting.get(policy);
        if (nodes === undefined) expecting.set(policy, [node]);
        else nodes.push(node);
      }
    }
    const any = this.#levels.at(-1)?.get(ANY_POLICY);
    const level: Level = new Map();
    for (const policy of policies) {
      if (policy === ANY_POLICY || level.has(policy)) continue;
      const parents = expecting.get(policy) ?? (any === undefined ? [] : [any]);
      if (parents.length > 0) this.#put(level, policy, parents, [policy]);
    }
    if (anyPolicy) {
      for (const [policy, parents] of expecting) {
        if (!level.has(policy)) this.#put(level, policy, parents, [policy]);
      }
    }
    this.#levels.push(level);
    this.#delete(before.filter(({ children }) => children === 0));
  }

  /** RFC 9618, 5.4(b)(1): this policy of the last depth is one of those in the domain of the next. */
  map(issuerDomainPolicy: string, subjectDomainPolicies: ReadonlySet<string>): void {
    const level = this.#levels.at(-1);
    if (level === undefined) return;
    const expected = [...subjectDomainPolicies];
    const node = level.get(issuerDomainPolicy);
    if (node !== undefined) {
      node.expected = expected;
      return;
    }
    const parent = level.get(ANY_POLICY)?.parents[0];
    if (parent !== undefined) this.#put(level, issuerDomainPolicy, [parent], expected);
  }

  /** RFC 9618, 5.4(b)(2): these policies of the last depth are valid no longer. */
  delete(policies: Iterable<string>): void {
    const level = this.#levels.at(-1);
    const nodes: PolicyNode[] = [];
    for (const policy of new Set(policies)) {
      const node = level?.get(policy);
      if (node !== undefined) nodes.push(node);
    }
    this.#delete(nodes);
  }

  /**
   * The policies of the valid_policy_node_set of RFC 9618, 5.5(g)(1) to (3): those that were valid for as long as anyPolicy
   * was, so they are in the domain of the anchor, and anyPolicy if it is valid at the last depth.
   */
  validPolicyNodeSet(): Set<string> {
    const policies = new Set<string>();
    for (const level of this.#levels) {
      for (const { validPolicy, parents } of level.values()) {
        if (validPolicy !== ANY_POLICY && parents[0]?.validPolicy === ANY_POLICY) policies.add(validPolicy);
      }
    }
    if (this.#levels.at(-1)?.has(ANY_POLICY) === true) policies.add(ANY_POLICY);
    return policies;
  }

  #last(): Iterable<PolicyNode> {
    return this.#levels.at(-1)?.values() ?? [];
  }

  /** Adds to the level that is or becomes the last. */
  #put(level: Level, validPolicy: string, parents: readonly PolicyNode[], expected: readonly string[]): void {
    for (const parent of parents) parent.children += 1;
    const depth = (parents[0]?.depth ?? 0) + 1;
    level.set(validPolicy, { validPolicy, depth, parents, expected, children: 0 });
  }

  /** Takes these nodes away, and every node that has no child left by it; without a node there is no level left. */
  #delete(nodes: PolicyNode[]): void {
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      this.#levels[node.depth]?.delete(node.validPolicy);
      for (const parent of node.parents) {
        parent.children -= 1;
        if (parent.children === 0) nodes.push(parent);
      }
    }
    if (this.#levels.at(-1)?.size === 0) this.#levels = [];
  }
}
