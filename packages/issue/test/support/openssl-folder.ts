import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePem } from '@quorate/der';
import { afterAll, beforeAll } from 'vitest';

/** OpenSSL in a folder of its own, which is there while the tests of a `describe` run. */
export interface OpensslFolder {
  /** Where it is; empty before the tests begin. */
  path(): string;
  /** What a command prints; throws when it fails. */
  openssl(...args: string[]): string;
  /** Writes a file, and gives its name. */
  write(name: string, text: string): string;
  pem(name: string, label: string, bytes: Uint8Array): string;
}

/** To be called in a `describe`. */
export function opensslFolder(): OpensslFolder {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'quorate-issue-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return name;
  };
  return {
    path: () => folder,
    openssl: (...args) =>
      execFileSync('openssl', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }),
    write,
    pem: (name, label, bytes) => write(name, encodePem({ label, bytes })),
  };
}
