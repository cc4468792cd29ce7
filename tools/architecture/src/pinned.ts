import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportsOf, type PackageExports } from './rules/exports.ts';
import type { Workspace } from './workspace.ts';

/** The folder that holds one file for each package, with what it gives. */
const FOLDER = 'tools/architecture/exports';

/** What is pinned, by package. */
export function readPinned(root: string): Record<string, PackageExports> {
  const entries = readdirSync(join(root, FOLDER)).map((name): [string, PackageExports] => [
    name.replace(/\.json$/, ''),
    JSON.parse(readFileSync(join(root, FOLDER, name), 'utf8')) as PackageExports,
  ]);
  return Object.fromEntries(entries);
}

/** Pins what the packages give now. */
export function writePinned(root: string, workspace: Workspace): void {
  rmSync(join(root, FOLDER), { recursive: true, force: true });
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const room of workspace.rooms.filter(({ kind }) => kind === 'packages')) {
    writeFileSync(join(root, FOLDER, `${room.name}.json`), `${JSON.stringify(exportsOf(room), null, 2)}\n`);
  }
}
