import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Manifest, Room, SourceFile, Workspace } from './workspace.ts';

const KINDS = ['packages', 'apps', 'tools'] as const;
const LEFT_OUT = new Set(['node_modules', 'dist']);

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function readFiles(root: string, folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : readFiles(root, path);
    return entry.name.endsWith('.ts') ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : [];
  });
}

/** The references of a `tsconfig.json` as folders from the root. */
function readReferences(root: string, folder: string): string[] {
  const config = readJson(join(root, folder, 'tsconfig.json')) as { references?: { path: string }[] };
  return (config.references ?? []).map(({ path }) => posix.normalize(posix.join(folder, path)));
}

function readRoom(root: string, kind: Room['kind'], name: string): Room {
  const folder = `${kind}/${name}`;
  return {
    kind,
    name,
    manifest: readJson(join(root, folder, 'package.json')) as Manifest,
    references: existsSync(join(root, folder, 'tsconfig.json')) ? readReferences(root, folder) : null,
    files: readFiles(root, folder),
  };
}

/** Reads the workspace from its folder. A folder without a `package.json` is no room. */
export function readWorkspace(root: string): Workspace {
  const rooms = KINDS.flatMap((kind) =>
    readdirSync(join(root, kind))
      .filter((name) => existsSync(join(root, kind, name, 'package.json')))
      .map((name) => readRoom(root, kind, name)),
  );
  return {
    rooms,
    references: readReferences(root, '.'),
    manifest: readJson(join(root, 'package.json')) as Manifest,
  };
}
