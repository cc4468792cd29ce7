import { comparePolicies, type PolicyDifference } from '../compare.ts';
import type { Approver, Policy, Rule, RuleName } from '../policy.ts';
import { RULE_NAMES } from '../policy.ts';
import { approverName, keyMark, ruleWords } from '../words.ts';
import { analysisIdentity } from './model.ts';

/** A difference between two policies that makes neither stronger. */
export interface Apart {
  /**
   * - `name`: the same key, token or group is called otherwise.
   * - `spelling`: the same key stands there in another form: in a certificate, or encoded otherwise.
   * - `order`: the same tokens, groups and approvers stand in another order.
   * - `form`: a rule permits the same and is written otherwise.
   * - `status`: whether the key is blocked.
   */
  readonly kind: 'name' | 'spelling' | 'order' | 'form' | 'status';
  /** A rule, a path in it, the first digits of a key's identity, or `blocked`. */
  readonly where: string;
  readonly old: string;
  readonly new: string;
}

/** Lists what differs without making a policy stronger, in the order: status, keys by identity, rules. */
export function differencesApart(
  old: Policy | null,
  now: Policy | null,
  rules: Readonly<Record<RuleName, { readonly relation: string }>>,
): Apart[] {
  if (old === null || now === null) return [];
  const found: Apart[] = [];
  if (old.blocked !== null && now.blocked !== null && old.blocked !== now.blocked) {
    found.push({ kind: 'status', where: 'blocked', old: `${old.blocked}`, new: `${now.blocked}` });
  }
  found.push(...keysApart(old, now));
  const names = comparePolicies(old, now).filter(({ kind, path }) => kind === 'name' && !path.includes('.approvers['));
  for (const name of RULE_NAMES) {
    found.push(...ruleApart(name, old.rules[name], now.rules[name], rules[name].relation === 'equal', names));
  }
  return found;
}

function ruleApart(
  name: RuleName,
  old: Rule,
  now: Rule,
  isEqual: boolean,
  names: readonly PolicyDifference[],
): Apart[] {
  if (ruleContent(old) === ruleContent(now)) {
    const own = names.filter(({ path }) => path.startsWith(`${name}.`));
    return own.map(({ path, expected, actual }) => ({ kind: 'name', where: path, old: expected, new: actual }));
  }
  if (!isEqual) return [];
  const kind = ruleContent(old, true) === ruleContent(now, true) ? 'order' : 'form';
  return [{ kind, where: name, old: wordsOf(old), new: wordsOf(now) }];
}

function wordsOf(rule: Rule): string {
  return rule === null ? `no rule: ${ruleWords(rule)}` : ruleWords(rule);
}

/** What a rule says, apart from names and how keys are spelled; in its order, or sorted. */
export function ruleContent(rule: Rule, sorted = false): string {
  const list = (items: readonly string[]): string => JSON.stringify(sorted ? [...items].sort() : items);
  if (rule === null || rule.tokens === null) return rule === null ? 'no rule' : 'no tokens';
  return list(
    rule.tokens.map(({ timelock, timeout, groups }) => {
      const inside = (groups ?? []).map(
        ({ quorum, approvers }) => `${quorum} of ${list(approvers.map(analysisIdentity))}`,
      );
      return `${timelock} ${timeout} ${groups === null ? 'null' : list(inside)}`;
    }),
  );
}

function keysApart(old: Policy, now: Policy): Apart[] {
  const [before, after] = [approversByKey(old), approversByKey(now)];
  const found: Apart[] = [];
  for (const key of [...before.keys()].sort()) {
    const [was, is] = [before.get(key) ?? [], after.get(key) ?? []];
    if (is.length === 0 || (isWithin(was, is, isSame) && isWithin(is, was, isSame))) continue;
    const where = was[0]?.identity === null ? key : `key ${keyMark(key)}`;
    const [wasCalled, isCalled] = [wordList(was.map(approverName)), wordList(is.map(approverName))];
    if (wasCalled !== isCalled) found.push({ kind: 'name', where, old: wasCalled, new: isCalled });
    if (isWithin(was, is, isSpelledSame) && isWithin(is, was, isSpelledSame)) continue;
    const [wasType, isType] = [was, is].map((list) => wordList(list.map((it) => TYPES[it.type]))) as [string, string];
    const other = wasType === isType ? `another ${isType} of the same key` : isType;
    found.push({ kind: 'spelling', where, old: wasType, new: other });
  }
  return found;
}

type Sameness = (a: Approver, b: Approver) => boolean;

function isWithin(some: readonly Approver[], all: readonly Approver[], same: Sameness): boolean {
  return some.every((a) => all.some((b) => same(a, b)));
}

function isSame(a: Approver, b: Approver): boolean {
  return a.name === b.name && isSpelledSame(a, b);
}

/** Readers share the bytes of a key that they meet often, so most often there is nothing to look through. */
function isSpelledSame(a: Approver, b: Approver): boolean {
  const [left, right] = [bytesOf(a), bytesOf(b)];
  if (a.type !== b.type || left.length !== right.length) return false;
  return left === right || left.every((octet, i) => octet === right[i]);
}

function bytesOf(approver: Approver): Uint8Array {
  if (approver.type === 'onboarded_approver_certificate') return NOTHING;
  return approver.type === 'certificate' ? approver.certificate : approver.publicKey;
}

const NOTHING = new Uint8Array();

const TYPES: Readonly<Record<Approver['type'], string>> = {
  public_key: 'public key',
  certificate: 'certificate',
  onboarded_approver_certificate: 'onboarded approver',
};

/** For each key the approvers that are written differently. */
function approversByKey(policy: Policy): Map<string, Approver[]> {
  const found = new Map<string, Approver[]>();
  for (const name of RULE_NAMES) {
    for (const token of policy.rules[name]?.tokens ?? []) {
      for (const { approvers } of token.groups ?? []) {
        for (const approver of approvers) {
          const key = analysisIdentity(approver);
          const known = found.get(key);
          if (known === undefined) found.set(key, [approver]);
          else if (known.length < FORMS && !known.some((it) => isSame(it, approver))) known.push(approver);
        }
      }
    }
  }
  return found;
}

/** Forms of one key that are looked at; more only serve to make this slow. */
const FORMS = 16;

function wordList(words: readonly string[]): string {
  return [...new Set(words)].sort().join(', ');
}
