import { readApprovalRequest } from '@quorate/approval';
import { digest } from '@quorate/crypto';
import {
  certificateApprover,
  group,
  onboardedApprover,
  type Policy,
  policy,
  rule,
  token,
  unguarded,
} from '@quorate/policy';
import { encodeBase64 } from '@quorate/syntax';
import { describe, expect, it, test } from 'vitest';
import { addApproval, mergePending, type PendingIssuance, pendingStatus } from '../../src/pending/index.ts';
import { root } from '../support/profiles.ts';
import { refusal } from '../support/refusal.ts';
import {
  ASKED,
  approvalOf,
  begun,
  KEY_LABEL,
  otherTimestampKey,
  type Person,
  people,
  type TokenChanges,
  timestampKey,
  tokenFor,
} from './support.ts';

const pending = begun();
const { tbs } = pending;
const pinned = { timestampKey: timestampKey.spki };

/** Which rules a finding is about, but for what passed. */
function warnings(who: Person, changes: TokenChanges, to: PendingIssuance = pending): string[] {
  const { report } = addApproval(to, approvalOf(who, tokenFor(to.tbs, changes)));
  expect(report.verdict).toBe('pass');
  return report.findings.filter(({ outcome }) => outcome !== 'pass').map(({ id }) => id);
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.with(at, (bytes.at(at) as number) ^ 1);
}

function onlyUse(use: Policy['rules']['use']): Policy {
  const open = unguarded();
  return policy({ use, block: open, unblock: open, modify: open }, { allowUnguarded: ['block', 'unblock', 'modify'] });
}

describe('an approval is taken', () => {
  it('of a TBS, by each kind of key that the policy names, and the pending issuance given stays as it was', () => {
    for (const who of ['alice', 'bob', 'carol', 'dave'] as const) {
      const { pending: with1, report } = addApproval(pending, approvalOf(who, tokenFor(tbs, { at: ASKED })), pinned);
      expect(report.verdict).toBe('pass');
      expect(report.findings.map(({ outcome }) => outcome)).not.toContain('warn');
      expect(with1.approvals).toMatchObject([{ name: who, timestampVerified: true }]);
      expect(with1.identity).toBe(pending.identity);
    }
    expect(pending.approvals).toEqual([]);
  });
  it('as a body of the REST interface brings it', () => {
    const { token: bytes, signature } = approvalOf('alice', tokenFor(tbs));
    const request = readApprovalRequest({
      id: 'b65bd2b6-2f44-4d51-9d5e-0b9f0a1f2b3c',
      approvalToBeSigned: encodeBase64(bytes),
      signature: encodeBase64(signature),
      approvalDigestAlgorithm: 'SHA-256',
      approverPublicKey: encodeBase64(people.alice.spki),
      approverCertificate: null,
    });
    expect(addApproval(pending, request).pending.approvals).toMatchObject([{ name: 'alice' }]);
  });
  it('with a warning when nobody checked the timestamp, or there is none', () => {
    expect(warnings('alice', { at: ASKED })).toEqual(['approval.timestamp-signature']);
    expect(warnings('alice', {})).toEqual(['approval.no-timestamp']);
  });
  it('with a warning when it is bound to no key, or nobody knows to which', () => {
    expect(warnings('bob', { keyLabel: '' })).toEqual(['approval.no-timestamp', 'approval.no-key-label']);
    const unlabelled = begun({ keyLabel: null });
    expect(warnings('bob', { keyLabel: 'any' }, unlabelled)).toEqual([
      'approval.no-timestamp',
      'pending.key-label-unknown',
    ]);
  });
  it('with a warning when it is of the digest that a device would sign', () => {
    const payload = digest('SHA-256', tbs);
    expect(warnings('bob', { payload })).toEqual(['approval.no-timestamp', 'pending.digest-approved']);
    const other = refusal(() =>
      addApproval(pending, approvalOf('bob', tokenFor(tbs, { payload: digest('SHA-512', tbs) }))),
    );
    expect([other.code, other.path]).toEqual(['approval-foreign', 'approval.payload']);
  });
  it('by the platform, when it is given one', () => {
    const asked: Uint8Array[] = [];
    const platform = ({ data }: { readonly data: Uint8Array }): boolean => {
      asked.push(data);
      return true;
    };
    const request = approvalOf('alice', tokenFor(tbs, { at: ASKED }));
    expect(addApproval(pending, request, { ...pinned, platform }).report.verdict).toBe('pass');
    expect(asked).toHaveLength(2);
  });
  it('once: the same again changes nothing', () => {
    const request = approvalOf('alice', tokenFor(tbs));
    const once = addApproval(pending, request).pending;
    expect(addApproval(once, request).pending.approvals).toEqual(once.approvals);
    expect(addApproval(once, approvalOf('alice', tokenFor(tbs))).pending.approvals).toHaveLength(1);
  });
});

describe('an approval is refused, by name,', () => {
  const { timestampKey: _none, ...nothing } = pinned;
  const cases: readonly (readonly [what: string, code: string, path: string, words: RegExp, attempt: () => unknown])[] =
    [
      [
        'by somebody whom the policy does not name',
        'approver-unknown',
        'approval',
        /expected one whom the policy names for `use`: alice, bob, carol, dave, found key [0-9a-f]{16}$/,
        () => addApproval(pending, approvalOf('mallory', tokenFor(tbs))),
      ],
      [
        'when there is no policy',
        'approver-unknown',
        'approval',
        /expected no approvals/,
        () => addApproval(begun({ policy: null }), approvalOf('alice', tokenFor(tbs))),
      ],
      [
        'of another operation',
        'approval-foreign',
        'approval.operation',
        /alice approved `block`/,
        () => addApproval(pending, approvalOf('alice', tokenFor(tbs, { operation: 'block' }))),
      ],
      [
        'of another TBS',
        'approval-foreign',
        'approval.payload',
        /bob approved other bytes/,
        () => addApproval(pending, approvalOf('bob', tokenFor(flipped(tbs, -1)))),
      ],
      [
        'of another key',
        'approval-foreign',
        'approval.keyLabel',
        /expected the key `root-ca-key`, found carol approved the use of `other-key`/,
        () => addApproval(pending, approvalOf('carol', tokenFor(tbs, { keyLabel: 'other-key' }))),
      ],
      [
        'with a signature by somebody else',
        'approval-not-verified',
        'approval',
        /dave: the approver's signature over the token does not verify/,
        () => {
          const { approver } = approvalOf('dave', tokenFor(tbs));
          return addApproval(pending, { ...approvalOf('mallory', tokenFor(tbs)), approver });
        },
      ],
      [
        'with a signature over another token',
        'approval-not-verified',
        'approval',
        /alice: the approver's signature/,
        () => addApproval(pending, { ...approvalOf('alice', tokenFor(tbs)), token: tokenFor(tbs, { at: ASKED }) }),
      ],
      [
        'with a signature by another digest',
        'approval-not-verified',
        'approval',
        /alice: /,
        () => addApproval(pending, { ...approvalOf('alice', tokenFor(tbs)), digestAlgorithm: 'SHA-512' }),
      ],
      [
        'with a digest that does not go with the key',
        'approval-malformed',
        'approval',
        /alice: digest invalid/,
        () => addApproval(pending, { ...approvalOf('alice', tokenFor(tbs)), digestAlgorithm: 'EdDSA' }),
      ],
      [
        'with a timestamp by another key than the one pinned',
        'approval-not-verified',
        'approval',
        /alice: the HSM's signature over the timestamp does not verify/,
        () => addApproval(pending, approvalOf('alice', tokenFor(tbs, { at: ASKED, by: otherTimestampKey })), pinned),
      ],
      [
        'whose token is none',
        'approval-malformed',
        'approval',
        /alice: token malformed/,
        () => addApproval(pending, approvalOf('alice', tokenFor(tbs).subarray(0, -4)), nothing),
      ],
    ];
  test.each(cases)('%s', (_what, code, path, words, attempt) => {
    const error = refusal(attempt);
    expect([error.code, error.path]).toEqual([code, path]);
    expect(error.message).toMatch(words);
  });
});

describe('an approver whom the policy names by a certificate', () => {
  const certificate = root(people.alice);
  const named = begun({
    policy: onlyUse(rule([token({ groups: [group({ quorum: 1, approvers: [certificateApprover(certificate)] })] })])),
  });
  it('is called what the certificate calls them', () => {
    const { pending: with1, report } = addApproval(named, approvalOf('alice', tokenFor(tbs), certificate));
    expect(with1.approvals).toMatchObject([{ name: 'Root' }]);
    expect(report.findings.map(({ id }) => id)).not.toContain('pending.approver-form');
  });
  it('is taken by the bare key with a warning, and the form of the policy is kept in the end', () => {
    const bare = addApproval(named, approvalOf('alice', tokenFor(tbs)));
    expect(bare.report.findings.map(({ id }) => id)).toContain('pending.approver-form');
    const full = addApproval(named, approvalOf('alice', tokenFor(tbs), certificate)).pending;
    for (const merged of [mergePending(bare.pending, full), mergePending(full, bare.pending)]) {
      expect(merged.approvals).toMatchObject([{ approver: { type: 'certificate' } }]);
    }
  });
});

describe('an onboarded approver', () => {
  const use = rule([token({ groups: [group({ quorum: 1, approvers: [onboardedApprover('officer-7')] })] })]);
  it('counts by the key that was given for the name', () => {
    const named = begun({ policy: onlyUse(use), onboarded: new Map([['officer-7', people.dave.spki]]) });
    const { pending: with1 } = addApproval(named, approvalOf('dave', tokenFor(tbs)));
    expect(with1.approvals).toMatchObject([{ name: 'officer-7' }]);
    expect(pendingStatus(with1, { time: ASKED }).satisfied).toBe(true);
  });
  it('is nobody without a key, and the status says so', () => {
    const unnamed = begun({ policy: onlyUse(use) });
    expect(refusal(() => addApproval(unnamed, approvalOf('dave', tokenFor(tbs)))).code).toBe('approver-unknown');
    expect(pendingStatus(unnamed, { time: ASKED }).notices.map(({ id }) => id)).toEqual(['pending.onboarded-unknown']);
  });
  it('must be one whom the policy names, with a key that can be read', () => {
    const [name, key] = ['officer-7', people.dave.spki] as const;
    const attempts = [
      new Map([['officer-8', key]]),
      new Map([[name, key.subarray(1)]]),
      new Map([[name, new Uint8Array(0)]]),
    ].map((onboarded) => refusal(() => begun({ policy: onlyUse(use), onboarded })));
    expect(attempts.map(({ code, path }) => [code, path])).toEqual([
      ['pending-malformed', 'onboarded.officer-8'],
      ['pending-malformed', 'onboarded.officer-7'],
      ['pending-malformed', 'onboarded.officer-7'],
    ]);
  });
});

it('what was put together elsewhere is a mistake of the caller', () => {
  const forged = { ...pending, approvals: [] };
  expect(() => addApproval(forged, approvalOf('alice', tokenFor(tbs)))).toThrow(TypeError);
  expect(() => mergePending(pending, forged)).toThrow(TypeError);
  expect(() => pendingStatus(forged, { time: ASKED })).toThrow(TypeError);
  expect(Object.isFrozen(pending)).toBe(true);
});

it('a label that is empty binds to no key, so it is no label', () => {
  expect(refusal(() => begun({ keyLabel: '' })).path).toBe('keyLabel');
  expect(begun({ keyLabel: KEY_LABEL }).keyLabel).toBe(KEY_LABEL);
});
