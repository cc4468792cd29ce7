import type { Finding } from '@quorate/report';
import { displayDuration } from '../display.ts';
import { type Policy, RULE_NAMES, type RuleName } from '../policy.ts';
import type { AnalysisContext, RuleAnalysis } from './rule-analysis.ts';
import type { TokenWindow, UnitSlip } from './windows.ts';

/** Days before the end of the certificates from which on there is a warning. */
const SOON = 90;

/** What there is to say of windows and of the dates of certificates. */
export function timeFindings(
  policy: Policy,
  rules: Readonly<Record<RuleName, RuleAnalysis>>,
  { at }: AnalysisContext,
): Finding[] {
  return RULE_NAMES.filter((name) => policy.rules[name] !== null).flatMap((name) => [
    ...rules[name].windows.flatMap((window) => windowFindings(window, name)),
    ...expiryFindings(rules[name], name, at),
  ]);
}

function windowFindings(window: TokenWindow, rule: RuleName): Finding[] {
  const where = `${rule}.tokens[${window.token}]`;
  const findings: Finding[] = [];
  if (window.hidden) {
    const left = displayDuration(window.length ?? 0);
    findings.push({
      id: 'policy.window.hidden',
      outcome: 'warn',
      where,
      message: `the timeout runs from the timestamp, not from the end of the timelock: only ${left} are left`,
      expected: 'a timeout of more than twice the timelock',
      actual: window.words,
      reference: 'SKA.md 1, 2.1',
    });
  }
  for (const { field, slip } of window.slips) {
    // Times that are not whole minutes fail in `checkPolicy`.
    if (slip === 'not-whole-minutes') continue;
    const seconds = (field === 'timelock' ? window.opens : window.closes) ?? 0;
    findings.push(slipFinding(`${where}.${field}`, field, slip, seconds));
  }
  return findings;
}

function slipFinding(where: string, field: string, slip: UnitSlip, seconds: number): Finding {
  const short = slip === 'minutes-for-seconds';
  const meant = short ? seconds * 60 : seconds / 1000;
  const unit = short ? 'minutes' : 'milliseconds';
  return {
    id: 'policy.time.unit',
    outcome: 'warn',
    where,
    message: `the ${field} is ${displayDuration(seconds)}; if ${unit} were meant, it should be ${meant}`,
    expected: 'seconds',
    actual: `${seconds} s`,
    reference: 'SKA.md 2.1',
  };
}

function expiryFindings({ expiry }: RuleAnalysis, rule: RuleName, at: number | null): Finding[] {
  const reference = 'SKA.md 2.2';
  const findings = expiry.expired.map(
    ({ identity, name }): Finding => ({
      id: 'policy.certificate.expired',
      outcome: 'warn',
      where: rule,
      message: `the certificate of \`${name ?? identity.slice(0, 16)}\` has expired: it is not known whether an HSM still counts it`,
      expected: 'a certificate that is valid',
      reference,
    }),
  );
  if (at === null || expiry.lastMoment === null) return findings;
  const days = Math.floor((expiry.lastMoment - at) / 86_400);
  findings.push({
    id: 'policy.expiry',
    outcome: expiry.passed || days < SOON ? 'warn' : 'pass',
    where: rule,
    message: expiry.passed
      ? 'too many certificates have expired to meet the rule, if an HSM looks at their dates'
      : `in ${days} days too few certificates will be valid to meet the rule, if an HSM looks at their dates`,
    expected: 'certificates renewed, and the policy changed, before that',
    actual: `${new Date(expiry.lastMoment * 1000).toISOString().slice(0, 19)}Z`,
    reference,
  });
  return findings;
}
