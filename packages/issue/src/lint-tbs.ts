import type { WithAlgorithms } from '@quorate/crypto';
import {
  allRules,
  type LintReport,
  lint,
  type Rule,
  type RuleSelection,
  type RuleSetName,
  readLintObject,
  ruleSetNames,
  selectRules,
} from '@quorate/lint';
import { IssueError } from './error.ts';
import type { LintSelection } from './lint-selection.ts';
import { nearest } from './nearest.ts';
import { quoted } from './text.ts';
import { demandReason, type Waivers } from './waivers.ts';

const DEFAULT_SETS: readonly RuleSetName[] = ['rfc5280', 'practice', 'hsm'];
const DEFAULT_RULES = rulesOf({ sets: DEFAULT_SETS });

/**
 * Puts a TBSCertificate to the rules of lint, before anybody signs it. What is left out is noted with its reason.
 *
 * @param more rules to add to the profile's
 * @param options `algorithms`: as they were given to build the TBS
 * @throws IssueError `lint-failed` with all errors as `findings`; `lint-rule-unknown`, `profile-malformed`
 */
export function lintTbs(
  tbs: Uint8Array,
  selection: LintSelection | undefined,
  more: Pick<RuleSelection, 'sets' | 'include'>,
  waivers: Waivers,
  { algorithms }: WithAlgorithms = {},
): LintReport {
  const exclude = (selection?.exclude ?? []).map(({ rule, because }, i) => {
    demandRule(rule, `lint.exclude[${i}].rule`);
    demandReason(because, `lint.exclude[${i}].because`);
    waivers.note({
      id: 'issue.lint-excluded',
      outcome: 'warn',
      where: `lint.exclude[${i}]`,
      message: `the rule \`${rule}\` is left out, since the profile says so: ${quoted(because, 1000)}`,
    });
    return rule;
  });
  (selection?.include ?? []).forEach((rule, i) => {
    demandRule(rule, `lint.include[${i}]`);
  });
  const sets = [...(selection?.sets ?? DEFAULT_SETS), ...(more.sets ?? [])];
  const unknown = sets.findIndex((name) => !ruleSetNames.includes(name));
  if (unknown >= 0) {
    const [path, expected] = [`lint.sets[${unknown}]`, `one of ${ruleSetNames.join(', ')}`];
    throw new IssueError('profile-malformed', { path, expected, actual: quoted(String(sets[unknown])) });
  }
  const include = [...(selection?.include ?? []), ...(more.include ?? [])];
  const asUsual = sets.length === DEFAULT_SETS.length && sets.every((name, i) => name === DEFAULT_SETS[i]);
  const rules =
    asUsual && include.length === 0 && exclude.length === 0 ? DEFAULT_RULES : rulesOf({ sets, include, exclude });
  if (rules.length === 0) {
    waivers.note({
      id: 'issue.not-linted',
      outcome: 'warn',
      where: 'lint.sets',
      message: 'the profile chooses no rules of lint, so the TBS was put to none',
    });
  }
  const report = lint(readLintObject('tbs', tbs, { algorithms }), { rules });
  const errors = report.findings.filter(({ outcome }) => outcome === 'fail');
  const [first] = errors;
  if (first === undefined) return report;
  const rest = errors.length === 1 ? '' : `, and ${errors.length - 1} more`;
  const actual = `${first.message} (${first.id}, ${first.reference ?? 'lint'})${rest}`;
  const path = first.where === '' ? 'tbs' : `tbs.${first.where}`;
  throw new IssueError('lint-failed', {
    path,
    expected: 'a TBSCertificate without lint errors',
    actual,
    findings: errors,
  });
}

/** The rules of a selection that are about a TBSCertificate. */
function rulesOf(selection: RuleSelection): readonly Rule[] {
  return selectRules(selection).filter(({ kinds }) => kinds.includes('tbs'));
}

function demandRule(id: string, path: string): void {
  if (allRules.some((rule) => rule.id === id)) return;
  const near = nearest(
    id,
    allRules.map((rule) => rule.id),
  );
  const expected = near === null ? 'the id of a rule' : `the id of a rule, perhaps \`${near}\``;
  throw new IssueError('lint-rule-unknown', { path, expected, actual: quoted(String(id)) });
}
