import { listField, nameOf, nodeField, syntaxOf } from '../syntax.ts';
import type { Violation } from '../violation.ts';
import { folderOf, type Room, type SourceFile, type Workspace } from '../workspace.ts';

/** What one entry point gives, each list in order. */
export interface EntryExports {
  readonly values: readonly string[];
  readonly types: readonly string[];
}

/** What a package gives, by the keys of its exports map. */
export type PackageExports = Readonly<Record<string, EntryExports>>;

/** How to accept a change of what packages give. */
export const HOW_TO_PIN =
  'if this is meant, run `node tools/architecture/update-exports.mjs` and commit what it writes';

function entryExports(file: SourceFile): EntryExports {
  const values: string[] = [];
  const types: string[] = [];
  for (const node of listField(syntaxOf(file), 'body')) {
    if (node.type !== 'ExportNamedDeclaration') continue;
    for (const specifier of listField(node, 'specifiers')) {
      const isType = node['exportKind'] === 'type' || specifier['exportKind'] === 'type';
      (isType ? types : values).push(nameOf(nodeField(specifier, 'exported')) ?? '');
    }
  }
  return { values: values.sort(), types: types.sort() };
}

/** Reads off what a package gives. An entry point that is not there gives nothing. */
export function exportsOf(room: Room): PackageExports {
  const found: [string, EntryExports][] = [];
  for (const [subpath, conditions] of Object.entries(room.manifest.exports ?? {})) {
    if (typeof conditions === 'string') continue;
    const path = `${folderOf(room)}/${conditions['@quorate/source']?.replace(/^\.\//, '')}`;
    const file = room.files.find((candidate) => candidate.path === path);
    found.push([subpath, file === undefined ? { values: [], types: [] } : entryExports(file)]);
  }
  return Object.fromEntries(found);
}

/** The differences of two sets of names, `+` for new and `-` for gone. */
function difference(pinned: readonly string[], actual: readonly string[], kind: string): string[] {
  return [
    ...actual.filter((name) => !pinned.includes(name)).map((name) => `+${kind} ${name}`),
    ...pinned.filter((name) => !actual.includes(name)).map((name) => `-${kind} ${name}`),
  ];
}

const NOTHING: EntryExports = { values: [], types: [] };

/**
 * What every package gives is pinned: a name that comes or goes is a change somebody decides on.
 *
 * @param pinned by the package's folder name; `undefined` where nothing is pinned yet
 */
export function checkExports(workspace: Workspace, pinned: Readonly<Record<string, PackageExports>>): Violation[] {
  const packages = workspace.rooms.filter((room) => room.kind === 'packages');
  const violations: Violation[] = [];
  for (const room of packages) {
    const before = pinned[room.name] ?? {};
    const now = exportsOf(room);
    for (const subpath of new Set([...Object.keys(before), ...Object.keys(now)])) {
      const [old, actual] = [before[subpath] ?? NOTHING, now[subpath] ?? NOTHING];
      const changes = [
        ...difference(old.values, actual.values, 'value'),
        ...difference(old.types, actual.types, 'type'),
      ];
      if (changes.length === 0 && subpath in before && subpath in now) continue;
      const message = `\`${subpath}\` is not as pinned: ${changes.join(', ') || 'the entry itself'}; ${HOW_TO_PIN}`;
      violations.push({ rule: 'exports', where: folderOf(room), message });
    }
  }
  for (const name of Object.keys(pinned).filter((known) => !packages.some((room) => room.name === known))) {
    violations.push({ rule: 'exports', where: `packages/${name}`, message: `pinned, and not there; ${HOW_TO_PIN}` });
  }
  return violations;
}
