import type { Evaluation, TokenEvaluation } from '../evaluate.ts';
import { tokenGuard } from '../guard.ts';
import type { Rule } from '../policy.ts';
import type { Because } from './case.ts';

/**
 * Why a rule answers as it does, as reasons of which each is true; never none. Tokens that nobody can ever satisfy do not
 * speak. One refusal has two reasons, `quorum` and `window`, when one token's window is open and lacks approvals while
 * another has its approvals and is not open: either way of mending it would do.
 *
 * @param evaluation what `evaluateRule` said of this rule
 */
export function reasonsOf(rule: Rule, evaluation: Evaluation): readonly Because[] {
  if (evaluation.satisfied) return rule === null || evaluation.tokens.some(isOpenToAll) ? ['unguarded'] : ['quorum'];
  const tokens = rule?.tokens ?? [];
  const reachable = evaluation.tokens.filter((_, i) => {
    const token = tokens[i];
    return token !== undefined && tokenGuard(token) !== 'nobody';
  });
  if (reachable.length === 0) return ['never'];
  const reasons: Because[] = [];
  if (reachable.some((token) => token.window.state === 'open')) reasons.push('quorum');
  if (reachable.some(hasQuorums)) reasons.push('window');
  return reasons.length === 0 ? ['quorum-and-window'] : reasons;
}

function hasQuorums(token: TokenEvaluation): boolean {
  return token.groups.every((group) => group.missing === 0);
}

function isOpenToAll(token: TokenEvaluation): boolean {
  return token.satisfied && token.groups.every((group) => group.quorum === 0);
}
