import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, test } from 'vitest';
import { noteNotRun } from './not-run.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What to do about tests that need something of the machine. */
export type Plan = 'run' | 'skip' | 'fail';

/** With what they need, tests run; without it they are left out, and in CI that is a failure. */
export function planFor(missing: string | null, env: Environment = process.env): Plan {
  if (missing === null) return 'run';
  return env['CI'] === 'true' ? 'fail' : 'skip';
}

/**
 * Vitest's `describe` for tests that need something of the machine. Where that is missing `body` is not called: one skipped
 * test stands in its place and the test command says at its end what was not run; with `CI=true` that one test fails.
 *
 * @param name what the tests are about
 * @param missing `null` where everything is there; else what is missing and how to have it
 * @param body defines the tests; it may use what is needed
 */
export function describeWhere(name: string, missing: string | null, body: () => void): void {
  const plan = planFor(missing);
  if (missing === null) {
    describe(name, body);
    return;
  }
  describe(name, () => {
    if (plan === 'fail') {
      test('what the tests need is there', () => {
        throw new Error(missing);
      });
    } else {
      noteNotRun({ what: name, why: missing });
      test.skip('what the tests need is there', () => {});
    }
  });
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * For {@link describeWhere}: `null` if a command is on the path, else what to do about it.
 *
 * @param command for instance `openssl`
 * @param debian the Debian package that has it, if it is named otherwise
 */
export function missingCommand(
  command: string,
  debian: string = command,
  env: Environment = process.env,
): string | null {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  if (folders.some((folder) => isExecutable(join(folder, command)))) return null;
  return `there is no \`${command}\` on the path; Debian has it in the package ${debian}`;
}
