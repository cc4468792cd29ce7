import { sameBytes } from '@quorate/der';
import type { Approver, Group, Policy, Token } from './policy.ts';
import { RULE_NAMES } from './policy.ts';
import { resolvePolicy } from './resolve.ts';

/** One place where two policies differ. */
export interface PolicyDifference {
  /** For instance `use.tokens[0].groups[0].quorum`; empty for the whole. */
  readonly path: string;
  /** `name`: only what something is called differs. */
  readonly kind: 'name' | 'content';
  readonly expected: string;
  readonly actual: string;
}

/**
 * Where two policies differ, after resolving both (see `resolvePolicy`): tokens, groups and approvers are compared in
 * their order, approvers by type and key, certificates byte by byte, names exactly. A key status is compared when both
 * have one. An onboarded approver equals only itself: which certificate the server puts in its place is not known here.
 *
 * It finds inequality, not strength: two policies that permit the same in other words differ.
 *
 * @returns in the order of the policies; empty when they are equal
 */
export function comparePolicies(expected: Policy | null, actual: Policy | null): PolicyDifference[] {
  const found = new Differences();
  if (expected === null || actual === null) {
    found.values('', expected === null ? 'no policy' : 'a policy', actual === null ? 'no policy' : 'a policy');
    return found.list;
  }
  const [a, b] = [resolvePolicy(expected), resolvePolicy(actual)];
  if (a.blocked !== null && b.blocked !== null) found.values('blocked', `${a.blocked}`, `${b.blocked}`);
  for (const name of RULE_NAMES) {
    found.lists(`${name}.tokens`, a.rules[name]?.tokens ?? [], b.rules[name]?.tokens ?? [], compareTokens);
  }
  return found.list;
}

/** Whether {@link comparePolicies} finds no difference. */
export function samePolicy(a: Policy | null, b: Policy | null): boolean {
  return comparePolicies(a, b).length === 0;
}

class Differences {
  readonly list: PolicyDifference[] = [];

  values(path: string, expected: string, actual: string, kind: PolicyDifference['kind'] = 'content'): void {
    if (expected !== actual) this.list.push({ path, kind, expected, actual });
  }

  names(path: string, expected: string | null, actual: string | null): void {
    const show = (name: string | null): string => (name === null ? 'no name' : `\`${name}\``);
    this.values(`${path}.name`, show(expected), show(actual), 'name');
  }

  lists<T>(path: string, expected: readonly T[], actual: readonly T[], compare: Comparison<T>): void {
    if (expected.length !== actual.length) {
      this.values(path, `${expected.length}`, `${actual.length}`);
      return;
    }
    expected.forEach((item, i) => {
      compare(this, `${path}[${i}]`, item, actual[i] as T);
    });
  }
}

type Comparison<T> = (found: Differences, path: string, expected: T, actual: T) => void;

function compareTokens(found: Differences, path: string, a: Token, b: Token): void {
  found.names(path, a.name, b.name);
  found.values(`${path}.timelock`, `${a.timelock} s`, `${b.timelock} s`);
  found.values(`${path}.timeout`, `${a.timeout} s`, `${b.timeout} s`);
  found.lists(`${path}.groups`, a.groups ?? [], b.groups ?? [], compareGroups);
}

function compareGroups(found: Differences, path: string, a: Group, b: Group): void {
  found.names(path, a.name, b.name);
  found.values(`${path}.quorum`, `${a.quorum}`, `${b.quorum}`);
  found.lists(`${path}.approvers`, a.approvers, b.approvers, compareApprovers);
}

function compareApprovers(found: Differences, path: string, a: Approver, b: Approver): void {
  found.names(path, a.name, b.name);
  found.values(`${path}.type`, a.type, b.type);
  found.values(`${path}.identity`, a.identity ?? 'an onboarded approver', b.identity ?? 'an onboarded approver');
  if (a.type === 'certificate' && b.type === 'certificate' && a.identity === b.identity) {
    const same = sameBytes(a.certificate, b.certificate);
    if (!same) found.values(`${path}.certificate`, 'the certificate given', 'another certificate of the same key');
  }
}
