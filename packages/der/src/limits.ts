/** Bounds on what a reader takes. */
export interface DerLimits {
  /** How many constructed elements may stand inside each other. Default 64: OpenSSL stops at 30. */
  readonly maxDepth?: number;
  /** How many bytes an input may have. Default 16 MiB, above any CRL that a browser takes. */
  readonly maxBytes?: number;
}

export const DEFAULT_MAX_DEPTH = 64;
export const DEFAULT_MAX_BYTES: number = 16 * 1024 * 1024;
