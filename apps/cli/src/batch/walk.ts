import { join } from 'node:path';
import type { Context, Place } from '../context.ts';
import { Unusable } from '../unusable.ts';

/** What a file with certificates is called in a folder. */
const CERTIFICATES = /\.(pem|crt|cer|der)$/i;

/** A file, or why it cannot be read. */
export interface FoundFile {
  readonly path: string;
  readonly problem: string | null;
}

/**
 * The files that a path stands for: itself, or, of a folder, all below it that are called as certificates are, in the
 * order of their names. Links are followed; a folder that was seen is not entered again, so links may go in circles.
 */
export async function* filesBelow(context: Context, path: string): AsyncGenerator<FoundFile, void> {
  const seen = new Set<string>();
  const waiting: { readonly path: string; readonly given: boolean }[] = [{ path, given: true }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const place = await lookAt(context, next.path);
    if (typeof place === 'string') {
      yield { path: next.path, problem: place };
      continue;
    }
    if (place.kind !== 'folder') {
      if (next.given || CERTIFICATES.test(next.path)) yield { path: next.path, problem: problemOf(place, next.given) };
      continue;
    }
    if (seen.has(place.identity)) continue;
    seen.add(place.identity);
    const names = [...place.names].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
    for (const name of names) waiting.push({ path: join(next.path, name), given: false });
  }
}

async function lookAt(context: Context, path: string): Promise<Place | string> {
  try {
    return await context.look(path);
  } catch (error) {
    if (error instanceof Unusable) return error.message;
    throw error;
  }
}

/** A pipe that somebody names is read; one that lies in a folder could be waited for without end. */
function problemOf({ kind }: Place, given: boolean): string | null {
  if (kind === 'missing') return 'a link to nothing, or gone since';
  return kind === 'other' && !given ? 'no file but a pipe or a device' : null;
}
