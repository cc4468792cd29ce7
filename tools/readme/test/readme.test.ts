import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@quorate/ci';
import { describe, expect, test } from 'vitest';
import { isWholeExample, MIN_LINES, typescriptBlocks } from '../src/blocks.ts';
import { type PlacedBlock, typeErrors } from '../src/check-types.ts';
import { runBlock } from '../src/run-block.ts';

const folders = readdirSync(join(repositoryRoot, 'packages'))
  .map((name) => `packages/${name}`)
  .filter((folder) => existsSync(join(repositoryRoot, folder, 'package.json')));

/** The examples of a package; none where there is no README. */
function examplesOf(folder: string): PlacedBlock[] {
  const readme = join(repositoryRoot, folder, 'README.md');
  if (!existsSync(readme)) return [];
  return typescriptBlocks(readFileSync(readme, 'utf8')).map((block) => ({ folder, block }));
}

const published = folders.filter((folder) => {
  const manifest = JSON.parse(readFileSync(join(repositoryRoot, folder, 'package.json'), 'utf8')) as {
    private?: boolean;
  };
  return manifest.private !== true;
});
const examples = folders.flatMap(examplesOf);

describe('the READMEs of the packages', () => {
  test('are many', () => expect(published.length).toBeGreaterThanOrEqual(8));

  test.each(published)(`%s/README.md has an example of ${MIN_LINES} lines or more`, (folder) => {
    expect(existsSync(join(repositoryRoot, folder, 'README.md')), 'there is no README.md').toBe(true);
    expect(examplesOf(folder).map(({ block }) => isWholeExample(block))).toContain(true);
  });

  test.each(examples.map(({ folder, block }) => ({ folder, line: block.line, block })))(
    '$folder/README.md, line $line: the example runs',
    async ({ folder, block }) => {
      expect(await runBlock(block, join(repositoryRoot, folder))).toMatchObject({ status: 0 });
    },
  );

  test('have the right types in their examples', () => expect(typeErrors(examples)).toBe(''));
});

describe('the check of examples', () => {
  const der = join(repositoryRoot, 'packages/der');
  const example = [
    "import { encodeOid, oidContent } from '@quorate/der';",
    "const element: Uint8Array = encodeOid('1.2.3');",
    "const content: Uint8Array = oidContent('1.2.3');",
    "if (element.length !== content.length + 2) throw new Error('wrong');",
    'console.log(content.join());',
  ];

  test('takes the blocks fenced as ts and no others', () => {
    const markdown = ['text', '```ts', 'a', '', 'b', '```', '```sh', '```ts', '```', '```', 'c', '```', '```ts', '```'];
    expect(typescriptBlocks(markdown.join('\n'))).toEqual([
      { line: 2, text: 'a\n\nb\n' },
      { line: 13, text: '\n' },
    ]);
  });
  test('does not count comments and blank lines', () => {
    expect(isWholeExample({ line: 1, text: 'a\nb\nc\nd\ne' })).toBe(true);
    expect(isWholeExample({ line: 1, text: 'a\n\nb\n// c\nc\nd\n' })).toBe(false);
  });
  test('runs a right one', async () => {
    expect(await runBlock({ line: 1, text: example.join('\n') }, der)).toEqual({ status: 0, output: '42,3\n' });
  });
  test.each([
    ['throws', "throw new Error('wrong');"],
    ['names what is not there', "import { nothing } from '@quorate/der'; nothing();"],
    ['imports a room that the package does not know', "import '@quorate/policy';"],
    ['is no TypeScript', 'const = 1;'],
  ])('fails one that %s', async (_case, text) => {
    expect((await runBlock({ line: 2, text }, der)).status).not.toBe(0);
  });
  test('sees a wrong type, and none in a right example', () => {
    const right = { folder: 'packages/der', block: { line: 1, text: `${example.join('\n')}\n` } };
    expect(typeErrors([right])).toBe('');
    const wrong = { folder: 'packages/der', block: { line: 9, text: 'const a: number = "b";\n' } };
    expect(typeErrors([right, wrong])).toContain('line-9.mts');
  });
});
