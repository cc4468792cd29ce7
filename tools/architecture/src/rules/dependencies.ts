import { isBuiltin } from 'node:module';
import { importsOf, isRelative, packageOf } from '../imports.ts';
import type { Violation } from '../violation.ts';
import { folderOf, isSource, type Room, type Workspace } from '../workspace.ts';

/** The packages that some files of a room import, each with the first place. */
function imported(room: Room, source: boolean): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of room.files.filter((candidate) => isSource(room, candidate) === source)) {
    for (const { specifier, where } of importsOf(file)) {
      if (isRelative(specifier) || isBuiltin(specifier)) continue;
      const name = packageOf(specifier);
      if (name !== room.manifest.name && !found.has(name)) found.set(name, where);
    }
  }
  return found;
}

function checkManifest(workspace: Workspace, room: Room): Violation[] {
  const violations: Violation[] = [];
  const own = room.manifest.dependencies ?? {};
  const forTests = { ...workspace.manifest.devDependencies, ...own, ...room.manifest.devDependencies };
  const needed = imported(room, true);
  const neededByTests = imported(room, false);
  for (const [name, where] of needed) {
    if (name in own) continue;
    violations.push({ rule: 'dependencies', where, message: `\`${name}\` is not among the dependencies of the room` });
  }
  for (const [name, where] of neededByTests) {
    if (name in forTests) continue;
    violations.push({ rule: 'dependencies', where, message: `\`${name}\` is not among the room's devDependencies` });
  }
  // The scripts of tools use packages in ways that no import shows.
  if (room.kind === 'tools') return violations;
  for (const name of Object.keys(own)) {
    if (needed.has(name)) continue;
    const message = `depends on \`${name}\` and never imports it in src`;
    violations.push({ rule: 'dependencies', where: `${folderOf(room)}/package.json`, message });
  }
  return violations;
}

function checkReferences(workspace: Workspace, room: Room): Violation[] {
  if (room.kind === 'tools') return [];
  const where = `${folderOf(room)}/tsconfig.json`;
  if (room.references === null) return [{ rule: 'references', where, message: 'missing' }];
  const expected = Object.keys(room.manifest.dependencies ?? {}).flatMap((name) => {
    const to = workspace.rooms.find((other) => other.manifest.name === name);
    return to === undefined ? [] : [folderOf(to)];
  });
  return compare(where, room.references, expected, 'a workspace dependency');
}

/** Both directions of a difference between the references there are and those there should be. */
function compare(where: string, actual: readonly string[], expected: readonly string[], what: string): Violation[] {
  const missing = expected.filter((folder) => !actual.includes(folder));
  const extra = actual.filter((folder) => !expected.includes(folder));
  return [
    ...missing.map((folder) => ({ rule: 'references', where, message: `\`${folder}\` is ${what} and not referenced` })),
    ...extra.map((folder) => ({ rule: 'references', where, message: `\`${folder}\` is referenced and not ${what}` })),
  ];
}

/**
 * What a room imports is what its `package.json` says, and what its `tsconfig.json` references is what it depends on: the
 * compiler says nothing about a missing reference and then checks old declarations. The root references every room that is
 * compiled.
 */
export function checkDependencies(workspace: Workspace): Violation[] {
  const compiled = workspace.rooms.filter((room) => room.kind !== 'tools').map(folderOf);
  return [
    ...workspace.rooms.flatMap((room) => [...checkManifest(workspace, room), ...checkReferences(workspace, room)]),
    ...compare('tsconfig.json', workspace.references, compiled, 'a room that is compiled'),
  ];
}
