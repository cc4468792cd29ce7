import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { certificateOf, csrOf, type ExtensionParts, extension, nameOf, signed, tbsOf } from '@quorate/certificates';
import { encodeElement, encodeSequence } from '@quorate/der';
import { parseCertificate, parseCertificationRequest } from '@quorate/x509';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CertificateRequest,
  checkCertificateAgainstRequest,
  checkCsr,
  type RequestReport,
} from '../../src/request/index.ts';
import { plants } from './support/plants.ts';
import { platform } from './support/platform.ts';
import { CN, caKey, findingNamed, idsOf, leafKey, otherKey, withExtension } from './support/story.ts';
import { HOSTS, hostNames, judgeSub, PURPOSES, SUBJECT, subParts, subRequest, wideRoot } from './support/sub-ca.ts';

/** The findings that do not pass, `outcome id`. */
function troubles(report: RequestReport): string[] {
  return report.findings.filter(({ outcome }) => outcome !== 'pass').map(({ outcome, id }) => `${outcome} ${id}`);
}

function kindsOf(report: RequestReport, id: string): string[] {
  const found = report.findings.find((finding) => finding.id === id);
  return (found?.differences ?? []).map(({ kind }) => kind);
}

test('the certificate without a change passes in every check', () => {
  const report = judgeSub(subParts);
  expect(troubles(report)).toEqual([]);
  expect(report.verdict).toBe('pass');
  expect(report.findings.every(({ differences }) => differences === undefined)).toBe(true);
});

test('one change, whatever it is, is named by its finding and its kind, and nothing else is', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(plants, ({ parts, ids, outcome, kinds }) => {
      const report = judgeSub(parts);
      const [first] = ids;
      expect(troubles(report)).toEqual(ids.map((id) => `${outcome} certificate.${id}`));
      expect(kindsOf(report, `certificate.${first}`)).toEqual(kinds);
      expect(report.verdict).toBe(outcome === 'fail' ? 'fail' : 'pass');
      for (const { outcome: each, action, message } of report.findings) {
        expect(message).not.toBe('');
        if (each === 'fail') expect(action).toBeTypeOf('string');
      }
      for (const kind of kinds) seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }),
    { numRuns: 1000 },
  );
  const all = ['missing', 'extra', 'weaker', 'stronger', 'criticality', 'order', 'encoding', 'other'];
  expect([...seen.keys()].sort()).toEqual(all.sort());
});

test('two changes in two fields are both named', () => {
  fc.assert(
    fc.property(plants, plants, (one, two) => {
      const changed = Object.entries(one.parts).filter(([key, value]) => value !== subParts[key as 'spki']);
      const keys = changed.map(([key]) => key);
      const apart = keys.every((key) => two.parts[key as 'spki'] === subParts[key as 'spki']);
      fc.pre(apart && !keys.includes('spki') && two.parts.spki === subParts.spki);
      const report = judgeSub({ ...two.parts, ...Object.fromEntries(changed) });
      const expected = [...one.ids, ...two.ids].map((id) => `certificate.${id}`);
      const found = report.findings.filter(({ outcome }) => outcome !== 'pass').map(({ id }) => id);
      // notBefore and notAfter are one finding.
      expect(found.sort()).toEqual([...new Set(expected)].sort());
    }),
    { numRuns: 200 },
  );
});

test('no request asks for an order of extensions: none is named', () => {
  const turned = { ...subParts, extensions: [...subParts.extensions].reverse() };
  expect(judgeSub(turned).verdict).toBe('pass');
});

test('without a stated criticality RFC 5280 decides: a CA must, keyUsage should, extKeyUsage may', () => {
  const { critical: _, ...open } = subRequest;
  const judge = (replacement: ExtensionParts): string[] =>
    troubles(
      judgeSub({ ...subParts, extensions: withExtension(replacement.oid, replacement, subParts.extensions) }, open),
    );
  expect(judge(extension.basicConstraints(true, 3, false))).toEqual(['fail certificate.basic-constraints']);
  expect(judge(extension.keyUsage([0, 5, 6], false))).toEqual(['warn certificate.key-usage']);
  expect(judge(extension.extKeyUsage(PURPOSES, true))).toEqual([]);
});

test('signed by another key: the signature alone', () => {
  expect(troubles(judgeSub(subParts, subRequest, otherKey))).toEqual(['fail certificate.signature']);
});

describe('unique identifiers', () => {
  const plain = tbsOf(subParts, caKey);
  const certificate = parseCertificate(certificateOf(subParts, caKey));
  const end = certificate.publicKey.byteOffset - certificate.tbs.byteOffset + certificate.publicKey.length;
  const header = plain.length - (plain.length > 259 ? 4 : 3);

  test.each([
    ['issuerUniqueID', [0x81]],
    ['subjectUniqueID', [0x82]],
    ['both', [0x81, 0x82]],
  ])('are named, which no request can ask for: %s', (_what, tags) => {
    const ids = tags.map((tag) => encodeElement(tag, Uint8Array.of(0, 1, 2)));
    const start = plain.length - header;
    const tbs = encodeSequence(plain.subarray(start, end), ...ids, plain.subarray(end));
    const changed = parseCertificate(signed(tbs, 'sha256', caKey));
    const report = checkCertificateAgainstRequest(changed, subRequest, { issuer: wideRoot, platform });
    expect(troubles(report)).toEqual(['fail certificate.unique-identifiers']);
    const found = findingNamed(report, 'certificate.unique-identifiers');
    expect(kindsOf(report, 'certificate.unique-identifiers')).toEqual(tags.map(() => 'extra'));
    const { start: from = 0, end: to = 0 } = found.bytes ?? {};
    expect(changed.bytes.subarray(from, to)).toEqual(Uint8Array.from(ids.flatMap((id) => [...id])));
  });
});

describe('names that were asked for by their attributes', () => {
  const attributes = SUBJECT.map(([type, text]) => ({ type, text }));
  const request: CertificateRequest = { ...subRequest, subject: { type: 'attributes', attributes } };
  const judge = (subject: Uint8Array): RequestReport => judgeSub({ ...subParts, subject }, request);

  test('leave order and string types open', () => {
    expect(judge(nameOf(...[...SUBJECT].reverse())).verdict).toBe('pass');
  });

  test('are texts: one that is only equal by RFC 5280 7.1 differs in its encoding', () => {
    const subject = nameOf(...SUBJECT.map(([type, text]) => [type, type === CN ? ' ISSUING  ca' : text] as const));
    const report = judge(subject);
    expect(troubles(report)).toEqual(['fail certificate.subject']);
    expect(findingNamed(report, 'certificate.subject')).toMatchObject({
      message: 'equal by RFC 5280 7.1 and in another encoding: CN=" ISSUING  ca", asked for CN="Issuing CA"',
      differences: [{ kind: 'encoding', outcome: 'fail', item: 'CN=" ISSUING  ca"' }],
    });
  });

  test('are warned of in string types that are kept for old names', () => {
    const [country, organization] = SUBJECT.map((attribute) => nameOf(attribute).subarray(2));
    const commonName = encodeElement(0x14, new TextEncoder().encode('Issuing CA'));
    const oid = Uint8Array.of(6, 3, 0x55, 4, 3);
    const subject = encodeSequence(
      country as Uint8Array,
      organization as Uint8Array,
      encodeElement(0x31, encodeSequence(oid, commonName)),
    );
    const report = judge(subject);
    expect(troubles(report)).toEqual(['warn certificate.subject']);
    expect(kindsOf(report, 'certificate.subject')).toEqual(['encoding']);
  });

  test('may have halves of characters, which throw nothing', () => {
    const lone: CertificateRequest = {
      ...subRequest,
      subject: { type: 'attributes', attributes: [{ type: CN, text: '\ud800' }] },
    };
    expect(troubles(judgeSub(subParts, lone))).toEqual(['fail certificate.subject']);
  });

  test('that are no Name at all are another name', () => {
    const none: CertificateRequest = { ...subRequest, subject: { type: 'exact', bytes: Uint8Array.of(5, 0) } };
    expect(troubles(judgeSub(subParts, none))).toEqual(['fail certificate.subject']);
  });
});

describe('the key, when it is attested beside the CSR', () => {
  test('must be both', () => {
    expect(judgeSub(subParts, { ...subRequest, attestedKey: leafKey.spki }).verdict).toBe('pass');
    const report = judgeSub(subParts, { ...subRequest, attestedKey: otherKey.spki });
    expect(troubles(report)).toEqual(['fail certificate.public-key']);
    expect(findingNamed(report, 'certificate.public-key').message).toBe('another key than the one that is attested');
  });
});

test('an authority key identifier with two issuers, of which one is right, names another', () => {
  const names = [subParts.issuer, subParts.subject].map((name) => encodeElement(0xa4, name));
  const value = encodeSequence(encodeElement(0xa1, ...names), encodeElement(0x82, wideRoot.serialNumber));
  const extensions = withExtension('2.5.29.35', { oid: '2.5.29.35', value }, subParts.extensions);
  const report = judgeSub({ ...subParts, extensions });
  expect(troubles(report)).toEqual(['fail certificate.authority-key-identifier']);
});

describe('another key', () => {
  const spkiOf = (key: KeyObject): Uint8Array => Uint8Array.from(key.export({ type: 'spki', format: 'der' }));
  const longer = spkiOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey);
  const ed25519 = spkiOf(generateKeyPairSync('ed25519').publicKey);

  test.each([
    ['stronger', 'a longer curve', longer, leafKey.spki],
    ['weaker', 'a shorter curve', leafKey.spki, longer],
    ['other', 'the same curve', otherKey.spki, leafKey.spki],
    ['other', 'another kind of key', ed25519, leafKey.spki],
    ['other', 'than bytes that are no key', leafKey.spki, Uint8Array.of(0x30, 0)],
  ])('is %s: %s', (kind, _what, spki, publicKey) => {
    const report = judgeSub({ ...subParts, spki }, { ...subRequest, publicKey });
    expect(idsOf(report, 'fail')).toEqual(['certificate.public-key']);
    expect(kindsOf(report, 'certificate.public-key')).toEqual([kind]);
  });
});

describe('one change in a CSR', () => {
  const good = {
    subject: nameOf(...SUBJECT),
    spki: leafKey.spki,
    digest: 'sha256',
    extensions: [extension.keyUsage([0, 2]), extension.extKeyUsage(PURPOSES), hostNames(HOSTS)],
  };
  const request: CertificateRequest = { ...subRequest, ca: null, keyUsage: ['digitalSignature', 'keyEncipherment'] };
  const judge = (change: Partial<Parameters<typeof csrOf>[0]>, key = leafKey): RequestReport =>
    checkCsr(parseCertificationRequest(csrOf({ ...good, ...change }, key)), request, { platform });
  const put = (replacement: ExtensionParts) => ({
    extensions: withExtension(replacement.oid, replacement, good.extensions),
  });

  test('none: all passes', () => {
    expect(troubles(judge({}))).toEqual([]);
    expect(judge({}).verdict).toBe('pass');
  });

  test.each([
    ['subject', 'order', { subject: nameOf(...[...SUBJECT].reverse()) }],
    ['subject', 'missing', { subject: nameOf(...SUBJECT.slice(1)) }],
    ['signature-algorithm', 'stronger', { digest: 'sha384' }],
    ['key-usage', 'missing', put(extension.keyUsage([0]))],
    ['key-usage', 'extra', put(extension.keyUsage([0, 1, 2]))],
    ['key-usage', 'criticality', put(extension.keyUsage([0, 2], false))],
    ['extended-key-usage', 'missing', put(extension.extKeyUsage(PURPOSES.slice(1)))],
    ['extended-key-usage', 'criticality', put(extension.extKeyUsage(PURPOSES, true))],
    ['other-extensions', 'extra', put(hostNames([...HOSTS, 'evil.example']))],
    ['other-extensions', 'order', put(hostNames([...HOSTS].reverse()))],
    ['unasked-extension', 'extra', put({ oid: '1.2.3.4', value: Uint8Array.of(5, 0) })],
    ['basic-constraints', 'extra', put(extension.basicConstraints(true, null))],
  ] as const)('fails csr.%s, %s', (id, kind, change) => {
    const report = judge({ ...change });
    expect(idsOf(report, 'fail')).toEqual([`csr.${id}`]);
    expect(kindsOf(report, `csr.${id}`)).toEqual([kind]);
  });

  test('another key fails the key alone, and another signer the proof alone', () => {
    expect(troubles(judge({ spki: otherKey.spki }, otherKey))).toEqual(['fail csr.public-key']);
    expect(troubles(judge({}, otherKey))).toEqual(['fail csr.signature']);
  });
});
