import { sign } from 'node:crypto';
import { assemble, buildTbs, type CertificateProfile, expectedTbs, type TbsRequest } from '@quorate/issue';
import { createManifest, readManifest, rebuildTbs, writeManifest } from '@quorate/issue/manifest';
import { parseJson } from '@quorate/syntax';
import { checkReturnedAgainstTbs, type ExpectedTbs, type RequestReport } from '@quorate/verify/request';
import { type Certificate, parseCertificate } from '@quorate/x509';
import { describe, expect, it, test } from 'vitest';
import { DAY, ecdsa, ecKey, profileOf, START } from './support.ts';

const [rootKey, otherKey] = [ecKey(), ecKey()];
const randomBytes = Uint8Array.from({ length: 16 }, (_, i) => 31 * i + 7);

const profile = profileOf({
  serialNumber: 'random',
  signatureAlgorithm: ecdsa,
  notAfter: START + 3650 * DAY,
  basicConstraints: { ca: true, pathLen: 1 },
  keyUsage: ['keyCertSign', 'cRLSign'],
});
const request: TbsRequest = { profile, issuer: 'self', publicKey: rootKey.spki };

/** A root of the profile, but for what the HSM does otherwise. */
function returned(changes: Partial<CertificateProfile> = {}, key = rootKey): Certificate {
  const { tbs } = buildTbs({
    profile: { ...profile, ...changes, lint: { sets: [] } },
    issuer: 'self',
    publicKey: key.spki,
    randomBytes,
  });
  const signature = sign('sha256', tbs, key.privateKey);
  return parseCertificate(assemble({ tbs, algorithm: ecdsa, signature, issuerKey: key.spki }));
}

const byProfile = (certificate: Certificate): RequestReport =>
  checkReturnedAgainstTbs(certificate.bytes, expectedTbs(request, certificate.serialNumber));
const byManifest = (certificate: Certificate): RequestReport => {
  const text = writeManifest(createManifest({ ...request, randomBytes }));
  return checkReturnedAgainstTbs(certificate.bytes, rebuildTbs(readManifest(parseJson(text))) satisfies ExpectedTbs);
};
const failed = ({ findings }: RequestReport): string[] =>
  findings.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id.replace('certificate.', ''));
const kinds = ({ findings }: RequestReport): string[] =>
  findings.flatMap(({ differences = [] }) => differences.map(({ kind, item }) => `${kind} ${item}`));

describe('a returned certificate against the profile and against the manifest that it was made from', () => {
  it('passes, byte for byte', () => {
    const certificate = returned();
    for (const report of [byProfile(certificate), byManifest(certificate)]) {
      expect([report.verdict, failed(report)]).toEqual(['pass', []]);
      expect(report.findings[0]).toMatchObject({ id: 'certificate.tbs', outcome: 'pass' });
    }
  });

  test.each<readonly [what: string, Certificate, ids: readonly string[], differences: readonly string[]]>([
    ['no path length', returned({ basicConstraints: { ca: true } }), ['path-length'], ['missing pathLenConstraint']],
    [
      'one usage more',
      returned({ keyUsage: ['keyCertSign', 'cRLSign', 'digitalSignature'] }),
      ['key-usage'],
      ['extra digitalSignature'],
    ],
    ['90 days', returned({ notAfter: START + 90 * DAY }), ['validity'], ['stronger notAfter']],
    ['a day longer', returned({ notAfter: START + 3651 * DAY }), ['validity'], ['weaker notAfter']],
    [
      'another subject',
      returned({ subject: [{ type: 'commonName', value: 'Würfel' }] }),
      ['subject', 'issuer'],
      ['missing C="CH"', 'missing O="Bücher"', 'missing C="CH"', 'missing O="Bücher"'],
    ],
    [
      'a purpose nobody asked for',
      returned({ extendedKeyUsage: ['serverAuth'] }),
      ['extended-key-usage'],
      ['extra serverAuth'],
    ],
    [
      'another key identifier',
      returned({ subjectKeyIdentifier: 'rfc7093-1' }),
      ['other-extensions'],
      ['other subjectKeyIdentifier', expect.stringMatching(/^extra 8014/), expect.stringMatching(/^missing 8014/)],
    ],
  ])('fails with the difference named: %s', (_what, certificate, ids, differences) => {
    for (const report of [byProfile(certificate), byManifest(certificate)]) {
      expect(report.verdict).toBe('fail');
      expect(failed(report)).toEqual(['tbs', ...ids]);
      expect(kinds(report)).toEqual(expect.arrayContaining([...differences]));
      expect(kinds(report)).toHaveLength(differences.length);
    }
  });

  it('fails for another key, though it signed itself', () => {
    for (const report of [byProfile(returned({}, otherKey)), byManifest(returned({}, otherKey))]) {
      expect(failed(report)).toEqual(['tbs', 'public-key', 'other-extensions']);
    }
  });
});

describe('a serial number that the profile leaves to chance', () => {
  it('may be any long one by the profile, and only its own by the manifest', () => {
    const certificate = returned({ serialNumber: 0x1122_3344_5566_7788_99n });
    expect(byProfile(certificate).verdict).toBe('pass');
    expect(failed(byManifest(certificate))).toEqual(['tbs', 'serial-number']);
  });
  it('fails when it is as short as the hash that some servers take', () => {
    expect(failed(byProfile(returned({ serialNumber: 0x7f3a_11c0n })))).toEqual(['serial-number']);
  });
  test.each([
    ['zero', Uint8Array.of(0)],
    ['negative', Uint8Array.of(0x9a, 1, 2, 3, 4, 5, 6, 7)],
    ['none', new Uint8Array()],
    ['of 21 octets', new Uint8Array(21).fill(1)],
  ])('is not taken when it is %s', (_what, serialNumber) => {
    const { tbs, taken } = expectedTbs(request, serialNumber);
    expect(taken).toEqual(['serialNumber']);
    expect(tbs).toEqual(expectedTbs(request, Uint8Array.of(1)).tbs);
  });
  it('is what the profile says when it says one, or its random bytes are known', () => {
    const fixed = { ...request, profile: { ...profile, serialNumber: 0x1122_3344_5566_7788n } };
    expect(expectedTbs(fixed, Uint8Array.of(5))).toMatchObject({ tbs: buildTbs(fixed).tbs, taken: [] });
    const drawn = { ...request, randomBytes };
    expect(expectedTbs(drawn, Uint8Array.of(5))).toMatchObject({ tbs: buildTbs(drawn).tbs, taken: [] });
  });
});
