import { displayDuration, type Evaluation, type RuleName, type TokenEvaluation } from '@quorate/policy';
import type { Context } from './context.ts';
import { fold, printable } from './text.ts';

/** Prints whether a rule is satisfied, and per alternative what is missing. */
export function printEvaluation(context: Context, rule: RuleName, evaluation: Evaluation): void {
  const { satisfied, unguarded, tokens } = evaluation;
  const verdict = satisfied ? context.paint.good('satisfied') : context.paint.bad('NOT satisfied');
  context.out(`rule ${rule}: ${verdict}\n`);
  if (unguarded) context.out(`  ${context.paint.careful('the rule needs no approvals: everybody may do this')}\n`);
  if (tokens.length === 0 && !satisfied) context.out('  the rule has no alternative: nobody may ever do this\n');
  for (const [i, token] of tokens.entries()) printAlternative(context, token, i);
}

function printAlternative(context: Context, token: TokenEvaluation, index: number): void {
  const name = token.name ? printable(token.name) : `alternative ${index + 1}`;
  context.out(`  ${name}: ${windowInWords(token)}\n`);
  for (const [i, group] of token.groups.entries()) {
    const groupName = group.name ? printable(group.name) : `group ${i + 1}`;
    const enough = group.missing === 0 ? 'enough' : `${group.missing} missing`;
    context.out(`    ${groupName}: ${group.approved} of ${group.quorum} needed: ${enough}\n`);
    for (const said of ['approved', 'not yet'] as const) {
      const people = group.approvers.filter(({ approved }) => approved === (said === 'approved'));
      const shown = people.slice(0, 20).map(({ name: who, identity }) => {
        const mark = identity === null ? 'key not known' : identity.slice(0, 16);
        return `${who === null ? '(no name)' : printable(who)} [${mark}]`;
      });
      if (people.length > 20) shown.push(`and ${people.length - 20} more`);
      if (shown.length > 0) context.out(`${fold(shown.join(', '), context.width, `      ${said.padEnd(9)} `)}\n`);
    }
  }
}

function windowInWords({ window }: TokenEvaluation): string {
  const { opens, closes, state } = window;
  if (state === 'never') return 'the window closes before it opens';
  if (state === 'not-yet') return `too early: opens ${displayDuration(opens)} after the timestamp`;
  if (state === 'closed') return `too late: closed ${displayDuration(closes ?? 0)} after the timestamp`;
  return closes === null
    ? 'in time: the window never closes'
    : `in time: until ${displayDuration(closes)} after the timestamp`;
}
