import { Bench } from 'tinybench';
import { type Benchmark, describeRates, median, type Rate } from './benchmark.ts';

const ROUNDS = 3;
const ROUND_MILLISECONDS = 300;

/**
 * Times all subjects one after the other, several rounds over, so that a slow moment of the machine falls on all of them
 * alike. A subject that throws ends the run: a comparison with something broken says nothing.
 */
async function measure(benchmark: Benchmark): Promise<Rate[]> {
  const rounds = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const bench = new Bench({ time: ROUND_MILLISECONDS, warmupTime: 100, throws: true });
    for (const [name, job] of Object.entries(benchmark.subjects)) bench.add(name, job);
    await bench.run();
    for (const task of bench.tasks) {
      if (!('latency' in task.result)) throw new Error(`\`${task.name}\` was not measured: ${task.result.state}`);
      const rates = rounds.get(task.name) ?? [];
      rates.push(1000 / task.result.latency.p50);
      rounds.set(task.name, rates);
    }
  }
  return [...rounds].map(([name, rates]) => ({ name, perSecond: median(rates) }));
}

/** Runs one comparison and prints it. */
export async function runBenchmark(benchmark: Benchmark): Promise<void> {
  process.stdout.write(`${describeRates(benchmark, await measure(benchmark)).join('\n')}\n\n`);
}
