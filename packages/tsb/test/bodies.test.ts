import { encodePem } from '@quorate/der';
import { parseJson } from '@quorate/syntax';
import {
  issuedCertificate,
  issuedCsr,
  issuedCsrRequest,
  issuedSignRequest,
  seedCreateKeyRequest,
  seedSelfSignRequest,
  traceFetchModifyTasksResponse,
  traceFetchSignTasksRequest,
  traceModifyRequest,
  traceSignApprovalRequest,
  traceSignRequest,
} from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import {
  bodyKind,
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
  readTasksAnswer,
  readUnblockRequest,
} from '../src/index.ts';
import { changed, inside, type Json, json, refusal, strict } from './support/json.ts';

const SELF = 'selfSignCertificateRequest';
const SIGN = 'signCertificateRequest';
const selfSign = (members: Readonly<Record<string, unknown>>) =>
  readSelfSignRequest(changed(seedSelfSignRequest, [SELF], members));
const signCertificate = (members: Readonly<Record<string, unknown>>) =>
  readSignCertificateRequest(changed(issuedSignRequest, [SIGN], members));
const at = (call: () => unknown): string => {
  const { code, path } = refusal(call);
  return `${code} ${path}`;
};

describe('the two dialects of the subject', () => {
  const attributes = {
    commonName: 'Example CA',
    country: 'CH',
    organizationName: 'Example, Inc.',
    organizationIdentifier: 'VATCH-1',
    email: 'ca@example.org',
  };

  test('attributes come in the order in which the server writes them', () => {
    const body = selfSign({ commonName: undefined, standardCertificateAttributes: attributes });
    expect(body.subject).toEqual({
      dialect: 'standardCertificateAttributes',
      attributes: [
        { type: '2.5.4.3', text: 'Example CA' },
        { type: '2.5.4.10', text: 'Example, Inc.' },
        { type: '2.5.4.97', text: 'VATCH-1' },
        { type: '2.5.4.6', text: 'CH' },
        { type: '1.2.840.113549.1.9.1', text: 'ca@example.org' },
      ],
    });
  });

  test('attributes that are null are absent, others than the known are kept aside', () => {
    const standardCertificateAttributes = { commonName: 'A', country: null, shoeSize: '44' };
    const body = signCertificate({ commonName: undefined, standardCertificateAttributes, validity: 30 });
    expect(body.subject.attributes).toEqual([{ type: '2.5.4.3', text: 'A' }]);
    expect(body.validity).toBe(30);
    expect(body.unknown).toEqual([{ path: `${SIGN}.standardCertificateAttributes.shoeSize`, value: '44' }]);
  });

  test('one of the two is there, and not both', () => {
    expect(at(() => selfSign({ commonName: undefined }))).toBe(`body-invalid ${SELF}.commonName`);
    expect(at(() => selfSign({ commonName: null }))).toBe(`body-invalid ${SELF}.commonName`);
    expect(refusal(() => selfSign({ standardCertificateAttributes: attributes })).actual).toBe('both');
  });

  test('a common name is required among the attributes', () => {
    const standardCertificateAttributes = { country: 'CH' };
    expect(at(() => selfSign({ commonName: undefined, standardCertificateAttributes }))).toBe(
      `body-invalid ${SELF}.standardCertificateAttributes.commonName`,
    );
  });
});

describe('passwords', () => {
  test.each([
    [['p', 'ä', '€', '😀'], 'pä€😀'],
    ['secret', 'secret'],
    [[], ''],
    [null, null],
    [undefined, null],
  ])('%j is read', (given, read) => {
    expect(selfSign({ keyPassword: given }).keyPassword).toBe(read);
  });

  test.each([[['ab']], [['']], [[1]], [7], [{}]])('%j is refused, and its content told to nobody', (given) => {
    const error = refusal(() => selfSign({ keyPassword: given }));
    expect(error.code).toBe('body-invalid');
    expect(error.path).toContain(`${SELF}.keyPassword`);
    expect(error.message).not.toContain('ab');
  });
});

describe('what is malformed is refused with its place', () => {
  test.each([
    ['validity', '3650', 'body-invalid', `${SELF}.validity`],
    ['validity', 0, 'body-invalid', `${SELF}.validity`],
    ['validity', 1.5, 'body-invalid', `${SELF}.validity`],
    ['validity', 2 ** 60, 'body-invalid', `${SELF}.validity`],
    ['validity', undefined, 'body-invalid', `${SELF}.validity`],
    ['certificateAuthority', 'true', 'body-invalid', `${SELF}.certificateAuthority`],
    ['signKeyName', null, 'body-invalid', `${SELF}.signKeyName`],
    ['signatureAlgorithm', undefined, 'body-invalid', `${SELF}.signatureAlgorithm`],
    ['keyUsage', ['DIGITAL_SIGNATURE', 'digitalSignature'], 'value-unknown', `${SELF}.keyUsage[1]`],
    ['keyUsage', 'DIGITAL_SIGNATURE', 'body-invalid', `${SELF}.keyUsage`],
    ['keyUsage', [0], 'body-invalid', `${SELF}.keyUsage[0]`],
    ['extendedKeyUsage', ['toString'], 'value-unknown', `${SELF}.extendedKeyUsage[0]`],
    ['metaData', 'not base64!', 'base64-invalid', `${SELF}.metaData`],
    ['metaDataSignature', 'QQ', 'base64-invalid', `${SELF}.metaDataSignature`],
  ])('%s: %j', (member, value, code, path) => {
    expect(at(() => selfSign({ [member]: value }))).toBe(`${code} ${path}`);
  });

  test('a wrapper that holds something else', () => {
    for (const value of [null, 1, 'x', [], [1]]) {
      expect(refusal(() => readSelfSignRequest(strict({ [SELF]: value }))).path).toMatch(new RegExp(`^${SELF}`));
    }
  });

  test('a list where an object should be', () => {
    expect(refusal(() => readRequestStatus([]))).toMatchObject({
      code: 'body-invalid',
      path: '',
      expected: 'an object',
    });
    expect(refusal(() => readTasksAnswer(strict({ tasks: [[]] }))).path).toBe('tasks[0]');
  });

  test('in the other bodies', () => {
    expect(at(() => readSignRequest(changed(traceSignRequest, ['signRequest'], { payload: '*' })))).toBe(
      'base64-invalid signRequest.payload',
    );
    expect(
      at(() =>
        readCsrSignRequest(
          changed(issuedCsrRequest, ['csrSignRequest'], { commonName: 'x', standardCertificateAttributes: undefined }),
        ),
      ),
    ).toBe('body-invalid csrSignRequest.standardCertificateAttributes');
    expect(at(() => readModifyRequest(changed(traceModifyRequest, ['modifyRequest'], { policy: null })))).toBe(
      'policy-invalid modifyRequest.policy',
    );
    expect(
      at(() => readModifyRequest(changed(traceModifyRequest, ['modifyRequest', 'policy', 'ruleUse'], { tokens: 1 }))),
    ).toBe('policy-invalid modifyRequest.policy.ruleUse.tokens');
    expect(at(() => readCreateKeyRequest(changed(seedCreateKeyRequest, ['attributes'], { sign: undefined })))).toBe(
      'body-invalid attributes.sign',
    );
    expect(at(() => readCreateKeyRequest(changed(seedCreateKeyRequest, [], { algorithm: undefined })))).toBe(
      'body-invalid algorithm',
    );
    expect(at(() => readCreateKeyRequest(changed(seedCreateKeyRequest, ['policy'], { keyStatus: undefined })))).toBe(
      'policy-invalid policy.keyStatus',
    );
    expect(at(() => readRequestIdAnswer(strict({ signRequestId: 7 })))).toBe('body-invalid signRequestId');
    expect(at(() => readRequestIdAnswer({}))).toBe('body-unrecognised ');
  });

  test('in a task, with the index of the task', () => {
    const body = json(traceFetchModifyTasksResponse);
    const task = (body['tasks'] as Json[])[0] as Json;
    inside(task)['payload'] = '*';
    expect(at(() => readTasksAnswer(strict(body)))).toBe('base64-invalid tasks[0].payload');
    inside(task)['payload'] = null;
    inside(task, 'signedModifyKeyRequest', 'modifyRequest')['policy'] = 3;
    expect(at(() => readTasksAnswer(strict(body)))).toBe(
      'policy-invalid tasks[0].signedModifyKeyRequest.modifyRequest.policy',
    );
    inside(task)['signedSignRequest'] = {};
    expect(at(() => readTasksAnswer(strict(body)))).toBe('body-invalid tasks[0]');
    inside(task)['signedSignRequest'] = null;
    inside(task)['signedModifyKeyRequest'] = null;
    inside(task)['requestStatus'] = { id: 'x', status: 'PENDING', approvedBy: ['*'] };
    expect(at(() => readTasksAnswer(strict(body)))).toBe('base64-invalid tasks[0].requestStatus.approvedBy[0]');
  });

  test('in approvals and requests for tasks, which another room reads', () => {
    expect(at(() => readRequestFile(changed(traceSignApprovalRequest, [], { signature: '*' })))).toBe(
      'approval-invalid signature',
    );
    expect(at(() => readRequestFile(changed(traceFetchSignTasksRequest, [], { timestamp: 'now' })))).toBe(
      'approval-invalid timestamp',
    );
  });
});

describe('what is not known is kept', () => {
  test('beside the wrapper, and inside it', () => {
    const body = json(seedSelfSignRequest);
    body['futureOption'] = [1];
    inside(body, SELF)['subjectAlternativeNames'] = { dns: ['a'] };
    inside(body, SELF)['__proto__x'] = 1;
    expect(readSelfSignRequest(strict(body)).unknown).toEqual([
      { path: 'futureOption', value: [1] },
      { path: `${SELF}.subjectAlternativeNames`, value: { dns: ['a'] } },
      { path: `${SELF}.__proto__x`, value: 1 },
    ]);
  });

  test('also under the names that objects have of their own', () => {
    const text = `{"${SELF}": {"__proto__": 1, "constructor": 2, ${seedSelfSignRequest.slice(seedSelfSignRequest.indexOf('"signKeyName"'))}`;
    expect(readSelfSignRequest(parseJson(text)).unknown).toEqual([
      { path: `${SELF}.__proto__`, value: 1 },
      { path: `${SELF}.constructor`, value: 2 },
    ]);
  });

  test('in tasks and attributes', () => {
    const body = json(traceFetchModifyTasksResponse);
    inside((body['tasks'] as Json[])[0] as Json)['extra'] = true;
    body['next'] = 1;
    const answer = readTasksAnswer(strict(body));
    expect(answer.unknown).toEqual([{ path: 'next', value: 1 }]);
    expect(answer.tasks[0]?.unknown).toEqual([{ path: 'tasks[0].extra', value: true }]);
    expect(readCreateKeyRequest(changed(seedCreateKeyRequest, ['attributes'], { shiny: true })).unknown).toEqual([
      { path: 'attributes.shiny', value: true },
    ]);
  });
});

describe('the signature of an application', () => {
  const requestSignature = { signature: 'AQI=', digestAlgorithm: 'SHA-256', publicKey: 'AwQ=' };

  test('is read beside the wrapper', () => {
    const body = readSelfSignRequest(changed(seedSelfSignRequest, [], { requestSignature }));
    expect(body.requestSignature).toEqual({
      signature: Uint8Array.of(1, 2),
      digestAlgorithm: 'SHA-256',
      publicKey: Uint8Array.of(3, 4),
    });
  });

  test('is whole or null', () => {
    const half = { signature: 'AQI=', digestAlgorithm: 'SHA-256' };
    expect(at(() => readSelfSignRequest(changed(seedSelfSignRequest, [], { requestSignature: half })))).toBe(
      'body-invalid requestSignature.publicKey',
    );
    const bad = { ...requestSignature, signature: '*' };
    expect(at(() => readSelfSignRequest(changed(seedSelfSignRequest, [], { requestSignature: bad })))).toBe(
      'base64-invalid requestSignature.signature',
    );
  });
});

describe('the synchronous form', () => {
  test.each([
    [seedSelfSignRequest, SELF],
    [issuedSignRequest, SIGN],
    [issuedCsrRequest, 'csrSignRequest'],
  ])('of each certificate request is recognised by its members', (text, kind) => {
    const wrapped = readRequestFile(parseJson(text));
    const bare = readRequestFile(strict(inside(json(text), kind)));
    expect(bare).toEqual({ ...wrapped, form: 'synchronous' });
  });

  test('has places without a wrapper', () => {
    const bare = inside(json(seedSelfSignRequest), SELF);
    expect(at(() => readRequestFile(strict({ ...bare, keyUsage: ['x'] })))).toBe('value-unknown keyUsage[0]');
    expect(readSelfSignRequest(strict({ ...bare, more: 1 })).unknown).toEqual([{ path: 'more', value: 1 }]);
  });
});

describe('the CSR in a request', () => {
  const pem = (label: string): string => encodePem({ label, bytes: issuedCsr });

  test.each(['CERTIFICATE REQUEST', 'NEW CERTIFICATE REQUEST'])('is read from PEM `%s`', (label) => {
    const { csr, text } = signCertificate({ certificateSigningRequest: pem(label) }).certificateSigningRequest;
    expect(csr?.bytes).toEqual(issuedCsr);
    expect(text).toBe(pem(label));
  });

  test('of another label, twice, damaged or cut is refused', () => {
    const certificate = encodePem({ label: 'CERTIFICATE', bytes: issuedCertificate });
    const mislabelled = encodePem({ label: 'CERTIFICATE REQUEST', bytes: issuedCertificate });
    const whole = pem('CERTIFICATE REQUEST');
    for (const text of [certificate, mislabelled, whole + whole, whole.slice(0, 300), whole.replace('M', '!')]) {
      expect(at(() => signCertificate({ certificateSigningRequest: text }))).toBe(
        `pem-invalid ${SIGN}.certificateSigningRequest`,
      );
    }
  });
});

describe('operations on keys', () => {
  test('block and unblock have a key and no content', () => {
    const members = { keyPassword: ['a'], metaData: null };
    expect(readBlockRequest(strict({ blockRequest: { blockKeyName: 'k', ...members } }))).toMatchObject({
      type: 'blockRequest',
      keyName: 'k',
      keyPassword: 'a',
      metaData: null,
      unknown: [],
    });
    expect(readUnblockRequest(strict({ unblockRequest: { unblockKeyName: 'k' } }))).toMatchObject({ keyName: 'k' });
    expect(at(() => readBlockRequest(strict({ blockRequest: { unblockKeyName: 'k' } })))).toBe(
      'body-invalid blockRequest.blockKeyName',
    );
    expect(readRequestFile(strict({ unblockRequest: { unblockKeyName: 'k' } })).type).toBe('unblockRequest');
  });

  test('the synchronous twins carry approvals', () => {
    const body = readSignRequest(changed(traceSignRequest, ['signRequest'], { signedApprovals: ['AQ==', 'Ag=='] }));
    expect(body.signedApprovals).toEqual([Uint8Array.of(1), Uint8Array.of(2)]);
    expect(
      at(() => readSignRequest(changed(traceSignRequest, ['signRequest'], { signedApprovals: ['AQ==', '*'] }))),
    ).toBe('base64-invalid signRequest.signedApprovals[1]');
  });

  test('decrypting and unwrapping are recognised and not read', () => {
    for (const type of ['decryptRequest', 'unwrapKeyRequest'] as const) {
      expect(readRequestFile(strict({ [type]: {} }))).toMatchObject({ type });
    }
  });
});

describe('a key', () => {
  test('may be asked for without a policy, without a word about it, and with an object identifier for its algorithm', () => {
    for (const policy of [null, undefined]) {
      expect(readCreateKeyRequest(changed(seedCreateKeyRequest, [], { policy })).policy).toBeNull();
    }
    const body = readCreateKeyRequest(
      changed(seedCreateKeyRequest, [], { algorithm: null, algorithmOid: '1.3.101.112', password: ['x'] }),
    );
    expect(body).toMatchObject({ algorithm: null, algorithmOid: '1.3.101.112', password: 'x' });
  });
});

describe('answers', () => {
  const certificate = encodePem({ label: 'CERTIFICATE', bytes: issuedCertificate });
  const certificateSigningRequest = encodePem({ label: 'NEW CERTIFICATE REQUEST', bytes: issuedCsr });

  test('with a certificate or a CSR are read', () => {
    expect(readCertificateAnswer(strict({ label: 'k', certificate })).certificate.bytes).toEqual(issuedCertificate);
    expect(readCsrAnswer(strict({ label: 'k', certificateSigningRequest })).csr.bytes).toEqual(issuedCsr);
  });

  test('with something else in their place are refused', () => {
    expect(at(() => readCertificateAnswer(strict({ label: 'k', certificate: certificateSigningRequest })))).toBe(
      'pem-invalid certificate',
    );
    expect(at(() => readCertificateAnswer(strict({ label: 'k', certificate: 'true' })))).toBe(
      'pem-invalid certificate',
    );
    expect(at(() => readCsrAnswer(strict({ label: 'k', certificateSigningRequest: certificate })))).toBe(
      'pem-invalid certificateSigningRequest',
    );
    const damaged = encodePem({ label: 'CERTIFICATE', bytes: issuedCertificate.subarray(0, 100) });
    expect(at(() => readCertificateAnswer(strict({ label: 'k', certificate: damaged })))).toBe(
      'pem-invalid certificate',
    );
  });

  test('that say what went wrong, and attributes of keys, are told by name', () => {
    expect(bodyKind(strict({ errorCode: 701, reason: 'res.error.in.hsm', message: 'x' }))).toBe('error');
    expect(bodyKind(strict({ xml: '', xmlSignature: '', json: {} }))).toBe('keyAttributes');
  });
});

describe('what is nothing known', () => {
  test.each([
    [null, 'null'],
    [7, 'a number'],
    ['x', 'a string'],
    [[1], 'an array'],
    [{}, 'an empty object'],
    [{ a: 1, b: 2 }, 'an object with `a`, `b`'],
  ])('%j is named for what it is', (value, actual) => {
    expect(refusal(() => readRequestFile(strict(value)))).toMatchObject({
      code: 'body-unrecognised',
      path: '',
      actual,
    });
  });
});
