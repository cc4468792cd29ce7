import type { Judge } from './batch-item.ts';

/** To start a thread takes as long as to judge a few hundred. */
const FIRST = 200;

/**
 * A way to start judges of whom the first things of all are judged in this thread, so that few need no others.
 *
 * @param here a judge in this thread
 * @param start starts one in another
 */
export function judgeFirstHere(here: Judge, start: () => Judge): () => Judge {
  let count = 0;
  return () => {
    let other: Judge | null = null;
    return {
      judge: (item) => {
        count += 1;
        if (count <= FIRST) return here.judge(item);
        other ??= start();
        return other.judge(item);
      },
      close: async () => other?.close(),
    };
  };
}
