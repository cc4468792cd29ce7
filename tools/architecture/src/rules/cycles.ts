import { importsOf, isRelative, resolveRelative } from '../imports.ts';
import type { Violation } from '../violation.ts';
import { folderOf, type Workspace } from '../workspace.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * The cycles of a graph that a search from each node in turn runs into; none if and only if the graph has none. A cycle is
 * given from its node that is first in the alphabet, each once.
 */
export function findCycles(graph: Graph): string[][] {
  const cycles = new Map<string, string[]>();
  const done = new Set<string>();
  const path: string[] = [];
  const search = (node: string): void => {
    const at = path.indexOf(node);
    if (at >= 0) {
      const cycle = turned(path.slice(at));
      cycles.set(cycle.join(' '), cycle);
      return;
    }
    if (done.has(node)) return;
    path.push(node);
    for (const next of graph.get(node) ?? []) search(next);
    path.pop();
    done.add(node);
  };
  for (const node of graph.keys()) search(node);
  return [...cycles.values()];
}

/** A cycle turned so that its first node in the alphabet comes first. */
function turned(cycle: readonly string[]): string[] {
  const first = cycle.reduce((least, node, index) => (node < (cycle[least] ?? node) ? index : least), 0);
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}

function fileGraph(workspace: Workspace): Graph {
  const files = workspace.rooms.flatMap((room) => room.files);
  return new Map(
    files.map((file) => {
      const relative = importsOf(file).filter(({ specifier }) => isRelative(specifier));
      return [file.path, relative.map(({ specifier }) => resolveRelative(file, specifier))];
    }),
  );
}

function roomGraph(workspace: Workspace): Graph {
  const folders = new Map(workspace.rooms.map((room) => [room.manifest.name, folderOf(room)]));
  return new Map(
    workspace.rooms.map((room) => {
      const names = Object.keys({ ...room.manifest.dependencies, ...room.manifest.devDependencies });
      return [folderOf(room), names.flatMap((name) => folders.get(name) ?? [])];
    }),
  );
}

/** No file imports itself by way of others, for types either; no room depends on itself by way of others, for tests either. */
export function checkCycles(workspace: Workspace): Violation[] {
  return [...findCycles(fileGraph(workspace)), ...findCycles(roomGraph(workspace))].map((cycle) => ({
    rule: 'cycles',
    where: cycle[0] ?? '',
    message: `imports itself: ${[...cycle, cycle[0]].join(' -> ')}`,
  }));
}
