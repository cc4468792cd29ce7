import type { Verdict } from '@quorate/report';
import type { LabelledDer, PathRequest } from '@quorate/verify';

/** What all targets of a run have in common; it can be sent to a thread. */
export interface BatchSettings {
  readonly request: Omit<PathRequest, 'target' | 'platform' | 'algorithms'>;
  /** Whether checks that passed are named. */
  readonly passed: boolean;
}

/** One thing to judge. The `id` says where it came from. */
export type BatchItem =
  | {
      readonly type: 'certificate';
      readonly id: string;
      readonly target: LabelledDer;
      readonly intermediates: readonly LabelledDer[];
    }
  /** A line of NDJSON. */
  | { readonly type: 'line'; readonly id: string; readonly text: string }
  /** What should have been one and is not. */
  | { readonly type: 'problem'; readonly id: string; readonly message: string; readonly next?: string };

/** The answer about one thing: its verdict, and the line of JSON that is printed. */
export interface BatchAnswer {
  readonly verdict: Verdict;
  readonly line: string;
}

/** Somebody who judges. */
export interface Judge {
  readonly judge: (item: BatchItem) => Promise<BatchAnswer>;
  readonly close: () => Promise<void>;
}
