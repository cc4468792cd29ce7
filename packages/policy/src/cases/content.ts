import { approverKey } from '../meaning.ts';
import type { Group, Rule } from '../policy.ts';

/** A group without its name, names and order of its approvers: equal texts mean equal groups. */
export function contentOfGroup({ quorum, approvers }: Group): string {
  return JSON.stringify([quorum, ...[...new Set(approvers.map(approverKey))].sort()]);
}

/** A rule as the broker resolves it (`resolvePolicy`), without names: equal texts mean equal rules. */
export function contentOfRule(rule: Rule): string {
  const tokens = rule === null ? [{ timelock: 0, timeout: 0, groups: [] }] : (rule.tokens ?? []);
  return JSON.stringify(
    tokens.map(({ timelock, timeout, groups }) => [timelock, timeout, (groups ?? []).map(contentOfGroup)]),
  );
}
