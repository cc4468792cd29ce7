import { certificateOf, nameOf } from '@quorate/certificates';
import { encodeBoolean, encodeOctetString, encodeOid, encodeSequence } from '@quorate/der';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import { parseCertificate, parseCertificationRequest } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../src/request/byte-range.ts';
import {
  checkCertificateAgainstRequest,
  checkCsr,
  checkReturnedCertificate,
  checkReturnedCsr,
  NOTHING_ASKED,
  type RequestReport,
} from '../../src/request/index.ts';
import { caKey, findingNamed, idsOf, leafParts, leafRequest, root } from './support/story.ts';
import { hostNames, judgeSub, subParts, subRequest, wideRoot } from './support/sub-ca.ts';

/** The bytes that a finding is about, as hexadecimal. */
function shown(bytes: Uint8Array, report: RequestReport, id: string): string | null {
  const range = findingNamed(report, id).bytes;
  return range === undefined ? null : Buffer.from(bytes.subarray(range.start, range.end)).toString('hex');
}

describe('a finding says where in the certificate its cause stands', () => {
  const der = certificateOf(subParts, caKey);
  const report = judgeSub(subParts);
  const { bytes } = parseCertificate(der);

  test.each([
    ['version', 'a003020102'],
    ['subject', Buffer.from(subParts.subject).toString('hex')],
    ['issuer', Buffer.from(subParts.issuer).toString('hex')],
    ['public-key', Buffer.from(subParts.spki).toString('hex')],
    ['validity', `301e170d${ascii('260203040506Z')}170d${ascii('270203040506Z')}`],
    ['serial-number', '3c01020304050607'],
    ['signature-algorithm', '300a06082a8648ce3d040302'],
    ['basic-constraints', '30120603551d130101ff040830060101ff020103'],
    ['path-length', '30120603551d130101ff040830060101ff020103'],
    ['key-usage', '300e0603551d0f0101ff040403020186'],
  ])('%s', (id, expected) => {
    expect(shown(bytes, report, `certificate.${id}`)).toBe(expected);
  });

  test('of extensions the whole, from the identifier on', () => {
    for (const [id, oid] of [
      ['extended-key-usage', '2.5.29.37'],
      ['subject-key-identifier', '2.5.29.14'],
      ['authority-key-identifier', '2.5.29.35'],
    ] as const) {
      expect(shown(bytes, report, `certificate.${id}`)?.slice(4)).toMatch(
        new RegExp(`^${Buffer.from(encodeOid(oid)).toString('hex')}`),
      );
    }
  });

  test('also of long ones, and of the first that is at fault among several', () => {
    for (const length of [0, 1, 100, 117, 118, 127, 128, 200, 255, 256, 300, 65_000, 65_535, 65_536, 70_000]) {
      const value = new Uint8Array(length);
      const parts = { ...subParts, extensions: [...subParts.extensions, { oid: '1.2.3.4.5', critical: true, value }] };
      const long = certificateOf(parts, caKey);
      const judged = checkReturnedCertificate(long, subRequest, { issuer: wideRoot });
      expect(idsOf(judged, 'fail')).toEqual(['certificate.unasked-extension']);
      const whole = encodeSequence(encodeOid('1.2.3.4.5'), encodeBoolean(true), encodeOctetString(value));
      expect(shown(long, judged, 'certificate.unasked-extension')).toBe(Buffer.from(whole).toString('hex'));
    }
    const extensions = subParts.extensions.map((each) => (each.oid === '2.5.29.17' ? hostNames(['x.example']) : each));
    const other = certificateOf({ ...subParts, extensions }, caKey);
    expect(shown(other, judgeSub({ ...subParts, extensions }), 'certificate.other-extensions')).toMatch(
      /^30140603551d11/,
    );
  });

  test("and of the issuer's authority which object it is about", () => {
    const finding = findingNamed(report, 'certificate.issuer-authority');
    expect(finding.object).toMatchObject({ kind: 'certificate', name: 'CN=Test CA,O=Example' });
    expect(finding.object?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(finding.bytes).toBeUndefined();
  });

  test('in the bytes given, wherever these stand in a larger buffer', () => {
    const buffer = new Uint8Array(der.length + 50);
    buffer.set(der, 17);
    const view = buffer.subarray(17, 17 + der.length);
    const judged = checkReturnedCertificate(view, subRequest);
    const places = (each: RequestReport) => each.findings.map(({ id, bytes: range }) => [id, range]);
    expect(places(judged)).toEqual(places(checkReturnedCertificate(Uint8Array.from(der), subRequest)));
    expect(shown(view, judged, 'certificate.serial-number')).toBe('3c01020304050607');
  });

  test('and nothing where a part is no part of the bytes', () => {
    const buffer = new Uint8Array(10);
    const object = buffer.subarray(2, 8);
    expect(rangeOf(object, buffer.subarray(3, 8))).toEqual({ start: 1, end: 6 });
    expect(rangeOf(object, buffer.subarray(1, 3))).toBeNull();
    expect(rangeOf(object, buffer.subarray(3, 9))).toBeNull();
    expect(rangeOf(object, Uint8Array.from(object))).toBeNull();
  });

  test('in a CSR too', () => {
    const csr = parseCertificationRequest(issuedCsr);
    const judged = checkCsr(csr, { ...NOTHING_ASKED, keyUsage: [] });
    expect(shown(issuedCsr, judged, 'csr.public-key')).toBe(Buffer.from(csr.publicKey).toString('hex'));
    expect(shown(issuedCsr, judged, 'csr.signature')).toBe(Buffer.from(csr.signature).toString('hex'));
    expect(shown(issuedCsr, judged, 'csr.key-usage')).toBe('300e0603551d0f0101ff040403020780');
  });
});

function ascii(text: string): string {
  return Buffer.from(text).toString('hex');
}

describe('a failure says what to do', () => {
  test('and what passes does not', () => {
    const report = checkCertificateAgainstRequest(parseCertificate(issuedCertificate), {
      ...NOTHING_ASKED,
      keyUsage: ['digitalSignature'],
    });
    for (const { outcome, action } of report.findings) {
      if (outcome === 'fail' || outcome === 'not-checked') expect(action).toMatch(/^[a-z]/);
      if (outcome === 'pass') expect(action).toBeUndefined();
    }
    expect(findingNamed(report, 'certificate.signature').action).toBe("give the issuer's certificate");
  });
});

describe('bytes that came back and are no certificate or CSR', () => {
  test('have a report, which says at which byte that was seen', () => {
    const der = certificateOf(leafParts, caKey);
    const cases: readonly [Uint8Array, number][] = [
      [new Uint8Array(), 0],
      [der.subarray(0, 10), 0],
      [Uint8Array.of(...der, 0), der.length],
      [issuedCsr, 0],
    ];
    for (const [bytes, from] of cases) {
      const report = checkReturnedCertificate(bytes, leafRequest, { issuer: root });
      expect(report.verdict).toBe('fail');
      expect(report.findings.map(({ id, outcome }) => `${outcome} ${id}`)).toEqual(['fail certificate.malformed']);
      const range = findingNamed(report, 'certificate.malformed').bytes;
      expect(range?.start).toBeGreaterThanOrEqual(from);
      expect(range?.end).toBeLessThanOrEqual(bytes.length);
      expect(findingNamed(report, 'certificate.malformed').action).toMatch(/^refuse it/);
    }
    expect(checkReturnedCsr(issuedCertificate).findings.map(({ id }) => id)).toEqual(['csr.malformed']);
    expect(checkReturnedCsr(issuedCsr).verdict).toBe('pass');
  });

  test('the byte is the one that was changed, where that is what is wrong', () => {
    const der = certificateOf(leafParts, caKey);
    const at = parseCertificate(der).subject.bytes.byteOffset - der.byteOffset;
    const broken = Uint8Array.from(der);
    broken[at] = 0x31;
    const report = checkReturnedCertificate(broken, leafRequest);
    expect(findingNamed(report, 'certificate.malformed').bytes).toEqual({ start: at, end: at + 1 });
  });
});

describe('validity in days', () => {
  const DAY = 86_400;
  const request = { ...subRequest, notBefore: null, notAfter: null, validityDays: 365 };
  const from = subParts.notBefore.seconds;
  const starting = (seconds: number) => ({
    ...subParts,
    notBefore: { ...subParts.notBefore, seconds },
    notAfter: { ...subParts.notAfter, seconds: seconds + 365 * DAY },
  });
  const judge = (start: number, requestedAt: number, returnedAt: number) =>
    findingNamed(judgeSub(starting(start), { ...request, requestedAt, returnedAt }), 'certificate.validity');

  test('begins between request and return, or at the midnight before', () => {
    expect(judge(from, from - 10, from + 10).outcome).toBe('pass');
    expect(judge(from, from, from).outcome).toBe('pass');
    expect(judge(from - 25 * 3600, from, from + 10).outcome).toBe('pass');
    expect(judge(from - 25 * 3600 - 1, from, from + 10)).toMatchObject({
      outcome: 'fail',
      differences: [{ kind: 'weaker', outcome: 'fail', item: 'notBefore' }],
    });
    expect(judge(from + 11, from, from + 10)).toMatchObject({
      outcome: 'fail',
      message: 'stronger: it begins 1 second after it came back',
      differences: [{ kind: 'stronger', outcome: 'fail', item: 'notBefore' }],
    });
  });

  test('says which midnight it begins at', () => {
    const day = Date.parse('2026-06-10T00:00:00Z') / 1000;
    for (const [hour, text] of [
      [0, 'midnight UTC'],
      [23, 'midnight of UTC+01:00'],
      [18.5, 'midnight of UTC+05:30'],
      [18.25, 'midnight of UTC+05:45'],
      [5, 'midnight of UTC-05:00'],
      [12, 'midnight of UTC-12:00'],
      [13, 'midnight of UTC+11:00'],
    ] as const) {
      const found = findingNamed(judgeSub(starting(day + hour * 3600), request), 'certificate.validity');
      expect(found).toMatchObject({ outcome: 'warn', message: expect.stringContaining(`it begins at ${text}:`) });
    }
    expect(findingNamed(judgeSub(starting(day + 1), request), 'certificate.validity').outcome).toBe('pass');
  });

  test('says by how much it is longer or shorter', () => {
    for (const [days, seconds, kind, by] of [
      [364, 0, 'weaker', '1 day longer'],
      [367, 0, 'stronger', '2 days shorter'],
      [365, 1, 'weaker', '1 second longer'],
      [365, -2, 'stronger', '2 seconds shorter'],
      [364, 1, 'weaker', '1 day and 1 second longer'],
    ] as const) {
      const parts = { ...subParts, notAfter: { ...subParts.notAfter, seconds: subParts.notAfter.seconds + seconds } };
      const found = findingNamed(judgeSub(parts, { ...request, validityDays: days }), 'certificate.validity');
      expect(found.message).toBe(`${kind}: another number of days than the one asked for, ${by}`);
    }
  });

  test('that nobody asked for is recognised when it is a default', () => {
    const report = checkCertificateAgainstRequest(parseCertificate(issuedCertificate), NOTHING_ASKED);
    expect(findingNamed(report, 'certificate.validity').message).toBe(
      'nobody asked for a validity: the end is the choice of whoever issued it, here the 90 days that are the default of ' +
        'keytool; it begins at midnight UTC: servers write midnight of their time zone, up to a day before they issue',
    );
  });
});

test("an issuer's name in another encoding leads to it, and is no name that a CA may write", () => {
  const issuer = nameOf(['2.5.4.10', 'EXAMPLE'], ['2.5.4.3', 'test  ca']);
  const report = judgeSub({ ...subParts, issuer });
  expect(idsOf(report, 'fail')).toEqual(['certificate.issuer']);
  expect(findingNamed(report, 'certificate.issuer')).toMatchObject({
    message: expect.stringMatching(
      /^another name than the subject of the issuer's certificate: equal by RFC 5280 7\.1/,
    ),
    differences: [
      { kind: 'encoding', outcome: 'fail', item: 'O="EXAMPLE"' },
      { kind: 'encoding', outcome: 'fail', item: 'CN="test  ca"' },
    ],
  });
});
