import { encodeElement, encodeSequence } from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildTbs, type CertificateProfile, readTbs } from '../../src/index.ts';
import { checkTbsAgainstManifest, createManifest, fingerprintOf } from '../../src/manifest/index.ts';
import { keys } from '../support/keys.ts';
import { DAY, leafProfile, request, root, START } from '../support/profiles.ts';

const issuer = root(keys.p256);
const csr = request(keys.p384);
const make = (changes: Partial<CertificateProfile> = {}): Uint8Array =>
  buildTbs({ profile: leafProfile(keys.p256, { lint: { sets: [] }, ...changes }), issuer, csr }).tbs;
const manifest = createManifest({ profile: leafProfile(keys.p256, { lint: { sets: [] } }), issuer, csr });
const tbs = make();

it('the TBS of the manifest passes, with its fingerprint', () => {
  const report = checkTbsAgainstManifest(tbs, manifest);
  expect(report.verdict).toBe('pass');
  expect(report.findings).toHaveLength(1);
  expect(report.findings[0]?.message).toContain(fingerprintOf(tbs).hex);
});

describe('another TBS fails, and what differs is named with both values and its place:', () => {
  const at = (where: string, expected: string | RegExp, actual: string | RegExp) => ({ where, expected, actual });
  const cases: readonly (readonly [what: string, given: Uint8Array, differences: ReturnType<typeof at>[]])[] = [
    ['the serial number', make({ serialNumber: 0x1ff3n }), [at('serialNumber', '03', '1ff3')]],
    [
      'a date that needs the other type',
      make({ notAfter: START + 89 * DAY }),
      [at('notAfter', '2026-04-01T00:00:00Z (UTCTime)', '2026-03-31T00:00:00Z (UTCTime)')],
    ],
    [
      'the subject',
      make({ subject: [{ type: 'commonName', value: 'leaf.test' }] }),
      [at('subject', /^CN=leaf\.example \(30/, /^CN=leaf\.test \(30/)],
    ],
    [
      'the key',
      buildTbs({ profile: manifest.profile, issuer, publicKey: keys.p521.spki }).tbs,
      [at('subjectPublicKeyInfo', /^EC P-384/, /^EC P-521/), at('extensions, subjectKeyIdentifier', /^0414/, /^0414/)],
    ],
    [
      'an extension more, and one less',
      make({ tlsFeature: [5], extendedKeyUsage: ['serverAuth'], keyUsage: null }),
      [
        at('extensions, keyUsage', '03020780', 'no such extension'),
        at('extensions, extKeyUsage', /^30/, /^30/),
        at('extensions, 1.3.6.1.5.5.7.1.24', 'no such extension', '3003020105'),
      ],
    ],
    [
      'whether an extension is critical',
      make({ critical: { extendedKeyUsage: true } }),
      [at('extensions, extKeyUsage', 'not critical', 'critical')],
    ],
    [
      'the order of the extensions',
      reordered(tbs),
      [at('extensions', /^basicConstraints, keyUsage/, /^keyUsage, basic/)],
    ],
  ];
  test.each(cases)('%s', (_what, given, differences) => {
    const { verdict, findings } = checkTbsAgainstManifest(given, manifest);
    expect(verdict).toBe('fail');
    const [first, ...fields] = findings;
    expect(first).toMatchObject({ id: 'manifest.tbs', outcome: 'fail' });
    const from = first?.bytes?.start as number;
    expect(given.subarray(0, from)).toEqual(tbs.subarray(0, from));
    expect(given[from]).not.toBe(tbs[from]);
    expect(fields.map(({ where }) => where)).toEqual(differences.map(({ where }) => where));
    fields.forEach((field, i) => {
      expect(field).toMatchObject({ id: 'manifest.field', outcome: 'fail' });
      expect(field.expected).toMatch(differences[i]?.expected as string);
      expect(field.actual).toMatch(differences[i]?.actual as string);
      // The range is of the TBS that was given: what is missing in it has none.
      if (field.actual === 'no such extension') expect(field.bytes).toBeUndefined();
      else expect(given.subarray(field.bytes?.start, field.bytes?.end).length).toBeGreaterThan(0);
    });
  });
});

/** With its first two extensions swapped. */
function reordered(bytes: Uint8Array): Uint8Array {
  const hex = Buffer.from(bytes).toString('hex');
  const [basicConstraints, keyUsage] = ['300c0603551d130101ff04023000', '300e0603551d0f0101ff040403020780'];
  const there = hex.replace(`${basicConstraints}${keyUsage}`, `${keyUsage}${basicConstraints}`);
  expect(there).not.toBe(hex);
  return Uint8Array.from(Buffer.from(there, 'hex'));
}

it('a byte changed anywhere fails, and the report says at which byte first', () => {
  fc.assert(
    fc.property(fc.nat(tbs.length - 1), fc.integer({ min: 1, max: 255 }), (place, turn) => {
      const given = tbs.with(place, (tbs[place] as number) ^ turn);
      const { verdict, findings } = checkTbsAgainstManifest(given, manifest);
      expect(verdict).toBe('fail');
      expect(findings[0]).toMatchObject({ id: 'manifest.tbs', bytes: { start: place, end: place + 1 } });
      expect(findings.length).toBeGreaterThan(1);
      expect(findings.every(({ outcome }) => outcome === 'fail')).toBe(true);
    }),
    { numRuns: 100 },
  );
});

it('what is no TBS fails as such: cut short, empty, with more behind it, or a certificate', () => {
  const more = encodeSequence(tbs, encodeElement(0x05));
  for (const given of [tbs.subarray(0, -1), new Uint8Array(0), Uint8Array.of(...tbs, 0), more, issuer]) {
    const { verdict, findings } = checkTbsAgainstManifest(given, manifest);
    expect(verdict).toBe('fail');
    expect(findings.map(({ id }) => id)).toEqual(['manifest.tbs', 'manifest.tbs-readable']);
  }
  expect(readTbs(tbs).tbs).toEqual(tbs);
});
