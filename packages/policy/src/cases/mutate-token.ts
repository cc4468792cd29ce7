import { displayDuration } from '../display.ts';
import type { Group, Rule, Token } from '../policy.ts';
import { approverName } from '../words.ts';
import { contentOfGroup } from './content.ts';

/** Times are whole minutes (SKA.md 2.1), so the smallest slip is one of them. */
const SECONDS_PER_MINUTE = 60;
const MAX_ADDED = 8;

/** A rule with one thing changed; the id continues the name of the rule. */
export interface RuleMutant {
  readonly id: string;
  readonly description: string;
  readonly rule: Rule;
}

/** The tokens of a rule with one thing changed in one of them, or one dropped. */
export function* mutateTokens(tokens: readonly Token[], groups: ReadonlyMap<string, Group>): Generator<RuleMutant> {
  for (const [i, token] of tokens.entries()) {
    const at = `.tokens[${i}]`;
    if (tokens.length > 1) {
      const rule = { tokens: tokens.filter((_, j) => j !== i) };
      yield { id: `${at} dropped`, description: `alternative ${i + 1} dropped`, rule };
    }
    for (const { id, description, token: changed } of mutateToken(token, groups)) {
      const rule = { tokens: tokens.map((it, j) => (j === i ? changed : it)) };
      yield { id: `${at}${id}`, description: `in alternative ${i + 1}, ${description}`, rule };
    }
  }
}

interface TokenMutant {
  readonly id: string;
  readonly description: string;
  readonly token: Token;
}

function* mutateToken(token: Token, others: ReadonlyMap<string, Group>): Generator<TokenMutant> {
  for (const part of ['timelock', 'timeout'] as const) {
    const seconds = token[part];
    for (const changed of new Set([seconds - SECONDS_PER_MINUTE, seconds + SECONDS_PER_MINUTE, 0])) {
      if (changed === seconds || changed < 0 || !Number.isSafeInteger(changed)) continue;
      const description = `the ${part} is ${displayDuration(changed)} instead of ${displayDuration(seconds)}`;
      yield { id: `.${part}=${changed}`, description, token: { ...token, [part]: changed } };
    }
  }
  const groups = token.groups ?? [];
  for (const [i, group] of groups.entries()) {
    const id = `.groups[${i}]`;
    const without = groups.filter((_, j) => j !== i);
    yield { id: `${id} dropped`, description: `group ${i + 1} dropped`, token: { ...token, groups: without } };
    for (const mutant of mutateGroup(group)) {
      const description = `in group ${i + 1}, ${mutant.description}`;
      const changed = groups.map((it, j) => (j === i ? mutant.group : it));
      yield { id: `${id}${mutant.id}`, description, token: { ...token, groups: changed } };
    }
  }
  const known = new Set(groups.map(contentOfGroup));
  let added = 0;
  for (const [content, group] of others) {
    if (known.has(content)) continue;
    const description = `a group added that stands elsewhere in the policy, ${quorumOf(group)}`;
    yield { id: `.groups+${++added}`, description, token: { ...token, groups: [...groups, group] } };
    if (added === MAX_ADDED) return;
  }
}

interface GroupMutant {
  readonly id: string;
  readonly description: string;
  readonly group: Group;
}

function* mutateGroup(group: Group): Generator<GroupMutant> {
  const { quorum, approvers } = group;
  for (const changed of [quorum - 1, quorum + 1]) {
    if (changed < 0 || !Number.isSafeInteger(changed)) continue;
    const description = `the quorum is ${changed} instead of ${quorum}`;
    yield { id: `.quorum=${changed}`, description, group: { ...group, quorum: changed } };
  }
  for (const [i, approver] of approvers.entries()) {
    const without = approvers.filter((_, j) => j !== i);
    const description = `the approver \`${approverName(approver)}\` dropped`;
    yield { id: `.approvers[${i}] dropped`, description, group: { ...group, approvers: without } };
  }
}

function quorumOf({ quorum, approvers }: Group): string {
  return `${quorum} of ${approvers.length}`;
}
