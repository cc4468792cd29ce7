import { certificateOf, extension, keyIdentifier, nameOf, type TbsParts, utc } from '@quorate/certificates';
import { encodeOctetString } from '@quorate/der';
import { parseCertificate } from '@quorate/x509';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CertificateRequest, checkCertificateAgainstRequest } from '../../src/request/index.ts';
import {
  CN,
  caKey,
  findingNamed,
  idsOf,
  judgeLeaf,
  leafParts,
  leafRequest,
  O,
  otherKey,
  root,
  rootParts,
  rootRequest,
  SERVER_AUTH,
  withExtension,
} from './support/story.ts';

const LEAF_IDS = [
  'certificate.version',
  'certificate.subject',
  'certificate.issuer',
  'certificate.public-key',
  'certificate.validity',
  'certificate.serial-number',
  'certificate.signature-algorithm',
  'certificate.extensions',
  'certificate.basic-constraints',
  'certificate.path-length',
  'certificate.key-usage',
  'certificate.extended-key-usage',
  'certificate.unasked-extension',
  'certificate.subject-key-identifier',
  'certificate.authority-key-identifier',
  'certificate.issuer-authority',
  'certificate.signature',
];

describe('a certificate that is what was asked for', () => {
  test('passes in every check, when it is issued', () => {
    const report = judgeLeaf({});
    expect(idsOf(report, 'pass')).toEqual(LEAF_IDS);
    expect(report).toMatchObject({ verdict: 'pass' });
    expect(report.findings).toHaveLength(LEAF_IDS.length);
  });

  test('passes in every check, when it is self-signed', () => {
    const report = checkCertificateAgainstRequest(root, rootRequest);
    expect(report.verdict).toBe('pass');
    expect(idsOf(report, 'pass')).toEqual(LEAF_IDS.filter((id) => id !== 'certificate.issuer-authority'));
  });

  test('is incomplete without its issuer', () => {
    const report = judgeLeaf({}, {}, null);
    expect(report.verdict).toBe('incomplete');
    expect(idsOf(report, 'not-checked')).toEqual([
      'certificate.issuer',
      'certificate.authority-key-identifier',
      'certificate.signature',
    ]);
  });
});

/** One change to a good certificate that one check, and no other, must fail for. */
interface Plant {
  readonly id: string;
  readonly what: string;
  readonly change: (parts: TbsParts) => TbsParts;
}

const replaced =
  (oid: string, replacement: TbsParts['extensions'][number] | null) =>
  (parts: TbsParts): TbsParts => ({ ...parts, extensions: withExtension(oid, replacement, parts.extensions) });
const put =
  (change: Partial<TbsParts>) =>
  (parts: TbsParts): TbsParts => ({ ...parts, ...change });

const KU = '2.5.29.15';
const BC = '2.5.29.19';
const EKU = '2.5.29.37';
const AKI = '2.5.29.35';
const SKI = '2.5.29.14';
const leafIdentifier = keyIdentifier(leafParts.spki);

const PLANTS: readonly Plant[] = [
  {
    id: 'certificate.subject',
    what: 'another name',
    change: put({ subject: nameOf([CN, 'leaf.example'], [O, 'Exampel']) }),
  },
  { id: 'certificate.subject', what: 'less of a name', change: put({ subject: nameOf([CN, 'leaf.example']) }) },
  {
    id: 'certificate.subject',
    what: 'an attribute twice',
    change: put({ subject: nameOf([CN, 'leaf.example'], [O, 'Example'], [O, 'Example']) }),
  },
  {
    id: 'certificate.issuer',
    what: 'another issuer',
    change: put({ issuer: nameOf([O, 'Example'], [CN, 'Other CA']) }),
  },
  {
    id: 'certificate.issuer',
    what: 'the same in another order',
    change: put({ issuer: nameOf([CN, 'Test CA'], [O, 'Example']) }),
  },
  { id: 'certificate.validity', what: 'a day more', change: put({ notAfter: utc('2027-02-04T04:05:06Z') }) },
  { id: 'certificate.validity', what: 'a second more', change: put({ notAfter: utc('2027-02-03T04:05:07Z') }) },
  { id: 'certificate.validity', what: 'two seconds less', change: put({ notAfter: utc('2027-02-03T04:05:04Z') }) },
  {
    id: 'certificate.validity',
    what: 'dates swapped',
    change: put({ notAfter: leafParts.notBefore, notBefore: leafParts.notAfter }),
  },
  {
    id: 'certificate.validity',
    what: 'a GeneralizedTime before 2050',
    change: put({ notAfter: { type: 'GeneralizedTime', seconds: leafParts.notAfter.seconds } }),
  },
  { id: 'certificate.serial-number', what: 'zero', change: put({ serialNumber: Uint8Array.of(0) }) },
  { id: 'certificate.serial-number', what: 'negative', change: put({ serialNumber: Uint8Array.of(0x9a, 1) }) },
  { id: 'certificate.serial-number', what: '21 octets', change: put({ serialNumber: new Uint8Array(21).fill(0x11) }) },
  { id: 'certificate.signature-algorithm', what: 'another digest', change: put({ digest: 'sha384' }) },
  { id: 'certificate.basic-constraints', what: 'a CA', change: replaced(BC, extension.basicConstraints(true, null)) },
  {
    id: 'certificate.path-length',
    what: 'a path length without a CA',
    change: replaced(BC, extension.basicConstraints(false, 0)),
  },
  { id: 'certificate.key-usage', what: 'none', change: replaced(KU, null) },
  { id: 'certificate.key-usage', what: 'one less', change: replaced(KU, extension.keyUsage([0])) },
  { id: 'certificate.key-usage', what: 'one more', change: replaced(KU, extension.keyUsage([0, 2, 8])) },
  { id: 'certificate.extended-key-usage', what: 'none', change: replaced(EKU, null) },
  {
    id: 'certificate.extended-key-usage',
    what: 'one more',
    change: replaced(EKU, extension.extKeyUsage([SERVER_AUTH, '1.2.3.4'])),
  },
  {
    id: 'certificate.extended-key-usage',
    what: 'another',
    change: replaced(EKU, extension.extKeyUsage(['2.5.29.37.0'])),
  },
  {
    id: 'certificate.unasked-extension',
    what: 'a name',
    change: replaced('2.5.29.17', extension.subjectAltName('a.example')),
  },
  {
    id: 'certificate.unasked-extension',
    what: 'something unknown',
    change: replaced('1.2.3.4', { oid: '1.2.3.4', value: Uint8Array.of(5, 0) }),
  },
  {
    id: 'certificate.unasked-extension',
    what: 'a critical key identifier',
    change: replaced(SKI, extension.subjectKeyIdentifier(leafIdentifier, true)),
  },
  {
    id: 'certificate.authority-key-identifier',
    what: "another key than the issuer's",
    change: replaced(AKI, extension.authorityKeyIdentifier(leafIdentifier)),
  },
  {
    id: 'certificate.authority-key-identifier',
    what: 'another certificate of the issuer',
    change: replaced(AKI, extension.authorityCertificate(rootParts.issuer, Uint8Array.of(1))),
  },
];

describe('one change in a certificate, signed anew', () => {
  test.each(PLANTS)('fails $id and nothing else: $what', ({ id, change }) => {
    const report = judgeLeaf(change(leafParts));
    expect(idsOf(report, 'fail')).toEqual([id]);
    expect(idsOf(report, 'not-checked')).toEqual([]);
    expect(report.verdict).toBe('fail');
    const { message, where, reference } = findingNamed(report, id);
    expect(message).not.toBe('');
    expect(where).not.toBe('');
    expect(reference).toMatch(/RFC 5280/);
  });

  test('fails the public key and its identifier: another key', () => {
    const report = judgeLeaf({ spki: otherKey.spki });
    expect(idsOf(report, 'fail')).toEqual(['certificate.public-key']);
    expect(idsOf(report, 'warn')).toEqual(['certificate.subject-key-identifier']);
  });

  test('fails the signature alone: signed by another key', () => {
    expect(idsOf(judgeLeaf({}, {}, root, otherKey), 'fail')).toEqual(['certificate.signature']);
  });

  test("fails the issuer's authority alone: an issuer that is no CA, or may not sign certificates", () => {
    const issuers = [
      [extension.keyUsage([5]), extension.subjectKeyIdentifier(keyIdentifier(caKey.spki))],
      [
        extension.basicConstraints(true, null),
        extension.keyUsage([6]),
        extension.subjectKeyIdentifier(keyIdentifier(caKey.spki)),
      ],
    ];
    for (const extensions of issuers) {
      const issuer = parseCertificate(certificateOf({ ...rootParts, extensions }, caKey));
      expect(idsOf(judgeLeaf({}, {}, issuer), 'fail')).toEqual(['certificate.issuer-authority']);
    }
  });

  describe("fails the issuer's authority alone", () => {
    const subCa = (pathLen: number | null) => ({
      change: {
        extensions: [
          extension.basicConstraints(true, pathLen),
          extension.keyUsage([5, 6]),
          extension.subjectKeyIdentifier(leafIdentifier),
          extension.authorityKeyIdentifier(keyIdentifier(caKey.spki)),
        ],
      },
      asked: { ca: true, pathLen, keyUsage: ['keyCertSign', 'cRLSign'], extendedKeyUsage: [] } as const,
    });
    const issuerWith = (change: Partial<typeof rootParts>) =>
      parseCertificate(certificateOf({ ...rootParts, ...change }, caKey));
    const issuerOf = (pathLen: number | null) =>
      issuerWith({ extensions: [extension.basicConstraints(true, pathLen), ...rootParts.extensions.slice(1)] });

    test.each([
      [0, 0, true],
      [0, null, true],
      [1, 1, true],
      [1, 2, true],
      [1, 0, false],
      [2, 1, false],
      [1, null, false],
      [null, 5, false],
    ] as const)('an issuer with path length %j over a CA with %j: %j', (above, below, fails) => {
      const { change, asked } = subCa(below);
      const report = judgeLeaf(change, asked, issuerOf(above));
      expect(idsOf(report, 'fail')).toEqual(fails ? ['certificate.issuer-authority'] : []);
    });

    test('and the path length of an issuer says nothing of what is no CA', () => {
      expect(idsOf(judgeLeaf({}, {}, issuerOf(0)), 'fail')).toEqual([]);
    });

    test('a certificate that outlives its issuer fails, by one second too', () => {
      const end = leafParts.notAfter;
      expect(idsOf(judgeLeaf({}, {}, issuerWith({ notAfter: end })), 'fail')).toEqual([]);
      const sooner = { ...end, seconds: end.seconds - 1 };
      expect(idsOf(judgeLeaf({}, {}, issuerWith({ notAfter: sooner })), 'fail')).toEqual([
        'certificate.issuer-authority',
      ]);
    });

    test('one that begins before its issuer is a warning: servers go back to midnight', () => {
      const start = leafParts.notBefore;
      expect(idsOf(judgeLeaf({}, {}, issuerWith({ notBefore: start })), 'warn')).toEqual([]);
      const later = { ...start, seconds: start.seconds + 1 };
      const report = judgeLeaf({}, {}, issuerWith({ notBefore: later }));
      expect([report.verdict, idsOf(report, 'warn')]).toEqual(['pass', ['certificate.issuer-authority']]);
    });
  });

  test('fails the version and what takes extensions: version 1', () => {
    const report = judgeLeaf({ version: null, extensions: [] });
    expect(idsOf(report, 'fail')).toEqual([
      'certificate.version',
      'certificate.key-usage',
      'certificate.extended-key-usage',
    ]);
  });

  test('fails the extensions and leaves open what is in them: one that cannot be decoded', () => {
    const broken = { oid: KU, critical: true, value: encodeOctetString(Uint8Array.of(1)) };
    const report = judgeLeaf({ extensions: withExtension(KU, broken) });
    expect(idsOf(report, 'fail')).toEqual(['certificate.extensions']);
    expect(findingNamed(report, 'certificate.extensions').message).toContain('keyUsage');
    const { start = 0, end = 0 } = findingNamed(report, 'certificate.extensions').bytes ?? {};
    expect(end - start).toBe(broken.value.length);
    expect(idsOf(report, 'not-checked')).toEqual([
      'certificate.basic-constraints',
      'certificate.path-length',
      'certificate.key-usage',
      'certificate.extended-key-usage',
      'certificate.unasked-extension',
      'certificate.subject-key-identifier',
      'certificate.authority-key-identifier',
    ]);
  });

  test('several changes fail the checks of each, in the order of the report', () => {
    // One plant for each check: two of one check could undo each other.
    const one = new Map(PLANTS.map((plant) => [plant.id, plant]));
    // A CA has its own rules on path lengths, and both plants are one extension.
    one.delete('certificate.path-length');
    let runs = 0;
    fc.assert(
      fc.property(fc.subarray([...one.values()]), (plants) => {
        const report = judgeLeaf(plants.reduce((parts, { change }) => change(parts), leafParts));
        const failed = LEAF_IDS.filter((id) => plants.some((plant) => plant.id === id));
        expect(idsOf(report, 'fail')).toEqual(failed);
        expect(report.verdict).toBe(plants.length === 0 ? 'pass' : 'fail');
        expect(report.findings.map(({ id }) => id)).toEqual(LEAF_IDS);
        runs++;
      }),
      { numRuns: 100 },
    );
    expect(runs).toBe(100);
  });
});

describe('one change in a self-signed CA', () => {
  const judge = (change: Partial<TbsParts>, request: Partial<CertificateRequest> = {}) =>
    checkCertificateAgainstRequest(parseCertificate(certificateOf({ ...rootParts, ...change }, caKey)), {
      ...rootRequest,
      ...request,
    });
  const changed = (oid: string, replacement: TbsParts['extensions'][number] | null): Partial<TbsParts> => ({
    extensions: withExtension(oid, replacement, rootParts.extensions),
  });

  test.each([
    ['certificate.basic-constraints', 'not critical', changed(BC, extension.basicConstraints(true, 1, false))],
    ['certificate.path-length', 'one more', changed(BC, extension.basicConstraints(true, 2))],
    ['certificate.path-length', 'none', changed(BC, extension.basicConstraints(true, null))],
    ['certificate.issuer', 'another issuer', { issuer: leafParts.subject }],
    ['certificate.subject-key-identifier', 'none', changed(SKI, null)],
    ['certificate.validity', 'begins a second later', { notBefore: utc('2026-01-02T03:04:06Z') }],
    ['certificate.validity', 'ends a second earlier', { notAfter: utc('2036-01-02T03:04:04Z') }],
  ])('fails %s and nothing else: %s', (id, _what, change) => {
    expect(idsOf(judge(change), 'fail')).toEqual([id]);
  });

  test('fails constraints, path length and keyCertSign together: no longer a CA', () => {
    expect(idsOf(judge(changed(BC, null)), 'fail')).toEqual([
      'certificate.basic-constraints',
      'certificate.path-length',
      'certificate.key-usage',
    ]);
    expect(idsOf(judge(changed(BC, extension.basicConstraints(false, null))), 'fail')).toEqual([
      'certificate.basic-constraints',
      'certificate.path-length',
      'certificate.key-usage',
    ]);
  });

  test('fails the serial number that was asked for', () => {
    const serialNumber = rootParts.serialNumber;
    expect(judge({}, { serialNumber }).verdict).toBe('pass');
    expect(idsOf(judge({ serialNumber: Uint8Array.of(1) }, { serialNumber }), 'fail')).toEqual([
      'certificate.serial-number',
    ]);
  });

  test('fails the issuer that was asked for, when it is another than the subject', () => {
    const issuer = { type: 'exact', bytes: leafParts.subject } as const;
    expect(idsOf(judge({}, { issuer }), 'fail')).toEqual(['certificate.issuer']);
  });

  test('is judged by its own key, also when a certificate is given under whose key it verifies', () => {
    const certificate = parseCertificate(certificateOf({ ...rootParts, spki: otherKey.spki }, caKey));
    const request = { ...rootRequest, publicKey: otherKey.spki };
    expect(idsOf(checkCertificateAgainstRequest(certificate, request, { issuer: root }), 'fail')).toEqual([
      'certificate.signature',
    ]);
  });

  test('fails when signed by another key, whatever certificate is given as issuer', () => {
    const certificate = parseCertificate(certificateOf(rootParts, otherKey));
    expect(idsOf(checkCertificateAgainstRequest(certificate, rootRequest, { issuer: root }), 'fail')).toEqual([
      'certificate.signature',
    ]);
  });
});

test('every finding has an id of the list, whether it passes or not', () => {
  expect(new Set(PLANTS.map(({ id }) => id)).size).toBe(11);
  expect(leafRequest.selfSigned).toBe(false);
});
