import type { RuleSetName } from '@quorate/lint';

/** Which rules of `@quorate/lint` a TBS is put to before it leaves. An error refuses it. */
export interface LintSelection {
  /** Default `['rfc5280', 'practice', 'hsm']`. */
  readonly sets?: readonly RuleSetName[];
  /** Ids of rules to add. */
  readonly include?: readonly string[];
  /** Rules to leave out, each with the reason. */
  readonly exclude?: readonly { readonly rule: string; readonly because: string }[];
}
