import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '@quorate/ci';
import { afterAll, describe, expect, test } from 'vitest';

const place = mkdtempSync(join(tmpdir(), 'quorate-'));
afterAll(() => rmSync(place, { recursive: true }));
let count = 0;

/** A folder for one run, with commands that are shell scripts of the test. */
function folderWith(commands: Readonly<Record<string, string>>): string {
  const folder = join(place, String(count++));
  mkdirSync(folder);
  for (const [name, script] of Object.entries(commands)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

interface CommandRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>>): CommandRun {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: repositoryRoot, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Runs a script of `tools` with a turbo that is the given shell script. */
function withTurbo(script: string, turbo: string): CommandRun {
  const folder = folderWith({ turbo });
  const env = {
    PATH: `${folder}:${dirname(process.execPath)}:/usr/bin:/bin`,
    QUORATE_RESULTS: join(folder, 'results'),
  };
  return run(process.execPath, [join(repositoryRoot, 'tools', script)], env);
}

function totals(passed: number, failed: number, skipped: number): string {
  const text = JSON.stringify({ passed, failed, skipped });
  return `mkdir -p "$QUORATE_RESULTS/not-run"; echo '${text}' > "$QUORATE_RESULTS/totals.json"`;
}

function lastLine(text: string): string | undefined {
  return text.trimEnd().split('\n').at(-1);
}

describe('the test command', () => {
  test('ends with the totals, and with 0 when all is well', () => {
    const { status, stdout } = withTurbo('run-tests.mjs', totals(8, 0, 2));
    expect(status).toBe(0);
    expect(stdout.endsWith('\n8 passed, 0 failed, 2 skipped\n')).toBe(true);
    expect(stdout).not.toContain('FAILED');
  });
  test.each([
    ['a step failed', `${totals(8, 0, 0)}; exit 3`, 3, '8 passed, 0 failed, 0 skipped'],
    ['a test failed, though every step ended well', totals(7, 1, 0), 1, '7 passed, 1 failed, 0 skipped'],
    ['no test ran', totals(0, 0, 4), 1, '0 passed, 0 failed, 4 skipped'],
    ['the tests left no totals', 'exit 0', 1, '0 passed, 1 failed, 0 skipped'],
    ['the tests crashed', 'kill -9 $$', 1, '0 passed, 1 failed, 0 skipped'],
  ])('fails when %s', (_case, turbo, status, line) => {
    const done = withTurbo('run-tests.mjs', turbo);
    expect(done.status).toBe(status);
    expect(lastLine(done.stdout)).toBe(line);
    expect(done.stdout).toContain('FAILED');
  });
  test('says before its last line what was not run', () => {
    const note = `echo '{"what":"the browser","why":"there is none"}' > "$QUORATE_RESULTS/not-run/a.json"`;
    const { status, stdout } = withTurbo('run-tests.mjs', `${totals(8, 0, 1)}; ${note}`);
    expect(status).toBe(0);
    expect(stdout).toMatch(/NOT RUN on this machine \(1\):\n {2}the browser\n {4}there is none\n\n8 passed, .*\n$/);
  });
});

describe('the demo command', () => {
  test('says on standard error, and nowhere else, why the workspace does not compile', () => {
    const { status, stdout, stderr } = withTurbo('run-demo.mjs', 'echo "a.ts: wrong"; exit 2');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('a.ts: wrong');
  });
});

/** Runs `.ci/run` with a path that has only what the shell needs, and the given commands. */
/** Commands that stand for everything that the tests use. */
const INSTALLED = { openssl: '', 'softhsm2-util': '', 'pkcs11-tool': '' };

function ci(commands: Readonly<Record<string, string>>, chromium: string): CommandRun {
  const folder = folderWith({ npx: 'echo "npx $* CI=$CI"', 'apt-get': 'echo "apt-get $*"', ...commands });
  for (const name of ['dirname', 'bash']) symlinkSync(join('/usr/bin', name), join(folder, name));
  return run('/bin/bash', ['.ci/run'], { PATH: folder, CHROMIUM: chromium });
}

describe('.ci/run', () => {
  const command = 'npx -y pnpm@10.34.9 test CI=true';
  test('installs nothing where everything is there, and runs the test command of the README', () => {
    const { status, stdout } = ci(INSTALLED, process.execPath);
    expect(status).toBe(0);
    expect(stdout).not.toContain('apt-get ');
    expect(lastLine(stdout)).toBe(command);
  });
  test('installs what is missing, and says so', () => {
    const { stdout } = ci({}, '/nowhere/chromium');
    expect(stdout).toContain('ci: installing by apt-get: chromium openssl softhsm2 opensc\napt-get update -qq\n');
    expect(stdout).toContain('apt-get install -y -qq --no-install-recommends chromium openssl softhsm2 opensc\n');
    expect(lastLine(stdout)).toBe(command);
  });
  test('fails when installing or the tests fail', () => {
    expect(ci({ 'apt-get': 'exit 100' }, '/nowhere/chromium')).toMatchObject({ status: 100 });
    expect(ci({ ...INSTALLED, npx: 'exit 7' }, process.execPath)).toMatchObject({ status: 7 });
  });
});
