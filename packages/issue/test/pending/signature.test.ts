import { digest } from '@quorate/crypto';
import { hexOf } from '@quorate/der';
import { group, policy, publicKeyApprover, type Rule, rule, token, unguarded, writePolicyJson } from '@quorate/policy';
import { encodeUtf8, type JsonValue } from '@quorate/syntax';
import { parseCertificate } from '@quorate/x509';
import { describe, expect, it, test } from 'vitest';
import type { CertificateProfile } from '../../src/index.ts';
import { canonicalJson, createManifest } from '../../src/manifest/index.ts';
import {
  addSignature,
  createPending,
  type PendingIssuance,
  readPending,
  type SignatureForm,
  signatureForms,
  writePending,
} from '../../src/pending/index.ts';
import { keys, signed, signedJoined, type TestKey } from '../support/keys.ts';
import { leafProfile, request, root, rootProfile } from '../support/profiles.ts';
import { refusal } from '../support/refusal.ts';
import { begun, people } from './support.ts';

const pending = begun();
const { tbs } = pending;

/** So many of alice, bob and carol. */
function officers(quorum: number): Rule {
  const approvers = (['alice', 'bob', 'carol'] as const).map((name) => publicKeyApprover(people[name].spki, name));
  return rule([token({ name: null, groups: [group({ name: null, quorum, approvers })] })]);
}

function spelt(octets: Uint8Array, form: SignatureForm): Uint8Array | string {
  const encoding = form.split('-')[1] as BufferEncoding | undefined;
  return encoding === undefined ? octets : Buffer.from(octets).toString(encoding);
}

describe('a signature is taken', () => {
  test.each(signatureForms)('in the form %s, as declared', (form) => {
    const octets = form.startsWith('raw') ? signedJoined(tbs, keys.p256) : signed(tbs, keys.p256);
    const { certificate, signatures } = addSignature(pending, spelt(octets, form), form);
    const read = parseCertificate(certificate as Uint8Array);
    expect(read.tbs).toEqual(tbs);
    expect([read.signature]).toEqual(signatures);
    expect(pending.certificate).toBeNull();
  });
  it('by an issuer of another kind of key, under whose certificate the TBS was made', () => {
    for (const key of [keys.rsa, keys.p384, keys.ed25519]) {
      const leaf = below(key);
      const done = addSignature(leaf, signed(leaf.tbs, key), key === keys.p384 ? 'der' : 'raw');
      expect(parseCertificate(done.certificate as Uint8Array).tbs).toEqual(leaf.tbs);
    }
  });
  it('once: the same again changes nothing', () => {
    const signature = signed(tbs, keys.p256);
    const once = addSignature(pending, signature, 'der');
    expect(addSignature(once, signature, 'der')).toEqual(once);
  });
});

function below(key: TestKey): PendingIssuance {
  const manifest = createManifest({ profile: leafProfile(key), issuer: root(key), csr: request(keys.p521) });
  return createPending({ manifest, policy: null });
}

describe('a signature is refused, with the reason,', () => {
  const good = signed(tbs, keys.p256);
  const raw = signedJoined(tbs, keys.p256);
  const cases: readonly (readonly [what: string, code: string, signature: Uint8Array | string, form: SignatureForm])[] =
    [
      ['in another form than declared: raw for DER', 'signature-encoding', raw, 'der'],
      ['in another form than declared: DER for raw', 'signature-encoding', good, 'raw'],
      [
        'in another form than declared: base64 for octets',
        'signature-encoding',
        Buffer.from(spelt(good, 'der-base64')),
        'der',
      ],
      [
        'in another form than declared: hexadecimal for base64',
        'signature-encoding',
        spelt(good, 'der-hex'),
        'der-base64',
      ],
      ['by another key', 'signature-mismatch', signed(tbs, keys.otherP256), 'der'],
      ['by a key of another kind', 'key-mismatch', signed(tbs, keys.rsa), 'der'],
      ['over other bytes', 'signature-mismatch', signed(tbs.with(-1, 0), keys.p256), 'der'],
      ['cut short', 'signature-malformed', good.subarray(0, -1), 'der'],
      ['of nothing', 'signature-malformed', new Uint8Array(0), 'der'],
    ];
  test.each(cases)('%s', (_what, code, signature, form) => {
    expect(refusal(() => addSignature(pending, signature, form)).code).toBe(code);
  });
  it('and text where octets were declared, or a form that is none, is a mistake of the caller', () => {
    expect(() => addSignature(pending, 'AAAA', 'der')).toThrow(TypeError);
    expect(() => addSignature(pending, good, 'DER' as SignatureForm)).toThrow(TypeError);
    expect(() => addSignature({ ...pending }, good, 'der')).toThrow(TypeError);
  });
  it('when there are too many already', () => {
    let full = pending;
    for (let i = 0; i < 16; i++) full = addSignature(full, signed(tbs, keys.p256), 'der');
    const error = refusal(() => addSignature(full, signed(tbs, keys.p256), 'der'));
    expect([error.code, error.path]).toEqual(['pending-malformed', 'signatures']);
  });
});

it('a self-signed issuance has one policy: that in the manifest, if there is one', () => {
  const parts = { profile: rootProfile(keys.p256), issuer: 'self', publicKey: keys.p256.spki } as const;
  const manifest = createManifest({ ...parts, policy: null });
  expect(begun({ manifest, policy: null }).policy).toBeNull();
  const error = refusal(() => begun({ manifest }));
  expect([error.code, error.path]).toEqual(['pending-malformed', 'policy']);
});

describe('a self-signed certificate’s key is the one that signs, so its policy is judged', () => {
  const manifestOf = (changes: Partial<CertificateProfile>) =>
    createManifest({ profile: rootProfile(keys.p256, changes), issuer: 'self', publicKey: keys.p256.spki });
  const guarded = policy({ use: officers(2), block: officers(1), unblock: officers(2), modify: officers(2) });

  it('by the quorum that the profile states', () => {
    expect(begun({ manifest: manifestOf({ quorum: 2 }), policy: guarded }).decisions).toEqual([]);
    const error = refusal(() => begun({ manifest: manifestOf({ quorum: 3 }), policy: guarded }));
    expect([error.code, error.path]).toEqual(['quorum-too-low', 'policy']);
    expect(refusal(() => begun({ manifest: manifestOf({ quorum: 2 }), policy: null })).code).toBe('policy-unguarded');
  });

  it('and must not let anybody sign, unless the profile allows it in writing, which every copy says', () => {
    const open = policy(
      { use: officers(2), block: officers(1), unblock: officers(2), modify: unguarded() },
      { allowUnguarded: ['modify'] },
    );
    expect(refusal(() => begun({ manifest: manifestOf({}), policy: open })).code).toBe('policy-unguarded');
    const allow = [{ code: 'policy-unguarded', because: 'a test' }] as const;
    const allowed = begun({ manifest: manifestOf({ allow }), policy: open });
    expect(allowed.decisions.map(({ outcome }) => outcome)).toEqual(['warn']);
    expect(readPending(JSON.parse(writePending(allowed))).decisions).toEqual(allowed.decisions);
  });

  it('in a file that somebody else wrote as well', () => {
    const weak = writePending(begun({ manifest: manifestOf({ quorum: 2 }), policy: guarded }));
    const { digests: _, ...parts } = JSON.parse(weak) as Record<string, JsonValue>;
    const use = officers(1);
    const other = writePolicyJson(policy({ use, block: use, unblock: use, modify: use })) as JsonValue;
    const digestOf = (value: JsonValue): string => hexOf(digest('SHA-256', encodeUtf8(canonicalJson(value))));
    const digests = { ...(JSON.parse(weak).digests as object), policy: digestOf(other) };
    expect(refusal(() => readPending({ ...parts, policy: other, digests })).code).toBe('quorum-too-low');
  });
});
