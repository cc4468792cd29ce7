/** The four actions on a key that a policy rules (SKA.md 1). */
export type RuleName = 'use' | 'block' | 'unblock' | 'modify';

/** In the order of every form. */
export const RULE_NAMES: readonly RuleName[] = ['use', 'block', 'unblock', 'modify'];

/**
 * Who may do what with an SKA key (SKA.md 2.1). A key without a policy has `null` in its place. Of the many ways to say
 * nothing none is merged with another: a null rule, `{ tokens: null }`, `{ tokens: [] }`, a token with groups `null` or
 * `[]`, a group without approvers, a quorum of 0. What each means says `meaningOf`.
 */
export interface Policy {
  readonly rules: Readonly<Record<RuleName, Rule>>;
  /** `null`: the form carries no key status, as when a policy is modified, and in approval tokens. */
  readonly blocked: boolean | null;
}

/** The alternatives for one action; `null` stands for a null and for an absent rule. */
export type Rule = { readonly tokens: readonly Token[] | null } | null;

/** One alternative: a window of time and groups, all of which must agree. */
export interface Token {
  readonly name: string | null;
  /** Seconds that must pass after the HSM's timestamp. */
  readonly timelock: number;
  /** Seconds after the HSM's timestamp when the window ends; 0: it never does. */
  readonly timeout: number;
  readonly groups: readonly Group[] | null;
}

/** Approvers, of whom `quorum` must agree. */
export interface Group {
  readonly name: string | null;
  readonly quorum: number;
  readonly approvers: readonly Approver[];
}

/** An approver known by a key alone. */
export interface PublicKeyApprover {
  readonly type: 'public_key';
  readonly name: string | null;
  /** SubjectPublicKeyInfo as given: the approver must later send it in the same form (SKA.md 2.2). */
  readonly publicKey: Uint8Array;
  /** See `approvalIdentity`. */
  readonly identity: string;
}

/** An approver known by a certificate, which the approver must later send unchanged (SKA.md 2.2). */
export interface CertificateApprover {
  readonly type: 'certificate';
  /** As given; `null` leaves the name to the certificate's common name. */
  readonly name: string | null;
  /** DER. */
  readonly certificate: Uint8Array;
  /** SubjectPublicKeyInfo, a view of the certificate. */
  readonly publicKey: Uint8Array;
  /** See `approvalIdentity`; the same as that of the bare key. */
  readonly identity: string;
}

/** An approver whose certificate the server knows under a name. */
export interface OnboardedApprover {
  readonly type: 'onboarded_approver_certificate';
  readonly name: string;
  /** The key is not known here. */
  readonly identity: null;
}

export type Approver = PublicKeyApprover | CertificateApprover | OnboardedApprover;

export type ApproverType = Approver['type'];
