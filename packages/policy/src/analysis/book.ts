import type { Approver, Policy, Rule } from '../policy.ts';
import { RULE_NAMES } from '../policy.ts';
import { certificateName } from '../resolve.ts';
import { analysisIdentity } from './model.ts';

/** An approver as analysis names it. */
export interface ApproverRef {
  /** See `analysisIdentity`. */
  readonly identity: string;
  /** The first name that the policy has for the key; of a certificate without one the common name. */
  readonly name: string | null;
}

/** Who is behind the identities of a policy. */
export class ApproverBook {
  readonly #approvers = new Map<string, Approver[]>();

  constructor(policy: Policy) {
    for (const name of RULE_NAMES) this.#add(policy.rules[name]);
  }

  #add(rule: Rule): void {
    for (const token of rule?.tokens ?? []) {
      for (const group of token.groups ?? []) {
        for (const approver of group.approvers) {
          const identity = analysisIdentity(approver);
          const known = this.#approvers.get(identity);
          if (known === undefined) this.#approvers.set(identity, [approver]);
          else known.push(approver);
        }
      }
    }
  }

  /** All identities, in the order of the policy. */
  identities(): readonly string[] {
    return [...this.#approvers.keys()];
  }

  /** All entries of the policy for one key. */
  entries(identity: string): readonly Approver[] {
    return this.#approvers.get(identity) ?? [];
  }

  /** The names of one key, each once. */
  names(identity: string): readonly string[] {
    const names = this.entries(identity).map(nameOf);
    return [...new Set(names.filter((name) => name !== null))];
  }

  ref(identity: string): ApproverRef {
    for (const approver of this.entries(identity)) {
      const name = nameOf(approver);
      if (name !== null) return { identity, name };
    }
    return { identity, name: null };
  }

  refs(identities: readonly string[]): ApproverRef[] {
    return identities.map((identity) => this.ref(identity));
  }
}

function nameOf(approver: Approver): string | null {
  return approver.name ?? (approver.type === 'certificate' ? certificateName(approver) : null);
}
