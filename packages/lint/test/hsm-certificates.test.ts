import { encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { type LintKind, lint, readLintObject, ruleSet } from '@quorate/lint';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import { algorithm, rsaSpki } from './make/keys.ts';
import { certificate, csr } from './make/objects.ts';
import { ext, hex, name, printable, time } from './make/values.ts';

/** The rules of the set that an object violates; of a rule that could not run, that. */
function traps(kind: LintKind, der: Uint8Array): string[] {
  const { results } = lint(readLintObject(kind, der), { sets: ['hsm'] });
  const bad = results.filter(({ status }) => status === 'violates' || status === 'could-not-run');
  return bad.map(({ rule, status }) => (status === 'violates' ? rule : `${rule}: ${status}`)).sort();
}

const HSM_RULES_ELSEWHERE = [
  'serial-number-positive',
  'rsa-modulus-2048',
  'signature-hash-not-sha1',
  'extension-repeated',
  'basic-constraints-critical',
  'path-len-with-key-cert-sign',
  'key-cert-sign-with-ca',
  'ca-key-usage-present',
  'extended-key-usage-any-not-critical',
  'request-signature-valid',
];

test('rules of other groups that are about the same are in the set', () => {
  expect(ruleSet('hsm')).toEqual(expect.arrayContaining(HSM_RULES_ELSEWHERE));
});

describe('what an HSM returned in January 2024', () => {
  test('the certificate has serial number 0, midnight, the default validity, and neither of the usages asked for', () => {
    expect(traps('certificate', issuedCertificate)).toEqual([
      'extended-key-usage-missing',
      'issuer-common-name-only',
      'key-usage-missing',
      'not-before-midnight',
      'serial-number-positive',
      'serial-number-short',
      'validity-90-days-default',
    ]);
  });
  test('it fails by the standard alone, for the serial number and nothing else', () => {
    const report = lint(readLintObject('certificate', issuedCertificate));
    expect(report.verdict).toBe('fail');
    expect(report.findings.filter(({ outcome }) => outcome === 'fail').map(({ id }) => id)).toEqual([
      'lint.serial-number-positive',
    ]);
  });
  test('the request asks for a critical extKeyUsage', () => {
    expect(traps('csr', issuedCsr)).toEqual(['request-extended-key-usage-critical']);
  });
  test('the request fails no rule of the standards', () => {
    const report = lint(readLintObject('csr', issuedCsr), { sets: ['rfc5280', 'practice'] });
    expect(report.findings.filter(({ outcome }) => outcome === 'fail' || outcome === 'not-checked')).toEqual([]);
  });
});

/** Certificates that are described in SKA.md 8.1, whose bytes are not public: made again with other keys. */
describe('certificates made as the HSM was seen to make them', () => {
  const keyId = hex('047149ac000102030405060708090a0b0c0d0e0f');
  const otherId = hex('34f1c9c9216c545b0001020304050607080a0b0c');

  test('A, signed at once: a serial number that is a hash of the subject', () => {
    const der = certificate({
      serialNumber: hex('4c171091'),
      signature: algorithm.sha256WithRsa,
      issuer: name(['CN', printable('CA-Securosys-001')]),
      subject: name(['CN', printable('SUB-Securosys-001')]),
      notBefore: time('2024-01-20T14:25:42Z'),
      notAfter: time('2034-01-17T14:25:42Z'),
      spki: rsaSpki(2048),
      extensions: [ext.aki(keyId), ext.ski(otherId)],
    });
    expect(traps('certificate', der)).toEqual([
      'extended-key-usage-missing',
      'issuer-common-name-only',
      'key-usage-missing',
      'serial-number-hash-of-subject',
      'serial-number-short',
      'validity-3650-days-default',
    ]);
  });

  test('C, signed by itself: basicConstraints not critical, a critical anyExtendedKeyUsage, no cRLSign', () => {
    const subject = name(['CN', printable('CA-Securosys-001')]);
    const der = certificate({
      serialNumber: hex('00'),
      signature: algorithm.sha256WithRsa,
      issuer: subject,
      subject,
      notBefore: time('2024-02-07T00:00:00Z'),
      notAfter: time('2034-02-04T00:00:00Z'),
      spki: rsaSpki(4096),
      extensions: [
        ext.basicConstraints(true, null, false),
        ext.extKeyUsage(['anyExtendedKeyUsage'], true),
        ext.keyUsage(['digitalSignature', 'keyCertSign']),
        ext.ski(keyId),
      ],
    });
    expect(traps('certificate', der)).toEqual([
      'basic-constraints-critical',
      'ca-any-extended-key-usage',
      'ca-crl-sign-missing',
      'extended-key-usage-any-not-critical',
      'issuer-common-name-only',
      'not-before-midnight',
      'serial-number-positive',
      'serial-number-short',
      'validity-3650-days-default',
    ]);
  });

  test('D, of an approver: a CA that may sign no certificates, its address as common name, SHA-224, a midnight in CET', () => {
    const subject = name(['CN', 'officer@example.org']);
    const der = certificate({
      serialNumber: hex('00'),
      signature: encodeSequence(encodeOid('1.2.840.113549.1.1.14'), encodeNull()),
      issuer: subject,
      subject,
      notBefore: time('2024-02-16T23:00:00Z'),
      notAfter: time('2034-02-13T23:00:00Z'),
      spki: rsaSpki(4096),
      extensions: [ext.basicConstraints(true, null, false), ext.keyUsage(['digitalSignature']), ext.ski(keyId)],
    });
    expect(traps('certificate', der)).toEqual([
      'ca-without-key-cert-sign',
      'common-name-email-without-alt-name',
      'issuer-common-name-only',
      'not-before-midnight',
      'serial-number-positive',
      'serial-number-short',
      'signature-hash-sha224',
      'validity-3650-days-default',
    ]);
  });

  test('E, a request for ANY', () => {
    const any = ext.extKeyUsage(['anyExtendedKeyUsage'], true);
    const der = csr({ extensions: [any, ext.keyUsage(['digitalSignature']), ext.ski()] });
    expect(traps('csr', der)).toEqual([
      'extended-key-usage-any-not-critical',
      'request-any-extended-key-usage',
      'request-extended-key-usage-critical',
    ]);
  });
});
