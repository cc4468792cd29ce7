import { parseJson } from '@quorate/syntax';
import {
  issuedCsrRequest,
  issuedSignRequest,
  seedCreateKeyRequest,
  seedRequestStatus,
  seedSelfSignRequest,
  seedSelfSignResponse,
  traceFetchModifyTasksResponse,
  traceFetchSignTasksRequest,
  traceFetchSignTasksResponse,
  traceModifyRequest,
  traceSignApprovalRequest,
  traceSignRequest,
} from '@quorate/vectors';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  checkRequestStatus,
  checkTask,
  readCertificateAnswer,
  readCsrAnswer,
  readRequestFile,
  readRequestIdAnswer,
  readRequestStatus,
  readTasksAnswer,
  TsbError,
  toCertificateRequest,
} from '../src/index.ts';
import type { Json } from './support/json.ts';

const BODIES = [
  issuedCsrRequest,
  issuedSignRequest,
  seedCreateKeyRequest,
  seedRequestStatus,
  seedSelfSignRequest,
  seedSelfSignResponse,
  traceFetchModifyTasksResponse,
  traceFetchSignTasksRequest,
  traceFetchSignTasksResponse,
  traceModifyRequest,
  traceSignApprovalRequest,
  traceSignRequest,
];

/** What is done with whatever is read: judging must not throw either. */
const USES: readonly ((value: unknown) => unknown)[] = [
  (value) => {
    const body = readRequestFile(value);
    if (
      body.type === 'selfSignCertificateRequest' ||
      body.type === 'csrSignRequest' ||
      body.type === 'signCertificateRequest'
    ) {
      toCertificateRequest(body);
    }
  },
  readRequestIdAnswer,
  readCertificateAnswer,
  readCsrAnswer,
  (value) => checkRequestStatus(readRequestStatus(value), { asked: 'x' }),
  (value) => readTasksAnswer(value).tasks.map((task) => checkTask(task)),
];

/** Runs every use on a value: how many took it, and how many ended in a TsbError. Any other end fails the test. */
function tryAll(value: unknown): { taken: number; refused: number } {
  const counts = { taken: 0, refused: 0 };
  for (const use of USES) {
    try {
      use(value);
      counts.taken++;
    } catch (cause) {
      if (!(cause instanceof TsbError)) throw cause;
      expect(cause.message).not.toBe('');
      counts.refused++;
    }
  }
  return counts;
}

/** All places of a JSON value, each as the way to it. */
function placesOf(value: Json, way: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [way];
  const parts = Array.isArray(value) ? value.map((each, i) => [i, each] as const) : Object.entries(value);
  return [way, ...parts.flatMap(([key, each]) => placesOf(each, [...way, key]))];
}

/** The value with another one at a place, or (`undefined`) without it. */
function put(value: Json, way: readonly (string | number)[], other: Json | undefined): Json | undefined {
  const [key, ...rest] = way;
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as { [key: string | number]: Json };
  const changed = put(copy[key] as Json, rest, other);
  if (changed === undefined) delete copy[key];
  else copy[key] = changed;
  return copy as Json;
}

const STRANGE: readonly (Json | undefined)[] = [
  undefined,
  null,
  true,
  -1,
  1e300,
  '',
  'AQ==',
  '-----BEGIN CERTIFICATE REQUEST-----\nMAA=\n-----END CERTIFICATE REQUEST-----\n',
  [],
  [null],
  [[]],
  {},
  { tokens: null },
];

test('at every place of every real body, anything else is taken or refused with a TsbError', () => {
  const counts = { taken: 0, refused: 0 };
  let tried = 0;
  for (const text of BODIES) {
    const body = JSON.parse(text) as Json;
    // Large bodies take turns with the strange values: policies and keys in them are slow to read.
    const turns = text.length < 2500 ? 1 : 5;
    for (const [n, way] of placesOf(body).entries()) {
      for (const other of STRANGE.filter((_, i) => (i + n) % turns === 0)) {
        const value = put(body, way, other);
        if (value === undefined) continue;
        const { taken, refused } = tryAll(parseJson(JSON.stringify(value)));
        counts.taken += taken;
        counts.refused += refused;
        tried++;
      }
    }
  }
  expect(counts.taken + counts.refused).toBe(tried * USES.length);
  expect(tried).toBeGreaterThan(1500);
  expect(counts.taken).toBeGreaterThan(200);
});

test('so is any JSON at all, and any under the members that are known', () => {
  const members = [
    'selfSignCertificateRequest',
    'signRequest',
    'tasks',
    'status',
    'id',
    'signRequestId',
    'label',
    'policy',
  ];
  const some = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...members), fc.jsonValue()));
  let runs = 0;
  fc.assert(
    fc.property(some, (value) => {
      const { taken, refused } = tryAll(parseJson(JSON.stringify(value)));
      expect(taken + refused).toBe(USES.length);
      runs++;
    }),
    { numRuns: 1000 },
  );
  expect(runs).toBe(1000);
});
