import { decodeToken } from '@quorate/approval';
import { parseJson } from '@quorate/syntax';
import {
  issuedCsrRequest,
  issuedSignRequest,
  seedCreateKeyRequest,
  seedRequestStatus,
  seedSelfSignRequest,
  seedSelfSignResponse,
  traceCreateKeyRequest,
  traceFetchModifyTasksRequest,
  traceFetchModifyTasksResponse,
  traceFetchSignTasksRequest,
  traceFetchSignTasksResponse,
  traceModifyApprovalRequest,
  traceModifyRequest,
  traceModifyResponse,
  traceSignApprovalRequest,
  traceSignRequest,
  traceSignResponse,
} from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import {
  type BodyKind,
  bodyKind,
  bodyWords,
  readBlockRequest,
  readCertificateAnswer,
  readCreateKeyRequest,
  readCsrAnswer,
  readCsrSignRequest,
  readModifyRequest,
  readRequestFile,
  readRequestIdAnswer,
  readRequestStatus,
  readSelfSignRequest,
  readSignCertificateRequest,
  readSignRequest,
  readTask,
  readTasksAnswer,
  readUnblockRequest,
} from '../src/index.ts';
import { refusal } from './support/json.ts';

/** Every body of the vectors, and what it is. */
const BODIES: readonly (readonly [string, string, BodyKind])[] = [
  ['the seed, create key', seedCreateKeyRequest, 'createKeyRequest'],
  ['the seed, self-sign', seedSelfSignRequest, 'selfSignCertificateRequest'],
  ['the seed, self-sign answer', seedSelfSignResponse, 'requestId'],
  ['the seed, request status', seedRequestStatus, 'requestStatus'],
  ['issued, CSR', issuedCsrRequest, 'csrSignRequest'],
  ['issued, sign', issuedSignRequest, 'signCertificateRequest'],
  ['trace, create key', traceCreateKeyRequest, 'createKeyRequest'],
  ['trace, modify', traceModifyRequest, 'modifyRequest'],
  ['trace, modify answer', traceModifyResponse, 'requestId'],
  ['trace, fetch modify tasks', traceFetchModifyTasksRequest, 'tasksRequest'],
  ['trace, modify tasks', traceFetchModifyTasksResponse, 'tasks'],
  ['trace, approve modify', traceModifyApprovalRequest, 'approvalRequest'],
  ['trace, sign', traceSignRequest, 'signRequest'],
  ['trace, sign answer', traceSignResponse, 'requestId'],
  ['trace, fetch sign tasks', traceFetchSignTasksRequest, 'tasksRequest'],
  ['trace, sign tasks', traceFetchSignTasksResponse, 'tasks'],
  ['trace, approve sign', traceSignApprovalRequest, 'approvalRequest'],
];

const READERS: readonly (readonly [BodyKind, (value: unknown) => unknown])[] = [
  ['createKeyRequest', readCreateKeyRequest],
  ['selfSignCertificateRequest', readSelfSignRequest],
  ['csrSignRequest', readCsrSignRequest],
  ['signCertificateRequest', readSignCertificateRequest],
  ['signRequest', readSignRequest],
  ['modifyRequest', readModifyRequest],
  ['blockRequest', readBlockRequest],
  ['unblockRequest', readUnblockRequest],
  ['requestId', readRequestIdAnswer],
  ['certificate', readCertificateAnswer],
  ['csr', readCsrAnswer],
  ['tasks', readTasksAnswer],
  ['task', readTask],
  ['requestStatus', readRequestStatus],
];

/** Those that `readRequestFile` refuses, being answers. */
const ANSWERS: readonly BodyKind[] = ['requestId', 'certificate', 'csr', 'tasks', 'task', 'requestStatus', 'error'];

describe('every real body', () => {
  test.each(BODIES)('%s is recognised', (_name, text, kind) => {
    expect(bodyKind(parseJson(text))).toBe(kind);
  });

  test.each(BODIES)(
    '%s is read by its own reader, without a member left over, and by no other',
    (_name, text, kind) => {
      const value = parseJson(text);
      let read = 0;
      for (const [own, reader] of READERS) {
        if (own === kind) {
          expect(reader(value)).toMatchObject({ unknown: [] });
          read++;
        } else {
          const { code, expected, actual } = refusal(() => reader(value));
          expect([code, expected, actual]).toEqual(['body-other', bodyWords(own), bodyWords(kind)]);
        }
      }
      const elsewhere: readonly BodyKind[] = ['tasksRequest', 'approvalRequest'];
      expect(read).toBe(elsewhere.includes(kind) ? 0 : 1);
    },
  );

  test.each(BODIES)('%s as a request file: read as what it is, or refused by name', (_name, text, kind) => {
    const value = parseJson(text);
    if (!ANSWERS.includes(kind)) expect(readRequestFile(value).type).toBe(kind);
    else {
      const error = refusal(() => readRequestFile(value));
      expect([error.code, error.expected, error.actual]).toEqual(['body-other', 'a request', bodyWords(kind)]);
      expect(error.message).toContain(bodyWords(kind));
    }
  });
});

describe('what stands in them', () => {
  test('the seed asks for a CA for ten years', () => {
    expect(readSelfSignRequest(parseJson(seedSelfSignRequest))).toEqual({
      type: 'selfSignCertificateRequest',
      form: 'asynchronous',
      signKeyName: 'CA.approver.securosys.com',
      keyPassword: null,
      signatureAlgorithm: 'SHA256_WITH_RSA',
      subject: { dialect: 'commonName', attributes: [{ type: '2.5.4.3', text: 'Approver-Intermediate-CA' }] },
      validity: 3650,
      certificateAuthority: true,
      keyUsage: ['digitalSignature', 'keyCertSign'],
      extendedKeyUsage: ['2.5.29.37.0'],
      metaData: null,
      metaDataSignature: null,
      requestSignature: null,
      unknown: [],
    });
  });

  test('the seed creates a key under a policy that takes one approver of one', () => {
    const body = readCreateKeyRequest(parseJson(seedCreateKeyRequest));
    expect(body).toMatchObject({ label: 'CA.approver.securosys.com', algorithm: 'RSA', keySize: 2048 });
    expect(body.attributes).toEqual({
      decrypt: false,
      sign: true,
      unwrap: false,
      derive: false,
      bip32: false,
      extractable: false,
      modifiable: true,
      destroyable: true,
    });
    expect(body.policy?.rules.use?.tokens?.[0]?.groups?.[0]).toMatchObject({ quorum: 1 });
    expect(body.policy?.blocked).toBe(false);
  });

  test('the answers carry ids', () => {
    expect(readRequestIdAnswer(parseJson(seedSelfSignResponse))).toEqual({
      id: '1c82583f-2cd2-486d-8b03-63f91aad9b7a',
      member: 'signRequestId',
      unknown: [],
    });
    expect(readRequestIdAnswer(parseJson(traceModifyResponse)).member).toBe('modifyKeyRequestId');
  });

  test('the CSR is a remark in the published sign request', () => {
    const body = readSignCertificateRequest(parseJson(issuedSignRequest));
    expect(body.certificateSigningRequest).toEqual({ text: '(the CSR in subject.csr.der, PEM)', csr: null });
    expect(body).toMatchObject({ certificateAuthority: false, validity: null, extendedKeyUsage: ['2.5.29.37.0'] });
  });

  test('the sign request carries its bytes', () => {
    const body = readSignRequest(parseJson(traceSignRequest));
    expect(new TextDecoder().decode(body.payload)).toBe('Halloasd');
    expect(body).toMatchObject({ signatureAlgorithm: 'EDDSA', payloadType: 'UNSPECIFIED', signatureType: null });
    expect(new TextDecoder().decode(body.metaData ?? undefined)).toBe('SomeMetaData');
  });

  test('the tasks carry a token, the request and the attestation', () => {
    const [task] = readTasksAnswer(parseJson(traceFetchSignTasksResponse)).tasks;
    expect(decodeToken(task?.approvalToBeSigned ?? new Uint8Array()).operation).toBe('use');
    expect(task).toMatchObject({
      detailLevel: 'level5',
      id: '7c768f4d-d221-4b88-b32b-a7a932108013',
      requestStatus: null,
    });
    expect(task?.signedRequest?.member).toBe('signedSignRequest');
    expect(task?.signedRequest?.body.type).toBe('signRequest');
    expect(task?.keyAttributes).toContain('<private_key');
  });

  test('the status carries another id than the answer, and the result `true`', () => {
    expect(readRequestStatus(parseJson(seedRequestStatus))).toMatchObject({
      id: 'bb65ec3e-e6c2-4368-9994-188a2c444cee',
      status: 'EXECUTED',
      executionTime: '2024-01-23T10:54:43Z',
      result: 'true',
    });
  });
});
