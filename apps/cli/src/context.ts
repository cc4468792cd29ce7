import type { BatchSettings, Judge } from './batch/batch-item.ts';
import type { Paint } from './paint.ts';

/** What stands at a path, links followed. */
export type Place =
  | { readonly kind: 'folder'; readonly identity: string; readonly names: readonly string[] }
  | { readonly kind: 'file' | 'other' | 'missing' };

/** Everything a command has of the outside world. Tests give their own. */
export interface Context {
  /** Writes to standard output: results and nothing else. */
  readonly out: (text: string | Uint8Array) => void;
  /** Waits until standard output can take more. */
  readonly drained: () => Promise<void>;
  /** Shows a line on standard error in place of the one before; an empty one ends it. `null` where nobody looks. */
  readonly progress: ((line: string) => void) | null;
  /** Writes one line to standard error: everything that is not the result. */
  readonly note: (line: string) => void;
  /** The bytes of a file, or of standard input for `-`. Throws `Unusable`. */
  readonly read: (path: string) => Promise<Uint8Array>;
  /** The bytes of a small file, at once, or `null` when there is none: for files that a policy's text names. */
  readonly readNow: (path: string) => Uint8Array | null;
  /** The same, a piece after another, of any length. Throws `Unusable`. */
  readonly pieces: (path: string) => AsyncIterable<Uint8Array>;
  /** What stands at a path. Throws `Unusable` for a folder that cannot be read. */
  readonly look: (path: string) => Promise<Place>;
  /** Whether a path names a file that is there. */
  readonly exists: (path: string) => Promise<boolean>;
  /** Writes a whole file or nothing. Throws `Unusable`. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  /** So many octets of the system's random source. */
  readonly random: (octets: number) => Uint8Array;
  /** Asks on the terminal and gives the line typed; `null` where nobody is there to answer. */
  readonly ask: ((question: string) => Promise<string>) | null;
  /** Calls back when the user wants to stop; gives the way to end listening. */
  readonly onInterrupt: (stop: () => void) => () => void;
  /** Starts a thread that judges; `null` where there are none, and all is done in this one. */
  readonly startJudge: ((settings: BatchSettings) => Judge) | null;
  /** How many threads do well at a time. */
  readonly cores: number;
  readonly paint: Paint;
  /** Whether standard output is a terminal, where bytes do harm. */
  readonly terminal: boolean;
  /** Columns to fold text at. */
  readonly width: number;
}
