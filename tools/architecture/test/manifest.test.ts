import { describe, expect, test } from 'vitest';
import { checkManifests } from '../src/rules/manifest.ts';
import type { Manifest } from '../src/workspace.ts';
import { roomOf, workspaceOf } from './fixture.ts';

function messages(folder: string, more: Manifest): string[] {
  return checkManifests(workspaceOf(roomOf(folder, {}, more))).map(({ message }) => message);
}

const entry = { '@quorate/source': './src/a.ts', types: './dist/a.d.ts', default: './dist/a.js' };

describe('the shape of manifests', () => {
  test('is right in packages, apps and tools of the house', () => {
    expect(messages('packages/der', {})).toEqual([]);
    expect(messages('packages/der', { exports: { '.': entry, './a': entry } })).toEqual([]);
    const schema = { './a.schema.json': './schema/a.schema.json' };
    const files = ['dist', '!dist/.tsbuildinfo', 'src', 'schema'];
    expect(messages('packages/der', { exports: { '.': entry, ...schema }, files })).toEqual([]);
    expect(messages('apps/cli', { exports: {}, sideEffects: true })).toEqual([]);
    expect(messages('tools/ci', { exports: {} })).toEqual([]);
  });
  test.each([
    ['packages/der', { type: 'commonjs' }, '`type`'],
    ['packages/der', { license: 'ISC' }, '`license`'],
    ['packages/der', { name: 'der' }, '`name`'],
    ['packages/der', { description: '' }, '`description`'],
    ['packages/der', { sideEffects: true }, '`sideEffects`'],
    ['packages/der', { files: ['dist'] }, '`files`'],
    ['packages/der', { exports: {} }, '`exports`'],
    ['packages/der', { exports: { '.': { default: './dist/a.js' } } }, 'must have the conditions'],
    ['packages/der', { exports: { '.': { types: '', '@quorate/source': '', default: '' } } }, 'in this order'],
    ['packages/der', { exports: { '.': { ...entry, default: './dist/b.js' } } }, 'built from ./src/a.ts'],
    ['packages/der', { exports: { '.': { ...entry, '@quorate/source': './a.ts' } } }, 'below ./src'],
    ['packages/der', { exports: { '.': entry, './a.json': './schema/a.json' } }, 'must have conditions'],
    [
      'packages/der',
      {
        exports: { '.': entry, './a.schema.json': './dist/a.schema.json' },
        files: ['dist', '!dist/.tsbuildinfo', 'src', 'schema'],
      },
      'must have conditions',
    ],
    ['packages/der', { dependencies: { '@quorate/report': '^0.1.0' } }, 'workspace:*'],
    ['apps/cli', { type: 'commonjs' }, '`type`'],
    ['tools/ci', { private: false }, 'private'],
  ])('%s with %o is a violation', (folder, more, why) => {
    expect(messages(folder, more as Manifest)).toEqual([expect.stringContaining(why)]);
  });
});
