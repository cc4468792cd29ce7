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

/** An odd number of bytes, so that lines and characters are cut. */
const PIECE = 997;

function contentOf(files: Files, path: string): Uint8Array {
  const file = Object.hasOwn(files, path) ? files[path] : undefined;
  if (file === undefined) throw new Unusable(`${path}: there is no such file`);
  return typeof file === 'string' ? new TextEncoder().encode(file) : file;
}

/** How the world is beside its files. */
export type World = Partial<Omit<Context, 'out' | 'note' | 'write'>>;

/** Runs one command line as the process would. A folder is there where a file's name begins with its name. */
export async function quorate(args: readonly string[], files: Files = {}, world: World = {}): Promise<Ending> {
  const chunks: Uint8Array[] = [];
  let err = '';
  const written = new Map<string, Uint8Array>();
  const context: Context = {
    out: (text) => void chunks.push(typeof text === 'string' ? new TextEncoder().encode(text) : text),
    note: (line) => {
      err += `${line}\n`;
    },
    drained: async () => {},
    progress: null,
    read: async (path) => contentOf(files, path),
    pieces: async function* (path) {
      const bytes = contentOf(files, path);
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.slice(at, at + PIECE);
    },
    look: async (path) => {
      if (Object.hasOwn(files, path)) return { kind: 'file' };
      const folder = `${path.replace(/\/$/, '')}/`;
      const below = Object.keys(files).filter((name) => name.startsWith(folder));
      const names = new Set(below.map((name) => name.slice(folder.length).split('/')[0] ?? ''));
      return below.length === 0 ? { kind: 'missing' } : { kind: 'folder', identity: folder, names: [...names] };
    },
    onInterrupt: () => () => {},
    startJudge: null,
    cores: 1,
    readNow: (path) => {
      const file = Object.hasOwn(files, path) ? files[path] : undefined;
      return typeof file === 'string' ? new TextEncoder().encode(file) : (file ?? null);
    },
    exists: async (path) => Object.hasOwn(files, path),
    write: async (path, bytes) => void written.set(path, bytes),
    now: () => 1_800_000_000,
    random: (octets) => Uint8Array.from({ length: octets }, (_, i) => i + 1),
    ask: null,
    paint: paintFor(false),
    terminal: false,
    width: 90,
    ...world,
  };
  const code = await run(args, context);
  const bytes = new Uint8Array(Buffer.concat(chunks));
  return { code, out: new TextDecoder().decode(bytes), bytes, err, written };
}
