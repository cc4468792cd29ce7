import { certificateOf, extension, keyIdentifier, nameOf, rsaPair, utc } from '@quorate/certificates';
import { signatureAlgorithmByName } from '@quorate/crypto';
import { encodeElement, encodeOid, encodeSequence, encodeSetOf, encodeUtf8String, Tag } from '@quorate/der';
import { type Certificate, parseCertificate, purposeOid } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import { checkCertificateAgainstRequest, NOTHING_ASKED } from '../../src/request/index.ts';
import {
  CN,
  caKey,
  findingNamed,
  idsOf,
  judgeLeaf,
  leafKey,
  leafName,
  leafParts,
  O,
  root,
  rootParts,
  rootRequest,
  SERVER_AUTH,
  withExtension,
} from './support/story.ts';

const ANY = purposeOid('anyExtendedKeyUsage') as string;
const BC = '2.5.29.19';
const KU = '2.5.29.15';
const EKU = '2.5.29.37';
const SAN = '2.5.29.17';

describe('warnings, which change no verdict', () => {
  test.each([
    [
      'certificate.validity',
      'a start on the hour',
      { notBefore: utc('2026-02-03T23:00:00Z'), notAfter: utc('2027-02-03T23:00:00Z') },
    ],
    ['certificate.key-usage', 'not critical', { extensions: withExtension(KU, extension.keyUsage([0, 2], false)) }],
    ['certificate.subject-key-identifier', 'none', { extensions: withExtension('2.5.29.14', null) }],
    [
      'certificate.subject-key-identifier',
      'of another make',
      { extensions: withExtension('2.5.29.14', extension.subjectKeyIdentifier(Uint8Array.of(1, 2))) },
    ],
    ['certificate.authority-key-identifier', 'none', { extensions: withExtension('2.5.29.35', null) }],
    [
      'certificate.unasked-extension',
      'where to find a revocation list',
      {
        extensions: withExtension('2.5.29.32', {
          oid: '2.5.29.32',
          value: encodeSequence(encodeSequence(encodeOid('1.2.3'))),
        }),
      },
    ],
  ])('%s: %s', (id, _what, change) => {
    const report = judgeLeaf(change);
    expect(idsOf(report, 'warn')).toEqual([id]);
    expect(report.verdict).toBe('pass');
  });

  test('certificate.unasked-extension: the same, critical, fails', () => {
    const policies = { oid: '2.5.29.32', critical: true, value: encodeSequence(encodeSequence(encodeOid('1.2.3'))) };
    expect(idsOf(judgeLeaf({ extensions: withExtension('2.5.29.32', policies) }), 'fail')).toEqual([
      'certificate.unasked-extension',
    ]);
  });

  test('certificate.extended-key-usage: any purpose in a critical extension', () => {
    const extensions = withExtension(EKU, extension.extKeyUsage([ANY], true));
    expect(idsOf(judgeLeaf({ extensions }, { extendedKeyUsage: [ANY] }), 'warn')).toEqual([
      'certificate.extended-key-usage',
    ]);
    const other = withExtension(EKU, extension.extKeyUsage([SERVER_AUTH], true));
    expect(idsOf(judgeLeaf({ extensions: other }), 'warn')).toEqual([]);
    const plain = withExtension(EKU, extension.extKeyUsage([ANY], false));
    expect(idsOf(judgeLeaf({ extensions: plain }, { extendedKeyUsage: [ANY] }), 'warn')).toEqual([]);
  });

  test('certificate.signature-algorithm and certificate.signature: SHA-1; SHA-224 the first alone', () => {
    const root1 = (digest: string, name: string) =>
      checkCertificateAgainstRequest(parseCertificate(certificateOf({ ...rootParts, digest }, caKey)), {
        ...rootRequest,
        signatureAlgorithm: signatureAlgorithmByName(name),
      });
    expect(idsOf(root1('sha1', 'SHA1_WITH_ECDSA'), 'warn')).toEqual([
      'certificate.signature-algorithm',
      'certificate.signature',
    ]);
    expect(idsOf(root1('sha224', 'SHA224_WITH_ECDSA'), 'warn')).toEqual(['certificate.signature-algorithm']);
    expect(root1('sha224', 'SHA224_WITH_ECDSA').verdict).toBe('pass');
  });

  test('certificate.key-usage: a CA that can sign no certificate', () => {
    const extensions = withExtension(KU, extension.keyUsage([6]), rootParts.extensions);
    const certificate = parseCertificate(certificateOf({ ...rootParts, extensions }, caKey));
    const report = checkCertificateAgainstRequest(certificate, { ...rootRequest, keyUsage: ['cRLSign'] });
    expect(idsOf(report, 'warn')).toEqual(['certificate.key-usage']);
    expect(report.verdict).toBe('pass');
  });
});

describe('what nobody asked for', () => {
  test('nothing at all: what can be left open is, and what must be asked for is not there', () => {
    const report = judgeLeaf({}, NOTHING_ASKED);
    expect(report.verdict).toBe('incomplete');
    expect(idsOf(report, 'not-checked')).toEqual(['certificate.subject', 'certificate.public-key']);
    expect(idsOf(report, 'warn')).toEqual([
      'certificate.validity',
      'certificate.key-usage',
      'certificate.extended-key-usage',
    ]);
    expect(findingNamed(report, 'certificate.validity').expected).toBe('nothing in particular');
  });

  test('a CA fails, also when nobody spoke of one', () => {
    const extensions = withExtension(BC, extension.basicConstraints(true, null));
    for (const ca of [null, false]) {
      expect(idsOf(judgeLeaf({ extensions }, { ca }), 'fail')).toEqual(['certificate.basic-constraints']);
    }
    const said = withExtension(BC, extension.basicConstraints(false, null));
    expect(judgeLeaf({ extensions: said }).verdict).toBe('pass');
  });

  test('a path length is a warning, and so is a CA without one', () => {
    const judge = (pathLen: number | null) =>
      checkCertificateAgainstRequest(
        parseCertificate(
          certificateOf(
            {
              ...rootParts,
              extensions: withExtension(BC, extension.basicConstraints(true, pathLen), rootParts.extensions),
            },
            caKey,
          ),
        ),
        { ...rootRequest, pathLen: null },
      );
    for (const pathLen of [null, 0, 3]) expect(idsOf(judge(pathLen), 'warn')).toEqual(['certificate.path-length']);
    expect(judge(null).verdict).toBe('pass');
  });

  test('an empty list asks for none', () => {
    const without = leafParts.extensions.filter(({ oid }) => oid !== KU && oid !== EKU);
    const none = { keyUsage: [], extendedKeyUsage: [] };
    expect(judgeLeaf({ extensions: without }, none).verdict).toBe('pass');
    expect(idsOf(judgeLeaf({}, none), 'fail')).toEqual(['certificate.key-usage', 'certificate.extended-key-usage']);
  });

  test('keyCertSign where there is no CA fails, even when it was asked for', () => {
    const extensions = withExtension(KU, extension.keyUsage([5]));
    expect(idsOf(judgeLeaf({ extensions }, { keyUsage: ['keyCertSign'] }), 'fail')).toEqual(['certificate.key-usage']);
  });
});

describe('validity', () => {
  /** A root that is valid long before and after. */
  const old: Certificate = parseCertificate(
    certificateOf(
      {
        ...rootParts,
        notBefore: utc('2000-01-01T00:00:00Z'),
        notAfter: { type: 'GeneralizedTime', seconds: Date.parse('2060-01-01T00:00:00Z') / 1000 },
      },
      caKey,
    ),
  );

  test('one second less than the days asked for is the same, since both ends belong to it', () => {
    expect(judgeLeaf({ notAfter: utc('2027-02-03T04:05:05Z') }).verdict).toBe('pass');
  });

  test('a start at midnight with the days asked for is a warning: the end has moved with it', () => {
    const midnight = { notBefore: utc('2024-02-07T00:00:00Z'), notAfter: utc('2034-02-04T00:00:00Z') };
    const report = judgeLeaf(midnight, { validityDays: 3650 }, old);
    expect(idsOf(report, 'warn')).toEqual(['certificate.validity']);
    expect(idsOf(judgeLeaf(midnight, { validityDays: 3651 }, old), 'fail')).toEqual(['certificate.validity']);
    expect(idsOf(judgeLeaf(midnight, { validityDays: 3649 }, old), 'fail')).toEqual(['certificate.validity']);
  });

  test('a start on the hour that was asked for is none', () => {
    const notBefore = utc('2026-01-01T00:00:00Z');
    const notAfter = utc('2027-01-01T00:00:00Z');
    const report = judgeLeaf({ notBefore, notAfter }, { notBefore: notBefore.seconds });
    expect(idsOf(report, 'pass')).toContain('certificate.validity');
  });

  test('from 2050 on a GeneralizedTime is right', () => {
    const notAfter = { type: 'GeneralizedTime', seconds: Date.parse('2050-01-01T00:00:00Z') / 1000 } as const;
    expect(judgeLeaf({ notAfter }, { validityDays: null, notAfter: notAfter.seconds }, old).verdict).toBe('pass');
    const late = { ...notAfter, seconds: notAfter.seconds - 1 };
    const report = judgeLeaf({ notAfter: late }, { validityDays: null, notAfter: late.seconds }, old);
    expect(idsOf(report, 'fail')).toEqual(['certificate.validity']);
  });
});

describe('serial number', () => {
  const serial = (serialNumber: Uint8Array, commonName = 'SUB-Securosys-001') => {
    const subject = { type: 'attributes', attributes: [{ type: CN, text: commonName }] } as const;
    return findingNamed(
      judgeLeaf({ serialNumber, subject: nameOf([CN, commonName]) }, { subject }),
      'certificate.serial-number',
    );
  };

  test("Java's hash of the subject is a warning: the number of a real certificate is one", () => {
    expect(serial(Uint8Array.of(0x4c, 0x17, 0x10, 0x91))).toMatchObject({ outcome: 'warn', actual: '4c171091' });
    expect(serial(Uint8Array.of(0x4c, 0x17, 0x10, 0x92)).outcome).toBe('pass');
    expect(serial(Uint8Array.of(0x4c, 0x17, 0x10, 0x91), 'SUB-Securosys-002').outcome).toBe('pass');
  });

  test('so are its forms without a sign', () => {
    // "CN=CA-Key" hashes to a negative number; computed by its definition, s[0]*31^(n-1) + … + s[n-1] modulo 2^32.
    const hash = [...'CN=CA-Key'].reduce(
      (sum, character) => (sum * 31n + BigInt(character.charCodeAt(0))) % 2n ** 32n,
      0n,
    );
    expect(hash >= 2n ** 31n).toBe(true);
    const octets = (value: bigint): Uint8Array => {
      const digits = value.toString(16);
      const bytes = Uint8Array.from(Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex'));
      return (bytes[0] as number) >= 0x80 ? Uint8Array.of(0, ...bytes) : bytes;
    };
    for (const form of [hash, hash - 2n ** 31n, 2n ** 32n - hash])
      expect(serial(octets(form), 'CA-Key').outcome).toBe('warn');
    expect(serial(octets(hash + 1n), 'CA-Key').outcome).toBe('pass');
  });

  test('20 octets are enough, 21 too many', () => {
    expect(serial(new Uint8Array(20).fill(0x7f)).outcome).toBe('pass');
    expect(serial(new Uint8Array(21).fill(0x7f)).outcome).toBe('fail');
    expect(serial(Uint8Array.of(0, ...new Uint8Array(20).fill(0xff))).outcome).toBe('fail');
    // As long as a certificate lets it be, which must not take the square of its length.
    expect(serial(new Uint8Array(1_000_000).fill(0x7f))).toMatchObject({
      outcome: 'fail',
      message: 'it has 1000000 octets, and 20 are allowed',
      actual: `${'7f'.repeat(40)} and so on`,
    });
  });
});

describe('names', () => {
  const attributes = [
    { type: CN, text: 'leaf.example' },
    { type: O, text: 'Example' },
  ];

  test('by their attributes: order and string types are free', () => {
    const printable = (type: string, text: string) =>
      encodeSetOf(encodeSequence(encodeOid(type), encodeElement(Tag.PRINTABLE_STRING, new TextEncoder().encode(text))));
    const subject = encodeSequence(printable(O, 'Example'), printable(CN, 'leaf.example'));
    expect(judgeLeaf({ subject }, { subject: { type: 'attributes', attributes } }).verdict).toBe('pass');
    expect(idsOf(judgeLeaf({ subject }, { subject: { type: 'exact', bytes: leafName } }), 'fail')).toEqual([
      'certificate.subject',
    ]);
    expect(judgeLeaf({}, { subject: { type: 'exact', bytes: leafName } }).verdict).toBe('pass');
  });

  test('two attributes in one relative name are another name', () => {
    const attribute = (type: string, text: string) => encodeSequence(encodeOid(type), encodeUtf8String(text));
    const subject = encodeSequence(encodeSetOf(attribute(CN, 'leaf.example'), attribute(O, 'Example')));
    expect(idsOf(judgeLeaf({ subject }, { subject: { type: 'attributes', attributes } }), 'fail')).toEqual([
      'certificate.subject',
    ]);
  });

  test('a comma that a server has turned into another attribute is seen', () => {
    const asked = [{ type: CN, text: 'leaf, O=Evil' }];
    const subject = nameOf([CN, 'leaf'], [O, 'Evil']);
    const found = findingNamed(
      judgeLeaf({ subject }, { subject: { type: 'attributes', attributes: asked } }),
      'certificate.subject',
    );
    expect(found).toMatchObject({
      outcome: 'fail',
      message: 'missing: CN="leaf, O=Evil"; extra, not asked for: CN="leaf", O="Evil"',
    });
  });

  test('marks that turn the text around do not reach the report as they are', () => {
    const commonName = 'a\u202eb\u0007c';
    const subject = nameOf([CN, commonName]);
    for (const asked of [
      { type: CN, text: commonName },
      { type: CN, text: 'x' },
    ]) {
      const report = judgeLeaf({ subject }, { subject: { type: 'attributes', attributes: [asked] } });
      const { message, expected, actual } = findingNamed(report, 'certificate.subject');
      expect(`${message}${expected}${actual}`).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(actual).toBe('CN=a\\e2\\80\\aeb\\07c');
    }
  });

  test('an empty name is one', () => {
    const none = { type: 'attributes', attributes: [] } as const;
    expect(judgeLeaf({ subject: nameOf() }, { subject: none }).verdict).toBe('pass');
    expect(judgeLeaf({}, { subject: none }).verdict).toBe('fail');
  });
});

describe('keys', () => {
  test('that are weak or cannot be used fail, also when they were asked for', () => {
    const weak = rsaPair(1024);
    const report = judgeLeaf({ spki: weak.spki }, { publicKey: weak.spki });
    expect(findingNamed(report, 'certificate.public-key')).toMatchObject({
      outcome: 'fail',
      message: 'a weak key: rsa below 2048',
    });
    const spki = Uint8Array.from(leafKey.spki);
    spki[spki.length - 1] = (spki[spki.length - 1] as number) ^ 1;
    expect(findingNamed(judgeLeaf({ spki }, { publicKey: spki }), 'certificate.public-key').outcome).toBe('fail');
  });

  test('with a small exponent are a warning', () => {
    const small = rsaPair(2048, 3);
    expect(
      findingNamed(judgeLeaf({ spki: small.spki }, { publicKey: small.spki }), 'certificate.public-key').outcome,
    ).toBe('warn');
  });

  test('in another encoding are a warning', () => {
    const point = leafKey.spki.subarray(leafKey.spki.length - 65);
    const compressed = Uint8Array.of(2 + ((point[64] as number) & 1), ...point.subarray(1, 33));
    const algorithm = encodeSequence(encodeOid('1.2.840.10045.2.1'), encodeOid('1.2.840.10045.3.1.7'));
    const spki = encodeSequence(algorithm, encodeElement(Tag.BIT_STRING, Uint8Array.of(0), compressed));
    expect(findingNamed(judgeLeaf({ spki }), 'certificate.public-key')).toMatchObject({
      outcome: 'warn',
      message: 'the key asked for, in another encoding',
    });
  });
});

describe('further extensions that were asked for', () => {
  const asked = { oid: SAN, critical: false, value: extension.subjectAltName('leaf.example').value };
  const id = 'certificate.other-extensions';
  const judge = (added: Parameters<typeof withExtension>[1]) =>
    judgeLeaf({ extensions: withExtension(SAN, added) }, { otherExtensions: [asked] });

  test('pass when they stand there byte for byte', () => {
    const report = judge(asked);
    expect(report.verdict).toBe('pass');
    expect(findingNamed(report, id).outcome).toBe('pass');
  });

  test.each([
    ['missing', null],
    ['with another content', extension.subjectAltName('evil.example')],
    ['critical', extension.subjectAltName('leaf.example', true)],
  ])('fail when they are %s', (_what, added) => {
    expect(idsOf(judge(added), 'fail')).toEqual([id]);
  });
});

describe('the issuer', () => {
  test('without a subjectKeyIdentifier is known by the SHA-1 of its key', () => {
    const extensions = withExtension('2.5.29.14', null, rootParts.extensions);
    const issuer = parseCertificate(certificateOf({ ...rootParts, extensions }, caKey));
    expect(judgeLeaf({}, {}, issuer).verdict).toBe('pass');
    const other = withExtension('2.5.29.35', extension.authorityKeyIdentifier(keyIdentifier(leafKey.spki)));
    expect(judgeLeaf({ extensions: other }, {}, issuer).verdict).toBe('fail');
  });

  test('may be named by its own issuer and serial number', () => {
    const extensions = withExtension(
      '2.5.29.35',
      extension.authorityCertificate(rootParts.issuer, rootParts.serialNumber),
    );
    expect(judgeLeaf({ extensions }).verdict).toBe('pass');
    const wrong = withExtension('2.5.29.35', extension.authorityCertificate(leafName, rootParts.serialNumber));
    expect(idsOf(judgeLeaf({ extensions: wrong }), 'fail')).toEqual(['certificate.authority-key-identifier']);
  });

  test('that cannot be decoded has no authority', () => {
    const extensions = [...rootParts.extensions.slice(1), { oid: BC, critical: true, value: Uint8Array.of(5, 0) }];
    const issuer = parseCertificate(certificateOf({ ...rootParts, extensions }, caKey));
    expect(idsOf(judgeLeaf({}, {}, issuer), 'fail')).toEqual(['certificate.issuer-authority']);
  });

  test('asked for by name is compared when its certificate is not there', () => {
    const issuer = { type: 'exact', bytes: rootParts.subject } as const;
    const report = judgeLeaf({}, { issuer }, null);
    expect(findingNamed(report, 'certificate.issuer').outcome).toBe('pass');
    expect(report.verdict).toBe('incomplete');
    const other = judgeLeaf({}, { issuer: { type: 'exact', bytes: leafName } }, root);
    expect(idsOf(other, 'fail')).toEqual(['certificate.issuer']);
  });
});
