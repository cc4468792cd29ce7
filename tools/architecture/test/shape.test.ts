import { describe, expect, test } from 'vitest';
import { checkShape, MAX_LINES } from '../src/rules/shape.ts';
import { roomOf, workspaceOf } from './fixture.ts';

/** The broken rules of one file. */
function rules(path: string, text: string): string[] {
  const folder = path.split('/').slice(0, 2).join('/');
  const room = roomOf(folder, { [path.slice(folder.length + 1)]: text });
  return checkShape(workspaceOf(room)).map(({ rule }) => rule);
}

describe('the shape of files', () => {
  test.each([
    [
      'packages/der/src/index.ts',
      "/** Text. */\nexport { a, type B } from './a.ts';\nexport type { C } from './c.ts';",
    ],
    ['packages/der/src/a.ts', 'const company = "any export *"; // any'],
    ['packages/der/src/utility-meter.ts', '1;'],
    ['packages/der/src/long.ts', '1;\n'.repeat(MAX_LINES)],
    ['packages/vectors/src/long.ts', '1;\n'.repeat(MAX_LINES + 1)],
    ['packages/der/test/long.test.ts', '1;\n'.repeat(MAX_LINES + 1)],
    ['apps/cli/src/index.ts', 'run();'],
  ])('%s is well shaped', (path, text) => {
    expect(rules(path, text)).toEqual([]);
  });

  test.each([
    ['packages/der/src/a.ts', "export * from './b.ts';", 'export-star'],
    ['packages/der/src/index.ts', "export * from './b.ts';", 'export-star'],
    ['packages/der/src/a.ts', "export * as b from './b.ts';", 'export-star'],
    ['packages/der/test/a.test.ts', "export * from './b.ts';", 'export-star'],
    ['packages/der/src/index.ts', 'export const a = 1;', 'index'],
    ['packages/der/src/index.ts', "import { a } from './a.ts';", 'index'],
    ['packages/der/src/index.ts', 'export {};', 'index'],
    ['packages/der/src/index.ts', 'run();', 'index'],
    ['packages/der/src/index.ts', 'export default 1;', 'index'],
    ['packages/der/src/a.ts', 'let a: any;', 'any'],
    ['packages/der/src/a.ts', 'const a = b as any[];', 'any'],
    ['packages/der/test/a.test.ts', 'function f(a: Map<string, any>) {}', 'any'],
    ['apps/cli/src/a.ts', 'let a: any;', 'any'],
    ['packages/der/src/utils.ts', '1;', 'file-name'],
    ['packages/der/src/deep/helper.ts', '1;', 'file-name'],
    ['apps/cli/src/misc.ts', '1;', 'file-name'],
    ['tools/ci/src/common.ts', '1;', 'file-name'],
    ['packages/der/src/long.ts', '1;\n'.repeat(MAX_LINES + 1), 'length'],
    ['packages/der/src/long.ts', `${'1;\n'.repeat(MAX_LINES)}1;`, 'length'],
  ])('%s is badly shaped (case %#)', (path, text, rule) => {
    expect(rules(path, text)).toEqual([rule]);
  });
});
