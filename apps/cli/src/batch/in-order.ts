import { Unusable } from '../unusable.ts';
import type { BatchAnswer, BatchItem, Judge } from './batch-item.ts';

/** How many things may be under way for each judge: enough to send it several at a time, few enough to hold in memory. */
const UNDER_WAY = 16;

interface Seat {
  readonly judge: Judge;
  busy: number;
}

/** Who judges: at most `most` at a time, each started when all others are busy. */
export interface Bench {
  readonly start: () => Judge;
  readonly most: number;
  /** Calls back when the user wants to stop; gives the way to end listening. */
  readonly onInterrupt: (stop: () => void) => () => void;
}

/**
 * Has things judged, several at a time, and gives the answers in the order of the things. Reading waits for judging, and
 * judging for whoever takes the answers, so that memory stays flat however many there are.
 *
 * @throws Unusable when the user stops it, and whatever a judge fails with
 */
export async function* inOrder(items: AsyncIterable<BatchItem>, bench: Bench): AsyncGenerator<BatchAnswer, void> {
  const source = items[Symbol.asyncIterator]();
  const seats: Seat[] = [];
  const queue: { answer: BatchAnswer | null }[] = [];
  let wake = (): void => {};
  let failure: { readonly error: unknown } | null = null;
  let arrived: IteratorResult<BatchItem> | null = null;
  let asked = false;
  let ended = false;
  const failed = (error: unknown): void => {
    failure ??= { error };
    wake();
  };
  const judge = (item: BatchItem): void => {
    const place: (typeof queue)[number] = { answer: null };
    queue.push(place);
    const seat = seatFor(seats, bench);
    seat.busy += 1;
    seat.judge.judge(item).then((answer) => {
      seat.busy -= 1;
      place.answer = answer;
      wake();
    }, failed);
  };
  const ignore = bench.onInterrupt(() => failed(new Unusable('stopped by the user')));
  try {
    for (;;) {
      const next: IteratorResult<BatchItem> | null = arrived;
      if (next !== null) {
        [arrived, asked] = [null, false];
        if ((next as IteratorResult<BatchItem>).done === true) ended = true;
        else judge((next as IteratorYieldResult<BatchItem>).value);
        continue;
      }
      if (failure === null && !ended && !asked && queue.length < bench.most * UNDER_WAY) {
        asked = true;
        source.next().then((result) => {
          arrived = result;
          wake();
        }, failed);
      }
      const answer = queue[0]?.answer ?? null;
      if (answer !== null) {
        queue.shift();
        yield answer;
        continue;
      }
      const stop: { readonly error: unknown } | null = failure;
      if (stop !== null) throw (stop as { error: unknown }).error;
      if (ended && queue.length === 0) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    ignore();
    // Not waited for: what is being read may never come.
    if (!ended) void source.return?.().then(undefined, () => {});
    await Promise.all(seats.map((seat) => seat.judge.close()));
  }
}

function seatFor(seats: Seat[], { start, most }: Bench): Seat {
  const idlest = seats.reduce<Seat | null>(
    (best, seat) => (best === null || seat.busy < best.busy ? seat : best),
    null,
  );
  if (idlest !== null && (idlest.busy === 0 || seats.length >= most)) return idlest;
  const seat = { judge: start(), busy: 0 };
  seats.push(seat);
  return seat;
}
