import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repositoryRoot } from '@quorate/ci';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where the suites are looked for: `QUORATE_CONFORMANCE`, else `../shared/conformance` beside the repository. */
export function conformancePlace(env: Environment = process.env): string {
  const named = env['QUORATE_CONFORMANCE'];
  return resolve(repositoryRoot, named === undefined || named === '' ? '../shared/conformance' : named);
}

/** The folder of the suites, or `null` where there is none. */
export function conformanceFolder(env: Environment = process.env): string | null {
  const place = conformancePlace(env);
  return existsSync(place) ? place : null;
}

/**
 * The path of one file of the suites, for instance `wycheproof/ecdsa_secp256r1_sha256_test.json`.
 *
 * @throws Error if there is no such folder or file: a suite that shrank must not look like one that passed
 */
export function suiteFile(path: string, env: Environment = process.env): string {
  const file = join(conformancePlace(env), path);
  if (!existsSync(file))
    throw new Error(`the conformance suites have no file \`${path}\` at \`${conformancePlace(env)}\``);
  return file;
}
