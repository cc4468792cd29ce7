import { parseCertificate, X509Error } from '@quorate/x509';
import type { Approver, CertificateApprover, Rule } from '../policy.ts';
import type { ApproverBook, ApproverRef } from './book.ts';
import { analysisIdentity, modelOf } from './model.ts';

/**
 * What the end of approver certificates does to a rule, should expired certificates stop counting: SKA.md 2.2 leaves open
 * whether an HSM looks at their dates. Bare keys and onboarded approvers are taken to last for ever.
 */
export interface Expiry {
  /**
   * The last second, since 1970-01-01T00:00:00Z, at which enough certificates are valid to satisfy the rule. `null`:
   * there is no such end, because the rule never depends on certificates, or can never be met anyway.
   */
  readonly lastMoment: number | null;
  /** Whether that moment has passed; `null`: the time was not given, or there is no such moment. */
  readonly passed: boolean | null;
  /** Approvers whose every certificate in the rule has ended at the time given; none when it was not given. */
  readonly expired: readonly ApproverRef[];
}

/** The last second at which a certificate is valid (RFC 5280, 4.1.2.5); `null` when it cannot be read. */
export function endOf(approver: CertificateApprover): number | null {
  try {
    return parseCertificate(approver.certificate).notAfter.seconds;
  } catch (cause) {
    if (cause instanceof X509Error) return null;
    throw cause;
  }
}

/**
 * When the end of certificates makes a rule impossible. A key lasts in a group as long as its longest entry there.
 *
 * @param at seconds since 1970-01-01T00:00:00Z, or `null` for no time
 */
export function expiryOf(rule: Rule, at: number | null, book: ApproverBook): Expiry {
  const ends = new Map<Uint8Array, number>();
  const end = (approver: Approver): number => {
    if (approver.type !== 'certificate') return Number.POSITIVE_INFINITY;
    const known = ends.get(approver.certificate);
    const seconds = known ?? endOf(approver) ?? Number.POSITIVE_INFINITY;
    if (known === undefined) ends.set(approver.certificate, seconds);
    return seconds;
  };
  let last = Number.NEGATIVE_INFINITY;
  const longest = new Map<string, number>();
  for (const token of rule?.tokens ?? []) {
    for (const group of token.groups ?? [])
      for (const [key, until] of endsIn(group.approvers, end)) keep(longest, key, until);
  }
  for (const token of modelOf(rule).tokens) {
    const groups = rule?.tokens?.[token.index]?.groups ?? [];
    let until = Number.POSITIVE_INFINITY;
    for (const { index, quorum } of token.groups) {
      const sorted = [...endsIn(groups[index]?.approvers ?? [], end).values()].sort((a, b) => b - a);
      until = Math.min(until, sorted[quorum - 1] ?? Number.NEGATIVE_INFINITY);
    }
    last = Math.max(last, until);
  }
  const lastMoment = Number.isFinite(last) ? last : null;
  const expired = [...longest].filter(([, until]) => at !== null && until < at).map(([key]) => key);
  return {
    lastMoment,
    passed: at === null || lastMoment === null ? null : lastMoment < at,
    expired: book.refs(expired.sort()),
  };
}

function endsIn(approvers: readonly Approver[], end: (approver: Approver) => number): Map<string, number> {
  const ends = new Map<string, number>();
  for (const approver of approvers) keep(ends, analysisIdentity(approver), end(approver));
  return ends;
}

function keep(ends: Map<string, number>, key: string, until: number): void {
  ends.set(key, Math.max(until, ends.get(key) ?? Number.NEGATIVE_INFINITY));
}
