import { sign } from 'node:crypto';
import {
  type ApprovalRequest,
  certificateCredential,
  encodeToken,
  publicKeyCredential,
  type TokenFields,
  timestampBytes,
} from '@quorate/approval';
import { encodeBitString, encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { group, type Policy, policy, publicKeyApprover, rule, token, unguarded } from '@quorate/policy';
import { createManifest, type Manifest } from '../../src/manifest/index.ts';
import { addApproval, createPending, type PendingIssuance } from '../../src/pending/index.ts';
import { ecKey, ed25519Key, keys, rsaKey, type TestKey } from '../support/keys.ts';
import { rootProfile } from '../support/profiles.ts';

export const KEY_LABEL = 'root-ca-key';
/** 2026-01-05T09:00:00Z: when the HSM timestamps. */
export const ASKED: number = 1_767_603_600;

const ec = (): TestKey => ecKey('P-256', 'ecdsa-with-SHA256');
/** Approvers, and one whom no policy names. */
export const people = {
  alice: ec(),
  bob: rsaKey(2048, 'sha256WithRSAEncryption'),
  carol: ed25519Key(),
  dave: ec(),
  mallory: ec(),
} as const;
export type Person = keyof typeof people;
export const timestampKey: TestKey = ec();
export const otherTimestampKey: TestKey = ec();

export function person(key: TestKey): Person {
  return (Object.keys(people) as Person[]).find((name) => people[name] === key) as Person;
}

/** Two of three at once, or dave between an hour and a day after the timestamp. */
export const twoOfThree: Policy = policy(
  {
    use: rule([
      token({
        name: 'board',
        groups: [
          group({
            name: 'officers',
            quorum: 2,
            approvers: (['alice', 'bob', 'carol'] as const).map((name) => publicKeyApprover(people[name].spki, name)),
          }),
        ],
      }),
      token({
        name: 'emergency',
        timelock: 3600,
        timeout: 86_400,
        groups: [group({ quorum: 1, approvers: [publicKeyApprover(people.dave.spki, 'dave')] })],
      }),
    ]),
    block: unguarded(),
    unblock: unguarded(),
    modify: unguarded(),
  },
  { allowUnguarded: ['block', 'unblock', 'modify'] },
);

/** Its profile allows a key that anybody may use: most policies here are about who approves, not about what is wise. */
export function rootManifest(key: TestKey = keys.p256): Manifest {
  const allow = [{ code: 'policy-unguarded', because: 'the tests say who approves' }] as const;
  return createManifest({ profile: { ...rootProfile(key), allow }, issuer: 'self', publicKey: key.spki });
}

export function begun(changes: Partial<Parameters<typeof createPending>[0]> = {}): PendingIssuance {
  return createPending({ manifest: rootManifest(), policy: twoOfThree, keyLabel: KEY_LABEL, ...changes });
}

/** ECDSA with SHA-256, as an HSM writes it in a token: with NULL parameters (SKA.md 4.3). */
function signatureElement(data: Uint8Array, key: TestKey): Uint8Array {
  const signature = Uint8Array.from(sign('sha256', data, key.privateKey));
  return encodeSequence(encodeSequence(encodeOid('1.2.840.10045.4.3.2'), encodeNull()), encodeBitString(signature));
}

export interface TokenChanges {
  readonly operation?: 'use' | 'block';
  readonly keyLabel?: string;
  readonly payload?: Uint8Array;
  /** When the HSM was asked; default none. */
  readonly at?: number | null;
  readonly by?: TestKey;
}

/** An approval token for a TBS. */
export function tokenFor(tbs: Uint8Array, changes: TokenChanges = {}): Uint8Array {
  const { operation = 'use', keyLabel = KEY_LABEL, payload = tbs, at = null, by = timestampKey } = changes;
  const content: Omit<TokenFields, 'keyLabel' | 'timestamp'> = { operation, payload, policy: null };
  if (at === null) return encodeToken({ ...content, keyLabel, timestamp: null });
  const stamp = { time: at, keyLabel: 'timestamp-key' };
  const signed = signatureElement(timestampBytes(content, stamp), by);
  return encodeToken({ ...content, keyLabel, timestamp: { ...stamp, signatureElement: signed } });
}

/** Somebody's approval of a token: a new signature each time, but for RSA and EdDSA. */
export function approvalOf(who: Person, bytes: Uint8Array, certificate?: Uint8Array): ApprovalRequest {
  const { privateKey, spki } = people[who];
  const digestAlgorithm = who === 'carol' ? 'EdDSA' : 'SHA-256';
  const signature = Uint8Array.from(sign(who === 'carol' ? null : 'sha256', bytes, privateKey));
  const approver = certificate === undefined ? publicKeyCredential(spki) : certificateCredential(certificate);
  return { id: 'task', token: bytes, signature, digestAlgorithm, approver };
}

/** With somebody's approval more. */
export function approved(pending: PendingIssuance, who: Person, changes: TokenChanges = {}): PendingIssuance {
  return addApproval(pending, approvalOf(who, tokenFor(pending.tbs, changes))).pending;
}
