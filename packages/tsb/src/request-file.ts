import {
  ApprovalError,
  type ApprovalRequest,
  readApprovalRequest,
  readTasksRequest,
  type TasksRequest,
} from '@quorate/approval';
import { whatItIs } from './answers.ts';
import { type BodyKind, bodyKind } from './body-kind.ts';
import {
  type CsrSignBody,
  readCsrSignRequest,
  readSelfSignRequest,
  readSignCertificateRequest,
  type SelfSignCertificateBody,
  type SignCertificateBody,
} from './certificate-requests.ts';
import { type CreateKeyBody, readCreateKeyRequest } from './create-key.ts';
import { TsbError } from './error.ts';
import {
  type BlockBody,
  type ModifyBody,
  readBlockRequest,
  readModifyRequest,
  readSignRequest,
  readUnblockRequest,
  type SignBody,
} from './key-operations.ts';

/** A request that is recognised and not read further: decrypting and unwrapping have no part in issuing. */
export interface UnreadBody {
  readonly type: 'decryptRequest' | 'unwrapKeyRequest';
  readonly value: unknown;
}

/** Any request of the REST interface that is known here; `type` tells them apart. */
export type RequestBody =
  | CreateKeyBody
  | SelfSignCertificateBody
  | CsrSignBody
  | SignCertificateBody
  | SignBody
  | ModifyBody
  | BlockBody
  | UnreadBody
  | ({ readonly type: 'approvalRequest' } & ApprovalRequest)
  | ({ readonly type: 'tasksRequest' } & TasksRequest);

/**
 * Reads a JSON document as whichever request of the REST interface it is, wrapped as the asynchronous endpoints take it
 * or bare as the synchronous ones do. An answer is refused by name.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readRequestFile(value: unknown): RequestBody {
  const kind = bodyKind(value);
  if (kind === null) {
    const expected = 'a request such as `{"selfSignCertificateRequest": {…}}`';
    throw new TsbError('body-unrecognised', { path: '', expected, actual: whatItIs(value) });
  }
  return readKind(kind, value);
}

function readKind(kind: BodyKind, value: unknown): RequestBody {
  switch (kind) {
    case 'createKeyRequest':
      return readCreateKeyRequest(value);
    case 'selfSignCertificateRequest':
      return readSelfSignRequest(value);
    case 'csrSignRequest':
      return readCsrSignRequest(value);
    case 'signCertificateRequest':
      return readSignCertificateRequest(value);
    case 'signRequest':
      return readSignRequest(value);
    case 'modifyRequest':
      return readModifyRequest(value);
    case 'blockRequest':
      return readBlockRequest(value);
    case 'unblockRequest':
      return readUnblockRequest(value);
    case 'decryptRequest':
    case 'unwrapKeyRequest':
      return { type: kind, value };
    case 'approvalRequest':
      return guardApproval(() => ({ type: kind, ...readApprovalRequest(value) }));
    case 'tasksRequest':
      return guardApproval(() => ({ type: kind, ...readTasksRequest(value) }));
    default:
      throw new TsbError('body-other', { path: '', expected: 'a request', actual: whatItIs(value) });
  }
}

function guardApproval<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ApprovalError) throw new TsbError('approval-invalid', { path: cause.path ?? '', cause });
    throw cause;
  }
}
