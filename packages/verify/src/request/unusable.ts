import type { AlgorithmSupport, CryptoError } from '@quorate/crypto';
import type { RequestFinding } from './difference.ts';
import { type Check, type Compared, finding } from './finding.ts';

/** Why a key or an algorithm cannot be used. */
export interface Unusable {
  readonly why: string;
  /** Whether it is of a kind that is not known, and the caller gave no `algorithms` beside those always known. */
  readonly unknown: boolean;
}

export function unusable({ code, message }: CryptoError, algorithms: AlgorithmSupport | undefined): Unusable {
  const unsupported = code === 'key-unsupported' || code === 'algorithm-unsupported';
  return { why: message, unknown: unsupported && algorithms === undefined };
}

/** A failure because of it. Of what may only not be known here the advice is to make it known. */
export function unusableFinding(
  check: Check,
  { unknown }: Unusable,
  message: string,
  compared: Compared = {},
): RequestFinding {
  return finding(check, 'fail', message, compared, unknown ? MAKE_KNOWN : check.action);
}

const MAKE_KNOWN =
  'if it should be a post-quantum one, pass `algorithms`, as in @quorate/crypto/post-quantum; else refuse it';
