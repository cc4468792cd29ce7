import { Worker } from 'node:worker_threads';
import { Unusable } from '../unusable.ts';
import type { BatchAnswer, BatchItem, BatchSettings, Judge } from './batch-item.ts';

/** What a thread answers: to which question, and the answer, or what went wrong. */
export type ThreadReply =
  | { readonly number: number; readonly answer: BatchAnswer }
  | { readonly number: number; readonly fault: string };

/** What a thread is asked. */
export interface ThreadQuestion {
  readonly number: number;
  readonly item: BatchItem;
}

interface Waiting {
  readonly id: string;
  readonly resolve: (answer: BatchAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** A judge in a thread of its own. Its code is the file `worker.js` of the build. */
export function startJudgeThread(settings: BatchSettings): Judge {
  const worker = new Worker(new URL('../worker.js', import.meta.url), { workerData: settings });
  const waiting = new Map<number, Waiting>();
  let dead: string | null = null;
  let count = 0;
  const die = (why: string): void => {
    dead ??= why;
    const [first] = waiting.values();
    for (const { reject } of waiting.values()) reject(lost(dead, first?.id));
    waiting.clear();
  };
  worker.on('message', (reply: ThreadReply) => {
    const asker = waiting.get(reply.number);
    waiting.delete(reply.number);
    if ('answer' in reply) asker?.resolve(reply.answer);
    else asker?.reject(new Error(`${reply.fault}, while judging ${asker.id}`));
  });
  worker.on('error', (error: Error & { code?: string }) => die(error.code ?? error.message));
  worker.on('exit', (code) => die(`exit code ${code}`));
  return {
    judge: (item) =>
      new Promise((resolve, reject) => {
        if (dead !== null) {
          reject(lost(dead, item.id));
          return;
        }
        count += 1;
        waiting.set(count, { id: item.id, resolve, reject });
        const question: ThreadQuestion = { number: count, item };
        worker.postMessage(question);
      }),
    close: async () => {
      await worker.terminate();
    },
  };
}

function lost(why: string, id: string | undefined): Unusable {
  const where = id === undefined ? '' : `, at ${id} or soon after`;
  return new Unusable(`a worker thread died (${why})${where}; what follows was not judged`, {
    next: 'the lines printed so far hold; run it again with --jobs 1 to see which one it is',
  });
}
