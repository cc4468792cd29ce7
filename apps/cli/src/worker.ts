import { parentPort, workerData } from 'node:worker_threads';
import type { BatchItem, BatchSettings } from './batch/batch-item.ts';
import { judgeOf } from './batch/judge-item.ts';
import type { ThreadQuestions, ThreadReply } from './batch/judge-thread.ts';

const judge = judgeOf(workerData as BatchSettings);

parentPort?.on('message', (questions: ThreadQuestions) => {
  parentPort?.postMessage(questions.map(replyTo));
});

function replyTo(item: BatchItem): ThreadReply {
  try {
    return { answer: judge(item) };
  } catch (error) {
    return { fault: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
