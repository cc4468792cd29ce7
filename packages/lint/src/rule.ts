import type { LintKind, ObjectOfKind } from './object/lint-object.ts';

/** How bad a violation is: `error` breaks a MUST, `warning` a SHOULD or a good reason, `notice` is worth a look. */
export type Severity = 'error' | 'warning' | 'notice';

/** One violation. */
export interface RuleFinding {
  /** What is wrong, lower case, no full stop, what comes from the object in backticks. */
  readonly message: string;
  /** The field, for instance `serialNumber` or `extensions.keyUsage`. */
  readonly where: string;
  /** The bytes at fault: a view of the object. */
  readonly at?: Uint8Array;
  readonly expected?: string;
  readonly actual?: string;
}

/** What there is to say of a rule, whatever it finds. */
export interface RuleData<K extends LintKind> {
  /** Lower case with hyphens: also the name of its file, its specimen and its page. */
  readonly id: string;
  readonly kinds: readonly K[];
  readonly severity: Severity;
  /** The law in one sentence, lower case, no full stop: what good objects do. */
  readonly title: string;
  /** The requirement and its reason, in whole sentences and our own words. */
  readonly description: string;
  /** The place of the requirement, for instance `RFC 5280, 4.1.2.2`. */
  readonly citation: string;
  /** The document that it is from, without the section: see `RuleSource`. */
  readonly source: RuleSource;
  /** The first day on which it binds, `YYYY-MM-DD`; `null`: always has. */
  readonly effective: string | null;
  /** The first day on which it binds no more; `null`: still does. */
  readonly until: string | null;
  /** What to do next, an imperative sentence without a full stop, lower case. */
  readonly remedy: string;
}

/** Documents that rules are from. `practice`: no standard; a reason is in the description. */
export type RuleSource =
  | 'RFC 2985'
  | 'RFC 2986'
  | 'RFC 3279'
  | 'RFC 4055'
  | 'RFC 5280'
  | 'RFC 5480'
  | 'RFC 5758'
  | 'RFC 6818'
  | 'RFC 6960'
  | 'RFC 6962'
  | 'RFC 8398'
  | 'RFC 8399'
  | 'RFC 8410'
  | 'RFC 8813'
  | 'RFC 9295'
  | 'RFC 9549'
  | 'RFC 9598'
  | 'RFC 9618'
  | 'RFC 9881'
  | 'RFC 9909'
  | 'RFC 6125'
  | 'RFC 6151'
  | 'RFC 8017'
  | 'RFC 5890'
  | 'RFC 8032'
  | 'X.680'
  | 'FIPS 186-5'
  | 'NIST SP 800-131A'
  | 'RFC 3490'
  | 'X.509'
  | 'X.520'
  | 'X.690'
  | 'SKA.md'
  | 'NIST SP 800-57'
  | 'CABF BR'
  | 'practice';

/** A rule for objects of these kinds. Both functions are pure; a LintError from either means that it could not run. */
export interface RuleOf<K extends LintKind> extends RuleData<K> {
  /** Whether the object has what the rule is about. */
  applies(object: ObjectOfKind<K>): boolean;
  /** The violations; called only when the rule applies and is in force. */
  finds(object: ObjectOfKind<K>): readonly RuleFinding[];
}

/** A rule for the runner, which looks at `kinds` before it calls anything. */
export interface Rule extends RuleOf<LintKind> {
  applies(object: ObjectOfKind<LintKind>): boolean;
  finds(object: ObjectOfKind<LintKind>): readonly RuleFinding[];
}

/** Says that an object literal is a rule; its functions take what its `kinds` are. */
export function defineRule<const K extends LintKind>(rule: RuleOf<K>): Rule {
  return rule as unknown as Rule;
}
