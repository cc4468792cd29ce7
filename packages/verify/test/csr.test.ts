import { csrOf, extension, nameOf, type Pair, rsaPair } from '@quorate/certificates';
import { signatureAlgorithmByName } from '@quorate/crypto';
import { encodeOctetString } from '@quorate/der';
import { parseCertificationRequest } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import { type CertificateRequest, checkCsr, NOTHING_ASKED } from '../src/index.ts';
import { CN, findingNamed, idsOf, leafKey, leafName, O, otherKey, SERVER_AUTH } from './support/story.ts';

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
});
