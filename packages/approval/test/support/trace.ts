import { parseJson } from '@quorate/syntax';
import {
  traceFetchModifyTasksRequest,
  traceFetchModifyTasksResponse,
  traceFetchSignTasksRequest,
  traceFetchSignTasksResponse,
  traceModifyApprovalRequest,
  traceModifyToken,
  traceSignApprovalRequest,
  traceSignToken,
} from '@quorate/vectors';

/** One half of the real conversation, as a client sees it. */
export interface Half {
  readonly name: 'modify' | 'sign';
  readonly token: Uint8Array;
  readonly approvalBody: Record<string, string | null>;
  readonly tasksBody: Record<string, unknown>;
  readonly task: Record<string, unknown>;
}

function half(name: Half['name'], token: Uint8Array, approval: string, tasks: string, response: string): Half {
  const { tasks: list } = JSON.parse(response) as { tasks: Record<string, unknown>[] };
  if (list.length !== 1) throw new Error('the trace has one task a response');
  return {
    name,
    token,
    approvalBody: parseJson(approval) as Record<string, string | null>,
    tasksBody: parseJson(tasks) as Record<string, unknown>,
    task: list[0] as Record<string, unknown>,
  };
}

export const modify: Half = half(
  'modify',
  traceModifyToken,
  traceModifyApprovalRequest,
  traceFetchModifyTasksRequest,
  traceFetchModifyTasksResponse,
);
export const sign: Half = half(
  'sign',
  traceSignToken,
  traceSignApprovalRequest,
  traceFetchSignTasksRequest,
  traceFetchSignTasksResponse,
);
export const halves: readonly Half[] = [modify, sign];

/** Bytes of base64, by Node. */
export function fromBase64(text: unknown): Uint8Array {
  if (typeof text !== 'string') throw new TypeError('not a text');
  return Uint8Array.from(Buffer.from(text, 'base64'));
}
