import type { Finding } from '@quorate/report';
import { checkApprover } from './check-approver.ts';
import { approverKey, distinctApprovers } from './meaning.ts';
import type { Approver, Group } from './policy.ts';
import { approverName } from './words.ts';

/** What there is to say of one group and its approvers. */
export function checkGroup(group: Group, where: string, allowUnguarded: boolean): Finding[] {
  return [
    ...checkQuorum(group, where, allowUnguarded),
    ...checkDuplicates(group, where),
    ...group.approvers.flatMap((approver, i) => checkApprover(approver, `${where}.approvers[${i}]`)),
  ];
}

function checkQuorum(group: Group, where: string, allowUnguarded: boolean): Finding[] {
  const { quorum } = group;
  const keys = distinctApprovers(group);
  const actual = `${quorum} of ${keys}`;
  if (!Number.isSafeInteger(quorum) || quorum < 0) {
    const message = 'the quorum is not a number of approvers';
    return [{ id: 'policy.quorum', outcome: 'fail', where, message, expected: 'from 1', actual: `${quorum}` }];
  }
  if (keys === 0) {
    const message = 'the group has no approvers: the server refuses it';
    const expected = 'at least one approver';
    return [{ id: 'policy.group', outcome: 'fail', where, message, expected, actual: 'none', reference: 'SKA.md 2.3' }];
  }
  if (quorum === 0) {
    const message = 'the quorum is 0: the group agrees without anybody';
    const outcome = allowUnguarded ? 'warn' : 'fail';
    return [{ id: 'policy.quorum', outcome, where, message, expected: 'from 1', actual, reference: 'SKA.md 2.3' }];
  }
  if (quorum > keys) {
    const message = 'more approvals are asked for than the group has keys: it can never agree';
    const expected = `at most ${keys}`;
    return [{ id: 'policy.quorum', outcome: 'fail', where, message, expected, actual, reference: 'SKA.md 2.1' }];
  }
  const findings: Finding[] = [];
  if (quorum === 1) {
    const message = keys === 1 ? 'one key decides alone' : 'any one of the approvers decides alone';
    findings.push({ id: 'policy.quorum.single', outcome: 'warn', where, message, expected: '2 or more', actual });
  }
  if (quorum === keys) {
    const message = 'all approvers must agree: one lost key, and the group can never agree again';
    findings.push({ id: 'policy.quorum.all', outcome: 'warn', where, message, expected: 'a spare approver', actual });
  }
  return findings;
}

function checkDuplicates(group: Group, where: string): Finding[] {
  const first = new Map<string, number>();
  return group.approvers.flatMap((approver, i): Finding[] => {
    const key = approverKey(approver);
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, i);
      return [];
    }
    return [
      {
        id: 'policy.keys.distinct',
        outcome: 'fail',
        where: `${where}.approvers[${i}]`,
        message: 'the same key stands twice in the group, and counts once',
        expected: 'another key',
        actual: `the key of \`${approverName(group.approvers[before] as Approver)}\``,
        reference: 'SKA.md 2.1',
      },
    ];
  });
}

/** Keys that stand in several groups of one token: one person can satisfy groups that are meant to control each other. */
export function checkOverlap(groups: readonly Group[], where: string): Finding[] {
  const seen = new Map<string, number>();
  const findings: Finding[] = [];
  groups.forEach((group, i) => {
    for (const [key, approver] of new Map(group.approvers.map((it) => [approverKey(it), it]))) {
      const before = seen.get(key);
      if (before === undefined) seen.set(key, i);
      else {
        findings.push({
          id: 'policy.groups.overlap',
          outcome: 'warn',
          where: `${where}.groups[${i}]`,
          message: `the key of \`${approverName(approver)}\` counts in group ${before + 1} and in group ${i + 1}`,
          expected: 'groups without a common key',
          actual: 'a common key',
        });
      }
    }
  });
  return findings;
}
