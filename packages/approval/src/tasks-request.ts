import type { Signer } from '@quorate/crypto';
import { encodeBase64, encodeUtf8, parseIsoTime, ShapeError } from '@quorate/syntax';
import { integer, minValue, nullish, number, pipe, strictObject, string } from 'valibot';
import { defaultDigest } from './approval-request.ts';
import { credentialMembers, readBody, readBytes, readCredential } from './body-shape.ts';
import { algorithmFor, type Credential, certificateCredential } from './credential.ts';
import { ApprovalError } from './error.ts';
import { signChecked } from './sign.ts';

/** The JSON body of `POST /v1/filtered…ApprovalTask` (SKA.md 3.5), its members in the documented order. */
export interface TasksRequestBody {
  /** ISO 8601 with a zone; the signature covers this very text. */
  readonly timestamp: string;
  readonly timestampSignature: string;
  readonly timestampSigningCertificate: string | null;
  readonly approverPublicKey: string | null;
  readonly approverCertificate: string | null;
  readonly timestampDigestAlgorithm: string;
  readonly id: string | null;
  readonly requestId: string | null;
  readonly detailLevel: string | null;
  readonly paging: { readonly pageNumber?: number; readonly pageSize?: number; readonly sortOrder?: string } | null;
}

/** A request for tasks, with the proof that the asker holds a key: a signature over a timestamp (SKA.md 4.2). */
export interface TasksRequest {
  readonly timestamp: string;
  /** The same, in seconds since 1970-01-01T00:00:00Z. */
  readonly time: number;
  readonly signature: Uint8Array;
  readonly digestAlgorithm: string;
  /** Who signed: the approver, or the service whose certificate is in `timestampSigningCertificate`. */
  readonly signedBy: Credential;
  /** Whose tasks are asked for; `null` when a service asks for everybody's. */
  readonly approver: Credential | null;
}

const shape = strictObject({
  timestamp: string(),
  timestampSignature: string(),
  timestampSigningCertificate: nullish(string()),
  approverPublicKey: nullish(string()),
  approverCertificate: nullish(string()),
  timestampDigestAlgorithm: string(),
  id: nullish(string()),
  requestId: nullish(string()),
  detailLevel: nullish(string()),
  paging: nullish(
    strictObject({
      pageNumber: nullish(pipe(number(), integer(), minValue(0))),
      pageSize: nullish(pipe(number(), integer(), minValue(1))),
      sortOrder: nullish(string()),
    }),
  ),
});

/**
 * Reads the body of a request for approval tasks. No signature is checked.
 *
 * @param body parsed JSON
 * @throws ApprovalError `body-invalid`, `approver-invalid`
 */
export function readTasksRequest(body: unknown): TasksRequest {
  const members = readBody(shape, body);
  const { timestamp, timestampSigningCertificate } = members;
  const time = parseIsoTime(timestamp);
  if (time === null) throw bodyError('timestamp', 'a time such as `2024-08-14T20:03:02+02:00`', 'other text');
  const approver = readCredential(members);
  const service =
    typeof timestampSigningCertificate === 'string'
      ? certificateCredential(
          readBytes(timestampSigningCertificate, 'timestampSigningCertificate'),
          'timestampSigningCertificate',
        )
      : null;
  const signedBy = service ?? approver;
  if (signedBy === null) throw bodyError('approverPublicKey', 'a public key, or a certificate beside it', 'neither');
  return {
    timestamp,
    time,
    signature: readBytes(members.timestampSignature, 'timestampSignature'),
    digestAlgorithm: members.timestampDigestAlgorithm,
    signedBy,
    approver,
  };
}

function bodyError(path: string, expected: string, actual: string): ApprovalError {
  return new ApprovalError('body-invalid', { path, cause: new ShapeError(path, expected, actual) });
}

/** What it takes to ask for tasks. */
export interface SignTasksRequestInput {
  /**
   * The present, ISO 8601 with a zone. The broker takes it when it lies at most 600 s behind its own clock and not
   * ahead of it (SKA.md 4.2).
   */
  readonly timestamp: string;
  readonly approver: Credential;
  readonly signer: Signer;
  /** Default `SHA-256`, or `EdDSA` for Ed25519 and Ed448 keys. */
  readonly digestAlgorithm?: string;
  readonly id?: string;
  readonly requestId?: string;
  /** `level1` to `level5` (SKA.md 3.5). Default `level5`: an approver should see everything there is. */
  readonly detailLevel?: string;
  readonly paging?: NonNullable<TasksRequestBody['paging']>;
}

/**
 * Makes the body of a request for approval tasks, with its timestamp proof.
 *
 * @throws ApprovalError `digest-invalid`, `signature-invalid`; what the signer throws
 * @throws TypeError when `timestamp` is not a time with a zone
 */
export async function signTasksRequest(input: SignTasksRequestInput): Promise<TasksRequestBody> {
  const { timestamp, approver, signer } = input;
  if (parseIsoTime(timestamp) === null) throw new TypeError(`not a time with a zone: \`${timestamp}\``);
  const digestAlgorithm = input.digestAlgorithm ?? defaultDigest(approver);
  const algorithm = algorithmFor(digestAlgorithm, approver, 'timestampDigestAlgorithm');
  const signature = await signChecked(encodeUtf8(timestamp), algorithm, approver, signer);
  return {
    timestamp,
    timestampSignature: encodeBase64(signature),
    timestampSigningCertificate: null,
    ...credentialMembers(approver, encodeBase64),
    timestampDigestAlgorithm: digestAlgorithm,
    id: input.id ?? null,
    requestId: input.requestId ?? null,
    detailLevel: input.detailLevel ?? 'level5',
    paging: input.paging ?? null,
  };
}
