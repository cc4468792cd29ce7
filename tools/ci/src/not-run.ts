import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resultsFolder } from './places.ts';

/** Something the tests would have run, had this machine what it takes. */
export interface NotRun {
  /** What was left out, for instance `conformance: Wycheproof signatures`. */
  readonly what: string;
  /** What is missing and how to have it. */
  readonly why: string;
}

/** Says on standard error that something is not run, and writes it down for the test command to say again at its end. */
export function noteNotRun(note: NotRun): void {
  process.stderr.write(`NOT RUN: ${note.what}: ${note.why}\n`);
  writeNotRun(note, resultsFolder());
}

/** Writes one note into a results folder. The same note written twice counts once. */
export function writeNotRun(note: NotRun, folder: string): void {
  const text = `${JSON.stringify(note)}\n`;
  const name = createHash('sha256').update(text).digest('hex').slice(0, 16);
  mkdirSync(join(folder, 'not-run'), { recursive: true });
  writeFileSync(join(folder, 'not-run', `${name}.json`), text);
}

/** All notes of a run, ordered by what was not run. */
export function readNotRun(folder: string): NotRun[] {
  const notes = join(folder, 'not-run');
  if (!existsSync(notes)) return [];
  return readdirSync(notes)
    .map((name) => JSON.parse(readFileSync(join(notes, name), 'utf8')) as NotRun)
    .sort((a, b) => (a.what < b.what ? -1 : 1));
}
