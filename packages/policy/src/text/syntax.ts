import type { RuleName } from '../policy.ts';

/** The comments of a part: on lines of their own before it, and behind it on its last line. */
export interface Comments {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Where a part begins. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

interface Part {
  readonly comments: Comments;
  readonly place: Place;
}

/** A text as it is written, before its words have a meaning; comments included. */
export interface Syntax {
  readonly statements: readonly Statement[];
  /** Behind the last statement. */
  readonly tail: readonly string[];
  readonly end: Place;
}

export type Statement = Declaration | BlockedStatement | RuleStatement;

/** `key officer-1 = …`, `certificate officer-2 from "…"`, `onboarded auditor-1`. */
export interface Declaration extends Part {
  readonly kind: 'key' | 'certificate' | 'onboarded';
  readonly label: string;
  readonly labelPlace: Place;
  /** The name in the policy: by default the label. */
  readonly name: string | null;
  readonly value: Value | null;
}

export type Value =
  | { readonly kind: 'base64'; readonly text: string; readonly place: Place }
  | { readonly kind: 'file'; readonly path: string; readonly place: Place };

/** `blocked: yes`. */
export interface BlockedStatement extends Part {
  readonly kind: 'blocked';
  readonly value: boolean;
}

/** `use: …`. `nothing` is the whole body where there are no alternatives. */
export interface RuleStatement extends Part {
  readonly kind: 'rule';
  readonly rule: RuleName;
  readonly nothing: 'everybody (rule null)' | 'nobody' | 'nobody (tokens null)' | null;
  readonly alternatives: readonly Alternative[];
}

export interface Alternative extends Part {
  readonly name: string | null;
  /** Empty: `everybody`; `null`: `everybody (groups null)`. */
  readonly groups: readonly GroupSyntax[] | null;
  readonly window: WindowSyntax | null;
}

export interface GroupSyntax extends Part {
  readonly name: string | null;
  readonly quorum: number;
  /** Empty: `nobody`. */
  readonly approvers: readonly Reference[];
}

/** An approver's label in a rule. */
export interface Reference extends Part {
  readonly label: string;
}

/** Seconds; 0: not written. */
export interface WindowSyntax extends Part {
  readonly after: number;
  readonly within: number;
}
