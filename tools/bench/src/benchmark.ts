/** One comparison: several ways to do the same job, timed in one run. */
export interface Benchmark {
  /** What is measured, for the heading. */
  readonly title: string;
  /** What one call does, for the unit: `certificate` prints as `certificates/s`. */
  readonly per: string;
  /** Which subject all others are compared with. */
  readonly ours: string;
  /** Name to job. One call does the job once; a promise is awaited. */
  readonly subjects: Readonly<Record<string, () => unknown>>;
  /** A rate that `ours` is meant to reach, in jobs a second. Said, not enforced: it depends on the machine. */
  readonly goal?: number;
}

/** The rate of one subject, in jobs a second: the middle of its rounds. */
export interface Rate {
  readonly name: string;
  readonly perSecond: number;
}

/** The middle value; of an even number of values the lower middle one. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[(sorted.length - 1) >> 1];
  if (middle === undefined) throw new TypeError('the median of no values');
  return middle;
}

/** A comparison as lines of text, fastest first, each with its ratio to `ours`. */
export function describeRates(benchmark: Benchmark, rates: readonly Rate[]): string[] {
  const ours = rates.find((rate) => rate.name === benchmark.ours);
  if (ours === undefined) throw new TypeError(`\`${benchmark.ours}\` is not a subject of \`${benchmark.title}\``);
  const width = Math.max(...rates.map((rate) => rate.name.length));
  const lines = [`${benchmark.title}, ${benchmark.per}s a second`];
  for (const rate of [...rates].sort((a, b) => b.perSecond - a.perSecond)) {
    const ratio = rate.perSecond / ours.perSecond;
    const figure = Math.round(rate.perSecond).toLocaleString('en').padStart(12);
    lines.push(`  ${rate.name.padEnd(width)} ${figure}  ${ratio.toFixed(ratio < 0.1 ? 4 : 2)}x`);
  }
  if (benchmark.goal !== undefined) {
    const met = ours.perSecond >= benchmark.goal ? 'reached' : 'not reached';
    lines.push(`  goal of ${benchmark.goal.toLocaleString('en')} for ${benchmark.ours}: ${met}`);
  }
  return lines;
}
