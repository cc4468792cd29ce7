import { describe, expect, test } from 'vitest';
import { checkDependencies } from '../src/rules/dependencies.ts';
import type { Manifest } from '../src/workspace.ts';
import { roomOf, workspaceOf } from './fixture.ts';

const needsDer: Manifest = { dependencies: { '@quorate/der': 'workspace:*' } };
const usesDer = { 'src/a.ts': "import '@quorate/der';" };
const der = roomOf('packages/der', {});

/** The messages about `packages/crypto` as described, beside an empty `packages/der`. */
function messages(files: Record<string, string>, manifest: Manifest, references: string[] | null): string[] {
  const workspace = workspaceOf(der, roomOf('packages/crypto', files, manifest, references));
  return checkDependencies({ ...workspace, manifest: { devDependencies: { vitest: '1' } } }).map(
    ({ where, message }) => `${where} ${message}`,
  );
}

describe('dependencies and references', () => {
  test('are clean when they are exactly what is imported', () => {
    expect(messages(usesDer, needsDer, ['packages/der'])).toEqual([]);
  });
  test('of tests may stand in devDependencies or in the root, and Node is always there', () => {
    const files = { 'test/a.test.ts': "import 'vitest'; import 'pkijs'; import 'node:fs'; import '@quorate/crypto';" };
    expect(messages(files, { devDependencies: { pkijs: '1' } }, [])).toEqual([]);
  });
  test('a subpath counts for its package', () => {
    const files = { 'src/a.ts': "import '@noble/curves/p256.js'; import 'saxes/x';" };
    expect(messages(files, { dependencies: { '@noble/curves': '1', saxes: '1' } }, [])).toEqual([]);
  });
  test.each([
    ['an import without a dependency', usesDer, {}, [], '`@quorate/der` is not among the dependencies'],
    [
      'a source that needs a devDependency',
      { 'src/a.ts': "import 'b';" },
      { devDependencies: { b: '1' } },
      [],
      '`b` is',
    ],
    ['a type that comes from elsewhere', { 'src/a.ts': "import type { B } from 'b';" }, {}, [], '`b` is not among'],
    ['a test without a devDependency', { 'test/a.test.ts': "import 'b';" }, {}, [], "the room's devDependencies"],
    ['a dependency without an import', {}, { dependencies: { b: '1' } }, [], 'never imports it'],
    ['a missing reference', usesDer, needsDer, [], '`packages/der` is a workspace dependency and not referenced'],
    ['a reference too many', {}, {}, ['packages/der'], 'is referenced and not a workspace dependency'],
    ['a room without tsconfig.json', {}, {}, null, 'missing'],
  ])('%s is a violation', (_case, files, manifest, references, why) => {
    expect(messages(files as Record<string, string>, manifest as Manifest, references)).toEqual([
      expect.stringContaining(why),
    ]);
  });
  test('the root must reference every room that is compiled', () => {
    const workspace = { ...workspaceOf(der), references: [] };
    expect(checkDependencies(workspace)).toEqual([expect.objectContaining({ where: 'tsconfig.json' })]);
  });
});
