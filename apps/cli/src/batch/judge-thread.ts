import { Worker } from 'node:worker_threads';
import { Unusable } from '../unusable.ts';
import type { BatchAnswer, BatchItem, BatchSettings, Judge } from './batch-item.ts';

/** What a thread answers to one thing: the answer, or what went wrong. */
export type ThreadReply = { readonly answer: BatchAnswer } | { readonly fault: string };

/** What a thread is sent: several things at a time, since a message costs as much as half a judgement. */
export type ThreadQuestions = readonly BatchItem[];

interface Waiting {
  readonly item: BatchItem;
  readonly resolve: (answer: BatchAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** A judge in a thread of its own. Its code is the file `worker.js` of the build. */
export function startJudgeThread(settings: BatchSettings): Judge {
  const worker = new Worker(new URL('../worker.js', import.meta.url), { workerData: settings });
  /** In the order in which they were sent, which is that of the replies; then those that wait to be sent. */
  const sent: Waiting[] = [];
  let unsent: Waiting[] = [];
  let dead: string | null = null;
  const die = (why: string): void => {
    dead ??= why;
    const all = [...sent.splice(0), ...unsent.splice(0)];
    for (const { reject } of all) reject(lost(dead, all[0]?.item.id));
  };
  const send = (): void => {
    if (unsent.length === 0) return;
    const questions: ThreadQuestions = unsent.map(({ item }) => item);
    sent.push(...unsent);
    unsent = [];
    worker.postMessage(questions);
  };
  worker.on('message', (replies: readonly ThreadReply[]) => {
    for (const reply of replies) {
      const asker = sent.shift();
      if ('answer' in reply) asker?.resolve(reply.answer);
      else asker?.reject(new Error(`${reply.fault}, while judging ${asker.item.id}`));
    }
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
        // What else is there to judge now goes with it.
        if (unsent.length === 0) setImmediate(send);
        unsent.push({ item, resolve, reject });
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
