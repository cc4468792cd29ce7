import type { LintKind } from '@quorate/lint';

/** Objects that a rule is tried on: they are also the examples on its page. */
export interface Specimen {
  readonly kind: LintKind;
  /** Violates the rule; nothing else need be wrong with it, and nothing else should. */
  readonly fails: Uint8Array;
  /** Passes it: as near to `fails` as can be. */
  readonly passes: Uint8Array;
  /** Further violations, for instance of another kind. */
  readonly moreFails?: readonly SpecimenObject[];
  readonly morePasses?: readonly SpecimenObject[];
  /** The rule does not apply to these. */
  readonly others?: readonly SpecimenObject[];
  /** The rule could not run on these, for instance because they are beyond the bounds of the readers. */
  readonly couldNotRun?: readonly SpecimenObject[];
}

export interface SpecimenObject {
  readonly kind: LintKind;
  readonly der: Uint8Array;
}
