import type { Violation } from '../violation.ts';
import { folderOf, type Manifest, type Room, type Workspace } from '../workspace.ts';

const CONDITIONS = ['@quorate/source', 'types', 'default'];

/** A JSON Schema that a package publishes for editors, under its own name and in the folder for such. */
const SCHEMA = /^\.\/([a-z-]+\.schema\.json)$/;

/** What is wrong with one entry of an exports map. */
function checkEntry(subpath: string, conditions: Readonly<Record<string, string>> | string): string[] {
  if (typeof conditions === 'string') {
    const name = SCHEMA.exec(subpath)?.[1];
    if (name !== undefined && conditions === `./schema/${name}`) return [];
    return [`\`exports["${subpath}"]\` must have conditions, or be a schema in ./schema under its own name`];
  }
  if (Object.keys(conditions).join() !== CONDITIONS.join()) {
    return [`\`exports["${subpath}"]\` must have the conditions ${CONDITIONS.join(', ')}, in this order`];
  }
  const source = conditions['@quorate/source'] ?? '';
  const module = /^\.\/src\/(.+)\.ts$/.exec(source)?.[1];
  if (module === undefined) return [`\`exports["${subpath}"]\` must have its source below ./src`];
  if (conditions['types'] === `./dist/${module}.d.ts` && conditions['default'] === `./dist/${module}.js`) return [];
  return [`\`exports["${subpath}"]\` must name ./dist/${module}.d.ts and ./dist/${module}.js, built from ${source}`];
}

function checkPackage(manifest: Manifest): string[] {
  const wrong: string[] = [];
  if (manifest.sideEffects !== false) wrong.push('`sideEffects` must be false');
  if (manifest.exports?.['.'] === undefined) wrong.push('`exports` must have an entry `.`');
  const schemas = Object.keys(manifest.exports ?? {}).some((subpath) => SCHEMA.test(subpath));
  const files = ['dist', '!dist/.tsbuildinfo', 'src', ...(schemas ? ['schema'] : [])];
  if (manifest.private !== true && manifest.files?.join() !== files.join()) {
    wrong.push(`\`files\` must be ${files.join(', ')}`);
  }
  for (const [subpath, conditions] of Object.entries(manifest.exports ?? {})) {
    wrong.push(...checkEntry(subpath, conditions));
  }
  return wrong;
}

function checkRoom(room: Room): string[] {
  const { manifest } = room;
  const wrong: string[] = [];
  if (manifest.name !== `@quorate/${room.name}`) wrong.push(`\`name\` must be @quorate/${room.name}`);
  if (manifest.type !== 'module') wrong.push('`type` must be module');
  if (manifest.license !== 'MIT') wrong.push('`license` must be MIT');
  if ((manifest.description ?? '') === '') wrong.push('`description` must say what the room is for');
  if (room.kind === 'tools' && manifest.private !== true) wrong.push('a tool must be private');
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    if (name.startsWith('@quorate/') && version !== 'workspace:*') wrong.push(`\`${name}\` must be workspace:*`);
  }
  if (room.kind === 'packages') wrong.push(...checkPackage(manifest));
  return wrong;
}

/** Every `package.json` has the shape of the house: ESM, MIT, no side effects, hand-written exports with three conditions. */
export function checkManifests(workspace: Workspace): Violation[] {
  return workspace.rooms.flatMap((room) =>
    checkRoom(room).map((message) => ({ rule: 'manifest', where: `${folderOf(room)}/package.json`, message })),
  );
}
