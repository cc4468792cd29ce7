import { importsOf, isRelative, packageOf, resolveRelative, subpathOf } from '../imports.ts';
import { MAY_IMPORT_VECTORS, NEVER_MEET, ROOMS, VECTORS } from '../order.ts';
import type { Violation } from '../violation.ts';
import { folderOf, isSource, type Room, type SourceFile, type Workspace } from '../workspace.ts';

function meetNever(a: string, b: string): boolean {
  return NEVER_MEET.some((pair) => pair.includes(a) && pair.includes(b));
}

/** Why a file of `from` may not import `to`, or `null` if it may. */
function objection(from: Room, file: SourceFile, to: Room): string | null {
  if (from === to) return null;
  const test = !isSource(from, file);
  if (to.kind === 'apps') return 'nothing imports an app';
  if (to.kind === 'tools') return test || from.kind === 'tools' ? null : 'tools are for tests and other tools';
  if (to.name === VECTORS) {
    if (test || from.kind === 'tools' || (from.kind === 'apps' && MAY_IMPORT_VECTORS.includes(from.name))) return null;
    return 'test data is for tests, tools and the demo';
  }
  if (from.kind !== 'packages') return null;
  if (from.name === VECTORS) return 'test data stands on no room';
  if (meetNever(from.name, to.name)) return `${[from.name, to.name].sort().join(' and ')} never meet`;
  return ROOMS.indexOf(to.name) < ROOMS.indexOf(from.name) ? null : `${to.name} does not stand before ${from.name}`;
}

/** What is wrong with one import, or `null`. */
function checkImport(workspace: Workspace, room: Room, file: SourceFile, specifier: string): string | null {
  if (isRelative(specifier)) {
    const target = resolveRelative(file, specifier);
    if (!target.startsWith(`${folderOf(room)}/`)) return 'a relative import does not leave its room; name the package';
    return target.startsWith(`${folderOf(room)}/dist/`) ? 'import the source, not what was built from it' : null;
  }
  const name = packageOf(specifier);
  const to = workspace.rooms.find((other) => other.manifest.name === name);
  if (to === undefined) return name.startsWith('@quorate/') ? 'there is no such room' : null;
  const why = objection(room, file, to);
  if (why !== null) return why;
  return to.manifest.exports?.[subpathOf(specifier)] === undefined ? 'not an entry of its exports map' : null;
}

/**
 * Imports go down the one ordered list of rooms, in tests as in sources; they enter another room by its exports map only.
 * A package that the list does not know is a violation of its own.
 */
export function checkDirection(workspace: Workspace): Violation[] {
  const violations: Violation[] = [];
  for (const room of workspace.rooms) {
    if (room.kind === 'packages' && room.name !== VECTORS && !ROOMS.includes(room.name)) {
      violations.push({ rule: 'direction', where: folderOf(room), message: 'not in the list of rooms (src/order.ts)' });
    }
    for (const file of room.files) {
      for (const { specifier, where } of importsOf(file)) {
        const why = checkImport(workspace, room, file, specifier);
        if (why !== null) violations.push({ rule: 'direction', where, message: `imports \`${specifier}\`: ${why}` });
      }
    }
  }
  return violations;
}
