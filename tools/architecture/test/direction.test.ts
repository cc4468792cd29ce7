import { describe, expect, test } from 'vitest';
import { NEVER_MEET, ROOMS } from '../src/order.ts';
import { checkDirection } from '../src/rules/direction.ts';
import { roomOf, workspaceOf } from './fixture.ts';

/** The messages about one file in a house of every kind of room. */
function messages(path: string, text: string): string[] {
  const folder = path.split('/').slice(0, 2).join('/');
  const folders = [...ROOMS, 'vectors'].map((name) => `packages/${name}`);
  folders.push('apps/cli', 'apps/inspector', 'tools/ci', 'tools/browser');
  const files = { [path.slice(folder.length + 1)]: text };
  const rooms = folders.map((name) => roomOf(name, name === folder ? files : {}));
  return checkDirection(workspaceOf(...rooms)).map(({ where, message }) => `${where} ${message}`);
}

describe('the direction of imports', () => {
  test.each([
    ['packages/crypto/src/key.ts', "import { Tag } from '@quorate/der';"],
    ['packages/approval/src/token.ts', "export type { Finding } from '@quorate/report';"],
    ['packages/evidence/src/a.ts', "import '@quorate/verify'; import '@quorate/issue';"],
    ['packages/der/src/a.ts', "import { b } from './b.ts'; import { base64 } from '@scure/base';"],
    ['packages/der/test/a.test.ts', "import '../src/tag.ts'; import '@quorate/vectors'; import '@quorate/ci';"],
    ['packages/der/test/a.test.ts', "import { Tag } from '@quorate/der';"],
    ['apps/cli/src/demo.ts', "import '@quorate/vectors'; import '@quorate/approval';"],
    ['tools/browser/src/slice.ts', "import '@quorate/vectors'; import '@quorate/policy'; import '@quorate/ci';"],
    ['packages/der/src/a.ts', "// import '@quorate/policy';\nconst text = `import '@quorate/policy'`;"],
  ])('%s may say %s', (path, text) => {
    expect(messages(path, text)).toEqual([]);
  });

  test.each([
    ['packages/der/src/a.ts', "import { Policy } from '@quorate/policy';", 'policy does not stand before der'],
    ['packages/report/src/a.ts', "import type { Tag } from '@quorate/der';", 'der does not stand before report'],
    ['packages/syntax/src/a.ts', "let a: import('@quorate/der').Tag;", 'der does not stand before syntax'],
    ['packages/der/src/a.ts', "export { a } from '@quorate/crypto';", 'crypto does not stand before der'],
    ['packages/der/src/a.ts', "const a = await import('@quorate/crypto');", 'crypto does not stand before der'],
    ['packages/der/test/a.test.ts', "import '@quorate/policy';", 'policy does not stand before der'],
    ['packages/verify/src/a.ts', "import '@quorate/issue';", 'issue and verify never meet'],
    ['packages/issue/src/a.ts', "import '@quorate/verify';", 'issue and verify never meet'],
    ['packages/der/src/a.ts', "import '@quorate/vectors';", 'test data is for'],
    ['apps/inspector/src/a.ts', "import '@quorate/vectors';", 'test data is for'],
    ['packages/vectors/src/a.ts', "import '@quorate/der';", 'test data stands on no room'],
    ['packages/der/src/a.ts', "import '@quorate/ci';", 'tools are for tests'],
    ['apps/cli/src/a.ts', "import '@quorate/ci';", 'tools are for tests'],
    ['packages/approval/test/a.test.ts', "import '@quorate/cli';", 'nothing imports an app'],
    ['tools/ci/src/a.ts', "import '@quorate/cli';", 'nothing imports an app'],
    ['packages/crypto/src/a.ts', "import '@quorate/der/src/tag.ts';", 'not an entry of its exports map'],
    ['packages/crypto/src/a.ts', "import '@quorate/der/dist/tag.js';", 'not an entry of its exports map'],
    ['packages/crypto/src/a.ts', "import '../../der/src/tag.ts';", 'does not leave its room'],
    ['packages/crypto/test/a.test.ts', "import '../../der/src/tag.ts';", 'does not leave its room'],
    ['packages/der/test/a.test.ts', "import '../dist/index.js';", 'not what was built'],
    ['packages/der/src/a.ts', "import '@quorate/nowhere';", 'there is no such room'],
  ])('%s may not say %s', (path, text, why) => {
    expect(messages(path, text)).toEqual([expect.stringContaining(why)]);
    expect(messages(path, `\n\n${text}`)).toEqual([expect.stringMatching(`^${path}:3 `)]);
  });

  test('a package that the list does not know is refused', () => {
    const violations = checkDirection(workspaceOf(roomOf('packages/attic', {})));
    expect(violations).toEqual([expect.objectContaining({ where: 'packages/attic' })]);
  });

  test('the list names each room once, and pairs that never meet are in it', () => {
    expect(new Set(ROOMS).size).toBe(ROOMS.length);
    expect(NEVER_MEET.flat().every((name) => ROOMS.includes(name))).toBe(true);
  });
});
