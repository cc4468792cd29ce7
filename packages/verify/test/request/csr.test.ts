import { certificateOf, csrOf, extension, nameOf, type Pair, rsaPair, signed } from '@quorate/certificates';
import { signatureAlgorithmByName } from '@quorate/crypto';
import {
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeUtf8String,
} from '@quorate/der';
import { parseCertificate, parseCertificationRequest } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import {
  type CertificateRequest,
  checkCertificateAgainstRequest,
  checkCsr,
  NOTHING_ASKED,
} from '../../src/request/index.ts';
import {
  CN,
  caKey,
  findingNamed,
  idsOf,
  leafKey,
  leafName,
  leafParts,
  leafRequest,
  O,
  otherKey,
  root,
  SERVER_AUTH,
} from './support/story.ts';

const parts = {
  subject: leafName,
  spki: leafKey.spki,
  digest: 'sha256',
  extensions: [extension.keyUsage([0]), extension.extKeyUsage([SERVER_AUTH])],
};
const request: CertificateRequest = {
  ...NOTHING_ASKED,
  subject: {
    type: 'attributes',
    attributes: [
      { type: CN, text: 'leaf.example' },
      { type: O, text: 'Example' },
    ],
  },
  publicKey: leafKey.spki,
  signatureAlgorithm: signatureAlgorithmByName('SHA256_WITH_ECDSA'),
  keyUsage: ['digitalSignature'],
  extendedKeyUsage: [SERVER_AUTH],
};
const judge = (change: Partial<typeof parts>, asked: CertificateRequest | null = request, key: Pair = leafKey) =>
  checkCsr(parseCertificationRequest(csrOf({ ...parts, ...change }, key)), asked);
const replaced = (at: number, each: (typeof parts.extensions)[number]): Partial<typeof parts> => ({
  extensions: parts.extensions.map((old, i) => (i === at ? each : old)),
});

const IDS = [
  'csr.subject',
  'csr.public-key',
  'csr.signature-algorithm',
  'csr.extensions',
  'csr.basic-constraints',
  'csr.key-usage',
  'csr.extended-key-usage',
  'csr.unasked-extension',
  'csr.signature',
];

describe('a CSR', () => {
  test('that is what was asked for passes in every check', () => {
    const report = judge({});
    expect(report.verdict).toBe('pass');
    expect(idsOf(report, 'pass')).toEqual(IDS);
  });

  test.each([
    ['csr.subject', 'another name', { subject: nameOf([CN, 'evil.example'], [O, 'Example']) }],
    ['csr.signature-algorithm', 'another digest', { digest: 'sha384' }],
    ['csr.basic-constraints', 'a CA', { extensions: [...parts.extensions, extension.basicConstraints(true, null)] }],
    ['csr.key-usage', 'one more', replaced(0, extension.keyUsage([0, 3]))],
    ['csr.extended-key-usage', 'another', replaced(1, extension.extKeyUsage(['2.5.29.37.0']))],
    ['csr.unasked-extension', 'a name', { extensions: [...parts.extensions, extension.subjectAltName('a.example')] }],
  ])('with one change fails %s and nothing else: %s', (id, _what, change) => {
    expect(idsOf(judge(change), 'fail')).toEqual([id]);
  });

  test('with an extension that cannot be decoded fails there', () => {
    const report = judge(replaced(0, { oid: '2.5.29.15', value: encodeOctetString(Uint8Array.of(1)) }));
    expect(idsOf(report, 'fail')).toEqual(['csr.extensions']);
  });

  test('of another key fails there, and the signature of who does not have the key', () => {
    expect(idsOf(judge({ spki: otherKey.spki }, request, otherKey), 'fail')).toEqual(['csr.public-key']);
    expect(idsOf(judge({}, request, otherKey), 'fail')).toEqual(['csr.signature']);
  });

  test('whose key is not known leaves that open', () => {
    const report = judge({}, { ...request, publicKey: null, publicKeyUnknown: 'give the attestation' });
    expect(report.verdict).toBe('incomplete');
    expect(findingNamed(report, 'csr.public-key').message).toBe('give the attestation');
  });

  test('asked to be valid for some days is a warning', () => {
    expect(idsOf(judge({}, { ...request, validityDays: 30 }), 'warn')).toEqual(['csr.validity']);
  });

  test('without a request is judged for what it is alone', () => {
    expect(judge({ extensions: [] }, null).verdict).toBe('pass');
    expect(idsOf(judge({ subject: nameOf() }, null), 'warn')).toEqual(['csr.subject']);
    const weak = rsaPair(1024);
    expect(idsOf(judge({ spki: weak.spki }, null, weak), 'fail')).toEqual(['csr.public-key']);
  });

  test('with further extensions that were asked for passes, and fails without them', () => {
    const san = extension.subjectAltName('leaf.example');
    const asked = { ...request, otherExtensions: [{ ...san, critical: false }] };
    expect(judge({ extensions: [...parts.extensions, san] }, asked).verdict).toBe('pass');
    expect(idsOf(judge({}, asked), 'fail')).toEqual(['csr.other-extensions']);
  });

  test('that asks to be a CA is a warning without a request', () => {
    const extensions = [extension.basicConstraints(true, null), extension.keyUsage([5])];
    const report = judge({ extensions }, null);
    expect([report.verdict, idsOf(report, 'warn')]).toEqual(['pass', ['csr.basic-constraints']]);
    expect(idsOf(judge({ extensions: [extension.basicConstraints(false, null)] }, null), 'warn')).toEqual([]);
  });
});

describe('the attributes of a CSR', () => {
  const CHALLENGE = '1.2.840.113549.1.9.7';
  const withAttributes = (...types: readonly string[]): Uint8Array => {
    const attributes = types.map((type) => encodeSequence(encodeOid(type), encodeSetOf(encodeUtf8String('x'))));
    const sorted = encodeSetOf(...attributes);
    const info = encodeSequence(encodeInteger(0), leafName, leafKey.spki, Uint8Array.of(0xa0, ...sorted.subarray(1)));
    return signed(info, 'sha256', leafKey);
  };
  const attributesOf = (...types: readonly string[]): string[] =>
    checkCsr(parseCertificationRequest(withAttributes(...types)))
      .findings.filter(({ id }) => id === 'csr.attribute')
      .map(({ outcome, message }) => `${outcome} ${message}`);

  test('that are not read are warnings, the challenge password by its name, and its text is not shown', () => {
    expect(attributesOf()).toEqual([]);
    const said = attributesOf('1.2.3', CHALLENGE);
    expect(said).toHaveLength(2);
    expect(said.some((text) => text.startsWith('warn ') && text.includes('1.2.3'))).toBe(true);
    expect(said.some((text) => text.startsWith('warn ') && text.includes('challengePassword'))).toBe(true);
  });

  test('are named up to ten, then counted', () => {
    const said = attributesOf(...Array.from({ length: 14 }, (_, i) => `1.2.3.${i}`));
    expect(said).toHaveLength(11);
    expect(said.at(-1)).toContain('4 further');
  });

  test("that ask for extensions in Microsoft's form fail, wherever they stand", () => {
    const types = Array.from({ length: 14 }, (_, i) => `1.2.3.${i}`);
    for (const said of [attributesOf('1.3.6.1.4.1.311.2.1.14'), attributesOf(...types, '1.3.6.1.4.1.311.2.1.14')]) {
      expect(said.filter((text) => text.startsWith('fail '))).toEqual([
        expect.stringContaining('asks for extensions in a form that is not read'),
      ]);
    }
  });
});

describe('the CSR that the key of a certificate is taken from', () => {
  const certificate = parseCertificate(certificateOf(leafParts, caKey));
  const keyFrom = (key: Pair): ReturnType<typeof checkCertificateAgainstRequest> =>
    checkCertificateAgainstRequest(
      certificate,
      { ...leafRequest, keyFrom: parseCertificationRequest(csrOf(parts, key)) },
      { issuer: root },
    );

  test('must prove possession of the key', () => {
    expect(keyFrom(leafKey).verdict).toBe('pass');
    const report = keyFrom(otherKey);
    expect(idsOf(report, 'fail')).toEqual(['certificate.public-key']);
    expect(findingNamed(report, 'certificate.public-key').message).toContain('possession');
  });
});
