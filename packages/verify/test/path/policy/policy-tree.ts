/**
 * The valid_policy_tree of RFC 5280, 6.1.2 to 6.1.5, word by word and without any cleverness: an oracle for short paths.
 * It grows exponentially, which is why RFC 9618 replaced it.
 */
import type { AnchorPolicies, PolicySettings } from '../../../src/path/policy/policy-settings.ts';

export const ANY = '2.5.29.32.0';

export interface OracleCertificate {
  readonly policies: readonly string[] | null;
  readonly mappings: readonly (readonly [issuer: string, subject: string])[] | null;
  readonly requireExplicitPolicy: number | null;
  readonly inhibitPolicyMapping: number | null;
  readonly inhibitAnyPolicy: number | null;
  readonly selfIssued: boolean;
}

export interface OracleAnswer {
  /** The step at which the path failed, for instance `6.1.3(f) 2`; `null` if it did not. */
  readonly failed: string | null;
  readonly authority: readonly string[];
  readonly user: readonly string[];
}

interface Node {
  readonly policy: string;
  expected: Set<string>;
  readonly parent: Node | null;
  children: Node[];
}

class Tree {
  root: Node | null = { policy: ANY, expected: new Set([ANY]), parent: null, children: [] };

  at(depth: number): Node[] {
    let nodes = this.root === null ? [] : [this.root];
    for (let i = 0; i < depth; i += 1) nodes = nodes.flatMap(({ children }) => children);
    return nodes;
  }

  child(parent: Node, policy: string, expected: Iterable<string>): void {
    parent.children.push({ policy, expected: new Set(expected), parent, children: [] });
  }

  delete(node: Node): void {
    if (node.parent === null) this.root = null;
    else node.parent.children = node.parent.children.filter((child) => child !== node);
  }

  /** Deletes nodes above `depth` without children, again and again. */
  prune(depth: number): void {
    for (let again = true; again; ) {
      again = false;
      for (let d = 0; d < depth; d += 1) {
        for (const node of this.at(d)) {
          if (node.children.length > 0) continue;
          this.delete(node);
          again = true;
        }
      }
    }
  }

  /** Every node whose parent is anyPolicy. */
  nodeSet(n: number): Node[] {
    const nodes: Node[] = [];
    for (let d = 1; d <= n; d += 1) nodes.push(...this.at(d).filter(({ parent }) => parent?.policy === ANY));
    return nodes;
  }

  /** The policies of that set, and anyPolicy if it is a leaf. */
  policies(n: number): string[] {
    const named = this.nodeSet(n).filter(({ policy }) => policy !== ANY);
    const any = this.at(n).filter(({ policy }) => policy === ANY);
    return [...new Set([...named, ...any].map(({ policy }) => policy))].sort();
  }
}

export function judgeByTree(
  path: readonly OracleCertificate[],
  settings: Required<PolicySettings>,
  anchor: AnchorPolicies | null = null,
): OracleAnswer {
  const n = path.length;
  const tree = new Tree();
  let userInitial: readonly string[] = [...settings.userInitialPolicySet];
  let explicit = settings.initialExplicitPolicy ? 0 : n + 1;
  let inhibitAny = settings.initialAnyPolicyInhibit ? 0 : n + 1;
  let mapping = settings.initialPolicyMappingInhibit ? 0 : n + 1;

  // RFC 5937, 3.2, where a number of certificates is what it is in any certificate
  const anchored = anchor?.certificatePolicies?.policies.map(({ oid }) => oid) ?? [ANY];
  if (userInitial.includes(ANY)) userInitial = anchored;
  else if (!anchored.includes(ANY)) userInitial = userInitial.filter((policy) => anchored.includes(policy));
  explicit = Math.min(explicit, anchor?.policyConstraints?.requireExplicitPolicy ?? explicit);
  mapping = Math.min(mapping, anchor?.policyConstraints?.inhibitPolicyMapping ?? mapping);
  inhibitAny = Math.min(inhibitAny, anchor?.inhibitAnyPolicy?.skipCerts ?? inhibitAny);

  const failure = (failed: string): OracleAnswer => ({ failed, authority: [], user: [] });

  for (const [index, certificate] of path.entries()) {
    const i = index + 1;
    // 6.1.3(d)
    if (certificate.policies !== null && tree.root !== null) {
      for (const policy of certificate.policies) {
        if (policy === ANY) continue;
        const matching = tree.at(i - 1).filter(({ expected }) => expected.has(policy));
        for (const node of matching) tree.child(node, policy, [policy]);
        if (matching.length > 0) continue;
        for (const node of tree.at(i - 1)) if (node.policy === ANY) tree.child(node, policy, [policy]);
      }
      if (certificate.policies.includes(ANY) && (inhibitAny > 0 || (i < n && certificate.selfIssued))) {
        for (const node of tree.at(i - 1)) {
          for (const policy of node.expected) {
            if (!node.children.some((child) => child.policy === policy)) tree.child(node, policy, [policy]);
          }
        }
      }
      tree.prune(i);
    }
    // 6.1.3(e), (f)
    if (certificate.policies === null) tree.root = null;
    if (explicit === 0 && tree.root === null) return failure(`6.1.3(f) ${i}`);
    if (i === n) break;
    // 6.1.4(a), (b)
    const mappings = certificate.mappings ?? [];
    if (mappings.flat().includes(ANY)) return failure(`6.1.4(a) ${i}`);
    for (const [issuer] of mappings) {
      const nodes = tree.at(i).filter(({ policy }) => policy === issuer);
      if (mapping > 0) {
        const subjects = mappings.filter(([other]) => other === issuer).map(([, subject]) => subject);
        for (const node of nodes) node.expected = new Set(subjects);
        if (nodes.length > 0) continue;
        for (const any of tree.at(i)) if (any.policy === ANY && any.parent) tree.child(any.parent, issuer, subjects);
      } else {
        for (const node of nodes) tree.delete(node);
        tree.prune(i);
      }
    }
    // 6.1.4(h) to (j)
    if (!certificate.selfIssued) {
      if (explicit !== 0) explicit -= 1;
      if (mapping !== 0) mapping -= 1;
      if (inhibitAny !== 0) inhibitAny -= 1;
    }
    const { requireExplicitPolicy, inhibitPolicyMapping, inhibitAnyPolicy } = certificate;
    if (requireExplicitPolicy !== null && requireExplicitPolicy < explicit) explicit = requireExplicitPolicy;
    if (inhibitPolicyMapping !== null && inhibitPolicyMapping < mapping) mapping = inhibitPolicyMapping;
    if (inhibitAnyPolicy !== null && inhibitAnyPolicy < inhibitAny) inhibitAny = inhibitAnyPolicy;
  }

  // 6.1.5(a), (b), (g)
  if (explicit !== 0) explicit -= 1;
  if (path.at(-1)?.requireExplicitPolicy === 0) explicit = 0;
  const authority = tree.policies(n);
  if (tree.root !== null && !userInitial.includes(ANY)) {
    const nodeSet = tree.nodeSet(n);
    for (const node of nodeSet) if (node.policy !== ANY && !userInitial.includes(node.policy)) tree.delete(node);
    const any = tree.at(n).find(({ policy }) => policy === ANY);
    if (any?.parent) {
      for (const policy of userInitial) {
        if (!nodeSet.some((node) => node.policy === policy)) tree.child(any.parent, policy, [policy]);
      }
      tree.delete(any);
    }
    tree.prune(n);
  }
  if (explicit === 0 && tree.root === null) return failure(`6.1.5(g) ${n}`);
  return { failed: null, authority, user: tree.policies(n) };
}
