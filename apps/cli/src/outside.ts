import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { startJudgeThread } from './batch/judge-thread.ts';
import type { Context } from './context.ts';
import { look, onInterrupt, piecesOf, progressOn } from './outside-batch.ts';
import { paintFor } from './paint.ts';
import { Unusable } from './unusable.ts';

/** The most bytes a file may have: what the JSON room takes. */
const MAX_BYTES = 16 * 1024 * 1024;

/** The context of a real process. */
export function processContext(): Context {
  const { env, stdin, stdout, stderr } = process;
  const colour = stdout.isTTY === true && env['NO_COLOR'] === undefined && env['TERM'] !== 'dumb';
  let inputRead = false;
  const input = (): Readable => {
    if (inputRead) throw new Unusable('-: standard input can be read once, and two arguments ask for it');
    inputRead = true;
    return stdin;
  };
  return {
    out: (text) => void stdout.write(text),
    note: (line) => void stderr.write(`${line}\n`),
    drained: async () => {
      if (stdout.writableNeedDrain) await once(stdout, 'drain');
    },
    progress: stderr.isTTY === true && stdout.isTTY !== true ? progressOn(stderr) : null,
    read: async (path) => (path === '-' ? readStream(input()) : readFile(path)),
    pieces: (path) => piecesOf(path, input),
    look,
    readNow,
    exists: async (path) => path === '-' || (await isFile(path)),
    write: writeWhole,
    now: () => Math.floor(Date.now() / 1000),
    random: (octets) => new Uint8Array(randomBytes(octets)),
    ask: stdin.isTTY === true && stderr.isTTY === true ? asker() : null,
    onInterrupt,
    startJudge: startJudgeThread,
    cores: availableParallelism(),
    paint: paintFor(colour),
    terminal: stdout.isTTY === true,
    width: Math.max(60, Math.min(stdout.columns ?? 90, 100)),
  };
}

/** Asks on standard error, so that standard output has the result alone; what is typed ahead is kept for the next. */
function asker(): (question: string) => Promise<string> {
  let typed: AsyncIterator<string> | null = null;
  return async (question) => {
    typed ??= createInterface({ input: process.stdin, output: process.stderr })[Symbol.asyncIterator]();
    process.stderr.write(question);
    const { done, value } = await typed.next();
    if (done) throw new Unusable('there was no answer', { next: 'give --preset, then nothing is asked' });
    return value;
  };
}

function readNow(path: string): Uint8Array | null {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= MAX_BYTES ? new Uint8Array(readFileSync(path)) : null;
  } catch {
    return null;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function readFile(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path);
    try {
      if ((await file.stat()).isDirectory()) throw new Unusable(`${path}: this is a folder, expected a file`);
      return await readStream(file.createReadStream({ autoClose: false }), path);
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (cause instanceof Unusable) throw cause;
    const { code } = cause as { code?: string };
    const why = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code ?? String(cause)})`;
    throw new Unusable(`${path}: ${why}`, { cause });
  }
}

async function readStream(stream: Readable, name = 'standard input'): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = chunk as Uint8Array;
    length += bytes.length;
    if (length > MAX_BYTES) throw new Unusable(`${name}: more than ${MAX_BYTES} bytes, which is the limit`);
    chunks.push(bytes);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Beside the target first, then renamed: a reader sees the old file or the whole new one. */
async function writeWhole(named: string, bytes: Uint8Array): Promise<void> {
  const path = await targetOf(named);
  if (path === null) return writeThrough(named, bytes);
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw new Unusable(`${path}: cannot be written (${(cause as { code?: string }).code ?? String(cause)})`, { cause });
  }
}

/** The regular file that a path stands for, links followed; `null` for a pipe or a device. */
async function targetOf(path: string): Promise<string | null> {
  try {
    return (await stat(path)).isFile() ? await realpath(path) : null;
  } catch {
    return path;
  }
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (cause) {
    throw new Unusable(`${path}: cannot be written (${(cause as { code?: string }).code ?? String(cause)})`, { cause });
  }
}
