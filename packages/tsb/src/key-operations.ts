import { type Policy, PolicyError, readPolicyJson } from '@quorate/policy';
import { joinPath } from '@quorate/syntax';
import { string, unknown } from 'valibot';
import { TsbError } from './error.ts';
import { type MetaData, type MetaDataJson, names, password, readMetaData, readPassword, text } from './members.ts';
import { readBytes, record } from './shape.ts';
import { type OpenedRequest, openRequest, placeIn, type RequestEnvelope } from './wrapped.ts';

/** What requests for an operation on a key have in common (SKA.md 3.4). */
export interface KeyOperationBody extends RequestEnvelope, MetaData {
  /** The label of the key; the interface calls the member after the operation. */
  readonly keyName: string;
  /** A secret. */
  readonly keyPassword: string | null;
  /** Approvals collected by the application itself (PrimusAuthorizationToken), for the synchronous twins. */
  readonly signedApprovals: readonly Uint8Array[];
}

/** `POST /v1/sign` and its synchronous twin. */
export interface SignBody extends KeyOperationBody {
  readonly type: 'signRequest';
  readonly payload: Uint8Array;
  /** For people; `null` stands for `UNSPECIFIED`. */
  readonly payloadType: string | null;
  /** Its name in the interface, for instance `EDDSA`. */
  readonly signatureAlgorithm: string;
  /** `null` stands for `DER`. */
  readonly signatureType: string | null;
}

/** `POST /v1/modify` and its synchronous twin: put another policy in force. */
export interface ModifyBody extends KeyOperationBody {
  readonly type: 'modifyRequest';
  /** A rule that is left out or null opens its operation to everybody (SKA.md 2.3). */
  readonly policy: Policy;
}

/** `POST /v1/block`, `POST /v1/unblock` and their synchronous twins. */
export interface BlockBody extends KeyOperationBody {
  readonly type: 'blockRequest' | 'unblockRequest';
}

const shared = { keyPassword: password, metaData: text, metaDataSignature: text, signedApprovals: names } as const;
const sign = record({
  ...shared,
  signKeyName: string(),
  payload: string(),
  payloadType: text,
  signatureAlgorithm: string(),
  signatureType: text,
});
const modify = record({ ...shared, modifyKeyName: string(), policy: unknown() });
const block = record({ ...shared, blockKeyName: string() });
const unblock = record({ ...shared, unblockKeyName: string() });

/**
 * Reads a `signRequest`.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readSignRequest(value: unknown): SignBody {
  const opened = openRequest('signRequest', sign, value);
  const { members } = opened;
  return {
    type: 'signRequest',
    ...readShared(opened, members.signKeyName),
    payload: readBytes(members.payload, placeIn(opened, 'payload')),
    payloadType: members.payloadType ?? null,
    signatureAlgorithm: members.signatureAlgorithm,
    signatureType: members.signatureType ?? null,
  };
}

/**
 * Reads a `modifyRequest`. What its policy means, `checkPolicy` says.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readModifyRequest(value: unknown): ModifyBody {
  const opened = openRequest('modifyRequest', modify, value);
  const { members } = opened;
  const path = placeIn(opened, 'policy');
  const policy = readPolicyMember(members.policy, 'modify', path);
  if (policy === null) throw new TsbError('policy-invalid', { path, expected: 'a policy', actual: 'null' });
  return { type: 'modifyRequest', ...readShared(opened, members.modifyKeyName), policy };
}

/**
 * Reads a `blockRequest`.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readBlockRequest(value: unknown): BlockBody {
  const opened = openRequest('blockRequest', block, value);
  return { type: 'blockRequest', ...readShared(opened, opened.members.blockKeyName) };
}

/**
 * Reads an `unblockRequest`.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readUnblockRequest(value: unknown): BlockBody {
  const opened = openRequest('unblockRequest', unblock, value);
  return { type: 'unblockRequest', ...readShared(opened, opened.members.unblockKeyName) };
}

/**
 * A policy inside a body.
 *
 * @throws TsbError `policy-invalid`
 */
export function readPolicyMember(value: unknown, form: 'create' | 'modify', path: string): Policy | null {
  try {
    return readPolicyJson(value, { form, path });
  } catch (cause) {
    if (cause instanceof PolicyError) throw new TsbError('policy-invalid', { path: cause.path, cause });
    throw cause;
  }
}

interface SharedMembers extends MetaDataJson {
  readonly keyPassword?: string | string[] | null | undefined;
  readonly signedApprovals?: string[] | null | undefined;
}

function readShared(opened: OpenedRequest<SharedMembers>, keyName: string): KeyOperationBody {
  const { members, path, form, requestSignature, unknown } = opened;
  const place = placeIn(opened, 'signedApprovals');
  return {
    form,
    keyName,
    keyPassword: readPassword(members.keyPassword),
    ...readMetaData(members, path),
    signedApprovals: (members.signedApprovals ?? []).map((each, i) => readBytes(each, joinPath(place, i))),
    requestSignature,
    unknown,
  };
}
