import { allRules, ruleSet, ruleSetNames, selectRules } from '@quorate/lint';
import { describe, expect, test } from 'vitest';
import { camelCase, ruleFiles } from './rule-files.ts';

const DAY = /^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const files = ruleFiles();

describe('the list of rules', () => {
  test('is what is in the folders', () => {
    expect(allRules.map(({ id }) => id).sort()).toEqual(files.map(({ id }) => id).sort());
  });
  test('has every id once', () => {
    expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
  });
  test.each(files.map((file) => [file.id, file] as const))('%s: the file exports the rule of its name', (id, file) => {
    expect(file.text).toContain(`export const ${camelCase(id)}: Rule = `);
    expect(file.text).toContain(`id: '${id}',`);
  });
});

describe.each(allRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test('its data have the form of the house', () => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
    expect(new Set(rule.kinds).size).toBe(rule.kinds.length);
    expect(rule.kinds.length).toBeGreaterThan(0);
    expect(['error', 'warning', 'notice']).toContain(rule.severity);
    for (const sentence of [rule.title, rule.remedy]) expect(sentence).toMatch(/^[^\s].*[^.\s]$/);
    expect(rule.remedy).toMatch(/^[a-z]/);
    expect(rule.description).toMatch(/^[A-Za-z0-9].*\.$/);
    expect(rule.description.length).toBeGreaterThan(60);
    if (rule.source !== 'practice') expect(rule.citation).toContain(rule.source);
    for (const day of [rule.effective, rule.until]) if (day !== null) expect(day).toMatch(DAY);
    if (rule.effective !== null && rule.until !== null) expect(rule.effective < rule.until).toBe(true);
  });
  test('has no words of a scaffold left', () => {
    const text = [rule.title, rule.description, rule.remedy, rule.citation].join(' ');
    expect(text).not.toMatch(/todo|fixme|lorem|xxx|\.\.\./i);
  });
});

describe('sets of rules', () => {
  test('every rule is in `all`, and in at least one more', () => {
    const others = new Set(ruleSetNames.filter((name) => name !== 'all').flatMap(ruleSet));
    expect(ruleSet('all')).toEqual(allRules.map(({ id }) => id));
    expect([...others].sort()).toEqual([...ruleSet('all')].sort());
  });
  test('a selection keeps the order of the list, adds and takes away', () => {
    const [first, second] = ruleSet('rfc5280') as [string, string];
    expect(selectRules({ exclude: [first] }).map(({ id }) => id)).toEqual(ruleSet('rfc5280').slice(1));
    expect(selectRules({ sets: [], include: [second, first] }).map(({ id }) => id)).toEqual([first, second]);
  });
  test('an unknown set or rule is a TypeError', () => {
    expect(() => selectRules({ include: ['no-such-rule'] })).toThrow(TypeError);
    expect(() => selectRules({ exclude: ['no-such-rule'] })).toThrow(TypeError);
    expect(() => selectRules({ sets: ['toString' as never] })).toThrow(TypeError);
  });
});
