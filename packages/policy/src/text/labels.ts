import { encodeBase64 } from '@quorate/syntax';
import type { Approver, Policy } from '../policy.ts';
import { RULE_NAMES } from '../policy.ts';
import { certificateName } from '../resolve.ts';

/** Names above this do not serve as labels too. */
const MAX_LABEL = 80;
const PLAIN = /^[A-Za-z][A-Za-z0-9_.@-]{0,79}$/;

/** An approver of a policy under the one label that it has in the text. */
export interface Labelled {
  readonly label: string;
  readonly approver: Approver;
}

/** The approvers of a policy, each once, in the order in which the rules name them; by {@link approverId}. */
export function labelApprovers(policy: Policy): Map<string, Labelled> {
  const distinct = new Map<string, Approver>();
  for (const rule of RULE_NAMES) {
    const groups = (policy.rules[rule]?.tokens ?? []).flatMap((token) => token.groups ?? []);
    for (const approver of groups.flatMap((group) => group.approvers)) {
      const id = approverId(approver);
      if (!distinct.has(id)) distinct.set(id, approver);
    }
  }
  return withLabels(distinct);
}

/** What tells approvers apart in a text: kind, name and bytes. */
export function approverId(approver: Approver): string {
  return JSON.stringify([approver.type, approver.name, approverValue(approver)]);
}

/** The bytes of an approver in base64; `null` for an onboarded one. */
export function approverValue(approver: Approver): string | null {
  if (approver.type === 'onboarded_approver_certificate') return null;
  return encodeBase64(approver.type === 'certificate' ? approver.certificate : approver.publicKey);
}

/**
 * The first approver of a name has it as its label; others of that name, and those without, get numbers behind, or the
 * common name in their certificate.
 */
function withLabels(distinct: ReadonlyMap<string, Approver>): Map<string, Labelled> {
  const labels = new Map<string, string>();
  const taken = new Set<string>();
  for (const [id, { name }] of distinct) {
    if (name === null || name === '' || name.length > MAX_LABEL || taken.has(name)) continue;
    taken.add(name);
    labels.set(id, name);
  }
  const numbers = new Map<string, number>();
  for (const [id, approver] of distinct) {
    if (labels.has(id)) continue;
    const common = commonLabel(approver);
    const base = common ?? KINDS[approver.type];
    let label = common ?? `${base}-1`;
    for (let number = numbers.get(base) ?? 2; taken.has(label); number++) {
      label = `${base}-${number}`;
      numbers.set(base, number + 1);
    }
    taken.add(label);
    labels.set(id, label);
  }
  return new Map([...distinct].map(([id, approver]) => [id, { label: labels.get(id) ?? id, approver }]));
}

const KINDS = { public_key: 'key', certificate: 'certificate', onboarded_approver_certificate: 'onboarded' } as const;

/** A name that can serve as a label: its own, or the common name in its certificate. */
function commonLabel(approver: Approver): string | null {
  const name = approver.name ?? (approver.type === 'certificate' ? certificateName(approver) : null);
  return name !== null && PLAIN.test(name) ? name : null;
}
