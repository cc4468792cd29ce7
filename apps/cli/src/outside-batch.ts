import { createReadStream } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import type { Place } from './context.ts';
import { Unusable } from './unusable.ts';

/** What stands at a path. */
export async function look(path: string): Promise<Place> {
  let found: Awaited<ReturnType<typeof stat>>;
  try {
    found = await stat(path);
  } catch (cause) {
    const code = codeOf(cause);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return { kind: 'missing' };
    throw unreadable(path, cause);
  }
  if (!found.isDirectory()) return { kind: found.isFile() ? 'file' : 'other' };
  try {
    return { kind: 'folder', identity: await realpath(path), names: await readdir(path) };
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** The bytes of a file, or of standard input for `-`, a piece after another. */
export async function* piecesOf(path: string, input: () => Readable): AsyncGenerator<Uint8Array, void> {
  const stream = path === '-' ? input() : createReadStream(path);
  try {
    for await (const piece of stream) yield piece as Uint8Array;
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** A line that the next one replaces. */
export function progressOn(stream: Writable): (line: string) => void {
  return (line) => void stream.write(`\r\u001b[K${line}`);
}

/** Ctrl-C once: `stop` is called. A second time it ends the process, as always. */
export function onInterrupt(stop: () => void): () => void {
  process.once('SIGINT', stop);
  return () => void process.off('SIGINT', stop);
}

function unreadable(path: string, cause: unknown): Unusable {
  if (cause instanceof Unusable) return cause;
  return new Unusable(`${path}: cannot be read (${codeOf(cause) ?? String(cause)})`, { cause });
}

function codeOf(cause: unknown): string | undefined {
  return (cause as { code?: string }).code;
}
