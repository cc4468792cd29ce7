/** How much work one search may do. All are whole numbers of at least 1. */
export interface Limits {
  /**
   * Signatures verified, each pair of data and key once; one of SLH-DSA counts as 2 or 5, by the time it takes. Default 100,
   * as in Go's crypto/x509 and rustls-webpki.
   */
  readonly signatureChecks: number;
  /** Names compared with name constraints. Default 2^20, where OpenSSL gives up (NAME_CHECK_MAX). */
  readonly nameComparisons: number;
  /** Certificate policies and mappings matched. Default 100,000: ten lists as long as are read. */
  readonly policySteps: number;
  /** Certificates tried as the next of a path. Default 200,000, as in rustls-webpki. */
  readonly pathSteps: number;
  /** Paths that reached an anchor and were validated. Default 1,000: Chromium stops at 20 of the kind it meets. */
  readonly paths: number;
}

export const DEFAULT_LIMITS: Limits = {
  signatureChecks: 100,
  nameComparisons: 2 ** 20,
  policySteps: 100_000,
  pathSteps: 200_000,
  paths: 1000,
};

/** What is left of the limits; one budget serves a whole search, revocation included. */
export class Budget {
  readonly limits: Limits;
  readonly spent: Record<keyof Limits, number> = {
    signatureChecks: 0,
    nameComparisons: 0,
    policySteps: 0,
    pathSteps: 0,
    paths: 0,
  };
  /** The first limit that was reached, or `null`. */
  exhausted: keyof Limits | null = null;

  constructor(limits?: Partial<Limits>) {
    this.limits = limits === undefined ? DEFAULT_LIMITS : checked({ ...DEFAULT_LIMITS, ...limits });
  }

  /** Takes this much, or answers `false` for good when there is not enough. */
  spend(what: keyof Limits, amount = 1): boolean {
    if (this.spent[what] + amount > this.limits[what]) {
      this.exhausted ??= what;
      return false;
    }
    this.spent[what] += amount;
    return true;
  }
}

function checked(limits: Limits): Limits {
  for (const [name, limit] of Object.entries(limits)) {
    if (!Number.isSafeInteger(limit) || limit < 1)
      throw new TypeError(`the limit \`${name}\` is a whole number from 1`);
  }
  return limits;
}
