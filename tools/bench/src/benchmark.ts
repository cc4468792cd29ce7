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
  /** What subjects may cost at most. Said, not enforced. */
  readonly bounds?: readonly Bound[];
}

/** A bound on the time of one call of a subject. */
export interface Bound {
  readonly subject: string;
  /** By that of another subject; without one, in milliseconds. */
  readonly against?: string;
  readonly atMost: number;
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
  for (const bound of benchmark.bounds ?? []) lines.push(`  ${describeBound(bound, rates)}`);
  return lines;
}

function describeBound({ subject, against, atMost }: Bound, rates: readonly Rate[]): string {
  const perSecond = (name: string): number => {
    const rate = rates.find((each) => each.name === name);
    if (rate === undefined) throw new TypeError(`\`${name}\` is no subject`);
    return rate.perSecond;
  };
  const found = (against === undefined ? 1000 : perSecond(against)) / perSecond(subject);
  const unit = against === undefined ? ' ms' : ` times ${against}`;
  return `${subject}: ${found.toFixed(2)}${unit}, bound ${atMost}${unit}: ${found <= atMost ? 'kept' : 'not kept'}`;
}
