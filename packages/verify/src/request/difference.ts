import { type Finding, type Report, reportOf } from '@quorate/report';

/**
 * In which way what came back differs from what was asked for.
 *
 * - `missing`: asked for, and not there.
 * - `extra`: there, and not asked for.
 * - `weaker`: it permits more, lasts longer or protects less than was asked for: a shorter digest, a longer path length,
 *   a later end.
 * - `stronger`: the reverse. It is a difference all the same.
 * - `criticality`: an extension is critical and should not be, or the reverse.
 * - `order`: the same parts in another order.
 * - `encoding`: the same meaning in other bytes: a string type, upper and lower case, spaces, the form of a time or key.
 * - `other`: another value, of which none of these can be said.
 */
export type DifferenceKind =
  | 'missing'
  | 'extra'
  | 'weaker'
  | 'stronger'
  | 'criticality'
  | 'order'
  | 'encoding'
  | 'other';

/** One thing in which what came back differs from what was asked for. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** What it does to the verdict: what a request leaves open, or what RFC 5280 lets an issuer choose, is a warning. */
  readonly outcome: 'fail' | 'warn';
  /** What differs, by its name in RFC 5280 or by its value: `digitalSignature`, `O="Example"`, `notAfter`. */
  readonly item: string;
}

/** A finding of a comparison with a request. */
export interface RequestFinding extends Finding {
  /**
   * What differs, the gravest first. Left out where nothing does, and where a rule is broken without regard to what was
   * asked for (a serial number of zero).
   */
  readonly differences?: readonly Difference[];
}

/** A report of a comparison with a request. */
export interface RequestReport extends Report {
  readonly findings: readonly RequestFinding[];
}

/** A report of these findings, in this order, with the verdict they amount to. */
export function requestReportOf(findings: readonly RequestFinding[]): RequestReport {
  return { ...reportOf(findings), findings };
}
