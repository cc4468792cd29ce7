import { describe, expect, it } from 'vitest';
import { parseYaml } from '../src/load/yaml.ts';
import { Unusable } from '../src/unusable.ts';

const refused = (text: string): string => {
  try {
    parseYaml('f.yaml', text);
  } catch (error) {
    if (error instanceof Unusable) return error.message;
    throw error;
  }
  return 'was taken';
};

describe('YAML', () => {
  it('has the values of JSON, by the core schema of YAML 1.2', () => {
    const text =
      'a: text\nb: [1, 2.5, true, null]\nc: { d: "0x10" }\ne: NO\nf: 2026-01-01T00:00:00Z\n"g h": |\n  two\n  lines\n';
    expect(parseYaml('f', text)).toEqual({
      a: 'text',
      b: [1, 2.5, true, null],
      c: { d: '0x10' },
      e: 'NO',
      f: '2026-01-01T00:00:00Z',
      'g h': 'two\nlines\n',
    });
  });

  it('keeps names that are special to objects as plain members', () => {
    const value = parseYaml('f', '__proto__: { polluted: 1 }\nconstructor: 2');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it.each([
    ['a name twice', 'a: 1\nb: 2\na: 3', 'line 3, column 1: `a` a second time'],
    ['a name twice in flow', 'x: { a: 1, "a": 2 }', '`a` a second time'],
    ['an anchor', 'a: &x 1', 'an anchor'],
    ['an alias', 'a: &x [1]\nb: *x', 'an anchor'],
    ['an alias of nothing', 'b: *x', 'alias'],
    ['a merge', 'a: { b: 1 }\n<<: { c: 1 }\n? [x]\n: 1', 'no text'],
    ['a tag', 'a: !!binary aGk=', 'a tag'],
    ['a tag of somebody', 'a: !js/function "x"', 'ag'],
    ['a tag on a name', '!!str a: 1', 'no text'],
    ['several documents', 'a: 1\n---\nb: 2', 'multiple documents'],
    ['a name that is a number', '1: a', 'no text'],
    ['a name that is nothing', ': a', 'no text'],
    ['a number that is not exact', 'a: 123456789012345678901', 'not exact'],
    ['infinity', 'a: .inf', 'not exact'],
    ['nothing', '# only this\n', 'nothing in it'],
    ['broken syntax', 'a: [1, 2', 'line 1'],
    ['tabs', 'a:\n\t- b', 'line 2'],
    ['too deep', `${'['.repeat(40)}${']'.repeat(40)}`, 'more than 32 levels'],
    ['much too deep', '['.repeat(100_000), 'levels'],
    ['an unfinished object a hundred levels deep', '{a: '.repeat(100), 'levels'],
    ['much too deep in objects', '{a: '.repeat(20_000), 'levels'],
    ['much too deep in lists on a line', `${'- '.repeat(20_000)}1`, 'levels'],
    ['much too deep in names on a line', `${'? '.repeat(20_000)}1`, 'levels'],
    ['much too deep in lines', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'levels'],
    ['much too deep behind a text of lines', `a: |\n  x\n${'- '.repeat(20_000)}1`, 'levels'],
    ['too long', `a: ${'x'.repeat(131_072)}`, 'at most 131072'],
    ['quotes without end', '"'.repeat(100_001), 'f.yaml'],
  ])('refuses %s', (_name, text, words) => expect(refused(text)).toContain(words));
});
