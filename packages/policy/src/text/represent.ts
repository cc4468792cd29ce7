import { encodeUtf8 } from '@quorate/syntax';
import { ApproverReader } from '../approver-key.ts';
import { PolicyError } from '../error.ts';
import { PartCounter } from '../parts.ts';
import { type Approver, type Group, type Policy, RULE_NAMES, type RuleName, type Token } from '../policy.ts';
import { PolicyTextError, type PolicyTextErrorFacts } from './error.ts';
import { approverId, approverValue, type Labelled, labelApprovers } from './labels.ts';
import { NAME_MAX_BYTES, VALUE_MAX_BYTES } from './limits.ts';
import { NO_COMMENTS } from './printer.ts';
import type { Alternative, Comments, Declaration, GroupSyntax, RuleStatement, Statement, Syntax } from './syntax.ts';

const NOWHERE = { line: 1, column: 1 } as const;
const BARE = { place: NOWHERE, comments: NO_COMMENTS } as const;
/** A blank line stands before the rules. */
const APART: Comments = { before: [''], after: [] };

/** How a policy is written. @throws PolicyTextError `not-representable`, `limit-exceeded` */
export function representPolicy(policy: Policy): Syntax {
  return new Representer().policy(policy);
}

class Representer {
  readonly #parts = new PartCounter();
  readonly #reader = new ApproverReader();
  readonly #checked = new Set<Approver>();
  #labels: ReadonlyMap<string, Labelled> = new Map();

  policy(policy: Policy): Syntax {
    for (const rule of RULE_NAMES) this.#check(policy, rule);
    this.#labels = labelApprovers(policy);
    const declarations = [...this.#labels.values()].map(declarationOf);
    const rules = RULE_NAMES.map((rule) => this.#rule(policy, rule));
    const { blocked } = policy;
    const status: Statement[] = blocked === null ? [] : [{ kind: 'blocked', value: blocked, ...BARE }];
    const [first, ...others] = [...status, ...rules];
    const apart = first === undefined ? [] : [{ ...first, comments: APART }];
    return { statements: [...declarations, ...apart, ...others], tail: [], end: NOWHERE };
  }

  /** Refuses what would not come back. */
  #check(policy: Policy, name: RuleName): void {
    const tokens = policy.rules[name]?.tokens ?? [];
    this.#count('token', tokens.length, `${name}.tokens`);
    for (const [i, token] of tokens.entries()) {
      const path = `${name}.tokens[${i}]`;
      checkName(token.name, path);
      checkNumber(token.timelock, `${path}.timelock`);
      checkNumber(token.timeout, `${path}.timeout`);
      this.#count('group', token.groups?.length ?? 0, `${path}.groups`);
      for (const [j, group] of (token.groups ?? []).entries()) this.#checkGroup(group, `${path}.groups[${j}]`);
    }
  }

  #checkGroup(group: Group, path: string): void {
    checkName(group.name, path);
    checkNumber(group.quorum, `${path}.quorum`);
    this.#count('approver', group.approvers.length, `${path}.approvers`);
    for (const [i, approver] of group.approvers.entries()) {
      if (this.#checked.has(approver)) continue;
      this.#checked.add(approver);
      this.#checkApprover(approver, `${path}.approvers[${i}]`);
    }
  }

  #checkApprover(approver: Approver, path: string): void {
    checkName(approver.name, path);
    if (approver.type === 'onboarded_approver_certificate') {
      if (approver.name === '') throw refusal(`${path}.name`, { expected: 'the onboarded name', actual: '`""`' });
      return;
    }
    const bytes = approver.type === 'certificate' ? approver.certificate : approver.publicKey;
    if (bytes.length > VALUE_MAX_BYTES) {
      throw new PolicyTextError('limit-exceeded', { path, actual: `${bytes.length} bytes`, limit: VALUE_MAX_BYTES });
    }
    const again = this.#again(approver, path);
    if (again.identity === approver.identity && sameBytes(again.publicKey, approver.publicKey)) return;
    throw refusal(path, { expected: 'the identity and public key that its bytes have', actual: 'others' });
  }

  #again(approver: Exclude<Approver, { identity: null }>, path: string): Exclude<Approver, { identity: null }> {
    try {
      return approver.type === 'certificate'
        ? this.#reader.certificate(approver.certificate, approver.name, path)
        : this.#reader.publicKey(approver.publicKey, approver.name, path);
    } catch (cause) {
      if (cause instanceof PolicyError) throw refusal(path, { cause });
      throw cause;
    }
  }

  #count(kind: 'token' | 'group' | 'approver', count: number, path: string): void {
    try {
      this.#parts.add(kind, count, path);
    } catch (cause) {
      if (!(cause instanceof PolicyError)) throw cause;
      throw new PolicyTextError('limit-exceeded', { path, actual: cause.actual, limit: cause.limit });
    }
  }

  #rule(policy: Policy, name: RuleName): RuleStatement {
    const rule = policy.rules[name];
    const tokens = rule?.tokens ?? [];
    const nothing =
      rule === null
        ? 'everybody (rule null)'
        : rule.tokens === null
          ? 'nobody (tokens null)'
          : tokens.length === 0
            ? 'nobody'
            : null;
    return { kind: 'rule', rule: name, nothing, alternatives: tokens.map((token) => this.#token(token)), ...BARE };
  }

  #token({ name, timelock, timeout, groups }: Token): Alternative {
    const window = timelock === 0 && timeout === 0 ? null : { after: timelock, within: timeout, ...BARE };
    return { name, groups: groups?.map((group) => this.#group(group)) ?? null, window, ...BARE };
  }

  #group({ name, quorum, approvers }: Group): GroupSyntax {
    const label = (approver: Approver): string => this.#labels.get(approverId(approver))?.label ?? '';
    return { name, quorum, approvers: approvers.map((approver) => ({ label: label(approver), ...BARE })), ...BARE };
  }
}

const KINDS = { public_key: 'key', certificate: 'certificate', onboarded_approver_certificate: 'onboarded' } as const;

function declarationOf({ label, approver }: Labelled): Declaration {
  const text = approverValue(approver);
  const value = text === null ? null : ({ kind: 'base64', text, place: NOWHERE } as const);
  return { kind: KINDS[approver.type], label, labelPlace: NOWHERE, name: approver.name, value, ...BARE };
}

function checkName(name: string | null, path: string): void {
  if (name === null || name.length * 3 <= NAME_MAX_BYTES) return;
  const bytes = encodeUtf8(name).length;
  if (bytes <= NAME_MAX_BYTES) return;
  throw new PolicyTextError('limit-exceeded', {
    path: `${path}.name`,
    actual: `${bytes} bytes`,
    limit: NAME_MAX_BYTES,
  });
}

function checkNumber(value: number, path: string): void {
  if (Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)) return;
  throw refusal(path, { expected: 'an integer from 0 to 9007199254740991', actual: `\`${value}\`` });
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, i) => octet === b[i]);
}

function refusal(path: string, facts: PolicyTextErrorFacts): PolicyTextError {
  return new PolicyTextError('not-representable', { ...facts, path });
}
