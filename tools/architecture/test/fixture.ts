import type { Manifest, Room, Workspace } from '../src/workspace.ts';

/** A well-shaped manifest of a package. */
export function manifestOf(name: string, more: Manifest = {}): Manifest {
  return {
    name: `@quorate/${name}`,
    version: '0.1.0',
    description: 'a room of a test',
    license: 'MIT',
    type: 'module',
    sideEffects: false,
    exports: {
      '.': { '@quorate/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
    },
    files: ['dist', '!dist/.tsbuildinfo', 'src'],
    ...more,
  };
}

/** A room of a test: its folder, its files by their path in it, and what differs in its manifest and references. */
export function roomOf(
  folder: string,
  files: Readonly<Record<string, string>>,
  more: Manifest = {},
  references: readonly string[] | null = [],
): Room {
  const [kind, name] = folder.split('/');
  if ((kind !== 'packages' && kind !== 'apps' && kind !== 'tools') || name === undefined) throw new TypeError(folder);
  return {
    kind,
    name,
    manifest: manifestOf(name, kind === 'tools' ? { private: true, ...more } : more),
    references,
    files: Object.entries(files).map(([path, text]) => ({ path: `${folder}/${path}`, text })),
  };
}

/** A workspace of these rooms; the root references all that are compiled. */
export function workspaceOf(...rooms: Room[]): Workspace {
  const compiled = rooms.filter((room) => room.kind !== 'tools');
  return { rooms, references: compiled.map((room) => `${room.kind}/${room.name}`), manifest: {} };
}
