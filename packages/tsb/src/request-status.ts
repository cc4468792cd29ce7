import { joinPath } from '@quorate/syntax';
import { string } from 'valibot';
import { demandKind } from './body-kind.ts';
import { TsbError } from './error.ts';
import { names, text } from './members.ts';
import { readBytes, readMembers, record, type UnknownMember, unknownMembers } from './shape.ts';

/** What `GET /v1/request/{id}` answers (SKA.md 3.6). It is the broker's word: nothing in it is signed. */
export interface RequestStatus {
  readonly id: string | null;
  /** One of `PENDING`, `APPROVED`, `EXECUTED`, `FAILED`, `EXPIRED`, `REJECTED`, `CANCELLED`; others are kept. */
  readonly status: string;
  readonly executionTime: string | null;
  /** SubjectPublicKeyInfos, also where the policy lists certificates (SKA.md 2.2). */
  readonly approvedBy: readonly Uint8Array[];
  readonly notYetApprovedBy: readonly Uint8Array[];
  readonly rejectedBy: readonly Uint8Array[];
  readonly result: string | null;
  /** Members that are not known here. */
  readonly unknown: readonly UnknownMember[];
}

const shape = record({
  id: text,
  status: string(),
  executionTime: text,
  approvedBy: names,
  notYetApprovedBy: names,
  rejectedBy: names,
  result: text,
});

/**
 * The most keys of one list: a policy has 64 KiB (SKA.md 2.1), and the smallest key takes 44 bytes, so none names more
 * than 1489.
 */
const MAX_KEYS = 1500;

/**
 * Reads the status of a request, of which a list has 1500 keys at most. What it means, `checkRequestStatus` says.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readRequestStatus(value: unknown, path = ''): RequestStatus {
  demandKind(value, 'requestStatus', path);
  const members = readMembers(shape, value, path);
  const keys = (name: 'approvedBy' | 'notYetApprovedBy' | 'rejectedBy'): Uint8Array[] => {
    const texts = members[name] ?? [];
    const place = joinPath(path, name);
    if (texts.length > MAX_KEYS) {
      throw new TsbError('limit-exceeded', { path: place, expected: `at most ${MAX_KEYS}`, actual: `${texts.length}` });
    }
    return texts.map((key, i) => readBytes(key, joinPath(place, i)));
  };
  return {
    id: members.id ?? null,
    status: members.status,
    executionTime: members.executionTime ?? null,
    approvedBy: keys('approvedBy'),
    notYetApprovedBy: keys('notYetApprovedBy'),
    rejectedBy: keys('rejectedBy'),
    result: members.result ?? null,
    unknown: unknownMembers(shape, value, path),
  };
}
