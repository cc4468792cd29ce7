import type { Policy } from '@quorate/policy';
import { boolean, nullish, number, type ObjectEntries, pipe, safeInteger, string, unknown } from 'valibot';
import { demandKind } from './body-kind.ts';
import { TsbError } from './error.ts';
import { readPolicyMember } from './key-operations.ts';
import { password, readPassword, text } from './members.ts';
import { readMembers, record, type UnknownMember, unknownMembers } from './shape.ts';

/** What a key may be used for, as a body states it; what it leaves out is not here (SKA.md 2.4). */
export type KeyAttributes = Readonly<Record<string, boolean>>;

/** `POST /v1/key` (SKA.md 3.2). */
export interface CreateKeyBody {
  readonly type: 'createKeyRequest';
  readonly label: string;
  /** A secret. */
  readonly password: string | null;
  readonly id: string | null;
  /** Of name and object identifier there is one or both. */
  readonly algorithm: string | null;
  readonly algorithmOid: string | null;
  readonly curveOid: string | null;
  readonly keySize: number | null;
  readonly attributes: KeyAttributes;
  /** `null`: a key without a policy, which can never get one (SKA.md 2.3). */
  readonly policy: Policy | null;
  /** Members that are not known here. The server refuses what it does not know (SKA.md 3.0). */
  readonly unknown: readonly UnknownMember[];
}

/** Those that must be there, and those that may; `slip10` stands in real traces and not in the schema (SKA.md 2.4). */
const REQUIRED = ['decrypt', 'sign', 'unwrap'] as const;
const OPTIONAL = [
  'encrypt',
  'verify',
  'wrap',
  'derive',
  'bip32',
  'slip10',
  'extractable',
  'modifiable',
  'destroyable',
  'sensitive',
  'copyable',
] as const;

const attributeEntries: ObjectEntries = Object.fromEntries([
  ...REQUIRED.map((name) => [name, boolean()]),
  ...OPTIONAL.map((name) => [name, nullish(boolean())]),
]);

const shape = record({
  label: string(),
  password,
  id: text,
  algorithm: text,
  algorithmOid: text,
  curveOid: text,
  keySize: nullish(pipe(number(), safeInteger('an integer'))),
  addressFormat: nullish(record({ format: string() })),
  attributes: record(attributeEntries),
  policy: nullish(unknown()),
});

/**
 * Reads the body of a request to create a key.
 *
 * @param value from `parseJson`
 * @throws TsbError
 */
export function readCreateKeyRequest(value: unknown): CreateKeyBody {
  demandKind(value, 'createKeyRequest', '');
  const members = readMembers(shape, value, '');
  const algorithm = members.algorithm ?? null;
  const algorithmOid = members.algorithmOid ?? null;
  if (algorithm === null && algorithmOid === null) {
    const expected = 'an algorithm, or an `algorithmOid` beside it';
    throw new TsbError('body-invalid', { path: 'algorithm', expected, actual: 'neither' });
  }
  return {
    type: 'createKeyRequest',
    label: members.label,
    password: readPassword(members.password),
    id: members.id ?? null,
    algorithm,
    algorithmOid,
    curveOid: members.curveOid ?? null,
    keySize: members.keySize ?? null,
    attributes: readAttributes(members.attributes),
    policy: readPolicyMember(members.policy ?? null, 'create', 'policy'),
    unknown: unknownMembers(shape, value, ''),
  };
}

function readAttributes(json: Readonly<Record<string, unknown>>): KeyAttributes {
  const attributes: Record<string, boolean> = {};
  for (const name of [...REQUIRED, ...OPTIONAL]) {
    const value = json[name];
    if (typeof value === 'boolean') attributes[name] = value;
  }
  return attributes;
}
