import type { Paint } from './paint.ts';

/** Everything a command has of the outside world. Tests give their own. */
export interface Context {
  /** Writes to standard output: results and nothing else. */
  readonly out: (text: string | Uint8Array) => void;
  /** Writes one line to standard error: everything that is not the result. */
  readonly note: (line: string) => void;
  /** The bytes of a file, or of standard input for `-`. Throws `Unusable`. */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** The bytes of a small file, at once, or `null` when there is none: for files that a policy's text names. */
  readonly readNow: (path: string) => Uint8Array | null;
  /** Whether a path names a file that is there. */
  readonly exists: (path: string) => Promise<boolean>;
  /** Writes a whole file or nothing. Throws `Unusable`. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  readonly paint: Paint;
  /** Whether standard output is a terminal, where bytes do harm. */
  readonly terminal: boolean;
  /** Columns to fold text at. */
  readonly width: number;
}
