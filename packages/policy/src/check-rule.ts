import type { Finding, Outcome } from '@quorate/report';
import { type AllowUnguarded, mayBeUnguarded } from './allow-unguarded.ts';
import { checkGroup, checkOverlap } from './check-group.ts';
import { displayDuration } from './display.ts';
import { ruleGuard } from './guard.ts';
import { meaningOf } from './meaning.ts';
import type { Policy, Rule, RuleName, Token } from './policy.ts';
import { actionWords, ruleWords } from './words.ts';

const SECONDS_PER_MINUTE = 60;
const MAX_SECONDS: number = 0xffff_ffff * SECONDS_PER_MINUTE;

/** What there is to say of one rule; its own words first, when nothing failed. */
export function checkRule(name: RuleName, rule: Rule, policy: Policy, options: AllowUnguarded): Finding[] {
  const allowed = mayBeUnguarded(name, options);
  const findings = [...checkGuard(name, rule, policy, allowed), ...checkTokens(name, rule, allowed)];
  if (findings.some((finding) => finding.outcome === 'fail')) return findings;
  const message = `to ${actionWords(name)}: ${ruleWords(rule)}`;
  return [{ id: 'policy.rule', outcome: 'pass', where: name, message, reference: 'SKA.md 2.1' }, ...findings];
}

function checkGuard(name: RuleName, rule: Rule, policy: Policy, allowed: boolean): Finding[] {
  const guard = ruleGuard(rule);
  if (guard === 'everybody') return [unguarded(name, rule, policy, allowed)];
  if (guard === 'nobody') return [unreachable(name, rule)];
  return [];
}

function unguarded(name: RuleName, rule: Rule, policy: Policy, allowed: boolean): Finding {
  const why =
    rule === null ? `: ${meaningOf({ rule, form: policy.blocked === null ? 'modify' : 'create' }).effect}` : '';
  return {
    id: 'policy.guarded',
    outcome: allowed ? 'warn' : 'fail',
    where: name,
    message: `everybody who reaches the HSM may ${actionWords(name)} without any approval${why}`,
    expected: 'approvals, or permission to go without',
    actual: rule === null ? 'a null rule' : 'a token that needs no approval',
    reference: 'SKA.md 2.3',
  };
}

const NEVER: Readonly<Record<RuleName, string>> = {
  use: 'nobody can ever use the key',
  block: 'nobody can ever block the key, not even when it is misused',
  unblock: 'nobody can ever unblock the key: once blocked it is lost',
  modify: 'nobody can ever change the policy: it is frozen as it stands, lost approvers included',
};

function unreachable(name: RuleName, rule: Rule): Finding {
  return {
    id: 'policy.reachable',
    outcome: name === 'use' ? 'fail' : 'warn',
    where: name,
    message: NEVER[name],
    expected: 'a rule that somebody can satisfy',
    actual: meaningOf({ rule }).permission === 'never' ? 'no tokens' : 'no token that can be satisfied',
    reference: 'SKA.md 2.3',
  };
}

function checkTokens(name: RuleName, rule: Rule, allowed: boolean): Finding[] {
  return (rule?.tokens ?? []).flatMap((token, i) => {
    const where = `${name}.tokens[${i}]`;
    const groups = (token.groups ?? []).flatMap((group, j) => checkGroup(group, `${where}.groups[${j}]`, allowed));
    return [...checkTimes(token, where), ...checkOverlap(token.groups ?? [], where), ...groups];
  });
}

function checkTimes(token: Token, where: string): Finding[] {
  const findings: Finding[] = [];
  const add = (id: string, outcome: Outcome, at: string, message: string, expected: string, actual: string): void => {
    findings.push({ id, outcome, where: at, message, expected, actual, reference: 'SKA.md 2.1' });
  };
  for (const part of ['timelock', 'timeout'] as const) {
    const seconds = token[part];
    const at = `${where}.${part}`;
    if (!Number.isSafeInteger(seconds) || seconds < 0 || seconds % SECONDS_PER_MINUTE !== 0) {
      add('policy.time', 'fail', at, `the ${part} is not in whole minutes`, 'a multiple of 60 s', `${seconds} s`);
    } else if (seconds > MAX_SECONDS) {
      add('policy.time', 'fail', at, `the ${part} is too long`, `at most ${MAX_SECONDS} s`, `${seconds} s`);
    }
  }
  const [opens, closes] = [displayDuration(token.timelock), displayDuration(token.timeout)];
  switch (meaningOf({ window: token }).kind) {
    case 'inverted-window':
      add('policy.window', 'fail', where, 'the window ends before it opens', `a timeout of ${opens} or more`, closes);
      break;
    case 'zero-width-window':
      add('policy.window.width', 'warn', where, ZERO_WIDTH, `a timeout above the timelock, ${opens}`, closes);
      break;
    case 'no-window':
      add('policy.window.end', 'warn', where, NO_WINDOW, 'a timeout', 'none');
      break;
    case 'no-timeout':
      add('policy.window.end', 'warn', where, NO_TIMEOUT, 'a timeout', 'none');
      break;
  }
  return findings;
}

const ZERO_WIDTH = 'the window is a single moment: approvals count in that second only, which can hardly be met';
const NO_WINDOW = 'approvals never expire and need no timestamp: one given today can be used again in ten years';
const NO_TIMEOUT = 'approvals never expire: one given today can be used again in ten years';
