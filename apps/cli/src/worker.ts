import { parentPort, workerData } from 'node:worker_threads';
import type { BatchSettings } from './batch/batch-item.ts';
import { judgeOf } from './batch/judge-item.ts';
import type { ThreadQuestion, ThreadReply } from './batch/judge-thread.ts';

const judge = judgeOf(workerData as BatchSettings);

parentPort?.on('message', ({ number, item }: ThreadQuestion) => {
  parentPort?.postMessage(replyTo(number, item));
});

function replyTo(number: number, item: ThreadQuestion['item']): ThreadReply {
  try {
    return { number, answer: judge(item) };
  } catch (error) {
    return { number, fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
