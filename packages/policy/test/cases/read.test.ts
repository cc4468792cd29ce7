import { type JsonValue, parseJson } from '@quorate/syntax';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicyCases } from '../../src/cases/index.ts';
import { PolicyError } from '../../src/index.ts';
import { refusal, refused } from '../refusal.ts';

const good = {
  policy: 'root-ca.policy.json',
  people: { 'officer-1': '1f0c7be2', constructor: 'x', 'officer-2': 'officer-1' },
  cases: [
    {
      name: 'two officers within ten minutes',
      rule: 'use',
      approvals: [
        { by: 'officer-1', at: 0 },
        { by: 'officer-2', at: 60 },
      ],
      at: 120,
      expect: 'allow',
      because: 'quorum',
    },
    { name: 'nobody', rule: 'modify', approvals: [], at: 0, expect: 'refuse' },
  ],
};

/** `good` with one member at a path replaced. */
function spoilt(path: readonly (string | number)[], by: unknown): unknown {
  const copy = structuredClone(good) as unknown;
  let at = copy as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  at[path.at(-1) as string] = by;
  return copy;
}

describe('a file of cases', () => {
  it('is read as it stands', () => {
    expect(readPolicyCases(good)).toEqual({
      policy: 'root-ca.policy.json',
      people: new Map(Object.entries(good.people)),
      cases: good.cases,
    });
    expect(readPolicyCases(parseJson('{"cases":[]}'))).toEqual({ policy: null, people: new Map(), cases: [] });
  });

  it('may have people of any name', () => {
    const value = parseJson('{"people":{"__proto__":"a","constructor":"b","":"c"},"cases":[]}');
    expect([...readPolicyCases(value).people]).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
      ['', 'c'],
    ]);
  });

  it.each<[string, unknown, string]>([
    ['no object', [], ''],
    ['null', null, ''],
    ['no cases', {}, 'cases'],
    ['cases as an object', { cases: {} }, 'cases'],
    ['an unknown member', { cases: [], tests: [] }, 'tests'],
    ['a policy in it', { cases: [], policy: {} }, 'policy'],
    ['people as a list', { cases: [], people: [] }, 'people'],
    ['people as null', { cases: [], people: null }, 'people'],
    ['people of people', spoilt(['people', 'officer-1'], { key: 'x' }), 'people.officer-1'],
    ['a case without a name', spoilt(['cases', 1, 'name'], undefined), 'cases[1].name'],
    ['a rule of another name', spoilt(['cases', 0, 'rule'], 'sign'), 'cases[0].rule'],
    ['a time before the timestamp', spoilt(['cases', 0, 'at'], -1), 'cases[0].at'],
    ['a time in parts of seconds', spoilt(['cases', 0, 'at'], 0.5), 'cases[0].at'],
    ['a time as text', spoilt(['cases', 0, 'at'], '60'), 'cases[0].at'],
    ['a time beyond integers', spoilt(['cases', 0, 'at'], 2 ** 53), 'cases[0].at'],
    ['an approval before it', spoilt(['cases', 0, 'approvals', 1, 'at'], -60), 'cases[0].approvals[1].at'],
    ['an approval by nobody', spoilt(['cases', 0, 'approvals', 0], { at: 0 }), 'cases[0].approvals[0].by'],
    ['an approval of more', spoilt(['cases', 0, 'approvals', 0, 'key'], ''), 'cases[0].approvals[0].key'],
    ['another expectation', spoilt(['cases', 0, 'expect'], 'deny'), 'cases[0].expect'],
    ['another reason', spoilt(['cases', 0, 'because'], 'luck'), 'cases[0].because'],
    ['a reason to refuse for allowing', spoilt(['cases', 0, 'because'], 'window'), 'cases[0].because'],
    ['a reason to allow for refusing', spoilt(['cases', 1, 'because'], 'unguarded'), 'cases[1].because'],
  ])('is refused with %s', (_, value, path) => {
    expect(refused(() => readPolicyCases(value))).toEqual(['shape-invalid', path]);
    expect(refused(() => readPolicyCases(value, 'tests'))[1]).toBe(path === '' ? 'tests' : `tests.${path}`);
  });

  it('is refused when it is too large, before it is looked at', () => {
    const cases = (count: number): unknown => ({ cases: new Array(count).fill(good.cases[1]) });
    expect(readPolicyCases(cases(10_000)).cases.length).toBe(10_000);
    expect(refusal(() => readPolicyCases(cases(10_001)))).toMatchObject({ code: 'limit-exceeded', limit: 10_000 });
    expect(refused(() => readPolicyCases({ cases: new Array(1e6).fill(7) }))).toEqual(['limit-exceeded', 'cases']);
    const approvals = new Array(1e6).fill({});
    const heavy = spoilt(['cases', 0, 'approvals'], approvals);
    expect(refusal(() => readPolicyCases(heavy))).toMatchObject({ code: 'limit-exceeded', limit: 100_000 });
    const people = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`p${i}`, 'x']));
    expect(refused(() => readPolicyCases({ ...good, people }))).toEqual(['limit-exceeded', 'people']);
  });

  it('that contains itself is refused', () => {
    const people: Record<string, unknown> = {};
    people['me'] = people;
    expect(refused(() => readPolicyCases({ people, cases: [] }))).toEqual(['shape-invalid', 'people.me']);
    const cases: unknown[] = [];
    cases.push(cases);
    expect(refused(() => readPolicyCases({ cases }))[0]).toBe('shape-invalid');
  });

  it('has short errors, whatever stands in it', () => {
    const name = 'x'.repeat(1 << 20);
    for (const value of [
      { [name]: 1, cases: [] },
      spoilt(['cases', 0, 'rule'], name),
      { people: { [name]: 1 }, cases: [] },
    ]) {
      expect(refusal(() => readPolicyCases(value)).message.length).toBeLessThan(1000);
    }
  });

  it('is read, or refused by a PolicyError, whatever is done to it', () => {
    const paths: (string | number)[][] = [];
    const collect = (value: unknown, path: (string | number)[]): void => {
      if (path.length > 0) paths.push(path);
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value))
        collect(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    };
    collect(good, []);
    const tally = { read: 0, refused: 0 };
    const attempt = (value: unknown): void => {
      try {
        readPolicyCases(value);
        tally.read++;
      } catch (error) {
        if (!(error instanceof PolicyError)) throw error;
        expect(error.message.length).toBeLessThan(1000);
        tally.refused++;
      }
    };
    const replacement = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>,
      fc.constantFrom<unknown>(undefined, null, [], {}, 0, -1, 60, 'use', 'allow', 'refuse', 'never', 'quorum', 'x'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), replacement, (path, by) => attempt(spoilt(path, by))),
      { numRuns: 5_000 },
    );
    expect(tally.read).toBeGreaterThan(200);
    expect(tally.refused).toBeGreaterThan(1_000);
    fc.assert(
      fc.property(fc.anything(), (value) => attempt(value)),
      { numRuns: 5_000 },
    );
  });
});
