import { describe, expect, test } from 'vitest';
import {
  certificateCredential,
  publicKeyCredential,
  readApprovalRequest,
  readTasksRequest,
  verifyApproval,
} from '../src/index.ts';
import { certificateOf } from './support/certificate.ts';
import { ecPair } from './support/keys.ts';
import { refusal, refused } from './support/refusal.ts';
import { fromBase64, halves, modify, sign } from './support/trace.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const nina = ecPair('prime256v1');
const ninaCertificate = certificateOf(nina, 'Nina');

describe('the real bodies', () => {
  for (const { name, token, approvalBody, tasksBody } of halves) {
    test(`${name}: the approval request is read to its fields`, () => {
      const { approver, ...request } = readApprovalRequest(approvalBody);
      expect(request).toEqual({
        id: approvalBody['id'],
        token,
        signature: fromBase64(approvalBody['signature']),
        digestAlgorithm: 'SHA-256',
      });
      expect([approver.type, approver.commonName]).toEqual(['public_key', null]);
      expect(approver.bytes).toEqual(fromBase64(approvalBody['approverPublicKey']));
    });

    test(`${name}: the request for tasks is read to its fields`, () => {
      const request = readTasksRequest(tasksBody);
      expect(request.timestamp).toBe(tasksBody['timestamp']);
      expect(request.time).toBe(Date.parse(request.timestamp) / 1000);
      expect(request.signature).toEqual(fromBase64(tasksBody['timestampSignature']));
      expect(request.signedBy).toBe(request.approver);
      expect(request.approver?.bytes).toEqual(fromBase64(tasksBody['approverPublicKey']));
    });
  }

  test('the approver is an EC key on P-384 first, on secp256k1 then', () => {
    expect(halves.map(({ approvalBody }) => readApprovalRequest(approvalBody).approver.publicKey)).toMatchObject([
      { type: 'ec', curve: 'P-384' },
      { type: 'ec', curve: 'secp256k1' },
    ]);
  });
});

describe('an approval request of another shape is refused, with the place', () => {
  const body = sign.approvalBody;
  const without = (member: string): object =>
    Object.fromEntries(Object.entries(body).filter(([name]) => name !== member));
  const bytes = 'AAEC';
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['null', null, 'body-invalid '],
    ['a text', 'x', 'body-invalid '],
    ['a list', [body], 'body-invalid id'],
    ['an empty object', {}, 'body-invalid id'],
    ['an unknown member', { ...body, extra: 1 }, 'body-invalid extra'],
    ['a member of another case', { ...without('id'), ID: 'x' }, 'body-invalid id'],
    ['the task id a number', { ...body, id: 7 }, 'body-invalid id'],
    ...['id', 'approvalToBeSigned', 'signature', 'approvalDigestAlgorithm'].flatMap(
      (member) =>
        [
          [`no ${member}`, without(member), `body-invalid ${member}`],
          [`${member} null`, { ...body, [member]: null }, `body-invalid ${member}`],
          [`${member} a list`, { ...body, [member]: [] }, `body-invalid ${member}`],
        ] as const,
    ),
    ['no approver', { ...body, approverPublicKey: null }, 'body-invalid approverPublicKey'],
    ['neither approver member', without('approverPublicKey'), 'body-invalid approverPublicKey'],
    ['a key that is a number', { ...body, approverPublicKey: 1 }, 'body-invalid approverPublicKey'],
    ['a key that is no base64', { ...body, approverPublicKey: 'AA==\n' }, 'body-invalid approverPublicKey'],
    ['a key that is none', { ...body, approverPublicKey: bytes }, 'approver-invalid approverPublicKey'],
    ['an empty key', { ...body, approverPublicKey: '' }, 'approver-invalid approverPublicKey'],
    ['a certificate that is none', { ...body, approverCertificate: bytes }, 'approver-invalid approverCertificate'],
    [
      'a key in the place of the certificate',
      { ...body, approverPublicKey: null, approverCertificate: body['approverPublicKey'] },
      'approver-invalid approverCertificate',
    ],
    [
      'a certificate in the place of the key',
      { ...body, approverPublicKey: base64(ninaCertificate) },
      'approver-invalid approverPublicKey',
    ],
    ...['A', 'AA=', 'AA', 'AAF=', 'AA-_', ' AAEC', 'AAEC\n', 'AA==AA=='].flatMap(
      (text) =>
        [
          [`token \`${text}\``, { ...body, approvalToBeSigned: text }, 'body-invalid approvalToBeSigned'],
          [`signature \`${text}\``, { ...body, signature: text }, 'body-invalid signature'],
        ] as const,
    ),
  ];
  for (const [name, value, expected] of cases) {
    test(name, () => expect(refused(() => readApprovalRequest(value))).toBe(expected));
  }

  test('request and response changed for each other', () => {
    expect(refused(() => readApprovalRequest({ tasks: [sign.task] }))).toBe('body-invalid id');
    expect(refused(() => readApprovalRequest(sign.tasksBody))).toBe('body-invalid id');
    expect(refused(() => readTasksRequest(sign.approvalBody))).toBe('body-invalid timestamp');
    expect(refused(() => readTasksRequest({ tasks: [] }))).toBe('body-invalid timestamp');
  });

  test('the message says place, expected and found', () => {
    expect(refusal(() => readApprovalRequest({ ...body, id: 7 })).message).toBe(
      'body invalid: `id`: expected a string, found `7`',
    );
  });
});

describe('the approver in a body', () => {
  const body = sign.approvalBody;
  const certificate = base64(ninaCertificate);

  test('by certificate: key and common name are taken from it, the bytes are kept', () => {
    const { approver } = readApprovalRequest({ ...body, approverPublicKey: null, approverCertificate: certificate });
    expect([approver.type, approver.commonName]).toEqual(['certificate', 'Nina']);
    expect(approver.bytes).toEqual(ninaCertificate);
    expect(approver.publicKey).toMatchObject({ type: 'ec', curve: 'P-256' });
    expect(approver.identity).toBe(publicKeyCredential(nina.spki).identity);
  });

  test('by a certificate without a common name', () => {
    expect(certificateCredential(certificateOf(nina, null)).commonName).toBeNull();
  });

  test('by both forms of one key: the bare key is used', () => {
    const both = { ...body, approverPublicKey: base64(nina.spki), approverCertificate: certificate };
    const { approver } = readApprovalRequest(both);
    expect([approver.type, approver.bytes]).toEqual(['public_key', nina.spki]);
  });

  test('by two forms of different keys: refused', () => {
    const both = { ...body, approverCertificate: certificate };
    expect(refused(() => readApprovalRequest(both))).toBe('body-invalid approverCertificate');
    const tasks = { ...modify.tasksBody, approverCertificate: certificate };
    expect(refused(() => readTasksRequest(tasks))).toBe('body-invalid approverCertificate');
  });

  test('a certificate of another key does not verify what the key signed', () => {
    const other = readApprovalRequest({ ...body, approverPublicKey: null, approverCertificate: certificate });
    expect(verifyApproval(other).verdict).toBe('fail');
  });
});

describe('a request for tasks of another shape is refused, with the place', () => {
  const body = sign.tasksBody;
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['an unknown member', { ...body, task: 1 }, 'body-invalid task'],
    ['no timestamp', { ...body, timestamp: null }, 'body-invalid timestamp'],
    ['no digest', { ...body, timestampDigestAlgorithm: undefined }, 'body-invalid timestampDigestAlgorithm'],
    ['a signature that is no base64', { ...body, timestampSignature: '?' }, 'body-invalid timestampSignature'],
    ['nobody who signed', { ...body, approverPublicKey: null }, 'body-invalid approverPublicKey'],
    [
      'a service that is none',
      { ...body, timestampSigningCertificate: 'AAEC' },
      'approver-invalid timestampSigningCertificate',
    ],
    ['a detail level that is a number', { ...body, detailLevel: 5 }, 'body-invalid detailLevel'],
    ['an unknown member of paging', { ...body, paging: { page: 1 } }, 'body-invalid paging.page'],
    ['a page below 0', { ...body, paging: { pageNumber: -1 } }, 'body-invalid paging.pageNumber'],
    ['a page of size 0', { ...body, paging: { pageSize: 0 } }, 'body-invalid paging.pageSize'],
    ['a page of half a task', { ...body, paging: { pageSize: 0.5 } }, 'body-invalid paging.pageSize'],
    ['a page number in a text', { ...body, paging: { pageNumber: '1' } }, 'body-invalid paging.pageNumber'],
    ...[
      '2024-08-14T20:03:02',
      '2024-08-14 20:03:02Z',
      '2024-08-14T20:03:02+0200',
      '2024-02-30T20:03:02Z',
      '2024-08-14T24:00:00Z',
      '2024-08-14T20:03:60Z',
      '2024-08-14T20:03:02Z\n',
      '1723658582',
      '',
      // Instants outside the years that can be written again.
      '0000-01-01T00:00:00+00:01',
      '9999-12-31T23:59:59-00:01',
    ].map((text) => [`the time \`${text}\``, { ...body, timestamp: text }, 'body-invalid timestamp'] as const),
  ];
  for (const [name, value, expected] of cases) {
    test(name, () => expect(refused(() => readTasksRequest(value))).toBe(expected));
  }

  test('optional members may be absent or null', () => {
    const { timestamp, timestampSignature, approverPublicKey, timestampDigestAlgorithm } = body;
    const least = { timestamp, timestampSignature, approverPublicKey, timestampDigestAlgorithm };
    expect(readTasksRequest(least)).toEqual(readTasksRequest(body));
    const paged = { ...least, paging: { pageNumber: 0, pageSize: 1, sortOrder: 'CREATION_DATE_ASC' } };
    expect(readTasksRequest(paged)).toEqual(readTasksRequest(body));
  });

  test('a service may ask, for one approver or for all', () => {
    const service = base64(ninaCertificate);
    const one = readTasksRequest({ ...body, timestampSigningCertificate: service });
    expect([one.signedBy.commonName, one.approver?.type]).toEqual(['Nina', 'public_key']);
    const all = readTasksRequest({ ...body, timestampSigningCertificate: service, approverPublicKey: null });
    expect([all.signedBy.commonName, all.approver]).toEqual(['Nina', null]);
  });
});
