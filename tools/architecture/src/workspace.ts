/** A TypeScript file of the workspace. */
export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** The part of a `package.json` that the rules read. */
export interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly description?: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly type?: string;
  readonly sideEffects?: boolean;
  /** By subpath: files by condition, or one file that is no module. */
  readonly exports?: Readonly<Record<string, Readonly<Record<string, string>> | string>>;
  readonly files?: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** One member of the workspace: a folder with a `package.json`. */
export interface Room {
  readonly kind: 'packages' | 'apps' | 'tools';
  /** The folder's name: `der` for `packages/der`. */
  readonly name: string;
  readonly manifest: Manifest;
  /** The project references of its `tsconfig.json`, as folders from the root; `null` if it has no `tsconfig.json`. */
  readonly references: readonly string[] | null;
  /** All its TypeScript files. */
  readonly files: readonly SourceFile[];
}

/** Everything the rules look at. */
export interface Workspace {
  readonly rooms: readonly Room[];
  /** The project references of the root `tsconfig.json`, as folders from the root. */
  readonly references: readonly string[];
  /** The root `package.json`. */
  readonly manifest: Manifest;
}

/** A room's folder from the root: `packages/der`. */
export function folderOf(room: Room): string {
  return `${room.kind}/${room.name}`;
}

/** Whether a file is part of what the room delivers, and not of its tests. */
export function isSource(room: Room, file: SourceFile): boolean {
  return file.path.startsWith(`${folderOf(room)}/src/`);
}

/** All files that rooms of these kinds deliver. */
export function sourcesOf(workspace: Workspace, ...kinds: Room['kind'][]): { room: Room; file: SourceFile }[] {
  return workspace.rooms
    .filter((room) => kinds.includes(room.kind))
    .flatMap((room) => room.files.filter((file) => isSource(room, file)).map((file) => ({ room, file })));
}
