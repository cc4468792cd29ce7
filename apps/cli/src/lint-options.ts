import { allRules, type RuleSelection, type RuleSetName, ruleSetNames } from '@quorate/lint';
import { InvalidArgumentError } from 'commander';

/** One of the named sets of rules. */
export function ruleSetOption(text: string, before: readonly RuleSetName[] = []): RuleSetName[] {
  const name = ruleSetNames.find((known) => known === text);
  if (name === undefined) throw new InvalidArgumentError(`expected one of ${ruleSetNames.join(', ')}`);
  return [...before, name];
}

/** The id of a rule. */
export function ruleOption(text: string, before: readonly string[] = []): string[] {
  const id = text.replace(/^lint\./, '');
  if (allRules.some((rule) => rule.id === id)) return [...before, id];
  const near = allRules.filter((rule) => rule.id.includes(id)).slice(0, 5);
  const hint =
    near.length === 0 ? 'the pages in docs/rules list them' : `perhaps ${near.map((rule) => rule.id).join(', ')}`;
  throw new InvalidArgumentError(`there is no such rule; ${hint}`);
}

/** What the options choose. */
export function selectionOf(options: {
  readonly set?: readonly RuleSetName[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}): RuleSelection {
  return {
    ...(options.set === undefined ? {} : { sets: options.set }),
    ...(options.include === undefined ? {} : { include: options.include }),
    ...(options.exclude === undefined ? {} : { exclude: options.exclude }),
  };
}
