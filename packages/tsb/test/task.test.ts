import type { Report } from '@quorate/report';
import { encodeBase64 } from '@quorate/syntax';
import { traceFetchModifyTasksResponse, traceFetchSignTasksResponse, traceSignToken } from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import { checkTask, readTask } from '../src/index.ts';
import { inside, type Json, json, strict } from './support/json.ts';

const KNOWN_FAULT = 'task.timestamp-signature-with-algorithm';

/** The one task of an answer, as JSON to be changed. */
function taskOf(text: string): { [member: string]: Json } {
  return inside((json(text)['tasks'] as Json[])[0] as Json);
}

function judge(text: string, members: Readonly<Record<string, unknown>> = {}): Report {
  return checkTask(readTask(strict({ ...taskOf(text), ...members })));
}

const outcomes = (report: Report): string[] => report.findings.map(({ id, outcome }) => `${outcome} ${id}`);
const idsOf = (report: Report, outcome: string): string[] =>
  report.findings.filter((finding) => finding.outcome === outcome).map(({ id }) => id);
const base64Json = (value: unknown): string => encodeBase64(new TextEncoder().encode(JSON.stringify(value)));
/** The base64 of other bytes of the same length. */
const altered = (text: string): string => {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  return encodeBase64(bytes);
};

const SIGN = traceFetchSignTasksResponse;
const MODIFY = traceFetchModifyTasksResponse;

describe('the real tasks', () => {
  test.each([
    ['sign', SIGN],
    ['modify', MODIFY],
  ])('%s: agree with their tokens in everything but the field that is known to be wrong', (_name, text) => {
    const report = judge(text);
    expect(report.verdict).toBe('pass');
    expect(outcomes(report)).toEqual([
      'pass task.token',
      'pass task.payload',
      'pass task.request',
      'pass task.signed-request',
      'pass task.operation',
      'pass task.key',
      'pass task.request-content',
      'pass task.timestamp',
      'pass task.timestamp-signature',
      'pass task.timestamp-signature-algorithm',
      `warn ${KNOWN_FAULT}`,
    ]);
  });

  test('agree in that too when it is right', () => {
    const [signature] = [...traceSignToken]
      .map((_, i) => i)
      .filter((i) => traceSignToken[i] === 0x56 && traceSignToken[i + 1] === 0x10);
    const start = (signature as number) + 4;
    const right = traceSignToken.subarray(start, start + (traceSignToken[start - 2] as number));
    expect(idsOf(judge(SIGN, { timestampSignatureWithAlgorithm: encodeBase64(right) }), 'warn')).toEqual([]);
  });
});

describe('one change in a task', () => {
  const task = taskOf(SIGN);
  const text = (name: string): string => task[name] as string;
  test.each([
    ['task.payload', { payload: altered(text('payload')) }],
    ['task.timestamp', { timestamp: altered(text('timestamp')) }],
    ['task.timestamp-signature', { timestampSignature: altered(text('timestampSignature')) }],
    ['task.timestamp-signature-algorithm', { timestampSignatureAlgorithm: 'SHA384_WITH_ECDSA' }],
    ['task.timestamp-signature-algorithm', { timestampSignatureAlgorithm: 'NONE' }],
    [KNOWN_FAULT, { timestampSignatureWithAlgorithm: 'MAA=' }],
    ['task.request', { requestBase64: 'e30=' }],
    ['task.request', { requestBase64: '/w==' }],
    ['task.request', { requestBase64: 'eyJhIjoxLCJhIjoyfQ==' }],
    ['task.token', { approvalToBeSigned: altered(text('approvalToBeSigned')).slice(0, -4) }],
  ])('fails %s and nothing else', (id, members) => {
    const report = judge(SIGN, members);
    expect(idsOf(report, 'fail')).toEqual([id]);
    expect(report.verdict).toBe('fail');
  });

  const request = {
    signRequest: { ...inside(task, 'signedSignRequest', 'signRequest') } as Record<string, Json>,
    requestSignature: null,
  };
  const both = (members: Record<string, Json>) => {
    const changed = { ...request, signRequest: { ...request.signRequest, ...members } };
    return { requestBase64: base64Json(changed), signedSignRequest: changed };
  };

  test('fails the key, the payload, or what is shown beside the request', () => {
    expect(idsOf(judge(SIGN, both({ signKeyName: 'other' })), 'fail')).toEqual(['task.key']);
    expect(idsOf(judge(SIGN, both({ payload: 'AAAA' })), 'fail')).toEqual(['task.request-content']);
    expect(idsOf(judge(SIGN, { signedSignRequest: both({ payloadType: 'PDF' }).signedSignRequest }), 'fail')).toEqual([
      'task.signed-request',
    ]);
  });

  test('fails what is shown: a member more or less than was sent', () => {
    const more = { ...request, signRequest: { ...request.signRequest, context: 'AAAA' } };
    expect(idsOf(judge(SIGN, { requestBase64: base64Json(more) }), 'fail')).toEqual(['task.signed-request']);
    expect(idsOf(judge(SIGN, { signedSignRequest: more }), 'fail')).toEqual(['task.signed-request']);
    expect(judge(SIGN, { requestBase64: base64Json(more), signedSignRequest: more }).verdict).toBe('pass');
  });

  test('of members that are null, or their order, is none', () => {
    const { signatureType: _dropped, ...rest } = request.signRequest;
    const reordered = { requestSignature: null, signRequest: Object.fromEntries(Object.entries(rest).reverse()) };
    expect(judge(SIGN, { signedSignRequest: reordered }).verdict).toBe('pass');
  });

  test('fails the operation: a request for something else', () => {
    const block = { blockRequest: { blockKeyName: request.signRequest['signKeyName'] } };
    const report = judge(SIGN, {
      requestBase64: base64Json(block),
      signedSignRequest: null,
      signedBlockKeyRequest: block,
    });
    expect(idsOf(report, 'fail')).toEqual(['task.operation']);
    const create = { label: 'x', algorithm: 'EC', attributes: { decrypt: false, sign: true, unwrap: false } };
    expect(idsOf(judge(SIGN, { requestBase64: base64Json(create) }), 'fail')).toContain('task.operation');
  });

  test('fails the policy: another quorum in the request than in the token', () => {
    const changed = structuredClone(inside(taskOf(MODIFY), 'signedModifyKeyRequest'));
    const rule = inside(changed, 'modifyRequest', 'policy', 'ruleUse');
    const group = ((rule['tokens'] as Json[])[0] as { groups: Json[] }).groups[0] as Record<string, Json>;
    group['quorum'] = 0;
    const report = judge(MODIFY, { requestBase64: base64Json(changed), signedModifyKeyRequest: changed });
    expect(idsOf(report, 'fail')).toEqual(['task.request-content']);
    expect(report.findings.find(({ id }) => id === 'task.request-content')).toMatchObject({
      message: "the request's policy is another than the token's at `use.tokens[0].groups[0].quorum`",
      expected: '0',
      actual: '1',
    });
  });

  test('fails the policy: a modify request over a token that uses the key', () => {
    const modify = inside(taskOf(MODIFY), 'signedModifyKeyRequest');
    const report = judge(SIGN, {
      requestBase64: base64Json(modify),
      signedSignRequest: null,
      signedModifyKeyRequest: modify,
    });
    expect(idsOf(report, 'fail')).toEqual(['task.operation', 'task.key', 'task.request-content']);
  });
});

describe('what a task leaves out', () => {
  const { id, approvalToBeSigned, approverPublicKey } = taskOf(SIGN);
  const few = { id, approvalToBeSigned, approverPublicKey } as Record<string, Json>;

  test.each([undefined, null, 'level1'])('is missed by nobody at level %s', (detailLevel) => {
    const report = checkTask(readTask(strict({ ...few, detailLevel })));
    expect(outcomes(report)).toEqual(['pass task.token']);
    expect(report.verdict).toBe('pass');
  });

  test.each([
    ['level2', ['task.payload']],
    ['level3', ['task.payload', 'task.request']],
    ['level4', ['task.payload', 'task.request', 'task.timestamp', 'task.timestamp-signature']],
    ['level5', ['task.payload', 'task.request', 'task.timestamp', 'task.timestamp-signature']],
    ['everything', ['task.payload', 'task.request', 'task.timestamp', 'task.timestamp-signature']],
  ])('is not checked where %s promises it', (detailLevel, ids) => {
    const report = checkTask(readTask(strict({ ...few, detailLevel })));
    expect(idsOf(report, 'not-checked')).toEqual(ids);
    expect(report.verdict).toBe('incomplete');
  });

  test('is not checked: the request beside requestBase64', () => {
    expect(idsOf(judge(SIGN, { signedSignRequest: null }), 'not-checked')).toEqual(['task.signed-request']);
  });
});
