import { joinPath } from '@quorate/syntax';
import { array, type GenericSchema, nullish, string, unknown } from 'valibot';
import { demandKind } from './body-kind.ts';
import { TsbError } from './error.ts';
import { text } from './members.ts';
import { type RequestBody, readRequestFile } from './request-file.ts';
import { type RequestStatus, readRequestStatus } from './request-status.ts';
import { optionalBytes, readBytes, readMembers, record, type UnknownMember, unknownMembers } from './shape.ts';

/** One request waiting for one approver, as the broker shows it (SKA.md 3.5). What a level does not have is `null`. */
export interface Task {
  /** Of the task, not of the request. */
  readonly id: string;
  /** The level that the broker says it is; others than the six are kept as text. */
  readonly detailLevel: string | null;
  /** The bytes to sign. */
  readonly approvalToBeSigned: Uint8Array;
  /** SubjectPublicKeyInfo of the approver. */
  readonly approverPublicKey: Uint8Array | null;
  /** Level 2: what the application says of it. */
  readonly metaData: Uint8Array | null;
  readonly metaDataSignature: Uint8Array | null;
  /** Level 2: what is to be signed, or the policy to put in force. */
  readonly payload: Uint8Array | null;
  readonly payloadType: string | null;
  /** Level 3: the request as the application sent it, JSON. */
  readonly request: Uint8Array | null;
  /** Level 3: the same, taken apart by the broker, and the member it stands in. */
  readonly signedRequest: { readonly member: string; readonly value: unknown; readonly body: RequestBody } | null;
  /** Level 4: what the HSM signed of the time, its signature, and its algorithm's name in the interface. */
  readonly timestamp: Uint8Array | null;
  readonly timestampSignature: Uint8Array | null;
  readonly timestampSignatureAlgorithm: string | null;
  /** Level 4: signature and algorithm together. Wrong in real traces (SKA.md 4.5): take the two above. */
  readonly timestampSignatureWithAlgorithm: Uint8Array | null;
  /** Level 5: the attestation of the key, XML, and the HSM's signature over it. */
  readonly keyAttributes: string | null;
  readonly keyAttributesSignature: Uint8Array | null;
  /** Level 6. */
  readonly requestStatus: RequestStatus | null;
  /** Members that are not known here. */
  readonly unknown: readonly UnknownMember[];
}

/** The members of which at most one is not null (SKA.md 3.5); only the last is called a Dto. */
const SIGNED_REQUESTS = [
  'signedSignRequest',
  'signedModifyKeyRequest',
  'signedBlockKeyRequest',
  'signedUnblockKeyRequest',
  'signedDecryptRequest',
  'signedUnwrapKeyRequest',
  'signedCertificateRequestRequest',
  'signedSignCertificateRequest',
  'signedSelfSignCertificateRequestDto',
] as const;

const anything: GenericSchema<unknown, unknown> = nullish(unknown());

const taskShape = record({
  id: string(),
  detailLevel: text,
  approvalToBeSigned: string(),
  approverPublicKey: text,
  metaData: text,
  metaDataSignature: text,
  payload: text,
  payloadType: text,
  requestBase64: text,
  signedSignRequest: anything,
  signedModifyKeyRequest: anything,
  signedBlockKeyRequest: anything,
  signedUnblockKeyRequest: anything,
  signedDecryptRequest: anything,
  signedUnwrapKeyRequest: anything,
  signedCertificateRequestRequest: anything,
  signedSignCertificateRequest: anything,
  signedSelfSignCertificateRequestDto: anything,
  timestamp: text,
  timestampSignature: text,
  timestampSignatureAlgorithm: text,
  timestampSignatureWithAlgorithm: text,
  keyAttributes: text,
  keyAttributesSignature: text,
  requestStatus: anything,
});

const tasksShape = record({ tasks: array(unknown()) });

/** The answer to a request for tasks. */
export interface TasksAnswer {
  readonly tasks: readonly Task[];
  readonly unknown: readonly UnknownMember[];
}

/**
 * Reads the answer to a request for approval tasks. Whether a task agrees with its own token, `checkTask` says.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readTasksAnswer(value: unknown): TasksAnswer {
  demandKind(value, 'tasks', '');
  const { tasks } = readMembers(tasksShape, value, '');
  return {
    tasks: tasks.map((task, i) => readTask(task, joinPath('tasks', i))),
    unknown: unknownMembers(tasksShape, value, ''),
  };
}

/**
 * Reads one approval task.
 *
 * @param value from `parseJson`
 * @param path where it stands, for errors; default the whole
 * @throws TsbError
 */
export function readTask(value: unknown, path = ''): Task {
  demandKind(value, 'task', path);
  const members = readMembers(taskShape, value, path);
  const bytes = (name: BytesMember): Uint8Array | null => optionalBytes(members[name], joinPath(path, name));
  return {
    id: members.id,
    detailLevel: members.detailLevel ?? null,
    approvalToBeSigned: readBytes(members.approvalToBeSigned, joinPath(path, 'approvalToBeSigned')),
    approverPublicKey: bytes('approverPublicKey'),
    metaData: bytes('metaData'),
    metaDataSignature: bytes('metaDataSignature'),
    payload: bytes('payload'),
    payloadType: members.payloadType ?? null,
    request: bytes('requestBase64'),
    signedRequest: readSignedRequest(members, path),
    timestamp: bytes('timestamp'),
    timestampSignature: bytes('timestampSignature'),
    timestampSignatureAlgorithm: members.timestampSignatureAlgorithm ?? null,
    timestampSignatureWithAlgorithm: bytes('timestampSignatureWithAlgorithm'),
    keyAttributes: members.keyAttributes ?? null,
    keyAttributesSignature: bytes('keyAttributesSignature'),
    requestStatus: readStatus(members.requestStatus ?? null, joinPath(path, 'requestStatus')),
    unknown: unknownMembers(taskShape, value, path),
  };
}

type BytesMember =
  | 'approverPublicKey'
  | 'metaData'
  | 'metaDataSignature'
  | 'payload'
  | 'requestBase64'
  | 'timestamp'
  | 'timestampSignature'
  | 'timestampSignatureWithAlgorithm'
  | 'keyAttributesSignature';

function readSignedRequest(
  members: Readonly<Record<(typeof SIGNED_REQUESTS)[number], unknown>>,
  path: string,
): Task['signedRequest'] {
  const present = SIGNED_REQUESTS.filter((name) => (members[name] ?? null) !== null);
  const [member] = present;
  if (member === undefined) return null;
  if (present.length > 1) {
    const actual = present.map((name) => `\`${name}\``).join(', ');
    throw new TsbError('body-invalid', { path, expected: 'one request', actual });
  }
  const value = members[member];
  return { member, value, body: within(joinPath(path, member), () => readRequestFile(value)) };
}

function readStatus(value: unknown, path: string): RequestStatus | null {
  return value === null ? null : readRequestStatus(value, path);
}

/** Puts the place of a part before the paths of its errors. */
function within<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof TsbError)) throw cause;
    const { expected, actual } = cause;
    throw new TsbError(cause.code, {
      path: joinPath(path, cause.path),
      ...(expected === undefined ? {} : { expected }),
      ...(actual === undefined ? {} : { actual }),
      cause: cause.cause,
    });
  }
}
