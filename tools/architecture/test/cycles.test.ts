import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCycles, findCycles } from '../src/rules/cycles.ts';
import { roomOf, workspaceOf } from './fixture.ts';

describe('cycles', () => {
  test('of files are found, of types too', () => {
    const files = {
      'src/a.ts': "import { b } from './b.ts';",
      'src/b.ts': "import type { C } from './deep/c.ts';",
      'src/deep/c.ts': "export type { A } from '../a.ts';",
    };
    expect(checkCycles(workspaceOf(roomOf('packages/der', files)))).toEqual([
      {
        rule: 'cycles',
        where: 'packages/der/src/a.ts',
        message:
          'imports itself: packages/der/src/a.ts -> packages/der/src/b.ts -> packages/der/src/deep/c.ts -> packages/der/src/a.ts',
      },
    ]);
  });
  test('of rooms are found, for tests too', () => {
    const a = roomOf('packages/der', {}, { dependencies: { '@quorate/crypto': 'workspace:*' } });
    const b = roomOf('packages/crypto', {}, { devDependencies: { '@quorate/der': 'workspace:*' } });
    expect(checkCycles(workspaceOf(a, b)).map(({ where }) => where)).toEqual(['packages/crypto']);
  });
  test('are not where a file is merely reached in two ways', () => {
    const files = {
      'src/a.ts': "import './b.ts'; import './c.ts';",
      'src/b.ts': "import './c.ts';",
      'src/c.ts': 'const text = "import \'./a.ts\'";',
    };
    expect(checkCycles(workspaceOf(roomOf('packages/der', files)))).toEqual([]);
  });
  test('are found exactly when following the edges of some node leads back to it', () => {
    const node = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 10 }), (edges) => {
        const graph = new Map<string, string[]>();
        for (const [from, to] of edges) graph.set(from, [...(graph.get(from) ?? []), to]);
        const leadsBack = [...graph.keys()].some((start) => {
          let reached = new Set(graph.get(start));
          for (let step = 0; step < 5; step += 1) {
            reached = new Set([...reached, ...[...reached].flatMap((at) => graph.get(at) ?? [])]);
          }
          return reached.has(start);
        });
        expect(findCycles(graph).length > 0).toBe(leadsBack);
      }),
    );
  });
});
