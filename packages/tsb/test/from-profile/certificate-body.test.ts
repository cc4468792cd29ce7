import { sign } from 'node:crypto';
import { encodeSignatureAlgorithm, signatureAlgorithmByName } from '@quorate/crypto';
import {
  encodeBitString,
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeUtf8String,
} from '@quorate/der';
import { assemble, buildTbs, type CertificateProfile } from '@quorate/issue';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import { checkCertificateAgainstRequest } from '@quorate/verify/request';
import { keyUsageNames, parseCertificate, parseCertificationRequest, purposeOid } from '@quorate/x509';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CertificateBodyParts,
  certificateBodyOf,
  type RequestBody,
  readRequestFile,
  toCertificateRequest,
  toCsrRequest,
} from '../../src/index.ts';
import { refusal } from '../support/json.ts';
import { DAY, ecdsa, ecKey, partsOf, paths, profileOf, rsa, START, sent } from './support.ts';

type CertificateRequestBody = Extract<
  RequestBody,
  { type: 'selfSignCertificateRequest' | 'csrSignRequest' | 'signCertificateRequest' }
>;
const KINDS = ['selfsign', 'sign', 'request'] as const;
const DIALECTS = ['commonName', 'standardCertificateAttributes'] as const;
const ALL = KINDS.flatMap((kind) => DIALECTS.map((dialect) => ({ kind, dialect })));
const csr = parseCertificationRequest(issuedCsr);

const make = (kind: (typeof KINDS)[number], dialect: (typeof DIALECTS)[number], profile: CertificateProfile) =>
  certificateBodyOf(partsOf(kind, dialect, profile, issuedCsr));
const read = (made: ReturnType<typeof make>) => readRequestFile(sent(made)) as CertificateRequestBody;
const why = (made: ReturnType<typeof make>, path: string) =>
  made.notExpressible.filter((entry) => entry.path === path).map((entry) => entry.why);

/** Every member of a profile beside those that it must have, with a value that a body cannot bring about. */
const EXTRAS: Readonly<Partial<Record<keyof CertificateProfile, unknown>>> = {
  subjectAltName: [{ type: 'dNSName', value: 'a.example' }],
  issuerAltName: [{ type: 'dNSName', value: 'a.example' }],
  subjectKeyIdentifier: 'rfc7093-1',
  authorityKeyIdentifier: 'with-issuer-and-serial',
  nameConstraints: { permitted: [{ type: 'dNSName', value: 'example' }] },
  certificatePolicies: [{ policy: 'anyPolicy' }],
  policyMappings: [{ issuerDomainPolicy: '1.2.3', subjectDomainPolicy: '1.2.4' }],
  policyConstraints: { requireExplicitPolicy: 0 },
  inhibitAnyPolicy: 0,
  crlDistributionPoints: [{ fullName: [{ type: 'uniformResourceIdentifier', value: 'http://a.example/c' }] }],
  freshestCrl: [{ fullName: [{ type: 'uniformResourceIdentifier', value: 'http://a.example/d' }] }],
  authorityInfoAccess: [{ method: 'ocsp', location: { type: 'uniformResourceIdentifier', value: 'http://o.example' } }],
  subjectInfoAccess: [
    { method: 'caRepository', location: { type: 'uniformResourceIdentifier', value: 'http://o.example' } },
  ],
  tlsFeature: [5],
  qcStatements: [{ type: 'qcCompliance' }],
  ocspNoCheck: true,
};

describe('what is read back from a body', () => {
  const attribute = fc.constantFrom(
    ['commonName', '2.5.4.3'],
    ['organizationalUnitName', '2.5.4.11'],
    ['organizationName', '2.5.4.10'],
    ['organizationIdentifier', '2.5.4.97'],
    ['localityName', '2.5.4.7'],
    ['stateOrProvinceName', '2.5.4.8'],
    ['countryName', '2.5.4.6'],
    ['emailAddress', '1.2.840.113549.1.9.1'],
    ['title', '2.5.4.12'],
    ['surname', '2.5.4.4'],
    ['givenName', '2.5.4.42'],
    ['initials', '2.5.4.43'],
    ['generationQualifier', '2.5.4.44'],
    ['pseudonym', '2.5.4.65'],
  );
  const subject = fc
    .tuple(
      fc.uniqueArray(attribute, { selector: ([name]) => name, maxLength: 14 }),
      fc.stringMatching(/^[A-Za-zäé][A-Za-z .]{0,10}[a-z]$/),
      fc.boolean(),
    )
    .map(([types, value, byOid]) => {
      const all = types.some(([name]) => name === 'commonName') ? types : [...types, ['commonName', '2.5.4.3']];
      return all.map(([name, oid]) => ({ type: (byOid ? oid : name) as string, oid: oid as string, value }));
    });
  const purposes = ['serverAuth', 'clientAuth', 'OCSPSigning', 'anyExtendedKeyUsage', '1.3.6.1.5.5.7.3.4'];
  const arbitrary = fc.record({
    subject,
    days: fc.integer({ min: 1, max: 3_000_000 }),
    rest: fc.constantFrom(-1, 0, 1, DAY - 2),
    ca: fc.constantFrom(null, true, false),
    keyUsage: fc.option(fc.shuffledSubarray([...keyUsageNames], { minLength: 1 })),
    extendedKeyUsage: fc.option(fc.shuffledSubarray(purposes, { minLength: 1 })),
    algorithm: fc.constantFrom(rsa, ecdsa),
  });

  test.each(ALL)('is what the profile says, or stands in the list: $kind, $dialect', ({ kind, dialect }) => {
    fc.assert(
      fc.property(arbitrary, ({ subject: name, days, rest, ca, keyUsage, extendedKeyUsage, algorithm }) => {
        const made = make(
          kind,
          dialect,
          profileOf({
            subject: name.map(({ type, value }) => ({ type, value })),
            notAfter: START + days * DAY + rest,
            basicConstraints: ca === null ? null : { ca },
            keyUsage,
            signatureAlgorithm: algorithm,
            ...(extendedKeyUsage === null ? {} : { extendedKeyUsage }),
          }),
        );
        const body = read(made);
        const asked =
          body.type === 'csrSignRequest' ? toCsrRequest(body, csr.publicKey) : toCertificateRequest(body, { csr });
        const listed = paths(made.notExpressible);
        expect(body.unknown).toEqual([]);
        expect(body.form).toBe('asynchronous');
        expect(body.signKeyName).toBe('CA.example.org');
        const attributes = name.map(({ oid, value }) => ({ type: oid, text: value }));
        const whole = kind === 'request' || dialect === 'standardCertificateAttributes';
        const stated = attributes.filter(({ type }) => whole || type === '2.5.4.3');
        const byType = (list: readonly { readonly type: string }[]) =>
          [...list].sort((a, b) => (a.type < b.type ? -1 : 1));
        if (asked.subject?.type !== 'attributes') throw new Error('a subject by attributes');
        expect(byType(asked.subject.attributes)).toEqual(byType(stated));
        name.forEach(({ oid }, i) => {
          expect(listed.includes(`subject[${i}]`)).toBe(!whole && oid !== '2.5.4.3');
        });
        expect(asked.validityDays).toBe(
          kind === 'sign' && dialect === 'commonName'
            ? null
            : rest === -1
              ? days
              : Math.floor((days * DAY + rest) / DAY),
        );
        expect([...(asked.keyUsage ?? [])].sort()).toEqual([...(keyUsage ?? [])].sort());
        expect(asked.extendedKeyUsage).toEqual((extendedKeyUsage ?? []).map((each) => purposeOid(each) ?? each));
        expect(asked.ca).toBe(kind === 'request' ? null : ca === true);
        expect(listed.includes('basicConstraints')).toBe(kind === 'request' ? ca !== null : ca === false);
        expect(asked.signatureAlgorithm).toBe(kind === 'request' ? rsa : algorithm);
        expect(listed.includes('signatureAlgorithm')).toBe(kind === 'request');
        expect(asked.selfSigned).toBe(kind === 'selfsign');
        // What no body has, the list always has.
        expect([asked.pathLen, asked.notBefore, asked.notAfter, asked.serialNumber]).toEqual([null, null, null, null]);
        expect(listed).toEqual(expect.arrayContaining(['notBefore', 'serialNumber']));
        expect(listed.some((path) => path.startsWith('notAfter'))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test('is what a certificate of that profile passes, once its TBS is signed', () => {
    const key = ecKey();
    const profile = profileOf({
      signatureAlgorithm: ecdsa,
      basicConstraints: { ca: true },
      keyUsage: ['keyCertSign', 'cRLSign'],
    });
    const { tbs } = buildTbs({ profile, issuer: 'self', publicKey: key.spki });
    const signature = Uint8Array.from(sign('sha256', tbs, key.privateKey));
    const certificate = parseCertificate(assemble({ tbs, algorithm: ecdsa, issuerKey: key.spki, signature }));
    const verdict = (changes: Partial<CertificateProfile>) => {
      const body = read(make('selfsign', 'standardCertificateAttributes', { ...profile, ...changes }));
      const asked = toCertificateRequest(body, { publicKey: key.spki });
      return checkCertificateAgainstRequest(certificate, asked).verdict;
    };
    expect(verdict({})).toBe('pass');
    expect(verdict({ keyUsage: ['keyCertSign'] })).toBe('fail');
    expect(verdict({ notAfter: START + 91 * DAY })).toBe('fail');
    expect(verdict({ subject: [{ type: 'commonName', value: 'Würfel' }] })).toBe('fail');
    expect(verdict({ basicConstraints: null })).toBe('fail');
  });
});

describe('what a body cannot say', () => {
  test.each(ALL)('each extension without a member is listed, and changes nothing: $kind, $dialect', (each) => {
    const { kind, dialect } = each;
    const plain = make(kind, dialect, profileOf());
    for (const [member, value] of Object.entries(EXTRAS)) {
      const made = make(kind, dialect, profileOf({ [member]: value }));
      expect(made.body).toEqual(plain.body);
      expect(paths(made.notExpressible)).toContain(member);
      const without = plain.notExpressible.map(({ path }) => path);
      // Of the issuer's key identifier a CSR knows nothing, and self-signed certificates have none.
      expect(without.includes(member)).toBe(member === 'authorityKeyIdentifier' && kind !== 'sign');
    }
    const extensions = ['1.2.3', '1.2.4'].map((oid) => ({ oid, critical: false, der: Uint8Array.of(5, 0) }));
    const made = make(kind, dialect, profileOf({ extensions }));
    expect(paths(made.notExpressible)).toEqual(expect.arrayContaining(['extensions[0]', 'extensions[1]']));
    expect(made.body).toEqual(plain.body);
  });

  test.each(ALL)('pathLen: $kind, $dialect', ({ kind, dialect }) => {
    const changes = { basicConstraints: { ca: true, pathLen: 0 }, keyUsage: ['keyCertSign'] } as const;
    const made = make(kind, dialect, profileOf(changes));
    expect(why(made, 'basicConstraints.pathLen')).toEqual([
      'the interface has no member for it: the number of CAs below would have no bound',
    ]);
    expect(JSON.stringify(made.body)).not.toMatch(/pathLen/i);
    expect(made.body).toEqual(make(kind, dialect, profileOf({ ...changes, basicConstraints: { ca: true } })).body);
  });

  test('purposes without a name: which, and what it means when none is left', () => {
    const some = make('selfsign', 'commonName', profileOf({ extendedKeyUsage: ['serverAuth', 'documentSigning'] }));
    expect(why(some, 'extendedKeyUsage[1]')).toEqual(['the interface has no name for this purpose']);
    const none = make('selfsign', 'commonName', profileOf({ extendedKeyUsage: ['documentSigning', '1.2.3'] }));
    expect(why(none, 'extendedKeyUsage[0]')[0]).toMatch(/good for every purpose$/);
    expect(read(none).extendedKeyUsage).toEqual([]);
  });

  test('a purpose by name and by number is one', () => {
    const made = make('selfsign', 'commonName', profileOf({ extendedKeyUsage: ['serverAuth', '1.3.6.1.5.5.7.3.1'] }));
    expect(JSON.stringify(made.body)).toContain('"extendedKeyUsage":["SERVER_AUTH"]');
  });

  test('usages that servers of the older dialect drop when they sign, in that dialect alone', () => {
    const dropped = ALL.map(({ kind, dialect }) =>
      paths(make(kind, dialect, profileOf({ extendedKeyUsage: ['serverAuth'] })).notExpressible).filter((path) =>
        /Usage \(/.test(path),
      ),
    );
    expect(dropped).toEqual([[], [], ['keyUsage (in the body)', 'extendedKeyUsage (in the body)'], [], [], []]);
  });

  test('an end that is not whole days from the start, or never', () => {
    const end = (notAfter: number) => why(make('selfsign', 'commonName', profileOf({ notAfter })), 'notAfter')[0];
    const counted = "only days from the server's own start can be asked for, 90 of them";
    expect(end(START + 90 * DAY)).toBe(counted);
    expect(end(START + 90 * DAY - 1)).toBe(`${counted}, 1 s more than here`);
    expect(end(START + 90 * DAY + 7200)).toBe(`${counted}, 7200 s less than here`);
    expect(end(START + 90 * DAY - 2)).toBe(
      "only days from the server's own start can be asked for, 89 of them, 86398 s less than here",
    );
    expect(end(253402300799)).toMatch(/; that there is no end cannot$/);
  });

  test('order and string types of the subject, only where they differ', () => {
    const order = (...types: readonly string[]) =>
      why(
        make(
          'selfsign',
          'standardCertificateAttributes',
          profileOf({ subject: types.map((type) => ({ type, value: type === 'countryName' ? 'CH' : 'ü' })) }),
        ),
        'subject',
      );
    expect(order('countryName', 'organizationName', 'commonName')).toEqual([]);
    expect(order('commonName', 'organizationName', 'countryName')).toEqual([
      "the order of the attributes is the server's: country, organizationName, commonName",
    ]);
    const ascii = profileOf({ subject: [{ type: 'commonName', value: 'a' }] });
    expect(why(make('selfsign', 'commonName', ascii), 'subject')[0]).toMatch(/^the string types/);
  });

  test('attributes that it has no member for, has once, or has in vain', () => {
    const made = make(
      'selfsign',
      'standardCertificateAttributes',
      profileOf({
        subject: [
          { type: 'commonName', value: 'ä' },
          { type: '2.5.4.3', value: 'ö' },
          { type: 'serialNumber', value: '7' },
          { type: 'country', value: 'CH' },
          { type: 'pseudonym', value: 'ü' },
        ],
      }),
    );
    expect(paths(made.notExpressible).slice(0, 4)).toEqual([
      'subject[1]',
      'subject[2]',
      'subject[3]',
      'subject[4] (in the body)',
    ]);
    expect(read(made).subject.attributes.map(({ text }) => text)).toEqual(['ä', 'ü']);
  });

  test('criticality other than what servers write', () => {
    const critical = (changes: Partial<CertificateProfile>) =>
      paths(make('selfsign', 'commonName', profileOf(changes)).notExpressible).filter((path) => /^critical/.test(path));
    expect(critical({})).toEqual([]);
    expect(critical({ extendedKeyUsage: ['serverAuth'] })).toEqual(['critical.extendedKeyUsage']);
    expect(critical({ extendedKeyUsage: ['serverAuth'], critical: { extendedKeyUsage: true } })).toEqual([]);
    expect(critical({ critical: { keyUsage: false } })).toEqual(['critical.keyUsage']);
    expect(critical({ keyUsage: null, critical: { keyUsage: false } })).toEqual([]);
    expect(critical({ basicConstraints: { ca: true } })).toEqual(['critical.basicConstraints']);
  });

  test('rules about what a CSR asks for; not what is for people or for this side', () => {
    const named = { note: 'x', quorum: 2, lint: { sets: [] }, allow: [], csr: { keyUsage: 'allow' } } as const;
    const lists = ALL.map(({ kind, dialect }) => {
      const more = paths(make(kind, dialect, profileOf(named)).notExpressible);
      const plain = paths(make(kind, dialect, profileOf()).notExpressible);
      return more.filter((path) => !plain.includes(path));
    });
    expect(lists).toEqual([[], [], ['csr'], ['csr'], [], []]);
  });
});

describe('bodies that cannot be made', () => {
  const code = (parts: Partial<CertificateBodyParts>) => {
    const { code, path } = refusal(() =>
      certificateBodyOf({
        profile: profileOf(),
        kind: 'selfsign',
        dialect: 'commonName',
        keyName: 'k',
        ...parts,
      }),
    );
    return `${code} ${path}`;
  };

  test('without a common name, without a day, with an algorithm that the endpoint does not take', () => {
    expect(code({ profile: profileOf({ subject: [] }) })).toBe('profile-not-expressible subject');
    expect(code({ profile: profileOf({ subject: 'from-request' }) })).toBe('profile-not-expressible subject');
    for (const seconds of [DAY - 2, 0, -DAY, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(code({ profile: profileOf({ notAfter: START + seconds }) })).toBe('profile-not-expressible notAfter');
    }
    for (const name of ['SHA256_WITH_RSA_PSS', 'EDDSA', 'SHA224_WITH_ECDSA']) {
      const signatureAlgorithm = signatureAlgorithmByName(name);
      expect(code({ profile: profileOf({ signatureAlgorithm }) })).toBe('algorithm-unsupported signatureAlgorithm');
    }
    expect(code({ keyName: '' })).toBe('body-invalid signKeyName');
    expect(code({ kind: 'sign', csr: issuedCertificate })).toBe('csr-invalid csr');
  });

  test('a validity of hours stops no body that states none', () => {
    const hours = profileOf({ notAfter: START + 7200 });
    for (const [kind, dialect] of [
      ['sign', 'commonName'],
      ['request', 'commonName'],
    ] as const) {
      const body = read(make(kind, dialect, hours));
      expect(body.validity).toBe(null);
    }
    const { code: refused } = refusal(() => make('sign', 'standardCertificateAttributes', hours));
    expect(refused).toBe('profile-not-expressible');
  });

  test('parts that the kind needs, or does not take, are a mistake of the caller', () => {
    const parts = { profile: profileOf(), dialect: 'commonName', keyName: 'k' } as const;
    const wrong: Partial<CertificateBodyParts>[] = [
      { kind: 'sign' },
      { kind: 'request' },
      { kind: 'selfsign', csr: issuedCsr },
      { kind: 'sign', csr: issuedCsr, algorithm: rsa },
      { kind: 'import' as never },
      { kind: 'selfsign', dialect: 'other' as never },
    ];
    for (const each of wrong) {
      expect(() => certificateBodyOf({ ...parts, ...each } as CertificateBodyParts)).toThrow(TypeError);
    }
  });
});

describe('a subject from the request', () => {
  test('of several attributes in one relative distinguished name: each is stated, and that they stood together is lost', () => {
    const utf8 = (oid: string, text: string) => encodeSequence(encodeOid(oid), encodeUtf8String(text));
    const binary = encodeSequence(encodeOid('2.5.4.10'), encodeOctetString(Uint8Array.of(1)));
    const name = encodeSequence(encodeSetOf(binary), encodeSetOf(utf8('2.5.4.3', 'ä'), utf8('2.5.4.5', '7')));
    const info = encodeSequence(encodeInteger(0), name, csr.publicKey, Uint8Array.of(0xa0, 0));
    // Whether it is signed, `readCsr` decides.
    const joined = encodeSequence(info, encodeSignatureAlgorithm(rsa), encodeBitString(Uint8Array.of(1)));
    const parts = partsOf('sign', 'standardCertificateAttributes', profileOf({ subject: 'from-request' }), joined);
    const made = certificateBodyOf(parts);
    expect(paths(made.notExpressible).slice(0, 3)).toEqual(['subject', 'csr.subject[0]', 'csr.subject[1][0]']);
    expect(read(made).subject.attributes).toEqual([{ type: '2.5.4.3', text: 'ä' }]);
  });

  test('is stated by its attributes, in both dialects', () => {
    for (const dialect of DIALECTS) {
      const made = make('sign', dialect, profileOf({ subject: 'from-request' }));
      expect(read(made).subject.attributes).toEqual([{ type: '2.5.4.3', text: 'Approver-Intermediate-SUB' }]);
    }
  });
});

test('the same parts give the same text', () => {
  for (const { kind, dialect } of ALL) {
    const profile = profileOf({ extendedKeyUsage: ['serverAuth'], subject: profileOf().subject });
    const backwards = Object.fromEntries(Object.entries(profile).reverse()) as unknown as CertificateProfile;
    expect(JSON.stringify(make(kind, dialect, backwards))).toBe(JSON.stringify(make(kind, dialect, profile)));
  }
});
