import { Budget, type Constraint, classesOf, type Problem, solve, witnessOf } from '@quorate/policy/analysis';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const constraint = (classes: number): fc.Arbitrary<Constraint> =>
  fc.subarray(Array.from({ length: classes }, (_, i) => i)).chain((list) =>
    fc.record({
      classes: fc.constant(list),
      factors: fc.option(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: list.length, maxLength: list.length }), {
        nil: list.map(() => 1),
        freq: 2,
      }),
      lower: fc.integer({ min: 0, max: 5 }),
      upper: fc.oneof({ weight: 2, arbitrary: fc.constant(Infinity) }, { weight: 1, arbitrary: fc.nat(6) }),
    }),
  );

const problem: fc.Arbitrary<Problem> = fc.integer({ min: 1, max: 5 }).chain((n) =>
  fc.record({
    counts: fc.array(fc.nat(3), { minLength: n, maxLength: n }),
    weights: fc.array(fc.nat(3), { minLength: n, maxLength: n }),
    all: fc.array(constraint(n), { maxLength: 4 }),
    any: fc.array(fc.array(constraint(n), { minLength: 0, maxLength: 3 }), { maxLength: 3 }),
  }),
);

function holds({ classes, factors, lower = 0, upper = Infinity }: Constraint, counts: readonly number[]): boolean {
  const sum = classes.reduce((total, i, k) => total + (counts[i] as number) * (factors?.[k] ?? 1), 0);
  return sum >= lower && sum <= upper;
}

const accepts = (it: Problem, counts: readonly number[]): boolean =>
  it.all.every((one) => holds(one, counts)) &&
  (it.any ?? []).every((list) => list.some((one) => holds(one, counts))) &&
  counts.every((count, i) => count >= 0 && count <= (it.counts[i] as number));

const price = (it: Problem, counts: readonly number[]): number =>
  counts.reduce((sum, count, i) => sum + count * (it.weights?.[i] ?? 1), 0);

/** Every way to take keys from classes, one after the other. */
function* everyWay(counts: readonly number[]): Generator<number[]> {
  const way = counts.map(() => 0);
  for (;;) {
    yield way;
    let i = 0;
    while (i < way.length && way[i] === counts[i]) way[i++] = 0;
    if (i === way.length) return;
    way[i] = (way[i] as number) + 1;
  }
}

describe('solve', () => {
  it('finds the least price, or that there is no way, as trying every way does (10,000 problems)', () => {
    let solvable = 0;
    fc.assert(
      fc.property(problem, (it) => {
        let least = Infinity;
        for (const way of everyWay(it.counts)) if (accepts(it, way)) least = Math.min(least, price(it, way));
        const answer = solve(it, new Budget());
        const some = solve(it, new Budget(), { goal: 'any' });
        if (least === Infinity) {
          expect([answer.type, some.type]).toEqual(['no', 'no']);
          return;
        }
        solvable += 1;
        if (answer.type !== 'yes' || some.type !== 'yes') throw new Error(`${answer.type} ${some.type}`);
        expect(answer.weight).toBe(least);
        expect(price(it, answer.counts)).toBe(least);
        expect(accepts(it, answer.counts) && accepts(it, some.counts)).toBe(true);
        expect(solve(it, new Budget(), { below: least }).type).toBe('no');
        expect(solve(it, new Budget(), { below: least + 1 }).type).toBe('yes');
      }),
      { numRuns: 10_000 },
    );
    expect(solvable).toBeGreaterThan(1000);
  });

  it('ends undecided when the budget is out, and spends hardly more than it', () => {
    const classes = Array.from({ length: 60 }, (_, i) => i);
    const all = Array.from({ length: 60 }, (_, g) => ({
      classes: classes.filter((i) => (i * 7 + g * 11) % 5 < 2),
      lower: 7,
    }));
    const hard: Problem = { counts: classes.map(() => 1), all };
    for (const limit of [0, 10, 1000, 50_000]) {
      const budget = new Budget(limit);
      expect(solve(hard, budget).type).toBe('undecided');
      expect(budget.spent).toBeLessThan(limit + 5000);
    }
  });

  it('refuses what is no problem', () => {
    const budget = new Budget();
    expect(() => solve({ counts: [-1], all: [] }, budget)).toThrow(TypeError);
    expect(() => solve({ counts: [1], weights: [0.5], all: [] }, budget)).toThrow(TypeError);
    expect(() => solve({ counts: [1], all: [{ classes: [1] }] }, budget)).toThrow(TypeError);
    expect(() => new Budget(-1)).toThrow(TypeError);
  });
});

describe('classesOf', () => {
  const groups = fc.array(fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 8 }), { maxLength: 5 });

  it('puts two keys into one class exactly when they stand in the same groups', () => {
    fc.assert(
      fc.property(groups, (lists) => {
        const found = classesOf(lists);
        const all = [...new Set(lists.flat())];
        expect(found.classes.flatMap((it) => it.members).sort()).toEqual(all.sort());
        for (const a of all) {
          const own = found.classes.findIndex((it) => it.members.includes(a));
          const inside = lists.flatMap((list, g) => (list.includes(a) ? [g] : []));
          expect(found.classes[own]?.groups).toEqual(inside);
          expect(found.ofGroup.flatMap((list, g) => (list.includes(own) ? [g] : []))).toEqual(inside);
          for (const b of all) {
            const same = lists.every((list) => list.includes(a) === list.includes(b));
            expect(found.classes[own]?.members.includes(b)).toBe(same);
          }
        }
      }),
    );
  });

  it('gives the same classes in whatever order the groups and their keys come', () => {
    fc.assert(
      fc.property(groups, (lists) => {
        const turned = classesOf([...lists].reverse().map((list) => [...list].reverse()));
        expect(turned.classes.map((it) => it.members)).toEqual(classesOf(lists).classes.map((it) => it.members));
      }),
    );
  });

  it('names the smallest keys of each class', () => {
    const classes = classesOf([
      ['b', 'a', 'c'],
      ['c', 'd'],
    ]);
    expect(classes.classes.map((it) => it.members)).toEqual([['a', 'b'], ['c'], ['d']]);
    expect(witnessOf(classes, [1, 0, 1])).toEqual(['a', 'd']);
    expect(() => witnessOf(classes, [3])).toThrow(TypeError);
  });
});
