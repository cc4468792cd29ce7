import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs turbo in the root of the workspace, without its telemetry. It must be on the path, with pnpm beside it: scripts
 * that pnpm starts have both.
 *
 * @param {string[]} args
 * @param {Record<string, string>} env set beside the environment
 * @param {'inherit' | 'pipe'} stdio where its output goes: `pipe` collects it in `output`
 * @returns {{ status: number, output: string }} `status` is 1 if turbo could not be started or was killed
 */
export function turbo(args, env, stdio) {
  const run = spawnSync('turbo', args, {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', ...env },
    stdio: ['ignore', stdio, stdio],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.error !== undefined) process.stderr.write(`turbo did not run: ${run.error.message}\n`);
  return { status: run.status ?? 1, output: `${run.stdout ?? ''}${run.stderr ?? ''}` };
}
