import {
  encodeElement,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeUtf8String,
} from '@quorate/der';
import { parseCertificationRequest } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import {
  buildTbs,
  type CertificateProfile,
  type CsrDecision,
  type CsrProfile,
  type CsrRules,
  decideFromRequest,
  readProfile,
  readTbs,
  tbsExtensions,
  writeProfile,
} from '../../src/index.ts';
import { attribute, csrOf, extension, extensionRequest, rawCsr } from '../support/csr.ts';
import { keys } from '../support/keys.ts';
import { intermediateProfile, leafProfile, root } from '../support/profiles.ts';
import { refusal, refused } from '../support/refusal.ts';

const issuer = root(keys.p256);
const asker = keys.otherP256;

/** The leaf's profile with rules. */
function ruled(csr: CsrRules, changes: Partial<CertificateProfile> = {}): CertificateProfile {
  return leafProfile(keys.p256, { ...changes, csr });
}

/** The certificate's extensions, its subject's texts, and what was decided. */
function made(profile: CertificateProfile, csr: Uint8Array) {
  const { tbs, decisions } = buildTbs({ profile, csr, issuer });
  const fields = readTbs(tbs);
  const subject = fields.subject.rdns.map((rdn) => rdn.map(({ text }) => text).join('+'));
  return { fields, extensions: tbsExtensions(fields), subject, decisions };
}

function decided(profile: CertificateProfile, csr: Uint8Array): readonly CsrDecision[] {
  return decideFromRequest(profile, parseCertificationRequest(csr)).decisions;
}

function decisionOn(item: string, profile: CertificateProfile, csr: Uint8Array): CsrDecision | undefined {
  return decided(profile, csr).find((decision) => decision.item === item);
}

const asks = (profile: Partial<CsrProfile>): Uint8Array =>
  csrOf(asker, { subject: [{ type: 'commonName', value: 'asked.example' }], ...profile });
const dns = (value: string) => ({ type: 'dNSName', value }) as const;

const everything = asks({
  basicConstraints: { ca: false },
  keyUsage: ['digitalSignature', 'keyAgreement'],
  extendedKeyUsage: ['clientAuth'],
  subjectAltName: [dns('asked.example')],
  subjectKeyIdentifier: Uint8Array.of(1, 2, 3),
  certificatePolicies: [{ policy: '1.2.3.4' }],
  tlsFeature: [5],
  crlDistributionPoints: [{ fullName: [{ type: 'uniformResourceIdentifier', value: 'http://asked.example/crl' }] }],
  extensions: [{ oid: '1.2.3.4.5', critical: false, der: encodeNull() }],
  attributes: [{ type: '1.2.840.113549.1.9.7', values: [encodeUtf8String('password')] }],
});
const nothing = csrOf(asker, { subject: [], subjectAltName: [dns('only.example')] });

describe('without rules', () => {
  test('nothing but the key is taken, and everything that was asked for is reported', () => {
    const profile = leafProfile(keys.p256);
    const { extensions, subject, decisions } = made(profile, everything);
    const plain = made(profile, rawCsr(asker, []));
    expect(subject).toEqual(['leaf.example']);
    expect(extensions).toEqual(plain.extensions);
    const told = decided(profile, everything);
    expect(told.map(({ item, decision }) => [item, decision])).toEqual(
      [
        'subject',
        'basicConstraints',
        'keyUsage',
        'extendedKeyUsage',
        'subjectKeyIdentifier',
        'subjectAltName',
        'certificatePolicies',
        'tlsFeature',
        'crlDistributionPoints',
        '1.2.3.4.5',
        'attribute 1.2.840.113549.1.9.7',
      ].map((item) => [item, 'ignored']),
    );
    expect(told.every(({ asked, rule }) => asked !== null && rule === null)).toBe(true);
    expect(told.find(({ item }) => item === 'subjectAltName')).toMatchObject({
      asked: '`dNSName asked.example`',
      given: '`dNSName leaf.example`, `iPAddress 192.0.2.1`',
    });
    const findings = decisions.filter(({ id }) => id.startsWith('issue.csr'));
    expect(findings.length).toBe(told.length);
    expect(findings.find(({ where }) => where === 'csr.keyUsage')).toMatchObject({
      id: 'issue.csr-ignored',
      outcome: 'warn',
      message:
        'the request asks for digitalSignature, keyAgreement; the certificate has digitalSignature (no rule is about it)',
    });
  });

  test('a request that asks for nothing leaves nothing to report', () => {
    expect(decided(leafProfile(keys.p256), rawCsr(asker, [], Uint8Array.of(0x30, 0)))).toEqual([]);
  });

  test('what no rule is about can be refused', () => {
    const profile = ruled({ unnamed: 'refuse', subject: 'allow' });
    expect(refused(() => made(profile, everything))).toEqual(['request-refused', 'csr.basicConstraints']);
    const withPassword = rawCsr(asker, [attribute('1.2.840.113549.1.9.7', encodeUtf8String('password'))]);
    expect(refused(() => made(profile, withPassword))).toEqual([
      'request-refused',
      'csr.attribute 1.2.840.113549.1.9.7',
    ]);
    expect(made(profile, rawCsr(asker, [])).subject).toEqual(['asked for']);
  });
});

/** For each item that can be taken: the rule, and where the certificate then shows it. */
const items = [
  [
    'keyUsage',
    (e: ReturnType<typeof made>) => e.extensions.keyUsage?.usages,
    ['digitalSignature', 'keyAgreement'],
    ['digitalSignature'],
  ],
  [
    'extendedKeyUsage',
    (e: ReturnType<typeof made>) => e.extensions.extendedKeyUsage?.purposes,
    ['1.3.6.1.5.5.7.3.2'],
    ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2'],
  ],
  [
    'subjectAltName',
    (e: ReturnType<typeof made>) => e.extensions.subjectAltName?.names.map((n) => ('value' in n ? n.value : n.type)),
    ['asked.example'],
    ['leaf.example', 'iPAddress'],
  ],
  ['subject', (e: ReturnType<typeof made>) => e.subject, ['asked.example'], ['leaf.example']],
  [
    'subjectKeyIdentifier',
    (e: ReturnType<typeof made>) => e.extensions.subjectKeyIdentifier?.keyIdentifier.length,
    3,
    20,
  ],
  [
    'certificatePolicies',
    (e: ReturnType<typeof made>) => e.extensions.certificatePolicies?.policies.map(({ oid }) => oid),
    ['1.2.3.4'],
    undefined,
  ],
  ['tlsFeature', (e: ReturnType<typeof made>) => e.extensions.other.map(({ oid }) => oid), ['1.3.6.1.5.5.7.1.24'], []],
] as const;

describe.each(items)('%s', (item, seen, asked, own) => {
  test('allow takes what is asked for', () => {
    expect(seen(made(ruled({ [item]: 'allow' }), everything))).toEqual(asked);
    expect(decisionOn(item, ruled({ [item]: 'allow' }), everything)?.decision).toBe('taken');
  });

  test('allow gives what the profile has when nothing is asked for', () => {
    const csr = rawCsr(asker, [], Uint8Array.of(0x30, 0));
    expect(seen(made(ruled({ [item]: 'allow' }), csr))).toEqual(own);
    expect(decisionOn(item, ruled({ [item]: 'allow' }), csr)?.decision).toBe('profile');
  });

  test('require refuses when nothing is asked for', () => {
    const csr = rawCsr(asker, [], Uint8Array.of(0x30, 0));
    expect(refused(() => made(ruled({ [item]: 'require' }), csr))).toEqual(['request-lacks', `csr.${item}`]);
  });

  test('override gives what the profile has, whatever is asked for', () => {
    expect(seen(made(ruled({ [item]: 'override' }), everything))).toEqual(own);
    const decision = decisionOn(item, ruled({ [item]: 'override' }), everything);
    expect(decision).toMatchObject({ rule: 'override', decision: 'profile' });
    expect(decision?.asked).not.toBe(null);
  });

  test('refuse is an error when it is asked for, and nothing otherwise', () => {
    expect(refused(() => made(ruled({ [item]: 'refuse' }), everything))).toEqual(['request-refused', `csr.${item}`]);
    const csr = rawCsr(asker, [], Uint8Array.of(0x30, 0));
    expect(seen(made(ruled({ [item]: 'refuse' }), csr))).toEqual(own);
  });
});

describe('require without bounds wants what the profile has, where it has something', () => {
  test.each([
    ['keyUsage', { keyUsage: ['keyAgreement', 'digitalSignature'] }, 'keyUsage'],
    ['extendedKeyUsage', { extendedKeyUsage: ['clientAuth'] }, 'extendedKeyUsage'],
    ['subjectAltName', { subjectAltName: [dns('asked.example')] }, 'subjectAltName'],
    ['subject', { subject: [{ type: 'commonName', value: 'Asked.EXAMPLE' }] }, 'subject'],
    ['subjectKeyIdentifier', { subjectKeyIdentifier: Uint8Array.of(1, 2, 3) }, 'subjectKeyIdentifier'],
    ['certificatePolicies', { certificatePolicies: [{ policy: '1.2.3.4' }] }, 'certificatePolicies'],
    ['tlsFeature', { tlsFeature: [5] }, 'tlsFeature'],
    ['basicConstraints', { basicConstraints: { ca: false } }, 'basicConstraints'],
  ] as const)('%s', (item, same, where) => {
    expect(
      decisionOn(item, ruled({ [item]: 'require' }, same as Partial<CertificateProfile>), everything),
    ).toMatchObject({
      decision: 'taken',
      refusal: null,
    });
    const other: Partial<CertificateProfile> = {
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: ['serverAuth'],
      subjectAltName: [dns('asked.example'), dns('more.example')],
      subject: [{ type: 'commonName', value: 'another' }],
      subjectKeyIdentifier: 'rfc5280-1',
      certificatePolicies: [{ policy: 'anyPolicy' }],
      tlsFeature: [17],
      basicConstraints: null,
    };
    if (where === 'basicConstraints') return;
    expect(refused(() => made(ruled({ [item]: 'require' }, other), everything))).toEqual([
      'request-outside',
      `csr.${where}`,
    ]);
  });

  test('and gives the bytes of the profile: the names differ in letter case alone', () => {
    const profile = ruled({ subject: 'require' }, { subject: [{ type: 'commonName', value: 'Asked.EXAMPLE' }] });
    expect(made(profile, everything).subject).toEqual(['Asked.EXAMPLE']);
  });
});

describe('bounds', () => {
  const names = (...values: readonly string[]) => asks({ subjectAltName: values.map(dns) });
  const within = { permitted: [dns('example.ch')], excluded: [dns('secret.example.ch')] };

  test.each([
    ['the name itself', names('example.ch'), null],
    ['one below', names('a.example.ch', 'b.a.EXAMPLE.ch'), null],
    ['a wildcard below', names('*.a.example.ch'), null],
    ['another name', names('a.example.ch', 'example.com'), 'csr.subjectAltName[1]'],
    ['one that only ends like it', names('badexample.ch'), 'csr.subjectAltName[0]'],
    ['an excluded one', names('x.secret.example.ch'), 'csr.subjectAltName[0]'],
    ['a wildcard that reaches an excluded one', names('*.example.ch'), 'csr.subjectAltName[0]'],
    [
      'a name of another type',
      asks({ subjectAltName: [{ type: 'iPAddress', bytes: Uint8Array.of(10, 0, 0, 1) }] }),
      'csr.subjectAltName[0]',
    ],
  ])('of names: %s', (_case, csr, path) => {
    for (const rule of ['allow', 'require'] as const) {
      const profile = ruled({ subjectAltName: { rule, within } });
      if (path === null) expect(made(profile, csr).extensions.subjectAltName).not.toBe(null);
      else expect(refused(() => made(profile, csr))).toEqual(['request-outside', path]);
    }
  });

  test('of mail addresses and IP ranges', () => {
    const profile = ruled({
      subjectAltName: {
        rule: 'allow',
        within: {
          permitted: [
            { type: 'rfc822Name', value: 'example.ch' },
            { type: 'iPAddress', bytes: Uint8Array.of(10, 1, 0, 0, 255, 255, 0, 0) },
          ],
        },
      },
    });
    const mail = (value: string) => asks({ subjectAltName: [{ type: 'rfc822Name', value }] });
    const ip = (...octets: number[]) =>
      asks({ subjectAltName: [{ type: 'iPAddress', bytes: Uint8Array.from(octets) }] });
    expect(decisionOn('subjectAltName', profile, mail('a@example.ch'))?.decision).toBe('taken');
    expect(decisionOn('subjectAltName', profile, mail('a@sub.example.ch'))?.decision).toBe('refused');
    expect(decisionOn('subjectAltName', profile, ip(10, 1, 2, 3))?.decision).toBe('taken');
    expect(decisionOn('subjectAltName', profile, ip(10, 2, 2, 3))?.decision).toBe('refused');
    expect(decisionOn('subjectAltName', profile, ip(...new Uint8Array(16)))?.decision).toBe('refused');
  });

  test('of the subject', () => {
    const base = [
      { type: 'countryName', value: 'CH' },
      { type: 'organizationName', value: 'Example' },
    ];
    const profile = ruled({ subject: { rule: 'allow', within: base } });
    const named = (...rest: readonly (readonly [string, string])[]) =>
      csrOf(asker, { subject: rest.map(([type, value]) => ({ type, value })) });
    expect(
      made(profile, named(['countryName', 'CH'], ['organizationName', 'EXAMPLE'], ['commonName', 'x'])).subject,
    ).toEqual(['CH', 'EXAMPLE', 'x']);
    const foreign = named(['countryName', 'CH'], ['organizationName', 'Other'], ['commonName', 'x']);
    expect(refused(() => made(profile, foreign))).toEqual(['request-outside', 'csr.subject']);
  });

  test.each([
    ['keyUsage', { rule: 'allow', within: ['digitalSignature'] }],
    ['extendedKeyUsage', { rule: 'require', within: ['serverAuth', '1.3.6.1.5.5.7.3.8'] }],
    ['certificatePolicies', { rule: 'allow', within: ['1.2.3.5', 'anyPolicy'] }],
    ['tlsFeature', { rule: 'allow', within: [17] }],
  ] as const)('of lists: %s', (item, rule) => {
    expect(refused(() => made(ruled({ [item]: rule } as CsrRules), everything))).toEqual([
      'request-outside',
      `csr.${item}`,
    ]);
  });

  test.each([
    ['keyUsage', { rule: 'require', within: ['digitalSignature', 'keyAgreement', 'keyEncipherment'] }],
    ['extendedKeyUsage', { rule: 'allow', within: ['serverAuth', 'clientAuth'] }],
    ['certificatePolicies', { rule: 'require', within: ['1.2.3.4'] }],
    ['tlsFeature', { rule: 'allow', within: [5, 17] }],
  ] as const)('of lists, within: %s', (item, rule) => {
    expect(decisionOn(item, ruled({ [item]: rule } as CsrRules), everything)?.decision).toBe('taken');
  });
});

describe('a request makes no issuer', () => {
  const ca = asks({ basicConstraints: { ca: true }, keyUsage: ['keyCertSign', 'cRLSign'] });

  test('no CA where the profile has none', () => {
    expect(refused(() => made(ruled({ basicConstraints: 'allow' }), ca))).toEqual([
      'request-outside',
      'csr.basicConstraints',
    ]);
    expect(refused(() => made(ruled({ basicConstraints: 'require' }), ca))).toEqual([
      'request-outside',
      'csr.basicConstraints',
    ]);
  });

  test('no higher pathLen than the profile has, but a lower one', () => {
    const profile = (rule: 'allow' | 'require') =>
      intermediateProfile(keys.p256, { basicConstraints: { ca: true, pathLen: 1 }, csr: { basicConstraints: rule } });
    const of = (pathLen: number) => asks({ basicConstraints: { ca: true, pathLen }, keyUsage: ['keyCertSign'] });
    expect(made(profile('allow'), of(0)).extensions.basicConstraints).toMatchObject({ ca: true, pathLen: 0 });
    expect(made(profile('require'), of(1)).extensions.basicConstraints).toMatchObject({ ca: true, pathLen: 1 });
    for (const [rule, csr] of [
      ['allow', of(2)],
      ['allow', ca],
      ['require', of(0)],
      ['require', ca],
    ] as const) {
      expect(refused(() => made(profile(rule), csr))).toEqual(['request-outside', 'csr.basicConstraints']);
    }
  });

  test('no signing of certificates or CRLs without the profile', () => {
    for (const usage of ['keyCertSign', 'cRLSign'] as const) {
      const csr = asks({
        keyUsage: ['digitalSignature', usage],
        ...(usage === 'keyCertSign' ? { basicConstraints: { ca: true } } : {}),
      });
      expect(refused(() => made(ruled({ keyUsage: 'allow' }), csr))).toEqual(['request-outside', 'csr.keyUsage']);
    }
    const signer = ruled({ keyUsage: 'allow' }, { keyUsage: ['cRLSign'] });
    expect(decisionOn('keyUsage', signer, asks({ keyUsage: ['cRLSign'] }))?.decision).toBe('taken');
  });

  test('no OCSP responder and no purpose of every kind without the profile', () => {
    for (const purpose of ['OCSPSigning', 'anyExtendedKeyUsage']) {
      const csr = asks({ extendedKeyUsage: [purpose] });
      const rules = { extendedKeyUsage: 'allow' } as const;
      expect(refused(() => made(ruled(rules), csr))).toEqual(['request-outside', 'csr.extendedKeyUsage']);
      expect(decisionOn('extendedKeyUsage', ruled(rules, { extendedKeyUsage: [purpose] }), csr)?.decision).toBe(
        'taken',
      );
    }
  });
});

describe('extensions without a member of their own', () => {
  const own = [{ oid: '1.2.3.4.5', critical: false, der: encodeOctetString(Uint8Array.of(1)) }];
  const rule = (kind: 'allow' | 'require' | 'override' | 'refuse'): CsrRules => ({
    extensions: [{ oid: '1.2.3.4.5', rule: kind }],
  });

  test('are taken byte for byte', () => {
    const { extensions } = made(ruled(rule('allow'), { extensions: own }), everything);
    expect(extensions.other).toEqual([{ oid: '1.2.3.4.5', critical: false, value: encodeNull() }]);
  });

  test('several of them', () => {
    const two = rawCsr(asker, [
      extensionRequest(extension('1.2.3.4.6', encodeNull()), extension('1.2.3.4.5', encodeNull())),
    ]);
    const rules: CsrRules = {
      extensions: [
        { oid: '1.2.3.4.5', rule: 'allow' },
        { oid: '1.2.3.4.6', rule: 'require' },
      ],
    };
    expect(made(ruled(rules, { extensions: own }), two).extensions.other.map(({ oid }) => oid)).toEqual([
      '1.2.3.4.5',
      '1.2.3.4.6',
    ]);
  });

  test('each with what it asks for, and its criticality', () => {
    const asked = (critical: boolean) =>
      asks({
        extensions: [
          { oid: '1.2.3.4.5', critical, der: encodeNull() },
          { oid: '1.2.3.4.6', critical: true, der: encodeNull() },
        ],
      });
    const rules: CsrRules = {
      extensions: [
        { oid: '1.2.3.4.5', rule: 'allow' },
        { oid: '1.2.3.4.6', rule: 'allow' },
      ],
    };
    const { other } = made(ruled(rules, { extensions: own }), asked(false)).extensions;
    expect(other.map(({ critical, value }) => [critical, value])).toEqual([
      [false, encodeNull()],
      [true, encodeNull()],
    ]);
    const same = [{ oid: '1.2.3.4.5', critical: false, der: encodeNull() }];
    expect(decisionOn('1.2.3.4.5', ruled(rule('require'), { extensions: same }), asked(false))?.decision).toBe('taken');
    expect(decisionOn('1.2.3.4.5', ruled(rule('require'), { extensions: same }), asked(true))?.refusal?.code).toBe(
      'request-outside',
    );
  });

  test('or by their rules', () => {
    expect(refused(() => made(ruled(rule('require'), { extensions: own }), everything))).toEqual([
      'request-outside',
      'csr.1.2.3.4.5',
    ]);
    expect(refused(() => made(ruled(rule('refuse')), everything))).toEqual(['request-refused', 'csr.1.2.3.4.5']);
    expect(refused(() => made(ruled(rule('require')), nothing))).toEqual(['request-lacks', 'csr.1.2.3.4.5']);
    expect(made(ruled(rule('override'), { extensions: own }), everything).extensions.other[0]?.value).toEqual(
      own[0]?.der,
    );
  });
});

test('policies with qualifiers are not taken: those are for the issuer to say', () => {
  const csr = asks({
    certificatePolicies: [{ policy: '1.2.3.4', qualifiers: [{ type: 'cps', uri: 'http://x.example' }] }],
  });
  for (const rule of ['allow', 'require'] as const) {
    const error = refusal(() => made(ruled({ certificatePolicies: rule }), csr));
    expect([error.code, error.path]).toEqual(['request-outside', 'csr.certificatePolicies']);
    expect(error.message).toMatch(/policies without qualifiers/);
  }
});

test('what only the issuer can say is never taken', () => {
  const profile = ruled({ crlDistributionPoints: 'override' });
  expect(made(profile, everything).extensions.crlDistributionPoints).toBe(null);
  expect(decisionOn('crlDistributionPoints', profile, everything)).toMatchObject({ decision: 'profile', given: null });
  expect(refused(() => made(ruled({ crlDistributionPoints: 'refuse' }), everything))).toEqual([
    'request-refused',
    'csr.crlDistributionPoints',
  ]);
});

describe('rules that contradict', () => {
  test.each<readonly [string, Record<string, unknown>, Partial<CertificateProfile>, string]>([
    [
      'override of a subject that is from the request',
      { subject: 'override' },
      { subject: 'from-request' },
      'csr.subject',
    ],
    ['a rule that there is not', { keyUsage: 'perhaps' }, {}, 'csr.keyUsage'],
    ['taking what only the issuer can say', { nameConstraints: 'allow' }, {}, 'csr.nameConstraints'],
    ['no bounds at all', { subjectAltName: { rule: 'allow', within: {} } }, {}, 'csr.subjectAltName.within'],
    [
      'an extension with a member of its own',
      { extensions: [{ oid: '2.5.29.15', rule: 'allow' }] },
      {},
      'csr.extensions[0].oid',
    ],
    [
      'an extension twice',
      {
        extensions: [
          { oid: '1.2.3', rule: 'allow' },
          { oid: '1.2.3', rule: 'refuse' },
        ],
      },
      {},
      'csr.extensions[1].oid',
    ],
    [
      'no object identifier',
      { certificatePolicies: { rule: 'allow', within: ['x'] } },
      {},
      'csr.certificatePolicies.within[0]',
    ],
  ])('%s', (_case, rules, changes, path) => {
    expect(refused(() => made(ruled(rules as CsrRules, changes), everything))).toEqual(['request-rule-invalid', path]);
  });
});

test.each(['permitted', 'excluded'] as const)('bounds of names that are none are refused: %s', (side) => {
  const profile = ruled({ subjectAltName: { rule: 'allow', within: { [side]: [dns('*.example.ch')] } } });
  const place = `csr.subjectAltName.within.${side}[0].value`;
  expect(refused(() => made(profile, everything))).toEqual(['alternative-name-invalid', place]);
});

test('names that a profile cannot write again as they are asked for are refused', () => {
  const directory = (tag: number) => {
    const value = Uint8Array.of(tag, 1, 0x78);
    const attributeBytes = Uint8Array.of(0x30, 5 + value.length, 6, 3, 0x55, 4, 3, ...value);
    const name = Uint8Array.of(0x30, attributeBytes.length + 2, 0x31, attributeBytes.length, ...attributeBytes);
    const general = Uint8Array.of(0xa4, name.length, ...name);
    return rawCsr(asker, [extensionRequest(extension('2.5.29.17', Uint8Array.of(0x30, general.length, ...general)))]);
  };
  expect(made(ruled({ subjectAltName: 'allow' }), directory(0x0c)).extensions.subjectAltName?.names[0]?.type).toBe(
    'directoryName',
  );
  expect(refused(() => made(ruled({ subjectAltName: 'allow' }), directory(0x13)))).toEqual([
    'request-outside',
    'csr.subjectAltName[0]',
  ]);
});

test('names with syntax that none of their type has are refused, with the place in the request', () => {
  const value = Uint8Array.of(0x30, 5, 0x82, 3, 0x61, 0x20, 0x62);
  const csr = rawCsr(asker, [extensionRequest(extension('2.5.29.17', value))]);
  expect(refused(() => made(ruled({ subjectAltName: 'allow' }), csr))).toEqual([
    'alternative-name-invalid',
    'csr.subjectAltName[0].value',
  ]);
});

test('all refusals are told, and the first is thrown', () => {
  const profile = ruled({ subject: 'refuse', keyUsage: 'refuse', tlsFeature: 'allow' });
  const told = decided(profile, everything).filter(({ decision }) => decision === 'refused');
  expect(told.map(({ item, refusal: error }) => [item, error?.code])).toEqual([
    ['subject', 'request-refused'],
    ['keyUsage', 'request-refused'],
  ]);
  expect(refusal(() => made(profile, everything))).toEqual(told[0]?.refusal);
});

test('rules are the same after they were JSON', () => {
  const rules: CsrRules = {
    subject: { rule: 'allow', within: [{ type: 'countryName', value: 'CH' }] },
    basicConstraints: 'override',
    keyUsage: { rule: 'allow', within: ['digitalSignature'] },
    subjectAltName: {
      rule: 'require',
      within: {
        permitted: [dns('example.ch'), { type: 'iPAddress', bytes: Uint8Array.of(10, 0, 0, 0, 255, 0, 0, 0) }],
        excluded: [dns('a.example.ch')],
      },
    },
    extensions: [{ oid: '1.2.3', rule: 'allow' }],
    nameConstraints: 'refuse',
    unnamed: 'refuse',
  };
  const profile = ruled(rules);
  expect(readProfile(JSON.parse(JSON.stringify(writeProfile(profile)))).csr).toEqual(rules);
});

describe('each decision as a finding', () => {
  const outcomes = (profile: CertificateProfile, csr: Uint8Array): readonly string[] =>
    decided(profile, csr).map(({ item, finding }) => `${item} ${finding.id} ${finding.outcome}`);

  test('passes what is taken, warns of what is asked for in vain, fails what is refused', () => {
    const profile = ruled({ subject: 'allow', keyUsage: 'refuse', subjectAltName: 'override' });
    expect(outcomes(profile, everything).slice(0, 4)).toEqual([
      'subject issue.csr-taken pass',
      'basicConstraints issue.csr-ignored pass',
      'keyUsage issue.csr-refused fail',
      'extendedKeyUsage issue.csr-ignored warn',
    ]);
  });

  test('a subject that no certificate may have is refused when it is decided, not later', () => {
    const subject = encodeSequence(
      encodeElement(0x31, encodeSequence(encodeOid('2.5.4.3'), encodeUtf8String('evil\u202egpj.exe'))),
    );
    const csr = rawCsr(asker, [], subject);
    const profile = ruled({ subject: 'allow' });
    const { decision, refusal: error, finding } = decisionOn('subject', profile, csr) as CsrDecision;
    expect([decision, error?.code, finding.where]).toEqual(['refused', 'name-value-invalid', 'csr.subject[0].value']);
    expect(finding.actual).not.toContain('\u202e');
  });
});
