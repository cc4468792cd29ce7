import type { Context } from '../src/context.ts';
import { paintFor } from '../src/paint.ts';
import { run } from '../src/run.ts';
import { Unusable } from '../src/unusable.ts';

/** How a command line ended, in a world of files in memory. */
export interface Ending {
  readonly code: number;
  readonly out: string;
  readonly bytes: Uint8Array;
  readonly err: string;
  /** Files written. */
  readonly written: ReadonlyMap<string, Uint8Array>;
}

/** Files by name; a string is UTF-8 text. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs one command line as the process would. */
export async function quorate(args: readonly string[], files: Files = {}): Promise<Ending> {
  const chunks: Uint8Array[] = [];
  let err = '';
  const written = new Map<string, Uint8Array>();
  const context: Context = {
    out: (text) => void chunks.push(typeof text === 'string' ? new TextEncoder().encode(text) : text),
    note: (line) => {
      err += `${line}\n`;
    },
    read: async (path) => {
      const file = Object.hasOwn(files, path) ? files[path] : undefined;
      if (file === undefined) throw new Unusable(`${path}: there is no such file`);
      return typeof file === 'string' ? new TextEncoder().encode(file) : file;
    },
    readNow: (path) => {
      const file = Object.hasOwn(files, path) ? files[path] : undefined;
      return typeof file === 'string' ? new TextEncoder().encode(file) : (file ?? null);
    },
    exists: async (path) => Object.hasOwn(files, path),
    write: async (path, bytes) => void written.set(path, bytes),
    now: () => 1_800_000_000,
    paint: paintFor(false),
    terminal: false,
    width: 90,
  };
  const code = await run(args, context);
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return { code, out: new TextDecoder().decode(bytes), bytes, err, written };
}
