import { describe, expect, test } from 'vitest';
import { type Benchmark, describeRates, median } from '../src/benchmark.ts';

const benchmark: Benchmark = { title: 'job', per: 'thing', ours: 'us', subjects: {}, goal: 500 };

describe('a benchmark report', () => {
  test('takes the middle of the rounds', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2);
    expect(() => median([])).toThrow(TypeError);
  });
  test('names the fastest first, each with its ratio to ours', () => {
    const rates = [
      { name: 'us', perSecond: 1000 },
      { name: 'other', perSecond: 2000 },
      { name: 'slow', perSecond: 10 },
    ];
    expect(describeRates(benchmark, rates)).toEqual([
      'job, things a second',
      '  other        2,000  2.00x',
      '  us           1,000  1.00x',
      '  slow            10  0.0100x',
      '  goal of 500 for us: reached',
    ]);
  });
  test('says when the goal is not reached', () => {
    expect(describeRates(benchmark, [{ name: 'us', perSecond: 499 }]).at(-1)).toBe('  goal of 500 for us: not reached');
  });
  test('says of every bound what was found', () => {
    const bounds = [
      { subject: 'slow', against: 'us', atMost: 90 },
      { subject: 'slow', atMost: 100 },
    ];
    const rates = [
      { name: 'us', perSecond: 1000 },
      { name: 'slow', perSecond: 10 },
    ];
    expect(describeRates({ ...benchmark, bounds }, rates).slice(-2)).toEqual([
      '  slow: 100.00 times us, bound 90 times us: not kept',
      '  slow: 100.00 ms, bound 100 ms: kept',
    ]);
    expect(() => describeRates({ ...benchmark, bounds: [{ subject: 'nobody', atMost: 1 }] }, rates)).toThrow(TypeError);
  });
  test('refuses a report without ours', () => {
    expect(() => describeRates(benchmark, [])).toThrow(TypeError);
  });
});
