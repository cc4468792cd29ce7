import { type Rule, readLintObject, runRule } from '@quorate/lint';
import { describe, expect, test } from 'vitest';
import { lint } from '../src/lint.ts';
import { remembered } from '../src/object/remembered.ts';
import { defineRule } from '../src/rule.ts';
import { certificate } from './make/objects.ts';

describe('what is remembered of an object', () => {
  test('is read once, and apart from that of another object', () => {
    const asked: object[] = [];
    const read = remembered((object: object) => asked.push(object));
    const [one, other] = [{}, {}];
    expect([read(one), read(one), read(other), read(one)]).toEqual([1, 1, 2, 1]);
    expect(asked).toEqual([one, other]);
  });
  test('may be undefined, or an error, which is thrown each time', () => {
    let times = 0;
    const nothing = remembered((_: object) => void times++);
    const fails = remembered((_: object): never => {
      times++;
      throw new RangeError('out of it');
    });
    const object = {};
    for (let i = 0; i < 3; i++) {
      expect(nothing(object)).toBe(undefined);
      expect(() => fails(object)).toThrow(RangeError);
    }
    expect(times).toBe(2);
  });
});

test('what reports share cannot be changed through one of them', () => {
  const texts = { title: 'it is good', description: '', citation: 'nowhere', remedy: 'do it again' };
  const data = { id: 'a-rule', kinds: ['certificate'], severity: 'error', source: 'practice' } as const;
  const functions = { effective: null, until: null, applies: () => true, finds: () => [] };
  const rule: Rule = defineRule({ ...data, ...texts, ...functions });
  const object = readLintObject('certificate', certificate());
  const finding = lint(object, { rules: [rule] }).findings[1];
  expect(finding).toMatchObject({ id: 'lint.a-rule', outcome: 'pass', message: 'it is good' });
  expect(() => Object.assign(finding ?? {}, { outcome: 'fail' })).toThrow(TypeError);
  const outcome = runRule(rule, object);
  expect(() => Object.assign(outcome, { status: 'violates' })).toThrow(TypeError);
  expect(() => (outcome.findings as unknown[]).push('more')).toThrow(TypeError);
});
