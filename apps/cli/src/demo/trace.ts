import {
  type ApprovalRequest,
  decodeToken,
  readApprovalRequest,
  readTasksRequest,
  type TasksRequest,
} from '@quorate/approval';
import { type Policy, readPolicyJson } from '@quorate/policy';
import { encodeUtf8, parseJson } from '@quorate/syntax';
import {
  traceCreateKeyRequest,
  traceFetchModifyTasksRequest,
  traceFetchSignTasksRequest,
  traceModifyApprovalRequest,
  traceModifyAttestation,
  traceModifyAttestationSignature,
  traceModifyToken,
  traceSignApprovalRequest,
  traceSignAttestation,
  traceSignAttestationSignature,
} from '@quorate/vectors';
import { isObject } from '../load/json.ts';

/** One half of the real conversation, read. */
export interface Exchange {
  readonly title: string;
  readonly tasksRequest: TasksRequest;
  readonly approval: ApprovalRequest;
  readonly attestation: { readonly bytes: Uint8Array; readonly signature: Uint8Array };
}

/** The two halves: the policy is changed, then the key is used. */
export function exchanges(): readonly [modify: Exchange, sign: Exchange] {
  return [
    {
      title: 'the policy of the key is modified',
      tasksRequest: readTasksRequest(parseJson(traceFetchModifyTasksRequest)),
      approval: readApprovalRequest(parseJson(traceModifyApprovalRequest)),
      attestation: { bytes: encodeUtf8(traceModifyAttestation), signature: traceModifyAttestationSignature },
    },
    {
      title: 'a key derived from it signs eight bytes',
      tasksRequest: readTasksRequest(parseJson(traceFetchSignTasksRequest)),
      approval: readApprovalRequest(parseJson(traceSignApprovalRequest)),
      attestation: { bytes: encodeUtf8(traceSignAttestation), signature: traceSignAttestationSignature },
    },
  ];
}

/** The policy that the key was created with. */
export function oldPolicy(): Policy {
  const request = parseJson(traceCreateKeyRequest);
  return demanded(isObject(request) ? readPolicyJson(request['policy'], { form: 'create', path: 'policy' }) : null);
}

/** The policy that the approver was asked to put in its place: from the bytes that were signed. */
export function newPolicy(): Policy {
  return demanded(decodeToken(traceModifyToken).policy);
}

function demanded(policy: Policy | null): Policy {
  if (policy === null) throw new TypeError('a fixture without its policy');
  return policy;
}
