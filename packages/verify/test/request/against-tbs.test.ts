import { certificateOf, extension, keyIdentifier, type TbsParts } from '@quorate/certificates';
import { encodeElement } from '@quorate/der';
import { parseCertificate, tbsDifferences, X509Error } from '@quorate/x509';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  checkCertificateAgainstTbs,
  checkReturnedAgainstTbs,
  type ExpectedTbs,
  type RequestReport,
} from '../../src/request/index.ts';
import { plants } from './support/plants.ts';
import { platform } from './support/platform.ts';
import { caKey, findingNamed, idsOf, otherKey, root, rootParts, withExtension } from './support/story.ts';
import { subParts, wideRoot } from './support/sub-ca.ts';

const der = (parts: Partial<TbsParts> = {}, key = caKey): Uint8Array => certificateOf({ ...subParts, ...parts }, key);
const good = parseCertificate(der());
const expected: ExpectedTbs = { tbs: good.tbs };
const judge = (given: Uint8Array, by: ExpectedTbs = expected): RequestReport =>
  checkReturnedAgainstTbs(given, by, { issuer: wideRoot, platform });
const outcomes = ({ findings }: RequestReport): string[] => findings.map(({ id, outcome }) => `${id} ${outcome}`);
const changed = (oid: string, replacement: TbsParts['extensions'][number] | null): Uint8Array =>
  der({ extensions: withExtension(oid, replacement, subParts.extensions) });
const KEY_IDENTIFIERS = subParts.extensions.filter(({ oid }) => ['2.5.29.14', '2.5.29.35'].includes(oid));
/** What is said beside that the bytes differ. */
const said = (report: RequestReport): string[] =>
  report.findings.flatMap(({ id, differences = [] }) => differences.map(({ kind, item }) => `${id} ${kind} ${item}`));

describe('a certificate with the TBS that was to be signed', () => {
  it('passes, and only its issuer and signature are left to judge', () => {
    expect(judge(der())).toMatchObject({ verdict: 'pass' });
    expect(outcomes(judge(der()))).toEqual([
      'certificate.tbs pass',
      'certificate.issuer pass',
      'certificate.authority-key-identifier pass',
      'certificate.issuer-authority pass',
      'certificate.signature pass',
    ]);
  });
  it('fails when another key signed it, for that alone', () => {
    const report = judge(der({}, otherKey));
    expect([report.verdict, idsOf(report, 'fail')]).toEqual(['fail', ['certificate.signature']]);
  });
  it('is incomplete without its issuer', () => {
    const report = checkCertificateAgainstTbs(good, expected, { platform });
    expect([report.verdict, idsOf(report, 'fail')]).toEqual(['incomplete', []]);
    expect(idsOf(report, 'not-checked')).toContain('certificate.signature');
  });
  it('is verified by its own key when it is self-signed, unless an issuer is given', () => {
    const by = { tbs: root.tbs };
    expect(checkCertificateAgainstTbs(root, by, { platform }).verdict).toBe('pass');
    expect(checkCertificateAgainstTbs(root, by, { platform, issuer: wideRoot }).verdict).toBe('pass');
    const forged = parseCertificate(certificateOf(rootParts, otherKey));
    expect(idsOf(checkCertificateAgainstTbs(forged, by, { platform }), 'fail')).toEqual(['certificate.signature']);
  });
  it('is not taken as self-signed when it names another key: a new key of the CA, signed by its old one', () => {
    const old = extension.authorityKeyIdentifier(keyIdentifier(otherKey.spki));
    const parts = { ...rootParts, extensions: withExtension(old.oid, old, rootParts.extensions) };
    const rollover = parseCertificate(certificateOf(parts, otherKey));
    const report = checkCertificateAgainstTbs(rollover, { tbs: rollover.tbs }, { platform });
    expect([report.verdict, idsOf(report, 'fail')]).toEqual(['incomplete', []]);
    const own = extension.authorityKeyIdentifier(keyIdentifier(rootParts.spki));
    const again = { ...rootParts, extensions: withExtension(own.oid, own, rootParts.extensions) };
    const named = parseCertificate(certificateOf(again, caKey));
    expect(checkCertificateAgainstTbs(named, { tbs: named.tbs }, { platform }).verdict).toBe('pass');
  });
  it('fails still for what is a fault in itself', () => {
    const zero = der({ serialNumber: Uint8Array.of(0) });
    const report = judge(zero, { tbs: parseCertificate(zero).tbs });
    expect(idsOf(report, 'fail')).toEqual(['certificate.serial-number']);
  });
});

describe('a certificate with another TBS', () => {
  test('fails whatever the change, says where it begins, and names it', () => {
    fc.assert(
      fc.property(plants, ({ parts, ids, kinds }) => {
        const given = certificateOf(parts, caKey);
        const certificate = parseCertificate(given);
        const report = judge(given);
        fc.pre(tbsDifferences(certificate, good).length > 0);
        expect(report.verdict).toBe('fail');
        const [tbs, ...others] = report.findings;
        expect(tbs).toMatchObject({ id: 'certificate.tbs', outcome: 'fail' });
        const at = (tbs?.bytes?.start ?? 0) - (certificate.tbs.byteOffset - given.byteOffset);
        expect(certificate.tbs.subarray(0, at)).toEqual(good.tbs.subarray(0, at));
        expect(certificate.tbs[at]).not.toBe(good.tbs[at]);
        const named = report.findings.flatMap(({ differences = [] }) => differences.map(({ kind }) => kind));
        expect(named).toEqual(expect.arrayContaining([...kinds]));
        expect(named.length).toBeGreaterThan(0);
        const loud = new Set(others.filter(({ outcome }) => outcome !== 'pass').map(({ id }) => id));
        for (const id of ids) expect(loud).toContain(`certificate.${id}`);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [
      'extensions in another order',
      der({ extensions: [...subParts.extensions].reverse() }),
      ['certificate.tbs order extensions'],
    ],
    [
      'an empty basicConstraints more',
      der({ extensions: [extension.basicConstraints(false, null, false), ...KEY_IDENTIFIERS] }),
      ['certificate.tbs extra basicConstraints'],
      der({ extensions: KEY_IDENTIFIERS }),
    ],
    [
      'the key identifier of another key',
      changed('2.5.29.14', extension.subjectKeyIdentifier(new Uint8Array(20))),
      ['certificate.other-extensions other subjectKeyIdentifier'],
    ],
    [
      'no authorityKeyIdentifier',
      changed('2.5.29.35', null),
      [
        'certificate.other-extensions missing authorityKeyIdentifier',
        'certificate.authority-key-identifier missing authorityKeyIdentifier',
      ],
    ],
    [
      'an extension that cannot be decoded, in another form',
      changed('2.5.29.37', { oid: '2.5.29.37', value: encodeElement(0x30, Uint8Array.of(4, 0)) }),
      ['certificate.tbs encoding extKeyUsage'],
    ],
  ])('%s: named once', (_what, given, differences, other = der()) => {
    const report = judge(given, { tbs: parseCertificate(other).tbs });
    expect(report.verdict).toBe('fail');
    expect(said(report)).toEqual(differences);
  });

  test('each bit of a certificate that is changed fails', () => {
    const octets = der();
    for (let at = 0; at < octets.length; at++) {
      const flipped = Uint8Array.from(octets, (octet, i) => (i === at ? octet ^ 0x01 : octet));
      expect(judge(flipped).verdict, `byte ${at}`).toBe('fail');
    }
  });
});

describe('a serial number that was left to whoever issues', () => {
  const withSerial = (...serialNumber: number[]): RequestReport => {
    const given = der({ serialNumber: Uint8Array.from(serialNumber) });
    return judge(given, { tbs: parseCertificate(given).tbs, taken: ['serialNumber'] });
  };
  it('passes when it is long enough, and is judged by itself', () => {
    const report = withSerial(0x11, 2, 3, 4, 5, 6, 7, 8);
    expect(report.verdict).toBe('pass');
    expect(findingNamed(report, 'certificate.serial-number').outcome).toBe('pass');
    expect(findingNamed(report, 'certificate.tbs').message).toContain('serial number that it was given');
  });
  it('fails when it is short: it was to be random', () => {
    const report = withSerial(0x11, 2, 3, 4);
    expect(idsOf(report, 'fail')).toEqual(['certificate.serial-number']);
    expect(said(report)).toEqual(['certificate.serial-number weaker serialNumber']);
    expect(withSerial(0x11, 2, 3, 4, 5, 6).verdict).toBe('fail');
    expect(withSerial(0x11, 2, 3, 4, 5, 6, 7).verdict).toBe('pass');
  });
  it('fails when it is none', () => {
    expect(findingNamed(withSerial(0), 'certificate.serial-number').message).toBe('it is zero');
    expect(withSerial(0x9a, 1, 2, 3, 4, 5, 6, 7).verdict).toBe('fail');
  });
});

describe('bytes that are none', () => {
  it('came back: one finding', () => {
    for (const given of [new Uint8Array(), der().subarray(0, 100), Uint8Array.of(...der(), 0), good.tbs]) {
      const report = judge(given);
      expect(outcomes(report)).toEqual(['certificate.malformed fail']);
    }
  });
  it('were expected: an error', () => {
    expect(() => judge(der(), { tbs: der() })).toThrow(X509Error);
    expect(() => judge(der(), { tbs: new Uint8Array() })).toThrow(X509Error);
  });
});
