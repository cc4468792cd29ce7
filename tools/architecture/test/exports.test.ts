import { describe, expect, test } from 'vitest';
import { checkExports, exportsOf, HOW_TO_PIN } from '../src/rules/exports.ts';
import { roomOf, workspaceOf } from './fixture.ts';

const text = "export { b, a as c, type T } from './a.ts'; export type { S } from './s.ts';";
const room = roomOf('packages/der', { 'src/index.ts': text });
const pinned = { der: { '.': { values: ['b', 'c'], types: ['S', 'T'] } } };

describe('the exports of a package', () => {
  test('are read with their kinds, in order', () => {
    expect(exportsOf(room)).toEqual(pinned.der);
  });
  test('are clean when they are those pinned', () => {
    expect(checkExports(workspaceOf(room), pinned)).toEqual([]);
  });
  test.each([
    ['a new value', { '.': { values: ['b'], types: ['S', 'T'] } }, '+value c'],
    ['a lost value', { '.': { values: ['b', 'c', 'd'], types: ['S', 'T'] } }, '-value d'],
    ['a value that became a type', { '.': { values: ['T', 'b', 'c'], types: ['S'] } }, '-value T, +type T'],
    ['a new entry', {}, '+value b, +value c, +type S, +type T'],
    ['a lost entry', { ...pinned.der, './x': { values: ['x'], types: [] } }, '`./x` is not as pinned: -value x'],
    ['a lost empty entry', { ...pinned.der, './x': { values: [], types: [] } }, 'the entry itself'],
  ])('%s is a violation that says how to accept it', (_case, before, why) => {
    const violations = checkExports(workspaceOf(room), { der: before });
    expect(violations).toEqual([expect.objectContaining({ message: expect.stringContaining(why) })]);
    expect(violations[0]?.message).toContain(HOW_TO_PIN);
  });
  test('a package that is gone is a violation', () => {
    expect(checkExports(workspaceOf(room), { ...pinned, old: {} })).toHaveLength(1);
  });
});
