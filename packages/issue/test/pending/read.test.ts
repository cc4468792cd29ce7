import { type JsonValue, parseJson } from '@quorate/syntax';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { IssueError } from '../../src/index.ts';
import { createManifest } from '../../src/manifest/index.ts';
import {
  addSignature,
  createPending,
  mergePending,
  type PendingIssuance,
  type ReadPendingOptions,
  readPending,
  writePending,
} from '../../src/pending/index.ts';
import { keys, signed } from '../support/keys.ts';
import { leafProfile, request, root } from '../support/profiles.ts';
import { refusal } from '../support/refusal.ts';
import { ASKED, approved, begun, otherTimestampKey, people, timestampKey, twoOfThree } from './support.ts';

type Members = Record<string, JsonValue>;

const start = begun();
const half = approved(approved(start, 'alice', { at: ASKED }), 'dave', { at: ASKED });
const full = addSignature(approved(half, 'bob'), signed(start.tbs, keys.p256), 'der');
const text = writePending(full);

/** The file with some members changed. */
function changed(change: (file: Members) => Members, of = text): Members {
  return change(JSON.parse(of) as Members);
}

/** Puts a value where names and indices lead. */
function set(value: JsonValue, ...path: (string | number)[]): (file: Members) => Members {
  return (file) => {
    at(file, ...path.slice(0, -1))[path.at(-1) as string] = value;
    return file;
  };
}

/** A member of a member, by names and indices. */
function at(file: JsonValue, ...path: (string | number)[]): Members {
  return path.reduce((value, step) => (value as Members)[step] as JsonValue, file) as Members;
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

describe('a file', () => {
  it('is read as what was written, at every stage, and written again to the same bytes', () => {
    for (const pending of [start, half, full, begun({ policy: null, keyLabel: null })]) {
      const written = writePending(pending);
      const read = readPending(parseJson(written));
      expect(writePending(read)).toBe(written);
      expect(read.identity).toBe(pending.identity);
      expect(read.certificate).toEqual(pending.certificate);
      expect(mergePending(read, pending).approvals).toHaveLength(pending.approvals.length);
    }
  });
  it('of a leaf below an issuer, for a request, likewise', () => {
    const manifest = createManifest({
      profile: leafProfile(keys.rsa, { serialNumber: 'random' }),
      issuer: root(keys.rsa),
      csr: request(keys.p521),
      randomBytes: Uint8Array.from({ length: 16 }, (_, i) => i + 1),
    });
    const written = writePending(createPending({ manifest, policy: twoOfThree, keyLabel: 'k' }));
    expect(writePending(readPending(parseJson(written)))).toBe(written);
  });
  it('may be laid out for people, with members, approvals and signatures in any order and more than once', () => {
    const { approvals, signatures } = JSON.parse(text) as Record<string, JsonValue[]>;
    const twice = (list: JsonValue[] | undefined): JsonValue[] => [...(list ?? []), ...(list ?? [])].toReversed();
    const file = { ...JSON.parse(text), approvals: twice(approvals), signatures: twice(signatures) } as Members;
    const laid = JSON.stringify(Object.fromEntries(Object.entries(file).toReversed()), null, 2);
    expect(writePending(readPending(parseJson(laid)))).toBe(text);
  });
  it('says whether timestamps were verified only as far as whoever reads verified them', () => {
    const stamps = (options: ReadPendingOptions): boolean[] =>
      readPending(parseJson(text), options).approvals.map(({ timestampVerified }) => timestampVerified);
    expect(stamps({}).filter(Boolean)).toEqual([]);
    // Bob's has no timestamp.
    expect(stamps({ timestampKey: timestampKey.spki }).filter(Boolean)).toHaveLength(2);
    const error = refusal(() => stamps({ timestampKey: otherTimestampKey.spki }));
    expect(error.code).toBe('approval-not-verified');
    expect(error.path).toMatch(/^approvals\[\d\]$/);
  });
  it('must have the policy and the identity that whoever reads knows', () => {
    const value = parseJson(text);
    expect(readPending(value, { policy: twoOfThree, identity: full.identity }).identity).toBe(full.identity);
    expect(refusal(() => readPending(value, { policy: null }))).toMatchObject({
      code: 'pending-altered',
      path: 'policy',
    });
    const use = {
      tokens: (twoOfThree.rules.use?.tokens ?? []).map((token) => ({ ...token, timelock: token.timelock + 60 })),
    };
    const other = { ...twoOfThree, rules: { ...twoOfThree.rules, use } };
    expect(refusal(() => readPending(value, { policy: other }))).toMatchObject({
      code: 'pending-altered',
      path: 'policy.use.tokens[0].timelock',
      expected: '60 s',
      actual: '0 s',
    });
    expect(refusal(() => readPending(value, { identity: '00' }))).toMatchObject({ path: 'identity' });
  });
});

describe('a tampered file is refused, and what is wrong is named:', () => {
  /** Makes the digests of a file fit what is in it, as whoever tampers would. */
  function redigested(file: Members, from: PendingIssuance): Members {
    return { ...file, digests: JSON.parse(writePending(from)).digests };
  }
  const flip = (name: 'tbs' | 'certificate') => {
    const octets = full[name] as Uint8Array;
    return set(base64(octets.with(-1, (octets.at(-1) as number) ^ 1)), name);
  };
  const approval = (name: string, value: JsonValue) => set(value, 'approvals', 0, name);
  const cases: readonly (readonly [
    what: string,
    code: string,
    path: string | RegExp,
    change: (file: Members) => Members,
  ])[] = [
    ['the TBS', 'pending-altered', 'tbs', flip('tbs')],
    ['the certificate', 'pending-altered', 'certificate', flip('certificate')],
    ['the certificate, missing', 'pending-altered', 'certificate', set(null, 'certificate')],
    ['the signature, missing', 'pending-altered', 'certificate', set([], 'signatures')],
    [
      'the signature',
      'signature-mismatch',
      'signatures[0]',
      set([base64(signed(start.tbs, keys.otherP256))], 'signatures'),
    ],
    ['the key label', 'pending-altered', 'keyLabel', set('other-key', 'keyLabel')],
    ['the serial number', 'pending-altered', 'manifest', set('0x1234', 'manifest', 'profile', 'serialNumber')],
    ['the issuer', 'pending-altered', 'manifest', set(base64(root(keys.p256)), 'manifest', 'issuer')],
    ['the quorum', 'pending-altered', 'policy', set(1, 'policy', 'ruleUse', 'tokens', 0, 'groups', 0, 'quorum')],
    ['the policy, away', 'pending-altered', 'policy', set(null, 'policy')],
    [
      'onboarded approvers',
      'pending-altered',
      'onboarded',
      set({ 'officer-7': base64(people.alice.spki) }, 'onboarded'),
    ],
    ['a digest', 'pending-altered', 'tbs', set('0'.repeat(64), 'digests', 'tbs')],
    ["an approval's signature", 'approval-malformed', /^approvals\[0\]/, approval('signature', '*')],
    ["an approval's signature", 'approval-not-verified', 'approvals[0]', approval('signature', 'AAAA')],
    ["an approval's token", 'approval-malformed', 'approvals[0]', approval('approvalToBeSigned', 'AAAA')],
    [
      "an approval's approver",
      'approver-unknown',
      'approvals[0]',
      approval('approverPublicKey', base64(people.mallory.spki)),
    ],
    ["an approval's digest", 'approval-malformed', 'approvals[0]', approval('approvalDigestAlgorithm', 'MD5')],
  ];
  test.each(cases)('%s (%s)', (_what, code, path, change) => {
    const error = refusal(() => readPending(changed(change)));
    expect(error.code).toBe(code);
    expect(error.path).toMatch(path);
  });

  it('a TBS of another manifest with digests that fit: where they differ first', () => {
    const manifest = createManifest({
      profile: { ...full.manifest.profile, serialNumber: 0x4d3n },
      issuer: 'self',
      publicKey: keys.p256.spki,
    });
    const other = begun({ manifest });
    const file = changed((it) => ({ ...it, tbs: base64(other.tbs), approvals: [], signatures: [], certificate: null }));
    const error = refusal(() => readPending({ ...file, digests: { ...full.digests, tbs: other.digests.tbs } }));
    expect([error.code, error.path]).toEqual(['pending-altered', 'tbs.serialNumber']);
    expect(error.message).toContain('expected 04d2, as the manifest makes it, found 04d3');
  });
  it('approvals of another issuance, moved into this one: whose they are and that they are foreign', () => {
    const manifest = createManifest({
      profile: { ...full.manifest.profile, serialNumber: 0x4d3n },
      issuer: 'self',
      publicKey: keys.p256.spki,
    });
    const other = approved(begun({ manifest }), 'alice');
    const file = changed(set(JSON.parse(writePending(other)).approvals, 'approvals'));
    const error = refusal(() => readPending(file));
    expect([error.code, error.path]).toEqual(['approval-foreign', 'approvals[0].payload']);
    expect(error.message).toContain('alice approved other bytes');
  });
  it('a policy with digests that fit is another issuance, which the identity tells apart', () => {
    const use = { tokens: (twoOfThree.rules.use?.tokens ?? []).slice(1) };
    const weaker = begun({ policy: { ...twoOfThree, rules: { ...twoOfThree.rules, use } } });
    const file = redigested(
      changed(set(JSON.parse(writePending(weaker)).policy, 'policy'), writePending(start)),
      weaker,
    );
    expect(readPending(file).identity).toBe(weaker.identity);
    expect(refusal(() => readPending(file, { identity: start.identity }))).toMatchObject({ path: 'identity' });
    expect(refusal(() => readPending(file, { policy: twoOfThree }))).toMatchObject({ path: 'policy.use.tokens' });
    expect(refusal(() => mergePending(readPending(file), start))).toMatchObject({ code: 'pending-differs' });
  });
});

describe('a file of another shape is refused, with the place:', () => {
  const cases: readonly (readonly [what: string, path: string, words: RegExp, value: unknown])[] = [
    ['no object', '', /expected an object, found an array/, []],
    ['null', '', /expected an object/, null],
    ['a member too much', 'aprovals', /no such member; `approvals`\?/, changed(set([], 'aprovals'))],
    [
      'a member too much in an approval',
      'approvals[0].id',
      /expected no such member$/,
      changed(set('x', 'approvals', 0, 'id')),
    ],
    ['a member too much in the digests', 'digests.csr', /no such member/, changed(set('x', 'digests', 'csr'))],
    ['a member too much in the manifest', 'manifest.csrs', /`csr`\?/, changed(set('', 'manifest', 'csrs'))],
    [
      'a member too much in the profile',
      'manifest.profile.keyUsages',
      /`keyUsage`/,
      changed(set([], 'manifest', 'profile', 'keyUsages')),
    ],
    ['another format', 'format', /quorate-pending-issuance/, changed(set('quorate-manifest', 'format'))],
    ['another version', 'version', /expected 1, found `2`/, changed(set(2, 'version'))],
    ['no TBS', 'tbs', /expected.* found nothing/, changed(({ tbs: _none, ...file }) => file)],
    ['base64 in lines', 'tbs', /not base64/, changed(set(`${base64(start.tbs)}\n`, 'tbs'))],
    ['an empty label', 'keyLabel', /a label/, changed(set('', 'keyLabel'))],
    [
      'too many approvals',
      'approvals',
      /at most 500/,
      changed(set(Array(501).fill(at(JSON.parse(text), 'approvals', 0)), 'approvals')),
    ],
    ['too many signatures', 'signatures', /at most 16/, changed(set(Array(17).fill(''), 'signatures'))],
    ['__proto__', '__proto__', /no such member/, parseJson(text.replace(/^\{/, '{"__proto__":{},'))],
    [
      'constructor in the profile',
      'manifest.profile.constructor',
      /found `constructor`/,
      parseJson(text.replace('"profile":{', '"profile":{"constructor":1,')),
    ],
  ];
  test.each(cases)('%s', (_what, path, words, value) => {
    const error = refusal(() => readPending(value));
    expect(error.code).toMatch(/^(pending|manifest|profile)-malformed$/);
    expect(error.path).toBe(path);
    expect(error.message).toMatch(words);
  });
});

describe('no mutant of a file', () => {
  const original = JSON.parse(text) as { approvals: unknown[]; signatures: unknown[] };
  const parts = new Set([...original.approvals, ...original.signatures].map((part) => JSON.stringify(part)));
  let taken = 0;

  /** Whether it is taken. Then it must say nothing that the original does not; else only an IssueError may come out. */
  function harmless(value: unknown): void {
    let read: PendingIssuance;
    try {
      read = readPending(value);
    } catch (error) {
      if (!(error instanceof IssueError)) throw error;
      return;
    }
    taken++;
    expect(read.identity).toBe(full.identity);
    const again = JSON.parse(writePending(read)) as typeof original;
    for (const part of [...again.approvals, ...again.signatures]) expect(parts).toContain(JSON.stringify(part));
  }

  const others: readonly unknown[] = [null, true, -1, 2 ** 60, '', 'self', '0x04D2', [], {}, [[]], undefined];
  const mutants: unknown[] = [];
  beforeAll(() => {
    const visit = (value: unknown, put: (other: unknown) => unknown): void => {
      for (const other of others) mutants.push(put(other));
      if (typeof value === 'string' && value.length > 1) {
        const i = value.length >> 1;
        mutants.push(put(`${value.slice(0, i)}${value[i] === 'A' ? 'B' : 'A'}${value.slice(i + 1)}`));
      }
      if (typeof value === 'number') mutants.push(put(value + 1), put(String(value)));
      if (typeof value === 'boolean') mutants.push(put(!value));
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        visit(inner, (other) => {
          const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
          copy[name] = other;
          return put(copy);
        });
      }
    };
    visit(JSON.parse(text), (other) => other);
  });

  it('with one value changed changes its meaning', () => {
    expect(mutants.length).toBeGreaterThan(700);
    for (const mutant of mutants) harmless(mutant);
    expect(taken).toBeGreaterThan(0);
    expect(taken).toBeLessThan(20);
  });
  it('with values exchanged for each other changes its meaning', () => {
    const pick = fc.nat(mutants.length - 1);
    fc.assert(
      fc.property(pick, pick, fc.constantFrom(...Object.keys(original)), (a, b, name) => {
        const [left, right] = [mutants[a], mutants[b]] as [Members | null, Members | null];
        if (typeof left === 'object' && typeof right === 'object') harmless({ ...left, [name]: right?.[name] });
      }),
      { numRuns: 300 },
    );
  });
  it('nor any JSON is anything else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => harmless(value)),
      { numRuns: 300 },
    );
  });
});
