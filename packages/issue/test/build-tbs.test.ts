import { createHash } from 'node:crypto';
import { group, never, type Policy, policy, publicKeyApprover, rule, token, unguarded } from '@quorate/policy';
import { describe, expect, test } from 'vitest';
import {
  type AllowableCode,
  allowableCodes,
  assemble,
  buildTbs,
  type CertificateProfile,
  type IssueErrorCode,
  readTbs,
  type TbsRequest,
  tbsExtensions,
} from '../src/index.ts';
import { keys, signed, type TestKey } from './support/keys.ts';
import { DAY, intermediateProfile, leafProfile, request, root, rootProfile, START } from './support/profiles.ts';
import { refusal, refused } from './support/refusal.ts';

function certificate(given: TbsRequest, key: TestKey): Uint8Array {
  const { tbs } = buildTbs(given);
  return assemble({ tbs, algorithm: key.algorithm, signature: signed(tbs, key), issuerKey: key.spki });
}

const rootDer = root(keys.p256);
/** An intermediate with purposes and name constraints. */
const narrow = certificate(
  {
    profile: intermediateProfile(keys.p256, {
      basicConstraints: { ca: true, pathLen: 2 },
      extendedKeyUsage: ['serverAuth'],
      nameConstraints: {
        permitted: [
          { type: 'dNSName', value: 'example' },
          { type: 'iPAddress', bytes: Uint8Array.of(192, 0, 2, 0, 255, 255, 255, 0) },
        ],
        excluded: [{ type: 'directoryName', name: [{ type: 'commonName', value: 'secret' }] }],
      },
    }),
    issuer: rootDer,
    publicKey: keys.p384.spki,
  },
  keys.p256,
);

const because = 'the reason why';
const decisionIds = (given: TbsRequest): readonly string[] => buildTbs(given).decisions.map(({ id }) => id);

/** A leaf below the narrow intermediate. */
function below(changes: Partial<CertificateProfile>): TbsRequest {
  const profile = leafProfile(keys.p384, { extendedKeyUsage: ['serverAuth'], ...changes });
  return { profile, issuer: narrow, publicKey: keys.otherP256.spki };
}

const approver = (key: TestKey, name: string) => publicKeyApprover(key.spki, name);
const three = [approver(keys.p256, 'a'), approver(keys.p384, 'b'), approver(keys.p521, 'c')];
const of = (quorum: number) => rule([token({ timeout: 600, groups: [group({ quorum, approvers: three })] })]);
const guarded = (use: number, modify = of(3)): Policy => policy({ use: of(use), block: of(1), unblock: of(2), modify });
const open: Policy = policy(
  { use: unguarded(), block: unguarded(), unblock: unguarded(), modify: unguarded() },
  { allowUnguarded: ['use', 'block', 'unblock', 'modify'] },
);

function rootOf(changes: Partial<CertificateProfile>, keyPolicy?: Policy | null): TbsRequest {
  const given = { profile: rootProfile(keys.p256, changes), issuer: 'self' as const, publicKey: keys.p256.spki };
  return keyPolicy === undefined ? given : { ...given, policy: keyPolicy };
}

/** One request for each refusal that a profile can lift. */
const liftable: Readonly<Record<AllowableCode, readonly [(allow: CertificateProfile['allow']) => TbsRequest, string]>> =
  {
    'validity-outside-issuer': [(allow) => below({ ...allowed(allow), notAfter: START + 1001 * DAY }), 'notAfter'],
    'purposes-outside-issuer': [
      (allow) => below({ ...allowed(allow), extendedKeyUsage: ['serverAuth', 'clientAuth'] }),
      'extendedKeyUsage[1]',
    ],
    'key-equals-issuer': [(allow) => ({ ...below(allowed(allow)), publicKey: keys.p384.spki }), 'publicKey'],
    'policy-unguarded': [(allow) => rootOf(allowed(allow), open), 'policy'],
    'quorum-too-low': [(allow) => rootOf({ ...allowed(allow), quorum: 3 }, guarded(2)), 'policy'],
  };

function allowed(allow: CertificateProfile['allow']): Partial<CertificateProfile> {
  return allow === undefined ? {} : { allow };
}

describe('what can be lifted in writing', () => {
  test.each(allowableCodes)('%s is refused, taken with a reason, and reported', (code) => {
    const [make, path] = liftable[code];
    expect(refused(() => buildTbs(make(undefined)))).toEqual([code, path]);
    const { decisions } = buildTbs(make([{ code, because }]));
    const found = decisions.find(({ id }) => id === `issue.${code}`);
    expect(found).toMatchObject({ outcome: 'warn', where: path });
    expect(found?.message).toContain(because);
    const another = allowableCodes.find((it) => it !== code) as AllowableCode;
    expect(refused(() => buildTbs(make([{ code: another, because }])))).toEqual([code, path]);
  });

  test('without need is reported too', () => {
    expect(decisionIds(rootOf({ allow: [{ code: 'key-equals-issuer', because }] }))).toEqual([
      'issue.allowance-unused',
    ]);
  });

  test.each<[string, CertificateProfile['allow'], string]>([
    ['another code', [{ code: 'dates-inverted' as AllowableCode, because }], 'allow[0].code'],
    ['one twice', Array(2).fill({ code: 'key-equals-issuer', because }), 'allow[1].code'],
    ['no reason', [{ code: 'key-equals-issuer', because: ' ' }], 'allow[0].because'],
  ])('is not %s', (_case, allow, path) => {
    expect(refused(() => buildTbs(rootOf(allowed(allow))))).toEqual(['profile-malformed', path]);
  });
});

describe('below an issuer with purposes and name constraints', () => {
  test('what lies within them is taken; constraints above are said to be unknown', () => {
    expect(decisionIds(below({}))).toEqual(['issue.constraints-above']);
    const direct = { profile: leafProfile(keys.p256), issuer: rootDer, publicKey: keys.otherP256.spki };
    expect(decisionIds(direct)).toEqual([]);
  });

  test.each<[string, Partial<CertificateProfile>, string]>([
    ['a host', { subjectAltName: [{ type: 'dNSName', value: 'leaf.example.org' }] }, 'subjectAltName[0]'],
    [
      'an address',
      {
        subjectAltName: [
          { type: 'dNSName', value: 'a.example' },
          { type: 'iPAddress', bytes: Uint8Array.of(10, 0, 0, 1) },
        ],
      },
      'subjectAltName[1]',
    ],
    [
      'a subject',
      {
        subject: [
          { type: 'commonName', value: 'secret' },
          { type: 'commonName', value: 'a.example' },
        ],
        subjectAltName: [{ type: 'dNSName', value: 'a.example' }],
      },
      'subject',
    ],
  ])('%s outside is refused', (_case, changes, path) => {
    expect(refused(() => buildTbs(below(changes)))).toEqual(['names-outside-issuer', path]);
  });

  test('anyExtendedKeyUsage is beyond all', () => {
    const error = refusal(() => buildTbs(below({ extendedKeyUsage: ['anyExtendedKeyUsage'] })));
    expect([error.code, error.expected]).toEqual([
      'purposes-outside-issuer',
      "one of the issuer's purposes: serverAuth",
    ]);
  });

  test('a CA of the same name is exempt from name constraints (RFC 5280, 6.1.3)', () => {
    const subject = [{ type: 'commonName', value: 'secret' }];
    const self = (constrained: boolean) =>
      rootProfile(keys.p256, {
        subject,
        ...(constrained ? { nameConstraints: { excluded: [{ type: 'directoryName', name: subject }] } } : {}),
      });
    const issuer = certificate({ profile: self(true), issuer: 'self', publicKey: keys.p256.spki }, keys.p256);
    const given = { profile: { ...self(false), serialNumber: 5n }, issuer, publicKey: keys.p384.spki };
    expect(buildTbs(given).tbs.length).toBeGreaterThan(0);
    const leaf = { profile: leafProfile(keys.p256, { subject }), issuer, publicKey: keys.p384.spki };
    expect(refused(() => buildTbs(leaf))).toEqual(['names-outside-issuer', 'subject']);
  });
});

describe('the policy of the key', () => {
  test('that needs as many approvals as stated is taken', () => {
    for (const quorum of [1, 2]) expect(decisionIds(rootOf({ quorum }, guarded(2)))).toEqual([]);
    expect(decisionIds(rootOf({}, guarded(1)))).toEqual([]);
  });

  test('counts the weakest way: whoever may change it may use it', () => {
    const error = refusal(() => buildTbs(rootOf({ quorum: 2 }, guarded(3, of(1)))));
    expect([error.code, error.path]).toEqual(['quorum-too-low', 'policy']);
    expect(error.actual).toMatch(/^1 enough: .*policy/);
    expect(decisionIds(rootOf({ quorum: 2 }, guarded(2, never())))).toEqual([]);
  });

  test('that nobody can meet is said', () => {
    const dead = policy({ use: never(), block: of(1), unblock: of(1), modify: never() });
    expect(decisionIds(rootOf({ quorum: 2 }, dead))).toEqual(['issue.key-unusable']);
  });

  test('is not asked about a leaf, but with a quorum', () => {
    const leaf = { ...below({}), policy: open };
    expect(decisionIds(leaf)).toEqual(['issue.constraints-above']);
    expect(refused(() => buildTbs({ ...below({ quorum: 1 }), policy: open }))).toEqual(['policy-unguarded', 'policy']);
  });

  test('of an ordinary key, or unknown', () => {
    expect(decisionIds(rootOf({}, null))).toEqual([]);
    expect(refused(() => buildTbs(rootOf({ quorum: 1 }, null)))).toEqual(['policy-unguarded', 'policy']);
    const [decision, ...none] = buildTbs(rootOf({ quorum: 2 })).decisions;
    expect([decision?.id, decision?.outcome, none]).toEqual(['issue.quorum-not-checked', 'not-checked', []]);
  });

  test('changes no byte', () => {
    const bytes = [undefined, null, open].map(
      (it) => buildTbs(rootOf({ allow: [{ code: 'policy-unguarded', because }] }, it)).tbs,
    );
    expect(bytes[1]).toEqual(bytes[0]);
    expect(bytes[2]).toEqual(bytes[0]);
  });
});

describe('lint', () => {
  const bad = { extendedKeyUsage: ['serverAuth'], keyUsage: ['cRLSign'] } as const;
  test('errors refuse, all of them in the error', () => {
    const error = refusal(() => buildTbs(below(bad)));
    expect([error.code, error.path]).toEqual(['lint-failed', 'tbs.extensions.keyUsage']);
    expect(error.findings.map(({ id }) => id)).toEqual(['lint.key-usage-fits-purposes']);
  });
  test('a rule can be left out with a reason, which is reported', () => {
    const lint = { exclude: [{ rule: 'key-usage-fits-purposes', because }] };
    expect(decisionIds(below({ ...bad, lint }))).toEqual(['issue.constraints-above', 'issue.lint-excluded']);
  });
  test('no rules at all is reported', () => {
    expect(decisionIds(rootOf({ lint: { sets: [] } }))).toEqual(['issue.not-linted']);
  });
  test('warnings are in the report', () => {
    const { lint } = buildTbs(rootOf({}));
    expect(lint.verdict).toBe('pass');
    expect(lint.findings.filter(({ outcome }) => outcome === 'warn').map(({ id }) => id)).toContain(
      'lint.not-before-midnight',
    );
  });
  test('the caller can ask for more and not for less', () => {
    const given = rootOf({ lint: { sets: ['rfc5280'] } });
    const count = (lint: TbsRequest['lint']) =>
      buildTbs({ ...given, ...(lint === undefined ? {} : { lint }) }).lint.results.length;
    expect(count({ sets: ['hsm'] })).toBeGreaterThan(count(undefined));
    expect(count({ include: ['not-before-midnight'] })).toBe(count(undefined) + 1);
    expect(count({ sets: [] })).toBe(count(undefined));
  });
  test.each<[string, CertificateProfile['lint'], IssueErrorCode, string]>([
    ['a rule', { exclude: [{ rule: 'key-usage-fits-purpose', because }] }, 'lint-rule-unknown', 'lint.exclude[0].rule'],
    ['a rule to add', { include: ['x'] }, 'lint-rule-unknown', 'lint.include[0]'],
    ['a set', { sets: ['none' as 'all'] }, 'profile-malformed', 'lint.sets[0]'],
    [
      'a reason',
      { exclude: [{ rule: 'key-usage-critical', because: '' }] },
      'profile-malformed',
      'lint.exclude[0].because',
    ],
  ])('that does not know %s', (_case, lint, code, path) => {
    expect(refused(() => buildTbs(rootOf(lint === undefined ? {} : { lint })))).toEqual([code, path]);
  });
  test('names the nearest rule', () => {
    const lint = { include: ['key-usage-critcal'] };
    expect(refusal(() => buildTbs(rootOf({ lint }))).expected).toBe('the id of a rule, perhaps `key-usage-critical`');
  });
});

describe('a random serial number', () => {
  const serial = (...octets: number[]) => {
    const { tbs } = buildTbs({ ...rootOf({ serialNumber: 'random' }), randomBytes: Uint8Array.from(octets) });
    return Buffer.from(readTbs(tbs).serialNumber).toString('hex');
  };
  const many = (length: number, first: number) => [first, ...Array.from({ length: length - 1 }, (_, i) => i + 1)];
  test('has every bit of 8 octets, as a positive number', () => {
    expect(serial(...many(8, 0x7f))).toBe('7f01020304050607');
    expect(serial(...many(8, 0xff))).toBe('00ff01020304050607');
    expect(serial(0, 0, 0, 0, 0, 0, 0, 9)).toBe('09');
  });
  test('of 20 octets has the first bit cleared', () => {
    expect(serial(...many(20, 0xff))).toMatch(/^7f01.*13$/);
    expect(serial(...many(20, 0xff)).length).toBe(40);
  });
  test.each([0, 7, 21, 64])('is not made of %i octets', (length) => {
    expect(refused(() => serial(...many(length, 1).slice(0, length)))).toEqual(['random-bytes-invalid', 'randomBytes']);
  });
  test('nor of none, nor of what a broken source gives', () => {
    expect(refused(() => buildTbs(rootOf({ serialNumber: 'random' })))).toEqual([
      'random-bytes-invalid',
      'randomBytes',
    ]);
    for (const octet of [0, 0xff]) {
      expect(refused(() => serial(...Array<number>(16).fill(octet)))).toEqual(['random-bytes-invalid', 'randomBytes']);
    }
  });
});

describe('key identifiers', () => {
  const hash = (name: string, data: Uint8Array) => createHash(name).update(data).digest('hex');
  // The point of a P-256 key stands at the end of its SubjectPublicKeyInfo.
  const bits = keys.p256.spki.subarray(-65);
  const identifiers = (changes: Partial<CertificateProfile>) => {
    const { subjectKeyIdentifier: own, authorityKeyIdentifier: authority } = tbsExtensions(
      readTbs(buildTbs(rootOf(changes)).tbs),
    );
    return { own: own && Buffer.from(own.keyIdentifier).toString('hex'), authority };
  };
  test.each([
    ['rfc5280-1', hash('sha1', bits)],
    ['rfc5280-2', `4${hash('sha1', bits).slice(25)}`],
    ['rfc7093-1', hash('sha256', bits).slice(0, 40)],
    ['rfc7093-2', hash('sha384', bits).slice(0, 40)],
    ['rfc7093-3', hash('sha512', bits).slice(0, 40)],
    ['rfc7093-4', hash('sha256', keys.p256.spki)],
  ] as const)('%s', (method, expected) => {
    const lint = { exclude: [] };
    const { own, authority } = identifiers({ subjectKeyIdentifier: method, lint });
    expect(own).toBe(expected);
    expect(Buffer.from(authority?.keyIdentifier ?? []).toString('hex')).toBe(expected);
  });
  test('given', () => expect(identifiers({ subjectKeyIdentifier: Uint8Array.of(1, 2) }).own).toBe('0102'));
  test('none of the issuer in a root', () =>
    expect(identifiers({ authorityKeyIdentifier: null }).authority).toBeNull());
  test('byte for byte from the issuer, with its own issuer and serial number', () => {
    const issuer = certificate(
      {
        profile: intermediateProfile(keys.p256, {
          subjectKeyIdentifier: Uint8Array.of(7),
          serialNumber: 0x80n,
          basicConstraints: { ca: true },
        }),
        issuer: rootDer,
        publicKey: keys.p384.spki,
      },
      keys.p256,
    );
    const profile = leafProfile(keys.p384, { authorityKeyIdentifier: 'with-issuer-and-serial' });
    const authority = tbsExtensions(
      readTbs(buildTbs({ profile, issuer, publicKey: keys.rsa.spki }).tbs),
    ).authorityKeyIdentifier;
    expect([authority?.keyIdentifier, authority?.serialNumber]).toEqual([Uint8Array.of(7), Uint8Array.of(0, 0x80)]);
    const [name] = authority?.issuer ?? [];
    expect(name?.type === 'directoryName' && name.name.bytes).toEqual(readTbs(buildTbs(rootOf({})).tbs).subject.bytes);
  });
  test.each<[string, Partial<CertificateProfile>, IssueErrorCode, string]>([
    ['of a CA', { subjectKeyIdentifier: null }, 'key-identifier-missing', 'subjectKeyIdentifier'],
    ['empty', { subjectKeyIdentifier: new Uint8Array(0) }, 'extension-invalid', 'subjectKeyIdentifier'],
    ['65 octets', { subjectKeyIdentifier: new Uint8Array(65) }, 'extension-invalid', 'subjectKeyIdentifier'],
    ['an unknown method', { subjectKeyIdentifier: 'sha1' as 'rfc5280-1' }, 'extension-invalid', 'subjectKeyIdentifier'],
  ])('refused: %s', (_case, changes, code, path) => {
    expect(refused(() => buildTbs(rootOf(changes)))).toEqual([code, path]);
  });
  test('none of the issuer below it is refused', () => {
    expect(refused(() => buildTbs(below({ authorityKeyIdentifier: null })))).toEqual([
      'key-identifier-missing',
      'authorityKeyIdentifier',
    ]);
  });
});

test('a key beside a request must be the one in it', () => {
  const given = { ...below({}), csr: request(keys.otherP256) };
  expect(buildTbs(given).tbs).toEqual(buildTbs(below({})).tbs);
  expect(refused(() => buildTbs({ ...given, publicKey: keys.rsa.spki }))).toEqual(['key-mismatch', 'csr.publicKey']);
  const { publicKey: _none, ...without } = below({});
  expect(() => buildTbs(without)).toThrow(TypeError);
});
