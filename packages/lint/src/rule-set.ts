import type { Rule } from './rule.ts';
import { cabfRules } from './rules/cabf.ts';
import { crlRules } from './rules/crl.ts';
import { extensionRules } from './rules/extensions.ts';
import { fieldRules } from './rules/fields.ts';
import { hsmRules } from './rules/hsm.ts';
import { nameRules } from './rules/names.ts';
import { requestRules } from './rules/requests.ts';

/**
 * Rules under one name. `rfc5280`: RFC 5280, its updates, and what they build on. `practice`: what no standard forbids and a
 * careful issuer avoids. `hsm`: what certificates made by HSMs get wrong (SKA.md 8), with the rules of the others that are
 * about the same. `cabf`: the CA/Browser Forum's Baseline Requirements. `all`: every rule.
 */
export type RuleSetName = 'rfc5280' | 'practice' | 'hsm' | 'cabf' | 'all';

export const ruleSetNames: readonly RuleSetName[] = ['rfc5280', 'practice', 'hsm', 'cabf', 'all'];

/** Every rule, in the order of reports. */
export const allRules: readonly Rule[] = [
  ...fieldRules,
  ...nameRules,
  ...extensionRules,
  ...requestRules,
  ...crlRules,
  ...hsmRules,
  ...cabfRules,
];

const fromStandards = [...fieldRules, ...nameRules, ...extensionRules, ...requestRules, ...crlRules];

/** Rules of other groups that are about what HSMs get wrong. */
const ALSO_HSM: readonly string[] = [
  'serial-number-positive',
  'rsa-modulus-2048',
  'signature-hash-not-sha1',
  'extension-repeated',
  'basic-constraints-critical',
  'path-len-with-key-cert-sign',
  'key-cert-sign-with-ca',
  'ca-key-usage-present',
  'extended-key-usage-any-not-critical',
  'request-signature-valid',
];

const sets: Readonly<Record<RuleSetName, readonly Rule[]>> = {
  rfc5280: fromStandards.filter(({ source }) => source !== 'practice'),
  practice: fromStandards.filter(({ source }) => source === 'practice'),
  hsm: allRules.filter((rule) => hsmRules.includes(rule) || ALSO_HSM.includes(rule.id)),
  cabf: cabfRules,
  all: allRules,
};

/** A choice of rules by name. */
export interface RuleSelection {
  /** Default `['rfc5280']`. */
  readonly sets?: readonly RuleSetName[];
  /** Ids of rules to add. */
  readonly include?: readonly string[];
  /** Ids of rules to leave out, also of those in `include`. */
  readonly exclude?: readonly string[];
}

/** The ids of the rules in a set, in the order of reports. */
export function ruleSet(name: RuleSetName): readonly string[] {
  return rulesInSet(name).map(({ id }) => id);
}

/**
 * The rules that a selection names, in the order of reports.
 *
 * @throws TypeError when a set or an id is unknown
 */
export function selectRules(selection: RuleSelection = {}): readonly Rule[] {
  const { sets: names = ['rfc5280'], include = [], exclude = [] } = selection;
  const unknown = [...include, ...exclude].find((id) => !allRules.some((rule) => rule.id === id));
  if (unknown !== undefined) throw new TypeError(`there is no rule \`${unknown}\``);
  const chosen = new Set(names.flatMap((name) => rulesInSet(name).map(({ id }) => id)).concat(include));
  for (const id of exclude) chosen.delete(id);
  return allRules.filter(({ id }) => chosen.has(id));
}

function rulesInSet(name: RuleSetName): readonly Rule[] {
  if (!Object.hasOwn(sets, name)) throw new TypeError(`there is no set of rules \`${name}\``);
  return sets[name];
}
